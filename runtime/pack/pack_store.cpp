#include <algorithm>

#include "runtime/core/limits.hpp"
#include "runtime/pack/container.hpp"
#include "runtime/pack/durable_file.hpp"
#include "runtime/pack/file_lock.hpp"
#include "runtime/pack/object_codec.hpp"
#include "runtime/pack/pack.hpp"
#include "runtime/pack/pack_content.hpp"

namespace hornbook::pack {
namespace {

constexpr const char* place = "pack store";
constexpr std::size_t file_bytes_max = limits::pack_index_bytes_max + 4096;

std::filesystem::path object_path(const std::filesystem::path& directory, const Hash& object) {
  const std::string name = to_hex(object.view());
  return directory / "objects" / name.substr(0, 2) / name.substr(2);
}

std::filesystem::path index_path(const std::filesystem::path& directory, const Hash& pack_hash) {
  return directory / "packs" / (to_hex(pack_hash.view()) + ".index");
}

bool is_stored(const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(path, ignored);
}

Result<Bytes> plain_object(const std::filesystem::path& directory, const Hash& object) {
  auto compressed = read_file(object_path(directory, object), file_bytes_max);
  if (!compressed && compressed.error().code == ErrorCode::NotFound)
    return fail(ErrorCode::Corrupt, "pack object", "it is missing; install the pack again");
  TRY_ASSIGN(const Bytes bytes, std::move(compressed));
  return decompress_object(bytes, object);
}

}  // namespace

Result<PackStore> PackStore::open(const std::filesystem::path& directory) {
  TRY_DONE(make_folder_durably(directory / "objects"));
  TRY_DONE(make_folder_durably(directory / "packs"));
  return PackStore(directory);
}

Result<std::vector<Hash>> PackStore::list() const {
  std::error_code failure;
  std::filesystem::directory_iterator entries(directory_ / "packs", failure);
  if (failure)
    return fail(ErrorCode::StorageFailure, place, "the folder of packs cannot be read: " + failure.message());
  std::vector<Hash> packs;
  for (const auto& entry : entries) {
    if (entry.path().extension() != ".index") continue;
    if (const auto pack_hash = id_from_hex<Hash>(entry.path().stem().string())) packs.push_back(*pack_hash);
  }
  std::sort(packs.begin(), packs.end());
  return packs;
}

Result<Pack> PackStore::load(const Hash& pack_hash, const Trust& trust) const {
  // Taken before the index is read: what is read after it will not be swept away.
  const auto open = std::make_shared<const FileLock>(FileLock::shared(index_path(directory_, pack_hash)));
  TRY_ASSIGN(const Bytes bytes, signed_index(pack_hash));
  TRY_ASSIGN(SignedIndex read, read_trusted_index(bytes, trust));
  if (read.hash != pack_hash) return fail(ErrorCode::Corrupt, place, "an index lies under another pack's name");
  const auto read_object = [directory = directory_, open](const Hash& object) {
    return plain_object(directory, object);
  };
  return Pack(std::make_unique<Pack::Content>(std::move(read), read_object));
}

Result<std::vector<ObjectEntry>> PackStore::missing_objects(ByteView signed_index, const Trust& trust) const {
  TRY_ASSIGN(const SignedIndex read, read_trusted_index(signed_index, trust));
  std::vector<ObjectEntry> missing;
  for (const ObjectEntry& object : read.index.objects)
    if (!is_stored(object_path(directory_, object.hash))) missing.push_back(object);
  return missing;
}

Done PackStore::put_object(const Hash& object, ByteView compressed) {
  TRY_DONE(decompress_object(compressed, object));
  const std::filesystem::path path = object_path(directory_, object);
  // What lies there may have decayed; a good copy replaces it.
  if (is_stored(path) && plain_object(directory_, object)) return {};
  TRY_DONE(make_folder_durably(path.parent_path()));
  return write_file_durably(path, compressed);
}

Result<Bytes> PackStore::compressed_object(const Hash& object) const {
  return read_file(object_path(directory_, object), file_bytes_max);
}

Result<Bytes> PackStore::signed_index(const Hash& pack_hash) const {
  return read_file(index_path(directory_, pack_hash), file_bytes_max);
}

Result<Hash> PackStore::commit(ByteView signed_index, const Trust& trust) {
  const FileLock changing = FileLock::exclusive(directory_ / "lock");
  TRY_ASSIGN(const auto missing, missing_objects(signed_index, trust));
  if (!missing.empty())
    return fail(ErrorCode::NotFound, place, std::to_string(missing.size()) + " objects of the pack are not here yet");
  TRY_ASSIGN(const SignedIndex read, read_signed_index(signed_index));
  TRY_DONE(write_file_durably(index_path(directory_, read.hash), signed_index));
  return read.hash;
}

Result<Hash> PackStore::install_file(const std::filesystem::path& file, const Trust& trust) {
  Bytes index_bytes;
  const auto check_trust = [&](ByteView signed_index, const SignedIndex&) -> Done {
    TRY_DONE(read_trusted_index(signed_index, trust));
    index_bytes.assign(signed_index.begin(), signed_index.end());
    return {};
  };
  const auto look_only = [](const Hash&, ByteView, const Bytes&) -> Done { return {}; };
  // The whole file is checked before the first object is stored.
  TRY_DONE(visit_container_file(file, {check_trust, look_only}));
  const auto store = [this](const Hash& object, ByteView compressed, const Bytes&) {
    return put_object(object, compressed);
  };
  TRY_DONE(visit_container_file(file, {check_trust, store}));
  return commit(index_bytes, trust);
}

Result<std::vector<std::string>> PackStore::verify_all(const Trust& trust) const {
  std::vector<std::string> damaged;
  TRY_ASSIGN(const auto packs, list());
  for (const Hash& pack_hash : packs) {
    const std::string name = "pack " + to_hex(pack_hash.view()).substr(0, 16);
    const auto pack = load(pack_hash, trust);
    if (!pack) {
      damaged.push_back(name + ": " + describe(pack.error()));
      continue;
    }
    for (const ObjectEntry& object : pack->content_->signed_index().index.objects)
      if (const auto plain = plain_object(directory_, object.hash); !plain)
        damaged.push_back(name + ", object " + to_hex(object.hash.view()).substr(0, 16) + ": " +
                          describe(plain.error()));
  }
  return damaged;
}

}  // namespace hornbook::pack

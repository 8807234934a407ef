#include "platform/programs/pack/preview_pack.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "content_packs/build/build_pack.hpp"
#include "platform/programs/pack/look_into_media.hpp"
#include "runtime/pack/container.hpp"

namespace hornbook::platform {
namespace {

Result<content::BuiltPack> built_of_source(const std::filesystem::path& folder) {
  TRY_ASSIGN(const content::SourceTree tree, content::read_source(folder));
  const content::ReadOutcome outcome = content::read_pack(tree, look_into_media);
  if (!outcome.problems.empty()) return fail(ErrorCode::BadInput, "lint", content::describe(outcome.problems.front()));
  return content::build_pack(outcome.source);
}

Result<content::BuiltPack> built_of_file(const std::filesystem::path& file) {
  content::BuiltPack built;
  const auto keep_index = [&](ByteView, const pack::SignedIndex& read) -> Done {
    built.index = read.index;
    return {};
  };
  const auto keep_object = [&](const Hash& object, ByteView compressed, const Bytes&) -> Done {
    built.objects.emplace(object, Bytes(compressed.begin(), compressed.end()));
    return {};
  };
  TRY_DONE(pack::visit_container_file(file, {keep_index, keep_object}));
  return built;
}

Result<content::BuiltPack> built_of_store(const std::filesystem::path& folder) {
  TRY_ASSIGN(const pack::PackStore store, pack::PackStore::open(folder));
  TRY_ASSIGN(const auto packs, store.list());
  if (packs.size() != 1)
    return fail(ErrorCode::BadInput, "pack store",
                folder.string() + " must hold one pack; name a .hbpack file or a source");
  TRY_ASSIGN(const Bytes signed_index, store.signed_index(packs.front()));
  TRY_ASSIGN(pack::SignedIndex read, pack::read_signed_index(signed_index));
  content::BuiltPack built;
  for (const pack::ObjectEntry& object : read.index.objects) {
    TRY_ASSIGN(Bytes compressed, store.compressed_object(object.hash));
    built.objects.emplace(object.hash, std::move(compressed));
  }
  built.index = std::move(read.index);
  return built;
}

Result<content::BuiltPack> built_at(const std::filesystem::path& path) {
  std::error_code ignored;
  if (!std::filesystem::is_directory(path, ignored)) return built_of_file(path);
  return std::filesystem::is_directory(path / "packs", ignored) ? built_of_store(path) : built_of_source(path);
}

}  // namespace

Result<PreviewPack> PreviewPack::create() {
  std::error_code failure;
  std::string name = (std::filesystem::temp_directory_path(failure) / "hornbook-preview-XXXXXX").string();
  if (failure || ::mkdtemp(name.data()) == nullptr)
    return fail(ErrorCode::StorageFailure, "preview", "no folder can be made for it in the folder of temporary files");
  return PreviewPack(name, SigningKey::generate());
}

PreviewPack::PreviewPack(PreviewPack&& other) noexcept
    : folder_(std::exchange(other.folder_, {})),
      key_(std::move(other.key_)),
      shelf_(std::move(other.shelf_)),
      languages_(std::move(other.languages_)),
      items_(std::move(other.items_)) {}

PreviewPack::~PreviewPack() {
  std::error_code ignored;
  if (!folder_.empty()) std::filesystem::remove_all(folder_, ignored);
}

Done PreviewPack::load(const std::filesystem::path& path) {
  TRY_ASSIGN(content::BuiltPack built, built_at(path));
  const pack::Trust trust{{key_.verify_key()}, 1};
  const std::vector<const SigningKey*> keys{&key_};
  TRY_ASSIGN(pack::PackStore store, pack::PackStore::open(folder_));
  for (const auto& [object, compressed] : built.objects) TRY_DONE(store.put_object(object, compressed));
  TRY_ASSIGN(const Hash hash, store.commit(pack::sign_index(built.index, keys), trust));
  TRY_ASSIGN(shelf_, PackShelf::open(folder_, trust, PackShelf::Assigned{{{hash, 0, {}}}}));
  languages_ = std::move(built.index.languages);
  items_.clear();
  for (const pack::IndexItem& item : built.index.items) items_.push_back(item.id);
  return {};
}

Result<std::uint32_t> PreviewPack::item(const std::string& id) const {
  const auto found = std::find(items_.begin(), items_.end(), id);
  if (found == items_.end()) return fail(ErrorCode::NotFound, "preview", "the pack has no item \"" + id + "\"");
  return static_cast<std::uint32_t>(found - items_.begin());
}

}  // namespace hornbook::platform

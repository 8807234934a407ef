#include <algorithm>
#include <set>

#include "runtime/core/limits.hpp"
#include "runtime/pack/durable_file.hpp"
#include "runtime/pack/file_lock.hpp"
#include "runtime/pack/pack.hpp"
#include "runtime/pack/signed_index.hpp"

namespace hornbook::pack {
namespace {

namespace fs = std::filesystem;

// Every file below `folder`, links included, which are not followed.
Result<std::vector<fs::path>> files_below(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code failure;
  fs::recursive_directory_iterator entries(folder, failure);
  for (; !failure && entries != fs::recursive_directory_iterator(); entries.increment(failure)) {
    std::error_code ignored;
    if (!fs::is_directory(entries->symlink_status(ignored))) files.push_back(entries->path());
  }
  if (failure) return fail(ErrorCode::StorageFailure, "pack store", "it cannot be read: " + failure.message());
  return files;
}

// As "abcdef…", from its folder and its name.
std::string object_named_by(const fs::path& file) {
  return file.parent_path().filename().string() + file.filename().string();
}

}  // namespace

// Indexes go first: an object goes only when no index that is durable names it.
Done PackStore::sweep(const std::vector<Hash>& kept) {
  const FileLock changing = FileLock::exclusive(directory_ / "lock");
  if (!changing.is_held()) return {};
  TRY_ASSIGN(const std::vector<Hash> installed, list());
  std::set<std::string> needed;
  for (const Hash& pack_hash : installed) {
    const fs::path index = directory_ / "packs" / (to_hex(pack_hash.view()) + ".index");
    const bool is_kept = std::find(kept.begin(), kept.end(), pack_hash) != kept.end();
    if (!is_kept) {
      const FileLock unused = FileLock::exclusive_if_free(index);
      if (unused.is_held()) {
        TRY_DONE(remove_file(index));
        continue;
      }
    }
    TRY_ASSIGN(const Bytes bytes, signed_index(pack_hash));
    TRY_ASSIGN(const SignedIndex read, read_signed_index(bytes));
    for (const ObjectEntry& object : read.index.objects) needed.insert(to_hex(object.hash.view()));
  }
  TRY_DONE(flush_folder(directory_ / "packs"));
  TRY_ASSIGN(const std::vector<fs::path> objects, files_below(directory_ / "objects"));
  for (const fs::path& object : objects)
    if (!needed.contains(object_named_by(object))) TRY_DONE(remove_file(object));
  return {};
}

}  // namespace hornbook::pack

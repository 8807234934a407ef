#include "content_packs/build/source_tree.hpp"

#include "runtime/core/limits.hpp"
#include "runtime/pack/durable_file.hpp"

namespace hornbook::content {

Result<SourceTree> read_source(const std::filesystem::path& folder) {
  constexpr const char* place = "pack source";
  std::error_code failure;
  std::filesystem::recursive_directory_iterator entries(folder, failure);
  if (failure) return fail(ErrorCode::NotFound, place, folder.string() + " is no folder that can be read");
  SourceTree tree;
  std::size_t bytes_left = limits::pack_bytes_max;
  for (const std::filesystem::recursive_directory_iterator end; entries != end; entries.increment(failure)) {
    if (failure) return fail(ErrorCode::StorageFailure, place, folder.string() + ": " + failure.message());
    if (entries->path().filename().string().starts_with('.')) {
      entries.disable_recursion_pending();
      continue;
    }
    if (!entries->is_regular_file(failure)) continue;
    if (tree.size() >= limits::pack_objects_max) return fail(ErrorCode::LimitExceeded, place, "it has too many files");
    TRY_ASSIGN(Bytes bytes, pack::read_file(entries->path(), bytes_left));
    bytes_left -= bytes.size();
    tree.emplace(entries->path().lexically_relative(folder).generic_string(), std::move(bytes));
  }
  return tree;
}

}  // namespace hornbook::content

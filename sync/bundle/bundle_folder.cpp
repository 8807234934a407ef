#include "sync/bundle/bundle_folder.hpp"

#include <algorithm>
#include <fstream>

#include "sync/bundle/carrier_limits.hpp"

namespace hornbook::bundle {
namespace {

// Nothing when it is not to be read, or no bundle.
std::optional<Outside> outside_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::array<char, outer_bytes> start{};
  if (!stream.read(start.data(), start.size())) return std::nullopt;
  const auto outside = read_outside(as_bytes(std::string_view(start.data(), start.size())));
  return outside ? std::optional(*outside) : std::nullopt;
}

}  // namespace

Result<std::vector<BundleFile>> list_bundles(const std::filesystem::path& folder, Direction direction) {
  std::error_code error;
  std::vector<std::filesystem::path> files;
  for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    std::error_code unknown;
    const bool is_file = at->symlink_status(unknown).type() == std::filesystem::file_type::regular;
    if (is_file && at->path().extension() == bundle_extension) files.push_back(at->path());
  }
  if (error) return fail(ErrorCode::StorageFailure, "folder", "it cannot be read; check that the stick is in place");
  std::sort(files.begin(), files.end());
  std::vector<BundleFile> bundles;
  for (const std::filesystem::path& file : files) {
    if (bundles.size() == limits::stick_bundles_max) break;
    const auto outside = outside_of(file);
    if (outside && outside->direction == direction) bundles.push_back({file, outside->mailbox});
  }
  return bundles;
}

}  // namespace hornbook::bundle

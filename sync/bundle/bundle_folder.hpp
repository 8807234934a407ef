// Bundles as files in a folder that others write to as well, such as a USB stick. What is no bundle is passed over:
// whatever else lies there, and files that are still being written, whose names end otherwise.
#pragma once

#include <filesystem>
#include <vector>

#include "sync/bundle/envelope.hpp"

namespace hornbook::bundle {

inline constexpr std::string_view bundle_extension = ".hbundle";

struct BundleFile {
  std::filesystem::path path;
  MailboxId mailbox;
};

// Regular files alone, never links, ordered by name, at most limits::stick_bundles_max of them. Reads nothing but each
// file's outside. StorageFailure when the folder cannot be read.
[[nodiscard]] Result<std::vector<BundleFile>> list_bundles(const std::filesystem::path& folder, Direction direction);

}  // namespace hornbook::bundle

// What is to be imported as bytes by path: a folder, or an archive that libarchive reads (tar with zstd, gzip or xz,
// zip). Nothing is unpacked onto the disk, so that no name in an archive can lead anywhere.
#pragma once

#include "content_packs/build/source_tree.hpp"

namespace hornbook::content {

// NotFound, BadInput when the file is no archive or damaged, LimitExceeded, StorageFailure.
[[nodiscard]] Result<SourceTree> read_folder_or_archive(const std::filesystem::path& path);

// Regular files of an archive in memory; hidden ones are passed over. BadInput, LimitExceeded.
[[nodiscard]] Result<SourceTree> read_archive(ByteView archive);

}  // namespace hornbook::content

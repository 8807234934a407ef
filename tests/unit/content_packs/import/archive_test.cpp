#include "content_packs/import/archive.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>

namespace hornbook::content {
namespace {

// A tar archive of small files with these names.
Bytes tar_of(const std::vector<std::string>& names) {
  Bytes bytes(64u << 10);
  std::size_t used = 0;
  struct archive* out = archive_write_new();
  archive_write_add_filter_zstd(out);
  archive_write_set_format_pax_restricted(out);
  archive_write_open_memory(out, bytes.data(), bytes.size(), &used);
  for (const std::string& name : names) {
    struct archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, 2);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(out, entry);
    archive_write_data(out, "{}", 2);
    archive_entry_free(entry);
  }
  archive_write_close(out);
  archive_write_free(out);
  bytes.resize(used);
  return bytes;
}

TEST(ImportArchive, Files_AreReadByTheirPaths) {
  const SourceTree tree = read_archive(tar_of({"./pool/a.json", "pool/b/c.json"})).value();
  EXPECT_EQ(tree.size(), 2u);
  EXPECT_EQ(tree.at("pool/a.json"), (Bytes{'{', '}'}));
}

TEST(ImportArchive, HiddenFiles_ArePassedOver) {
  EXPECT_EQ(read_archive(tar_of({"pool/.DS_Store", ".hidden/a", "pool/a"})).value().size(), 1u);
}

TEST(ImportArchive, WhatIsNoArchiveOrEndsEarly_IsRefused) {
  EXPECT_EQ(read_archive(as_bytes("no archive")).error().code, ErrorCode::BadInput);
  Bytes cut = tar_of({"a", "b", "c"});
  cut.resize(cut.size() / 2);
  EXPECT_FALSE(read_archive(cut));
  EXPECT_EQ(read_folder_or_archive("/nowhere/at/all").error().code, ErrorCode::NotFound);
}

}  // namespace
}  // namespace hornbook::content

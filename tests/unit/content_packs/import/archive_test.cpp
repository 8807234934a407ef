#include "content_packs/import/archive.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>

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

// A header of a tar of 1988 as every program writes it, with bytes for its name.
TEST(ImportArchive, NamesInOtherLetters_AreKept) {
  Bytes tar(2048, 0);
  const auto put = [&](std::size_t at, std::string_view text) {
    std::copy(text.begin(), text.end(), tar.begin() + static_cast<std::ptrdiff_t>(at));
  };
  put(0, "yo/\u1e63\u00e9.md");
  put(100, "0000644");
  put(124, "00000000002");
  put(136, "00000000000");
  put(148, "        ");
  put(156, "0");
  put(257, std::string_view("ustar\0"
                            "00",
                            8));
  unsigned sum = 0;
  for (std::size_t at = 0; at < 512; ++at) sum += tar[at];
  char octal[8];
  std::snprintf(octal, sizeof octal, "%06o", sum);
  put(148, std::string_view(octal, 7));
  put(512, "{}");
  const SourceTree tree = read_archive(tar).value();
  ASSERT_EQ(tree.size(), 1u);
  EXPECT_EQ(tree.begin()->first, "yo/\u1e63\u00e9.md");
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

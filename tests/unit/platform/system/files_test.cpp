#include "platform/system/files.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/support/temporary_directory.hpp"

namespace hornbook::platform {
namespace {

TEST(Files, WhatIsWritten_IsReadBack) {
  const test::TemporaryDirectory folder;
  const auto path = folder.path() / "identity";
  ASSERT_TRUE(write_file(path, as_bytes("first"), Readers::OwnerAlone));
  ASSERT_TRUE(write_file(path, as_bytes("second"), Readers::OwnerAlone));
  EXPECT_EQ(as_text(read_file(path, 100).value()), "second");
}

TEST(Files, AFileForItsOwner_IsReadByNobodyElse) {
  const test::TemporaryDirectory folder;
  const auto path = folder.path() / "identity";
  ASSERT_TRUE(write_file(path, as_bytes("x"), Readers::OwnerAlone));
  struct stat status {};
  ASSERT_EQ(::stat(path.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600u);
}

TEST(Files, AMissingFile_IsNotFound) {
  const test::TemporaryDirectory folder;
  EXPECT_EQ(read_file(folder.path() / "none", 100).error().code, ErrorCode::NotFound);
}

TEST(Files, ALongerFileThanAllowed_IsRefused) {
  const test::TemporaryDirectory folder;
  ASSERT_TRUE(write_file(folder.path() / "long", Bytes(101)));
  EXPECT_EQ(read_file(folder.path() / "long", 100).error().code, ErrorCode::LimitExceeded);
  EXPECT_EQ(read_file(folder.path() / "long", 101).value().size(), 101u);
}

TEST(Files, AFolderThatIsNotThere_IsAStorageFailureAndLeavesNothing) {
  const test::TemporaryDirectory folder;
  EXPECT_EQ(write_file(folder.path() / "none/file", as_bytes("x")).error().code, ErrorCode::StorageFailure);
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(Files, AFolderInPlaceOfAFile_IsBadInput) {
  const test::TemporaryDirectory folder;
  EXPECT_EQ(read_file(folder.path(), 100).error().code, ErrorCode::BadInput);
}

}  // namespace
}  // namespace hornbook::platform

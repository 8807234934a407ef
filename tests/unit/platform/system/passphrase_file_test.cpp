#include "platform/system/passphrase_file.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "runtime/core/limits.hpp"
#include "tests/support/temporary_directory.hpp"

namespace hornbook::platform {
namespace {

class PassphraseFile : public testing::Test {
 protected:
  [[nodiscard]] Result<SecretText> read(const std::string& content) const {
    const std::filesystem::path file = folder_.path() / "passphrase";
    std::ofstream(file, std::ios::binary) << content;
    return read_passphrase_file(file);
  }
  const test::TemporaryDirectory folder_;
};

TEST_F(PassphraseFile, FirstLineWithoutItsEnd_IsThePassphrase) {
  for (const char* content : {"three blue herons", "three blue herons\n", "three blue herons\r\nmore\n"})
    EXPECT_EQ(read(content)->view(), "three blue herons");
}

TEST_F(PassphraseFile, EmptyMissingOrTooLong_IsRefused) {
  EXPECT_EQ(read("\nsecond").error().code, ErrorCode::BadInput);
  EXPECT_EQ(read(std::string(limits::passphrase_bytes_max + 3, 'x')).error().code, ErrorCode::LimitExceeded);
  EXPECT_EQ(read_passphrase_file(folder_.path() / "none").error().code, ErrorCode::NotFound);
}

TEST_F(PassphraseFile, Moved_IsInOnePlace) {
  Result<SecretText> first = read("words");
  SecretText second;
  second = std::move(*first);
  EXPECT_EQ(second.view(), "words");
  EXPECT_TRUE(first->view().empty());
}

}  // namespace
}  // namespace hornbook::platform

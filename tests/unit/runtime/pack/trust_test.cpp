#include "runtime/pack/trust.hpp"

#include <gtest/gtest.h>

namespace hornbook::pack {
namespace {

std::string replaced(std::string text, std::string_view old, std::string_view by) {
  const std::size_t at = text.find(old);
  EXPECT_NE(at, std::string::npos);
  return text.replace(at, old.size(), by);
}

class RootFile : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { ASSERT_TRUE(crypto_start().has_value()); }
  Trust trust_{{SigningKey::generate().verify_key(), SigningKey::generate().verify_key()}, 2};
  std::string json_ = to_root_json(trust_, "2030-01-01T00:00:00Z");
};

TEST_F(RootFile, WrittenTrust_ReadsBack) {
  const Trust read = parse_root(json_).value();
  EXPECT_EQ(read.publishers, trust_.publishers);
  EXPECT_EQ(read.threshold, 2u);
}

TEST_F(RootFile, ImpossibleThresholdOrUnknownKey_IsBadInput) {
  EXPECT_EQ(parse_root(to_root_json(Trust{trust_.publishers, 3}, "x")).error().code, ErrorCode::BadInput);
  EXPECT_EQ(parse_root(to_root_json(Trust{trust_.publishers, 0}, "x")).error().code, ErrorCode::BadInput);
  EXPECT_EQ(parse_root(replaced(json_, "\"ed25519\"", "\"rsa\"")).error().code, ErrorCode::BadInput);
  EXPECT_EQ(parse_root(replaced(json_, "\"root\"", "\"roof\"")).error().code, ErrorCode::BadInput);
  EXPECT_EQ(parse_root("{}").error().code, ErrorCode::BadInput);
  EXPECT_EQ(parse_root("no json").error().code, ErrorCode::BadInput);
  EXPECT_EQ(parse_root(std::string(1000, '[')).error().code, ErrorCode::LimitExceeded);
}

}  // namespace
}  // namespace hornbook::pack

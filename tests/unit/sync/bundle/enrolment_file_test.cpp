#include "sync/bundle/enrolment_file.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "runtime/core/limits.hpp"
#include "tests/support/journal_samples.hpp"

namespace hornbook::bundle {
namespace {

using Json = nlohmann::json;

class EnrolmentFileTest : public testing::Test {
 protected:
  static void SetUpTestSuite() { ASSERT_TRUE(crypto_start()); }

  [[nodiscard]] static EnrolmentFile sample() {
    const journal::DeviceIdentity device = test::sample_device(test::SampleSchool{});
    return {"Station 1", journal::Profile::Hub, device.school, Bytes(16, 5), 1'790'000'000'000};
  }
  static void expect_field_named(const Json& json, std::string_view field) {
    const auto parsed = parse_enrolment(json.dump());
    ASSERT_FALSE(parsed) << field;
    EXPECT_EQ(parsed.error().code, ErrorCode::BadInput);
    EXPECT_NE(parsed.error().sentence.find("\"" + std::string(field) + "\""), std::string::npos)
        << parsed.error().sentence;
  }
};

TEST_F(EnrolmentFileTest, Written_ReadsBackTheSame) {
  const EnrolmentFile file = sample();
  const auto parsed = parse_enrolment(to_json(file));
  ASSERT_TRUE(parsed) << parsed.error().sentence;
  EXPECT_EQ(to_json(*parsed), to_json(file));
  EXPECT_EQ(parsed->token, file.token);
  EXPECT_EQ(parsed->school.packs.publishers, file.school.packs.publishers);
}

TEST_F(EnrolmentFileTest, EachFieldMissingOrOfAnotherType_IsNamed) {
  const Json good = Json::parse(to_json(sample()));
  for (const char* field : {"hornbook_enrolment", "device", "profile", "token", "expires_ms", "school"}) {
    Json changed = good;
    changed.erase(field);
    expect_field_named(changed, field);
    changed[field] = Json::array({1.5});
    expect_field_named(changed, field);
  }
  for (const char* field :
       {"name", "signing_key", "ingest_key", "tls_pin", "server", "pack_publishers", "pack_threshold"}) {
    Json changed = good;
    changed["school"].erase(field);
    expect_field_named(changed, field);
    changed["school"][field] = Json::array({1.5});
    expect_field_named(changed, field);
  }
}

TEST_F(EnrolmentFileTest, ValuesOutOfRange_AreNamed) {
  const auto with = [](auto change) {
    Json json = Json::parse(to_json(sample()));
    change(json);
    return json;
  };
  expect_field_named(with([](Json& json) { json["hornbook_enrolment"] = 2; }), "hornbook_enrolment");
  expect_field_named(with([](Json& json) { json["profile"] = "teacher"; }), "profile");
  expect_field_named(with([](Json& json) { json["token"] = "00"; }), "token");
  expect_field_named(with([](Json& json) { json["expires_ms"] = -1; }), "expires_ms");
  expect_field_named(with([](Json& json) { json["device"] = "two\nlines"; }), "device");
  expect_field_named(with([](Json& json) { json["device"] = std::string(300, 'x'); }), "device");
  expect_field_named(with([](Json& json) { json["school"]["tls_pin"] = std::string(64, 'g'); }), "tls_pin");
  expect_field_named(with([](Json& json) { json["school"]["pack_threshold"] = 0; }), "pack_threshold");
  expect_field_named(with([](Json& json) { json["school"]["pack_threshold"] = 2; }), "pack_threshold");
  expect_field_named(with([](Json& json) {
                       Json& keys = json["school"]["pack_publishers"];
                       keys.push_back(keys[0]);
                     }),
                     "pack_publishers");
}

TEST_F(EnrolmentFileTest, SchoolWithoutPublishers_StillAsksForASignature) {
  Json json = Json::parse(to_json(sample()));
  json["school"]["pack_publishers"] = Json::array();
  const auto parsed = parse_enrolment(json.dump());
  ASSERT_TRUE(parsed) << parsed.error().sentence;
  EXPECT_TRUE(parsed->school.packs.publishers.empty());
  EXPECT_EQ(parsed->school.packs.threshold, 1u);
}

TEST_F(EnrolmentFileTest, CutAnywhere_IsBadInput) {
  std::string text = to_json(sample());
  while (text.back() != '}') text.pop_back();
  for (std::size_t size = 0; size < text.size(); ++size) {
    const auto parsed = parse_enrolment(std::string_view(text).substr(0, size));
    ASSERT_FALSE(parsed) << size;
    ASSERT_EQ(parsed.error().code, ErrorCode::BadInput);
  }
}

TEST_F(EnrolmentFileTest, TooLongOrDeep_IsBadInput) {
  EXPECT_EQ(parse_enrolment(std::string(limits::enrolment_bytes_max + 1, ' ')).error().code, ErrorCode::BadInput);
  EXPECT_EQ(parse_enrolment(std::string(limits::enrolment_bytes_max, '[')).error().code, ErrorCode::BadInput);
}

TEST_F(EnrolmentFileTest, ConfirmationCode_IsSixDigitsOfKeyAndToken) {
  VerifyKey key;
  const std::string code = confirmation_code(key, Bytes(16, 1));
  EXPECT_EQ(code.size(), 6u);
  EXPECT_EQ(code.find_first_not_of("0123456789"), std::string::npos);
  EXPECT_EQ(code, confirmation_code(key, Bytes(16, 1)));
  EXPECT_NE(code, confirmation_code(key, Bytes(16, 2)));
  key.bytes[0] = 1;
  EXPECT_NE(code, confirmation_code(key, Bytes(16, 1)));
}

}  // namespace
}  // namespace hornbook::bundle

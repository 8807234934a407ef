#include "sync/bundle/bundle.hpp"

#include <gtest/gtest.h>

#include "runtime/core/limits.hpp"
#include "sync/bundle/carrier_limits.hpp"
#include "sync/bundle/envelope.hpp"
#include "sync/bundle/payload.hpp"
#include "tests/support/bundle_samples.hpp"

namespace hornbook::bundle {
namespace {

class BundleTest : public testing::Test {
 protected:
  static void SetUpTestSuite() { ASSERT_TRUE(crypto_start()); }

  const test::SampleSchool school_{};
  const SigningKey device_ = SigningKey::generate();
  const DeviceId id_ = device_id_of(device_.verify_key());
  const UpBundle up_ = test::sample_up_bundle(id_);
  const DownBundle down_ = test::sample_down_bundle(id_, school_.signing);
  const DeviceKeys enrolled_ = [this](const DeviceId& id) {
    return id == id_ ? std::optional(device_.verify_key()) : std::nullopt;
  };
  const DeviceKeys nobody_ = [](const DeviceId&) { return std::nullopt; };

  [[nodiscard]] Bytes up_bytes() const { return encode(up_, device_, school_.ingest.public_key()).value(); }
  [[nodiscard]] Bytes down_bytes() const { return encode(down_, school_.signing, device_.verify_key()).value(); }
};

TEST_F(BundleTest, UpBundle_ComesBackAsItWas) {
  const auto opened = decode_up(up_bytes(), school_.ingest, enrolled_);
  ASSERT_TRUE(opened) << opened.error().sentence;
  EXPECT_EQ(opened->device, id_);
  EXPECT_EQ(encode_payload(*opened), encode_payload(up_));
  EXPECT_EQ(opened->cursor.packs, up_.cursor.packs);
  EXPECT_EQ(opened->cursor.bases, up_.cursor.bases);
  EXPECT_FALSE(opened->cursor.parameters) << "a device that does not say what it goes by";
  EXPECT_EQ(opened->segments.at(0).sealed, up_.segments[0].sealed);
  EXPECT_EQ(opened->rows.at(0).sequence, 11u);
}

TEST_F(BundleTest, ParametersInUse_ComeBack) {
  UpBundle named = up_;
  named.cursor.parameters = hash(as_bytes("parameters"));
  const auto opened = decode_up_payload(encode_payload(named));
  ASSERT_TRUE(opened) << opened.error().sentence;
  EXPECT_EQ(opened->cursor.parameters, named.cursor.parameters);
}

TEST_F(BundleTest, ParameterFormat_ComesBack_AndIsNothingFromADeviceThatDoesNotSay) {
  EXPECT_EQ(decode_up_payload(encode_payload(up_)).value().cursor.parameter_format, 0);
  UpBundle says = up_;
  says.cursor.parameter_format = experiments_parameter_format;
  EXPECT_EQ(decode_up_payload(encode_payload(says)).value().cursor.parameter_format, experiments_parameter_format);
}

TEST_F(BundleTest, DownBundle_ComesBackAsItWas) {
  const auto opened = decode_down(down_bytes(), device_, school_.signing.verify_key());
  ASSERT_TRUE(opened) << opened.error().sentence;
  EXPECT_EQ(encode_payload(*opened), encode_payload(down_));
  EXPECT_EQ(opened->accepted->confirmation, "012345");
  EXPECT_EQ(opened->packs->at(0).bytes, 1234u);
  EXPECT_TRUE(journal::signed_by(opened->acknowledgement, school_.signing.verify_key()));
}

TEST_F(BundleTest, RequestsThatATeacherHasSeen_ComeBackAndAreNoMoreThanALimit) {
  DownBundle down = down_;
  down.seen = {{3, 60}, {1, 300}};
  EXPECT_EQ(decode_down_payload(encode_payload(down))->seen, down.seen);
  EXPECT_TRUE(decode_down_payload(encode_payload(down_))->seen.empty());
  down.seen.resize(limits::seen_requests_max + 1);
  EXPECT_FALSE(decode_down_payload(encode_payload(down)).has_value());
}

TEST_F(BundleTest, OneBitChangedAnywhere_IsRefused) {
  const Bytes whole = up_bytes();
  for (std::size_t i = 0; i < whole.size(); ++i) {
    Bytes changed = whole;
    changed[i] = static_cast<std::uint8_t>(changed[i] ^ (1u << (i % 8)));
    EXPECT_FALSE(decode_up(changed, school_.ingest, enrolled_)) << "byte " << i;
  }
}

TEST_F(BundleTest, CutAnywhere_IsRefused) {
  const Bytes up = up_bytes();
  const Bytes down = down_bytes();
  for (std::size_t size = 0; size < up.size(); ++size)
    EXPECT_FALSE(decode_up(ByteView(up).first(size), school_.ingest, enrolled_)) << size;
  for (std::size_t size = 0; size < down.size(); ++size)
    EXPECT_FALSE(decode_down(ByteView(down).first(size), device_, school_.signing.verify_key())) << size;
}

TEST_F(BundleTest, AnotherSchoolsKey_OpensNothing) {
  const auto opened = decode_up(up_bytes(), BoxKey::generate(), enrolled_);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::Corrupt);
}

TEST_F(BundleTest, DeviceThatIsNotEnrolled_IsNotAllowed) {
  const auto opened = decode_up(up_bytes(), school_.ingest, nobody_);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::NotAllowed);
}

TEST_F(BundleTest, SignatureOfAnotherDevice_IsNotAllowed) {
  const Bytes forged = encode(up_, SigningKey::generate(), school_.ingest.public_key()).value();
  const auto opened = decode_up(forged, school_.ingest, enrolled_);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::NotAllowed);
}

TEST_F(BundleTest, EnrolmentRequest_BringsItsOwnKey) {
  UpBundle first = test::sample_up_bundle(id_);
  first.enrolment = EnrolmentRequest{device_.verify_key(), Bytes(16, 1), "Station 1", journal::Profile::Station};
  const auto opened = decode_up(encode(first, device_, school_.ingest.public_key()).value(), school_.ingest, nobody_);
  ASSERT_TRUE(opened) << opened.error().sentence;
  EXPECT_EQ(opened->enrolment->device_name, "Station 1");
}

TEST_F(BundleTest, EnrolmentRequestForAnotherDevicesId_IsNotAllowed) {
  const SigningKey thief = SigningKey::generate();
  UpBundle stolen = test::sample_up_bundle(id_);
  stolen.enrolment = EnrolmentRequest{thief.verify_key(), Bytes(16, 1), "Station 1", journal::Profile::Station};
  const auto opened = decode_up(encode(stolen, thief, school_.ingest.public_key()).value(), school_.ingest, nobody_);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::NotAllowed);
}

TEST_F(BundleTest, DownBundleOfAnotherSchool_IsNotAllowed) {
  const Bytes forged = encode(down_, SigningKey::generate(), device_.verify_key()).value();
  const auto opened = decode_down(forged, device_, school_.signing.verify_key());
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::NotAllowed);
}

TEST_F(BundleTest, DownBundleForAnotherDevice_IsRefused) {
  const SigningKey other = SigningKey::generate();
  EXPECT_FALSE(decode_down(down_bytes(), other, school_.signing.verify_key()));
  const auto renamed = encode(down_, school_.signing, other.verify_key()).value();  // sealed to one, naming another
  EXPECT_EQ(decode_down(renamed, other, school_.signing.verify_key()).error().code, ErrorCode::NotAllowed);
}

TEST_F(BundleTest, UpBundleSentDown_IsBadInput) {
  const auto opened = decode_down(up_bytes(), device_, school_.signing.verify_key());
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::BadInput);
}

TEST_F(BundleTest, UnknownSection_IsSkipped) {
  ByteWriter payload;
  payload.varint(200);
  payload.text("of a later version");
  payload.raw(encode_payload(up_));
  payload.varint(70'000);
  payload.sized({});
  const Bytes later = seal_envelope(Direction::Up, id_, payload.view(), device_, school_.ingest.public_key()).value();
  const auto opened = decode_up(later, school_.ingest, enrolled_);
  ASSERT_TRUE(opened) << opened.error().sentence;
  EXPECT_EQ(encode_payload(*opened), encode_payload(up_));
}

TEST_F(BundleTest, RepeatedCursorOrNone_IsBadInput) {
  Bytes twice = encode_payload(UpBundle{});
  const Bytes once = twice;
  twice.insert(twice.end(), once.begin(), once.end());
  EXPECT_EQ(decode_up_payload(twice).error().code, ErrorCode::BadInput);
  EXPECT_EQ(decode_up_payload({}).error().code, ErrorCode::BadInput);
  EXPECT_EQ(decode_down_payload({}).error().code, ErrorCode::BadInput);
}

TEST_F(BundleTest, TooLong_IsLimitExceeded) {
  const Bytes payload(limits::bundle_bytes_max - 100, 0);
  const auto sealed = seal_envelope(Direction::Up, id_, payload, device_, school_.ingest.public_key());
  ASSERT_FALSE(sealed);
  EXPECT_EQ(sealed.error().code, ErrorCode::LimitExceeded);
  EXPECT_EQ(decode_up(Bytes(limits::bundle_bytes_max + 1, 0), school_.ingest, enrolled_).error().code,
            ErrorCode::LimitExceeded);
}

TEST_F(BundleTest, Mailbox_IsNewEachTimeAndSizesArePadded) {
  const Bytes one = up_bytes();
  const Bytes two = up_bytes();
  EXPECT_NE(Bytes(one.begin() + 6, one.begin() + 22), Bytes(two.begin() + 6, two.begin() + 22));
  EXPECT_EQ(one.size(), padded_size(one.size()));
}

TEST(PaddedSize, PadsAsThePaperSays_ByASixteenthAtMost) {
  EXPECT_EQ(padded_size(0), 256u);
  EXPECT_EQ(padded_size(256), 256u);
  EXPECT_EQ(padded_size(257), 272u);
  EXPECT_EQ(padded_size(272), 272u);
  EXPECT_EQ(padded_size(513), 544u);
  EXPECT_EQ(padded_size(65'537), 67'584u);
  for (std::size_t size = 256; size < 100'000; ++size) {
    const std::size_t padded = padded_size(size);
    ASSERT_GE(padded, size);
    ASSERT_LE(padded, size + size / 16 + 1);
    ASSERT_EQ(padded_size(padded), padded);
  }
}

TEST_F(BundleTest, NameOfACursor_TravelsInItsPlace) {
  UpBundle named = up_;
  named.cursor_name = CursorName{{1, 2, 3}};
  const auto opened = decode_up_payload(encode_payload(named));
  ASSERT_TRUE(opened) << opened.error().sentence;
  EXPECT_EQ(opened->cursor_name, named.cursor_name);
  EXPECT_TRUE(opened->cursor.packs.empty());
  EXPECT_LT(encode_payload(named).size(), encode_payload(up_).size());
}

TEST_F(BundleTest, CursorAndItsName_AreNotBothTaken) {
  Bytes both = encode_payload(up_);
  UpBundle named;
  named.cursor_name = CursorName{};
  const Bytes name = encode_payload(named);
  both.insert(both.end(), name.begin(), name.end());
  EXPECT_EQ(decode_up_payload(both).error().code, ErrorCode::BadInput);
}

TEST_F(BundleTest, WhatTheSchoolExpects_ComesBack) {
  DownBundle down = down_;
  down.wants_cursor = true;
  down.expected_cursor = CursorName{{7}};
  const auto opened = decode_down_payload(encode_payload(down));
  ASSERT_TRUE(opened) << opened.error().sentence;
  EXPECT_TRUE(opened->wants_cursor);
  EXPECT_EQ(opened->expected_cursor, down.expected_cursor);
}

}  // namespace
}  // namespace hornbook::bundle

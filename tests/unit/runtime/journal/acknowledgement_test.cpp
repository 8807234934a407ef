#include "runtime/journal/acknowledgement.hpp"

#include <gtest/gtest.h>

#include "tests/support/with_crypto.hpp"

namespace hornbook::journal {
namespace {

Acknowledgement sample() {
  Acknowledgement acknowledgement;
  acknowledgement.device.bytes.fill(9);
  acknowledgement.generation = 3;
  acknowledgement.signed_time_ms = 1'790'000'000'123;
  acknowledgement.epochs = {{1, 40, 40, 40, {}}, {2, 10, 0, 30, {{11, 12}, {20, 20}}}};
  return acknowledgement;
}

TEST(Acknowledgement, SignedAndSent_ReadsBackAndHolds) {
  const SigningKey school = SigningKey::generate();
  Acknowledgement acknowledgement = sample();
  sign(acknowledgement, school);
  const Acknowledgement read = decode_acknowledgement(encode(acknowledgement)).value();
  EXPECT_TRUE(signed_by(read, school.verify_key()));
  EXPECT_FALSE(signed_by(read, SigningKey::generate().verify_key()));
  EXPECT_EQ(read.generation, 3u);
  EXPECT_EQ(read.signed_time_ms, 1'790'000'000'123);
  ASSERT_EQ(read.epochs.size(), 2u);
  EXPECT_EQ(read.epochs[1].stored_through, 10u);
  EXPECT_EQ(read.epochs[1].highest_seen, 30u);
  EXPECT_EQ(read.epochs[1].missing, (std::vector<SequenceRange>{{11, 12}, {20, 20}}));
}

TEST(Acknowledgement, ChangedAfterSigning_DoesNotHold) {
  const SigningKey school = SigningKey::generate();
  Acknowledgement acknowledgement = sample();
  sign(acknowledgement, school);
  acknowledgement.epochs[1].stored_through = 11;
  EXPECT_FALSE(signed_by(acknowledgement, school.verify_key()));
}

TEST(Acknowledgement, LevelsThatContradictEachOther_AreRefused) {
  const auto decoded = [](auto change) {
    Acknowledgement acknowledgement = sample();
    change(acknowledgement);
    return decode_acknowledgement(encode(acknowledgement));
  };
  EXPECT_TRUE(decoded([](Acknowledgement&) {}).has_value());
  EXPECT_FALSE(decoded([](Acknowledgement& a) { a.epochs[0].backed_up_through = 41; }).has_value());
  EXPECT_FALSE(decoded([](Acknowledgement& a) { a.epochs[1].highest_seen = 15; }).has_value());
  EXPECT_FALSE(decoded([](Acknowledgement& a) { a.epochs[1].missing[0].first = 10; }).has_value());
  EXPECT_FALSE(decoded([](Acknowledgement& a) { a.epochs[1].missing[1] = {12, 13}; }).has_value());
  EXPECT_FALSE(decoded([](Acknowledgement& a) { a.epochs[1].missing[1] = {20, 30}; }).has_value());
  EXPECT_FALSE(decoded([](Acknowledgement& a) { a.epochs[1].epoch = 1; }).has_value());
}

TEST(Acknowledgement, Truncated_IsRefused) {
  const Bytes whole = encode(sample());
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_FALSE(decode_acknowledgement(ByteView(whole).first(size)).has_value()) << size;
  }
}

}  // namespace
}  // namespace hornbook::journal

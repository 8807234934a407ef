// How events become a sealed segment and come out again, of today and of before. The bytes in hexadecimal are what a
// reader of another make can be tried with.
#include <gtest/gtest.h>

#include "runtime/core/limits.hpp"
#include "runtime/journal/compression.hpp"
#include "runtime/journal/dictionaries/dictionaries.hpp"
#include "runtime/journal/open_sealed.hpp"
#include "runtime/journal/sealing.hpp"
#include "runtime/measure/event_codec.hpp"
#include "tests/support/with_crypto.hpp"

namespace hornbook::journal {
namespace {

// The key of epoch 3 is 32 bytes of 7; the device's id is 16 bytes of 1.
SecretKey epoch_key() { return SecretKey::from_bytes(Bytes(SecretKey::size, 7)).value(); }
DeviceId device() {
  DeviceId id;
  id.bytes.fill(1);
  return id;
}

std::vector<measure::Event> sample_events() {
  std::vector<measure::Event> events;
  events.push_back({5, 1, 61'000, measure::ItemPresented{0, 12, 4}});
  measure::Response response;
  response.answer = engage::Answer{2, {}, {"3/4"}};
  response.correct = true;
  response.credit_permille = 1000;
  response.response_ms = 7'250;
  events.push_back({6, 1, 68'300, response});
  events.push_back({7, 1, 70'000, measure::SessionEnd{}});
  return events;
}

Segment blank() {
  Segment segment;
  segment.epoch = 3;
  segment.number = 2;
  segment.chain_end = hash(as_bytes("chain"));
  return segment;
}

// As segments were written before there was a dictionary.
Segment sealed_without_dictionary() {
  const auto events = sample_events();
  const Bytes frame = compress(measure::encode_columns(events).value(), Effort::Thorough).value();
  Segment segment = blank();
  segment.first_sequence = events.front().sequence;
  segment.last_sequence = events.back().sequence;
  segment.sealed =
      seal_numbered(segment_key(epoch_key()), segment.number, segment_associated_data(device(), segment), frame);
  return segment;
}

TEST(SegmentCodec, Events_ComeOutAsTheyWentIn) {
  const Segment segment = seal_segment(segment_key(epoch_key()), device(), blank(), sample_events()).value();
  EXPECT_EQ(segment.dictionary, newest_segment_dictionary);
  EXPECT_EQ(open_segment(segment, device(), epoch_key()).value(), sample_events());
  EXPECT_LT(segment.sealed.size(), sealed_without_dictionary().sealed.size());
}

TEST(SegmentCodec, SegmentOfBeforeThereWasADictionary_StillOpens) {
  EXPECT_EQ(open_segment(sealed_without_dictionary(), device(), epoch_key()).value(), sample_events());
}

TEST(SegmentCodec, WrittenSegment_OpensAsItDidWhenItWasWritten) {
  const Bytes bytes =
      bytes_from_hex(
          "01030205020101deeea3e00465295c0613e1495ac5197db271b0f1ca026eaf33a0bc3628556575421183d3cf8c8a0d4b7161465cbf85"
          "b73695143687cb5185bd55cc3cb5e2fb10e4290285665593dcfb66adcc7a1b603cc668fcea1e1ab36c44345cfc53ab93cc9c3de1")
          .value();
  const Segment segment = decode_segment(bytes).value();
  EXPECT_EQ(segment.dictionary, 1u);
  EXPECT_EQ(open_segment(segment, device(), epoch_key()).value(), sample_events());
}

TEST(SegmentCodec, DictionaryThatIsNotKnownHere_IsSaidAndNotTakenForDamage) {
  Segment segment = seal_segment(segment_key(epoch_key()), device(), blank(), sample_events()).value();
  segment.dictionary = newest_segment_dictionary + 1;
  EXPECT_EQ(open_segment(segment, device(), epoch_key()).error().code, ErrorCode::BadInput);
  segment.dictionary = 0;
  EXPECT_EQ(open_segment(segment, device(), epoch_key()).error().code, ErrorCode::Corrupt)
      << "the seal is over the number, too";
}

// What was sealed against it must be readable for ever: a better dictionary gets the next number.
TEST(SegmentCodec, ShippedDictionary_NeverChanges) {
  EXPECT_EQ(to_hex(hash(*segment_dictionary(1)).view()),
            "4c755ff6f047b4e4a4921e4e1c3090b6ba00d2e4526258b8cde5044b814c9227");
  EXPECT_TRUE(segment_dictionary(0)->empty());
  EXPECT_FALSE(segment_dictionary(newest_segment_dictionary + 1).has_value());
}

TEST(SegmentCodec, FrameThatWouldExpandPastItsLimit_IsRefused) {
  const Bytes plain(500, 3);
  const Bytes frame = compress(plain, Effort::Thorough, *segment_dictionary(1)).value();
  EXPECT_EQ(decompress(frame, 500, *segment_dictionary(1)).value(), plain);
  EXPECT_EQ(decompress(frame, 499, *segment_dictionary(1)).error().code, ErrorCode::LimitExceeded);
}

}  // namespace
}  // namespace hornbook::journal

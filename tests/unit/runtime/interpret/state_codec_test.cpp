#include <gtest/gtest.h>

#include "runtime/core/limits.hpp"
#include "tests/unit/runtime/interpret/event_log.hpp"

namespace hornbook::interpret {
namespace {

Base sample_base() {
  test::EventLog log = test::long_log(3);
  log.start(1'795'000'000'000);
  log.present(2);
  Base base;
  base.state = log.folded();
  for (const measure::EventRecord& record : log.records()) {
    include(base.contains, record.device, record.epoch, record.event.sequence);
  }
  return base;
}

TEST(StateCodec, State_SurvivesAndKeepsItsHash) {
  const LearnerState state = sample_base().state;
  const Result<LearnerState> back = decode_state(encode(state));
  ASSERT_TRUE(back) << describe(back.error());
  EXPECT_EQ(*back, state);
  EXPECT_EQ(hash_of(*back), hash_of(state));
}

TEST(StateCodec, Base_SurvivesAndKeepsItsName) {
  const Base base = sample_base();
  const Result<Base> back = decode_base(encode(base));
  ASSERT_TRUE(back) << describe(back.error());
  EXPECT_EQ(back->state, base.state);
  EXPECT_EQ(name_of(*back), name_of(base));
}

TEST(StateCodec, EveryTruncation_IsAnError) {
  const Bytes bytes = encode(sample_base());
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(decode_base(ByteView(bytes).first(size))) << size;
}

TEST(StateCodec, BytesAfterTheEnd_AreRefused) {
  Bytes bytes = encode(sample_base());
  bytes.push_back(0);
  EXPECT_FALSE(decode_base(bytes));
}

TEST(StateCodec, NumberThatIsNotFinite_IsRefused) {
  Bytes bytes = encode(LearnerState{});
  for (std::size_t i = 1; i <= 8; ++i) bytes[i] = 0xff;
  EXPECT_FALSE(decode_state(bytes));
}

TEST(StateCodec, SkillAndItsItems_StayBelowTwoKilobytes) {
  test::EventLog log;
  log.start(1'790'000'000'000);
  const std::size_t without = encode(log.folded()).size();
  for (std::uint32_t item = 0; item < test::items_per_skill; ++item) log.practise(item, true);
  EXPECT_LT(encode(log.folded()).size() - without, 2048u);
}

TEST(ParametersCodec, Defaults_Survive) {
  const Parameters parameters = default_parameters();
  EXPECT_EQ(decode_parameters(encode(parameters)).value(), parameters);
}

TEST(ParametersCodec, ProbabilityOutOfRange_IsRefused) {
  Parameters parameters = default_parameters();
  parameters.guess_permille = 950;
  EXPECT_FALSE(decode_parameters(encode(parameters))) << "slip and guess together above one";
  parameters.guess_permille = 0;
  EXPECT_FALSE(decode_parameters(encode(parameters))) << "a guess of zero makes certainty of one answer";
}

Parameters calibrated_parameters() {
  Parameters parameters = default_parameters();
  parameters.calibration.items = {{1, -2000}, {9, 350}, {~std::uint64_t{0}, 10'000}};
  parameters.calibration.skills = {{4, -50}};
  return parameters;
}

TEST(ParametersCodec, CalibratedOnes_SurviveUnderAnotherName) {
  EXPECT_EQ(decode_parameters(encode(calibrated_parameters())).value(), calibrated_parameters());
  EXPECT_NE(hash_of(calibrated_parameters()), hash_of(default_parameters()));
}

TEST(ParametersCodec, CalibrationThatIsNotCanonical_IsRefused) {
  Parameters parameters = calibrated_parameters();
  std::swap(parameters.calibration.items[0], parameters.calibration.items[1]);
  EXPECT_FALSE(decode_parameters(encode(parameters))) << "its keys do not rise";
  parameters = calibrated_parameters();
  parameters.calibration.items[1].key = 1;
  EXPECT_FALSE(decode_parameters(encode(parameters))) << "a key stands there twice";
  parameters = calibrated_parameters();
  parameters.calibration.skills[0].milli = 10'001;
  EXPECT_FALSE(decode_parameters(encode(parameters))) << "no item is that hard";
  Bytes empty = encode(default_parameters());
  empty.front() = 2;
  empty.insert(empty.end(), {0, 0});
  EXPECT_FALSE(decode_parameters(empty)) << "without a calibration the format is 1";
}

TEST(ParametersCodec, TypicalTimes_SurviveWithAndWithoutTheRest) {
  for (Parameters parameters : {default_parameters(), calibrated_parameters()}) {
    const Bytes without = encode(parameters);
    parameters.times = {20'000, {{3, 1'000}, {~std::uint64_t{0}, typical_ms_max}}};
    const Bytes bytes = encode(parameters);
    EXPECT_EQ(bytes.front(), 4);
    EXPECT_EQ(decode_parameters(bytes).value(), parameters);
    for (std::size_t size = 0; size < bytes.size(); ++size)
      EXPECT_FALSE(decode_parameters(ByteView(bytes).first(size)));
    EXPECT_EQ(encode(decode_parameters(without).value()), without) << "without them the bytes are as before";
  }
}

TEST(ParametersCodec, TypicalTimesThatAreNotCanonical_AreRefused) {
  Parameters parameters = default_parameters();
  parameters.times = {20'000, {{3, 1'000}, {3, 2'000}}};
  EXPECT_FALSE(decode_parameters(encode(parameters))) << "a key stands there twice";
  parameters.times.items = {{3, 0}};
  EXPECT_FALSE(decode_parameters(encode(parameters))) << "nothing takes no time";
  parameters.times.items = {{3, typical_ms_max + 1}};
  EXPECT_FALSE(decode_parameters(encode(parameters)));
  Bytes none = encode(default_parameters());
  none.front() = 4;
  none.insert(none.end(), {0, 0, 0, 0, 0});
  EXPECT_FALSE(decode_parameters(none)) << "without times the format is 1";
}

TEST(ParametersCodec, EveryTruncationOfACalibration_IsAnError) {
  const Bytes bytes = encode(calibrated_parameters());
  for (std::size_t size = 0; size < bytes.size(); ++size) EXPECT_FALSE(decode_parameters(ByteView(bytes).first(size)));
}

TEST(ParametersCodec, EveryTruncation_IsAnError) {
  const Bytes bytes = encode(default_parameters());
  for (std::size_t size = 0; size < bytes.size(); ++size) EXPECT_FALSE(decode_parameters(ByteView(bytes).first(size)));
}

}  // namespace
}  // namespace hornbook::interpret

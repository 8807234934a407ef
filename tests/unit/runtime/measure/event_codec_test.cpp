#include "runtime/measure/event_codec.hpp"

#include <gtest/gtest.h>
#include <zstd.h>

#include <cstdio>

#include "runtime/core/limits.hpp"
#include "tests/unit/runtime/measure/class_batch.hpp"

namespace hornbook::measure {
namespace {

// Those that tell how a lesson was fitted to the learner.
std::vector<EventBody> adaptations(const Candidate& candidate) {
  return {MessageShown{300},
          GoalSet{0xffff'0000'1234, 12, 20'783, DecidedBy::Teacher},
          DetectorFired{4, 1, 3, 21, 870},
          DetectorFired{4, 1, 3, 0xffff'ffff'ffff, 0},
          OverrideMade{DecidedBy::Learner, 4, OverrideReason::TooHard, std::nullopt},
          OverrideMade{DecidedBy::Teacher, 4, OverrideReason::Other, candidate},
          ExperimentAssigned{ExperimentId{{5}}, 1, 500},
          ExperimentExposed{ExperimentId{{5}}, 1, 4},
          ItemSkipped{SkipReason::Learner},
          CheckStarted{3, 2, DecidedBy::Teacher},
          CheckEnded{3, 2, CheckEndReason::Ceiling, -2'345, 398},
          ExampleShown{ExampleKind::OwnSteps, ExampleAct::Read, 3, 2, 70'000, 12},
          BreakTaken{BreakKind::Stretching, 60'000, 0},
          TalkRequested{LearnerId{{4}}, {1'790'000'000'123, -1}},
          PlanSet{20'783, {false, true, false, true, false}},
          PlanSet{0, {}},
          CheckAsked{0xffff'0000'1234, false},
          CheckAsked{0xffff'0000'1234, true},
          Decision{7,
                   Candidate{1, 19, 8, ReasonCode::WorkedExample, 5, 400},
                   {Candidate{1, 20, 8, ReasonCode::BeforeTermEnds, 5, 900}},
                   9,
                   4,
                   3}};
}

std::vector<Event> one_of_each_kind() {
  SessionStart start;
  start.learner.bytes[3] = 7;
  start.base.contains = {{DeviceId{{1}}, 4, 99}, {DeviceId{{2}}, 1, 5}};
  start.parameter_version = 3;
  start.packs = {{0, Hash{{9}}}, {1, Hash{{8}}}};
  start.time = {1'790'000'000'123, 250};
  start.session_number = 12;
  start.provisional = true;
  start.language = "es";
  const Candidate candidate{1, 17, 0xdeadbeef, ReasonCode::StepBack, 5, 812};
  Response response;
  response.answer = engage::Answer{3, {2, 0, 1}, {}};
  response.credit_permille = 500;
  response.attempt = 2;
  response.hints_used = 1;
  response.response_ms = 4321;
  response.misconception = std::uint16_t{6};
  std::vector<EventBody> bodies{start,
                                Decision{4, candidate, {candidate, Candidate{}}, 9, 430, 3},
                                Decision{5, Candidate{1, 18, 6, ReasonCode::Probe, 5, 400}, {candidate}, 9, 430, 3},
                                Decision{6,
                                         Candidate{1, 19, 7, ReasonCode::Check, 5, 400},
                                         {Candidate{1, 20, 7, ReasonCode::Confirm, 5, 900}},
                                         9,
                                         4,
                                         3},
                                ChoiceMade{2},
                                ItemPresented{1, 17, 5},
                                HintShown{2},
                                response,
                                Response{engage::Answer{1, {3}, {}}, true, 1000, 1, 0, 10, {}},
                                Response{engage::Answer{2, {}, {"1 3/4"}}, false, 0, 1, 0, 10, {}},
                                Response{engage::Answer{4, {70'000}, {}}, false, 0, 1, 0, 10, {}},
                                StepHintShown{1, 0, 1},
                                StepAnswered{1, 0, response},
                                StepAnswered{63, 32, Response{engage::Answer{2, {}, {"5"}}, true, 1000, 1, 0, 10, {}}},
                                ReadingLevelChosen{1, 9'999, 4, LevelChosenBy::Learner},
                                MediaProgress{123'456, 600'000, engage::MediaAct::CheckPoint},
                                ReadingProgress{1, 70'000, 3, 512, 4'000'000'000},
                                ClockCorrected{{5, -1}},
                                UnknownEvent{200, {1, 2, 3}}};
  for (const EventBody& body : adaptations(candidate)) bodies.push_back(body);
  bodies.push_back(SessionEnd{SessionEndReason::Rotation});
  std::vector<Event> events;
  std::uint64_t sequence = 3;
  for (const EventBody& body : bodies) {
    events.push_back({sequence, 2, static_cast<std::int64_t>(sequence * 1000), body});
    sequence += sequence == 5 ? 4 : 1;  // a skipped sequence leaves a gap
  }
  return events;
}

std::size_t compressed_size(const Bytes& columns) {
  Bytes compressed(ZSTD_compressBound(columns.size()));
  return ZSTD_compress(compressed.data(), compressed.size(), columns.data(), columns.size(), 19);
}

TEST(EventCodec, OneOfEachKind_SurvivesTheRowForm) {
  for (const Event& event : one_of_each_kind()) {
    const Result<Bytes> bytes = encode_event(event);
    ASSERT_TRUE(bytes) << describe(bytes.error());
    const Result<Event> back = decode_event(*bytes);
    ASSERT_TRUE(back) << describe(back.error());
    EXPECT_EQ(*back, event) << "number " << int{number_of(event.body)};
  }
}

TEST(EventCodec, OneOfEachKind_SurvivesTheColumns) {
  const std::vector<Event> events = one_of_each_kind();
  const Result<Bytes> bytes = encode_columns(events);
  ASSERT_TRUE(bytes) << describe(bytes.error());
  const Result<std::vector<Event>> back = decode_columns(*bytes);
  ASSERT_TRUE(back) << describe(back.error());
  EXPECT_EQ(*back, events);
}

TEST(EventCodec, ExtremeNumbers_SurviveBothForms) {
  constexpr auto least = std::numeric_limits<std::int64_t>::min();
  constexpr auto greatest = std::numeric_limits<std::int64_t>::max();
  const std::vector<Event> events{
      {1, 0xffffffff, greatest, ClockCorrected{{least, greatest}}},
      {std::numeric_limits<std::uint64_t>::max() - 1, 0, least, ClockCorrected{{greatest, least}}},
      {std::numeric_limits<std::uint64_t>::max(), 0, 0, SessionEnd{}}};
  const Result<Bytes> columns = encode_columns(events);
  ASSERT_TRUE(columns);
  EXPECT_EQ(decode_columns(*columns).value(), events);
  for (const Event& event : events) EXPECT_EQ(decode_event(encode_event(event).value()).value(), event);
}

TEST(EventCodec, NoEvents_GiveNoEventsBack) {
  const Result<Bytes> bytes = encode_columns({});
  ASSERT_TRUE(bytes);
  EXPECT_TRUE(decode_columns(*bytes).value().empty());
}

TEST(EventCodec, UnknownNumber_IsKeptAsItCame) {
  const Event event{8, 1, 50, UnknownEvent{14, {0, 255, 128}}};
  EXPECT_EQ(decode_event(encode_event(event).value()).value(), event);
}

// A reader of before the number had fields takes the same bytes for an unknown event, in either form.
TEST(EventCodec, RequestToTalk_IsCarriedByReadersThatDoNotKnowIt) {
  const TalkRequested requested{LearnerId{{4}}, {1'790'000'000'123, 250}};
  ByteWriter body;
  body.raw(requested.learner.view());
  body.signed_varint(requested.time.unix_ms);
  body.signed_varint(requested.time.uncertainty_ms);
  const std::vector<Event> known{{8, 1, 50, requested}, {9, 1, 60, HintShown{1}}};
  const std::vector<Event> unknown{{8, 1, 50, UnknownEvent{19, body.take()}}, {9, 1, 60, HintShown{1}}};
  EXPECT_EQ(number_of(known[0].body), 20);
  Bytes row = encode_event(known[0]).value();
  row[1] ^= 20 ^ 19;  // the head's five bits of the number, and nothing else, tell one from the other
  EXPECT_EQ(row, encode_event(unknown[0]).value());
  Bytes columns = encode_columns(known).value();
  const Bytes as_unknown = encode_columns(unknown).value();
  ASSERT_EQ(columns.size(), as_unknown.size());
  const auto different = std::mismatch(columns.begin(), columns.end(), as_unknown.begin()).first;
  ASSERT_NE(different, columns.end());
  *different ^= 20 ^ 19;
  EXPECT_EQ(columns, as_unknown);
}

TEST(EventCodec, UnknownEventWithANumberInUse_IsRefused) { EXPECT_FALSE(encode_event({1, 1, 0, UnknownEvent{4, {}}})); }

TEST(EventCodec, SequenceThatDoesNotGrow_IsRefused) {
  const std::vector<Event> events{{5, 1, 0, SessionEnd{}}, {5, 1, 0, SessionEnd{}}};
  EXPECT_FALSE(encode_columns(events));
}

TEST(EventCodec, TooLongAnAnswer_IsRefused) {
  Response response;
  response.answer = engage::Answer{2, {}, {std::string(limits::typed_answer_bytes_max + 1, '1')}};
  const Result<Bytes> bytes = encode_event({1, 1, 0, response});
  ASSERT_FALSE(bytes);
  EXPECT_EQ(bytes.error().code, ErrorCode::LimitExceeded);
}

TEST(EventCodec, AnswersOfAnyKindAndShape_SurviveBothForms) {
  const std::vector<engage::Answer> answers{{200, {1, 2, 0xffffffff}, {"", "né"}},
                                            {200, {}, {}},
                                            {200, {7}, {"a"}},
                                            {2, {5}, {"3"}},
                                            {2, {}, {"4"}},
                                            {0, {}, {}},
                                            {255, {9}, {}}};
  std::vector<Event> events;
  for (const engage::Answer& answer : answers) {
    Response response;
    response.answer = answer;
    events.push_back({events.size() + 1, 1, 0, response});
    EXPECT_EQ(decode_event(encode_event(events.back()).value()).value(), events.back());
  }
  EXPECT_EQ(decode_columns(encode_columns(events).value()).value(), events);
}

TEST(EventCodec, TooManyNumbersOrTexts_AreRefused) {
  Response response;
  response.answer = engage::Answer{9, std::vector<std::uint32_t>(limits::answer_numbers_max + 1), {}};
  EXPECT_FALSE(encode_event({1, 1, 0, response}));
  response.answer = engage::Answer{9, {}, std::vector<std::string>(limits::answer_texts_max + 1)};
  EXPECT_FALSE(encode_event({1, 1, 0, response}));
}

TEST(EventCodec, AnswersOfOneShape_SayItOnce) {
  Response response;
  response.answer = engage::Answer{9, {1, 2, 3, 4, 5}, {}};
  response.correct = true;
  response.credit_permille = 1000;
  std::vector<Event> events{{1, 1, 0, response}};
  const std::size_t one = encode_columns(events).value().size();
  response.attempt = 2;
  events.push_back({2, 1, 0, response});
  // Event and response heads, one and two bytes; five numbers.
  EXPECT_EQ(encode_columns(events).value().size(), one + 1 + 2 + 5);
}

TEST(EventCodec, BaseVectorOutOfOrder_IsRefused) {
  SessionStart start;
  start.base.contains = {{DeviceId{{2}}, 1, 1}, {DeviceId{{1}}, 1, 1}};
  EXPECT_FALSE(encode_event({1, 1, 0, start}));
}

TEST(EventCodec, LongestSessionStart_FitsARow) {
  SessionStart start;
  start.language = std::string(limits::identifier_bytes_max, 'x');
  for (std::size_t i = 0; i < limits::base_vector_entries_max; ++i) {
    DeviceId device;
    device.bytes[0] = static_cast<std::uint8_t>(i);
    start.base.contains.push_back({device, ~std::uint64_t{0}, ~std::uint64_t{0}});
  }
  for (std::size_t i = 0; i < limits::packs_per_session_max; ++i) {
    start.packs.push_back({static_cast<std::uint16_t>(65'000 + i), Hash{{static_cast<std::uint8_t>(i + 1)}}});
  }
  const Event event{1, 1, 0, start};
  const Result<Bytes> bytes = encode_event(event);
  ASSERT_TRUE(bytes) << describe(bytes.error());
  EXPECT_EQ(decode_event(*bytes).value(), event);
}

TEST(EventCodec, EveryTruncation_IsAnErrorAndNoCrash) {
  const Bytes columns = encode_columns(one_of_each_kind()).value();
  for (std::size_t size = 0; size < columns.size(); ++size) {
    EXPECT_FALSE(decode_columns(ByteView(columns).first(size))) << size;
  }
  const Bytes row = encode_event(one_of_each_kind()[0]).value();
  for (std::size_t size = 0; size < row.size(); ++size) EXPECT_FALSE(decode_event(ByteView(row).first(size))) << size;
}

TEST(EventCodec, AnotherVersion_IsRefusedWithWhatToDo) {
  Bytes row = encode_event({1, 1, 0, SessionEnd{}}).value();
  row[0] = 2;
  const Result<Event> event = decode_event(row);
  ASSERT_FALSE(event);
  EXPECT_NE(event.error().sentence.find("update"), std::string::npos);
}

TEST(EventCodec, SecondSessionOnTheSamePack_CostsAFewBytesMore) {
  std::vector<Event> events;
  SessionStart start;
  start.learner.bytes.fill(3);
  start.base.state_hash.bytes.fill(4);
  start.base.contains = {{DeviceId{{1}}, 4, 99}};
  start.parameter_hash.bytes.fill(5);
  start.packs = {{0, Hash{{9}}}};
  start.language = "en";
  events.push_back({1, 1, 0, start});
  const std::size_t once = encode_columns(events).value().size();
  start.session_number = 1;
  events.push_back({2, 1, 0, start});
  EXPECT_LE(encode_columns(events).value().size() - once, 16u);
}

// The same events in the form that a segment seals: what an event costs on the wire before header and signature.
TEST(EventCodec, ClassBatches_StaySmall) {
  for (const auto& [count, bytes_max] : {std::pair{100, 9.0}, std::pair{1000, 5.5}}) {
    const std::vector<Event> events = test::ClassBatch(7).take(static_cast<std::size_t>(count));
    const Bytes columns = encode_columns(events).value();
    ASSERT_EQ(decode_columns(columns).value(), events);
    const double each = static_cast<double>(compressed_size(columns)) / count;
    std::printf("%d events: %.2f bytes each in columns, %.2f compressed\n", count,
                static_cast<double>(columns.size()) / count, each);
    EXPECT_LE(each, bytes_max);
  }
}

}  // namespace
}  // namespace hornbook::measure

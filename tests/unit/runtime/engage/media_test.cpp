// Captions, and a position that follows the clock to the next check point.
#include "runtime/engage/media/media.hpp"

#include <gtest/gtest.h>

#include "runtime/core/limits.hpp"
#include "runtime/engage/media/playback.hpp"
#include "runtime/engage/media/web_vtt.hpp"

namespace hornbook::engage {
namespace {

std::string problem_of(std::string_view text) {
  const auto captions = parse_web_vtt(text);
  return captions ? "" : captions.error().sentence;
}

TEST(WebVtt, CuesHaveTheirTimesAndTheirWords) {
  const auto captions = parse_web_vtt(
      "\xEF\xBB\xBFWEBVTT - a title\nKind: captions\n\nNOTE\nfor nobody\n\nSTYLE\n::cue { color: red }\n\nfirst\n"
      "00:01.000 --> 00:02.500 align:start\n<v Amina>One <i>half</i>,\r\nand more.</v>\n\n"
      "01:00:02.500-->01:00:04.000\n5 &lt; 6 &amp; $2 *for* [you]\n");
  ASSERT_TRUE(captions.has_value()) << captions.error().sentence;
  const std::vector<Caption> expected{{1'000, 2'500, "One half, and more."},
                                      {3'602'500, 3'604'000, "5 < 6 & \\$2 \\*for\\* \\[you]"}};
  EXPECT_EQ(*captions, expected);
}

TEST(WebVtt, WhatIsWrongIsNamedWithItsLine) {
  EXPECT_EQ(problem_of(""), "line 0: the first line has to be WEBVTT");
  EXPECT_EQ(problem_of("WEBVTTX\n"), "line 1: the first line has to be WEBVTT");
  EXPECT_EQ(problem_of("WEBVTT\n\n00:01 --> 00:02\na\n"), "line 3: a time has to be written as 00:01.000");
  EXPECT_EQ(problem_of("WEBVTT\n\n00:02.000 --> 00:01.000\na\n"), "line 3: a caption ends before it begins");
  EXPECT_EQ(problem_of("WEBVTT\n\n00:01.000 --> 00:02.000\n\n"), "line 4: a caption has no words");
  EXPECT_EQ(problem_of("WEBVTT\n\n00:01.000 --> 00:03.000\na\n\n00:02.000 --> 00:04.000\nb\n"),
            "line 6: a caption begins before the one before it has ended");
  EXPECT_EQ(problem_of("WEBVTT\n\nx\ny\n"), "line 4: a time such as 00:01.000 --> 00:04.000 is needed here");
}

TEST(WebVtt, LimitsHold) {
  std::string many = "WEBVTT\n\n";
  for (std::size_t at = 0; at <= limits::captions_max; ++at) {
    const std::string time =
        (at / 60 < 10 ? "0" : "") + std::to_string(at / 60) + ":" + (at % 60 < 10 ? "0" : "") + std::to_string(at % 60);
    many += time + ".000 --> " + time + ".900\na\n\n";
  }
  EXPECT_EQ(parse_web_vtt(many).error().code, ErrorCode::LimitExceeded);
  EXPECT_EQ(parse_web_vtt(std::string(limits::captions_bytes_max + 1, 'a')).error().code, ErrorCode::LimitExceeded);
}

// A minute with check points at 20 seconds and at the end.
Problem watched() {
  MultipleChoice task;
  task.choices = {{1, "a", {}, true, {}}, {2, "b", {}, false, {}}};
  Question question;
  question.task = std::move(task);
  ItemInstance item;
  item.media = Media{"a bar", Video{}, {{0, 1'000, "one"}, {5'000, 6'000, "two"}}, 60'000};
  item.steps = {{question, {}, false, 20'000}, {question, {}, false, 60'000}};
  return start_problem(std::move(item), 0);
}

Problem answered(Problem problem, std::uint8_t step) {
  problem = update(std::move(problem), TurnTo{{step, std::nullopt}}, 0).problem;
  problem = update(std::move(problem), Gesture{Choose{1}}, 0).problem;
  problem = update(std::move(problem), Submit{}, 0).problem;
  return update(std::move(problem), GiveVerdict{right()}, 0).problem;
}

TEST(Media, WordsAndSlidesBelongToTheirMoment) {
  const Media media{"", std::vector<Slide>{{0, {}, {}}, {4'000, {}, {}}}, {{1'000, 2'000, "one"}}, 9'000};
  EXPECT_EQ(caption_at(media, 999), nullptr);
  EXPECT_EQ(caption_at(media, 1'000)->text, "one");
  EXPECT_EQ(caption_at(media, 2'000), nullptr);
  EXPECT_EQ(slide_at(media, 3'999), 0u);
  EXPECT_EQ(slide_at(media, 4'000), 1u);
  EXPECT_EQ(slide_at(media, 90'000), 1u);
}

TEST(Playback, FollowsTheClockToTheCheckPointAndWaits) {
  const Problem problem = watched();
  PlaybackStep step = update(problem, {}, MediaControl::Play, 1'000);
  EXPECT_EQ(step.act, MediaAct::Played);
  EXPECT_EQ(position_ms(problem, step.playback, 8'000), 7'000u);
  EXPECT_FALSE(is_reached(problem, step.playback));
  step = update(problem, step.playback, MediaControl::Follow, 20'999);
  EXPECT_FALSE(step.act);
  step = update(problem, step.playback, MediaControl::Follow, 30'000);
  EXPECT_EQ(step.act, MediaAct::CheckPoint);
  EXPECT_EQ(step.playback.position_ms, 20'000u);
  EXPECT_FALSE(step.playback.playing);
  EXPECT_TRUE(is_reached(problem, step.playback));
  step = update(problem, step.playback, MediaControl::Play, 31'000);
  EXPECT_FALSE(step.playback.playing) << "the question comes first";
}

TEST(Playback, GoesOnAfterAnAnswerAndEnds_ThenBeginsAnew) {
  Problem problem = answered(watched(), 0);
  Playback playback{20'000, 0, false, 20'000};
  playback = update(problem, playback, MediaControl::Play, 0).playback;
  EXPECT_EQ(position_ms(problem, playback, 5'000), 25'000u);
  problem = answered(std::move(problem), 1);
  PlaybackStep step = update(problem, playback, MediaControl::Follow, 40'000);
  EXPECT_EQ(step.act, MediaAct::Ended);
  step = update(problem, step.playback, MediaControl::Play, 50'000);
  EXPECT_EQ(step.act, MediaAct::Played);
  EXPECT_EQ(step.playback.position_ms, 0u);
}

TEST(Playback, PauseAndBackKeepCountOfTheTime) {
  const Problem problem = watched();
  Playback playback = update(problem, {}, MediaControl::Play, 0).playback;
  PlaybackStep step = update(problem, playback, MediaControl::Pause, 12'000);
  EXPECT_EQ(step.act, MediaAct::Paused);
  EXPECT_EQ(position_ms(problem, step.playback, 99'000), 12'000u);
  EXPECT_FALSE(update(problem, step.playback, MediaControl::Pause, 99'000).act) << "it rests already";
  step = update(problem, step.playback, MediaControl::Back, 99'000);
  EXPECT_EQ(step.playback.position_ms, 2'000u);
  EXPECT_EQ(step.playback.seen_ms, 12'000u) << "what was seen stays seen";
  step = update(problem, step.playback, MediaControl::Back, 99'000);
  EXPECT_EQ(step.playback.position_ms, 0u);
}

TEST(Playback, ReadingTheWordsLeadsToTheQuestion) {
  const Problem problem = watched();
  const PlaybackStep step = update(problem, {}, MediaControl::ReadOn, 5'000);
  EXPECT_EQ(step.act, MediaAct::CheckPoint);
  EXPECT_EQ(step.playback.position_ms, 20'000u);
  EXPECT_TRUE(is_reached(problem, step.playback));
}

}  // namespace
}  // namespace hornbook::engage

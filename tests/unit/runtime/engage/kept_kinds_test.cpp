// Kinds that nobody scores: the flash card, which the learner judges, and the open response, which a teacher does.
#include <gtest/gtest.h>

#include "runtime/core/limits.hpp"
#include "runtime/engage/activity.hpp"

namespace hornbook::engage {
namespace {

Activity submitted(Task task, Entry entry) {
  Question question;
  question.task = std::move(task);
  Activity activity = start_activity(std::make_shared<const Question>(std::move(question)), 0);
  activity.entry = std::move(entry);
  ActivityStep step = update(std::move(activity), Submit{}, 5000);
  const auto& answer = std::get<AnswerSubmitted>(step.effects.at(0)).answer;
  const Verdict verdict = assess_answer(step.activity.question->task, answer);
  return update(std::move(step.activity), GiveVerdict{verdict}, 5000).activity;
}

std::string written(std::string_view text, const std::vector<Gesture>& more = {}) {
  LongText entry{std::string(text)};
  for (const Gesture& gesture : more) static_cast<void>(enter(entry, gesture));
  return entry.text;
}

TEST(FlashCard, ARating_WantsTheBackToBeSeen) {
  FlashCardEntry entry;
  EXPECT_FALSE(enter(FlashCard{}, entry, Choose{3}));
  EXPECT_TRUE(enter(FlashCard{}, entry, Choose{turn_card}));
  EXPECT_TRUE(enter(FlashCard{}, entry, Choose{3}));
  EXPECT_FALSE(enter(FlashCard{}, entry, Choose{5})) << "there are four ratings";
  EXPECT_EQ(to_answer(FlashCard{}, entry).numbers, std::vector<std::uint32_t>{3});
}

TEST(FlashCard, NotYet_IsNotCorrectAndEndsTheCard_TheOthersAreCorrect) {
  for (const Recall recall : recalls) {
    const Activity activity = submitted(FlashCard{}, FlashCardEntry{true, recall});
    ASSERT_TRUE(is_finished(activity));
    EXPECT_EQ(std::get<Finished>(activity.phase).verdict.correct, recall != Recall::NotYet);
  }
}

TEST(OpenResponse, IsDoneWhenItIsHandedIn_NeitherRightNorWrong) {
  const Activity activity = submitted(OpenResponse{}, OpenResponseEntry{{"Because."}});
  ASSERT_TRUE(is_finished(activity));
  const Verdict& verdict = std::get<Finished>(activity.phase).verdict;
  EXPECT_FALSE(verdict.correct);
  EXPECT_EQ(verdict.remark, Remark::KeptForTeacher);
}

TEST(OpenResponse, NothingButSpaceAndLines_CannotBeHandedIn) {
  EXPECT_FALSE(is_complete(OpenResponse{}, {{" \n "}}));
  EXPECT_TRUE(is_complete(OpenResponse{}, {{"\nno"}}));
}

TEST(LongText, LinesAndLettersAreTypedAndErasedOneByOne) {
  EXPECT_EQ(written("a", {TypeText{"\n"}, TypeText{"ñ"}}), "a\nñ");
  EXPECT_EQ(written("a\nñ", {EraseLast{}, EraseLast{}}), "a");
  EXPECT_EQ(written("", {TypeText{"one\ntwo\x07"}}), "one\ntwo") << "what cannot be seen is left out";
}

TEST(LongText, IsSplitBetweenCharactersAndJoinedAgain) {
  LongText entry;
  while (enter(entry, TypeText{"año, "})) continue;
  const Answer answer = to_answer(entry);
  EXPECT_LE(answer.texts.size(), limits::answer_texts_max);
  EXPECT_GT(entry.text.size(), (limits::answer_texts_max - 1) * limits::typed_answer_bytes_max);
  for (const std::string& piece : answer.texts) {
    EXPECT_LE(piece.size(), limits::typed_answer_bytes_max);
    EXPECT_NE(static_cast<unsigned char>(piece.front()) & 0xC0U, 0x80U) << "a piece begins with a character";
  }
  EXPECT_EQ(long_text_of(answer), entry.text);
}

TEST(LongText, WordsStandBetweenSpacesAndLines) {
  EXPECT_EQ(count_words(""), 0u);
  EXPECT_EQ(count_words("  half of\nwhat? "), 3u);
}

}  // namespace
}  // namespace hornbook::engage

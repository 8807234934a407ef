#include <gtest/gtest.h>

#include "runtime/engage/task.hpp"

namespace hornbook::engage {
namespace {

TEST(Reading, WhateverAReaderSaysOfIt_IsTakenAndIsNoEvidence) {
  const Task task = engage::Reading{};
  EXPECT_FALSE(is_answerable(task, start_entry(task)));
  for (std::uint8_t felt = 0; felt < reading_felt_count; ++felt) {
    Entry entry = start_entry(task);
    EXPECT_TRUE(apply(task, entry, Choose{felt}));
    ASSERT_TRUE(is_answerable(task, entry));
    const Answer answer = answer_of(task, entry);
    EXPECT_EQ(answer.numbers, std::vector<std::uint32_t>{felt});
    EXPECT_EQ(entry_of(task, answer), entry);
    EXPECT_TRUE(assess_answer(task, answer).correct);
    EXPECT_FALSE(is_evidence(answer.kind));
  }
  Entry entry = start_entry(task);
  EXPECT_FALSE(apply(task, entry, Choose{reading_felt_count}));
  EXPECT_FALSE(apply(task, entry, TypeText{"3"}));
  EXPECT_FALSE(entry_of(task, Answer{ReadingTemplate::number, {3}, {}}));
  EXPECT_FALSE(entry_of(task, Answer{ReadingTemplate::number, {}, {}}));
  EXPECT_TRUE(wrong_answers(task).empty());
  EXPECT_TRUE(is_evidence(kind_of(Task(MultipleChoice{}))));
}

}  // namespace
}  // namespace hornbook::engage

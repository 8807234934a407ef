#include "platform/programs/model/simulate/classroom.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <sstream>

#include "platform/programs/model/simulate/write_log.hpp"
#include "runtime/core/csv.hpp"

namespace hornbook::simulate {
namespace {

Performance answered(bool right) { return {{{false, 10'000, right, std::nullopt}}, {}}; }

std::vector<std::size_t> way_through(const ClassPlan& plan, const std::vector<bool>& answers) {
  Classroom classroom(plan);
  std::vector<std::size_t> items;
  while (const auto item = classroom.choose(0)) {
    classroom.record(*item, answered(items.size() < answers.size() && answers[items.size()]), 0);
    items.push_back(*item);
  }
  return items;
}

ClassPlan plan_of(std::vector<ProblemSet> sets) {
  ClassPlan plan;
  plan.sets = std::move(sets);
  return plan;
}

TEST(Classroom, SkillBuilder_EndsAfterRightAnswersInARow) {
  const ClassPlan plan = plan_of({{{1, 2, 3, 4, 5}, 2, false}, {{6}, 0, false}});
  EXPECT_EQ(way_through(plan, {true, false, true, true}), (std::vector<std::size_t>{1, 2, 3, 4, 6}));
}

TEST(Classroom, Mistakes_AreDoneAgainOnceWhereTheSetSaysSo) {
  const ClassPlan plan = plan_of({{{1, 2, 3}, 0, true}, {{6}, 0, false}});
  EXPECT_EQ(way_through(plan, {false, true, false}), (std::vector<std::size_t>{1, 2, 3, 1, 3, 6}));
}

TEST(ClassPlan, Sets_FollowTheCourseWithReviews) {
  SeededRandom random(3);
  const Course course = make_course({.skills = 40, .items_per_skill = 20}, random);
  const ClassPlan plan = make_class_plan(course, random);
  std::size_t reviews = 0;
  std::size_t last = 0;
  for (const ProblemSet& set : plan.sets) {
    ASSERT_FALSE(set.items.empty());
    std::set<std::size_t> skills;
    for (const std::size_t item : set.items) skills.insert(course.items[item].skills.front());
    if (skills.size() > 1) {
      ++reviews;
      continue;
    }
    EXPECT_GE(*skills.begin(), last);
    EXPECT_GE(*skills.begin(), plan.first);
    last = *skills.begin();
  }
  EXPECT_GT(reviews, 1u);
}

std::string log_of(FamilyKind kind, std::uint64_t seed) {
  std::ostringstream lines;
  LogShape shape;
  shape.learners = 60;
  write_log(kind, shape, seed, lines);
  return lines.str();
}

TEST(WriteLog, EveryFamily_GivesALogOfTheShapeAskedFor) {
  for (const FamilyKind kind : all_families) {
    const CsvTable table = CsvTable::parse(log_of(kind, 2)).value();
    EXPECT_EQ(table.header(), (std::vector<std::string>{"learner", "item", "skill", "correct", "timestamp"}));
    std::map<std::string, std::size_t> rows;
    std::set<std::string> items;
    std::size_t right = 0;
    std::size_t several = 0;
    long last = 0;
    for (std::size_t row = 0; row < table.size(); ++row) {
      const std::string& learner = table.field(row, "learner");
      const long at = std::stol(table.field(row, "timestamp"));
      if (rows[learner]++ > 0) {
        EXPECT_GT(at, last);
      }
      last = at;
      items.insert(table.field(row, "item"));
      right += table.field(row, "correct") == "1" ? 1u : 0u;
      several += table.field(row, "skill").find('~') != std::string::npos ? 1u : 0u;
    }
    EXPECT_EQ(rows.size(), 60u);
    std::size_t left_early = 0;
    for (const auto& [learner, count] : rows) {
      EXPECT_LE(count, 200u);
      left_early += count < 100 ? 1u : 0u;
    }
    EXPECT_LT(left_early, 20u);
    EXPECT_GT(items.size(), 200u);
    EXPECT_GT(right, table.size() * 2 / 5);
    EXPECT_LT(right, table.size() * 9 / 10);
    EXPECT_GT(several, table.size() / 20);
  }
}

TEST(WriteLog, SameSeed_GivesTheSameBytes) {
  EXPECT_EQ(log_of(FamilyKind::MemoryDecay, 4), log_of(FamilyKind::MemoryDecay, 4));
  EXPECT_NE(log_of(FamilyKind::MemoryDecay, 4), log_of(FamilyKind::MemoryDecay, 5));
}

}  // namespace
}  // namespace hornbook::simulate

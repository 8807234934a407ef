#include "platform/programs/model/simulate/course.hpp"

#include <gtest/gtest.h>

namespace hornbook::simulate {
namespace {

Course some_course(const CourseShape& shape = {}) {
  SeededRandom random(5);
  return make_course(shape, random);
}

TEST(Course, Prerequisites_ComeBeforeAndOnlyOnce) {
  const Course course = some_course({.skills = 60});
  std::size_t with_some = 0;
  for (std::size_t skill = 0; skill < course.skills.size(); ++skill) {
    const std::vector<std::size_t>& needed = course.skills[skill].prerequisites;
    with_some += needed.empty() ? 0u : 1u;
    for (std::size_t at = 0; at < needed.size(); ++at) {
      EXPECT_LT(needed[at], skill);
      if (at > 0) {
        EXPECT_LT(needed[at - 1], needed[at]);
      }
    }
  }
  EXPECT_GT(with_some, 30u);
}

TEST(Course, Items_VaryInDifficultyDiscriminationAndTime) {
  const Course course = some_course();
  const auto spread = [&](double Item::*field) {
    double low = 1e9;
    double high = -1e9;
    for (const Item& item : course.items) {
      low = std::min(low, item.*field);
      high = std::max(high, item.*field);
    }
    return high - low;
  };
  EXPECT_GT(spread(&Item::difficulty), 2);
  EXPECT_GT(spread(&Item::discrimination), 0.5);
  EXPECT_GT(spread(&Item::seconds), 20);
}

TEST(Course, CurriculumOfSomeSkills_HasThoseAlone) {
  const Course course = some_course({.skills = 6, .items_per_skill = 3, .several_skills_share = 1});
  const auto curriculum = curriculum_of(course, {1, 4, 5});
  ASSERT_EQ(curriculum->skills.size(), 3u);
  ASSERT_EQ(curriculum->items.size(), 9u);
  EXPECT_EQ(curriculum->skills[1].key, skill_key(4));
  for (const interpret::SkillNode& skill : curriculum->skills)
    for (const std::uint16_t needed : skill.prerequisites) EXPECT_LT(needed, 3);
  for (std::size_t item = 0; item < 9; ++item) {
    EXPECT_EQ(curriculum->items[item].skills.front(), item / 3);
    for (const std::uint16_t skill : curriculum->items[item].skills) EXPECT_LT(skill, 3);
  }
}

TEST(Course, Author_KnowsDifficultiesByEstimateOnly) {
  const Course course = some_course();
  const auto curriculum = curriculum_of(course, {0});
  std::size_t same = 0;
  for (std::size_t item = 0; item < curriculum->items.size(); ++item) {
    const auto truly = static_cast<std::int32_t>(course.items[item].difficulty * 1000);
    same += curriculum->items[item].difficulty_milli == truly ? 1u : 0u;
  }
  EXPECT_LT(same, 2u);
}

}  // namespace
}  // namespace hornbook::simulate

#include "runtime/interpret/placement/clusters.hpp"

#include <gtest/gtest.h>

#include <array>

#include "tests/support/sample_course.hpp"

namespace hornbook::interpret {
namespace {

// Skills with so many items each, all of them easy to ask.
Curriculum course_of(const std::vector<std::vector<std::uint16_t>>& prerequisites, int items = 2) {
  Curriculum curriculum;
  for (std::size_t skill = 0; skill < prerequisites.size(); ++skill) {
    curriculum.skills.push_back({100 + skill, prerequisites[skill]});
    for (int item = 0; item < items; ++item)
      curriculum.items.push_back(
          {1000 + 10 * skill + static_cast<std::size_t>(item), {static_cast<std::uint16_t>(skill)}, 0, true});
  }
  return curriculum;
}

TEST(Clusters, PartsOfTheGraphThatHangTogether_AreOneEach) {
  // Two chains, twined in the list, and a skill that stands alone.
  const Curriculum course = course_of({{}, {}, {0}, {1}, {2}, {3}, {4}, {5}, {}});
  const std::vector<Cluster> clusters = clusters_of(course, {});
  ASSERT_EQ(clusters.size(), 2u) << "too few skills for a check are none";
  EXPECT_EQ(clusters[0].name, 100u);
  EXPECT_EQ(clusters[1].name, 101u);
  EXPECT_EQ(clusters[1].number, 1u);
  std::vector<std::uint16_t> second;
  for (const ClusterSkill& skill : clusters[1].skills) second.push_back(skill.skill);
  EXPECT_EQ(second, (std::vector<std::uint16_t>{1, 3, 5, 7}));
}

TEST(Clusters, LevelOfASkill_IsTheLongestWayToIt) {
  const Curriculum course = course_of({{1}, {3}, {3}, {}, {0, 2}});  // not in order
  const std::vector<Cluster> clusters = clusters_of(course, {});
  ASSERT_EQ(clusters.size(), 1u);
  std::vector<std::uint32_t> levels;
  for (const ClusterSkill& skill : clusters[0].skills) levels.push_back(skill.level);
  EXPECT_EQ(levels, (std::vector<std::uint32_t>{2, 1, 1, 0, 3}));
}

// A chain of four: the middles of their quarters are at .125, .375 …; ln(.125/.875)/1.702 = −1.1433.
TEST(Clusters, Locations_AreNormalScoresOfTheSharesOfTheSkills) {
  const Curriculum course = course_of({{}, {0}, {1}, {2}});
  const Cluster cluster = clusters_of(course, {}).front();
  EXPECT_NEAR(cluster.skills[0].location, -1.1433, 1e-4);
  EXPECT_NEAR(cluster.skills[1].location, -0.3001, 1e-4);
  EXPECT_NEAR(cluster.skills[2].location, 0.3001, 1e-4);
  EXPECT_NEAR(cluster.skills[3].location, 1.1433, 1e-4);
}

TEST(Clusters, HarderSkillOfALevel_LiesFurtherOn_ByThePackOrTheSchool) {
  Curriculum course = course_of({{}, {0}, {0}, {1}});
  const Cluster even = clusters_of(course, {}).front();
  EXPECT_EQ(even.skills[1].location, even.skills[2].location);
  for (std::size_t item : {4u, 5u}) course.items[item].difficulty_milli = 1000;
  const Cluster uneven = clusters_of(course, {}).front();
  // Half a logit around the level's mean, seven tenths of it believed.
  EXPECT_NEAR(uneven.skills[2].location - uneven.skills[1].location, 0.7 / cluster_slope, 1e-12);
  Calibration school;
  school.items = {{course.items[2].key, 2000}, {course.items[3].key, 2000}};
  const Cluster calibrated = clusters_of(course, school).front();
  EXPECT_GT(calibrated.skills[1].location, calibrated.skills[2].location);
}

TEST(Clusters, WhatCannotBeAsked_IsNoQuestion) {
  ItemNode item{1, {0}, 0, true};
  EXPECT_TRUE(can_be_asked(item));
  item.passage = 1;
  EXPECT_FALSE(can_be_asked(item)) << "a text would come along";
  item.passage = 0;
  item.step_skills = {{0}, {0}};
  EXPECT_FALSE(can_be_asked(item)) << "several steps";
  item.step_skills.clear();
  item.skills = {0, 1};
  EXPECT_FALSE(can_be_asked(item)) << "which skill was it?";
  item.skills = {0};
  for (const std::uint8_t kind : std::array<std::uint8_t, 4>{16, 17, 18, 24}) {
    item.kind = kind;
    EXPECT_FALSE(can_be_asked(item)) << "nobody can say here whether it is right: kind " << int{kind};
  }
}

TEST(Clusters, SampleCourse_IsOne) {
  EXPECT_EQ(clusters_of(*test::sample_curriculum(), {}).size(), 1u);
  EXPECT_TRUE(clusters_of(Curriculum{}, {}).empty());
}

}  // namespace
}  // namespace hornbook::interpret

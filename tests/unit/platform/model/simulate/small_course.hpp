// Courses of two skills whose items are all alike, so that what a family says can be computed by hand.
#pragma once

#include "platform/programs/model/simulate/course.hpp"

namespace hornbook::test {

inline constexpr UnixMs monday_ms = 1'767'603'600'000;  // 2026-01-05T09:00:00Z
inline constexpr std::int64_t ms_an_hour = 60LL * 60 * 1000;
inline constexpr std::int64_t ms_a_day = 24 * ms_an_hour;

// Skill 1 needs skill 0 when `linked`. Item 0 is on skill 0, items 1 and 2 on skill 1; item 2 shows bugs.
inline simulate::Course small_course(bool linked = true) {
  simulate::Course course;
  course.skills.resize(2);
  if (linked) course.skills[1].prerequisites = {0};
  course.items.resize(3);
  course.items[0].skills = {0};
  course.items[1].skills = {1};
  course.items[2].skills = {1};
  course.items[2].shows_bugs = true;
  course.items_of_skill = {{0}, {1, 2}};
  return course;
}

}  // namespace hornbook::test

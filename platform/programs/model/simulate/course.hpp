// A course to be learned: skills with prerequisites, items that differ, as they truly are. What a pack's author would
// know of it is `curriculum_of`: difficulties by estimate only, the buggy answers that items have tags for, and nothing
// of discrimination or times.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "platform/programs/model/simulate/draw.hpp"
#include "runtime/interpret/curriculum.hpp"

namespace hornbook::simulate {

struct Skill {
  std::vector<std::size_t> prerequisites;  // all of them before it in the list
};

struct Item {
  std::vector<std::size_t> skills;  // the first is the main one
  double difficulty = 0;            // logits around the average item of its skill
  double discrimination = 1;        // slope on the logit scale (Birnbaum 1968)
  double seconds = 20;              // median time of a learner who works on it
  double blind_chance = 0.25;       // of a right answer by somebody who does not look at it
  bool shows_bugs = false;          // a learner with a buggy rule of the main skill goes wrong here
  double believed_difficulty = 0;   // as the author estimates it
};

struct Course {
  std::vector<Skill> skills;
  std::vector<Item> items;
  std::vector<std::vector<std::size_t>> items_of_skill;  // by main skill
};

// Each skill has two buggy rules, whose answers carry these tags.
inline constexpr std::size_t bugs_per_skill = 2;
[[nodiscard]] inline std::uint16_t bug_tag(std::size_t skill, std::size_t bug) {
  return static_cast<std::uint16_t>(skill * bugs_per_skill + bug);
}

struct CourseShape {
  std::size_t skills = 12;
  std::size_t items_per_skill = 16;
  std::size_t prerequisites_max = 2;
  std::size_t reach = 4;              // prerequisites are among this many skills before
  double roots_share = 0.15;          // of skills without prerequisites, besides the first
  double several_skills_share = 0.1;  // of items that need a prerequisite's skill, too
  double difficulty_deviation = 0.8;
  double discrimination_log_deviation = 0.25;
  Range seconds{8, 45};
  double choice_share = 0.5;  // of items with four choices; others are typed, and hardly guessed
  double bug_share = 0.5;     // of items on which buggy rules go wrong
  double estimate_deviation = 0.5;
};

[[nodiscard]] Course make_course(const CourseShape& shape, SeededRandom& random);

// Of the skills named, in ascending order, with the items that are mainly on them; other skills count as given.
[[nodiscard]] std::shared_ptr<const interpret::Curriculum> curriculum_of(const Course& course,
                                                                         const std::vector<std::size_t>& skills);
[[nodiscard]] inline SkillKey skill_key(std::size_t skill) { return skill + 1; }

}  // namespace hornbook::simulate

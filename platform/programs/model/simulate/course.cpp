#include "platform/programs/model/simulate/course.hpp"

#include <algorithm>

#include "runtime/engage/kinds/multiple_choice/multiple_choice.hpp"

namespace hornbook::simulate {
namespace {

constexpr double blind_chance_of_choices = 0.25;
constexpr double blind_chance_of_typing = 0.03;

Skill make_skill(const CourseShape& shape, std::size_t index, SeededRandom& random) {
  Skill skill;
  if (index == 0 || happens(random, shape.roots_share)) return skill;
  const std::size_t reach = std::min(index, shape.reach);
  const std::size_t wanted = 1 + random.below(std::min(shape.prerequisites_max, reach));
  while (skill.prerequisites.size() < wanted) {
    const std::size_t other = index - 1 - random.below(reach);
    if (std::find(skill.prerequisites.begin(), skill.prerequisites.end(), other) == skill.prerequisites.end())
      skill.prerequisites.push_back(other);
  }
  std::sort(skill.prerequisites.begin(), skill.prerequisites.end());
  return skill;
}

Item make_item(const CourseShape& shape, const Skill& skill, std::size_t index, SeededRandom& random) {
  Item item;
  item.skills = {index};
  if (!skill.prerequisites.empty() && happens(random, shape.several_skills_share))
    item.skills.push_back(skill.prerequisites[random.below(skill.prerequisites.size())]);
  item.difficulty = shape.difficulty_deviation * normal(random);
  item.discrimination = log_normal(random, 1, shape.discrimination_log_deviation);
  item.seconds = uniform(random, shape.seconds);
  item.blind_chance = happens(random, shape.choice_share) ? blind_chance_of_choices : blind_chance_of_typing;
  item.shows_bugs = happens(random, shape.bug_share);
  item.believed_difficulty = item.difficulty + shape.estimate_deviation * normal(random);
  return item;
}

std::vector<std::uint16_t> bugs_shown(const Item& item) {
  std::vector<std::uint16_t> tags;
  for (std::size_t bug = 0; item.shows_bugs && bug < bugs_per_skill; ++bug)
    tags.push_back(bug_tag(item.skills.front(), bug));
  return tags;
}

}  // namespace

Course make_course(const CourseShape& shape, SeededRandom& random) {
  Course course;
  for (std::size_t index = 0; index < shape.skills; ++index) {
    course.skills.push_back(make_skill(shape, index, random));
    course.items_of_skill.emplace_back();
    for (std::size_t item = 0; item < shape.items_per_skill; ++item) {
      course.items_of_skill.back().push_back(course.items.size());
      course.items.push_back(make_item(shape, course.skills.back(), index, random));
    }
  }
  return course;
}

std::shared_ptr<const interpret::Curriculum> curriculum_of(const Course& course,
                                                           const std::vector<std::size_t>& skills) {
  const auto narrowed = [&skills](const std::vector<std::size_t>& wanted) {
    std::vector<std::uint16_t> indexes;
    for (const std::size_t skill : wanted) {
      const auto found = std::lower_bound(skills.begin(), skills.end(), skill);
      if (found != skills.end() && *found == skill)
        indexes.push_back(static_cast<std::uint16_t>(found - skills.begin()));
    }
    return indexes;
  };
  auto curriculum = std::make_shared<interpret::Curriculum>();
  curriculum->pack_hash.bytes.fill(0x51);
  for (const std::size_t skill : skills) {
    curriculum->skills.push_back({skill_key(skill), narrowed(course.skills[skill].prerequisites)});
    for (const std::size_t item : course.items_of_skill[skill]) {
      curriculum->items.push_back({item + 1,
                                   narrowed(course.items[item].skills),
                                   static_cast<std::int32_t>(course.items[item].believed_difficulty * 1000),
                                   true,
                                   engage::MultipleChoiceTemplate::number,
                                   {},
                                   {},
                                   0,
                                   bugs_shown(course.items[item])});
    }
  }
  for (std::size_t tag = 0; tag < course.skills.size() * bugs_per_skill; ++tag)
    curriculum->misconceptions.push_back(tag + 1);
  return curriculum;
}

}  // namespace hornbook::simulate

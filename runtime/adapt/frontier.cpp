#include "runtime/adapt/frontier.hpp"

#include "runtime/adapt/plan_practice.hpp"
#include "runtime/interpret/placement/take_check.hpp"

namespace hornbook::adapt {
namespace {

const interpret::SkillState* find_skill(const interpret::LearnerState& state, SkillKey key) {
  const auto found = state.skills.find(key);
  return found == state.skills.end() ? nullptr : &found->second;
}

bool all_ready(const interpret::LearnerState& state, const interpret::Curriculum& curriculum,
               const std::vector<std::uint16_t>& skills, const interpret::Parameters& parameters) {
  for (const std::uint16_t skill : skills) {
    const SkillKey key = curriculum.skills[skill].key;
    if (!is_ready(find_skill(state, key), interpret::is_placed(state, key), parameters)) return false;
  }
  return true;
}

}  // namespace

bool is_ready(const interpret::SkillState* skill, bool is_placed, const interpret::Parameters& parameters) {
  // Two right answers at once are about as much: who shows them goes on today, and comes back another day.
  constexpr double likely = 0.35;
  if (skill != nullptr && skill->belief.answers > 0 && parameters.version >= plan_since)
    return skill->belief.mastered || (skill->belief.mastery >= likely && (is_placed || skill->unaided_correct > 0));
  return skill != nullptr && skill->known * 1000 >= parameters.mastery_permille &&
         skill->unaided_correct >= parameters.unaided_opportunities_min;
}

std::vector<SkillInView> view_skills(const interpret::LearnerState& state, std::span<const PackInPlay> packs,
                                     const interpret::Parameters& parameters) {
  std::vector<SkillInView> skills;
  for (const PackInPlay& pack : packs) {
    for (std::size_t i = 0; i < pack.curriculum->skills.size(); ++i) {
      const interpret::SkillNode& node = pack.curriculum->skills[i];
      const interpret::SkillState* skill = find_skill(state, node.key);
      const bool is_placed = interpret::is_placed(state, node.key);
      skills.push_back({pack.pack_index, pack.curriculum, static_cast<std::uint16_t>(i), skill,
                        interpret::standing(skill, parameters), is_ready(skill, is_placed, parameters),
                        all_ready(state, *pack.curriculum, node.prerequisites, parameters), is_placed});
    }
  }
  return skills;
}

}  // namespace hornbook::adapt

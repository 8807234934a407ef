#include "runtime/session/session.hpp"

namespace hornbook::session {
namespace {

const interpret::SkillState* find_skill(const interpret::LearnerState& learner, SkillKey key) {
  const auto found = learner.skills.find(key);
  return found == learner.skills.end() ? nullptr : &found->second;
}

interpret::SkillStanding standing_of(const SessionState& state, SkillKey key) {
  return interpret::standing(find_skill(state.learner, key), state.context->parameters);
}

SkillProgress progress_of(const SessionState& state, const adapt::PackInPlay& pack, std::uint16_t skill_index) {
  const interpret::SkillNode& node = pack.curriculum->skills[skill_index];
  SkillProgress progress{pack.pack_index, skill_index, standing_of(state, node.key), true, 0, 0};
  for (const std::uint16_t prerequisite : node.prerequisites) {
    const SkillKey key = pack.curriculum->skills[prerequisite].key;
    progress.open = progress.open && standing_of(state, key) == interpret::SkillStanding::Mastered;
  }
  if (const interpret::SkillState* skill = find_skill(state.learner, node.key)) {
    progress.known_permille = static_cast<std::uint16_t>(skill->known * 1000 + 0.5);
    progress.opportunities = skill->opportunities;
  }
  return progress;
}

}  // namespace

std::vector<SkillProgress> progress(const SessionState& state) {
  std::vector<SkillProgress> skills;
  for (const adapt::PackInPlay& pack : state.context->packs) {
    for (std::size_t i = 0; i < pack.curriculum->skills.size(); ++i) {
      skills.push_back(progress_of(state, pack, static_cast<std::uint16_t>(i)));
    }
  }
  return skills;
}

}  // namespace hornbook::session

#include "runtime/adapt/frontier.hpp"
#include "runtime/session/session.hpp"

namespace hornbook::session {
namespace {

SkillProgress progress_of(const adapt::SkillInView& skill) {
  SkillProgress progress{skill.pack_index, skill.skill_index, skill.standing, skill.open, 0, 0};
  if (skill.state != nullptr) {
    progress.known_permille = static_cast<std::uint16_t>(skill.state->known * 1000 + 0.5);
    progress.opportunities = skill.state->opportunities;
  }
  return progress;
}

}  // namespace

std::vector<SkillProgress> progress(const SessionState& state) {
  std::vector<SkillProgress> skills;
  for (const adapt::SkillInView& skill :
       adapt::view_skills(state.learner, state.context->packs, state.context->parameters)) {
    skills.push_back(progress_of(skill));
  }
  return skills;
}

}  // namespace hornbook::session

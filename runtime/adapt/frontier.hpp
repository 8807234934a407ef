// Where a learner stands in the skill graphs: what is open, what is in hand, what rests. Pure.
#pragma once

#include <span>
#include <vector>

#include "runtime/adapt/choose_next.hpp"
#include "runtime/interpret/prediction.hpp"

namespace hornbook::adapt {

struct SkillInView {
  std::uint16_t pack_index = 0;
  const interpret::Curriculum* curriculum = nullptr;
  std::uint16_t skill_index = 0;
  const interpret::SkillState* state = nullptr;  // null: never met; borrowed from the learner's state
  interpret::SkillStanding standing{};
  bool ready = false;   // known well enough to build on; the delayed check may still be owed
  bool open = false;    // every prerequisite is ready
  bool placed = false;  // a check found it to be known, and nothing has spoken against it
};

// P(known) is at the threshold after enough unaided right answers. Weaker than mastery, which also wants a delayed
// right answer: a prerequisite need not be that settled before what builds on it is begun. Since parameter version 4:
// mastery is not unlikely (.35 or more), and there was an unaided right answer, or a check says so (`is_placed`); who
// is wrong on what builds on it, steps back.
[[nodiscard]] bool is_ready(const interpret::SkillState* skill, bool is_placed,
                            const interpret::Parameters& parameters);

// Every skill of every pack, in the packs' order.
[[nodiscard]] std::vector<SkillInView> view_skills(const interpret::LearnerState& state,
                                                   std::span<const PackInPlay> packs,
                                                   const interpret::Parameters& parameters);

}  // namespace hornbook::adapt

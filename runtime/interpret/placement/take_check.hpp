// The fold's part of a check: it begins, its answers are kept, and at its end what they say is believed. Pure.
#pragma once

#include "runtime/interpret/learner_state.hpp"
#include "runtime/interpret/placement/estimate.hpp"

namespace hornbook::interpret {

inline constexpr std::uint32_t placement_since = 4;  // the parameter version that brought it in

// P(known) from which a skill needs no practice from its beginning: nine of ten of those who are held to know it, do.
inline constexpr double clearly_known = 0.9;
// Below it a skill stays as if it had not been asked about: new.
inline constexpr double likely_known = 0.5;

// The item as a question of the cluster; nothing when it is none.
[[nodiscard]] std::optional<CheckQuestion> question_of(const Cluster& cluster, const Curriculum& curriculum,
                                                       const ItemNode& item, const Parameters& parameters);

// What the answers kept so far say; those to items that the pack no longer has, and those that say nothing, are left
// out.
[[nodiscard]] std::vector<CheckedAnswer> answers_of(const ClusterCheck& check, const Cluster& cluster,
                                                    const Curriculum& curriculum, const Parameters& parameters);

// A check that had ended begins anew, another goes on. Clusters that the pack does not have are passed over.
void take(LearnerState& state, const measure::CheckStarted& started, const Curriculum& curriculum,
          const Parameters& parameters);
// To the question at hand; past limits::check_answers_max nothing is kept.
void keep_answer(PlacementState& placement, const CheckAnswer& answer);
// What is believed of skills that were never practised then follows from it: those that are clearly known are placed,
// those that were asked about and are likely known have their answers counted. With reason Later nothing is concluded.
void take(LearnerState& state, const measure::CheckEnded& ended, const Curriculum& curriculum,
          const Parameters& parameters);

// Whether a check found the skill to be known and nothing has spoken against it.
[[nodiscard]] bool is_placed(const LearnerState& state, SkillKey skill);

}  // namespace hornbook::interpret

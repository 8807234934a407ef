// P(correct) as the logistic of a sum of signed, named contributions: since parameter version 4 by answer_model.hpp; in
// earlier versions by a small additive model of its own.
#pragma once

#include <array>
#include <span>

#include "runtime/interpret/learner_state.hpp"

namespace hornbook::interpret {

enum class Contribution : std::uint8_t { Start, Ability, ThisItem, SkillPractice, Lately, TimeSince };
inline constexpr std::size_t contribution_count = 6;

struct Prediction {
  std::array<double, contribution_count> contributions{};  // logits; their sum is logit(success)
  double success = 0;                                      // 0 … 1
};

// `now` is the session's estimate of the time.
[[nodiscard]] Prediction predict(const LearnerState& state, const Curriculum& curriculum, std::uint32_t item_index,
                                 UnixMs now, const Parameters& parameters);
// The same of one step of the item, which practises `skills`; at least one.
[[nodiscard]] Prediction predict_step(const LearnerState& state, const Curriculum& curriculum, std::uint32_t item_index,
                                      std::span<const std::uint16_t> skills, UnixMs now, const Parameters& parameters);

enum class SkillStanding : std::uint8_t { NotStarted, Practising, Mastered };
// Mastery: P(known) ≥ the threshold, enough unaided opportunities, and a delayed correct answer (Corbett & Anderson
// 1995 for the threshold); since parameter version 4 as `judge_mastery` in answer_model.hpp says.
[[nodiscard]] SkillStanding standing(const SkillState* skill, const Parameters& parameters);

}  // namespace hornbook::interpret

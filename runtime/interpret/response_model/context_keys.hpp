// The circumstances in which an item comes. For each of them the population may hold an effect: how much easier or
// harder the item (or the skill) is just after that answer, at that attempt, after that run of outcomes.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "runtime/interpret/response_model/learner_history.hpp"
#include "runtime/interpret/response_model/population.hpp"

namespace hornbook::interpret {

enum class Context : std::uint8_t {
  ItemAfterAnswer,      // this item, after the last item answered right or wrong
  ItemAfterOutcomes,    // this item, after the last two outcomes in its skill
  ItemAgain,            // this item, at the learner's second or third attempt at it
  SkillAfterAnswer,     // this skill, after the last skill answered right or wrong
  SkillAfterOutcomes,   // this skill, after the last four outcomes in it
  ItemAfterSkillsItem,  // this item, after the last item of the same skill answered right or wrong
};
static_assert(context_count == 6);

using ContextKeys = std::array<std::uint64_t, context_count>;
// Where the item is not known its first skill stands in.
[[nodiscard]] ContextKeys context_keys(const LearnerHistory& history, const Question& question);

}  // namespace hornbook::interpret

// What the additive terms read: some sixty numbers about this learner at this question.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "runtime/interpret/response_model/ability_filter.hpp"

namespace hornbook::interpret {

// The names under which contributions are shown.
enum class Group : std::uint8_t {
  Start,         // everybody, before anything is known
  ThisItem,      // how hard the item is
  ThisSkill,     // how hard its skills are
  Ability,       // how it goes in everything
  SkillSoFar,    // how it went in these skills
  Lately,        // the latest answers
  TimeSince,     // how long ago
  ItemBefore,    // earlier attempts at this item
  Pace,          // how quickly answers came
  Session,       // how long it has gone on
  Order,         // what came just before
  RelatedItems,  // earlier answers to related items
  GuessAndSlip,  // a right answer may be a guess, a wrong one a slip
  Interplay,     // pairs of the above that add something together
};
inline constexpr std::size_t group_count = 14;
[[nodiscard]] std::string_view name_of(Group group);

enum class Feature : std::uint8_t {
  Expected,
  ItemEffect,
  ItemInformation,
  SkillEffect,
  HardestSkill,
  SkillCount,
  Ability,
  AbilityVariance,
  Answers,
  SkillAbility,
  SkillVariance,
  WeakestSkill,
  Opportunities,
  Successes,
  Failures,
  FewestOpportunities,
  SuccessSlow,
  SuccessMiddle,
  SuccessFast,
  SurpriseSlow,
  SurpriseMiddle,
  SurpriseFast,
  SurpriseLast,
  SkillSuccess,
  SkillSuccessFast,
  SkillSurpriseSlow,
  SkillSurprise,
  SkillSurpriseFast,
  Known,
  LeastKnown,
  Streak,
  LatestOutcomes,
  LatestInSkill,
  Gap,
  GapBesideTypical,
  LastPace,
  Pace,
  SkillSeconds,
  SkillAge,
  ItemAttempts,
  ItemLast,
  ItemSeconds,
  ItemAge,
  ItemRate,
  SessionAnswers,
  RowOnSkills,
  LastOnSameSkills,
  ItemAfterAnswer,
  ItemAfterOutcomes,
  ItemAgain,
  SkillAfterAnswer,
  SkillAfterOutcomes,
  ItemAfterSkillsItem,
  RelatedEvidence,
};
inline constexpr std::size_t feature_count = 54;
using Features = std::array<float, feature_count>;

struct FeatureAbout {
  std::string_view name;
  Group group = Group::Start;
  bool is_ordered = true;  // otherwise its values are codes
};
[[nodiscard]] const FeatureAbout& about(std::size_t feature);

[[nodiscard]] Features features_of(const LearnerHistory& history, const Question& question,
                                   const FilterExpectation& expectation, const Population& population);

}  // namespace hornbook::interpret

// Which item of a skill: expected success inside the band, not the same again, a little left to chance. Pure.
#pragma once

#include <compare>
#include <optional>
#include <set>

#include "runtime/adapt/experiments/treatment.hpp"
#include "runtime/adapt/follow_passage.hpp"
#include "runtime/adapt/items_by_skill.hpp"
#include "runtime/adapt/rank_skills.hpp"
#include "runtime/core/seeded_random.hpp"

namespace hornbook::adapt {

// Among this many best items chance decides, so that children side by side see different ones ("randomesque" exposure
// control: Kingsbury & Zara 1989).
inline constexpr std::size_t items_left_to_chance = 3;

struct Moment {
  const interpret::LearnerState& state;
  UnixMs now = 0;
  const interpret::Parameters& parameters;
  std::uint32_t item_seed = 0;  // for the numbers of a template
  const ItemsBySkill& items;
  const Treatment& treatment;  // what experiments make of it
};

// What one decision offers already: its items, and the ways in which each skill is answered.
struct Offered {
  struct Way {
    std::uint16_t pack_index = 0;
    std::uint16_t skill_index = 0;
    std::uint8_t kind = 0;
    auto operator<=>(const Way&) const = default;
  };
  std::set<ItemKey> items;  // with all others of their passages
  std::set<Way> ways;
  bool kept_again = false;  // what a person judges may come although it was answered before
};

// Nothing when every item of the skill is offered already. What a person judges is offered once, and never where
// evidence is wanted. A skill that is offered again is offered in another way while there is one; `offered` gains what
// is returned. Of the questions about a text it is always the first.
[[nodiscard]] std::optional<measure::Candidate> pick_item(const Moment& moment, const RankedSkill& ranked,
                                                          SeededRandom& random, Offered& offered);

// The same item whatever else there is: the next question of the text at hand.
[[nodiscard]] measure::Candidate pick_following(const Moment& moment, const ItemInPack& item, Offered& offered);

}  // namespace hornbook::adapt

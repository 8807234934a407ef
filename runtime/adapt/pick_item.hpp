// Which item of a skill: expected success inside the band, not the same again, a little left to chance. Pure.
#pragma once

#include <optional>
#include <set>

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
};

// Nothing when every item of the skill is in `taken`, which gains the key of the item that is returned.
[[nodiscard]] std::optional<measure::Candidate> pick_item(const Moment& moment, const RankedSkill& ranked,
                                                          SeededRandom& random, std::set<ItemKey>& taken);

}  // namespace hornbook::adapt

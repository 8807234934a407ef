// A check that finds out where a learner starts: what it asks next, and when it has asked enough. Pure.
//
// Adaptive testing cluster by cluster (runtime/interpret/placement): the question that tells most at the ability
// estimated so far (maximum information: Lord 1980), one of the five best by chance ("randomesque" exposure control),
// skills asked about evenly (content balance; both Kingsbury & Zara 1989, "Procedures for selecting items for
// computerized adaptive tests"), until the standard error is small enough.
#pragma once

#include <optional>
#include <span>

#include "runtime/adapt/choose_next.hpp"
#include "runtime/core/seeded_random.hpp"
#include "runtime/interpret/placement/take_check.hpp"

namespace hornbook::adapt {

inline constexpr double check_precise_at = 0.40;  // standard error, deviations of the population
inline constexpr std::size_t check_questions_min = 4;
inline constexpr std::size_t check_questions_max = 16;  // of one cluster
static_assert(check_questions_max <= limits::check_answers_max);
inline constexpr std::size_t check_left_to_chance = 5;
// Of the easiest, none right, or of the hardest, all right: with so many there is nothing left to find out.
inline constexpr std::size_t check_end_of_scale = 3;
// Items answered within so many answers are asked again only when there is nothing else.
inline constexpr std::uint32_t check_item_fresh_answers = 60;
// A sitting: about as long as a child of six stays with it.
inline constexpr std::size_t check_sitting_questions_max = 20;
inline constexpr std::int64_t check_sitting_ms_max = 10LL * 60 * 1000;

// Where the check on the cluster that is asked about stands.
struct CheckStanding {
  std::uint16_t pack_index = 0;
  const interpret::Curriculum* curriculum = nullptr;
  interpret::Cluster cluster;
  std::vector<interpret::CheckedAnswer> answers;
  interpret::ClusterEstimate estimate;
  std::size_t questions = 0;                    // asked so far, with those whose answers say nothing
  std::optional<measure::CheckEndReason> ends;  // nothing while there is more to ask
};
// Nothing when no check is on, or its pack is not in play.
[[nodiscard]] std::optional<CheckStanding> check_at_hand(const interpret::LearnerState& state,
                                                         std::span<const PackInPlay> packs,
                                                         const interpret::Parameters& parameters);

// The next question, with others that were weighed, best first. At least one while `standing.ends` is empty.
[[nodiscard]] std::vector<measure::Candidate> pick_questions(const interpret::LearnerState& state,
                                                             const CheckStanding& standing,
                                                             const interpret::Parameters& parameters,
                                                             SeededRandom& random, std::uint32_t item_seed);

struct CheckToOffer {
  std::uint16_t pack_index = 0;
  std::uint16_t cluster = 0;
  bool goes_on = false;  // it was begun before
  bool by_teacher = false;
};
// What a teacher asked for comes first, whatever is known and whatever was stopped. Else, in the pack, the first
// cluster whose check was begun and not ended, or of which nothing is known: no skill was ever met, no check was made.
// Nothing when there is none, when a check in this pack was stopped by the learner, or before parameter version 4.
[[nodiscard]] std::optional<CheckToOffer> check_to_offer(const interpret::LearnerState& state, const PackInPlay& pack,
                                                         const interpret::Parameters& parameters);

}  // namespace hornbook::adapt

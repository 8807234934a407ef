// What a check of where to start finds out about simulated learners who come with prior knowledge, and what it saves
// them: runtime/interpret/placement, runtime/adapt/placement.
//
// A learner was taught the first skills of the course, any number of them, elsewhere. The check is put to them as a
// station does, without learning from it. Beside the truth, which is their family's, stands what the check concludes;
// then the same learner works through the course with and without it.
#pragma once

#include <vector>

#include "platform/programs/model/simulate/compare.hpp"
#include "runtime/measure/event.hpp"

namespace hornbook::simulate {

struct ClusterFound {
  measure::CheckEndReason reason{};
  std::size_t questions = 0;
  double standard_error = 0;
  double estimated_share = 0;  // of its skills that are known, by the check
  double true_share = 0;
};

// How a learner gets through the course: until every skill stands as mastered, or the limit.
struct WayThrough {
  std::size_t items = 0;           // with the questions of the check
  std::size_t items_on_known = 0;  // of them, on skills that were known at the beginning; questions of the check apart
  std::size_t items_before_new = 0;  // until something was practised that was not known
  std::size_t falsely_declared = 0;  // skills
};

struct PlacementOutcome {
  std::vector<ClusterFound> clusters;
  std::size_t skills = 0;  // of all clusters
  std::size_t known = 0;   // of them, truly
  std::size_t placed = 0;  // by the check
  std::size_t wrongly_placed = 0;
  WayThrough with;
  WayThrough without;
};

struct PlacementTrial {
  CourseShape course{.skills = 18};
  std::size_t items_a_skill_max = 80;
};

// With the same seed, the same learners.
[[nodiscard]] std::vector<PlacementOutcome> try_placement(FamilyKind family, const PlacementTrial& trial,
                                                          std::size_t learners, std::uint64_t seed);

// Of all learners together.
struct PlacementSummary {
  double questions = 0;      // a cluster
  double precise_share = 0;  // of the clusters
  double floor_share = 0;
  double ceiling_share = 0;
  double questions_to_precise = 0;  // of those that were
  double correlation = 0;           // of estimated and true shares, over clusters
  double bias = 0;                  // estimated less true share, mean
  double wrongly_opened = 0;        // of the skills placed, not known
  double held_back = 0;             // of the skills known, not placed
  double items_with = 0;            // a skill, with the questions of the check
  double items_without = 0;
  double on_known_with = 0;  // items on what was known, a learner
  double on_known_without = 0;
  double before_new_with = 0;  // items before something was practised that was not known, a learner
  double before_new_without = 0;
  double false_with = 0;  // of the skills, declared falsely
  double false_without = 0;
};
[[nodiscard]] PlacementSummary summarise(const std::vector<PlacementOutcome>& outcomes);

}  // namespace hornbook::simulate

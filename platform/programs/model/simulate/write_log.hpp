// Logs of whole schools without an engine, as researchers share them: learner,item,skill,correct,timestamp. For trying
// models of prediction on learners whose making is known.
#pragma once

#include <iosfwd>

#include "platform/programs/model/simulate/family.hpp"

namespace hornbook::simulate {

struct LogShape {
  std::size_t learners = 4000;
  std::size_t class_size = 25;
  Range rows{100, 200};        // of a learner who stays
  double dropped_share = 0.1;  // of learners who leave early, after at least `rows_min` rows
  double rows_min = 10;
  CourseShape course{.skills = 60,
                     .items_per_skill = 25,
                     .several_skills_share = 0.15,
                     .difficulty_deviation = 1,
                     .discrimination_log_deviation = 0.35};
};

// A header, then one row for the first try at each item, learner by learner, in the order of time. `correct` is 1 for a
// right first try without a hint, else 0; `skill` holds the numbers of the item's skills with `~` between them;
// `timestamp` is in Unix seconds.
void write_log(FamilyKind kind, const LogShape& shape, std::uint64_t seed, std::ostream& lines);

}  // namespace hornbook::simulate

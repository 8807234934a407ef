// What learners said of what was chosen for them: too easy, just right, too hard, not today.
#pragma once

#include "runtime/measure/event.hpp"
#include "sync/server/school/learners.hpp"
#include "sync/server/teaching/library.hpp"

namespace hornbook::server {

struct Wish {
  std::string learner;  // their name
  measure::DecidedBy by = measure::DecidedBy::Learner;
  measure::OverrideReason reason = measure::OverrideReason::JustRight;
  std::string decision;  // that it is about, as a sentence for a teacher; empty when it is not known here
  UnixMs at_ms = 0;      // 0: the device knew no time
};

// Of the learners of a class, the latest first. At most limits::writings_shown_max.
[[nodiscard]] Result<std::vector<Wish>> wishes_of_class(School& school, const Library& library,
                                                        std::int64_t class_number, std::string_view language);

}  // namespace hornbook::server

// What learners wrote for a person to read: answers of the kinds that nobody scores.
#pragma once

#include "sync/server/school/learners.hpp"
#include "sync/server/teaching/library.hpp"

namespace hornbook::server {

struct Writing {
  std::string learner;  // their name
  std::string asked;    // what was asked, with the markup of packs; empty when the school has not got the pack
  std::string text;     // as it was written
  UnixMs at_ms = 0;     // 0: the device knew no time
};

// Of the learners of a class, the latest first; of those without a time, the last committed first. At most
// limits::writings_shown_max.
[[nodiscard]] Result<std::vector<Writing>> writings_of_class(School& school, const Library& library,
                                                             std::int64_t class_number);

}  // namespace hornbook::server

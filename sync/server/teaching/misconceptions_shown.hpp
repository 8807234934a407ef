// Item analysis by misconception: which wrong rules the answers of a class show, on which questions and by which
// answers, in the pack's own words.
#pragma once

#include "sync/server/school/learners.hpp"
#include "sync/server/teaching/library.hpp"

namespace hornbook::server {

// One wrong answer to one item: of a choice the distractor, of anything else whatever has the same tag.
struct TellingAnswer {
  std::string asked;           // as it was asked last, with the markup of packs
  std::string answer;          // as it was answered last
  std::uint32_t learners = 0;  // who answered so at a first try
  std::uint32_t times = 0;
};

struct MisconceptionShown {
  std::string title;                 // the pack's
  std::vector<std::string> held_by;  // names of learners of whom it is asserted now
  std::uint32_t learners = 0;        // whose first tries have shown it
  std::uint32_t times = 0;
  std::vector<TellingAnswer> answers;  // the most frequent first
};

// Of the learners of a class: what most hold comes first, then what most have shown. `language` chooses the titles.
[[nodiscard]] Result<std::vector<MisconceptionShown>> misconceptions_of_class(School& school, const Library& library,
                                                                              std::int64_t class_number,
                                                                              std::string_view language);

}  // namespace hornbook::server

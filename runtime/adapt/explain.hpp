// A decision as a sentence. Never a judgement of the child: what was seen, and what comes next because of it.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "runtime/measure/event.hpp"

namespace hornbook::adapt {

// For the learner, in `language` ("en", "es"; anything else falls back to English). `skill_title` is in that language.
[[nodiscard]] std::string reason_for_learner(const measure::Candidate& candidate, std::string_view skill_title,
                                             std::string_view language);
// An experiment whose arm made a difference to the decision, in words.
struct ShapedBy {
  std::string question;  // what it is to find out
  std::string arm;       // the name of the arm
};
// For the teacher: the numbers behind it, and which experiments had to do with it.
[[nodiscard]] std::string reason_for_teacher(const measure::Decision& decision, std::string_view skill_title,
                                             std::string_view language, std::span<const ShapedBy> experiments = {});

}  // namespace hornbook::adapt

// A decision as a sentence. Never a judgement of the child: what was seen, and what comes next because of it.
#pragma once

#include <string>
#include <string_view>

#include "runtime/measure/event.hpp"

namespace hornbook::adapt {

// For the learner, in `language` ("en", "es"; anything else falls back to English). `skill_title` is in that language.
[[nodiscard]] std::string reason_for_learner(const measure::Candidate& candidate, std::string_view skill_title,
                                             std::string_view language);
// For the teacher: the numbers behind it.
[[nodiscard]] std::string reason_for_teacher(const measure::Decision& decision, std::string_view skill_title,
                                             std::string_view language);

}  // namespace hornbook::adapt

// Looks at a passage as a reader of one language will have it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "runtime/engage/passage/passage_template.hpp"

namespace hornbook::content {

// The first fault: a figure whose numbers make no sense, a paragraph that is empty or is several (a blank line), a word
// of the glossary that stands in no text. Nothing when all is well.
[[nodiscard]] std::optional<std::string> problem_of_passage(const engage::PassageTemplate& passage,
                                                            std::string_view language);

}  // namespace hornbook::content

// What is said of an answer, the hints, and the action band of an activity.
#pragma once

#include "ui/views/workplace.hpp"

namespace hornbook::ui::views {

[[nodiscard]] bool has_feedback(const engage::Activity& activity);

// What is said beside a question while there is nothing to say of an answer. In a check of where to start: thanks for
// the answer before, whatever it was, or before the first one that some will be new. In practice: that it is enough for
// today, when it is.
[[nodiscard]] std::optional<Word> word_aside(const Workplace& place);
[[nodiscard]] Node aside(const Workplace& place, Word word);

// A sign and one sentence: a tick for right, a turning arrow for not yet. Only with has_feedback().
[[nodiscard]] Node feedback(const Workplace& place);

// The ground of what is said of an answer, or of the hint that is being read; None when nothing is said.
[[nodiscard]] Paint ground_of_words(const Workplace& place);

// The hint that was opened last, with its lamp.
[[nodiscard]] Node hint(const Workplace& place);

// Of a small screen: those of the question come first, then those of the answer.
struct PageInView {
  std::uint32_t page = 0;
  std::uint32_t of_question = 1;
  [[nodiscard]] bool is_question() const { return page < of_question; }
};

// Home, hint, what is said (when `with_words`), and the one thing to do next.
[[nodiscard]] std::vector<Node> activity_actions(const Workplace& place, const PageInView& at, bool with_words);

// The three answers to "how was it for you?", in place of these.
[[nodiscard]] std::vector<Node> how_it_fitted(const Scene& scene);

}  // namespace hornbook::ui::views

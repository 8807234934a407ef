// What is asked: the words, the figure, the sound and what helps, as large as there is room for. Only activity.cpp
// includes this.
#pragma once

#include "ui/views/workplace.hpp"

namespace hornbook::ui::views {

// How the question is set where the room is short.
struct QuestionFit {
  bool dense = false;          // in small letters
  float help_height = 10'000;  // what helps may take beneath it
  std::uint32_t help_pages = 1;
};
[[nodiscard]] QuestionFit fitted(const Workplace& place, float width, float height);

// What is asked now: the step's own words, or the item's when these say it all.
[[nodiscard]] const std::string& words_asked(const Workplace& place);
// The nearest to what is read: that of the hint, of the question, of the item.
[[nodiscard]] const std::optional<engage::Figure>& figure_shown(const Workplace& place);

inline constexpr float smallest_figure = 40;
// All but the figure.
[[nodiscard]] float question_height(const Workplace& place, const QuestionFit& fit, float width);
// The words alone.
[[nodiscard]] Node prompt(const Workplace& place, const QuestionFit& fit);
// A figure that would be lower than `smallest_figure` is left out.
[[nodiscard]] Node question(const Workplace& place, const QuestionFit& fit, float width, float figure_height);

// On a small screen: the question with the hint that is being read. What does not fit on a page goes on on the next; a
// hint that needs a page of its own comes before the question.
[[nodiscard]] std::vector<Node> question_pages(const Workplace& place, float width, float height);

}  // namespace hornbook::ui::views

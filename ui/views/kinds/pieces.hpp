// What the view of each kind of task is made of. A kind has a folder with one header that declares these functions,
// which ui/views/task.hpp finds by the type of the task:
//   Way way(std::type_identity<engage::X>)               how it is answered, before it is opened
//   float width_beside(const engage::X&, float width)    what it takes beside the question in this width, beside_gap
//                                                        between them; whole_width: it stands below the question
//   Node answer(const Workplace&, const engage::X&)      where the learner answers
// and, when the answer is typed on keys that may stand apart from what is typed:
//   Node field(const Workplace&, const engage::X&)       what is typed, with the height that it needs
//   Node keys(const Workplace&, const engage::X&)
// and, where there is something of the kind,
//   std::vector<Node> help(const Workplace&, const engage::X&, Size room)   under the question: its pages, each of a
//                                                                           fixed height
//   Word word_to_submit(const engage::X&)                in place of "Check"
// Each fills the workplace's width and height at most.
#pragma once

#include <type_traits>

#include "ui/views/way.hpp"
#include "ui/views/workplace.hpp"

namespace hornbook::ui::views {

inline constexpr float whole_width = 0;
inline constexpr float beside_gap = 40;

}  // namespace hornbook::ui::views

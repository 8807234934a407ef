// What can be asked of a task's view whatever its kind. Each function finds the kind's own (ui/views/kinds/pieces.hpp).
#pragma once

#include "ui/views/way.hpp"
#include "ui/views/workplace.hpp"

namespace hornbook::ui::views {

// How a kind is answered, by the number that it has in runtime/engage/kinds; engage::several_steps has a way too;
// nothing when there is no such kind.
[[nodiscard]] std::optional<Way> way_of_kind(std::uint8_t kind);

// What the answer takes beside the question in this width; whole_width when it stands below it.
[[nodiscard]] float width_beside(const engage::Task& task, float width);
// Where the learner answers.
[[nodiscard]] Node answer(const Workplace& place);

// What stands under the question and helps to answer, in pages of at most this height; none for most kinds.
[[nodiscard]] std::vector<Node> help(const Workplace& place, float width, float height);
// What is written on the button that submits.
[[nodiscard]] Word submit_word(const engage::Task& task);

// Whether the answer is typed; then it has a field and keys that may stand apart.
[[nodiscard]] bool is_typed(const engage::Task& task);
[[nodiscard]] Node field(const Workplace& place);
[[nodiscard]] Node keys(const Workplace& place);

}  // namespace hornbook::ui::views

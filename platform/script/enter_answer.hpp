// Enters an answer by touching the controls of the activity on the screen, whatever its kind of task.
#pragma once

#include "platform/script/stage.hpp"
#include "runtime/engage/problem.hpp"

namespace hornbook::platform {

// The item at work, and its question at hand; nullptr when there is none.
[[nodiscard]] const engage::Problem* problem_of(const Stage& stage);
[[nodiscard]] const engage::Activity* activity_of(const Stage& stage);

// The activity's own act behind an intent; nullptr when it is another intent.
template <class Kind>
[[nodiscard]] const Kind* act_of(const ui::Intent& intent) {
  const auto* to_session = std::get_if<ui::ToSession>(&intent);
  const auto* act = to_session == nullptr ? nullptr : std::get_if<session::Act>(&to_session->intent);
  return act == nullptr ? nullptr : std::get_if<Kind>(&act->intent);
}

// BadInput when the answer does not fit the activity, when a control that it needs is not on the screen, or when
// touching it did not do what it says.
[[nodiscard]] Done enter_answer(Stage& stage, const engage::Answer& answer);

}  // namespace hornbook::platform

// Enters an answer by touching the controls of the activity on the screen, one kind of task a function.
#pragma once

#include "platform/script/stage.hpp"
#include "runtime/engage/activity.hpp"

namespace hornbook::platform {

// Whether the intent is this act of the activity's.
template <class Kind>
[[nodiscard]] bool is_act(const ui::Intent& intent) {
  const auto* to_session = std::get_if<ui::ToSession>(&intent);
  const auto* act = to_session == nullptr ? nullptr : std::get_if<session::Act>(&to_session->intent);
  return act != nullptr && std::holds_alternative<Kind>(act->intent);
}

// BadInput when a control that the answer needs is not on the screen, or touching it did not do what it says.
[[nodiscard]] Done enter_answer(Stage& stage, const engage::Answer& answer);

}  // namespace hornbook::platform

// Answers the activity on the screen by touching its controls.
#pragma once

#include "platform/script/stage.hpp"
#include "platform/script/step.hpp"

namespace hornbook::platform {

// Chooses an activity first when none is open, and goes on first when the last one is finished. Right and wrong answers
// take some seconds, as a child's do; a guess takes less than one. BadInput when nobody is signed in or a control that
// the answer needs is not on the screen.
[[nodiscard]] Done give_answer(Stage& stage, AnswerKind kind);

}  // namespace hornbook::platform

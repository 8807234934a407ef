// Which answer a script's "right", "wrong" or "guess" means for an item.
#pragma once

#include "platform/script/step.hpp"
#include "runtime/core/error.hpp"
#include "runtime/core/seeded_random.hpp"
#include "runtime/engage/item.hpp"

namespace hornbook::platform {

// Wrong prefers an answer that the item expects as a mistake. A guess takes one of the right and the wrong answers.
// BadInput when the item has no such answer, or for AnswerKind::Hint.
[[nodiscard]] Result<engage::Answer> pick_answer(const engage::Task& task, AnswerKind kind, SeededRandom& chance);

}  // namespace hornbook::platform

// One question after another: the probability goes out, the outcome comes in.
#pragma once

#include <iosfwd>
#include <unordered_map>

#include "platform/programs/model/attempt_lines.hpp"
#include "runtime/interpret/response_model/response_model.hpp"

namespace hornbook::platform {

enum class StreamLine {
  Probability,    // six or more digits of p
  Contributions,  // p, then `,name=logit` for every group; they sum to logit(p)
};

// Fits the model on `training`, then, until `questions` ends: reads a line `learner,item,skill,timestamp`, writes a
// line and flushes it, reads `0` or `1`. What is answered is learned from: by that learner's history and by the effects
// of the item and the place. BadInput when the training or a line cannot be read, or when the last outcome is missing.
[[nodiscard]] Done answer_stream(std::istream& training, std::istream& questions, std::ostream& lines, StreamLine form);

}  // namespace hornbook::platform

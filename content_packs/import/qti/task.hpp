// A learnt interaction as a task of Hornbook.
#pragma once

#include "content_packs/import/qti/scoring.hpp"
#include "runtime/engage/answer.hpp"

namespace hornbook::content::qti {

// What pictures of a content become; nothing, with a remark, when one has no place.
using FigureOf = std::function<std::optional<ImportedFigure>(const Content& content)>;
// What a response to this interaction is worth; nothing when the rules fail.
using CreditOf = std::function<std::optional<double>(const Value& value)>;

struct BuiltTask {
  ImportedTask task;
  std::vector<engage::Answer> answers;  // for each response, without the kind's number
};

struct TaskSurroundings {
  std::string where;
  Remarks& remarks;
  FigureOf figure_of;
  CreditOf credit_of;
};

// Nothing, with a remark of weight Refused, when no kind of task can ask it.
[[nodiscard]] std::optional<BuiltTask> build_task(const Interaction& interaction, const Learnt& learnt,
                                                  const TaskSurroundings& around);

// The same for what is typed.
[[nodiscard]] std::optional<BuiltTask> build_typed_task(const Interaction& interaction, const Learnt& learnt,
                                                        const TaskSurroundings& around);

}  // namespace hornbook::content::qti

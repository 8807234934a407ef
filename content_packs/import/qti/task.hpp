// A learnt interaction as a task of Hornbook.
#pragma once

#include "content_packs/import/qti/picture_areas.hpp"
#include "content_packs/import/qti/scoring.hpp"
#include "runtime/engage/answer.hpp"

namespace hornbook::content::qti {

// What pictures of a content become; nothing, with a remark, when one has no place.
using FigureOf = std::function<std::optional<ImportedFigure>(const Content& content)>;
// The picture of an interaction that stands on one.
using PlateOf = std::function<Plate(const Interaction& interaction)>;
// What a response to this interaction is worth; nothing when the rules fail.
using CreditOf = std::function<std::optional<double>(const Value& value)>;

struct BuiltTask {
  ImportedTask task;
  std::vector<engage::Answer> answers;            // for each response, without the kind's number
  std::vector<std::vector<std::uint32_t>> alike;  // numbers of tiles that are one option
};

struct TaskSurroundings {
  std::string where;
  Remarks& remarks;
  FigureOf figure_of;
  PlateOf plate_of;
  CreditOf credit_of;
};

// Nothing, with a remark of weight Refused, when no kind of task can ask it. Not of an Essay.
[[nodiscard]] std::optional<BuiltTask> build_task(const Interaction& interaction, const Learnt& learnt,
                                                  const TaskSurroundings& around);

// The same for what is typed, for what stands on a picture or in a text, and for tiles that belong into lines of text.
[[nodiscard]] std::optional<BuiltTask> build_typed_task(const Interaction& interaction, const Learnt& learnt,
                                                        const TaskSurroundings& around);
[[nodiscard]] std::optional<BuiltTask> build_placed_task(const Interaction& interaction, const Learnt& learnt,
                                                         const TaskSurroundings& around);
[[nodiscard]] std::optional<BuiltTask> build_lines(const Interaction& interaction, const Learnt& learnt,
                                                   const TaskSurroundings& around);

// One of several interactions in a text.
struct Part {
  const Interaction& interaction;
  const Learnt& learnt;
  TaskSurroundings around;
};
// All of them as one cloze, or as a table where the text is one and each stands in a cell of its own. `text` has
// thing_here(n) for each of them, in their order; `whole` are the responses to all. Nothing when a cloze cannot have
// one of them.
[[nodiscard]] std::optional<BuiltTask> build_cloze(const std::string& text, const std::vector<Part>& parts,
                                                   const Learnt& whole);

// A text with things as a cloze can have it: without tables that have them, which are reported.
[[nodiscard]] std::string flowing(const std::string& text, const TaskSurroundings& around);

}  // namespace hornbook::content::qti

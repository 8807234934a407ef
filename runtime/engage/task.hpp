// What can be asked of a task whatever its kind. Each function finds the kind's own (runtime/engage/kinds/pieces.hpp).
// An entry always is of its task's kind: start_entry() and entry_of() make it so.
#pragma once

#include "runtime/engage/item.hpp"
#include "runtime/engage/template/item_template.hpp"

namespace hornbook::engage {

[[nodiscard]] Entry start_entry(const Task& task);
// Whether the gesture fitted and changed the entry.
[[nodiscard]] bool apply(const Task& task, Entry& entry, const Gesture& gesture);
// Whether there is something to submit.
[[nodiscard]] bool is_answerable(const Task& task, const Entry& entry);

[[nodiscard]] Answer answer_of(const Task& task, const Entry& entry);
// Nothing when the answer is of another kind or does not fit the task.
[[nodiscard]] std::optional<Entry> entry_of(const Task& task, const Answer& answer);
// Pure. An answer that does not fit is not correct and has no credit.
[[nodiscard]] Verdict assess_answer(const Task& task, const Answer& answer);
// The same with what the question itself says of credit.
[[nodiscard]] Verdict assess_answer(const Question& question, const Answer& answer);

// For "show me" after the last try, for scripts and for authors.
[[nodiscard]] Entry right_entry_of(const Task& task);
[[nodiscard]] Answer right_answer(const Task& task);
// Answers that are wrong, the likeliest first; mistakes that the item expects come before others.
[[nodiscard]] std::vector<Answer> wrong_answers(const Task& task);
// What a person would do next to get from one entry to another; nothing when it is reached.
[[nodiscard]] std::optional<Gesture> gesture_towards(const Task& task, const Entry& now, const Entry& wanted);
// What leads back to work after "not yet".
[[nodiscard]] Gesture way_back_of(const Task& task);
// The entry as a text with markup.
[[nodiscard]] std::string words_of(const Task& task, const Entry& entry);
// What can be chosen or carried, as it looks.
[[nodiscard]] std::vector<std::string> things_of(const Task& task);

[[nodiscard]] std::uint8_t kind_of(const Task& task);
[[nodiscard]] std::uint8_t kind_of(const TaskTemplate& task);
// As in the source, such as "number_line"; empty when there is no such kind.
[[nodiscard]] std::string_view name_of_kind(std::uint8_t kind);

// JudgedBy::Rule for a number that no kind has.
[[nodiscard]] JudgedBy judged_by(std::uint8_t kind);
// Whether answers of the kind show how well a skill is known.
[[nodiscard]] inline bool is_evidence(std::uint8_t kind) { return judged_by(kind) == JudgedBy::Rule; }
// Whether answers of this kind are neither right nor wrong here: they are kept for a person, and no evidence.
[[nodiscard]] inline bool is_judged_by_person(std::uint8_t kind) { return judged_by(kind) == JudgedBy::Person; }
[[nodiscard]] inline bool is_judged_by_person(const Task& task) { return is_judged_by_person(kind_of(task)); }

// In place of a kind for an item that asks more than one question.
inline constexpr std::uint8_t several_steps = 0;
// The kind of the only step's task, or several_steps.
[[nodiscard]] std::uint8_t kind_of(const ItemTemplate& item);

// The task among the fields of an item, a step or a hint: at most one field, or exactly one, has the name of a kind.
[[nodiscard]] Read<std::optional<TaskTemplate>> read_optional_task(Fields& fields, const ItemParts& parts);
[[nodiscard]] Read<TaskTemplate> read_task(Fields& fields, const ItemParts& parts);

}  // namespace hornbook::engage

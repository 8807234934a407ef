#include "runtime/engage/task.hpp"

#include <algorithm>

namespace hornbook::engage {
namespace {

// Calls `act` with the task and the entry of its kind.
template <class AnyEntry, class Act>
auto visit_pair(const Task& task, AnyEntry& entry, const Act& act) {
  const auto with_entry = [&](const auto& kind) {
    using KindEntry = typename std::decay_t<decltype(kind)>::Entry;
    return act(kind, std::get<KindEntry>(entry));
  };
  return std::visit(with_entry, task);
}

template <class Kind>
Read<std::optional<TaskTemplate>> read_kind(Fields& item, const ItemParts& parts) {
  const auto field = item.optional(Kind::name);
  if (!field) return std::optional<TaskTemplate>();
  TRY_ASSIGN(Fields fields, Fields::of(*field));
  TRY_ASSIGN(Kind task, Kind::read(fields, parts));
  TRY_DONE(fields.end());
  return std::optional<TaskTemplate>(std::move(task));
}

using ReadKind = Read<std::optional<TaskTemplate>> (*)(Fields&, const ItemParts&);

template <class... Kinds>
std::vector<ReadKind> readers(const std::variant<Kinds...>*) {
  return {&read_kind<Kinds>...};
}

// nullptr when there is no such kind.
const KindName* find_kind(std::uint8_t kind) {
  const auto* found =
      std::find_if(Kinds::names.begin(), Kinds::names.end(), [&](const KindName& each) { return each.number == kind; });
  return found == Kinds::names.end() ? nullptr : found;
}

}  // namespace

Entry start_entry(const Task& task) {
  return std::visit([](const auto& kind) { return Entry(empty_entry(kind)); }, task);
}

bool apply(const Task& task, Entry& entry, const Gesture& gesture) {
  if (std::holds_alternative<EraseAll>(gesture)) {
    entry = start_entry(task);
    return true;
  }
  const bool changed = visit_pair(task, entry, [&](const auto& kind, auto& own) { return enter(kind, own, gesture); });
  return changed || std::holds_alternative<LookAgain>(gesture);
}

bool is_answerable(const Task& task, const Entry& entry) {
  return visit_pair(task, entry, [](const auto& kind, const auto& own) { return is_complete(kind, own); });
}

Answer answer_of(const Task& task, const Entry& entry) {
  Answer answer = visit_pair(task, entry, [](const auto& kind, const auto& own) { return to_answer(kind, own); });
  answer.kind = kind_of(task);
  return answer;
}

std::optional<Entry> entry_of(const Task& task, const Answer& answer) {
  if (answer.kind != kind_of(task)) return std::nullopt;
  const auto read = [&](const auto& kind) -> std::optional<Entry> {
    auto entry = from_answer(kind, answer);
    return entry ? std::optional<Entry>(std::move(*entry)) : std::nullopt;
  };
  return std::visit(read, task);
}

Verdict assess_answer(const Task& task, const Answer& answer) {
  const auto entry = entry_of(task, answer);
  if (!entry) return not_yet();
  return visit_pair(task, *entry, [](const auto& kind, const auto& own) { return assess(kind, own); });
}

Verdict assess_answer(const Question& question, const Answer& answer) {
  Verdict verdict = assess_answer(question.task, answer);
  const bool has_worth = question.credit && !is_judged_by_person(question.task);
  if (!has_worth || !entry_of(question.task, answer)) return verdict;
  return credited(std::move(verdict), *question.credit, answer);
}

Entry right_entry_of(const Task& task) {
  return std::visit([](const auto& kind) { return Entry(right_entry(kind)); }, task);
}

Answer right_answer(const Task& task) { return answer_of(task, right_entry_of(task)); }

std::vector<Answer> wrong_answers(const Task& task) {
  std::vector<Answer> answers;
  const auto collect = [&](const auto& kind) {
    for (const auto& entry : wrong_entries(kind)) {
      if (assess(kind, entry).correct) continue;
      answers.push_back(answer_of(task, Entry(entry)));
    }
  };
  std::visit(collect, task);
  return answers;
}

std::optional<Gesture> gesture_towards(const Task& task, const Entry& now, const Entry& wanted) {
  return visit_pair(task, now, [&](const auto& kind, const auto& own) {
    return next_gesture(kind, own, std::get<std::decay_t<decltype(own)>>(wanted));
  });
}

Gesture way_back_of(const Task& task) {
  return std::visit([](const auto& kind) { return way_back(kind); }, task);
}

std::string words_of(const Task& task, const Entry& entry) {
  return visit_pair(task, entry, [](const auto& kind, const auto& own) { return in_words(kind, own); });
}

std::vector<std::string> things_of(const Task& task) {
  return std::visit([](const auto& kind) { return offered(kind); }, task);
}

std::uint8_t kind_of(const Task& task) { return Kinds::names[task.index()].number; }

std::uint8_t kind_of(const TaskTemplate& task) { return Kinds::names[task.index()].number; }

JudgedBy judged_by(std::uint8_t kind) {
  const KindName* found = find_kind(kind);
  return found == nullptr ? JudgedBy::Rule : found->judged_by;
}

std::uint8_t kind_of(const ItemTemplate& item) {
  return item.steps.size() == 1 ? kind_of(item.steps.front().question.task) : several_steps;
}

std::string_view name_of_kind(std::uint8_t kind) {
  const KindName* found = find_kind(kind);
  return found == nullptr ? std::string_view() : found->name;
}

Read<std::optional<TaskTemplate>> read_optional_task(Fields& fields, const ItemParts& parts) {
  std::optional<TaskTemplate> result;
  for (const ReadKind read : readers(static_cast<const TaskTemplate*>(nullptr))) {
    TRY_ASSIGN(auto task, read(fields, parts));
    if (task && result) return bad_field(fields.pointer(), "there are two tasks here; remove one");
    if (task) result = std::move(task);
  }
  return result;
}

Read<TaskTemplate> read_task(Fields& fields, const ItemParts& parts) {
  TRY_ASSIGN(auto task, read_optional_task(fields, parts));
  if (task) return std::move(*task);
  std::string sentence = "there is no task here; add one of";
  for (const KindName& kind : Kinds::names) sentence.append(" ").append(kind.name);
  return bad_field(fields.pointer(), std::move(sentence));
}

}  // namespace hornbook::engage

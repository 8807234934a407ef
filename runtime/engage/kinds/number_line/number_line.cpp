#include "runtime/engage/kinds/number_line/number_line.hpp"

namespace hornbook::engage {

NumberLineEntry empty_entry(const NumberLine&) { return {}; }

bool enter(const NumberLine& task, NumberLineEntry& entry, const Gesture& gesture) {
  const auto* move = std::get_if<MoveTo>(&gesture);
  if (move == nullptr || move->handle != 0 || move->position > task.intervals) return false;
  entry.tick = move->position;
  return true;
}

bool is_complete(const NumberLine&, const NumberLineEntry& entry) { return entry.tick.has_value(); }

Answer to_answer(const NumberLine&, const NumberLineEntry& entry) { return {0, {entry.tick.value_or(0)}, {}}; }

std::optional<NumberLineEntry> from_answer(const NumberLine& task, const Answer& answer) {
  if (answer.numbers.size() != 1 || answer.numbers[0] > task.intervals) return std::nullopt;
  return NumberLineEntry{answer.numbers[0]};
}

Verdict assess(const NumberLine& task, const NumberLineEntry& entry) {
  if (entry.tick == task.target_tick) return right();
  for (const ExpectedWrongTick& expected : task.wrong) {
    if (expected.tick == entry.tick) return wrong_as(expected.wrong);
  }
  return not_yet();
}

NumberLineEntry right_entry(const NumberLine& task) { return {task.target_tick}; }

std::vector<NumberLineEntry> wrong_entries(const NumberLine& task) {
  std::vector<NumberLineEntry> entries;
  for (const ExpectedWrongTick& wrong : task.wrong) entries.push_back({wrong.tick});
  entries.push_back({0});
  entries.push_back({task.intervals});
  return entries;
}

std::optional<Gesture> next_gesture(const NumberLine&, const NumberLineEntry& now, const NumberLineEntry& wanted) {
  if (now == wanted || !wanted.tick) return std::nullopt;
  return MoveTo{0, *wanted.tick};
}

Gesture way_back(const NumberLine&) { return LookAgain{}; }

std::string in_words(const NumberLine& task, const NumberLineEntry& entry) {
  if (!entry.tick) return {};
  const auto value = value_at(task, *entry.tick);
  return value ? to_text(*value) : std::string();
}

std::vector<std::string> offered(const NumberLine&) { return {}; }

Result<Rational> value_at(const NumberLine& task, std::uint32_t tick) {
  TRY_ASSIGN(const Rational share, Rational::create(tick, task.intervals));
  TRY_ASSIGN(const Rational span, subtract(task.to, task.from));
  TRY_ASSIGN(const Rational along, multiply(span, share));
  return add(task.from, along);
}

}  // namespace hornbook::engage

#include "runtime/engage/kinds/short_text/short_text.hpp"

namespace hornbook::engage {
namespace {

constexpr std::uint16_t nearly_spelled = 500;

Remark remark_on(WordsMatch match) {
  switch (match) {
    case WordsMatch::OtherCapitals:
      return Remark::CheckCapitals;
    case WordsMatch::OtherAccents:
      return Remark::CheckAccents;
    case WordsMatch::NearlySpelled:
      return Remark::CheckSpelling;
    default:
      return Remark::None;
  }
}

}  // namespace

ShortTextEntry empty_entry(const ShortText&) { return {}; }

bool enter(const ShortText&, ShortTextEntry& entry, const Gesture& gesture) { return enter(entry, gesture); }

bool is_complete(const ShortText&, const ShortTextEntry& entry) {
  return entry.text.find_first_not_of(' ') != std::string::npos;
}

Answer to_answer(const ShortText&, const ShortTextEntry& entry) { return to_answer(entry); }

std::optional<ShortTextEntry> from_answer(const ShortText&, const Answer& answer) {
  auto text = text_of(answer);
  return text ? std::optional(ShortTextEntry{std::move(*text)}) : std::nullopt;
}

Verdict assess(const ShortText& task, const ShortTextEntry& entry) {
  WordsMatch nearest = compare_words(task.expected, entry.text, task.letter_case);
  for (const std::string& accepted : task.accepted)
    nearest = std::min(nearest, compare_words(accepted, entry.text, task.letter_case));
  if (nearest == WordsMatch::Same) return right();
  for (const ExpectedNearText& each : task.near)
    if (compare_words(each.answer, entry.text, task.letter_case) == WordsMatch::Same) return wrong_as(each.wrong);
  if (nearest == WordsMatch::Different) return not_yet();
  Verdict verdict = not_yet(nearly_spelled);
  verdict.remark = remark_on(nearest);
  return verdict;
}

ShortTextEntry right_entry(const ShortText& task) { return {task.expected}; }

std::vector<ShortTextEntry> wrong_entries(const ShortText& task) {
  std::vector<ShortTextEntry> entries;
  for (const ExpectedNearText& each : task.near) entries.push_back({each.answer});
  for (const char* other : {"?", "x"}) entries.push_back({other});
  return entries;
}

std::optional<Gesture> next_gesture(const ShortText&, const ShortTextEntry& now, const ShortTextEntry& wanted) {
  return next_key(now.text, wanted.text, 0);
}

Gesture way_back(const ShortText&) { return LookAgain{}; }

std::string in_words(const ShortText&, const ShortTextEntry& entry) { return escaped_for_markup(entry.text); }

std::vector<std::string> offered(const ShortText&) { return {}; }

}  // namespace hornbook::engage

#include "runtime/engage/kinds/open_response/open_response.hpp"

namespace hornbook::engage {

OpenResponseEntry empty_entry(const OpenResponse&) { return {}; }

bool enter(const OpenResponse&, OpenResponseEntry& entry, const Gesture& gesture) { return enter(entry, gesture); }

bool is_complete(const OpenResponse&, const OpenResponseEntry& entry) {
  return entry.text.find_first_not_of(" \n") != std::string::npos;
}

Answer to_answer(const OpenResponse&, const OpenResponseEntry& entry) { return to_answer(entry); }

std::optional<OpenResponseEntry> from_answer(const OpenResponse&, const Answer& answer) {
  auto text = long_text_of(answer);
  return text ? std::optional(OpenResponseEntry{{std::move(*text)}}) : std::nullopt;
}

Verdict assess(const OpenResponse&, const OpenResponseEntry&) { return kept_for_teacher(); }

OpenResponseEntry right_entry(const OpenResponse& task) {
  return {{task.starters.empty() ? std::string("…") : task.starters.front()}};
}

std::vector<OpenResponseEntry> wrong_entries(const OpenResponse&) { return {}; }

std::optional<Gesture> next_gesture(const OpenResponse&, const OpenResponseEntry& now,
                                    const OpenResponseEntry& wanted) {
  return next_key(now.text, wanted.text, 0);
}

Gesture way_back(const OpenResponse&) { return LookAgain{}; }

std::string in_words(const OpenResponse&, const OpenResponseEntry& entry) { return escaped_for_markup(entry.text); }

std::vector<std::string> offered(const OpenResponse& task) { return task.starters; }

}  // namespace hornbook::engage

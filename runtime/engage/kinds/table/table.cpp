#include "runtime/engage/kinds/table/table.hpp"

namespace hornbook::engage {

TableEntry empty_entry(const Table& task) { return {empty_fillings(task)}; }

bool enter(const Table& task, TableEntry& entry, const Gesture& gesture) {
  return enter(static_cast<const Blanks&>(task), entry, gesture);
}

bool is_complete(const Table& task, const TableEntry& entry) { return are_filled(task, entry); }

Answer to_answer(const Table&, const TableEntry& entry) { return to_answer(entry); }

std::optional<TableEntry> from_answer(const Table& task, const Answer& answer) {
  auto fillings = fillings_of(task, answer);
  return fillings ? std::optional(TableEntry{std::move(*fillings)}) : std::nullopt;
}

Verdict assess(const Table& task, const TableEntry& entry) { return assess_blanks(task, entry); }

TableEntry right_entry(const Table& task) { return {right_fillings(task)}; }

std::vector<TableEntry> wrong_entries(const Table& task) {
  std::vector<TableEntry> entries;
  for (BlanksEntry& fillings : wrong_fillings(task)) entries.push_back({std::move(fillings)});
  return entries;
}

std::optional<Gesture> next_gesture(const Table& task, const TableEntry& now, const TableEntry& wanted) {
  return next_gesture(static_cast<const Blanks&>(task), static_cast<const BlanksEntry&>(now),
                      static_cast<const BlanksEntry&>(wanted));
}

Gesture way_back(const Table&) { return LookAgain{}; }

std::string in_words(const Table& task, const TableEntry& entry) {
  const std::vector<std::string> filled = words_in(task, entry);
  std::string words;
  for (const TableRow& row : task.rows) {
    std::string line = row.name;
    bool begins = row.name.empty();
    for (const TableCell& cell : row.cells) {
      line.append(begins ? "" : " | ").append(cell.blank ? filled[*cell.blank] : cell.text);
      begins = false;
    }
    words.append(words.empty() ? "" : "\n").append(line);
  }
  return words;
}

std::vector<std::string> offered(const Table&) { return {}; }

}  // namespace hornbook::engage

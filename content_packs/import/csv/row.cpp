#include "content_packs/import/csv/row.hpp"

#include <algorithm>
#include <charconv>

#include "content_packs/import/csv/task.hpp"
#include "content_packs/import/spelling.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::content::csv {
namespace {

// The number behind a column's name, 0 when there is none; nothing when it is another column.
std::optional<int> number_behind(std::string_view column, std::string_view name) {
  if (!column.starts_with(name)) return std::nullopt;
  const std::string_view rest = trimmed(column.substr(name.size()));
  if (rest.empty()) return 0;
  int number = 0;
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
  if (error != std::errc() || end != rest.data() + rest.size() || number < 1 || number > 99) return std::nullopt;
  return number;
}

// The file that a cell names, wherever it lies in what was given.
const SourceTree::value_type* file_called(const SourceTree& tree, const std::string& name) {
  const auto found = std::find_if(tree.begin(), tree.end(), [&](const auto& file) {
    return file.first == name || file.first.ends_with("/" + name);
  });
  return found == tree.end() ? nullptr : &*found;
}

std::optional<ImportedFigure> figure_of(const Row& row, const SourceTree& tree, std::map<std::string, Bytes>& media,
                                        Remarks& remarks) {
  const std::string name = row.cell("picture");
  if (name.empty()) return std::nullopt;
  const auto* file = file_called(tree, name);
  if (file == nullptr) {
    remarks.push_back({Outcome::Approximated, "picture-missing", "picture",
                       "there is no file \"" + name + "\" beside the table; put it into the same folder"});
    return std::nullopt;
  }
  std::string description = row.cell("picture shows");
  if (description.empty()) {
    remarks.push_back({Outcome::Approximated, "picture-without-description", "picture shows",
                       "say what the picture shows, for whoever does not see it; its name stands in"});
    description = name;
  }
  const std::string path = "media/" + file->first.substr(file->first.rfind('/') + 1);
  media.emplace(path, file->second);
  return ImportedFigure{path, description};
}

std::vector<ImportedHint> hints_of(const Row& row) {
  std::vector<ImportedHint> hints;
  for (const auto& [number, text] : row.numbered("hint")) {
    ImportedHint hint;
    hint.id = "hint-" + std::to_string(hints.size() + 1);
    hint.text = text;
    hints.push_back(std::move(hint));
  }
  return hints;
}

}  // namespace

std::string column_name(std::string_view head) { return in_small_letters(trimmed(head)); }

std::string Row::cell(std::string_view column) const {
  for (const std::string& name : table_.header())
    if (column_name(name) == column) return std::string(trimmed(table_.field(row_, name)));
  return {};
}

std::map<int, std::string> Row::numbered(std::string_view name) const {
  std::map<int, std::string> cells;
  for (const std::string& column : table_.header()) {
    const auto number = number_behind(column_name(column), name);
    std::string text(trimmed(table_.field(row_, column)));
    if (number && !text.empty()) cells.emplace(*number, std::move(text));
  }
  return cells;
}

bool is_known_column(std::string_view name) {
  const std::string column = column_name(name);
  for (const std::string_view known :
       {"id", "skill", "kind", "question", "answer", "accept", "explanation", "not yet", "picture", "picture shows"})
    if (column == known) return true;
  return number_behind(column, "wrong") || number_behind(column, "feedback") || number_behind(column, "hint");
}

std::optional<ImportedItem> item_of(const Row& row, const SourceTree& tree, std::string_view language,
                                    std::map<std::string, Bytes>& media, Remarks& remarks) {
  const auto refuse = [&](const char* code, const char* where, std::string sentence) {
    remarks.push_back({Outcome::Refused, code, where, std::move(sentence)});
    return std::nullopt;
  };
  ImportedItem item;
  item.prompt = row.cell("question");
  if (item.prompt.empty()) return refuse("question-missing", "question", "the cell is empty; write what is asked");
  if (item.prompt.size() > limits::item_text_bytes_max)
    return refuse("question-too-long", "question", "it is too long for one item; make several of it");
  auto task = task_of(row, language, remarks);
  if (!task) return std::nullopt;
  item.objective = row.cell("skill").empty() ? item.prompt.substr(0, item.prompt.find('\n')) : row.cell("skill");
  if (item.objective.size() > limits::pack_text_bytes_max) item.objective = "Line " + std::to_string(row.line());
  item.figure = figure_of(row, tree, media, remarks);
  ImportedStep step;
  step.id = "a";
  step.task = std::move(*task);
  step.hints = hints_of(row);
  step.explanation = row.cell("explanation");
  step.not_yet = row.cell("not yet");
  item.steps.push_back(std::move(step));
  return item;
}

}  // namespace hornbook::content::csv

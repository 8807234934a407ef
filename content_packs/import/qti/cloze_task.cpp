#include <algorithm>

#include "content_packs/import/qti/task.hpp"
#include "content_packs/import/text_structure.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::content::qti {
namespace {

std::optional<ImportedBlank> blank_of(const Part& part) {
  const auto built = build_task(part.interaction, part.learnt, part.around);
  if (!built) return std::nullopt;
  if (const auto* words = std::get_if<ImportedShortText>(&built->task)) return *words;
  if (const auto* choices = std::get_if<ImportedChoices>(&built->task); choices != nullptr && !choices->several)
    return *choices;
  const auto* number = std::get_if<ImportedExpression>(&built->task);
  const bool is_exact = number != nullptr && number->tolerance.empty() && number->accept.empty();
  if (is_exact) return ImportedNumber{number->answer, "any"};
  return std::nullopt;
}

// The text as a table with these blanks in its cells; nothing when it is none, or when words stand beside a blank.
std::optional<ImportedTable> table_with(const std::string& text, const std::vector<ImportedBlank>& blanks) {
  const std::vector<engage::TextBlock> blocks = engage::blocks_of(text);
  const auto* table = std::get_if<engage::TextTable>(&blocks.front().what);
  if (blocks.size() != 1 || table == nullptr || table->rows.size() > limits::table_rows_max) return std::nullopt;
  const auto has_thing = [&](const engage::TextPart& cell) { return !things_in(cell.of(text)).empty(); };
  const bool has_names =
      table->has_head && table->aligns.size() > 1 &&
      std::none_of(table->rows.begin(), table->rows.end(), [&](const auto& row) { return has_thing(row.front()); });
  ImportedTable result;
  std::size_t next = 0;
  for (std::size_t at = 0; at < table->rows.size(); ++at) {
    ImportedTableRow row;
    for (std::size_t column = 0; column < table->rows[at].size(); ++column) {
      const engage::TextPart& cell = table->rows[at][column];
      const std::string words(cell.of(text));
      const bool is_blank = has_thing(cell);
      const bool is_alone = is_blank && words.find(thing_here(things_in(words).front())) == 0 &&
                            words.size() == thing_here(things_in(words).front()).size();
      if (is_blank && !is_alone) return std::nullopt;
      if (column == 0 && has_names)
        row.name = words;
      else
        row.cells.push_back({is_blank ? "" : words, is_blank ? std::optional(blanks.at(next++)) : std::nullopt});
    }
    if (at > 0 || !table->has_head) {
      result.rows.push_back(std::move(row));
      continue;
    }
    result.corner = row.name;
    for (const ImportedTableCell& name : row.cells) {
      if (name.blank) return std::nullopt;
      result.columns.push_back(name.text);
    }
  }
  return result;
}

}  // namespace

std::optional<BuiltTask> build_cloze(const std::string& text, const std::vector<Part>& parts, const Learnt& whole) {
  const std::vector<std::size_t> things = things_in(text);
  if (parts.size() > limits::blanks_max || things.size() != parts.size()) return std::nullopt;
  std::vector<ImportedBlank> blanks;
  for (const Part& part : parts) {
    auto blank = blank_of(part);
    if (!blank) return std::nullopt;
    blanks.push_back(std::move(*blank));
  }
  BuiltTask built;
  if (auto table = table_with(text, blanks)) {
    built.task = std::move(*table);
  } else {
    std::size_t number = 0;
    const auto next_mark = [&](std::size_t) { return mark(++number); };
    const TaskSurroundings& around = parts.front().around;
    built.task = ImportedCloze{with_things(flowing(text, around), next_mark, in_source), std::move(blanks), {}, false};
  }
  for (const Response& response : whole.responses.list) built.answers.push_back({0, response.picks, response.typed});
  return built;
}

std::string flowing(const std::string& text, const TaskSurroundings& around) {
  auto lines = with_tables_of_things_as_lists(text);
  if (!lines) return text;
  around.remarks.push_back({Outcome::Approximated, "table-as-lines", around.where,
                            "a table has blanks in it that no cell can have; each row became an entry of a list"});
  return std::move(*lines);
}

}  // namespace hornbook::content::qti

#include "content_packs/import/csv/import_csv.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "content_packs/import/csv/row.hpp"
#include "content_packs/import/csv/spreadsheet.hpp"
#include "content_packs/import/identifiers.hpp"
#include "content_packs/import/sound_item.hpp"
#include "content_packs/import/spelling.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::content {
namespace {

using csv::Row;

constexpr const char* place = "table";
constexpr std::string_view questions = "question";  // the column that a table must have

// The sign that divides most fields of the first line.
char separator_of(std::string_view text) {
  const std::string_view first = text.substr(0, text.find('\n'));
  const auto count = [&](char sign) { return std::count(first.begin(), first.end(), sign); };
  constexpr std::array<char, 3> signs{',', ';', '\t'};
  return *std::max_element(signs.begin(), signs.end(), [&](char a, char b) { return count(a) < count(b); });
}

bool is_utf8(ByteView bytes) {
  while (!bytes.empty()) {
    utf8proc_int32_t character = 0;
    const utf8proc_ssize_t read =
        utf8proc_iterate(bytes.data(), static_cast<utf8proc_ssize_t>(bytes.size()), &character);
    if (read <= 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(read));
  }
  return true;
}

Result<CsvTable> read_text(ByteView file) {
  const std::string_view text = as_text(file);
  if (!is_utf8(file)) return fail(ErrorCode::BadInput, place, "it is not in UTF-8; save it again as \"CSV UTF-8\"");
  return CsvTable::parse(text, separator_of(text));
}

std::string name_of_file(std::string_view path) {
  const std::string_view file = path.substr(path.rfind('/') + 1);
  return std::string(file.substr(0, file.rfind('.')));
}

class Importer {
 public:
  Importer(const SourceTree& tree, const CsvOptions& options, std::string file)
      : tree_(tree), options_(options), file_(std::move(file)) {
    result_.report.format = "csv";
  }

  Result<Imported> import(const CsvTable& table) {
    check_columns(table);
    describe();
    for (std::size_t row = 0; row < table.size(); ++row) take(Row(table, row));
    if (result_.pack.items.empty()) return fail(ErrorCode::BadInput, place, reason_for_nothing());
    result_.report.skills = result_.pack.skills.size();
    result_.report.media = result_.pack.media.size();
    return std::move(result_);
  }

 private:
  void check_columns(const CsvTable& table) {
    for (const std::string& name : table.header())
      if (!csv::is_known_column(name))
        result_.report.remarks.push_back({Outcome::Approximated, "column-unknown", name.substr(0, 100),
                                          "nothing is known of this column; it was left out"});
  }

  void describe() {
    ImportedPack& pack = result_.pack;
    pack.title = options_.title.empty() ? name_of_file(file_) : options_.title;
    pack.name = "own." + identifier_of(pack.title);
    pack.language = options_.language;
    pack.subject = "own";
    pack.authors = {options_.author.empty() ? "the author of " + name_of_file(file_) : options_.author};
    pack.licence = options_.licence;
    if (!pack.licence.empty()) return;
    pack.licence = "LicenseRef-unstated";
    result_.report.remarks.push_back({Outcome::Approximated, "licence-unclear", "",
                                      "say under which licence others may use it, such as --licence CC-BY-4.0"});
  }

  void take(const Row& row) {
    ItemReport report;
    report.id = "line " + std::to_string(row.line());
    std::optional<ImportedItem> item = csv::item_of(row, tree_, options_.language, result_.pack.media, report.remarks);
    if (item) {
      item->id = ids_.give(row.cell("id").empty() ? item->prompt : row.cell("id"));
      item->skills = {skill_called(row.cell("skill"))};
      item->steps.front().skills = item->skills;
    }
    take_item(std::move(item), std::move(report), result_);
  }

  std::string skill_called(const std::string& title) {
    const std::string shown = title.empty() ? result_.pack.title : title;
    const auto found = skills_.find(shown);
    if (found != skills_.end()) return found->second;
    const std::string id = skill_ids_.give(shown);
    result_.pack.skills.push_back({id, shown, shown, {}});
    skills_.emplace(shown, id);
    return id;
  }

  std::string reason_for_nothing() const {
    if (result_.report.items.empty()) return "it has a first line and nothing below; write one question a line";
    const ItemReport& first = result_.report.items.front();
    return "none of its lines could be taken; of " + first.id + ": " + first.remarks.front().sentence;
  }

  const SourceTree& tree_;
  const CsvOptions& options_;
  std::string file_;
  UniqueIdentifiers ids_, skill_ids_;
  std::map<std::string, std::string> skills_;  // ids by title
  Imported result_;
};

}  // namespace

bool is_table(std::string_view path) { return csv::is_spreadsheet(path) || in_small_letters(path).ends_with(".csv"); }

Result<Imported> import_csv(const SourceTree& tree, const CsvOptions& options) {
  const auto table = std::find_if(tree.begin(), tree.end(), [](const auto& file) { return is_table(file.first); });
  if (table == tree.end()) return fail(ErrorCode::NotFound, place, "there is no .csv, .ods or .xlsx file");
  if (std::any_of(std::next(table), tree.end(), [](const auto& file) { return is_table(file.first); }))
    return fail(ErrorCode::BadInput, place, "there are several tables; import them one by one");
  TRY_ASSIGN(const CsvTable rows, csv::is_spreadsheet(table->first)
                                      ? csv::read_spreadsheet(table->second, options.language, questions)
                                      : read_text(table->second));
  const auto names_questions = [](const std::string& name) { return csv::column_name(name) == questions; };
  if (std::none_of(rows.header().begin(), rows.header().end(), names_questions))
    return fail(ErrorCode::BadInput, place, "it has no column \"question\"; name the columns in the first line");
  return Importer(tree, options, table->first).import(rows);
}

}  // namespace hornbook::content

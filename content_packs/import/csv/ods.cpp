#include <algorithm>
#include <charconv>
#include <pugixml.hpp>

#include "content_packs/import/csv/spreadsheet.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::content::csv {
namespace {

constexpr const char* place = "ODS";
constexpr std::size_t depth_max = 32;

std::size_t count_in(const pugi::xml_node& node, const char* name) {
  const std::string_view text = node.attribute(name).value();
  std::size_t count = 1;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), count);
  return failure == std::errc() && count > 0 ? count : 1;
}

// What a paragraph shows.
void add_words(const pugi::xml_node& node, std::string& words, std::size_t depth) {
  if (depth > depth_max) return;
  for (const pugi::xml_node& child : node) {
    const std::string_view name = child.name();
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
      words += child.value();
    else if (name == "text:s")
      words.append(std::min<std::size_t>(count_in(child, "text:c"), 100), ' ');
    else if (name == "text:tab")
      words += '\t';
    else if (name == "text:line-break")
      words += '\n';
    else if (name != "office:annotation")
      add_words(child, words, depth + 1);
  }
}

std::string words_in(const pugi::xml_node& cell) {
  std::string words;
  bool is_first = true;
  for (const pugi::xml_node& paragraph : cell.children("text:p")) {
    if (!is_first) words += '\n';
    is_first = false;
    add_words(paragraph, words, 0);
  }
  return words;
}

class SheetReader {
 public:
  Result<Sheet> read(const pugi::xml_node& table) {
    TRY_DONE(rows(table, 0));
    return filler_.take();
  }

 private:
  // Rows stand in groups, too, and those of the head by themselves.
  Done rows(const pugi::xml_node& parent, std::size_t depth) {
    if (depth > depth_max) return fail(ErrorCode::LimitExceeded, place, "its rows are grouped too deeply");
    for (const pugi::xml_node& child : parent) {
      const std::string_view name = child.name();
      if (name == "table:table-row")
        TRY_DONE(row(child));
      else if (name == "table:table-header-rows" || name == "table:table-row-group" || name == "table:table-rows")
        TRY_DONE(rows(child, depth + 1));
    }
    return {};
  }

  // Programs fill a sheet up with empty cells and rows that are repeated.
  Done row(const pugi::xml_node& node) {
    std::vector<std::string> cells;
    std::size_t empty = 0;
    for (const pugi::xml_node& cell : node.children()) {
      const std::size_t times = count_in(cell, "table:number-columns-repeated");
      std::string words = words_in(cell);
      if (words.empty()) {
        empty += std::min(times, limits::csv_columns_max);
        continue;
      }
      if (cells.size() + empty + std::min(times, limits::csv_columns_max) > limits::csv_columns_max)
        return fail(ErrorCode::LimitExceeded, place, "a row has too many cells");
      cells.resize(cells.size() + empty);
      empty = 0;
      cells.insert(cells.end(), times, words);
    }
    const std::size_t times = count_in(node, "table:number-rows-repeated");
    for (std::size_t time = 0; time < times && !cells.empty(); ++time) TRY_DONE(filler_.add(cells, number_ + time));
    number_ += times;
    return {};
  }

  SheetFiller filler_;
  std::size_t number_ = 1;
};

}  // namespace

Result<std::vector<Sheet>> read_ods(const SourceTree& parts) {
  const auto content = parts.find("content.xml");
  pugi::xml_document document;
  constexpr unsigned options = pugi::parse_default | pugi::parse_ws_pcdata;
  const bool is_read = content != parts.end() && content->second.size() <= limits::csv_bytes_max &&
                       document.load_buffer(content->second.data(), content->second.size(), options);
  if (!is_read) return fail(ErrorCode::BadInput, place, "its content.xml is damaged or too long");
  std::vector<Sheet> sheets;
  const pugi::xml_node body = document.document_element().child("office:body").child("office:spreadsheet");
  for (const pugi::xml_node& table : body.children("table:table")) {
    TRY_ASSIGN(Sheet sheet, SheetReader().read(table));
    sheets.push_back(std::move(sheet));
  }
  return sheets;
}

}  // namespace hornbook::content::csv

#include <algorithm>
#include <charconv>
#include <optional>
#include <pugixml.hpp>

#include "content_packs/import/csv/number_format.hpp"
#include "content_packs/import/csv/spreadsheet.hpp"
#include "content_packs/import/spelling.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::content::csv {
namespace {

constexpr const char* place = "XLSX";

tl::unexpected<Error> damaged(const std::string& part) {
  return fail(ErrorCode::BadInput, place, part + " is missing, damaged or too long");
}

Done load(const SourceTree& parts, const std::string& path, pugi::xml_document& document) {
  const auto found = parts.find(path);
  constexpr unsigned options = pugi::parse_default | pugi::parse_ws_pcdata;
  const bool is_read = found != parts.end() && found->second.size() <= limits::csv_bytes_max &&
                       document.load_buffer(found->second.data(), found->second.size(), options);
  if (!is_read) return damaged(path);
  return {};
}

template <class Number>
std::optional<Number> number_in(std::string_view text) {
  text = trimmed(text);
  Number number{};
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failure != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return number;
}

// The runs of a shared or an inline text, without how it is read aloud (rPh).
std::string words_in(const pugi::xml_node& text) {
  std::string words = text.child("t").text().get();
  for (const pugi::xml_node& run : text.children("r")) words += run.child("t").text().get();
  return words;
}

// "C7" is column 2.
std::optional<std::size_t> column_of(std::string_view reference) {
  std::size_t column = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z') break;
    column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
    if (column > limits::csv_columns_max) break;
  }
  return column == 0 ? std::nullopt : std::optional(column - 1);
}

class Workbook {
 public:
  Workbook(const SourceTree& parts, char decimal_sign) : parts_(parts), decimal_sign_(decimal_sign) {}

  Result<std::vector<Sheet>> read() {
    pugi::xml_document workbook;
    TRY_DONE(load(parts_, "xl/workbook.xml", workbook));
    const pugi::xml_node root = workbook.document_element();
    is_1904_ = root.child("workbookPr").attribute("date1904").as_bool();
    TRY_DONE(read_addresses());
    TRY_DONE(read_shared_texts());
    TRY_DONE(read_formats());
    std::vector<Sheet> sheets;
    for (const pugi::xml_node& each : root.child("sheets").children("sheet")) {
      const auto address = addresses_.find(each.attribute("r:id").value());
      if (address == addresses_.end()) return damaged("a sheet");
      TRY_ASSIGN(Sheet sheet, read_sheet(address->second));
      sheets.push_back(std::move(sheet));
    }
    return sheets;
  }

 private:
  Done read_addresses() {
    pugi::xml_document relations;
    TRY_DONE(load(parts_, "xl/_rels/workbook.xml.rels", relations));
    for (const pugi::xml_node& each : relations.document_element().children("Relationship")) {
      const std::string target = each.attribute("Target").value();
      addresses_[each.attribute("Id").value()] = target.starts_with('/') ? target.substr(1) : "xl/" + target;
    }
    return {};
  }

  Done read_shared_texts() {
    if (!parts_.contains("xl/sharedStrings.xml")) return {};
    pugi::xml_document document;
    TRY_DONE(load(parts_, "xl/sharedStrings.xml", document));
    for (const pugi::xml_node& text : document.document_element().children("si")) shared_.push_back(words_in(text));
    return {};
  }

  // The code of each style of cells.
  Done read_formats() {
    if (!parts_.contains("xl/styles.xml")) return {};
    pugi::xml_document document;
    TRY_DONE(load(parts_, "xl/styles.xml", document));
    const pugi::xml_node root = document.document_element();
    std::map<int, std::string> own;
    for (const pugi::xml_node& each : root.child("numFmts").children("numFmt"))
      own[each.attribute("numFmtId").as_int()] = each.attribute("formatCode").value();
    for (const pugi::xml_node& each : root.child("cellXfs").children("xf")) {
      const int number = each.attribute("numFmtId").as_int();
      const auto found = own.find(number);
      formats_.emplace_back(found == own.end() ? std::string(built_in_format(number)) : found->second);
    }
    return {};
  }

  Result<Sheet> read_sheet(const std::string& path) {
    pugi::xml_document document;
    TRY_DONE(load(parts_, path, document));
    SheetFiller filler;
    std::size_t number = 0;
    for (const pugi::xml_node& row : document.document_element().child("sheetData").children("row")) {
      number = number_in<std::size_t>(row.attribute("r").value()).value_or(number + 1);
      std::vector<std::string> cells;
      for (const pugi::xml_node& cell : row.children("c")) {
        std::string words = words_of_cell(cell);
        if (words.empty()) continue;
        const std::size_t column = column_of(cell.attribute("r").value()).value_or(cells.size());
        if (column >= limits::csv_columns_max) return fail(ErrorCode::LimitExceeded, place, "a row has too many cells");
        if (column >= cells.size()) cells.resize(column + 1);
        cells[column] = std::move(words);
      }
      TRY_DONE(filler.add(std::move(cells), number));
    }
    return filler.take();
  }

  [[nodiscard]] std::string words_of_cell(const pugi::xml_node& cell) const {
    const std::string_view type = cell.attribute("t").value();
    const std::string value = cell.child("v").text().get();
    if (type == "inlineStr") return words_in(cell.child("is"));
    if (type == "s") {
      const auto at = number_in<std::size_t>(value);
      return at && *at < shared_.size() ? shared_[*at] : std::string();
    }
    if (type == "b") return value == "1" ? "TRUE" : "FALSE";
    if (!type.empty() && type != "n") return value;
    const auto number = number_in<double>(value);
    if (!number) return value;
    const auto style = number_in<std::size_t>(cell.attribute("s").value());
    const std::string_view code = style && *style < formats_.size() ? std::string_view(formats_[*style]) : "";
    return shown(*number, code, decimal_sign_, is_1904_);
  }

  const SourceTree& parts_;
  char decimal_sign_;
  bool is_1904_ = false;
  std::map<std::string, std::string> addresses_;  // of the sheets, by the ids of their relations
  std::vector<std::string> shared_;
  std::vector<std::string> formats_;
};

}  // namespace

Result<std::vector<Sheet>> read_xlsx(const SourceTree& parts, char decimal_sign) {
  return Workbook(parts, decimal_sign).read();
}

}  // namespace hornbook::content::csv

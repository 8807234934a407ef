// Comma-separated values as RFC 4180 has them, with a header line; a UTF-8 byte order mark and bare line feeds are
// taken too, because spreadsheets write both. Where a comma is the decimal sign they divide by semicolons.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/core/error.hpp"

namespace hornbook {

class CsvTable {
 public:
  // BadInput, naming the line, when a quote does not close or a line has another number of fields than the header;
  // LimitExceeded when it is too long, too wide or has too many lines.
  [[nodiscard]] static Result<CsvTable> parse(std::string_view text, char separator = ',');

  // The same of records that were read otherwise, the header first. `lines` says where each of them stands. A record
  // that is shorter than the header has empty fields at its end; a longer one is BadInput.
  [[nodiscard]] static Result<CsvTable> of_records(std::vector<std::vector<std::string>> records,
                                                   std::vector<std::size_t> lines);

  // The names of the header, in their order.
  [[nodiscard]] const std::vector<std::string>& header() const { return header_; }
  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] bool has(std::string_view column) const { return columns_.contains(column); }
  // Empty when there is no such column.
  [[nodiscard]] const std::string& field(std::size_t row, std::string_view column) const;
  // Counted from 1 with the header, as an editor shows it; a field with line breaks counts its lines.
  [[nodiscard]] std::size_t line_of(std::size_t row) const { return lines_[row]; }

 private:
  std::vector<std::string> header_;
  std::map<std::string, std::size_t, std::less<>> columns_;
  std::vector<std::vector<std::string>> rows_;
  std::vector<std::size_t> lines_;
};

}  // namespace hornbook

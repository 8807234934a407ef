// The records on a page of a database, each by itself, so that a damaged one does not take its neighbours.
// Source: "Database File Format", sqlite.org/fileformat2.html, sections 1.6 (pages, cells, overflow) and 2.1 (records).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "runtime/core/bytes.hpp"

namespace hornbook::journal {

struct Null {
  bool operator==(const Null&) const = default;
};
using Value = std::variant<Null, std::int64_t, std::string, Bytes>;

struct Record {
  std::int64_t row_id = 0;  // of a table's own pages; 0 for those of an index
  std::vector<Value> values;
};

// A page by its number, counted from 1; nullopt where there is none.
using ReadPage = std::function<std::optional<Bytes>(std::uint32_t)>;
using UseRecord = std::function<void(Record)>;

// Gives `use` every record that is whole on page `number`: of a table's leaf, and of leaves and inner pages of an index
// or a table without row ids. Other pages hold none. What is not well-formed is passed over; nothing is allocated that
// the pages do not hold.
void for_each_record(std::uint32_t number, const ReadPage& read, const UseRecord& use);

}  // namespace hornbook::journal

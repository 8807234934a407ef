#include "runtime/journal/salvage/salvaged_records.hpp"

#include <algorithm>
#include <array>

#include "runtime/journal/epoch.hpp"
#include "runtime/journal/store_tables.hpp"

namespace hornbook::journal {
namespace {

// No two tables have columns of the same kinds: n(ull), i(nteger), t(ext), b(lob). A null first column is the row id.
struct Target {
  std::string_view kinds;
  const char* insert;
};
constexpr std::array targets = {
    Target{"nbibii", "INSERT OR IGNORE INTO epochs VALUES(?,?,?,?,?,?)"},
    Target{"nb", "INSERT OR IGNORE INTO header_copies VALUES(?,?)"},
    Target{"iiibbiiii", "INSERT OR IGNORE INTO rows VALUES(?,?,?,?,?,?,?,?,?)"},
    Target{"iiiiibiiii", "INSERT OR IGNORE INTO segments VALUES(?,?,?,?,?,?,?,?,?,?)"},
    Target{"bibb", "INSERT OR IGNORE INTO capsules VALUES(?,?,?,?)"},
    Target{"bib", "INSERT OR IGNORE INTO capsule_deltas VALUES(?,?,?)"},
    Target{"nib", "INSERT OR IGNORE INTO leases VALUES(?,?,?)"},
    Target{"nin", "INSERT OR IGNORE INTO leases VALUES(?,?,?)"},
    Target{"bb", "INSERT OR IGNORE INTO parked_bases VALUES(?,?)"},
    Target{"tb", "INSERT OR IGNORE INTO settings VALUES(?,?)"},
    Target{"ti", "INSERT OR IGNORE INTO facts VALUES(?,?)"},
    Target{"b", "UPDATE slot_salt SET salt=?"},
    Target{"bbi", "INSERT OR IGNORE INTO badges VALUES(?,?,?)"},
    Target{"iii", "INSERT OR IGNORE INTO urgent VALUES(?,?,?)"},
};
// Two columns of blobs: a hash of what was brought, or the sealed thing itself, which is always longer.
constexpr auto insert_brought = "INSERT OR IGNORE INTO brought_bases VALUES(?,?)";

std::string kinds_of(const Record& record) {
  std::string kinds;
  for (const Value& value : record.values) kinds += "nitb"[value.index()];
  return kinds;
}

const Bytes* blob_at(const Record& record, std::size_t column) { return std::get_if<Bytes>(&record.values[column]); }

const char* insert_for(const Record& record) {
  const std::string kinds = kinds_of(record);
  if (kinds == "bb" && blob_at(record, 1)->size() == Hash::size) return insert_brought;
  const auto* const found =
      std::find_if(targets.begin(), targets.end(), [&](const Target& target) { return target.kinds == kinds; });
  return found == targets.end() ? nullptr : found->insert;
}

// A header is its epoch's only key: better none than one that hides the copy.
bool is_usable(const Record& record) {
  const std::string kinds = kinds_of(record);
  if (kinds != "nb" && kinds != "nbibii") return true;
  const auto header = decode_epoch_header(*blob_at(record, 1));
  return header && header->epoch == static_cast<std::uint64_t>(record.row_id);
}

Done put(Database& fresh, const Record& record) {
  const char* const insert = insert_for(record);
  if (insert == nullptr || !is_usable(record)) return {};
  TRY_ASSIGN(Statement statement, fresh.prepare(insert));
  for (std::size_t i = 0; i < record.values.size(); ++i) {
    const int parameter = static_cast<int>(i + 1);
    const Value& value = record.values[i];
    if (const auto* number = std::get_if<std::int64_t>(&value))
      statement.bind(parameter, static_cast<std::uint64_t>(*number));
    else if (const auto* text = std::get_if<std::string>(&value))
      statement.bind_text(parameter, *text);
    else if (const auto* blob = std::get_if<Bytes>(&value))
      statement.bind(parameter, *blob);
    else if (i == 0)
      statement.bind(parameter, static_cast<std::uint64_t>(record.row_id));
  }
  return statement.run();
}

}  // namespace

Done put_records(Database& fresh, std::uint32_t page_count, const ReadPage& read) {
  Done done;
  for (std::uint32_t page = 1; page <= page_count && done; ++page)
    for_each_record(page, read, [&](const Record& record) {
      if (done) done = put(fresh, record);
    });
  return done;
}

}  // namespace hornbook::journal

// What the store's parts share: its tables and the small facts that it keeps about itself.
#pragma once

#include <filesystem>
#include <optional>
#include <set>

#include "runtime/core/ids.hpp"
#include "runtime/journal/database.hpp"
#include "runtime/journal/store.hpp"
#include "runtime/journal/witness.hpp"

namespace hornbook::journal {

struct Store::Connection {
  std::filesystem::path data_directory;
  mutable Database database;
};

// Makes the tables in an empty file and brings older ones up to date. BadInput when the file is another program's or a
// newer Hornbook's, Corrupt when the tables are ours and the file's header says otherwise.
[[nodiscard]] Done prepare_tables(Database& database);

// Whether tables and columns are those that this program made: a damaged schema is still a schema to SQLite.
[[nodiscard]] Result<bool> has_our_tables(const Database& database);

// Numbers that the store keeps about itself; 0 when never set.
namespace fact {
inline constexpr std::string_view server_generation = "server generation";
inline constexpr std::string_view last_contact_ms = "last contact";
inline constexpr std::string_view events_acknowledged = "events acknowledged";
inline constexpr std::string_view boot_counter = "boot counter";
inline constexpr std::string_view commits_lost = "commits lost";
inline constexpr std::string_view times_mended = "times mended";
}  // namespace fact
[[nodiscard]] Result<std::uint64_t> read_fact(const Database& database, std::string_view name);
[[nodiscard]] Done write_fact(Database& database, std::string_view name, std::uint64_t value);

// The name under which a learner's things stand: a hash with this journal's salt, so that no learner id is on the disk.
using Slot = OpaqueId<struct SlotTag, 16>;
[[nodiscard]] Result<Slot> slot_of(const Database& database, std::string_view purpose, const LearnerId& learner);

// Where an epoch ends on this device: its last row, or what was sealed or dropped last. nullopt when it is not here.
[[nodiscard]] Result<std::optional<Position>> end_of_epoch(const Database& database, std::uint64_t epoch);

// The sequences of an epoch's urgent events.
[[nodiscard]] Result<std::set<std::uint64_t>> urgent_sequences(const Database& database, std::uint64_t epoch);

// A row of `epoch`. Columns, from 1: sequence, skipped, sealed, chain.
[[nodiscard]] Result<Row> row_at(const Statement& statement, std::uint64_t epoch);

}  // namespace hornbook::journal

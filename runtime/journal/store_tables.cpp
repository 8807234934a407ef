#include "runtime/journal/store_tables.hpp"

#include "runtime/core/crypto.hpp"

namespace hornbook::journal {
namespace {

constexpr std::uint64_t application_id = 0x48424a31;  // "HBJ1"
constexpr std::uint64_t tables_version = 5;

constexpr auto tables = R"(
CREATE TABLE epochs(
  epoch INTEGER PRIMARY KEY, header BLOB NOT NULL,
  anchor_sequence INTEGER NOT NULL DEFAULT 0, anchor_chain BLOB NOT NULL,
  known INTEGER NOT NULL DEFAULT 0, known_since_ms INTEGER NOT NULL DEFAULT 0);
CREATE TABLE header_copies(epoch INTEGER PRIMARY KEY, header BLOB NOT NULL);
CREATE TABLE rows(
  epoch INTEGER NOT NULL, sequence INTEGER NOT NULL, skipped INTEGER NOT NULL, sealed BLOB NOT NULL,
  chain BLOB NOT NULL, stored INTEGER NOT NULL DEFAULT 0, counted INTEGER NOT NULL DEFAULT 0,
  stored_since_ms INTEGER NOT NULL DEFAULT 0, refusals INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY(epoch, sequence)) WITHOUT ROWID;
CREATE TABLE segments(
  epoch INTEGER NOT NULL, number INTEGER NOT NULL, first_sequence INTEGER NOT NULL, last_sequence INTEGER NOT NULL,
  events INTEGER NOT NULL, segment BLOB NOT NULL, stored INTEGER NOT NULL DEFAULT 0,
  counted INTEGER NOT NULL DEFAULT 0, stored_since_ms INTEGER NOT NULL DEFAULT 0,
  refusals INTEGER NOT NULL DEFAULT 0, PRIMARY KEY(epoch, number));
CREATE TABLE capsules(
  slot BLOB NOT NULL, vector_number INTEGER NOT NULL, key_check BLOB NOT NULL, sealed BLOB NOT NULL,
  PRIMARY KEY(slot, vector_number));
CREATE TABLE capsule_deltas(
  slot BLOB NOT NULL, vector_number INTEGER NOT NULL, sealed BLOB NOT NULL,
  PRIMARY KEY(slot, vector_number)) WITHOUT ROWID;
CREATE TABLE leases(class_number INTEGER PRIMARY KEY, generation INTEGER NOT NULL, lease BLOB);
CREATE TABLE parked_bases(slot BLOB PRIMARY KEY, sealed BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE brought_bases(slot BLOB PRIMARY KEY, sealed_hash BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE settings(name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE facts(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE slot_salt(salt BLOB NOT NULL);
CREATE TABLE badges(address BLOB PRIMARY KEY, sealed BLOB NOT NULL, generation INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE urgent(
  epoch INTEGER NOT NULL, sequence INTEGER NOT NULL, seen INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY(epoch, sequence)) WITHOUT ROWID;
PRAGMA application_id=1212303921;
PRAGMA user_version=5;
)";
// Version 1 counted the grace time by epoch, and kept learners' ids beside the bases that it had been brought.
constexpr auto from_version_1 = R"(
ALTER TABLE epochs DROP COLUMN grace_through;
ALTER TABLE epochs DROP COLUMN grace_since_ms;
ALTER TABLE epochs ADD COLUMN known_since_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rows ADD COLUMN stored_since_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rows ADD COLUMN refusals INTEGER NOT NULL DEFAULT 0;
ALTER TABLE segments ADD COLUMN stored_since_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE segments ADD COLUMN refusals INTEGER NOT NULL DEFAULT 0;
CREATE TABLE brought_bases(slot BLOB PRIMARY KEY, sealed_hash BLOB NOT NULL) WITHOUT ROWID;
DELETE FROM settings WHERE name='carried bases';
UPDATE epochs SET known_since_ms=(SELECT coalesce(max(value),0) FROM facts WHERE name='last contact');
UPDATE rows SET stored_since_ms=(SELECT coalesce(max(value),0) FROM facts WHERE name='last contact');
UPDATE segments SET stored_since_ms=(SELECT coalesce(max(value),0) FROM facts WHERE name='last contact');
PRAGMA user_version=2;
)";
// A header is the only key to its epoch's events: since version 3 there are two of each, on different pages.
constexpr auto from_version_2 = R"(
CREATE TABLE header_copies(epoch INTEGER PRIMARY KEY, header BLOB NOT NULL);
INSERT INTO header_copies SELECT epoch, header FROM epochs;
PRAGMA user_version=3;
)";
// Version 4 brought badges.
constexpr auto from_version_3 = R"(
CREATE TABLE badges(address BLOB PRIMARY KEY, sealed BLOB NOT NULL, generation INTEGER NOT NULL) WITHOUT ROWID;
PRAGMA user_version=4;
)";
// Version 5 brought events that go before older ones.
constexpr auto from_version_4 = R"(
CREATE TABLE urgent(
  epoch INTEGER NOT NULL, sequence INTEGER NOT NULL, seen INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY(epoch, sequence)) WITHOUT ROWID;
PRAGMA user_version=5;
)";
static_assert(application_id == 1'212'303'921);

// Every column of every table, in one text.
Result<Bytes> columns_of(const Database& database) {
  TRY_ASSIGN(
      Statement query,
      database.prepare("SELECT group_concat(line, ';') FROM (SELECT concerned.name || ',' || shape.name || ',' || "
                       "shape.type || ',' || shape.\"notnull\" || ',' || shape.pk AS line FROM sqlite_master AS "
                       "concerned, pragma_table_info(concerned.name) AS shape WHERE concerned.type='table' "
                       "ORDER BY concerned.name, shape.cid)"));
  TRY_ASSIGN([[maybe_unused]] const bool found, query.step());
  return query.blob(0);
}

}  // namespace

Result<bool> has_our_tables(const Database& database) {
  TRY_ASSIGN(Database fresh, Database::in_memory());
  TRY_DONE(fresh.run(tables));
  TRY_ASSIGN(const Bytes wanted, columns_of(fresh));
  TRY_ASSIGN(const Bytes found, columns_of(database));
  return wanted == found;
}

Done prepare_tables(Database& database) {
  TRY_ASSIGN(Transaction transaction, Transaction::begin(database));
  TRY_ASSIGN(const std::uint64_t version, database.number("PRAGMA user_version"));
  TRY_ASSIGN(const std::uint64_t owner, database.number("PRAGMA application_id"));
  if (version == tables_version && owner == application_id) return {};
  TRY_ASSIGN(const bool is_ours, has_our_tables(database));
  if (is_ours) return fail(ErrorCode::Corrupt, "journal", "the file is damaged; run hornbookctl verify");
  if (version >= 1 && version < tables_version && owner == application_id) {
    if (version == 1) TRY_DONE(database.run(from_version_1));
    if (version <= 2) TRY_DONE(database.run(from_version_2));
    if (version <= 3) TRY_DONE(database.run(from_version_3));
    TRY_DONE(database.run(from_version_4));
    return transaction.commit();
  }
  TRY_ASSIGN(const std::uint64_t objects, database.number("SELECT count(*) FROM sqlite_master"));
  if (version != 0 || owner != 0 || objects != 0) {
    return fail(ErrorCode::BadInput, "journal", "the file is another program's, or a newer Hornbook wrote it");
  }
  TRY_DONE(database.run(tables));
  TRY_ASSIGN(Statement salt, database.prepare("INSERT INTO slot_salt VALUES(?)"));
  TRY_DONE(salt.bind(1, random_bytes(32)).run());
  return transaction.commit();
}

Result<std::uint64_t> read_fact(const Database& database, std::string_view name) {
  TRY_ASSIGN(Statement query, database.prepare("SELECT value FROM facts WHERE name=?"));
  TRY_ASSIGN(const bool found, query.bind_text(1, name).step());
  return found ? query.number(0) : 0;
}

Done write_fact(Database& database, std::string_view name, std::uint64_t value) {
  TRY_ASSIGN(Statement insert, database.prepare("INSERT OR REPLACE INTO facts VALUES(?,?)"));
  return insert.bind_text(1, name).bind(2, value).run();
}

Result<Slot> slot_of(const Database& database, std::string_view purpose, const LearnerId& learner) {
  TRY_ASSIGN(Statement query, database.prepare("SELECT salt FROM slot_salt"));
  TRY_ASSIGN(const bool found, query.step());
  if (!found) return fail(ErrorCode::Corrupt, "journal", "its salt is missing");
  const Hash digest = hash({query.blob(0), as_bytes(purpose), learner.view()});
  return id_from_bytes<Slot>(digest.view().first(Slot::size));
}

Result<std::optional<Position>> end_of_epoch(const Database& database, std::uint64_t epoch) {
  TRY_ASSIGN(Statement anchor, database.prepare("SELECT anchor_sequence, anchor_chain FROM epochs WHERE epoch=?"));
  TRY_ASSIGN(const bool known, anchor.bind(1, epoch).step());
  if (!known) return std::optional<Position>();
  TRY_ASSIGN(Hash chain, id_from_bytes<Hash>(anchor.blob(1)));
  Position end{epoch, anchor.number(0), chain};
  TRY_ASSIGN(Statement last,
             database.prepare("SELECT sequence, chain FROM rows WHERE epoch=? AND sequence>? ORDER BY sequence DESC"));
  TRY_ASSIGN(const bool has_rows, last.bind(1, epoch).bind(2, end.sequence).step());
  if (has_rows) {
    end.sequence = last.number(0);
    TRY_ASSIGN(end.chain, id_from_bytes<Hash>(last.blob(1)));
  }
  return std::optional<Position>(end);
}

Result<Row> row_at(const Statement& statement, std::uint64_t epoch) {
  Row row;
  row.epoch = epoch;
  row.sequence = statement.number(1);
  row.skipped = statement.number(2) != 0;
  Bytes content = statement.blob(3);
  if (row.skipped) {
    TRY_ASSIGN(row.skip_signature, id_from_bytes<Signature>(content));
  } else {
    row.sealed = std::move(content);
  }
  TRY_ASSIGN(row.chain, id_from_bytes<Hash>(statement.blob(4)));
  return row;
}

}  // namespace hornbook::journal

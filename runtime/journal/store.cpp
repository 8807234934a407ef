#include "runtime/journal/store.hpp"

#include "runtime/core/limits.hpp"
#include "runtime/journal/store_tables.hpp"

namespace hornbook::journal {
namespace {

constexpr std::string_view parked_base_purpose = "parked base";

// Rows and sealed events alike; skips are none.
Done count_events(const Database& database, JournalStatus& status) {
  TRY_ASSIGN(Statement query,
             database.prepare("SELECT sum(events), sum(events) FILTER (WHERE stored=0 AND refusals<?1), "
                              "sum(events) FILTER (WHERE stored=0 AND refusals>=?1) FROM "
                              "(SELECT 1-skipped AS events, stored, refusals FROM rows "
                              "UNION ALL SELECT events, stored, refusals FROM segments)"));
  TRY_ASSIGN([[maybe_unused]] const bool found, query.bind(1, limits::refused_sends_max).step());
  status.events_stored = query.number(0);
  status.events_unsent = query.number(1);
  status.events_refused = query.number(2);
  return {};
}

}  // namespace

Store::Store(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

sqlite3* Store::handle() const { return connection_->database.handle(); }

Result<Store> Store::open(const std::filesystem::path& data_directory) {
  TRY_ASSIGN(Database database, Database::open(data_directory / "journal.sqlite"));
  TRY_DONE(prepare_tables(database));
  return Store(std::make_unique<Connection>(Connection{data_directory, std::move(database)}));
}

Result<JournalStatus> Store::status() const {
  const Database& database = connection_->database;
  JournalStatus status;
  TRY_DONE(count_events(database, status));
  TRY_ASSIGN(status.events_acknowledged, read_fact(database, fact::events_acknowledged));
  TRY_ASSIGN(status.epochs, database.number("SELECT count(*) FROM epochs"));
  TRY_ASSIGN(status.segments, database.number("SELECT count(*) FROM segments"));
  TRY_ASSIGN(const std::uint64_t contact, read_fact(database, fact::last_contact_ms));
  status.last_contact_ms = static_cast<UnixMs>(contact);
  TRY_ASSIGN(status.server_generation, read_fact(database, fact::server_generation));
  TRY_ASSIGN(status.commits_lost, read_fact(database, fact::commits_lost));
  TRY_ASSIGN(status.times_mended, read_fact(database, fact::times_mended));
  return status;
}

Result<UnixMs> Store::latest_signed_ms() const {
  TRY_ASSIGN(const std::uint64_t contact, read_fact(connection_->database, fact::last_contact_ms));
  return static_cast<UnixMs>(contact);
}

Done Store::park_base(const LearnerId& learner, ByteView sealed) {
  if (sealed.size() > limits::capsule_bytes_max) {
    return fail(ErrorCode::LimitExceeded, "parked base", "it is larger than a capsule may be");
  }
  Database& database = connection_->database;
  TRY_ASSIGN(const Slot slot, slot_of(database, parked_base_purpose, learner));
  TRY_ASSIGN(Transaction transaction, Transaction::begin(database));
  TRY_ASSIGN(Statement put, database.prepare("INSERT OR REPLACE INTO parked_bases VALUES(?,?)"));
  TRY_DONE(put.bind(1, slot.view()).bind(2, sealed).run());
  TRY_ASSIGN(Statement remember, database.prepare("INSERT OR REPLACE INTO brought_bases VALUES(?,?)"));
  TRY_DONE(remember.bind(1, slot.view()).bind(2, hash(sealed).view()).run());
  return transaction.commit();
}

Result<std::vector<Hash>> Store::brought_bases() const {
  TRY_ASSIGN(Statement query,
             connection_->database.prepare("SELECT sealed_hash FROM brought_bases ORDER BY slot LIMIT ?"));
  query.bind(1, limits::cursor_entries_max);
  std::vector<Hash> hashes;
  for (;;) {
    TRY_ASSIGN(const bool found, query.step());
    if (!found) return hashes;
    TRY_ASSIGN(const Hash sealed, id_from_bytes<Hash>(query.blob(0)));
    hashes.push_back(sealed);
  }
}

Result<std::optional<Bytes>> Store::parked_base(const LearnerId& learner) const {
  const Database& database = connection_->database;
  TRY_ASSIGN(const Slot slot, slot_of(database, parked_base_purpose, learner));
  TRY_ASSIGN(Statement query, database.prepare("SELECT sealed FROM parked_bases WHERE slot=?"));
  TRY_ASSIGN(const bool found, query.bind(1, slot.view()).step());
  return found ? std::optional<Bytes>(query.blob(0)) : std::nullopt;
}

Done Store::drop_parked_base(const LearnerId& learner) {
  Database& database = connection_->database;
  TRY_ASSIGN(const Slot slot, slot_of(database, parked_base_purpose, learner));
  TRY_ASSIGN(Statement drop, database.prepare("DELETE FROM parked_bases WHERE slot=?"));
  return drop.bind(1, slot.view()).run();
}

Done Store::put_setting(std::string_view name, ByteView value) {
  if (name.size() > limits::identifier_bytes_max || value.size() > limits::setting_bytes_max) {
    return fail(ErrorCode::LimitExceeded, "setting", "it is larger than a setting may be");
  }
  TRY_ASSIGN(Statement put, connection_->database.prepare("INSERT OR REPLACE INTO settings VALUES(?,?)"));
  return put.bind_text(1, name).bind(2, value).run();
}

Result<std::optional<Bytes>> Store::setting(std::string_view name) const {
  TRY_ASSIGN(Statement query, connection_->database.prepare("SELECT value FROM settings WHERE name=?"));
  TRY_ASSIGN(const bool found, query.bind_text(1, name).step());
  return found ? std::optional<Bytes>(query.blob(0)) : std::nullopt;
}

}  // namespace hornbook::journal

#include "sync/server/store/database.hpp"

#include <sqlite3.h>

namespace hornbook::server {
namespace {

constexpr int busy_wait_ms = 10'000;

// SQLite's own texts name tables and files, never values, so they may be shown.
tl::unexpected<Error> storage_failure(sqlite3* database) {
  const int code = sqlite3_errcode(database);
  if (code == SQLITE_BUSY) return fail(ErrorCode::Busy, "school store", "another program holds the data; try again");
  if (code == SQLITE_NOTADB || code == SQLITE_CORRUPT)
    return fail(ErrorCode::Corrupt, "school store", "the file is damaged; restore it from a backup");
  return fail(ErrorCode::StorageFailure, "school store",
              std::string("the database refused: ") + sqlite3_errmsg(database));
}

Done checked(int code, sqlite3_stmt* statement) {
  if (code == SQLITE_OK) return {};
  return storage_failure(sqlite3_db_handle(statement));
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
void Database::Close::operator()(sqlite3* database) const { sqlite3_close_v2(database); }

void Statement::reset() { sqlite3_reset(statement_.get()); }

Done Statement::bind_integer(int index, std::int64_t value) {
  return checked(sqlite3_bind_int64(statement_.get(), index, value), statement_.get());
}
Done Statement::bind_one(int index, std::string_view value) {
  return checked(
      sqlite3_bind_text64(statement_.get(), index, value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8),
      statement_.get());
}
Done Statement::bind_one(int index, ByteView value) {
  if (value.empty()) return checked(sqlite3_bind_zeroblob(statement_.get(), index, 0), statement_.get());
  return checked(sqlite3_bind_blob64(statement_.get(), index, value.data(), value.size(), SQLITE_TRANSIENT),
                 statement_.get());
}
Done Statement::bind_one(int index, std::nullopt_t) {
  return checked(sqlite3_bind_null(statement_.get(), index), statement_.get());
}

Result<bool> Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return storage_failure(sqlite3_db_handle(statement_.get()));
}

Done Statement::run() {
  while (true) {
    TRY_ASSIGN(const bool row, step());
    if (!row) return {};
  }
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
bool Statement::is_null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }

std::string Statement::text(int column) const { return std::string(as_text(blob(column))); }

Bytes Statement::blob(int column) const {
  const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_.get(), column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  return data == nullptr ? Bytes{} : Bytes(data, data + size);
}

Result<Database> Database::open(const std::filesystem::path& file) {
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(file.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  Database database(raw);
  if (raw == nullptr) return fail(ErrorCode::StorageFailure, "school store", "there is no memory for the database");
  if (code != SQLITE_OK) return storage_failure(raw);
  sqlite3_extended_result_codes(raw, 0);
  sqlite3_busy_timeout(raw, busy_wait_ms);
  TRY_DONE(database.run_script(
      "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY;"));
  return database;
}

Result<Statement> Database::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  const int code =
      sqlite3_prepare_v3(database_.get(), sql.data(), static_cast<int>(sql.size()), 0, &statement, nullptr);
  if (code != SQLITE_OK) return storage_failure(database_.get());
  return Statement(statement);
}

Done Database::run_script(const std::string& sql) {
  if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK) return {};
  return storage_failure(database_.get());
}

std::int64_t Database::last_row_number() const { return sqlite3_last_insert_rowid(database_.get()); }
int Database::changed() const { return sqlite3_changes(database_.get()); }

Result<Transaction> Transaction::begin(Database& database) {
  TRY_DONE(database.run_script("BEGIN IMMEDIATE"));
  return Transaction(database);
}

Transaction::~Transaction() {
  if (database_ != nullptr) static_cast<void>(database_->run_script("ROLLBACK"));
}

Done Transaction::commit() {
  TRY_DONE(database_->run_script("COMMIT"));
  database_ = nullptr;
  return {};
}

}  // namespace hornbook::server

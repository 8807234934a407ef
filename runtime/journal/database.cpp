#include "runtime/journal/database.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include "runtime/journal/durable_file.hpp"

namespace hornbook::journal {
namespace {

constexpr int busy_wait_ms = 5000;
// What is deleted is overwritten, so that neither a thief nor a salvage finds it on a free page. Small pages: an event
// touches two of them, and each is written whole to the log.
constexpr auto settings =
    "PRAGMA page_size=1024; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=1000;"
    "PRAGMA trusted_schema=OFF; PRAGMA secure_delete=ON;";

tl::unexpected<Error> error_of(int code) {
  constexpr auto place = "journal";
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return fail(ErrorCode::Busy, place, "another program keeps it busy; try again");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return fail(ErrorCode::Corrupt, place, "the file is damaged; run hornbookctl verify");
    case SQLITE_FULL:
      return fail(ErrorCode::StorageFailure, place, "the disk is full; free some space");
    case SQLITE_ERROR:
    case SQLITE_MISUSE:
    case SQLITE_RANGE:
      return fail(ErrorCode::OurBug, place, "a statement does not fit the tables");
    default:
      return fail(ErrorCode::StorageFailure, place, "the disk refused to read or write it");
  }
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Statement& Statement::bind(int parameter, std::uint64_t number) {
  sqlite3_bind_int64(statement_.get(), parameter, static_cast<sqlite3_int64>(number));
  return *this;
}

Statement& Statement::bind(int parameter, ByteView blob) {
  // A null pointer would bind NULL; an empty blob is a value.
  const void* data = blob.empty() ? static_cast<const void*>("") : blob.data();
  sqlite3_bind_blob64(statement_.get(), parameter, data, blob.size(), SQLITE_TRANSIENT);
  return *this;
}

Statement& Statement::bind_text(int parameter, std::string_view text) {
  sqlite3_bind_text64(statement_.get(), parameter, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  return *this;
}

Result<bool> Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return error_of(code);
}

Done Statement::run() {
  auto stepped = step();
  sqlite3_reset(statement_.get());
  if (!stepped) return tl::unexpected(std::move(stepped).error());
  return {};
}

std::uint64_t Statement::number(int column) const {
  return static_cast<std::uint64_t>(sqlite3_column_int64(statement_.get(), column));
}

Bytes Statement::blob(int column) const {
  const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_.get(), column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  return data == nullptr ? Bytes{} : Bytes(data, data + size);
}

bool Statement::is_null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }

void Database::Close::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }

Result<Database> Database::open(const std::filesystem::path& path) {
  // Created here and not by SQLite, so that it and its log are for the owner alone.
  const FileDescriptor created(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR));
  if (!created.is_open()) {
    return fail(ErrorCode::StorageFailure, "journal", "it cannot be opened; check who owns the data folder");
  }
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
  Database database(handle);
  if (code != SQLITE_OK) return error_of(code);
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, busy_wait_ms);
  TRY_DONE(database.run(settings));
  return database;
}

Result<Database> Database::in_memory() {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(":memory:", &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
  Database database(handle);
  if (code != SQLITE_OK) return error_of(code);
  return database;
}

Done Database::run(const char* statements) {
  const int code = sqlite3_exec(handle_.get(), statements, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return error_of(code);
  return {};
}

Result<Statement> Database::prepare(std::string_view statement) const {
  sqlite3_stmt* prepared = nullptr;
  const int code =
      sqlite3_prepare_v2(handle_.get(), statement.data(), static_cast<int>(statement.size()), &prepared, nullptr);
  Statement result(prepared);
  if (code != SQLITE_OK) return error_of(code);
  return result;
}

Result<std::uint64_t> Database::number(std::string_view query) const {
  TRY_ASSIGN(Statement statement, prepare(query));
  TRY_ASSIGN(const bool found, statement.step());
  return found ? statement.number(0) : 0;
}

Result<Transaction> Transaction::begin(Database& database) {
  TRY_DONE(database.run("BEGIN IMMEDIATE"));
  return Transaction(database);
}

Result<Transaction> Transaction::begin_reading(Database& database) {
  TRY_DONE(database.run("BEGIN"));
  return Transaction(database);
}

Transaction::~Transaction() {
  // A failed commit may have rolled back already; then there is nothing left to do.
  if (database_ != nullptr && sqlite3_get_autocommit(database_->handle()) == 0) (void)database_->run("ROLLBACK");
}

Done Transaction::commit() { return database_->run("COMMIT"); }

}  // namespace hornbook::journal

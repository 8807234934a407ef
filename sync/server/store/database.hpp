// SQLite behind three small owners: a database, a statement, a transaction. Every failure of the library is a
// StorageFailure that names the operation, never the data.
// Thread rule: one object per thread at a time; the server holds its lock around every use.
#pragma once

#include <concepts>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "runtime/core/bytes.hpp"
#include "runtime/core/error.hpp"
#include "runtime/core/ids.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace hornbook::server {

// One prepared statement. Parameters are bound from 1 in the order given; columns are read from 0.
class Statement {
 public:
  // Forgets the last run and binds anew. StorageFailure when the library refuses a value.
  template <class... Values>
  [[nodiscard]] Done bind(const Values&... values) {
    reset();
    int index = 0;
    Done done;
    (static_cast<void>((done = done ? bind_one(++index, values) : done)), ...);
    return done;
  }
  // True: a row is there to be read. False: the statement has run to its end.
  [[nodiscard]] Result<bool> step();
  // Runs to the end, ignoring rows.
  [[nodiscard]] Done run();
  template <class... Values>
  [[nodiscard]] Done run_with(const Values&... values) {
    TRY_DONE(bind(values...));
    return run();
  }

  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] std::uint64_t number(int column) const { return static_cast<std::uint64_t>(integer(column)); }
  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] Bytes blob(int column) const;
  [[nodiscard]] bool is_null(int column) const;
  // Corrupt when the stored identifier has another length.
  template <class Id>
  [[nodiscard]] Result<Id> id(int column) const {
    const Bytes bytes = blob(column);
    if (bytes.size() != Id::size) return fail(ErrorCode::Corrupt, "school store", "a stored identifier is damaged");
    return id_from_bytes<Id>(bytes);
  }

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  explicit Statement(sqlite3_stmt* statement) : statement_(statement) {}
  void reset();
  [[nodiscard]] Done bind_integer(int index, std::int64_t value);
  [[nodiscard]] Done bind_one(int index, std::string_view value);
  [[nodiscard]] Done bind_one(int index, ByteView value);
  [[nodiscard]] Done bind_one(int index, const Bytes& value) { return bind_one(index, ByteView(value)); }
  [[nodiscard]] Done bind_one(int index, std::nullopt_t);
  [[nodiscard]] Done bind_one(int index, std::integral auto value) {
    return bind_integer(index, static_cast<std::int64_t>(value));
  }
  template <class Tag, std::size_t Size>
  [[nodiscard]] Done bind_one(int index, const OpaqueId<Tag, Size>& value) {
    return bind_one(index, value.view());
  }
  template <class Value>
  [[nodiscard]] Done bind_one(int index, const std::optional<Value>& value) {
    return value ? bind_one(index, *value) : bind_one(index, std::nullopt);
  }

  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

class Database {
 public:
  // Opens or creates the file with WAL, synchronous=FULL and foreign keys on; waits up to 10 s for another program.
  [[nodiscard]] static Result<Database> open(const std::filesystem::path& file);

  [[nodiscard]] Result<Statement> prepare(std::string_view sql);
  // Prepared and bound, ready for step().
  template <class... Values>
  [[nodiscard]] Result<Statement> query(std::string_view sql, const Values&... values) {
    TRY_ASSIGN(Statement statement, prepare(sql));
    TRY_DONE(statement.bind(values...));
    return statement;
  }
  // Runs one statement to its end.
  template <class... Values>
  [[nodiscard]] Done run(std::string_view sql, const Values&... values) {
    TRY_ASSIGN(Statement statement, query(sql, values...));
    return statement.run();
  }
  // Several statements without parameters, such as a schema.
  [[nodiscard]] Done run_script(const std::string& sql);
  [[nodiscard]] std::int64_t last_row_number() const;
  // Rows that the last statement changed.
  [[nodiscard]] int changed() const;

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  explicit Database(sqlite3* database) : database_(database) {}
  std::unique_ptr<sqlite3, Close> database_;
};

// All or nothing: rolls back when it ends without commit(). Write transactions take the lock at once, so that two
// programs never meet half-way.
class Transaction {
 public:
  [[nodiscard]] static Result<Transaction> begin(Database& database);
  ~Transaction();
  Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
  Transaction& operator=(Transaction&&) = delete;
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  [[nodiscard]] Done commit();

 private:
  explicit Transaction(Database& database) : database_(&database) {}
  Database* database_;
};

}  // namespace hornbook::server

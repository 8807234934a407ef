// SQLite with errors as values and one object per handle.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>
#include <utility>

#include "runtime/core/bytes.hpp"
#include "runtime/core/error.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace hornbook::journal {

// A prepared statement. Parameters and columns are counted as SQLite does: parameters from 1, columns from 0.
class Statement {
 public:
  Statement& bind(int parameter, std::uint64_t number);
  Statement& bind(int parameter, ByteView blob);
  Statement& bind_text(int parameter, std::string_view text);

  // True when there is a row to read.
  [[nodiscard]] Result<bool> step();
  // Runs a statement that gives no rows, and readies it for other parameters.
  [[nodiscard]] Done run();

  [[nodiscard]] std::uint64_t number(int column) const;
  [[nodiscard]] Bytes blob(int column) const;
  [[nodiscard]] bool is_null(int column) const;

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  explicit Statement(sqlite3_stmt* statement) : statement_(statement) {}
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

class Database {
 public:
  // Opens or creates the file for its owner alone, in write-ahead mode with every commit flushed.
  // StorageFailure when the disk refuses, Corrupt when it is no database.
  [[nodiscard]] static Result<Database> open(const std::filesystem::path& path);
  // An empty one that no file holds.
  [[nodiscard]] static Result<Database> in_memory();

  [[nodiscard]] Done run(const char* statements);
  [[nodiscard]] Result<Statement> prepare(std::string_view statement) const;
  // The one number that `query` gives; 0 when it gives no row or null.
  [[nodiscard]] Result<std::uint64_t> number(std::string_view query) const;
  [[nodiscard]] sqlite3* handle() const { return handle_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* handle) const;
  };
  explicit Database(sqlite3* handle) : handle_(handle) {}
  std::unique_ptr<sqlite3, Close> handle_;
};

// Everything between begin() and commit() becomes durable together; without commit() none of it does.
class Transaction {
 public:
  // Takes the write lock at once. Busy when another program keeps it for longer than the waiting time.
  [[nodiscard]] static Result<Transaction> begin(Database& database);
  // All reads until the end see one moment.
  [[nodiscard]] static Result<Transaction> begin_reading(Database& database);
  ~Transaction();
  Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
  Transaction& operator=(Transaction&&) = delete;
  [[nodiscard]] Done commit();

 private:
  explicit Transaction(Database& database) : database_(&database) {}
  Database* database_;
};

}  // namespace hornbook::journal

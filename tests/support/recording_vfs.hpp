// A SQLite VFS that hands everything on to the system's, keeps a record of what was done to database files and their
// logs, and can let one operation fail. While one exists, every database of the process goes through it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "runtime/core/bytes.hpp"

namespace hornbook::test {

struct DiskOperation {
  enum class Kind : std::uint8_t { Write, Truncate, Sync, Delete };
  Kind kind{};
  std::string file;          // its name, without folders
  std::uint64_t offset = 0;  // of Truncate: the new size
  Bytes bytes{};             // of Write
  bool with_folder = false;  // of Sync and Delete: what was made and deleted in the folder is flushed, too
};

class RecordingVfs {
 public:
  RecordingVfs();
  ~RecordingVfs();
  RecordingVfs(const RecordingVfs&) = delete;
  RecordingVfs& operator=(const RecordingVfs&) = delete;

  [[nodiscard]] const std::vector<DiskOperation>& operations() const;
  // The operation of this number, counted from 0, is not done and gives this SQLite code; once, or from then on.
  enum class Fails : std::uint8_t { Once, FromThenOn };
  void fail(std::size_t operation, int code, Fails fails = Fails::Once);
  void heal();
  [[nodiscard]] bool has_failed() const;

  struct Record;

 private:
  std::unique_ptr<Record> record_;
};

}  // namespace hornbook::test

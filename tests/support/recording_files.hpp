// What a program does to files, recorded: of an executable that is linked with the tests_recording_files library, every
// open, write, fdatasync, fsync, rename, unlink and mkdir of the project's own code goes through here (the linker's
// --wrap). While a RecordingFiles exists, those below its folder are kept, and one can be made to fail.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "runtime/core/bytes.hpp"
#include "runtime/core/seeded_random.hpp"

namespace hornbook::test {

struct FileOperation {
  enum class Kind : std::uint8_t { Create, Write, Flush, Rename, Remove, MakeFolder, FlushFolder };
  Kind kind{};
  std::string path;      // below the folder
  std::string to{};      // of Rename
  std::uint64_t file{};  // of Create, Write and Flush: which one, whatever it is called by now
  Bytes bytes{};         // of Write: at the end
};

class RecordingFiles {
 public:
  explicit RecordingFiles(std::filesystem::path folder);
  ~RecordingFiles();
  RecordingFiles(const RecordingFiles&) = delete;
  RecordingFiles& operator=(const RecordingFiles&) = delete;

  [[nodiscard]] const std::vector<FileOperation>& operations() const { return operations_; }
  // The operation of this number, counted from 0, is not done and gives this errno; once, or from then on.
  void fail(std::size_t operation, int error, bool from_then_on);
  void heal() { error_ = 0; }
  [[nodiscard]] bool has_failed() const { return has_failed_; }

  // For the wrapped functions. The errno that the operation gives, or 0: then it is recorded.
  [[nodiscard]] int before(FileOperation operation);
  [[nodiscard]] bool covers(const std::string& path) const { return path.starts_with(folder_); }
  [[nodiscard]] std::string name_of(const std::string& path) const {
    return path.size() == folder_.size() ? "/" : path.substr(folder_.size());
  }
  struct Opened {
    std::string path;
    std::uint64_t file = 0;  // 0: a folder
  };
  std::map<int, Opened> opened;  // by descriptor
  std::uint64_t files = 0;

 private:
  std::string folder_;
  std::vector<FileOperation> operations_;
  std::size_t asked_ = 0;
  std::size_t failing_ = 0;
  int error_ = 0;
  bool from_then_on_ = false;
  bool has_failed_ = false;
};

// What is on the disk after a power cut: of a file what was flushed, and of its folder the names that were flushed; of
// the rest nothing, everything, or whatever the disk happened to write, the last name of a folder before the first as
// well. A file that has a name and was not flushed may be empty, cut short or hold zeros.
class SimulatedFiles {
 public:
  enum class Unflushed : std::uint8_t { Lost, Written, Scattered };
  void apply(const FileOperation& operation);
  void write_image(const std::filesystem::path& folder, Unflushed unflushed, SeededRandom& random) const;

 private:
  struct File {
    Bytes flushed;
    Bytes live;
  };
  struct Names {
    std::map<std::string, std::uint64_t> files;
    std::map<std::string, bool> folders;
    void apply(const FileOperation& operation);
  };
  std::map<std::uint64_t, File> files_;
  Names flushed_;
  Names live_;
  std::vector<FileOperation> unflushed_names_;
};

}  // namespace hornbook::test

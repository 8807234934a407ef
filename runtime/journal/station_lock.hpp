// DIR/station.lock: held by the one program that may append. The kernel drops it when the program ends, however it
// ends.
#pragma once

#include <filesystem>

#include "runtime/core/error.hpp"
#include "runtime/journal/durable_file.hpp"

namespace hornbook::journal {

class StationLock {
 public:
  // Busy when another station holds it.
  [[nodiscard]] static Result<StationLock> take(const std::filesystem::path& data_directory);
  // Whether a station holds it now; asking takes nothing.
  [[nodiscard]] static bool is_held(const std::filesystem::path& data_directory);

 private:
  explicit StationLock(FileDescriptor file) : file_(std::move(file)) {}
  FileDescriptor file_;
};

}  // namespace hornbook::journal

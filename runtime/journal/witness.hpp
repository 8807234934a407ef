// DIR/journal.witness: the last position that the journal called durable, kept apart from it, so that a store that
// loses what it confirmed is noticed where it can be. Layout: FORMAT.md.
#pragma once

#include <filesystem>
#include <optional>

#include "runtime/core/error.hpp"
#include "runtime/core/ids.hpp"
#include "runtime/journal/durable_file.hpp"

namespace hornbook::journal {

struct Position {
  std::uint64_t epoch = 0;
  std::uint64_t sequence = 0;
  Hash chain;
};

class Witness {
 public:
  [[nodiscard]] static Result<Witness> open(const std::filesystem::path& data_directory);
  // The position written last; nullopt when there is none or neither copy is whole.
  [[nodiscard]] std::optional<Position> last() const;
  // Not flushed: it costs an event no second flush, and lags behind by what the kernel has not written yet.
  [[nodiscard]] Done write(const Position& position);
  [[nodiscard]] Done flush();

 private:
  explicit Witness(FileDescriptor file) : file_(std::move(file)) {}
  FileDescriptor file_;
  unsigned next_copy_ = 0;
};

}  // namespace hornbook::journal

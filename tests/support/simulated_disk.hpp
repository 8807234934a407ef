// What a disk holds after a power cut: what was flushed, and of the rest whatever the disk happened to write. Takes the
// operations that a RecordingVfs saw, one by one, and makes images of the folder at any moment.
//
// Sectors of 512 bytes are written in any order, or not at all; a torn one is written up to some byte. Bytes of a
// sector beside those that are written stay as they are, which is what SQLite counts on ("powersafe overwrite"). A file
// that is new is there once it was flushed itself; one that was deleted may be there again until its folder was
// flushed.
#pragma once

#include <filesystem>
#include <map>

#include "runtime/core/seeded_random.hpp"
#include "tests/support/recording_vfs.hpp"

namespace hornbook::test {

enum class Unflushed : std::uint8_t {
  Lost,       // nothing of it was written
  Written,    // all of it was
  Scattered,  // some of its sectors were
  Torn,       // the same, and one of them only up to some byte
};

// How many times a test that cuts the power does so with other chances: HORNBOOK_POWER_CUT_SEEDS, else once.
[[nodiscard]] std::size_t power_cut_seeds();

class SimulatedDisk {
 public:
  // `flushes_lie`: flushing does nothing.
  void apply(const DiskOperation& operation, bool flushes_lie = false);
  // Writes the files into the folder, which is there.
  void write_image(const std::filesystem::path& folder, Unflushed unflushed, SeededRandom& random) const;

 private:
  struct File {
    Bytes flushed;
    std::vector<DiskOperation> unflushed;
  };
  void flush_folder();
  static Bytes content_of(const File& file, Unflushed unflushed, SeededRandom& random);
  std::map<std::string, File> files_;
};

}  // namespace hornbook::test

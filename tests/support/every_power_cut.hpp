// The power goes at every operation that a RecordingVfs saw, in each way that a disk may leave what was not flushed.
#pragma once

#include <array>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "tests/support/simulated_disk.hpp"
#include "tests/support/temporary_directory.hpp"

namespace hornbook::test {

struct PowerCutsTried {
  std::size_t images = 0;
  std::vector<std::string> violations;
};

// What is wrong with a folder as the cut left it after `done` operations; empty when nothing is.
using FaultsAfterCut = std::function<std::string(const std::filesystem::path& image, std::size_t done, Unflushed way,
                                                 SeededRandom& random)>;

// From `first` operations on, power_cut_seeds() times.
inline PowerCutsTried try_every_power_cut(const std::vector<DiskOperation>& operations, std::size_t first,
                                          const FaultsAfterCut& faults) {
  constexpr std::array ways{Unflushed::Lost, Unflushed::Written, Unflushed::Scattered, Unflushed::Torn};
  PowerCutsTried tried;
  for (std::size_t seed = 0; seed < power_cut_seeds(); ++seed) {
    SeededRandom random(seed);
    SimulatedDisk disk;
    for (std::size_t done = 0; done <= operations.size(); ++done) {
      if (done > 0) disk.apply(operations[done - 1]);
      if (done < first) continue;
      for (const Unflushed way : ways) {
        const TemporaryDirectory image;
        disk.write_image(image.path(), way, random);
        ++tried.images;
        const std::string wrong = faults(image.path(), done, way, random);
        if (!wrong.empty())
          tried.violations.push_back("seed " + std::to_string(seed) + ", operation " + std::to_string(done) + ", way " +
                                     std::to_string(static_cast<int>(way)) + ": " + wrong);
      }
    }
  }
  return tried;
}

}  // namespace hornbook::test

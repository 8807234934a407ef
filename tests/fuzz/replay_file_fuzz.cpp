// Whatever the lines, reading them ends with an error or with something that can be replayed.
#include <cstdint>
#include <sstream>

#include "platform/programs/model/replay_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::istringstream in(std::string(data, data + size));
  std::ostringstream out;
  if (const auto file = hornbook::platform::read_replay_file(in)) {
    static_cast<void>(hornbook::platform::write_replay(*file, out));
  }
  return 0;
}

// Scripts of the station: whatever stands in the file, parsing ends in steps or in an error with its line.
#include <cstdint>
#include <string_view>

#include "platform/script/parse_script.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto script = hornbook::platform::parse_script({reinterpret_cast<const char*>(data), size});
  if (!script && script.error().sentence.empty()) __builtin_trap();
  return 0;
}

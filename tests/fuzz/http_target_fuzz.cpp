#include <cstdlib>

#include "sync/link/target.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto target = hornbook::link::parse_target({reinterpret_cast<const char*>(data), size});
  if (!target) return 0;
  if (!target->path.starts_with('/') || target->path.find("/../") != std::string::npos) std::abort();
  for (const auto& [name, value] : target->query)
    if (name.size() + value.size() > size) std::abort();
  return 0;
}

#include "runtime/pack/trust.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (const auto trust = hornbook::pack::parse_root(hornbook::as_text({data, size}))) {
    if (trust->publishers.empty() || trust->threshold == 0 || trust->threshold > trust->publishers.size())
      __builtin_trap();
  }
  return 0;
}

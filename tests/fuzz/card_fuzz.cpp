#include <cstdlib>

#include "sync/bundle/card.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto card = hornbook::bundle::parse_card({reinterpret_cast<const char*>(data), size});
  if (!card) return 0;
  const std::string written = hornbook::bundle::to_json(*card);
  const auto again = hornbook::bundle::parse_card(written);
  if (!again || hornbook::bundle::to_json(*again) != written) std::abort();
  return 0;
}

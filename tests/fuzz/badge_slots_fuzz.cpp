#include "runtime/journal/badge_slot.hpp"
#include "tests/fuzz/journal_fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hornbook;
  return test::expect_one_encoding(data, size, journal::decode_badge_slots,
                                   [](const auto& value) { return journal::encode(value); });
}

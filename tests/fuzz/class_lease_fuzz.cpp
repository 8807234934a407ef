#include "runtime/journal/class_lease.hpp"
#include "tests/fuzz/journal_fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hornbook;
  return test::expect_one_encoding(data, size, journal::decode_lease,
                                   [](const auto& value) { return journal::encode(value); });
}

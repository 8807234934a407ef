#include "runtime/core/crypto.hpp"
#include "runtime/journal/told_ingest_key.hpp"
#include "tests/fuzz/journal_fuzz.hpp"

// The checksum at the end is made right first: otherwise no change would ever reach the fields behind it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hornbook;
  if (size < Hash::size) return 0;
  Bytes bytes(data, data + size - Hash::size);
  const Hash checksum = hash(bytes);
  bytes.insert(bytes.end(), checksum.bytes.begin(), checksum.bytes.end());
  return test::expect_one_encoding(bytes.data(), bytes.size(), journal::decode_told_ingest_key,
                                   [](const auto& value) { return journal::encode(value); });
}

// The committed bundle that FORMAT.md refers to: whoever writes another reader can check it against the same bytes.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "sync/bundle/envelope.hpp"
#include "sync/bundle/payload.hpp"
#include "tests/support/bundle_samples.hpp"

namespace hornbook::bundle {
namespace {

constexpr const char* vector_path = HORNBOOK_SOURCE_DIR "/tests/unit/sync/bundle/up_bundle.hex";

SecretKey key_of(std::uint8_t fill) { return SecretKey::from_bytes(Bytes(SecretKey::size, fill)).value(); }

TEST(BundleVector, CommittedBundle_OpensToTheSameFields) {
  ASSERT_TRUE(crypto_start());
  const BoxKey ingest = BoxKey::from_secret(key_of(0x11));
  const SigningKey device = SigningKey::from_seed(key_of(0x22));
  UpBundle expected = test::sample_up_bundle(device_id_of(device.verify_key()));
  expected.enrolment = EnrolmentRequest{device.verify_key(), Bytes(16, 0x33), "Station 1", journal::Profile::Station};

  std::ifstream file(vector_path);
  std::string hex((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  std::erase(hex, '\n');
  const Bytes bytes = bytes_from_hex(hex).value();
  const auto opened = decode_up(bytes, ingest, [](const DeviceId&) { return std::nullopt; });
  ASSERT_TRUE(opened) << opened.error().sentence
                      << "; a bundle of today: " << to_hex(encode(expected, device, ingest.public_key()).value());
  EXPECT_EQ(opened->device, expected.device);
  EXPECT_EQ(to_hex(encode_payload(*opened)), to_hex(encode_payload(expected)));
}

}  // namespace
}  // namespace hornbook::bundle

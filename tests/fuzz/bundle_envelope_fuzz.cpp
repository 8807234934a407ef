// The outside of a bundle, as a stranger may send it; and the inside, as a stranger who knows the public key may seal
// it.
#include "sync/bundle/bundle.hpp"

using namespace hornbook;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const bool started = crypto_start().has_value();
  static const BoxKey ingest = BoxKey::from_secret(SecretKey::from_bytes(Bytes(SecretKey::size, 0x11)).value());
  if (!started) return 0;
  const auto nobody = [](const DeviceId&) { return std::optional<VerifyKey>(); };
  static_cast<void>(bundle::decode_up({data, size}, ingest, nobody));
  return 0;
}

// The outside of a bundle: magic, version, mailbox, seal, padding, signature. Knows nothing of what is inside.
// Layout: sync/bundle/FORMAT.md.
#pragma once

#include <cstdint>

#include "runtime/core/crypto.hpp"
#include "runtime/core/error.hpp"
#include "runtime/core/ids.hpp"

namespace hornbook::bundle {

enum class Direction : std::uint8_t { Up = 1, Down = 2 };

// Seals `payload` to `recipient`, signed by `signer`, about `device` (who sends it up, or whom it goes down to).
// LimitExceeded when the whole would be longer than limits::bundle_bytes_max.
[[nodiscard]] Result<Bytes> seal_envelope(Direction direction, const DeviceId& device, ByteView payload,
                                          const SigningKey& signer, const BoxPublicKey& recipient);

// An opened envelope. The seal says for whom it is, not from whom: only check_signature() does that.
struct Opened {
  Direction direction{};
  DeviceId device;
  Bytes payload;
  Bytes signed_bytes;
  Signature signature;
};
// BadInput when malformed, LimitExceeded when too long, Corrupt when it is damaged or sealed to another key.
[[nodiscard]] Result<Opened> open_envelope(Direction direction, ByteView bytes, const BoxKey& recipient);
[[nodiscard]] bool check_signature(const Opened& opened, const VerifyKey& signer);

}  // namespace hornbook::bundle

// The outside of a bundle: magic, version, mailbox, seal, padding, signature. Knows nothing of what is inside.
// Layout: sync/bundle/FORMAT.md.
#pragma once

#include <cstdint>

#include "sync/bundle/bundle.hpp"

namespace hornbook::bundle {

enum class Direction : std::uint8_t { Up = 1, Down = 2 };

// What a carrier reads of a bundle: its first bytes.
inline constexpr std::size_t outer_bytes = 4 + 1 + 1 + MailboxId::size;
struct Outside {
  Direction direction{};
  MailboxId mailbox;
};
// BadInput when this is no bundle, or one of a later version.
[[nodiscard]] Result<Outside> read_outside(ByteView start_of_bundle);
// Whoever knows the recipient's public key can tell that a bundle is for it; to anybody else each bundle's mailbox is
// new.
[[nodiscard]] bool is_for(const MailboxId& mailbox, const BoxPublicKey& recipient);

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

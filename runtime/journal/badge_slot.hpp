// The key slot of a badge: one learner's entry of the roster under a key that the badge's secret gives. With its 128
// random bits no slow derivation is needed. A slot stands under an address that only the badge's holder can compute, so
// that the device can find it and says with it nothing of whose it is.
#pragma once

#include <optional>
#include <vector>

#include "runtime/journal/badge.hpp"
#include "runtime/journal/class_lease.hpp"

namespace hornbook::journal {

inline constexpr std::size_t badge_bytes_max = 2u << 10;  // one learner's entry under their badge, sealed
inline constexpr std::size_t badges_max = 4096;           // on one device

using BadgeAddress = OpaqueId<struct BadgeAddressTag, 16>;
// Which slots a device has, in 8 bytes: see mark_of().
using BadgesMark = OpaqueId<struct BadgesMarkTag, 8>;

struct BadgeSlot {
  BadgeAddress address;
  std::uint64_t generation = 0;  // grows whenever the learner's entry is sealed anew, for this badge or another
  Bytes sealed;                  // RosterLearner; associated data: address and generation
};
[[nodiscard]] Bytes encode(const std::vector<BadgeSlot>& slots);
// LimitExceeded or BadInput. Addresses ascend: a list has one encoding.
[[nodiscard]] Result<std::vector<BadgeSlot>> decode_badge_slots(ByteView bytes);

[[nodiscard]] BadgeAddress address_of(const Badge& badge);
// LimitExceeded when the entry is too large, BadInput when the generation is 0.
[[nodiscard]] Result<BadgeSlot> make_badge_slot(const Badge& badge, std::uint64_t generation,
                                                const RosterLearner& learner);
// NotAllowed when it is another badge's, Corrupt when the entry inside is malformed.
[[nodiscard]] Result<RosterLearner> open_badge_slot(const BadgeSlot& slot, const Badge& badge);

// First 8 bytes of the hash of all addresses and generations, in the order of the addresses; nothing for no slots.
[[nodiscard]] std::optional<BadgesMark> mark_of(const std::vector<BadgeSlot>& slots);

}  // namespace hornbook::journal

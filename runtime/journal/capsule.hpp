// What a device may know of one learner, and how it is kept: whole states and deltas, each sealed under the learner's
// key. Format: FORMAT.md.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "runtime/core/bytes.hpp"
#include "runtime/core/error.hpp"
#include "runtime/measure/event.hpp"

namespace hornbook::journal {

// One learner's capsule: what the device may know of them. Encrypted under the learner's capsule key.
struct Capsule {
  std::uint64_t vector_number = 0;              // counts writes of this slot; bound into the encryption
  Bytes base;                                   // interpret::encode(Base); empty: none
  std::vector<measure::EventRecord> tail;       // this device's events of the learner that the base does not cover
  std::uint32_t sessions = 0;                   // sessions of this learner on this device
  std::map<std::string, std::string> settings;  // the learner's own: language, text size, …
};

[[nodiscard]] Result<Bytes> encode(const Capsule& capsule);
// BadInput when malformed, LimitExceeded when it holds more than the limits allow.
[[nodiscard]] Result<Capsule> decode_capsule(ByteView bytes);

// The change that one append makes: its events of the learner, added to the tail. A SessionStart counts a session.
[[nodiscard]] Result<Bytes> encode_capsule_delta(std::span<const measure::EventRecord> events);
[[nodiscard]] Done apply_capsule_delta(Capsule& capsule, ByteView delta);
void add_to_tail(Capsule& capsule, std::span<const measure::EventRecord> events);

}  // namespace hornbook::journal

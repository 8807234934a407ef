// Identifiers. Each is a fixed array of bytes with a type of its own, so that a learner is never passed for a device.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "runtime/core/bytes.hpp"
#include "runtime/core/error.hpp"

namespace hornbook {

template <class Tag, std::size_t Size>
struct OpaqueId {
  static constexpr std::size_t size = Size;
  std::array<std::uint8_t, Size> bytes{};

  auto operator<=>(const OpaqueId&) const = default;
  [[nodiscard]] ByteView view() const { return bytes; }
  [[nodiscard]] bool is_zero() const { return *this == OpaqueId{}; }
};

using LearnerId = OpaqueId<struct LearnerTag, 16>;        // random UUID, made by the school server
using SchoolId = OpaqueId<struct SchoolTag, 16>;          // first 16 bytes of the hash of the school's signing key
using DeviceId = OpaqueId<struct DeviceTag, 16>;          // first 16 bytes of the hash of the device's signing key
using Hash = OpaqueId<struct HashTag, 32>;                // BLAKE2b-256 of content
using ExperimentId = OpaqueId<struct ExperimentTag, 16>;  // runtime/interpret/experiments/running_experiment.hpp

// A skill, an item or a misconception, across packs and versions of packs: the first 8 bytes, little-endian, of
// BLAKE2b("<pack name>/<its id>"). See runtime/interpret/curriculum.hpp.
using SkillKey = std::uint64_t;
using ItemKey = std::uint64_t;
using MisconceptionKey = std::uint64_t;

// Lower-case hexadecimal.
[[nodiscard]] std::string to_hex(ByteView bytes);
// BadInput when the text is not hexadecimal.
[[nodiscard]] Result<Bytes> bytes_from_hex(std::string_view text);

template <class Id>
[[nodiscard]] Result<Id> id_from_bytes(ByteView bytes) {
  if (bytes.size() != Id::size) return fail(ErrorCode::BadInput, "identifier", "it has the wrong length");
  Id id;
  std::copy(bytes.begin(), bytes.end(), id.bytes.begin());
  return id;
}

template <class Id>
[[nodiscard]] Result<Id> id_from_hex(std::string_view text) {
  TRY_ASSIGN(const Bytes bytes, bytes_from_hex(text));
  return id_from_bytes<Id>(bytes);
}

}  // namespace hornbook

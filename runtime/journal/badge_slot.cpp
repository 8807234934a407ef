#include "runtime/journal/badge_slot.hpp"

#include <algorithm>

namespace hornbook::journal {
namespace {

SecretKey root_of(const Badge& badge) {
  Hash digest = hash({as_bytes("hornbook badge"), badge.school.view(), badge.secret.view()});
  auto root = SecretKey::from_bytes(digest.view());
  wipe(digest.bytes);
  return std::move(*root);
}

SecretKey key_of(const Badge& badge) { return derive_key(root_of(badge), "badge"); }

Bytes binding_of(const BadgeSlot& slot) {
  ByteWriter writer;
  writer.text("badge");
  writer.raw(slot.address.view());
  writer.u64(slot.generation);
  return writer.take();
}

Result<BadgeSlot> read_slot(ByteReader& reader) {
  BadgeSlot slot;
  TRY_ASSIGN(slot.address, reader.id<BadgeAddress>());
  TRY_ASSIGN(slot.generation, reader.varint_up_to(INT64_MAX));
  if (slot.generation == 0) return fail(ErrorCode::BadInput, "badges", "one has no generation");
  TRY_ASSIGN(const ByteView sealed, reader.sized(badge_bytes_max));
  slot.sealed.assign(sealed.begin(), sealed.end());
  return slot;
}

}  // namespace

Bytes encode(const std::vector<BadgeSlot>& slots) {
  ByteWriter writer;
  writer.varint(slots.size());
  for (const BadgeSlot& slot : slots) {
    writer.raw(slot.address.view());
    writer.varint(slot.generation);
    writer.sized(slot.sealed);
  }
  return writer.take();
}

Result<std::vector<BadgeSlot>> decode_badge_slots(ByteView bytes) {
  ByteReader reader(bytes);
  std::vector<BadgeSlot> slots;
  TRY_ASSIGN(const std::uint64_t count, reader.varint_up_to(badges_max));
  for (std::uint64_t i = 0; i < count; ++i) {
    TRY_ASSIGN(BadgeSlot slot, read_slot(reader));
    if (!slots.empty() && slots.back().address >= slot.address)
      return fail(ErrorCode::BadInput, "badges", "they are not in the order of their addresses");
    slots.push_back(std::move(slot));
  }
  TRY_DONE(reader.end());
  return slots;
}

BadgeAddress address_of(const Badge& badge) {
  const SecretKey derived = derive_key(root_of(badge), "badgeadr");
  BadgeAddress address;
  std::copy_n(derived.view().begin(), BadgeAddress::size, address.bytes.begin());
  return address;
}

Result<BadgeSlot> make_badge_slot(const Badge& badge, std::uint64_t generation, const RosterLearner& learner) {
  if (generation == 0) return fail(ErrorCode::BadInput, "badge", "its generation is 0");
  BadgeSlot slot{address_of(badge), generation, {}};
  Bytes plain = encode(learner);
  slot.sealed = seal_random(key_of(badge), binding_of(slot), plain);
  wipe(plain);
  if (slot.sealed.size() > badge_bytes_max)
    return fail(ErrorCode::LimitExceeded, "badge", "the learner's entry is too large for one");
  return slot;
}

Result<RosterLearner> open_badge_slot(const BadgeSlot& slot, const Badge& badge) {
  auto plain = open_random(key_of(badge), binding_of(slot), slot.sealed);
  if (!plain) return fail(ErrorCode::NotAllowed, "badge", "it does not open this entry");
  auto learner = decode_roster_learner(*plain);
  wipe(*plain);
  if (!learner) return fail(ErrorCode::Corrupt, "badge", "the entry under it is malformed");
  return learner;
}

std::optional<BadgesMark> mark_of(const std::vector<BadgeSlot>& slots) {
  if (slots.empty()) return std::nullopt;
  std::vector<std::pair<BadgeAddress, std::uint64_t>> named;
  for (const BadgeSlot& slot : slots) named.emplace_back(slot.address, slot.generation);
  std::sort(named.begin(), named.end());
  ByteWriter writer;
  for (const auto& [address, generation] : named) {
    writer.raw(address.view());
    writer.u64(generation);
  }
  const Hash digest = hash(writer.view());
  BadgesMark mark;
  std::copy_n(digest.bytes.begin(), BadgesMark::size, mark.bytes.begin());
  return mark;
}

}  // namespace hornbook::journal

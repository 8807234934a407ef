#include "runtime/journal/class_lease.hpp"

#include "runtime/core/limits.hpp"

namespace hornbook::journal {
namespace {

constexpr std::uint8_t roster_version = 1;
constexpr std::uint8_t lease_version = 1;
constexpr std::size_t picture_taps_max = 8;
constexpr std::uint8_t picture_greatest = 8;
constexpr std::size_t wrapped_key_bytes_max = 128;

// What a lease's two seals are bound to. The roster cannot be moved to another class or generation. The class key is
// bound to its class alone, so that the roster can be renewed without the teacher's passphrase.
Bytes roster_binding(const ClassLease& lease) {
  ByteWriter writer;
  writer.text("roster");
  writer.u32(lease.class_number);
  writer.u64(lease.generation);
  return writer.take();
}
Bytes class_key_binding(const ClassLease& lease) {
  ByteWriter writer;
  writer.text("class key");
  writer.u32(lease.class_number);
  return writer.take();
}

Done seal_roster(ClassLease& lease, const Roster& roster, const SecretKey& class_key) {
  Bytes plain = encode(roster);
  lease.sealed_roster = seal_random(class_key, roster_binding(lease), plain);
  wipe(plain);
  if (lease.sealed_roster.size() > limits::roster_bytes_max) {
    return fail(ErrorCode::LimitExceeded, "class lease", "the class is too large for one roster");
  }
  return {};
}

void write_learner(ByteWriter& writer, const RosterLearner& learner) {
  writer.raw(learner.learner.view());
  writer.text(learner.display_name);
  writer.text(learner.avatar);
  writer.sized(learner.picture_password);
  writer.text(learner.language);
  writer.raw(learner.capsule_key.view());
}

Result<RosterLearner> read_learner(ByteReader& reader) {
  TRY_ASSIGN(const LearnerId learner, reader.id<LearnerId>());
  TRY_ASSIGN(std::string name, reader.text(limits::name_bytes_max));
  TRY_ASSIGN(std::string avatar, reader.text(limits::identifier_bytes_max));
  TRY_ASSIGN(const ByteView taps, reader.sized(picture_taps_max));
  for (const std::uint8_t tap : taps) {
    if (tap > picture_greatest) return fail(ErrorCode::BadInput, "roster", "a picture password names no picture");
  }
  TRY_ASSIGN(std::string language, reader.text(limits::identifier_bytes_max));
  TRY_ASSIGN(const ByteView key_bytes, reader.raw(SecretKey::size));
  TRY_ASSIGN(SecretKey key, SecretKey::from_bytes(key_bytes));
  return RosterLearner{
      learner, std::move(name), std::move(avatar), {taps.begin(), taps.end()}, std::move(language), std::move(key)};
}

}  // namespace

Bytes encode(const RosterLearner& learner) {
  ByteWriter writer;
  write_learner(writer, learner);
  return writer.take();
}

Result<RosterLearner> decode_roster_learner(ByteView bytes) {
  ByteReader reader(bytes);
  TRY_ASSIGN(RosterLearner learner, read_learner(reader));
  TRY_DONE(reader.end());
  return learner;
}

Bytes encode(const Roster& roster) {
  ByteWriter writer;
  writer.u8(roster_version);
  writer.text(roster.class_name);
  writer.varint(roster.learners.size());
  for (const RosterLearner& learner : roster.learners) write_learner(writer, learner);
  return writer.take();
}

Result<Roster> decode_roster(ByteView bytes) {
  ByteReader reader(bytes);
  Roster roster;
  TRY_ASSIGN(const std::uint8_t version, reader.u8());
  if (version != roster_version) return fail(ErrorCode::BadInput, "roster", "it has a version that is not known here");
  TRY_ASSIGN(roster.class_name, reader.text(limits::name_bytes_max));
  TRY_ASSIGN(const std::uint64_t count, reader.varint_up_to(limits::roster_learners_max));
  for (std::uint64_t i = 0; i < count; ++i) {
    TRY_ASSIGN(RosterLearner learner, read_learner(reader));
    roster.learners.push_back(std::move(learner));
  }
  TRY_DONE(reader.end());
  return roster;
}

Bytes encode(const ClassLease& lease) {
  ByteWriter writer;
  writer.u8(lease_version);
  writer.varint(lease.class_number);
  writer.varint(lease.generation);
  writer.varint(lease.cost.operations);
  writer.varint(lease.cost.memory_bytes);
  writer.raw(lease.cost.salt);
  writer.sized(lease.wrapped_class_key);
  writer.sized(lease.sealed_roster);
  return writer.take();
}

Result<ClassLease> decode_lease(ByteView bytes) {
  ByteReader reader(bytes);
  ClassLease lease;
  TRY_ASSIGN(const std::uint8_t version, reader.u8());
  if (version != lease_version) {
    return fail(ErrorCode::BadInput, "class lease", "it has a version that is not known here");
  }
  TRY_ASSIGN(const std::uint64_t class_number, reader.varint_up_to(UINT32_MAX));
  lease.class_number = static_cast<std::uint32_t>(class_number);
  TRY_ASSIGN(lease.generation, reader.varint());
  TRY_ASSIGN(lease.cost.operations, reader.varint());
  TRY_ASSIGN(lease.cost.memory_bytes, reader.varint());
  TRY_ASSIGN(const ByteView salt, reader.raw(lease.cost.salt.size()));
  std::copy(salt.begin(), salt.end(), lease.cost.salt.begin());
  TRY_ASSIGN(const ByteView wrapped, reader.sized(wrapped_key_bytes_max));
  lease.wrapped_class_key.assign(wrapped.begin(), wrapped.end());
  TRY_ASSIGN(const ByteView sealed, reader.sized(limits::roster_bytes_max));
  lease.sealed_roster.assign(sealed.begin(), sealed.end());
  TRY_DONE(reader.end());
  return lease;
}

Result<ClassLease> make_lease(std::uint32_t class_number, std::uint64_t generation, const Roster& roster,
                              const SecretKey& class_key, std::string_view passphrase, const PassphraseCost& cost) {
  if (generation == 0) return fail(ErrorCode::BadInput, "class lease", "generation 0 is for revocations alone");
  ClassLease lease;
  lease.class_number = class_number;
  lease.generation = generation;
  lease.cost = cost;
  TRY_ASSIGN(const SecretKey passphrase_key, key_from_passphrase(passphrase, cost));
  lease.wrapped_class_key = seal_random(passphrase_key, class_key_binding(lease), class_key.view());
  TRY_DONE(seal_roster(lease, roster, class_key));
  return lease;
}

Result<ClassLease> renew_lease(const ClassLease& lease, std::uint64_t generation, const Roster& roster,
                               const SecretKey& class_key) {
  if (generation <= lease.generation) {
    return fail(ErrorCode::BadInput, "class lease", "a renewed lease has a greater generation");
  }
  ClassLease renewed = lease;
  renewed.generation = generation;
  TRY_DONE(seal_roster(renewed, roster, class_key));
  return renewed;
}

Result<ClassLease> change_passphrase(const ClassLease& lease, std::string_view old_passphrase,
                                     std::string_view new_passphrase, const PassphraseCost& cost) {
  TRY_ASSIGN(const SecretKey class_key, open_class_key(lease, old_passphrase));
  ClassLease changed = lease;
  changed.cost = cost;
  TRY_ASSIGN(const SecretKey passphrase_key, key_from_passphrase(new_passphrase, cost));
  changed.wrapped_class_key = seal_random(passphrase_key, class_key_binding(lease), class_key.view());
  return changed;
}

Hash wrapping_of(const ClassLease& lease) {
  ByteWriter writer;
  writer.varint(lease.cost.operations);
  writer.varint(lease.cost.memory_bytes);
  writer.raw(lease.cost.salt);
  writer.sized(lease.wrapped_class_key);
  return hash(writer.view());
}

Result<SecretKey> open_class_key(const ClassLease& lease, std::string_view passphrase) {
  TRY_ASSIGN(const SecretKey passphrase_key, key_from_passphrase(passphrase, lease.cost));
  auto unwrapped = open_random(passphrase_key, class_key_binding(lease), lease.wrapped_class_key);
  if (!unwrapped) return fail(ErrorCode::NotAllowed, "class lease", "the passphrase does not open this class");
  auto class_key = SecretKey::from_bytes(*unwrapped);
  wipe(*unwrapped);
  if (!class_key) return fail(ErrorCode::Corrupt, "class lease", "the class key has the wrong length");
  return class_key;
}

Result<Roster> open_roster(const ClassLease& lease, const SecretKey& class_key) {
  TRY_ASSIGN(Bytes plain, open_random(class_key, roster_binding(lease), lease.sealed_roster));
  auto roster = decode_roster(plain);
  wipe(plain);
  if (!roster) return fail(ErrorCode::Corrupt, "class lease", "the roster inside is malformed");
  return roster;
}

Result<Roster> open_lease(const ClassLease& lease, std::string_view passphrase) {
  TRY_ASSIGN(const SecretKey class_key, open_class_key(lease, passphrase));
  return open_roster(lease, class_key);
}

}  // namespace hornbook::journal

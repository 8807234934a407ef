#include "sync/bundle/carrier_limits.hpp"
#include "sync/bundle/envelope.hpp"
#include "sync/bundle/sections.hpp"

namespace hornbook::bundle {
namespace {

constexpr std::size_t confirmation_digits = 6;

Bytes encode(const EnrolmentAccepted& accepted) {
  ByteWriter writer;
  writer.raw(accepted.device.view());
  writer.text(accepted.confirmation);
  return writer.take();
}

Result<EnrolmentAccepted> decode_accepted(ByteView bytes) {
  ByteReader reader(bytes);
  EnrolmentAccepted accepted;
  TRY_ASSIGN(accepted.device, reader.id<DeviceId>());
  TRY_ASSIGN(accepted.confirmation, reader.text(confirmation_digits));
  TRY_DONE(reader.end());
  return accepted;
}

Bytes encode(const BaseDelivery& base) {
  ByteWriter writer;
  writer.raw(base.learner.view());
  writer.sized(base.sealed);
  return writer.take();
}

Result<BaseDelivery> decode_base(ByteView bytes) {
  ByteReader reader(bytes);
  BaseDelivery base;
  TRY_ASSIGN(base.learner, reader.id<LearnerId>());
  TRY_ASSIGN(const ByteView sealed, reader.sized(limits::capsule_bytes_max));
  base.sealed.assign(sealed.begin(), sealed.end());
  TRY_DONE(reader.end());
  return base;
}

Result<Bytes> decode_parameters(ByteView bytes) {
  if (bytes.size() > limits::setting_bytes_max)
    return fail(ErrorCode::LimitExceeded, "bundle", "its parameters are too large");
  return Bytes(bytes.begin(), bytes.end());
}

Bytes encode(const SchoolRules& rules) {
  ByteWriter writer;
  writer.varint(rules.version);
  writer.varint(rules.deletion_grace_ms);
  writer.varint(rules.packs.threshold);
  writer.varint(rules.packs.publishers.size());
  for (const VerifyKey& publisher : rules.packs.publishers) writer.raw(publisher.view());
  return writer.take();
}

Result<SchoolRules> decode_rules(ByteView bytes) {
  ByteReader reader(bytes);
  SchoolRules rules;
  TRY_ASSIGN(rules.version, reader.varint());
  TRY_ASSIGN(rules.deletion_grace_ms, reader.varint_up_to(INT64_MAX));
  TRY_ASSIGN(const std::uint64_t threshold, reader.varint_up_to(limits::pack_publishers_max));
  // A threshold of 0 would let anybody sign packs.
  if (rules.version == 0 || threshold == 0)
    return fail(ErrorCode::BadInput, "school rules", "they have no version, or ask for no signature on packs");
  rules.packs.threshold = static_cast<std::size_t>(threshold);
  TRY_ASSIGN(const std::uint64_t count, reader.varint_up_to(limits::pack_publishers_max));
  for (std::uint64_t i = 0; i < count; ++i) TRY_DONE(append(rules.packs.publishers, reader.id<VerifyKey>()));
  TRY_DONE(reader.end());
  return rules;
}

Bytes encode(const std::vector<PackAssignment>& packs) {
  ByteWriter writer;
  writer.varint(packs.size());
  for (const PackAssignment& assignment : packs) {
    writer.raw(assignment.pack.view());
    writer.varint(assignment.bytes);
  }
  return writer.take();
}

Result<std::vector<PackAssignment>> decode_assignments(ByteView bytes) {
  ByteReader reader(bytes);
  std::vector<PackAssignment> packs;
  TRY_ASSIGN(const std::uint64_t count, reader.varint_up_to(limits::cursor_entries_max));
  for (std::uint64_t i = 0; i < count; ++i) {
    PackAssignment assignment;
    TRY_ASSIGN(assignment.pack, reader.id<Hash>());
    TRY_ASSIGN(assignment.bytes, reader.varint_up_to(limits::pack_bytes_max));
    packs.push_back(assignment);
  }
  TRY_DONE(reader.end());
  return packs;
}

// A section that says something by being there.
Done read_flag(bool& flag, ByteView body) {
  if (flag) return repeated_section();
  flag = true;
  return ByteReader(body).end();
}

Bytes encode(const std::vector<ReplacedPack>& replaced) {
  ByteWriter writer;
  writer.varint(replaced.size());
  for (const ReplacedPack& each : replaced) {
    writer.raw(each.pack.view());
    writer.raw(each.by.view());
  }
  return writer.take();
}

Result<std::vector<ReplacedPack>> decode_replaced(ByteView bytes) {
  ByteReader reader(bytes);
  std::vector<ReplacedPack> replaced;
  TRY_ASSIGN(const std::uint64_t count, reader.varint_up_to(limits::cursor_entries_max));
  for (std::uint64_t i = 0; i < count; ++i) {
    ReplacedPack each;
    TRY_ASSIGN(each.pack, reader.id<Hash>());
    TRY_ASSIGN(each.by, reader.id<Hash>());
    replaced.push_back(each);
  }
  TRY_DONE(reader.end());
  return replaced;
}

Bytes encode(const IngestKeyTold& told) {
  ByteWriter writer;
  writer.varint(told.number);
  writer.raw(told.key.view());
  return writer.take();
}

Result<IngestKeyTold> decode_ingest_key(ByteView bytes) {
  ByteReader reader(bytes);
  IngestKeyTold told;
  TRY_ASSIGN(told.number, reader.varint());
  TRY_ASSIGN(told.key, reader.id<BoxPublicKey>());
  TRY_DONE(reader.end());
  if (told.number == 0) return fail(ErrorCode::BadInput, "bundle", "its ingest key has no number");
  return told;
}

Bytes encode(const std::vector<journal::UrgentPlace>& seen) {
  ByteWriter writer;
  writer.varint(seen.size());
  for (const journal::UrgentPlace& each : seen) {
    writer.varint(each.epoch);
    writer.varint(each.sequence);
  }
  return writer.take();
}

Result<std::vector<journal::UrgentPlace>> decode_seen(ByteView bytes) {
  ByteReader reader(bytes);
  std::vector<journal::UrgentPlace> seen;
  TRY_ASSIGN(const std::uint64_t count, reader.varint_up_to(limits::seen_requests_max));
  for (std::uint64_t i = 0; i < count; ++i) {
    journal::UrgentPlace each;
    TRY_ASSIGN(each.epoch, reader.varint_up_to(INT64_MAX));
    TRY_ASSIGN(each.sequence, reader.varint_up_to(INT64_MAX));
    seen.push_back(each);
  }
  TRY_DONE(reader.end());
  return seen;
}

}  // namespace

Bytes encode_payload(const DownBundle& bundle) {
  ByteWriter writer;
  if (bundle.accepted) put_section(writer, Section::EnrolmentAccepted, encode(*bundle.accepted));
  put_section(writer, Section::Acknowledgement, journal::encode(bundle.acknowledgement));
  for (const auto& lease : bundle.leases) put_section(writer, Section::ClassLease, journal::encode(lease));
  for (const auto& base : bundle.bases) put_section(writer, Section::BaseDelivery, encode(base));
  if (bundle.parameters) put_section(writer, Section::Parameters, *bundle.parameters);
  if (bundle.rules) put_section(writer, Section::SchoolRules, encode(*bundle.rules));
  if (bundle.packs) put_section(writer, Section::PackAssignments, encode(*bundle.packs));
  if (!bundle.replaced_packs.empty()) put_section(writer, Section::ReplacedPacks, encode(bundle.replaced_packs));
  if (bundle.delivery_root) put_section(writer, Section::DeliveryRoot, bundle.delivery_root->view());
  if (bundle.badges) put_section(writer, Section::Badges, journal::encode(*bundle.badges));
  if (bundle.ingest_key) put_section(writer, Section::IngestKey, encode(*bundle.ingest_key));
  if (bundle.wants_cursor) put_section(writer, Section::WantsCursor, {});
  if (!bundle.seen.empty()) put_section(writer, Section::SeenRequests, encode(bundle.seen));
  if (bundle.expected_cursor) put_section(writer, Section::ExpectedCursor, bundle.expected_cursor->view());
  return writer.take();
}

Result<DownBundle> decode_down_payload(ByteView payload) {
  DownBundle bundle;
  std::optional<journal::Acknowledgement> acknowledgement;
  std::optional<std::vector<ReplacedPack>> replaced;
  std::optional<std::vector<journal::UrgentPlace>> seen;
  TRY_DONE(each_section(payload, [&](std::uint64_t type, ByteView body) -> Done {
    if (type > 0xff) return {};
    switch (static_cast<Section>(type)) {
      case Section::EnrolmentAccepted:
        return set_once(bundle.accepted, decode_accepted(body));
      case Section::Acknowledgement:
        return set_once(acknowledgement, journal::decode_acknowledgement(body));
      case Section::ClassLease:
        return append(bundle.leases, journal::decode_lease(body));
      case Section::BaseDelivery:
        return append(bundle.bases, decode_base(body));
      case Section::Parameters:
        return set_once(bundle.parameters, decode_parameters(body));
      case Section::PackAssignments:
        return set_once(bundle.packs, decode_assignments(body));
      case Section::SchoolRules:
        return set_once(bundle.rules, decode_rules(body));
      case Section::ReplacedPacks:
        return set_once(replaced, decode_replaced(body));
      case Section::DeliveryRoot:
        return set_once(bundle.delivery_root, id_from_bytes<Hash>(body));
      case Section::Badges:
        return set_once(bundle.badges, journal::decode_badge_slots(body));
      case Section::IngestKey:
        return set_once(bundle.ingest_key, decode_ingest_key(body));
      case Section::WantsCursor:
        return read_flag(bundle.wants_cursor, body);
      case Section::SeenRequests:
        return set_once(seen, decode_seen(body));
      case Section::ExpectedCursor:
        return set_once(bundle.expected_cursor, id_from_bytes<CursorName>(body));
      default:
        return {};  // of a later version
    }
  }));
  if (!acknowledgement) return fail(ErrorCode::BadInput, "bundle", "it has no acknowledgement");
  bundle.acknowledgement = std::move(*acknowledgement);
  if (replaced) bundle.replaced_packs = std::move(*replaced);
  if (seen) bundle.seen = std::move(*seen);
  return bundle;
}

Result<Bytes> encode(const DownBundle& bundle, const SigningKey& school, const VerifyKey& device) {
  TRY_ASSIGN(const BoxPublicKey recipient, box_key_of(device));
  return seal_envelope(Direction::Down, bundle.device, encode_payload(bundle), school, recipient);
}

Result<DownBundle> decode_down(ByteView bytes, const SigningKey& device, const VerifyKey& school) {
  TRY_ASSIGN(const Opened opened, open_envelope(Direction::Down, bytes, BoxKey::from_signing_key(device)));
  if (!check_signature(opened, school))
    return fail(ErrorCode::NotAllowed, "bundle", "it is not signed by this device's school");
  if (opened.device != device_id_of(device.verify_key()))
    return fail(ErrorCode::NotAllowed, "bundle", "it is meant for another device");
  TRY_ASSIGN(DownBundle bundle, decode_down_payload(opened.payload));
  bundle.device = opened.device;
  return bundle;
}

}  // namespace hornbook::bundle

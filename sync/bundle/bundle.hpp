// The one bundle format, for every carrier: HTTPS, a USB stick, a hub. Security is end to end inside it.
// Layout, limits and test vectors: sync/bundle/FORMAT.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "runtime/core/crypto.hpp"
#include "runtime/core/error.hpp"
#include "runtime/journal/acknowledgement.hpp"
#include "runtime/journal/badge_slot.hpp"
#include "runtime/journal/class_lease.hpp"
#include "runtime/journal/device_identity.hpp"
#include "runtime/journal/epoch.hpp"

namespace hornbook::bundle {

using MailboxId = OpaqueId<struct MailboxTag, 16>;
// Where a relay keeps the answer to one bundle: random, made up by the device, and known to it and its school alone.
using ReplyBox = OpaqueId<struct ReplyBoxTag, 16>;

// ---- what a device sends ----
struct EnrolmentRequest {  // with a bundle from a device that the school has not accepted yet
  VerifyKey device;
  Bytes token;  // one-time, from the enrolment file
  std::string device_name;
  journal::Profile profile{};
};
// From this format of parameters on, experiments are part of them.
inline constexpr std::uint8_t experiments_parameter_format = 3;

struct Cursor {  // what the device has, so that the answer is only what it lacks
  std::uint64_t server_generation = 0;
  std::vector<Hash> packs;                                      // installed
  std::vector<std::pair<std::uint32_t, std::uint64_t>> leases;  // class number, generation
  std::vector<Hash> bases;  // of the sealed bases that were brought last, one a learner; they name nobody
  std::uint32_t parameter_version = 0;
  std::optional<Hash> parameters;     // what it goes by; none: a device that takes no calibrated ones
  std::uint64_t rules_version = 0;    // 0: none yet
  std::uint8_t parameter_format = 0;  // the latest that it reads; 0: it does not say, and takes no experiments
  std::optional<journal::BadgesMark> badges{};  // which badge slots it has; none: it has no badge
};
using CursorName = OpaqueId<struct CursorNameTag, 8>;  // cursor.hpp
struct UpBundle {
  DeviceId device;
  std::optional<EnrolmentRequest> enrolment;
  Cursor cursor;
  std::optional<CursorName> cursor_name;  // travels in place of `cursor`, which stays empty: the school expects it
  std::vector<journal::EpochHeader> headers;
  std::vector<journal::Segment> segments;
  std::vector<journal::Row> rows;
  std::optional<ReplyBox> reply_box;  // when it goes through a relay
};

// ---- what the school answers ----
struct EnrolmentAccepted {
  DeviceId device;
  std::string confirmation;  // six digits, shown on both sides
};
struct BaseDelivery {
  LearnerId learner;
  Bytes sealed;  // interpret::encode(Base) under the capsule key
};
// What the school decides for its devices; only the school's signature on the bundle makes a device adopt it. Of two,
// the one of the greater server generation, then of the greater version counts.
struct SchoolRules {
  std::uint64_t version = 0;            // from 1; grows with each change
  std::uint64_t deletion_grace_ms = 0;  // stored this long, events may go without a backup; 0: never
  pack::Trust packs;                    // whose signatures make a pack
};
struct PackAssignment {
  Hash pack;                // hash of the index
  std::uint64_t bytes = 0;  // of the whole pack
};
// Of a pack that is no longer assigned because a later version took its place; what was withdrawn stands in no list.
struct ReplacedPack {
  Hash pack;
  Hash by;  // assigned
};
// To what the device seals from now on. Of two, the one of the greater server generation, then number, counts.
struct IngestKeyTold {
  std::uint64_t number = 0;  // from 1; grows with each rotation
  BoxPublicKey key;
};
struct DownBundle {
  DeviceId device;
  std::optional<EnrolmentAccepted> accepted;
  journal::Acknowledgement acknowledgement;
  std::vector<journal::ClassLease> leases;
  std::vector<BaseDelivery> bases;
  std::optional<Bytes> parameters;                          // interpret::encode(Parameters)
  std::optional<SchoolRules> rules;                         // when they are not the device's
  std::optional<std::vector<PackAssignment>> packs;         // the whole list of assigned packs, when it changed
  std::optional<std::vector<journal::BadgeSlot>> badges{};  // all that are good on the device, when they changed
  std::vector<ReplacedPack> replaced_packs{};               // with each list of packs; the latest version first
  std::optional<Hash> delivery_root{};                      // of the school's first TUF root, with each list of packs
  std::optional<IngestKeyTold> ingest_key{};                // when the bundle came sealed to an older one
  bool wants_cursor = false;  // the school knows no cursor of the name that came, and could not say what is lacking
  std::vector<journal::UrgentPlace> seen{};   // of the device's requests to talk: which a teacher has seen lately
  std::optional<CursorName> expected_cursor;  // that a device has when it has taken all this: next time its name does
};

// Sealed to the school's ingest key, signed by the device, padded to a bucket.
[[nodiscard]] Result<Bytes> encode(const UpBundle& bundle, const SigningKey& device, const BoxPublicKey& ingest);

// Finds the key of a device that is enrolled; nullopt for an unknown one.
using DeviceKeys = std::function<std::optional<VerifyKey>(const DeviceId&)>;
// BadInput when malformed, Corrupt when a seal fails, NotAllowed when the signature is not that of an enrolled device
// (or, with an enrolment request, of the key inside it). Nothing is trusted before the signature holds.
[[nodiscard]] Result<UpBundle> decode_up(ByteView bytes, const BoxKey& ingest, const DeviceKeys& devices);

[[nodiscard]] Result<Bytes> encode(const DownBundle& bundle, const SigningKey& school, const VerifyKey& device);
[[nodiscard]] Result<DownBundle> decode_down(ByteView bytes, const SigningKey& device, const VerifyKey& school);

// The size that a bundle of this many bytes is padded to, at least 256: Padmé, which lets the size say no more than
// O(log log size) bits and adds at most a sixteenth, less the larger it is (Nikitin et al., "Reducing Metadata Leakage
// from Encrypted Files and Communication with PURBs", PoPETs 2019(4), algorithm 1).
[[nodiscard]] std::size_t padded_size(std::size_t bytes);

}  // namespace hornbook::bundle

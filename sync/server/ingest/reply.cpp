#include "sync/server/ingest/reply.hpp"

#include <algorithm>

#include "runtime/core/limits.hpp"
#include "sync/server/experiments/terms.hpp"
#include "sync/server/school/badges.hpp"
#include "sync/server/school/leases.hpp"
#include "sync/server/school/publication.hpp"
#include "sync/server/teaching/calibration.hpp"
#include "sync/server/teaching/states.hpp"

namespace hornbook::server {
namespace {

std::optional<std::uint64_t> lease_generation(const bundle::Cursor& cursor, std::uint32_t class_number) {
  for (const auto& [number, generation] : cursor.leases)
    if (number == class_number) return generation;
  return std::nullopt;
}

// A lease of generation 0 with nothing in it takes the class off the device.
Done add_revocations(const bundle::Cursor& cursor, const std::vector<std::int64_t>& classes, bundle::DownBundle& down) {
  for (const auto& [number, generation] : cursor.leases) {
    const bool assigned = std::find(classes.begin(), classes.end(), std::int64_t{number}) != classes.end();
    if (assigned || generation == 0) continue;
    journal::ClassLease revoked;
    revoked.class_number = number;
    down.leases.push_back(std::move(revoked));
  }
  return {};
}

Done add_leases(School& school, const bundle::Cursor& cursor, const std::vector<std::int64_t>& classes,
                bundle::DownBundle& down) {
  for (const std::int64_t number : classes) {
    TRY_ASSIGN(auto lease, find_class_lease(school, number));
    if (!lease || lease_generation(cursor, lease->class_number) == lease->generation) continue;
    down.leases.push_back(std::move(*lease));
  }
  return add_revocations(cursor, classes, down);
}

// All of them when the device has others: a badge that was lost is gone with the list that it stood in.
Done add_badges(School& school, const Device& device, const bundle::Cursor& cursor, bundle::DownBundle& down) {
  TRY_ASSIGN(std::vector<journal::BadgeSlot> slots, badges_of_device(school, device.number));
  if (journal::mark_of(slots) != cursor.badges) down.badges = std::move(slots);
  return {};
}

Result<std::vector<std::int64_t>> learners_of_device(School& school, std::int64_t device_number) {
  TRY_ASSIGN(Statement row,
             school.database().query("SELECT DISTINCT membership.learner FROM membership JOIN device_class "
                                     "ON device_class.class = membership.class JOIN state ON "
                                     "state.learner = membership.learner WHERE device_class.device = ?",
                                     device_number));
  std::vector<std::int64_t> learners;
  while (true) {
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return learners;
    learners.push_back(row.integer(0));
  }
}

// A device can open no base: it names what it was brought by the hash of the sealed bytes.
bool device_has(const bundle::Cursor& cursor, const SealedBase& base) {
  return std::find(cursor.bases.begin(), cursor.bases.end(), base.sealed_hash) != cursor.bases.end();
}

// The learners whose bases are added, in their order; whose the others are that it has, the cursor learns.
Result<std::vector<std::int64_t>> add_bases(School& school, const Device& device, DeviceCursor& cursor,
                                            bundle::DownBundle& down, std::size_t bytes_max) {
  TRY_ASSIGN(const std::vector<std::int64_t> learners, learners_of_device(school, device.number));
  std::vector<std::int64_t> added;
  std::size_t bytes = 0;
  for (const std::int64_t number : learners) {
    TRY_ASSIGN(const Learner learner, load_learner(school, number));
    TRY_ASSIGN(auto base, load_sealed_base(school, learner));
    if (!base) continue;
    if (device_has(cursor.cursor, *base)) {
      cursor.brought[number] = base->sealed_hash;
      continue;
    }
    bytes += base->sealed.size();
    // One longer base must not wait for ever.
    if (bytes > bytes_max && (bytes_max == 0 || !down.bases.empty())) break;  // the rest with the next exchange
    TRY_DONE(remember_issued_base(school, learner));
    down.bases.push_back({learner.id, std::move(base->sealed)});
    added.push_back(number);
  }
  return added;
}

// Versions that a later one in use has taken the place of, the latest first; a revoked one is not among them.
Result<std::vector<bundle::ReplacedPack>> replaced_packs(School& school) {
  TRY_ASSIGN(Statement row, school.database().query("SELECT replaced_pack.pack, replaced_pack.by FROM replaced_pack "
                                                    "JOIN pack AS earlier ON earlier.hash = replaced_pack.pack "
                                                    "JOIN pack AS later ON later.hash = replaced_pack.by "
                                                    "WHERE earlier.revoked = 2 AND later.revoked = 0 "
                                                    "ORDER BY earlier.added_ms DESC, earlier.hash LIMIT ?",
                                                    limits::cursor_entries_max));
  std::vector<bundle::ReplacedPack> replaced;
  while (true) {
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return replaced;
    bundle::ReplacedPack each;
    TRY_ASSIGN(each.pack, row.id<Hash>(0));
    TRY_ASSIGN(each.by, row.id<Hash>(1));
    replaced.push_back(each);
  }
}

// The device has every pack that it should, and none besides but earlier versions of them.
bool is_content(const bundle::Cursor& cursor, const std::vector<bundle::PackAssignment>& assigned,
                const std::vector<bundle::ReplacedPack>& replaced) {
  const auto has = [&](const bundle::PackAssignment& wanted) {
    return std::find(cursor.packs.begin(), cursor.packs.end(), wanted.pack) != cursor.packs.end();
  };
  const auto may_have = [&](const Hash& pack) {
    return std::any_of(assigned.begin(), assigned.end(), [&](const auto& each) { return each.pack == pack; }) ||
           std::any_of(replaced.begin(), replaced.end(), [&](const auto& each) { return each.pack == pack; });
  };
  return std::all_of(assigned.begin(), assigned.end(), has) &&
         std::all_of(cursor.packs.begin(), cursor.packs.end(), may_have);
}

Done add_packs(School& school, const bundle::Cursor& cursor, bundle::DownBundle& down) {
  TRY_ASSIGN(Statement row,
             school.database().query("SELECT hash, bytes FROM pack WHERE revoked = 0 ORDER BY added_ms, hash"));
  std::vector<bundle::PackAssignment> assigned;
  while (true) {
    TRY_ASSIGN(const bool found, row.step());
    if (!found) break;
    TRY_ASSIGN(const Hash hash, row.id<Hash>(0));
    assigned.push_back({hash, row.number(1)});
  }
  TRY_ASSIGN(std::vector<bundle::ReplacedPack> replaced, replaced_packs(school));
  if (is_content(cursor, assigned, replaced)) return {};
  down.packs = std::move(assigned);
  down.replaced_packs = std::move(replaced);
  TRY_ASSIGN(down.delivery_root, delivery_root(school));
  return {};
}

// A server that was restored counts its versions anew: then its rules are sent whatever the device has.
Done add_rules(School& school, const bundle::Cursor& cursor, bundle::DownBundle& down) {
  bundle::SchoolRules rules;
  TRY_ASSIGN(rules.version, school.rules_version());
  if (cursor.rules_version == rules.version && cursor.server_generation == school.generation()) return {};
  TRY_ASSIGN(rules.deletion_grace_ms, school.deletion_grace_ms());
  TRY_ASSIGN(rules.packs, school.pack_trust());
  down.rules = std::move(rules);
  return {};
}

// A device that does not name its parameters by hash cannot read calibrated ones, and one that does not say so none
// with experiments.
Done add_parameters(School& school, const bundle::Cursor& cursor, bundle::DownBundle& down, UnixMs now_ms) {
  if (!cursor.parameters) {
    const interpret::Parameters shipped = interpret::default_parameters();
    if (cursor.parameter_version != shipped.version) down.parameters = interpret::encode(shipped);
    return {};
  }
  TRY_ASSIGN(interpret::Parameters parameters, parameters_for_devices(school, now_ms));
  if (cursor.parameter_format < bundle::experiments_parameter_format) parameters.experiments.clear();
  if (*cursor.parameters == interpret::hash_of(parameters)) return {};
  down.parameters = interpret::encode(parameters);
  return remember_given(school, parameters, now_ms);
}

// Of an epoch that is closed and whose key is lost, all that is not stored is named as missing, up to the end that the
// next header tells: a device sets such pieces aside in the end, instead of sending them for ever before all others.
void name_unreadable(const KnownEpochs& epochs, const KnownEpoch& epoch, journal::EpochAcknowledgement& entry) {
  const auto next = epochs.find(epoch.epoch + 1);
  if (next == epochs.end() || next->second.previous_last_sequence <= epoch.stored.highest()) return;
  const std::uint64_t end = next->second.previous_last_sequence;
  entry.missing.push_back({epoch.stored.highest() + 1, end});
  entry.highest_seen = end + 1;
}

}  // namespace

Result<journal::Acknowledgement> acknowledgement_for(School& school, const Device& device, const Arrivals& arrivals,
                                                     UnixMs now_ms) {
  TRY_ASSIGN(const auto backup, school.setting(backup_setting));
  const bool mirrored = backup && *backup == "mirrored";
  journal::Acknowledgement acknowledgement;
  acknowledgement.device = *device.id;
  acknowledgement.generation = school.generation();
  acknowledgement.signed_time_ms = now_ms;
  for (const auto& [number, epoch] : arrivals.epochs) {
    if (!arrivals.cloned.empty() && number >= *arrivals.cloned.begin()) break;
    const bool has_gap = epoch.stored.highest() > epoch.stored.through();
    if (!has_gap && !arrivals.touched.contains(number)) continue;
    journal::EpochAcknowledgement entry;
    entry.epoch = number;
    entry.stored_through = epoch.stored.through();
    entry.highest_seen = epoch.stored.highest();
    // Of what is stored: the gaps are named, so that the device keeps what belongs there and no more.
    entry.backed_up_through = mirrored ? entry.highest_seen : 0;
    entry.missing = epoch.stored.gaps();
    if (arrivals.unreadable.contains(number)) name_unreadable(arrivals.epochs, epoch, entry);
    acknowledgement.epochs.push_back(std::move(entry));
  }
  return acknowledgement;
}

Done add_what_waits(School& school, const Device& device, std::optional<DeviceCursor> cursor, bundle::DownBundle& down,
                    UnixMs now_ms, std::size_t bases_bytes_max) {
  down.wants_cursor = !cursor.has_value();
  if (!cursor) return {};
  TRY_ASSIGN(const std::vector<std::int64_t> classes, classes_of_device(school, device.number));
  TRY_DONE(add_leases(school, cursor->cursor, classes, down));
  TRY_DONE(add_badges(school, device, cursor->cursor, down));
  const std::size_t bases_max = std::min(bases_bytes_max, limits::down_bases_bytes_max);
  TRY_ASSIGN(const std::vector<std::int64_t> brought, add_bases(school, device, *cursor, down, bases_max));
  TRY_DONE(add_rules(school, cursor->cursor, down));
  TRY_DONE(add_packs(school, cursor->cursor, down));
  TRY_DONE(add_parameters(school, cursor->cursor, down, now_ms));
  return expect_cursor(school, device, *cursor, brought, down);
}

}  // namespace hornbook::server

#include "sync/client/inbox.hpp"

#include <algorithm>

#include "runtime/interpret/parameters.hpp"
#include "runtime/journal/told_ingest_key.hpp"
#include "sync/bundle/bundle.hpp"
#include "sync/client/delivery_trust.hpp"
#include "sync/client/settings.hpp"

namespace hornbook::device {
namespace {

// Everything that can be wrong with a bundle is found here, before anything changes.
Result<bundle::DownBundle> check(const DeviceFolder& folder, ByteView bytes) {
  const VerifyKey& school = folder.identity.school.signing;
  TRY_ASSIGN(bundle::DownBundle down, bundle::decode_down(bytes, folder.identity.key, school));
  if (!journal::signed_by(down.acknowledgement, school) || down.acknowledgement.device != folder.identity.id())
    return fail(ErrorCode::NotAllowed, "acknowledgement", "it is not this school's for this device; sync again");
  if (down.accepted && down.accepted->device != folder.identity.id())
    return fail(ErrorCode::NotAllowed, "enrolment", "the school accepted another device; enrol again");
  if (down.parameters) {
    TRY_ASSIGN([[maybe_unused]] const auto readable, interpret::decode_parameters(*down.parameters));
  }
  return down;
}

Done accept(DeviceFolder& folder) {
  if (folder.identity.accepted) return {};
  folder.identity.accepted = true;
  wipe(folder.identity.enrolment_token);
  folder.identity.enrolment_token.clear();
  return journal::save(folder.identity, folder.path);
}

// What is written last says that the rest is done, so that a power cut between is made good by the next bundle.
Done adopt(DeviceFolder& folder, const bundle::SchoolRules& rules, std::uint64_t generation) {
  TRY_ASSIGN(const KnownRules known, known_rules(folder.store));
  const KnownRules offered{generation, rules.version};
  if (offered <= known) return {};  // an older bundle, from a stick that lay about
  folder.identity.school.packs = rules.packs;
  TRY_DONE(journal::save(folder.identity, folder.path));
  ByteWriter grace;
  grace.u64(rules.deletion_grace_ms);
  TRY_DONE(folder.store.put_setting(journal::deletion_grace_setting, grace.view()));
  return remember_rules(folder.store, offered);
}

Done take_ingest_key(DeviceFolder& folder, const bundle::IngestKeyTold& told, std::uint64_t generation) {
  TRY_ASSIGN(const bool is_later, journal::keep_told_ingest_key({generation, told.number, told.key}, folder.path));
  if (is_later) folder.identity.school.ingest = told.key;
  return {};
}

GivenAt given_at(const journal::Acknowledgement& signed_with) {
  return {signed_with.generation, static_cast<std::uint64_t>(std::max<UnixMs>(signed_with.signed_time_ms, 0))};
}

// An older bundle, from a stick that lay about, must not begin an experiment again that was stopped, nor bring back a
// learner who was withdrawn from it.
Done take_parameters(DeviceFolder& folder, ByteView parameters, const journal::Acknowledgement& signed_with) {
  TRY_ASSIGN(const GivenAt known, parameters_given(folder.store));
  const GivenAt offered = given_at(signed_with);
  if (offered < known) return {};
  return take_parameters(folder.store, parameters, offered);
}

// An older bundle must bring back neither a pack that was withdrawn nor a version that was replaced. When the journal
// goes by this very time, the school's clock was put right: runtime/journal/store.hpp.
Done take_packs(DeviceFolder& folder, const bundle::DownBundle& down) {
  TRY_ASSIGN(const GivenAt known, packs_given(folder.store));
  const GivenAt offered = given_at(down.acknowledgement);
  TRY_ASSIGN(const journal::JournalStatus status, folder.store.status());
  const bool is_latest =
      offered.generation >= known.generation && status.last_contact_ms == down.acknowledgement.signed_time_ms;
  if (offered < known && !is_latest) return {};
  if (down.delivery_root) TRY_DONE(trust_delivery_root(folder.path, *down.delivery_root));
  return remember_assigned(folder.store, *down.packs, down.replaced_packs, offered);
}

}  // namespace

Done take_in(DeviceFolder& folder, ByteView bytes) {
  TRY_ASSIGN(const bundle::DownBundle down, check(folder, bytes));
  if (down.ingest_key) TRY_DONE(take_ingest_key(folder, *down.ingest_key, down.acknowledgement.generation));
  if (down.accepted) TRY_DONE(accept(folder));
  if (down.rules) TRY_DONE(adopt(folder, *down.rules, down.acknowledgement.generation));
  TRY_DONE(folder.store.apply(down.acknowledgement, folder.identity.school.signing));
  TRY_DONE(folder.store.mark_seen(down.seen));
  for (const journal::ClassLease& lease : down.leases) TRY_DONE(folder.store.put_lease(lease));
  if (down.badges) TRY_DONE(take_badges(folder.store, *down.badges, given_at(down.acknowledgement)));
  if (down.parameters) TRY_DONE(take_parameters(folder, *down.parameters, down.acknowledgement));
  // An older bundle, from a stick or a relay, must not put an older base or list of packs in the place of a newer one.
  TRY_ASSIGN(const journal::JournalStatus latest, folder.store.status());
  if (down.acknowledgement.generation < latest.server_generation ||
      down.acknowledgement.signed_time_ms < latest.last_contact_ms)
    return {};
  for (const bundle::BaseDelivery& base : down.bases) TRY_DONE(folder.store.park_base(base.learner, base.sealed));
  if (down.packs) TRY_DONE(take_packs(folder, down));
  if (down.wants_cursor) TRY_DONE(forget_expected(folder.store));
  if (down.expected_cursor) TRY_DONE(remember_expected(folder.store, *down.expected_cursor));
  return {};
}

}  // namespace hornbook::device

#include "sync/client/inbox.hpp"

#include <algorithm>

#include "runtime/interpret/parameters.hpp"
#include "sync/bundle/bundle.hpp"
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

// An older bundle, from a stick that lay about, must not begin an experiment again that was stopped, nor bring back a
// learner who was withdrawn from it.
Done take_parameters(DeviceFolder& folder, ByteView parameters, const journal::Acknowledgement& signed_with) {
  TRY_ASSIGN(const ParametersGiven known, parameters_given(folder.store));
  const auto signed_ms = static_cast<std::uint64_t>(std::max<UnixMs>(signed_with.signed_time_ms, 0));
  const ParametersGiven offered{signed_with.generation, signed_ms};
  if (offered < known) return {};
  return take_parameters(folder.store, parameters, offered);
}

}  // namespace

Done take_in(DeviceFolder& folder, ByteView bytes) {
  TRY_ASSIGN(const bundle::DownBundle down, check(folder, bytes));
  if (down.accepted) TRY_DONE(accept(folder));
  if (down.rules) TRY_DONE(adopt(folder, *down.rules, down.acknowledgement.generation));
  TRY_DONE(folder.store.apply(down.acknowledgement, folder.identity.school.signing));
  for (const journal::ClassLease& lease : down.leases) TRY_DONE(folder.store.put_lease(lease));
  if (down.parameters) TRY_DONE(take_parameters(folder, *down.parameters, down.acknowledgement));
  // An older bundle, from a stick or a relay, must not put an older base or list of packs in the place of a newer one.
  TRY_ASSIGN(const journal::JournalStatus latest, folder.store.status());
  if (down.acknowledgement.generation < latest.server_generation ||
      down.acknowledgement.signed_time_ms < latest.last_contact_ms)
    return {};
  for (const bundle::BaseDelivery& base : down.bases) TRY_DONE(folder.store.park_base(base.learner, base.sealed));
  if (down.packs) TRY_DONE(remember_assigned(folder.store, *down.packs));
  return {};
}

}  // namespace hornbook::device

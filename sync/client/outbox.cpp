#include "sync/client/outbox.hpp"

#include <algorithm>

#include "runtime/interpret/parameters.hpp"
#include "sync/bundle/cursor.hpp"
#include "sync/client/settings.hpp"

namespace hornbook::device {
namespace {

Result<bundle::Cursor> cursor_of(const DeviceFolder& folder) {
  bundle::Cursor cursor;
  TRY_ASSIGN(const journal::JournalStatus status, folder.store.status());
  cursor.server_generation = status.server_generation;
  TRY_ASSIGN(cursor.packs, folder.packs.list());
  TRY_ASSIGN(const std::vector<journal::ClassLease> leases, folder.store.leases());
  for (const auto& lease : leases) cursor.leases.emplace_back(lease.class_number, lease.generation);
  TRY_ASSIGN(cursor.bases, folder.store.brought_bases());
  TRY_ASSIGN(cursor.badges, folder.store.badges_mark());
  TRY_ASSIGN(const KnownRules rules, known_rules(folder.store));
  cursor.rules_version = rules.version;
  TRY_ASSIGN(const auto parameters, folder.store.setting(parameters_setting));
  cursor.parameters = interpret::hash_of(interpret::default_parameters());
  cursor.parameter_format = bundle::experiments_parameter_format;
  if (parameters) {
    TRY_ASSIGN(const interpret::Parameters known, interpret::decode_parameters(*parameters));
    cursor.parameter_version = known.version;
    cursor.parameters = interpret::hash_of(known);
  }
  return cursor;
}

}  // namespace

Result<Outbox> collect(const DeviceFolder& folder, const Collecting& wanted) {
  const auto event_bytes_max = std::min<std::uint64_t>(wanted.event_bytes_max, limits::exchange_event_bytes_max);
  TRY_ASSIGN(journal::Outgoing outgoing, folder.store.outgoing(event_bytes_max, wanted.from));
  const journal::DeviceIdentity& identity = folder.identity;
  bundle::UpBundle up;
  up.device = identity.id();
  if (!identity.accepted)
    up.enrolment = bundle::EnrolmentRequest{identity.key.verify_key(), identity.enrolment_token, identity.device_name,
                                            identity.profile};
  TRY_ASSIGN(up.cursor, cursor_of(folder));
  TRY_ASSIGN(const auto expected, expected_cursor(folder.store));
  if (expected == bundle::name_of(up.cursor)) up.cursor_name = expected;
  up.headers = std::move(outgoing.headers);
  up.segments = std::move(outgoing.segments);
  up.rows = std::move(outgoing.rows);
  up.reply_box = wanted.reply_box;
  Outbox outbox;
  outbox.more = outgoing.more;
  outbox.names_cursor = up.cursor_name.has_value();
  outbox.next = outgoing.next;
  TRY_ASSIGN(outbox.bundle, bundle::encode(up, identity.key, identity.school.ingest));
  return outbox;
}

}  // namespace hornbook::device

#include <algorithm>

#include "runtime/journal/station_lock.hpp"
#include "runtime/journal/store_tables.hpp"

namespace hornbook::journal {
namespace {

struct Applying {
  Database& database;
  const Acknowledgement& acknowledgement;
  std::uint64_t grace_ms = 0;
  std::uint64_t running_epoch = 0;  // 0: no station runs
  std::uint64_t newly_stored = 0;   // events
};

bool is_stored(const EpochAcknowledgement& level, std::uint64_t first, std::uint64_t last) {
  if (last > std::max(level.highest_seen, level.stored_through)) return false;
  return std::none_of(level.missing.begin(), level.missing.end(),
                      [&](const SequenceRange& gap) { return gap.first <= last && first <= gap.last; });
}

Done mark_segments(Applying& applying, const EpochAcknowledgement& level) {
  TRY_ASSIGN(Statement query, applying.database.prepare("SELECT number, first_sequence, last_sequence, events, counted "
                                                        "FROM segments WHERE epoch=? AND stored=0"));
  TRY_ASSIGN(Statement mark,
             applying.database.prepare("UPDATE segments SET stored=1, counted=1 WHERE epoch=? AND number=?"));
  std::vector<std::uint64_t> stored;
  query.bind(1, level.epoch);
  for (;;) {
    TRY_ASSIGN(const bool found, query.step());
    if (!found) break;
    if (!is_stored(level, query.number(1), query.number(2))) continue;
    stored.push_back(query.number(0));
    if (query.number(4) == 0) applying.newly_stored += query.number(3);
  }
  for (const std::uint64_t number : stored) TRY_DONE(mark.bind(1, level.epoch).bind(2, number).run());
  return {};
}

Done mark_rows(Applying& applying, const EpochAcknowledgement& level, std::uint64_t last_row) {
  TRY_ASSIGN(Statement query, applying.database.prepare("SELECT sequence, skipped, counted FROM rows "
                                                        "WHERE epoch=? AND sequence<=? AND stored=0"));
  TRY_ASSIGN(Statement mark,
             applying.database.prepare("UPDATE rows SET stored=1, counted=1 WHERE epoch=? AND sequence=?"));
  std::vector<std::uint64_t> stored;
  query.bind(1, level.epoch).bind(2, last_row);
  for (;;) {
    TRY_ASSIGN(const bool found, query.step());
    if (!found) break;
    if (!is_stored(level, query.number(0), query.number(0))) continue;
    stored.push_back(query.number(0));
    if (query.number(1) == 0 && query.number(2) == 0) applying.newly_stored += 1;
  }
  for (const std::uint64_t sequence : stored) TRY_DONE(mark.bind(1, level.epoch).bind(2, sequence).run());
  return {};
}

// How far may be deleted: what is backed up, or what was already stored at a signed time longer ago than the grace
// time.
Result<std::uint64_t> deletable_through(Applying& applying, const EpochAcknowledgement& level) {
  if (applying.grace_ms == 0) return level.backed_up_through;
  TRY_ASSIGN(Statement query,
             applying.database.prepare("SELECT grace_through, grace_since_ms FROM epochs WHERE epoch=?"));
  TRY_ASSIGN(const bool found, query.bind(1, level.epoch).step());
  if (!found) return 0;
  const std::uint64_t through = query.number(0);
  const std::uint64_t since = query.number(1);
  const auto signed_time = static_cast<std::uint64_t>(std::max<UnixMs>(applying.acknowledgement.signed_time_ms, 0));
  const bool is_waiting = through > 0 && signed_time < since + applying.grace_ms;
  if (is_waiting) return level.backed_up_through;
  TRY_ASSIGN(Statement restart,
             applying.database.prepare("UPDATE epochs SET grace_through=?, grace_since_ms=? WHERE epoch=?"));
  TRY_DONE(restart.bind(1, level.stored_through).bind(2, signed_time).bind(3, level.epoch).run());
  return std::max(level.backed_up_through, through);
}

// The chain's anchor moves to the last row that goes, so that what stays can still be checked.
Done drop_rows(Applying& applying, std::uint64_t epoch, std::uint64_t through) {
  TRY_ASSIGN(
      Statement anchor,
      applying.database.prepare(
          "UPDATE epochs SET anchor_sequence=r.sequence, anchor_chain=r.chain FROM "
          "(SELECT sequence, chain FROM rows WHERE epoch=?1 AND stored=1 AND sequence<=?2 ORDER BY sequence DESC "
          "LIMIT 1) AS r WHERE epoch=?1 AND r.sequence>anchor_sequence"));
  TRY_DONE(anchor.bind(1, epoch).bind(2, through).run());
  TRY_ASSIGN(Statement drop, applying.database.prepare("DELETE FROM rows WHERE epoch=? AND stored=1 AND sequence<=?"));
  return drop.bind(1, epoch).bind(2, through).run();
}

Done apply_level(Applying& applying, const EpochAcknowledgement& level) {
  TRY_ASSIGN(Statement query, applying.database.prepare("SELECT anchor_sequence FROM epochs WHERE epoch=?"));
  TRY_ASSIGN(const bool is_here, query.bind(1, level.epoch).step());
  if (!is_here) return {};
  TRY_ASSIGN(Statement known, applying.database.prepare("UPDATE epochs SET known=1 WHERE epoch=?"));
  TRY_DONE(known.bind(1, level.epoch).run());
  // Open rows of a running station are its own: whatever an acknowledgement says, it still has to seal them.
  const std::uint64_t last_row = level.epoch == applying.running_epoch ? query.number(0) : INT64_MAX;
  TRY_DONE(mark_segments(applying, level));
  TRY_DONE(mark_rows(applying, level, last_row));
  TRY_ASSIGN(const std::uint64_t through, deletable_through(applying, level));
  TRY_ASSIGN(Statement drop,
             applying.database.prepare("DELETE FROM segments WHERE epoch=? AND stored=1 AND last_sequence<=?"));
  TRY_DONE(drop.bind(1, level.epoch).bind(2, through).run());
  return drop_rows(applying, level.epoch, std::min(through, last_row));
}

// A header goes when nothing of its epoch is left and the school has backed up something of a later one. The newest
// stays: the next header names it.
Done drop_empty_epochs(Applying& applying) {
  std::uint64_t latest_backed_up = 0;
  for (const EpochAcknowledgement& level : applying.acknowledgement.epochs) {
    if (level.backed_up_through > 0) latest_backed_up = std::max(latest_backed_up, level.epoch);
  }
  TRY_ASSIGN(Statement drop,
             applying.database.prepare(
                 "DELETE FROM epochs WHERE known=1 AND epoch<?1 AND epoch<(SELECT max(epoch) FROM epochs) "
                 "AND NOT EXISTS(SELECT 1 FROM rows WHERE rows.epoch=epochs.epoch) "
                 "AND NOT EXISTS(SELECT 1 FROM segments WHERE segments.epoch=epochs.epoch)"));
  return drop.bind(1, latest_backed_up).run();
}

// A restored server has lost what came after its backup: all that is still here counts as unsent again.
Done forget_what_was_stored(Database& database) {
  return database.run(
      "UPDATE rows SET stored=0; UPDATE segments SET stored=0;"
      "UPDATE epochs SET known=0, grace_through=0, grace_since_ms=0");
}

Result<std::uint64_t> grace_time_ms(const Store& store) {
  TRY_ASSIGN(const auto value, store.setting(deletion_grace_setting));
  if (!value) return 0;
  ByteReader reader(*value);
  TRY_ASSIGN(const std::uint64_t grace_ms, reader.u64());
  // Beyond what a signed time can reach, it would wrap around to an instant.
  return std::min<std::uint64_t>(grace_ms, INT64_MAX);
}

Done check_addressee(const Database& database, const Acknowledgement& acknowledgement) {
  TRY_ASSIGN(Statement query, database.prepare("SELECT header FROM epochs ORDER BY epoch DESC LIMIT 1"));
  TRY_ASSIGN(const bool found, query.step());
  if (!found) return {};
  TRY_ASSIGN(const EpochHeader newest, decode_epoch_header(query.blob(0)));
  if (newest.device == acknowledgement.device) return {};
  return fail(ErrorCode::NotAllowed, "acknowledgement", "it is for another device");
}

Done remember_contact(Applying& applying) {
  Database& database = applying.database;
  TRY_DONE(write_fact(database, fact::server_generation, applying.acknowledgement.generation));
  TRY_ASSIGN(const std::uint64_t before, read_fact(database, fact::last_contact_ms));
  const auto signed_time = static_cast<std::uint64_t>(std::max<UnixMs>(applying.acknowledgement.signed_time_ms, 0));
  TRY_DONE(write_fact(database, fact::last_contact_ms, std::max(before, signed_time)));
  TRY_ASSIGN(const std::uint64_t acknowledged, read_fact(database, fact::events_acknowledged));
  return write_fact(database, fact::events_acknowledged, acknowledged + applying.newly_stored);
}

}  // namespace

Done Store::apply(const Acknowledgement& acknowledgement, const VerifyKey& school) {
  if (!signed_by(acknowledgement, school)) {
    return fail(ErrorCode::NotAllowed, "acknowledgement", "it is not signed by this device's school");
  }
  Database& database = connection_->database;
  TRY_ASSIGN(const std::uint64_t grace_ms, grace_time_ms(*this));
  TRY_ASSIGN(Transaction transaction, Transaction::begin(database));
  TRY_DONE(check_addressee(database, acknowledgement));
  TRY_ASSIGN(const std::uint64_t generation, read_fact(database, fact::server_generation));
  // From before a restore: what it calls stored may be lost by now.
  if (acknowledgement.generation < generation) return {};
  if (acknowledgement.generation > generation) TRY_DONE(forget_what_was_stored(database));
  Applying applying{database, acknowledgement, grace_ms};
  if (StationLock::is_held(connection_->data_directory)) {
    TRY_ASSIGN(applying.running_epoch, database.number("SELECT max(epoch) FROM epochs"));
  }
  for (const EpochAcknowledgement& level : acknowledgement.epochs) TRY_DONE(apply_level(applying, level));
  TRY_DONE(drop_empty_epochs(applying));
  TRY_DONE(remember_contact(applying));
  return transaction.commit();
}

}  // namespace hornbook::journal

#include <algorithm>
#include <map>
#include <string>

#include "runtime/journal/station_lock.hpp"
#include "runtime/journal/store_tables.hpp"

namespace hornbook::journal {
namespace {

struct Applying {
  Database& database;
  const Acknowledgement& acknowledgement;
  std::uint64_t grace_ms = 0;
  std::uint64_t signed_time_ms = 0;
  bool is_news = false;                      // not a repeated or older one: what it names as missing was sent once more
  std::uint64_t running_epoch = 0;           // 0: no station runs
  std::uint64_t running_closed_through = 0;  // of that epoch: its open rows are the station's, which still seals them
  std::uint64_t newly_stored = 0;            // events
};

// How far the school has seen the end of what was sent in order: what it names as missing above was perhaps never sent,
// for urgent events go first.
Result<std::uint64_t> seen_in_order(const Database& database, const EpochAcknowledgement& level) {
  TRY_ASSIGN(const std::set<std::uint64_t> urgent, urgent_sequences(database, level.epoch));
  std::uint64_t last = std::max(level.highest_seen, level.stored_through);
  auto gap = level.missing.rbegin();
  for (;;) {
    while (gap != level.missing.rend() && gap->first > last) ++gap;
    if (gap != level.missing.rend() && last <= gap->last)
      last = gap->first - 1;
    else if (last > 0 && urgent.contains(last))
      --last;
    else
      return last;
  }
}

// Rows or segments: what sets them apart in SQL.
struct Pieces {
  // Gives name within the epoch, first and last sequence, events, counted; takes epoch and greatest sequence.
  const char* unstored;
  const char* mark;    // takes time, epoch, name
  const char* refuse;  // takes epoch, name
};
constexpr Pieces segment_pieces{
    "SELECT number, first_sequence, last_sequence, events, counted FROM segments "
    "WHERE epoch=? AND last_sequence<=? AND stored=0",
    "UPDATE segments SET stored=1, counted=1, stored_since_ms=? WHERE epoch=? AND number=?",
    "UPDATE segments SET refusals=refusals+1 WHERE epoch=? AND number=?"};
constexpr Pieces row_pieces{
    "SELECT sequence, sequence, sequence, 1-skipped, counted FROM rows WHERE epoch=? AND sequence<=? AND stored=0",
    "UPDATE rows SET stored=1, counted=1, stored_since_ms=? WHERE epoch=? AND sequence=?",
    "UPDATE rows SET refusals=refusals+1 WHERE epoch=? AND sequence=?"};

bool touches_a_gap(const EpochAcknowledgement& level, std::uint64_t first, std::uint64_t last) {
  return std::any_of(level.missing.begin(), level.missing.end(),
                     [&](const SequenceRange& gap) { return gap.first <= last && first <= gap.last; });
}

// What the school has seen the end of is either stored there or, in a gap, could not be opened.
Done mark_pieces(Applying& applying, const EpochAcknowledgement& level, const Pieces& pieces, std::uint64_t last) {
  std::vector<std::uint64_t> stored;
  std::vector<std::uint64_t> refused;
  TRY_ASSIGN(const std::uint64_t sent_through, seen_in_order(applying.database, level));
  TRY_ASSIGN(Statement query, applying.database.prepare(pieces.unstored));
  query.bind(1, level.epoch).bind(2, std::min(last, std::max(level.highest_seen, level.stored_through)));
  for (;;) {
    TRY_ASSIGN(const bool found, query.step());
    if (!found) break;
    const bool is_missing = touches_a_gap(level, query.number(1), query.number(2));
    if (!is_missing) stored.push_back(query.number(0));
    if (is_missing && query.number(2) <= sent_through) refused.push_back(query.number(0));
    if (!is_missing && query.number(4) == 0) applying.newly_stored += query.number(3);
  }
  TRY_ASSIGN(Statement mark, applying.database.prepare(pieces.mark));
  for (const std::uint64_t name : stored)
    TRY_DONE(mark.bind(1, applying.signed_time_ms).bind(2, level.epoch).bind(3, name).run());
  if (!applying.is_news) return {};
  TRY_ASSIGN(Statement refuse, applying.database.prepare(pieces.refuse));
  for (const std::uint64_t name : refused) TRY_DONE(refuse.bind(1, level.epoch).bind(2, name).run());
  return {};
}

std::uint64_t last_closed_row(const Applying& applying, std::uint64_t epoch) {
  return epoch == applying.running_epoch ? applying.running_closed_through : INT64_MAX;
}

Done find_running_epoch(Applying& applying) {
  TRY_ASSIGN(Statement query,
             applying.database.prepare("SELECT epoch, anchor_sequence FROM epochs ORDER BY epoch DESC LIMIT 1"));
  TRY_ASSIGN(const bool found, query.step());
  if (!found) return {};
  applying.running_epoch = query.number(0);
  applying.running_closed_through = query.number(1);
  return {};
}

Done apply_level(Applying& applying, const EpochAcknowledgement& level) {
  TRY_ASSIGN(Statement known,
             applying.database.prepare("UPDATE epochs SET known=1, known_since_ms=? WHERE epoch=? AND known=0"));
  TRY_DONE(known.bind(1, applying.signed_time_ms).bind(2, level.epoch).run());
  TRY_DONE(mark_pieces(applying, level, segment_pieces, INT64_MAX));
  return mark_pieces(applying, level, row_pieces, last_closed_row(applying, level.epoch));
}

// Goes: what is stored and, of `epoch`, lies within `backed_up_through`, or was stored a grace time ago. The chain's
// anchor moves to the last row that goes, so that what stays can still be checked.
Done drop_pieces(Applying& applying, std::uint64_t epoch, std::uint64_t backed_up_through) {
  const auto prepare = [&](const std::string& statement) -> Result<Statement> {
    TRY_ASSIGN(Statement prepared, applying.database.prepare(statement));
    prepared.bind(1, epoch).bind(2, backed_up_through).bind(3, applying.grace_ms).bind(4, applying.signed_time_ms);
    return prepared;
  };
  const std::uint64_t last_row = last_closed_row(applying, epoch);
  const std::string is_old = "(?3>0 AND ?4-stored_since_ms>=?3)";
  const std::string rows_to_go = "epoch=?1 AND stored=1 AND sequence<=?5 AND (sequence<=?2 OR " + is_old + ")";
  TRY_ASSIGN(Statement drop_segments,
             prepare("DELETE FROM segments WHERE epoch=?1 AND stored=1 AND (last_sequence<=?2 OR " + is_old + ")"));
  TRY_DONE(drop_segments.run());
  TRY_ASSIGN(
      Statement move_anchor,
      prepare("UPDATE epochs SET anchor_sequence=r.sequence, anchor_chain=r.chain FROM "
              "(SELECT sequence, chain FROM rows WHERE " +
              rows_to_go + " ORDER BY sequence DESC LIMIT 1) AS r WHERE epoch=?1 AND r.sequence>anchor_sequence"));
  TRY_DONE(move_anchor.bind(5, last_row).run());
  TRY_ASSIGN(Statement drop_rows, prepare("DELETE FROM rows WHERE " + rows_to_go));
  return drop_rows.bind(5, last_row).run();
}

// Of every epoch here, also of those that this acknowledgement has nothing new to say of: grace times run out.
Done drop_all_pieces(Applying& applying) {
  std::map<std::uint64_t, std::uint64_t> backed_up;
  for (const EpochAcknowledgement& level : applying.acknowledgement.epochs)
    backed_up.emplace(level.epoch, level.backed_up_through);
  std::vector<std::uint64_t> epochs;
  TRY_ASSIGN(Statement query, applying.database.prepare("SELECT epoch FROM epochs"));
  for (;;) {
    TRY_ASSIGN(const bool found, query.step());
    if (!found) break;
    epochs.push_back(query.number(0));
  }
  for (const std::uint64_t epoch : epochs) {
    const auto level = backed_up.find(epoch);
    TRY_DONE(drop_pieces(applying, epoch, level == backed_up.end() ? 0 : level->second));
  }
  return {};
}

// A header goes when nothing of its epoch is left, and something of a later one is backed up or the school has had it
// for a grace time. The newest stays: the next header names it.
Done drop_empty_epochs(Applying& applying) {
  std::uint64_t latest_backed_up = 0;
  for (const EpochAcknowledgement& level : applying.acknowledgement.epochs) {
    if (level.backed_up_through > 0) latest_backed_up = std::max(latest_backed_up, level.epoch);
  }
  TRY_ASSIGN(Statement drop, applying.database.prepare(
                                 "DELETE FROM epochs WHERE known=1 AND (epoch<?1 OR (?2>0 AND ?3-known_since_ms>=?2)) "
                                 "AND epoch<(SELECT max(epoch) FROM epochs) "
                                 "AND NOT EXISTS(SELECT 1 FROM rows WHERE rows.epoch=epochs.epoch) "
                                 "AND NOT EXISTS(SELECT 1 FROM segments WHERE segments.epoch=epochs.epoch)"));
  TRY_DONE(drop.bind(1, latest_backed_up).bind(2, applying.grace_ms).bind(3, applying.signed_time_ms).run());
  return applying.database.run(
      "DELETE FROM header_copies WHERE epoch NOT IN (SELECT epoch FROM epochs);"
      "DELETE FROM urgent WHERE epoch NOT IN (SELECT epoch FROM epochs)");
}

// A restored server has lost what came after its backup: all that is still here counts as unsent again.
Done forget_what_was_stored(Database& database) {
  return database.run(
      "UPDATE rows SET stored=0, refusals=0; UPDATE segments SET stored=0, refusals=0; UPDATE epochs SET known=0");
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
  // What speaks of events for the first time was signed after they were written: a time below the latest is then the
  // school's clock put right, not an old acknowledgement.
  if (applying.is_news || applying.newly_stored > 0)
    TRY_DONE(write_fact(database, fact::last_contact_ms, applying.signed_time_ms));
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
  applying.signed_time_ms = static_cast<std::uint64_t>(std::max<UnixMs>(acknowledgement.signed_time_ms, 0));
  TRY_ASSIGN(const std::uint64_t contact, read_fact(database, fact::last_contact_ms));
  applying.is_news = applying.signed_time_ms > contact;
  if (StationLock::is_held(connection_->data_directory)) TRY_DONE(find_running_epoch(applying));
  for (const EpochAcknowledgement& level : acknowledgement.epochs) TRY_DONE(apply_level(applying, level));
  TRY_DONE(drop_all_pieces(applying));
  TRY_DONE(drop_empty_epochs(applying));
  TRY_DONE(remember_contact(applying));
  return transaction.commit();
}

}  // namespace hornbook::journal

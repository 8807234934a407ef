// Events that go before older ones: which they are, and what became of them. The table names nobody.
#include "runtime/journal/store_tables.hpp"

namespace hornbook::journal {

Result<std::set<std::uint64_t>> urgent_sequences(const Database& database, std::uint64_t epoch) {
  TRY_ASSIGN(Statement query, database.prepare("SELECT sequence FROM urgent WHERE epoch=?"));
  query.bind(1, epoch);
  std::set<std::uint64_t> sequences;
  for (;;) {
    TRY_ASSIGN(const bool found, query.step());
    if (!found) return sequences;
    sequences.insert(query.number(0));
  }
}

Result<UrgentStanding> Store::standing_of(const UrgentPlace& place) const {
  const Database& database = connection_->database;
  TRY_ASSIGN(Statement query,
             database.prepare("SELECT seen, EXISTS(SELECT 1 FROM rows WHERE rows.epoch=?1 AND rows.sequence=?2 AND "
                              "stored=0) OR EXISTS(SELECT 1 FROM segments WHERE segments.epoch=?1 AND ?2 BETWEEN "
                              "first_sequence AND last_sequence AND stored=0) FROM urgent WHERE epoch=?1 AND "
                              "sequence=?2"));
  TRY_ASSIGN(const bool found, query.bind(1, place.epoch).bind(2, place.sequence).step());
  if (!found) return UrgentStanding::Unknown;
  if (query.number(0) != 0) return UrgentStanding::Seen;
  return query.number(1) != 0 ? UrgentStanding::Waits : UrgentStanding::Arrived;
}

Done Store::mark_seen(const std::vector<UrgentPlace>& places) {
  if (places.empty()) return {};
  TRY_ASSIGN(Transaction transaction, Transaction::begin(connection_->database));
  TRY_ASSIGN(Statement mark,
             connection_->database.prepare("UPDATE urgent SET seen=1 WHERE epoch=? AND sequence=? AND seen=0"));
  for (const UrgentPlace& place : places) TRY_DONE(mark.bind(1, place.epoch).bind(2, place.sequence).run());
  return transaction.commit();
}

}  // namespace hornbook::journal

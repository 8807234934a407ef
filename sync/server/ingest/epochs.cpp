#include "sync/server/ingest/epochs.hpp"

namespace hornbook::server {
namespace {

Result<bool> exists(Result<Statement> query) {
  if (!query) return tl::unexpected(query.error());
  return query->step();
}

// One card writes one chain of headers. Another header of the same number or with the same predecessor, a neighbour
// that does not fit, or a descendant of a refused header comes from a second copy of the card.
Result<bool> leaves_the_chain(Database& database, const Device& device, const journal::EpochHeader& header,
                              const Hash& own_hash) {
  return exists(
      database.query("SELECT 1 FROM epoch WHERE device = ?1 AND (epoch = ?2 OR previous_header = ?3 "
                     "OR (epoch = ?2 - 1 AND header_hash <> ?3) OR (epoch = ?2 + 1 AND previous_header <> ?4)) "
                     "UNION SELECT 1 FROM refused_header WHERE device = ?1 AND header_hash = ?3",
                     device.number, header.epoch, header.previous_header, own_hash));
}

}  // namespace

Result<KnownEpochs> load_epochs(School& school, std::int64_t device_number) {
  TRY_ASSIGN(
      Statement row,
      school.database().query(
          "SELECT epoch, previous_last_sequence, stored, placed_through, "
          "waited_bundles, chain_through, coalesce(chain, header_hash) FROM epoch WHERE device = ? ORDER BY epoch",
          device_number));
  KnownEpochs epochs;
  while (true) {
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return epochs;
    KnownEpoch epoch;
    epoch.epoch = row.number(0);
    epoch.previous_last_sequence = row.number(1);
    TRY_ASSIGN(epoch.stored, SequenceRanges::decode(row.blob(2)));
    epoch.placed_through = row.number(3);
    epoch.waited_bundles = row.number(4);
    epoch.chain_through = row.number(5);
    TRY_ASSIGN(epoch.chain, row.id<Hash>(6));
    epochs.emplace(epoch.epoch, std::move(epoch));
  }
}

Done save_epoch(School& school, std::int64_t device_number, const KnownEpoch& epoch) {
  return school.database().run(
      "UPDATE epoch SET stored = ?, placed_through = ?, waited_bundles = ?, chain_through = ?, chain = ? "
      "WHERE device = ? AND epoch = ?",
      epoch.stored.encode(), epoch.placed_through, epoch.waited_bundles, epoch.chain_through, epoch.chain,
      device_number, epoch.epoch);
}

Result<journal::EpochHeader> load_header(School& school, std::int64_t device_number, std::uint64_t epoch) {
  TRY_ASSIGN(Statement row,
             school.database().query("SELECT header FROM epoch WHERE device = ? AND epoch = ?", device_number, epoch));
  TRY_ASSIGN(const bool found, row.step());
  if (!found) return fail(ErrorCode::NotFound, "epoch", "the school does not know it");
  return journal::decode_epoch_header(row.blob(0));
}

MissingHistory missing_of(const KnownEpochs& epochs) {
  MissingHistory missing;
  std::uint64_t expected = 1;
  for (auto here = epochs.begin(); here != epochs.end(); ++here) {
    const KnownEpoch& epoch = here->second;
    missing.epochs += epoch.epoch - expected;
    expected = epoch.epoch + 1;
    for (const journal::SequenceRange& gap : epoch.stored.gaps()) missing.events += gap.last - gap.first + 1;
    const auto next = std::next(here);
    if (next == epochs.end() || next->first != epoch.epoch + 1) continue;
    const std::uint64_t end = next->second.previous_last_sequence;
    if (end > epoch.stored.highest()) missing.events += end - epoch.stored.highest();
  }
  return missing;
}

Result<HeaderVerdict> take_header(School& school, const Device& device, const journal::EpochHeader& header,
                                  KnownEpochs& epochs) {
  if (!device.key || !device.id || header.device != *device.id || !journal::signed_by(header, *device.key))
    return HeaderVerdict::Refused;
  Database& database = school.database();
  const Hash own_hash = journal::hash_of(header);
  TRY_ASSIGN(const bool known,
             exists(database.query("SELECT 1 FROM epoch WHERE device = ? AND epoch = ? AND header_hash = ?",
                                   device.number, header.epoch, own_hash)));
  if (known) return HeaderVerdict::Taken;
  TRY_ASSIGN(const bool forked, leaves_the_chain(database, device, header, own_hash));
  if (forked) {
    TRY_DONE(database.run("INSERT OR IGNORE INTO refused_header (device, header_hash) VALUES (?, ?)", device.number,
                          own_hash));
    return HeaderVerdict::Cloned;
  }
  KnownEpoch epoch;
  epoch.epoch = header.epoch;
  epoch.previous_last_sequence = header.previous_last_sequence;
  epoch.chain = own_hash;
  TRY_DONE(
      database.run("INSERT INTO epoch (device, epoch, header, header_hash, previous_header, "
                   "previous_last_sequence, stored) VALUES (?, ?, ?, ?, ?, ?, ?)",
                   device.number, header.epoch, journal::encode(header), own_hash, header.previous_header,
                   header.previous_last_sequence, epoch.stored.encode()));
  epochs.emplace(epoch.epoch, std::move(epoch));
  return HeaderVerdict::Taken;
}

}  // namespace hornbook::server

#include "runtime/journal/open_sealed.hpp"
#include "runtime/journal/sealing.hpp"
#include "runtime/journal/store_tables.hpp"

namespace hornbook::journal {
namespace {

class Verification {
 public:
  Verification(const Database& database, const DeviceIdentity& identity) : database_(database), identity_(identity) {}

  Done check_file() {
    TRY_ASSIGN(Statement query, database_.prepare("PRAGMA integrity_check"));
    TRY_ASSIGN(const bool found, query.step());
    if (!found || as_text(query.blob(0)) != "ok") damaged_.push_back("the file's own structure is damaged");
    return {};
  }

  Done check_epochs() {
    TRY_ASSIGN(Statement query,
               database_.prepare("SELECT epoch, header, anchor_sequence, anchor_chain FROM epochs ORDER BY epoch"));
    for (;;) {
      TRY_ASSIGN(const bool found, query.step());
      if (!found) return {};
      const std::uint64_t epoch = query.number(0);
      check_header(epoch, query.blob(1));
      TRY_DONE(check_segments(epoch));
      auto anchor = id_from_bytes<Hash>(query.blob(3));
      if (!anchor) report(epoch, "the chain's anchor is damaged");
      if (anchor) TRY_DONE(check_rows(epoch, query.number(2), *anchor));
    }
  }

  Done check_strays() {
    TRY_ASSIGN(const std::uint64_t strays,
               database_.number("SELECT (SELECT count(*) FROM rows WHERE epoch NOT IN (SELECT epoch FROM epochs)) + "
                                "(SELECT count(*) FROM segments WHERE epoch NOT IN (SELECT epoch FROM epochs))"));
    if (strays > 0) damaged_.push_back("there are events whose epoch has no header");
    TRY_ASSIGN(const std::uint64_t lost, read_fact(database_, fact::commits_lost));
    if (lost > 0) damaged_.push_back("the disk lost events that it had confirmed; replace the disk or card");
    TRY_ASSIGN(const std::uint64_t mended, read_fact(database_, fact::times_mended));
    if (mended > 0)
      damaged_.push_back("the file was damaged; what could be read was kept, the rest lies in journal.damaged.sqlite");
    return {};
  }

  [[nodiscard]] std::vector<std::string> take() { return std::move(damaged_); }

 private:
  void report(std::uint64_t epoch, const std::string& what) {
    damaged_.push_back("epoch " + std::to_string(epoch) + ": " + what);
  }

  void check_header(std::uint64_t epoch, const Bytes& bytes) {
    const auto header = decode_epoch_header(bytes);
    if (!header || header->epoch != epoch) {
      report(epoch, "the header is damaged");
      previous_epoch_ = 0;
      return;
    }
    if (!signed_by(*header, identity_.key.verify_key())) report(epoch, "the header is not signed by this device");
    const bool follows = previous_epoch_ != 0 && previous_epoch_ + 1 == epoch;
    if (follows && header->previous_header != previous_hash_) report(epoch, "it does not follow the epoch before it");
    previous_epoch_ = epoch;
    previous_hash_ = hash_of(*header);
  }

  Done check_segments(std::uint64_t epoch) {
    TRY_ASSIGN(Statement query, database_.prepare("SELECT number, first_sequence, last_sequence, segment FROM segments "
                                                  "WHERE epoch=? ORDER BY number"));
    query.bind(1, epoch);
    std::uint64_t last = 0;
    for (;;) {
      TRY_ASSIGN(const bool found, query.step());
      if (!found) return {};
      const auto segment = decode_segment(query.blob(3));
      const std::string name = "segment " + std::to_string(query.number(0));
      if (!segment || segment->epoch != epoch || segment->number != query.number(0) ||
          segment->first_sequence != query.number(1) || segment->last_sequence != query.number(2)) {
        report(epoch, name + " is damaged");
      } else if (segment->first_sequence <= last) {
        report(epoch, name + " overlaps the one before it");
      }
      last = query.number(2);
    }
  }

  // Each row is checked against the chain value that its predecessor holds, so that a bad row does not take its
  // neighbours. Skips below the anchor have no predecessor left; their signature speaks for them.
  Done check_rows(std::uint64_t epoch, std::uint64_t anchor_sequence, Hash chain) {
    TRY_ASSIGN(Statement query, database_.prepare("SELECT epoch, sequence, skipped, sealed, chain FROM rows "
                                                  "WHERE epoch=? ORDER BY sequence"));
    query.bind(1, epoch);
    for (;;) {
      TRY_ASSIGN(const bool found, query.step());
      if (!found) return {};
      const auto row = row_at(query, epoch);
      const std::string name = "row " + std::to_string(query.number(1));
      if (!row) {
        report(epoch, name + " is damaged");
        continue;
      }
      if (row->skipped && !skip_signed_by(*row, identity_.id(), identity_.key.verify_key())) {
        report(epoch, name + " is a skip that this device did not sign");
      }
      if (row->sequence <= anchor_sequence) continue;
      if (next_chain(chain, *row) != row->chain) report(epoch, name + " does not fit the chain");
      chain = row->chain;
    }
  }

  const Database& database_;
  const DeviceIdentity& identity_;
  std::vector<std::string> damaged_;
  std::uint64_t previous_epoch_ = 0;
  Hash previous_hash_;
};

}  // namespace

Result<std::vector<std::string>> Store::verify(const DeviceIdentity& identity) const {
  Database& database = connection_->database;
  TRY_ASSIGN(const Transaction reading, Transaction::begin_reading(database));
  Verification verification(database, identity);
  TRY_DONE(verification.check_file());
  TRY_DONE(verification.check_epochs());
  TRY_DONE(verification.check_strays());
  std::vector<std::string> damaged = verification.take();
  TRY_ASSIGN(const JournalStatus journal, status());
  if (journal.events_refused > 0)
    damaged.push_back(std::to_string(journal.events_refused) + " events are here that the school could not open");
  return damaged;
}

}  // namespace hornbook::journal

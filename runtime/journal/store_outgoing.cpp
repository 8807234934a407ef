#include "runtime/core/limits.hpp"
#include "runtime/journal/station_lock.hpp"
#include "runtime/journal/store_tables.hpp"

namespace hornbook::journal {
namespace {

// Fills an Outgoing up to its budget; the first piece always fits.
class Packer {
 public:
  Packer(const Database& database, std::uint64_t bytes_budget, const OutgoingPlace& from)
      : database_(database), budget_(bytes_budget), from_(from) {}

  // Everything of one epoch that the school has not stored. `last_row` bounds the rows.
  Done pack_epoch(std::uint64_t epoch, const EpochHeader& header, bool is_known, std::uint64_t last_row) {
    header_ = is_known ? nullptr : &header;
    at_ = {epoch, 0};
    TRY_DONE(pack_pieces(epoch, last_row));
    // An epoch without a piece is told of all the same: the school must see that none is missing.
    if (header_ != nullptr && !is_full()) (void)has_room(0);
    return {};
  }
  [[nodiscard]] bool is_full() const { return outgoing_.more; }
  [[nodiscard]] Outgoing take() { return std::move(outgoing_); }

 private:
  // The header goes with the first piece of its epoch, once, until the school has acknowledged it.
  bool has_room(std::size_t size) {
    const std::uint64_t cost = size + (header_ == nullptr ? 0 : encode(*header_).size());
    if (used_ > 0 && used_ + cost > budget_) {
      outgoing_.more = true;
      outgoing_.next = at_;
      return false;
    }
    used_ += cost;
    if (header_ != nullptr) outgoing_.headers.push_back(*header_);
    header_ = nullptr;
    return true;
  }

  // In the order of their sequences, so that what the school names as missing below what it has was sent before it.
  Done pack_pieces(std::uint64_t epoch, std::uint64_t last_row) {
    TRY_ASSIGN(Statement query,
               database_.prepare("SELECT first_sequence AS at, NULL, NULL, segment, NULL FROM segments "
                                 "WHERE epoch=?1 AND stored=0 AND refusals<?3 AND first_sequence>=?4 UNION ALL "
                                 "SELECT sequence AS at, sequence, skipped, sealed, chain FROM rows "
                                 "WHERE epoch=?1 AND sequence<=?2 AND stored=0 AND refusals<?3 AND sequence>=?4 "
                                 "ORDER BY at"));
    query.bind(1, epoch).bind(2, last_row).bind(3, limits::refused_sends_max);
    query.bind(4, epoch == from_.epoch ? from_.sequence : 0);
    while (!is_full()) {
      TRY_ASSIGN(const bool found, query.step());
      if (!found) return {};
      at_.sequence = query.number(0);
      if (query.is_null(1)) {
        pack_segment(query.blob(3));
      } else {
        pack_row(row_at(query, epoch));
      }
    }
    return {};
  }

  // Damaged beyond sending: verify() names it, and its neighbours go on.
  void pack_segment(const Bytes& bytes) {
    auto segment = decode_segment(bytes);
    if (segment && has_room(bytes.size())) outgoing_.segments.push_back(std::move(*segment));
  }
  void pack_row(Result<Row> row) {
    if (row && has_room(encode(*row).size())) outgoing_.rows.push_back(std::move(*row));
  }

  const Database& database_;
  std::uint64_t budget_;
  OutgoingPlace from_;
  OutgoingPlace at_;  // what is being packed
  std::uint64_t used_ = 0;
  const EpochHeader* header_ = nullptr;  // of the epoch at work, until it is packed
  Outgoing outgoing_;
};

}  // namespace

Result<Outgoing> Store::outgoing(std::uint64_t bytes_budget, const OutgoingPlace& from) const {
  Database& database = connection_->database;
  TRY_ASSIGN(const Transaction reading, Transaction::begin_reading(database));
  TRY_ASSIGN(const std::uint64_t newest, database.number("SELECT max(epoch) FROM epochs"));
  // Asked after the moment that the reads see: a station that starts later has no row in them.
  const bool is_running = StationLock::is_held(connection_->data_directory);
  Packer packer(database, bytes_budget, from);
  TRY_ASSIGN(
      Statement epochs,
      database.prepare("SELECT epoch, header, anchor_sequence, known FROM epochs WHERE epoch>=? ORDER BY epoch"));
  epochs.bind(1, from.epoch);
  while (!packer.is_full()) {
    TRY_ASSIGN(const bool found, epochs.step());
    if (!found) break;
    const auto header = decode_epoch_header(epochs.blob(1));
    if (!header) continue;  // Without its header nothing of the epoch can be opened by anybody; verify() names it.
    const bool runs = is_running && epochs.number(0) == newest;
    TRY_DONE(packer.pack_epoch(epochs.number(0), *header, epochs.number(3) != 0, runs ? epochs.number(2) : INT64_MAX));
  }
  return packer.take();
}

}  // namespace hornbook::journal

#include "runtime/journal/station_lock.hpp"
#include "runtime/journal/store_tables.hpp"

namespace hornbook::journal {
namespace {

// Fills an Outgoing up to its budget; the first piece always fits.
class Packer {
 public:
  Packer(const Database& database, std::uint64_t bytes_budget) : database_(database), budget_(bytes_budget) {}

  // Everything of one epoch that the school has not stored. `last_row` bounds the rows.
  Done pack_epoch(std::uint64_t epoch, const EpochHeader& header, std::uint64_t last_row) {
    header_ = &header;
    header_is_packed_ = false;
    TRY_DONE(pack_segments(epoch));
    return pack_rows(epoch, last_row);
  }
  [[nodiscard]] bool is_full() const { return outgoing_.more; }
  [[nodiscard]] Outgoing take() { return std::move(outgoing_); }

 private:
  bool has_room(std::size_t size) {
    const std::uint64_t cost = size + (header_is_packed_ ? 0 : encode(*header_).size());
    if (used_ > 0 && used_ + cost > budget_) {
      outgoing_.more = true;
      return false;
    }
    used_ += cost;
    if (!header_is_packed_) outgoing_.headers.push_back(*header_);
    header_is_packed_ = true;
    return true;
  }

  Done pack_segments(std::uint64_t epoch) {
    TRY_ASSIGN(Statement query,
               database_.prepare("SELECT segment FROM segments WHERE epoch=? AND stored=0 ORDER BY number"));
    query.bind(1, epoch);
    while (!is_full()) {
      TRY_ASSIGN(const bool found, query.step());
      if (!found) return {};
      const Bytes bytes = query.blob(0);
      auto segment = decode_segment(bytes);
      if (!segment) continue;  // Damaged beyond sending: verify() names it, and its neighbours go on.
      if (has_room(bytes.size())) outgoing_.segments.push_back(std::move(*segment));
    }
    return {};
  }

  Done pack_rows(std::uint64_t epoch, std::uint64_t last_row) {
    TRY_ASSIGN(Statement query, database_.prepare("SELECT epoch, sequence, skipped, sealed, chain FROM rows "
                                                  "WHERE epoch=? AND sequence<=? AND stored=0 ORDER BY sequence"));
    query.bind(1, epoch).bind(2, last_row);
    while (!is_full()) {
      TRY_ASSIGN(const bool found, query.step());
      if (!found) return {};
      auto row = row_at(query);
      if (!row) continue;
      if (has_room(encode(*row).size())) outgoing_.rows.push_back(std::move(*row));
    }
    return {};
  }

  const Database& database_;
  std::uint64_t budget_;
  std::uint64_t used_ = 0;
  const EpochHeader* header_ = nullptr;
  bool header_is_packed_ = false;
  Outgoing outgoing_;
};

}  // namespace

Result<Outgoing> Store::outgoing(std::uint64_t bytes_budget) const {
  Database& database = connection_->database;
  TRY_ASSIGN(const Transaction reading, Transaction::begin_reading(database));
  TRY_ASSIGN(const std::uint64_t newest, database.number("SELECT max(epoch) FROM epochs"));
  // Asked after the moment that the reads see: a station that starts later has no row in them.
  const bool is_running = StationLock::is_held(connection_->data_directory);
  Packer packer(database, bytes_budget);
  TRY_ASSIGN(Statement epochs, database.prepare("SELECT epoch, header, anchor_sequence FROM epochs ORDER BY epoch"));
  while (!packer.is_full()) {
    TRY_ASSIGN(const bool found, epochs.step());
    if (!found) break;
    const auto header = decode_epoch_header(epochs.blob(1));
    if (!header) continue;  // Without its header nothing of the epoch can be opened by anybody; verify() names it.
    const bool runs = is_running && epochs.number(0) == newest;
    TRY_DONE(packer.pack_epoch(epochs.number(0), *header, runs ? epochs.number(2) : INT64_MAX));
  }
  return packer.take();
}

}  // namespace hornbook::journal

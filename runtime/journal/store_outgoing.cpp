#include <string>
#include <tuple>

#include "runtime/core/limits.hpp"
#include "runtime/journal/station_lock.hpp"
#include "runtime/journal/store_tables.hpp"

namespace hornbook::journal {
namespace {

// What goes first, and what follows.
enum class Lane : std::uint8_t { Urgent, InOrder };

// Fills an Outgoing up to its budget; the first piece always fits.
class Packer {
 public:
  Packer(const Database& database, std::uint64_t bytes_budget, const OutgoingPlace& from)
      : database_(database), budget_(bytes_budget), next_(from) {}

  // What an epoch has in `lane` that the school has not stored. `last_row` bounds the rows.
  Done pack_epoch(Lane lane, std::uint64_t epoch, const EpochHeader& header, bool is_known, std::uint64_t last_row) {
    header_ = is_known || told_.contains(epoch) ? nullptr : &header;
    const UrgentPlace from = lane == Lane::Urgent ? next_.urgent : UrgentPlace{next_.epoch, next_.sequence};
    const std::uint64_t first = epoch == from.epoch ? from.sequence : 0;
    arrive_at(lane, {epoch, first});
    TRY_DONE(pack_pieces(lane, epoch, first, last_row));
    // An epoch without a piece is told of all the same: the school must see that none is missing.
    if (lane == Lane::InOrder && header_ != nullptr && !is_full()) (void)has_room(0);
    return {};
  }
  [[nodiscard]] bool is_full() const { return outgoing_.more; }
  [[nodiscard]] Outgoing take() {
    outgoing_.next = next_;
    return std::move(outgoing_);
  }

 private:
  void arrive_at(Lane lane, const UrgentPlace& place) {
    if (lane == Lane::Urgent)
      next_.urgent = place;
    else
      std::tie(next_.epoch, next_.sequence) = std::tie(place.epoch, place.sequence);
  }

  // The header goes with the first piece of its epoch, once, until the school has acknowledged it.
  bool has_room(std::size_t size) {
    const std::uint64_t cost = size + (header_ == nullptr ? 0 : encode(*header_).size());
    if (used_ > 0 && used_ + cost > budget_) {
      outgoing_.more = true;
      return false;
    }
    used_ += cost;
    if (header_ != nullptr) {
      outgoing_.headers.push_back(*header_);
      told_.insert(header_->epoch);
    }
    header_ = nullptr;
    return true;
  }

  // In the order of their sequences, so that what the school names as missing below something of the lane that is in
  // order was sent before it. A segment holds one urgent event or none.
  Done pack_pieces(Lane lane, std::uint64_t epoch, std::uint64_t first, std::uint64_t last_row) {
    TRY_ASSIGN(Statement query,
               database_.prepare("SELECT first_sequence AS at, NULL, NULL, segment, NULL FROM segments "
                                 "WHERE epoch=?1 AND stored=0 AND refusals<?3 AND first_sequence>=?4 AND ?5=EXISTS("
                                 "SELECT 1 FROM urgent WHERE epoch=?1 AND sequence=first_sequence) UNION ALL "
                                 "SELECT sequence AS at, sequence, skipped, sealed, chain FROM rows "
                                 "WHERE epoch=?1 AND sequence<=?2 AND stored=0 AND refusals<?3 AND sequence>=?4 AND "
                                 "?5=EXISTS(SELECT 1 FROM urgent WHERE epoch=?1 AND urgent.sequence=rows.sequence) "
                                 "ORDER BY at"));
    query.bind(1, epoch).bind(2, last_row).bind(3, limits::refused_sends_max);
    query.bind(4, first).bind(5, std::uint64_t{lane == Lane::Urgent ? 1u : 0u});
    while (!is_full()) {
      TRY_ASSIGN(const bool found, query.step());
      if (!found) return {};
      arrive_at(lane, {epoch, query.number(0)});
      if (query.is_null(1)) {
        pack_segment(query.blob(3));
      } else {
        pack_row(row_at(query, epoch));
      }
      // What is urgent and new comes behind it.
      if (lane == Lane::Urgent && !is_full()) ++next_.urgent.sequence;
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
  OutgoingPlace next_;  // what is being packed
  std::uint64_t used_ = 0;
  const EpochHeader* header_ = nullptr;  // of the epoch at work, until it is packed
  std::set<std::uint64_t> told_;         // epochs whose header is packed
  Outgoing outgoing_;
};

struct Reading {
  const Database& database;
  std::uint64_t running_epoch = 0;  // its open rows wait for the station's seal; 0: no station runs
};

// The epochs from `from` on that have something in `lane`, as far as there is room.
Done pack_lane(Packer& packer, const Reading& reading, Lane lane, std::uint64_t from) {
  const std::string with_urgent = lane == Lane::Urgent ? " AND epoch IN (SELECT epoch FROM urgent)" : "";
  TRY_ASSIGN(Statement epochs,
             reading.database.prepare("SELECT epoch, header, anchor_sequence, known FROM epochs WHERE epoch>=?" +
                                      with_urgent + " ORDER BY epoch"));
  epochs.bind(1, from);
  while (!packer.is_full()) {
    TRY_ASSIGN(const bool found, epochs.step());
    if (!found) break;
    const auto header = decode_epoch_header(epochs.blob(1));
    if (!header) continue;  // Without its header nothing of the epoch can be opened by anybody; verify() names it.
    const bool runs = epochs.number(0) == reading.running_epoch;
    TRY_DONE(
        packer.pack_epoch(lane, epochs.number(0), *header, epochs.number(3) != 0, runs ? epochs.number(2) : INT64_MAX));
  }
  return {};
}

}  // namespace

Result<Outgoing> Store::outgoing(std::uint64_t bytes_budget, const OutgoingPlace& from) const {
  Database& database = connection_->database;
  TRY_ASSIGN(const Transaction transaction, Transaction::begin_reading(database));
  TRY_ASSIGN(const std::uint64_t newest, database.number("SELECT max(epoch) FROM epochs"));
  // Asked after the moment that the reads see: a station that starts later has no row in them.
  const bool is_running = StationLock::is_held(connection_->data_directory);
  const Reading reading{database, is_running ? newest : 0};
  Packer packer(database, bytes_budget, from);
  TRY_DONE(pack_lane(packer, reading, Lane::Urgent, from.urgent.epoch));
  TRY_DONE(pack_lane(packer, reading, Lane::InOrder, from.epoch));
  return packer.take();
}

}  // namespace hornbook::journal

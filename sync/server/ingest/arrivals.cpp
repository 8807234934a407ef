#include "sync/server/ingest/arrivals.hpp"

#include "runtime/journal/open_sealed.hpp"
#include "sync/server/ingest/chain.hpp"
#include "sync/server/ingest/faults.hpp"

namespace hornbook::server {
namespace {

class Opener {
 public:
  Opener(School& school, const Device& device, const IngestKeys& keys, UnixMs now_ms)
      : school_(school), device_(device), ingest_keys_(keys), now_ms_(now_ms) {}

  Result<Arrivals> open(const bundle::UpBundle& bundle) {
    TRY_ASSIGN(arrivals_.epochs, load_epochs(school_, device_.number));
    for (const journal::EpochHeader& header : bundle.headers) TRY_DONE(take(header));
    for (const journal::Segment& segment : bundle.segments) TRY_DONE(take(segment));
    for (const journal::Row& row : bundle.rows) TRY_DONE(take(row));
    TRY_DONE(follow_chains(school_, device_, arrivals_, ingest_keys_, now_ms_));
    return std::move(arrivals_);
  }

 private:
  Done take(const journal::EpochHeader& header) {
    TRY_ASSIGN(const HeaderVerdict verdict, take_header(school_, device_, header, arrivals_.epochs));
    if (verdict == HeaderVerdict::Refused) return fault(FaultKind::UnknownEpoch, header.epoch, 0);
    if (verdict == HeaderVerdict::Taken) {
      arrivals_.touched.insert(header.epoch);
      return {};
    }
    arrivals_.cloned.insert(header.epoch);
    TRY_DONE(school_.database().run("UPDATE device SET cloned = 1 WHERE number = ?", device_.number));
    return fault(FaultKind::ClonedCard, header.epoch, 0);
  }

  Done take(const journal::Segment& segment) {
    TRY_ASSIGN(KnownEpoch* const epoch, epoch_of(segment.epoch, segment.first_sequence));
    if (epoch == nullptr) return {};
    const SecretKey* const key = key_of(segment.epoch);
    if (key == nullptr) return fault(FaultKind::UnknownEpoch, segment.epoch, segment.first_sequence);
    auto events = journal::open_segment(segment, *device_.id, *key);
    if (!events) return fault(FaultKind::DamagedSegment, segment.epoch, segment.first_sequence);
    for (measure::Event& event : *events) keep(*epoch, std::move(event));
    claim(*epoch, segment.last_sequence, segment.chain_end);
    // Sequences inside the segment that hold no event were skipped by the device for ever; its seal vouches for that.
    return epoch->stored.insert(segment.first_sequence, segment.last_sequence);
  }

  Done take(const journal::Row& row) {
    TRY_ASSIGN(KnownEpoch* const epoch, epoch_of(row.epoch, row.sequence));
    if (epoch == nullptr) return {};
    if (row.skipped) {
      if (!journal::skip_signed_by(row, *device_.id, *device_.key))
        return fault(FaultKind::DamagedRow, row.epoch, row.sequence);
      claim(*epoch, row.sequence, row.chain);
      return epoch->stored.insert(row.sequence, row.sequence);
    }
    const SecretKey* const key = key_of(row.epoch);
    if (key == nullptr) return fault(FaultKind::UnknownEpoch, row.epoch, row.sequence);
    auto event = journal::open_row(row, *device_.id, *key);
    if (!event) return fault(FaultKind::DamagedRow, row.epoch, row.sequence);
    keep(*epoch, std::move(*event));
    claim(*epoch, row.sequence, row.chain);
    return epoch->stored.insert(row.sequence, row.sequence);
  }

  // Null when nothing of this epoch can be taken; the reason is on the device's list then.
  Result<KnownEpoch*> epoch_of(std::uint64_t number, std::uint64_t sequence) {
    if (arrivals_.cloned.contains(number)) return nullptr;
    const auto found = arrivals_.epochs.find(number);
    if (found == arrivals_.epochs.end()) {
      TRY_DONE(fault(FaultKind::UnknownEpoch, number, sequence));
      return nullptr;
    }
    arrivals_.touched.insert(number);
    return &found->second;
  }

  const SecretKey* key_of(std::uint64_t epoch) {
    const auto known = keys_.find(epoch);
    if (known != keys_.end()) return &known->second;
    const auto header = load_header(school_, device_.number, epoch);
    if (!header) return nullptr;
    const IngestKey* const ingest = key_of_header(ingest_keys_, *header);
    if (ingest == nullptr) {
      arrivals_.unreadable.insert(epoch);
      return nullptr;
    }
    auto key = journal::open_epoch_key(*header, ingest->key);
    if (!key) return nullptr;
    return &keys_.emplace(epoch, std::move(*key)).first->second;
  }

  void keep(const KnownEpoch& epoch, measure::Event event) {
    if (epoch.stored.contains(event.sequence)) {
      ++arrivals_.known_already;
      return;
    }
    arrivals_.events.emplace(EventPlace(epoch.epoch, event.sequence), std::move(event));
  }

  // What is stored already has been compared, or waits to be.
  void claim(const KnownEpoch& epoch, std::uint64_t sequence, const Hash& chain) {
    if (!epoch.stored.contains(sequence)) arrivals_.chain_claims.emplace(EventPlace(epoch.epoch, sequence), chain);
  }

  Done fault(FaultKind kind, std::uint64_t epoch, std::uint64_t sequence) {
    return record_fault(school_, device_.number, {kind, epoch, sequence, 1, now_ms_});
  }

  School& school_;
  const Device& device_;
  const IngestKeys& ingest_keys_;
  UnixMs now_ms_;
  Arrivals arrivals_;
  std::map<std::uint64_t, SecretKey> keys_;
};

}  // namespace

Result<Arrivals> open_arrivals(School& school, const Device& device, const bundle::UpBundle& bundle,
                               const IngestKeys& keys, UnixMs now_ms) {
  return Opener(school, device, keys, now_ms).open(bundle);
}

}  // namespace hornbook::server

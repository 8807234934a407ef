#include "sync/server/ingest/chain.hpp"

#include "runtime/journal/open_sealed.hpp"
#include "runtime/journal/sealing.hpp"
#include "runtime/measure/event_codec.hpp"
#include "sync/server/ingest/faults.hpp"
#include "sync/server/ingest/stored_events.hpp"

namespace hornbook::server {
namespace {

using Claims = std::map<std::uint64_t, Hash>;     // by sequence
using RowForms = std::map<std::uint64_t, Bytes>;  // by sequence; a sequence without one was skipped

class ChainFollower {
 public:
  ChainFollower(School& school, const Device& device, Arrivals& arrivals, const IngestKeys& keys, UnixMs now_ms)
      : school_(school), device_(device), arrivals_(arrivals), ingest_keys_(keys), now_ms_(now_ms) {}

  Done follow(KnownEpoch& epoch) {
    const std::uint64_t last = epoch.stored.through();
    TRY_ASSIGN(const Claims claims, claims_of(epoch.epoch));
    TRY_DONE(put_aside(epoch.epoch, claims, last));
    if (last <= epoch.chain_through) return {};
    TRY_ASSIGN(const journal::EpochHeader header, load_header(school_, device_.number, epoch.epoch));
    const IngestKey* const ingest = key_of_header(ingest_keys_, header);
    const auto epoch_key = ingest == nullptr ? fail(ErrorCode::NotFound, "chain", "the key was retired")
                                             : journal::open_epoch_key(header, ingest->key);
    if (!epoch_key) return {};  // nothing of the epoch can be opened, which is a fault of its own
    TRY_ASSIGN(const RowForms forms, forms_of(epoch, last));
    const SecretKey key = journal::event_key(*epoch_key);
    for (std::uint64_t sequence = epoch.chain_through + 1; sequence <= last; ++sequence) {
      epoch.chain = chain_after(epoch, key, sequence, forms);
      const auto claim = claims.find(sequence);
      if (claim == claims.end() || claim->second == epoch.chain) continue;
      TRY_DONE(fault(FaultKind::BrokenChain, epoch.epoch, sequence));
      epoch.chain = claim->second;  // so that a break is said once, where it is
    }
    epoch.chain_through = last;
    return {};
  }

  // A header names the last sequence that its device knew of the epoch before; what lies beyond, another card wrote.
  Done compare_end(const KnownEpoch& epoch) {
    const auto next = arrivals_.epochs.find(epoch.epoch + 1);
    if (next == arrivals_.epochs.end() || epoch.stored.highest() <= next->second.previous_last_sequence) return {};
    return fault(FaultKind::BeyondTheEnd, epoch.epoch, next->second.previous_last_sequence + 1);
  }

 private:
  // New ones and those that have been waiting.
  Result<Claims> claims_of(std::uint64_t epoch) {
    Claims claims;
    TRY_ASSIGN(Statement row,
               school_.database().query("SELECT sequence, chain FROM chain_claim WHERE device = ? AND epoch = ?",
                                        device_.number, epoch));
    while (true) {
      TRY_ASSIGN(const bool found, row.step());
      if (!found) break;
      TRY_ASSIGN(const Hash chain, row.id<Hash>(1));
      claims.emplace(row.number(0), chain);
    }
    for (const auto& [place, chain] : arrivals_.chain_claims)
      if (place.first == epoch) claims.emplace(place.second, chain);
    return claims;
  }

  // Keeps the values that cannot be compared yet, and those alone.
  Done put_aside(std::uint64_t epoch, const Claims& claims, std::uint64_t last) {
    TRY_DONE(school_.database().run("DELETE FROM chain_claim WHERE device = ? AND epoch = ? AND sequence <= ?",
                                    device_.number, epoch, last));
    for (auto claim = claims.upper_bound(last); claim != claims.end(); ++claim)
      TRY_DONE(school_.database().run(
          "INSERT OR IGNORE INTO chain_claim (device, epoch, sequence, chain) VALUES (?, ?, ?, ?)", device_.number,
          epoch, claim->first, claim->second));
    return {};
  }

  Result<RowForms> forms_of(const KnownEpoch& epoch, std::uint64_t last) {
    RowForms forms;
    auto event = arrivals_.events.upper_bound({epoch.epoch, epoch.chain_through});
    for (; event != arrivals_.events.end() && event->first <= EventPlace(epoch.epoch, last); ++event) {
      TRY_ASSIGN(Bytes form, measure::encode_event(event->second));
      forms.emplace(event->first.second, std::move(form));
    }
    if (forms.size() == last - epoch.chain_through) return forms;
    TRY_ASSIGN(RowForms earlier, stored_row_forms(school_, device_, epoch.epoch, epoch.chain_through, last));
    forms.merge(earlier);
    return forms;
  }

  [[nodiscard]] Hash chain_after(const KnownEpoch& epoch, const SecretKey& key, std::uint64_t sequence,
                                 const RowForms& forms) const {
    const auto form = forms.find(sequence);
    if (form != forms.end())
      return journal::seal_row(key, *device_.id, epoch.epoch, sequence, form->second, epoch.chain).chain;
    journal::Row skipped;
    skipped.epoch = epoch.epoch;
    skipped.sequence = sequence;
    return journal::next_chain(epoch.chain, skipped);
  }

  Done fault(FaultKind kind, std::uint64_t epoch, std::uint64_t sequence) {
    return record_fault(school_, device_.number, {kind, epoch, sequence, 1, now_ms_});
  }

  School& school_;
  const Device& device_;
  Arrivals& arrivals_;
  const IngestKeys& ingest_keys_;
  UnixMs now_ms_;
};

}  // namespace

Done follow_chains(School& school, const Device& device, Arrivals& arrivals, const IngestKeys& keys, UnixMs now_ms) {
  ChainFollower follower(school, device, arrivals, keys, now_ms);
  for (const std::uint64_t number : arrivals.touched) {
    TRY_DONE(follower.follow(arrivals.epochs.at(number)));
    TRY_DONE(follower.compare_end(arrivals.epochs.at(number)));
    const auto before = arrivals.epochs.find(number - 1);
    if (before != arrivals.epochs.end()) TRY_DONE(follower.compare_end(before->second));
  }
  return {};
}

}  // namespace hornbook::server

#include "runtime/journal/join_segments.hpp"

#include <algorithm>

#include "runtime/core/limits.hpp"
#include "runtime/journal/sealing.hpp"
#include "runtime/journal/store_tables.hpp"

namespace hornbook::journal {

Result<JoinableSegments> find_joinable(const Database& database, const SecretKey& key, const DeviceId& device,
                                       std::uint64_t epoch, std::size_t new_events) {
  TRY_ASSIGN(Statement query,
             database.prepare("SELECT segment, first_sequence FROM segments WHERE epoch=? AND stored=0 AND counted=0 "
                              "AND refusals=0 ORDER BY first_sequence DESC"));
  query.bind(1, epoch);
  TRY_ASSIGN(const std::set<std::uint64_t> urgent, urgent_sequences(database, epoch));
  std::vector<std::vector<measure::Event>> newest_first;
  JoinableSegments found;
  std::size_t events = new_events;
  while (true) {
    TRY_ASSIGN(const bool row, query.step());
    if (!row || urgent.contains(query.number(1))) break;
    const auto segment = decode_segment(query.blob(0));
    auto opened = segment ? open_with_segment_key(*segment, device, key) : tl::unexpected(segment.error());
    if (!opened) break;
    const std::size_t together = events + opened->size();
    const bool is_worth_it = together <= limits::seal_after_events || opened->size() <= 2 * events;
    if (!is_worth_it || together > limits::joined_events_max) break;
    if (found.sealed_bytes + segment->sealed.size() > limits::joined_bytes_max) break;
    events += opened->size();
    found.sealed_bytes += segment->sealed.size();
    found.segments.insert(found.segments.begin(), *segment);
    newest_first.push_back(std::move(*opened));
  }
  for (auto each = newest_first.rbegin(); each != newest_first.rend(); ++each)
    std::move(each->begin(), each->end(), std::back_inserter(found.events));
  return found;
}

}  // namespace hornbook::journal

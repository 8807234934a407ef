#include "sync/server/ingest/sequence_ranges.hpp"

#include <algorithm>

#include "runtime/core/limits.hpp"

namespace hornbook::server {

Done SequenceRanges::insert(std::uint64_t first, std::uint64_t last) {
  std::vector<journal::SequenceRange> merged;
  for (const journal::SequenceRange& range : ranges_) {
    const bool apart = range.last < first ? first - range.last > 1 : range.first > last && range.first - last > 1;
    if (apart) {
      merged.push_back(range);
      continue;
    }
    first = std::min(first, range.first);
    last = std::max(last, range.last);
  }
  if (merged.size() >= limits::acknowledged_gaps_max)
    return fail(ErrorCode::LimitExceeded, "ingest", "an epoch has more gaps than can be kept");
  merged.push_back({first, last});
  std::sort(merged.begin(), merged.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  ranges_ = std::move(merged);
  return {};
}

bool SequenceRanges::contains(std::uint64_t sequence) const {
  return std::any_of(ranges_.begin(), ranges_.end(),
                     [&](const auto& range) { return range.first <= sequence && sequence <= range.last; });
}

std::uint64_t SequenceRanges::through() const {
  return ranges_.empty() || ranges_.front().first > 1 ? 0 : ranges_.front().last;
}

std::vector<journal::SequenceRange> SequenceRanges::gaps() const {
  std::vector<journal::SequenceRange> gaps;
  std::uint64_t next = 1;
  for (const journal::SequenceRange& range : ranges_) {
    if (range.first > next) gaps.push_back({next, range.first - 1});
    next = range.last + 1;
  }
  return gaps;
}

Bytes SequenceRanges::encode() const {
  ByteWriter writer;
  writer.varint(ranges_.size());
  for (const journal::SequenceRange& range : ranges_) {
    writer.varint(range.first);
    writer.varint(range.last - range.first);
  }
  return writer.take();
}

Result<SequenceRanges> SequenceRanges::decode(ByteView bytes) {
  ByteReader reader(bytes);
  SequenceRanges result;
  TRY_ASSIGN(const std::uint64_t count, reader.varint_up_to(limits::acknowledged_gaps_max));
  for (std::uint64_t i = 0; i < count; ++i) {
    TRY_ASSIGN(const std::uint64_t first, reader.varint());
    TRY_ASSIGN(const std::uint64_t span, reader.varint_up_to(UINT64_MAX - first));
    TRY_DONE(result.insert(first, first + span));
  }
  TRY_DONE(reader.end());
  return result;
}

}  // namespace hornbook::server

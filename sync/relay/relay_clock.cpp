#include "sync/relay/relay_clock.hpp"

#include <algorithm>

#include "runtime/core/bytes.hpp"
#include "runtime/journal/durable_file.hpp"

namespace hornbook::relay {
namespace {

constexpr std::int64_t day_ms = 24LL * 60 * 60'000;
constexpr std::size_t file_bytes = 16;  // age, and the date at that moment; both in ms
constexpr std::int64_t age_ms_max = 36'500 * day_ms;

struct Saved {
  std::int64_t age_ms = 0;
  UnixMs at = 0;  // 0: the date was not known
};

Saved read_saved(const std::filesystem::path& file) {
  const auto bytes = journal::read_whole_file(file, file_bytes);
  if (!bytes || bytes->size() != file_bytes) return {};
  ByteReader reader(*bytes);
  const Saved saved{static_cast<std::int64_t>(reader.u64().value()), static_cast<UnixMs>(reader.u64().value())};
  const bool is_sound = saved.age_ms >= 0 && saved.age_ms <= age_ms_max && saved.at >= 0;
  return is_sound ? saved : Saved{};
}

}  // namespace

RelayClock RelayClock::open(std::filesystem::path file, const Clock& clock) {
  const Saved saved = read_saved(file);
  RelayClock opened(std::move(file), clock);
  opened.started_ms_ = clock.monotonic_ms();
  const TimeEstimate now = clock.now();
  const bool is_known = saved.at > 0 && now.uncertainty_ms >= 0 && now.unix_ms > saved.at;
  opened.age_at_start_ms_ = saved.age_ms + (is_known ? std::min(now.unix_ms - saved.at, off_ms_max) : 0);
  return opened;
}

std::uint64_t RelayClock::day() const { return static_cast<std::uint64_t>(age_ms() / day_ms); }

Done RelayClock::save() const {
  const TimeEstimate now = clock_->now();
  ByteWriter writer;
  writer.u64(static_cast<std::uint64_t>(age_ms()));
  writer.u64(now.uncertainty_ms >= 0 && now.unix_ms > 0 ? static_cast<std::uint64_t>(now.unix_ms) : 0);
  return journal::replace_file(file_, writer.view());
}

}  // namespace hornbook::relay

#include "sync/client/piece_size.hpp"

#include <algorithm>

namespace hornbook::device {
namespace {

// A link that connects in a second is trusted with 64 KiB, one that takes eight with 8.
constexpr std::uint64_t first_byte_milliseconds = (64u << 10) * std::uint64_t{1000};
constexpr std::uint64_t growth_max = 4;
constexpr std::int64_t connecting_round_trips = 3;

std::uint64_t at_least_one(std::int64_t ms) { return static_cast<std::uint64_t>(std::max<std::int64_t>(ms, 1)); }

}  // namespace

PieceSize::PieceSize(std::int64_t connecting_ms)
    : bytes_(std::clamp<std::uint64_t>(first_byte_milliseconds / at_least_one(connecting_ms), bytes_min, bytes_max)),
      took_ms_(connecting_ms / connecting_round_trips) {}

void PieceSize::carried(std::uint64_t traffic_bytes, std::int64_t took_ms) {
  took_ms_ = took_ms;
  const std::uint64_t at_this_rate = traffic_bytes * std::uint64_t{piece_ms_aimed} / at_least_one(took_ms);
  bytes_ = std::clamp<std::uint64_t>(std::min(at_this_rate, bytes_ * growth_max), bytes_min, bytes_max);
}

}  // namespace hornbook::device

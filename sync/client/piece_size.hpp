// How much of what waits goes into one exchange. A piece that is cut off is sent again whole, so that over a thin link
// a piece should be what the link carries in a few seconds: a cut costs no more than that. Each piece costs a round
// trip and some hundred bytes beside the events, so that over a good link one takes all.
#pragma once

#include <cstdint>

#include "runtime/core/limits.hpp"

namespace hornbook::device {

class PieceSize {
 public:
  // `connecting_ms`: how long TCP and TLS took, some 800 bytes and three round trips; the first sign of a thin link.
  explicit PieceSize(std::int64_t connecting_ms);

  // Of sealed events, for the next exchange.
  [[nodiscard]] std::uint64_t bytes() const { return bytes_; }
  // What an exchange carried both ways, and how long that took, from its sending or, when another was answered after
  // that, from then on: the next piece is what takes piece_ms_aimed at this rate, and at most four times the last.
  void carried(std::uint64_t traffic_bytes, std::int64_t took_ms);
  // Whether the link would lie idle for long while an answer is awaited: then the next piece is sent meanwhile.
  [[nodiscard]] bool is_slow_to_answer() const { return took_ms_ >= slow_answer_ms; }

  static constexpr std::int64_t piece_ms_aimed = 15'000;
  static constexpr std::int64_t slow_answer_ms = 1'000;
  static constexpr std::uint64_t bytes_min = 4u << 10;
  static constexpr std::uint64_t bytes_max = 128u << 10;  // some 25,000 events, which the server opens in memory

 private:
  std::uint64_t bytes_;
  std::int64_t took_ms_ = 0;
};
static_assert(PieceSize::bytes_max <= limits::exchange_event_bytes_max);

}  // namespace hornbook::device

// A link on simulated time, under the real TLS and HTTP of both sides: its rate, delay and end are chosen, by seed.
// It behaves as TCP shows such a link to a program: bytes come late, in order and once, and then perhaps no more.
// What packets do to each other below TCP (loss, order, doubles) is a wait here; tests/integration has it with real
// packets.
//
// The two ends keep clocks of their own that bytes carry along (L. Lamport 1978, "Time, clocks, and the ordering of
// events in a distributed system"), so that what happens does not depend on which thread runs when. Keys are random all
// the same: the signature of a certificate may be a byte longer from run to run.
#pragma once

#include <functional>
#include <optional>

#include "sync/link/channel.hpp"

namespace hornbook::test {

// What becomes of one connection.
struct LinkFate {
  std::uint64_t bytes_per_second = 10'000'000;
  std::int64_t one_way_ms = 1;
  std::uint32_t stalls_permille = 0;  // of packets: that many are lost, and come a stall later
  std::int64_t stall_ms = 3000;
  bool is_refused = false;                      // nobody answers
  std::optional<std::uint64_t> cut_up_at = {};  // so many bytes go up, and the link is no more
  std::optional<std::uint64_t> cut_down_at = {};
  std::optional<std::int64_t> lasts_ms = {};        // since it was dialled: a window closes
  bool ends_silently = false;                       // as radio does: each side learns it by its own deadline
  std::optional<std::uint64_t> changes_up_at = {};  // this byte arrives as another
  std::optional<std::uint64_t> changes_down_at = {};
};

class SimulatedLink final : public link::Dialer {
 public:
  // `serve` is the other side: called on a thread of its own for each connection, over when it returns.
  using Serve = std::function<void(link::Channel&)>;
  SimulatedLink(Serve serve, std::uint64_t seed);

  // Of connections that are dialled from now on.
  void set_fate(const LinkFate& fate) { fate_ = fate; }
  void advance(std::int64_t ms) { now_ms_ += ms; }

  [[nodiscard]] Result<std::unique_ptr<link::Channel>> dial(const link::ServerAddress& address,
                                                            std::int64_t deadline_ms) override;
  [[nodiscard]] std::int64_t now_ms() const override { return now_ms_; }  // of the side that dials

 private:
  Serve serve_;
  std::uint64_t seed_;
  LinkFate fate_;
  std::int64_t now_ms_ = 0;
};

}  // namespace hornbook::test

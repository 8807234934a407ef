// Two network namespaces with real TCP between them over a link of a chosen rate, delay and loss: a TUN device in each,
// and a forwarder of our own between the two (the kernel's netem is missing on many machines). Loss is drawn by seed,
// packet by packet; when packets come is TCP's affair, so that two runs are alike and not the same. Needs root.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "runtime/core/error.hpp"

namespace hornbook::test {

struct ThinLink {
  std::uint64_t bytes_per_second = 1200;  // each way: 9.6 kbit/s, IP headers included
  std::int64_t one_way_ms = 1000;
  std::uint32_t loss_permille = 200;   // of packets, each way, after they took their time on the link
  std::uint64_t queue_bytes = 16'000;  // what a modem keeps while the link is busy; more is dropped
  std::uint64_t seed = 1;
};

struct ThinLinkCounts {
  std::uint64_t bytes_up = 0;  // IP packets that the device sent, lost ones included
  std::uint64_t bytes_down = 0;
  std::uint64_t packets = 0;
  std::uint64_t lost = 0;
  std::uint64_t dropped = 0;  // by a full queue
};

class ThinNetwork {
 public:
  // NotAllowed where namespaces or TUN devices are not allowed or `ip` is missing.
  [[nodiscard]] static Result<ThinNetwork> create(const ThinLink& link);
  ~ThinNetwork();
  ThinNetwork(ThinNetwork&&) noexcept;
  ThinNetwork& operator=(ThinNetwork&&) noexcept;

  // The command as run at the device's or at the school's end.
  [[nodiscard]] std::vector<std::string> at_device(const std::vector<std::string>& command) const;
  [[nodiscard]] std::vector<std::string> at_school(const std::vector<std::string>& command) const;
  static constexpr const char* school_address = "10.119.0.2";

  [[nodiscard]] ThinLinkCounts counts() const;

 private:
  struct State;
  explicit ThinNetwork(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace hornbook::test

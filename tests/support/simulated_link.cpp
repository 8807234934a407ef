#include "tests/support/simulated_link.hpp"

#include <algorithm>
#include <boost/asio/error.hpp>
#include <boost/beast/core/error.hpp>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "runtime/core/seeded_random.hpp"

namespace hornbook::test {
namespace {

using link::SystemError;

constexpr std::size_t packet_bytes = 1200;
constexpr std::int64_t never_ms = INT64_MAX;

// One way of one connection.
struct Direction {
  struct Packet {
    Bytes bytes;
    std::int64_t arrives_ms = 0;
  };
  explicit Direction(std::uint64_t seed) : random(seed) {}

  std::deque<Packet> packets{};
  std::uint64_t carried = 0;
  std::int64_t free_ms = 0;  // the last packet has left then
  SeededRandom random;       // a direction's own, so that the order of threads decides nothing
  std::optional<std::uint64_t> cut_at{};
  std::optional<std::uint64_t> changes_at{};
  // After the packets: how it ended and when the reader learns it.
  std::optional<SystemError> end{};
  std::int64_t end_ms = 0;

  void finish(SystemError how, std::int64_t at_ms) {
    if (end) return;
    end = how;
    end_ms = at_ms;
  }
};

struct Wire {
  Wire(const LinkFate& with, std::uint64_t seed, std::int64_t now_ms)
      : fate(with), up(seed * 2), down(seed * 2 + 1), closes_ms(with.lasts_ms ? now_ms + *with.lasts_ms : never_ms) {
    up.cut_at = with.cut_up_at;
    down.cut_at = with.cut_down_at;
    up.changes_at = with.changes_up_at;
    down.changes_at = with.changes_down_at;
  }

  LinkFate fate;
  std::mutex mutex;
  std::condition_variable changed;
  Direction up;
  Direction down;
  std::int64_t closes_ms;

  // The link is no more, in both directions.
  void lose(std::int64_t at_ms) {
    for (Direction* direction : {&up, &down})
      direction->finish(boost::asio::error::connection_reset, fate.ends_silently ? never_ms : at_ms);
  }
};

class End final : public link::Channel {
 public:
  End(std::shared_ptr<Wire> wire, Direction& in, Direction& out, std::int64_t& clock_ms)
      : wire_(std::move(wire)), in_(in), out_(out), clock_ms_(clock_ms) {}
  ~End() override {
    end_sending();
    if (other_side_.joinable()) other_side_.join();
  }
  void keep(std::thread other_side) { other_side_ = std::move(other_side); }

  void set_deadline(std::int64_t from_now_ms) override { deadline_ms_ = clock_ms_ + from_now_ms; }
  void end_sending() override {
    const std::scoped_lock lock(wire_->mutex);
    out_.finish(boost::asio::error::eof, std::max(clock_ms_, out_.free_ms) + wire_->fate.one_way_ms);
    wire_->changed.notify_all();
  }
  [[nodiscard]] link::Traffic traffic() const override { return traffic_; }

  std::size_t read_some(std::span<std::uint8_t> into, SystemError& error) override {
    std::unique_lock lock(wire_->mutex);
    wire_->changed.wait(lock, [this] { return !in_.packets.empty() || in_.end; });
    const std::int64_t at_ms = in_.packets.empty() ? in_.end_ms : in_.packets.front().arrives_ms;
    if (at_ms > deadline_ms_) {
      clock_ms_ = std::max(clock_ms_, deadline_ms_);
      error = boost::beast::error::timeout;
      return 0;
    }
    clock_ms_ = std::max(clock_ms_, at_ms);
    if (in_.packets.empty()) {
      error = *in_.end;
      return 0;
    }
    return take(in_.packets.front().bytes, into);
  }

  std::size_t write_some(ByteView bytes, SystemError& error) override {
    const std::scoped_lock lock(wire_->mutex);
    if (out_.end) {
      error = boost::asio::error::broken_pipe;
      return 0;
    }
    const std::size_t size = std::min(bytes.size(), packet_bytes);
    send(Bytes(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size)));
    traffic_.sent_bytes += size;
    waits_for_answer_ = true;
    wire_->changed.notify_all();
    return size;
  }

 private:
  std::size_t take(Bytes& from, std::span<std::uint8_t> into) {
    const std::size_t size = std::min(from.size(), into.size());
    std::copy_n(from.begin(), size, into.begin());
    from.erase(from.begin(), from.begin() + static_cast<std::ptrdiff_t>(size));
    if (from.empty()) in_.packets.pop_front();
    traffic_.received_bytes += size;
    traffic_.round_trips += waits_for_answer_ ? 1u : 0u;
    waits_for_answer_ = false;
    return size;
  }

  void send(Bytes packet) {
    const LinkFate& fate = wire_->fate;
    const bool is_cut = out_.cut_at && out_.carried + packet.size() > *out_.cut_at;
    if (is_cut) packet.resize(static_cast<std::size_t>(*out_.cut_at - std::min(out_.carried, *out_.cut_at)));
    if (out_.changes_at && *out_.changes_at >= out_.carried && *out_.changes_at - out_.carried < packet.size())
      packet[static_cast<std::size_t>(*out_.changes_at - out_.carried)] ^= 0x20;
    const auto takes_ms = static_cast<std::int64_t>(packet.size() * 1000 / fate.bytes_per_second);
    const bool stalls = out_.random.below(1000) < fate.stalls_permille;
    out_.free_ms = std::max(clock_ms_, out_.free_ms) + takes_ms + (stalls ? fate.stall_ms : 0);
    const std::int64_t arrives_ms = out_.free_ms + fate.one_way_ms;
    if (arrives_ms > wire_->closes_ms) return wire_->lose(wire_->closes_ms);
    out_.carried += packet.size();
    if (!packet.empty()) out_.packets.push_back({std::move(packet), arrives_ms});
    if (is_cut) wire_->lose(arrives_ms);
  }

  std::shared_ptr<Wire> wire_;
  Direction& in_;
  Direction& out_;
  std::int64_t& clock_ms_;
  std::int64_t deadline_ms_ = never_ms;
  link::Traffic traffic_;
  bool waits_for_answer_ = false;
  std::thread other_side_;
};

}  // namespace

SimulatedLink::SimulatedLink(Serve serve, std::uint64_t seed) : serve_(std::move(serve)), seed_(seed) {}

Result<std::unique_ptr<link::Channel>> SimulatedLink::dial(const link::ServerAddress&, std::int64_t deadline_ms) {
  const std::int64_t round_trip_ms = 2 * fate_.one_way_ms;
  if (fate_.is_refused || round_trip_ms > deadline_ms) {
    now_ms_ += std::clamp<std::int64_t>(deadline_ms, 0, round_trip_ms);
    return fail(ErrorCode::NoLink, "connect", "the server does not answer");
  }
  auto wire = std::make_shared<Wire>(fate_, ++seed_, now_ms_);
  now_ms_ += round_trip_ms;
  auto near_end = std::make_unique<End>(wire, wire->down, wire->up, now_ms_);
  near_end->set_deadline(deadline_ms - round_trip_ms);
  near_end->keep(std::thread([wire, serve = serve_, start_ms = now_ms_] {
    std::int64_t clock_ms = start_ms;
    End far_end(wire, wire->up, wire->down, clock_ms);
    serve(far_end);
  }));
  return near_end;
}

}  // namespace hornbook::test

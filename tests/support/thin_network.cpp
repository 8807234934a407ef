#include "tests/support/thin_network.hpp"

#include <fcntl.h>
#include <linux/if_tun.h>
#include <net/if.h>
#include <poll.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <deque>
#include <mutex>
#include <thread>

#include "runtime/core/bytes.hpp"
#include "runtime/core/seeded_random.hpp"
#include "tests/support/child_process.hpp"

namespace hornbook::test {
namespace {

constexpr const char* device_address = "10.119.0.1";
constexpr const char* interface_name = "thin0";
constexpr std::size_t packet_bytes_max = 2048;

std::int64_t now_us() {
  return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

tl::unexpected<Error> not_here() {
  return fail(ErrorCode::NotAllowed, "network namespaces", "this machine does not allow them");
}

// By a thread that goes to live in the namespace; the descriptor works from everywhere.
int open_tun(const std::string& name_space) {
  int tun = -1;
  std::thread([&] {
    const int there = ::open(("/var/run/netns/" + name_space).c_str(), O_RDONLY | O_CLOEXEC);
    if (there < 0) return;
    if (::setns(there, CLONE_NEWNET) == 0) tun = ::open("/dev/net/tun", O_RDWR | O_CLOEXEC | O_NONBLOCK);
    ::close(there);
    ifreq request{};
    request.ifr_flags = IFF_TUN | IFF_NO_PI;
    std::strncpy(request.ifr_name, interface_name, IFNAMSIZ - 1);
    if (tun >= 0 && ::ioctl(tun, TUNSETIFF, &request) != 0) {
      ::close(tun);
      tun = -1;
    }
  }).join();
  return tun;
}

// One direction of the link.
class Way {
 public:
  Way(int from, int to, const ThinLink& link, std::uint64_t seed) : from_(from), to_(to), link_(link), random_(seed) {}

  void take_all(ThinLinkCounts& counts, std::uint64_t& bytes) {
    std::array<std::uint8_t, packet_bytes_max> packet{};
    for (ssize_t size = 0; (size = ::read(from_, packet.data(), packet.size())) > 0;)
      take(ByteView(packet).first(static_cast<std::size_t>(size)), counts, bytes);
  }
  void give_what_is_due() {
    for (const std::int64_t now = now_us(); !under_way_.empty() && under_way_.front().due_us <= now;) {
      const Bytes& packet = under_way_.front().packet;
      static_cast<void>(::write(to_, packet.data(), packet.size()) < 0);  // a full device drops, as a link does
      under_way_.pop_front();
    }
  }
  [[nodiscard]] std::int64_t next_due_us() const { return under_way_.empty() ? INT64_MAX : under_way_.front().due_us; }

 private:
  struct UnderWay {
    Bytes packet;
    std::int64_t due_us = 0;
  };

  void take(ByteView packet, ThinLinkCounts& counts, std::uint64_t& bytes) {
    const auto rate = static_cast<std::int64_t>(link_.bytes_per_second);
    const std::int64_t now = now_us();
    const std::int64_t queued_bytes = std::max<std::int64_t>(free_us_ - now, 0) * rate / 1'000'000;
    if (static_cast<std::uint64_t>(queued_bytes) + packet.size() > link_.queue_bytes) {
      ++counts.dropped;
      return;
    }
    ++counts.packets;
    bytes += packet.size();
    free_us_ = std::max(free_us_, now) + static_cast<std::int64_t>(packet.size()) * 1'000'000 / rate;
    if (random_.below(1000) < link_.loss_permille) {
      ++counts.lost;
      return;
    }
    under_way_.push_back({Bytes(packet.begin(), packet.end()), free_us_ + link_.one_way_ms * 1000});
  }

  int from_;
  int to_;
  ThinLink link_;
  SeededRandom random_;
  std::int64_t free_us_ = 0;
  std::deque<UnderWay> under_way_;
};

}  // namespace

struct ThinNetwork::State {
  std::string device = "hornbook-device-" + std::to_string(::getpid());
  std::string school = "hornbook-school-" + std::to_string(::getpid());
  int device_tun = -1;
  int school_tun = -1;
  std::atomic<bool> stopping = false;
  mutable std::mutex mutex;
  ThinLinkCounts counts;
  std::thread forwarder;

  ~State() {
    stopping = true;
    if (forwarder.joinable()) forwarder.join();
    for (const int tun : {device_tun, school_tun})
      if (tun >= 0) ::close(tun);
    for (const std::string& name : {device, school}) static_cast<void>(run({"ip", "netns", "del", name}));
  }

  [[nodiscard]] bool set_up(const std::string& name, int& tun, const char* own, const char* peer) const {
    if (run({"ip", "netns", "add", name}).exit_code != 0) return false;
    tun = open_tun(name);
    const auto ip = [&](std::vector<std::string> words) {
      words.insert(words.begin(), {"ip", "-n", name});
      return run(words).exit_code == 0;
    };
    return tun >= 0 && ip({"link", "set", "lo", "up"}) &&
           ip({"addr", "add", std::string(own) + "/32", "peer", std::string(peer) + "/32", "dev", interface_name}) &&
           ip({"link", "set", interface_name, "up"});
  }

  void forward(const ThinLink& link) {
    Way up(device_tun, school_tun, link, link.seed * 2);
    Way down(school_tun, device_tun, link, link.seed * 2 + 1);
    while (!stopping) {
      constexpr std::int64_t look_again_us = 50'000;
      const std::int64_t due_us = std::min(up.next_due_us(), down.next_due_us());
      const std::int64_t wait_us = std::clamp<std::int64_t>(due_us - now_us(), 0, look_again_us);
      std::array<pollfd, 2> ends{pollfd{device_tun, POLLIN, 0}, pollfd{school_tun, POLLIN, 0}};
      const timespec wait{0, static_cast<long>(wait_us) * 1000};
      ::ppoll(ends.data(), ends.size(), &wait, nullptr);
      const std::scoped_lock lock(mutex);
      up.take_all(counts, counts.bytes_up);
      down.take_all(counts, counts.bytes_down);
      up.give_what_is_due();
      down.give_what_is_due();
    }
  }
};

ThinNetwork::ThinNetwork(std::unique_ptr<State> state) : state_(std::move(state)) {}
ThinNetwork::~ThinNetwork() = default;
ThinNetwork::ThinNetwork(ThinNetwork&&) noexcept = default;
ThinNetwork& ThinNetwork::operator=(ThinNetwork&&) noexcept = default;

Result<ThinNetwork> ThinNetwork::create(const ThinLink& link) {
  if (::geteuid() != 0) return not_here();
  auto state = std::make_unique<State>();
  if (!state->set_up(state->device, state->device_tun, device_address, school_address)) return not_here();
  if (!state->set_up(state->school, state->school_tun, school_address, device_address)) return not_here();
  state->forwarder = std::thread([raw = state.get(), link] { raw->forward(link); });
  return ThinNetwork(std::move(state));
}

std::vector<std::string> ThinNetwork::at_device(const std::vector<std::string>& command) const {
  std::vector<std::string> words{"ip", "netns", "exec", state_->device};
  words.insert(words.end(), command.begin(), command.end());
  return words;
}
std::vector<std::string> ThinNetwork::at_school(const std::vector<std::string>& command) const {
  std::vector<std::string> words{"ip", "netns", "exec", state_->school};
  words.insert(words.end(), command.begin(), command.end());
  return words;
}

ThinLinkCounts ThinNetwork::counts() const {
  const std::scoped_lock lock(state_->mutex);
  return state_->counts;
}

}  // namespace hornbook::test

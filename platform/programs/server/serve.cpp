#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <thread>
#include <utility>

#include "platform/programs/server/commands.hpp"
#include "platform/system/clock.hpp"
#include "platform/system/stop_request.hpp"
#include "sync/link/http_server.hpp"
#include "sync/server/web/site.hpp"

namespace hornbook::platform {
namespace {

// One serving program a data folder; the other commands work beside it.
class ServeLock {
 public:
  static Result<ServeLock> take(const std::filesystem::path& data_directory) {
    ServeLock lock(::open((data_directory / "serve.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (lock.descriptor_ < 0) return fail(ErrorCode::StorageFailure, "serve", "the data folder cannot be written");
    if (::flock(lock.descriptor_, LOCK_EX | LOCK_NB) != 0)
      return fail(ErrorCode::Busy, "serve", "another hornbook-server serves this data folder");
    return lock;
  }
  ~ServeLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  ServeLock(ServeLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  ServeLock& operator=(ServeLock&&) = delete;
  ServeLock(const ServeLock&) = delete;
  ServeLock& operator=(const ServeLock&) = delete;

 private:
  explicit ServeLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

std::string url_of(const link::ListenAddress& address, std::uint16_t port, bool plain) {
  const bool is_ipv6 = address.host.find(':') != std::string::npos;
  return fmt::format("{}://{}{}{}:{}", plain ? "http" : "https", is_ipv6 ? "[" : "", address.host, is_ipv6 ? "]" : "",
                     port);
}

// Where devices find a server that listens there: no device can call "every address".
std::string url_for_devices(link::ListenAddress address, std::uint16_t port, bool plain) {
  std::array<char, 256> name{};
  const bool is_everywhere = address.host == "0.0.0.0" || address.host == "::";
  if (is_everywhere && ::gethostname(name.data(), name.size() - 1) == 0) address.host = name.data();
  return url_of(address, port, plain);
}

Done remember_address(const SchoolPlace& place, const std::string& url) {
  TRY_ASSIGN(server::School school, server::School::open(opening_of(place)));
  return school.put_setting(server::address_setting, url);
}

// Looks once a minute whether a calibration is due.
void calibrate_when_due(server::Site& site, const std::stop_token& ended) {
  constexpr int seconds_between = 60;
  for (int second = 1; !ended.stop_requested() && !stop_requested(); ++second) {
    std::this_thread::sleep_for(std::chrono::seconds(1));
    if (second % seconds_between != 0) continue;
    const Result<bool> calibrated = site.calibrate_when_due();
    if (!calibrated) std::fprintf(stderr, "hornbook-server: %s\n", describe(calibrated.error()).c_str());
  }
}

}  // namespace

Done run_serve(const ServeOptions& options, const SchoolPlace& place) {
  listen_for_stop_requests();
  TRY_ASSIGN(const link::ListenAddress address, link::parse_listen_address(options.listen));
  TRY_ASSIGN(server::School school, server::School::open(opening_of(place)));
  TRY_ASSIGN(const ServeLock lock, ServeLock::take(place.data_directory));
  const SystemClock clock;
  const link::TlsIdentity tls = school.tls();
  server::Site site(std::move(school), clock, !options.plain);
  TRY_ASSIGN(link::HttpServer http, link::HttpServer::listen(
                                        address, options.plain ? nullptr : &tls,
                                        [&site](const link::HttpRequest& request) { return site.answer(request); }, {},
                                        [&site](ByteView identity) { return site.known_device(identity); }));
  TRY_DONE(remember_address(place, url_for_devices(address, http.port(), options.plain)));
  std::printf("listening on %s\n", url_of(address, http.port(), options.plain).c_str());
  std::fflush(stdout);
  const std::jthread calibrating([&site](const std::stop_token& ended) { calibrate_when_due(site, ended); });
  return http.run(stop_request());
}

}  // namespace hornbook::platform

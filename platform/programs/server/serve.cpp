#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cstdio>

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

}  // namespace

Done run_serve(const ServeOptions& options) {
  listen_for_stop_requests();
  TRY_ASSIGN(const link::ListenAddress address, link::parse_listen_address(options.listen));
  TRY_ASSIGN(server::School school, server::School::open(opening_of(options.place)));
  TRY_ASSIGN(const ServeLock lock, ServeLock::take(options.place.data_directory));
  const SystemClock clock;
  const link::TlsIdentity tls = school.tls();
  server::Site site(std::move(school), clock, !options.plain);
  TRY_ASSIGN(link::HttpServer http,
             link::HttpServer::listen(address, options.plain ? nullptr : &tls,
                                      [&site](const link::HttpRequest& request) { return site.answer(request); }));
  std::printf("listening on %s\n", url_of(address, http.port(), options.plain).c_str());
  std::fflush(stdout);
  return http.run(stop_request());
}

}  // namespace hornbook::platform

#include <chrono>
#include <cstdio>
#include <thread>

#include "platform/programs/server/commands.hpp"
#include "platform/programs/server/listening_url.hpp"
#include "platform/programs/server/serve_lock.hpp"
#include "platform/system/clock.hpp"
#include "platform/system/stop_request.hpp"
#include "sync/link/http_server.hpp"
#include "sync/server/web/site.hpp"

namespace hornbook::platform {
namespace {

Done remember_address(const SchoolPlace& place, const std::string& url) {
  TRY_ASSIGN(server::School school, server::School::open(opening_of(place)));
  return school.put_setting(server::address_setting, url);
}

void say_when_it_fails(const Result<bool>& done) {
  if (!done) std::fprintf(stderr, "hornbook-server: %s\n", describe(done.error()).c_str());
}

// Looks once a minute whether a publication or a calibration is due.
void keep_up(server::Site& site, const std::stop_token& ended) {
  constexpr int seconds_between = 60;
  for (int second = 1; !ended.stop_requested() && !stop_requested(); ++second) {
    std::this_thread::sleep_for(std::chrono::seconds(1));
    if (second % seconds_between != 0) continue;
    say_when_it_fails(site.publish_when_due());
    say_when_it_fails(site.calibrate_when_due());
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
  say_when_it_fails(site.publish_when_due());
  const std::jthread keeping_up([&site](const std::stop_token& ended) { keep_up(site, ended); });
  return http.run(stop_request());
}

}  // namespace hornbook::platform

#include "platform/system/stop_request.hpp"

#include <atomic>
#include <csignal>
#include <initializer_list>

namespace hornbook::platform {
namespace {

std::atomic<bool> requested{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may set nothing else");

extern "C" void request_stop(int) { requested = true; }

}  // namespace

void listen_for_stop_requests() {
  struct sigaction action {};
  action.sa_handler = request_stop;  // no SA_RESTART: a sleeping call returns, and its loop looks at the request
  sigemptyset(&action.sa_mask);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) ::sigaction(signal, &action, nullptr);
}

bool stop_requested() { return requested; }
const std::atomic<bool>& stop_request() { return requested; }

}  // namespace hornbook::platform

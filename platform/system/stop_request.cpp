#include "platform/system/stop_request.hpp"

#include <csignal>
#include <initializer_list>

namespace hornbook::platform {
namespace {

volatile std::sig_atomic_t requested = 0;

extern "C" void request_stop(int) { requested = 1; }

}  // namespace

void listen_for_stop_requests() {
  struct sigaction action {};
  action.sa_handler = request_stop;  // no SA_RESTART: a sleeping call returns, and its loop looks at the request
  sigemptyset(&action.sa_mask);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) ::sigaction(signal, &action, nullptr);
}

bool stop_requested() { return requested != 0; }

}  // namespace hornbook::platform

// hornbook: the station. Everything is put together in run.cpp.
#include <cstdio>

#include "platform/programs/station/options.hpp"
#include "platform/programs/station/run.hpp"
#include "platform/system/hardening.hpp"
#include "platform/system/stop_request.hpp"

namespace {

using namespace hornbook;

Done run_from(int count, const char* const* arguments) {
  TRY_DONE(platform::forbid_core_dumps());
  platform::listen_for_stop_requests();
  TRY_ASSIGN(const auto parsed, platform::parse_options(count, arguments));
  if (const auto* print = std::get_if<platform::TextToPrint>(&parsed)) {
    std::fputs(print->text.c_str(), stdout);
    return {};
  }
  return platform::run(std::get<platform::Options>(parsed));
}

}  // namespace

int main(int count, char** arguments) {
  const Done done = run_from(count, arguments);
  if (done) return 0;
  std::fprintf(stderr, "hornbook: %s\n", describe(done.error()).c_str());
  return exit_code(done.error().code);
}

#include "platform/programs/station/trace.hpp"

#include <cinttypes>

#include "platform/system/clock.hpp"

namespace hornbook::platform {

Result<Trace> Trace::open(const std::optional<std::filesystem::path>& path) {
  Trace trace;
  if (!path) return trace;
  trace.file_.reset(std::fopen(path->c_str(), "we"));
  if (!trace.file_) return fail(ErrorCode::StorageFailure, "trace", "the file for the timings cannot be written");
  return trace;
}

void Trace::line(const char* name, std::int64_t value) {
  if (file_) std::fprintf(file_.get(), "{\"%s\":%" PRId64 "}\n", name, value);
}

void Trace::started(UnixMs at) { line("start", at); }

void Trace::frame_shown(std::int64_t cpu_us, bool interactive) {
  if (!file_) return;
  line("cpu_us", cpu_us);
  if (!any_frame_) line("first_frame", since_process_start_us());
  any_frame_ = true;
  if (interactive && !any_interactive_) {
    line("first_interactive", since_process_start_us());
    std::fflush(file_.get());
    any_interactive_ = true;
  }
  if (answer_waits_for_frame_) line("tap_to_frame_us", stopwatch_us() - input_at_us_);
  answer_waits_for_frame_ = false;
}

void Trace::input_arrived() { input_at_us_ = stopwatch_us(); }

void Trace::answer_durable(std::uint64_t epoch, std::uint64_t sequence) {
  if (!file_) return;
  std::fprintf(file_.get(), "{\"tap_to_durable_us\":%" PRId64 ",\"epoch\":%" PRIu64 ",\"sequence\":%" PRIu64 "}\n",
               stopwatch_us() - input_at_us_, epoch, sequence);
  std::fflush(file_.get());
  answer_waits_for_frame_ = true;
}

void Trace::decided(std::int64_t us) { line("decide_us", us); }

}  // namespace hornbook::platform

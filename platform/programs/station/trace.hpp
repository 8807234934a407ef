// Timings as JSON Lines, for measurements from outside. Times are microseconds, no learner is in them.
//
//  {"start":UNIX_MS}                 the program was started
//  {"first_frame":T}                 T since the kernel started the process
//  {"first_interactive":T}           the first frame that can be touched
//  {"cpu_us":T}                      per frame: processor time for view, layout, drawing and showing
//  {"tap_to_durable_us":T,"epoch":E,"sequence":S}   per answer: from the input to the commit of the response S, written
//                                    out at once after the commit
//  {"tap_to_frame_us":T}             per answer: from the input to the frame that shows the result
//  {"decide_us":T}                   per decision: the whole update that made it
#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>

#include "runtime/core/error.hpp"
#include "runtime/core/time.hpp"

namespace hornbook::platform {

class Trace {
 public:
  // Writes nothing without a path. StorageFailure when the file cannot be made.
  [[nodiscard]] static Result<Trace> open(const std::optional<std::filesystem::path>& path);

  void started(UnixMs at);
  void frame_shown(std::int64_t cpu_us, bool interactive);
  // An input arrived: what follows is counted from here.
  void input_arrived();
  void answer_durable(std::uint64_t epoch, std::uint64_t sequence);
  void decided(std::int64_t us);

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  void line(const char* name, std::int64_t value);

  std::unique_ptr<std::FILE, Close> file_;
  std::int64_t input_at_us_ = 0;
  bool answer_waits_for_frame_ = false;
  bool any_frame_ = false, any_interactive_ = false;
};

}  // namespace hornbook::platform

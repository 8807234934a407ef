// The command line of `hornbook`.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>

#include "platform/sdl/display.hpp"
#include "runtime/core/error.hpp"
#include "runtime/core/time.hpp"
#include "runtime/journal/device_identity.hpp"

namespace hornbook::platform {

struct Options {
  std::filesystem::path data;
  std::optional<journal::Profile> profile;  // what the caller expects the device to be
  bool kiosk = false;
  DisplaySize size{1280, 800};
  float scale = 1;
  std::string language = "en";
  bool headless = false;
  std::optional<std::filesystem::path> script, capture, trace;
  std::optional<std::uint64_t> seed;
  bool real_clock = false;             // --clock real
  std::optional<UnixMs> clock_starts;  // --clock ISO8601
  bool tree = false;
  std::int64_t lease_hours = 12;  // how long a class stays open at most

  // Options that make a run repeatable; learners' own data must not be run so.
  [[nodiscard]] bool for_demo_alone() const { return script || seed || real_clock || clock_starts; }
};

// "1280x800": two sides of 320 to 8192 pixels. WrongUsage when it is not.
[[nodiscard]] Result<DisplaySize> parse_display_size(std::string_view text);

struct TextToPrint {
  std::string text;  // what --help asked for
};

// WrongUsage, with the option's name, when the command line is wrong.
[[nodiscard]] Result<std::variant<Options, TextToPrint>> parse_options(int count, const char* const* arguments);

}  // namespace hornbook::platform

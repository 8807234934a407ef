#include "platform/programs/station/options.hpp"

#include <CLI/CLI.hpp>
#include <charconv>

#include "platform/system/clock.hpp"
#include "platform/system/paths.hpp"

namespace hornbook::platform {
namespace {

constexpr int side_pixels_min = 320, side_pixels_max = 8192;

// What CLI11 reads as text and we read further.
struct RawOptions {
  std::string data, profile, size, clock, script, capture, trace;
  std::uint64_t seed = 0;
};

tl::unexpected<Error> wrong(std::string sentence) {
  return fail(ErrorCode::WrongUsage, "command line", std::move(sentence));
}

void declare(CLI::App& app, RawOptions& raw, Options& options) {
  app.add_option("--data", raw.data, "The folder of this device's data")->type_name("DIR");
  app.add_option("--profile", raw.profile, "What the device must be enrolled as: demo, station, home or hub");
  app.add_flag("--kiosk", options.kiosk, "Full screen");
  app.add_option("--size", raw.size, "Size of the window or picture in pixels, such as 1280x800")->type_name("WxH");
  app.add_option("--scale", options.scale, "Size of everything on the screen, 0.5 to 3")->check(CLI::Range(0.5, 3.0));
  app.add_option("--lang", options.language, "Language of the station before somebody signs in")->type_name("TAG");
  app.add_flag("--headless", options.headless, "Draw into memory; no display is needed");
  app.add_option("--script", raw.script, "Run these steps, with simulated time (demo data alone)")->type_name("FILE");
  app.add_option("--capture", raw.capture, "Where pictures and trees of steps are written")->type_name("DIR");
  app.add_option("--lease-hours", options.lease_hours,
                 "How long a class stays open that a teacher opened, at most; it ends at midnight anyway")
      ->check(CLI::Range(1, 24));
  app.add_option("--seed", raw.seed, "What a script leaves to chance (demo data alone)");
  app.add_option("--clock", raw.clock, "Where time starts, or 'real' (demo data alone)")->type_name("ISO8601|real");
  app.add_flag("--tree", options.tree, "Print the last screen's tree when the program ends");
  app.add_option("--trace", raw.trace, "Write timings as JSON Lines")->type_name("FILE");
}

Result<int> side(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < side_pixels_min || value > side_pixels_max) {
    return wrong("--size takes two sides from 320 to 8192, such as 1280x800");
  }
  return value;
}

Done read_profile(const std::string& text, Options& options) {
  if (text.empty()) return {};
  const auto profile = journal::profile_from(text);
  if (!profile) return wrong("--profile is demo, station, home or hub");
  options.profile = *profile;
  return {};
}

Done read_clock(const std::string& text, Options& options) {
  options.real_clock = text == "real";
  if (text.empty() || options.real_clock) return {};
  const auto start = parse_utc(text);
  if (!start) return wrong("--clock takes a time such as 2026-09-01T08:30:00Z, or real");
  options.clock_starts = *start;
  return {};
}

Done read_further(const RawOptions& raw, Options& options) {
  options.data = raw.data.empty() ? default_data_directory() : std::filesystem::path(raw.data);
  if (!raw.script.empty()) options.script = raw.script;
  if (!raw.capture.empty()) options.capture = raw.capture;
  if (!raw.trace.empty()) options.trace = raw.trace;
  if (!raw.size.empty()) {
    TRY_ASSIGN(options.size, parse_display_size(raw.size));
  }
  TRY_DONE(read_profile(raw.profile, options));
  return read_clock(raw.clock, options);
}

}  // namespace

Result<DisplaySize> parse_display_size(std::string_view text) {
  const std::size_t cross = std::min(text.find('x'), text.size());
  DisplaySize size;
  TRY_ASSIGN(size.width, side(text.substr(0, cross)));
  TRY_ASSIGN(size.height, side(text.substr(std::min(cross + 1, text.size()))));
  return size;
}

Result<std::variant<Options, TextToPrint>> parse_options(int count, const char* const* arguments) {
  CLI::App app("Hornbook: a station where learners practise, one child at a time.", "hornbook");
  RawOptions raw;
  Options options;
  try {
    declare(app, raw, options);
    app.parse(count, arguments);
    if (app.count("--seed") > 0) options.seed = raw.seed;
  } catch (const CLI::CallForHelp&) {
    return TextToPrint{app.help()};
  } catch (const CLI::ParseError& error) {
    return wrong(std::string(error.what()) + "; see hornbook --help");
  }
  TRY_DONE(read_further(raw, options));
  return options;
}

}  // namespace hornbook::platform

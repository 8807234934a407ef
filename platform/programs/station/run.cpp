#include "platform/programs/station/run.hpp"

#include <cstdio>
#include <memory>
#include <utility>

#include "platform/programs/station/device_data.hpp"
#include "platform/programs/station/event_loop.hpp"
#include "platform/programs/station/screen.hpp"
#include "platform/programs/station/station.hpp"
#include "platform/programs/station/station_stage.hpp"
#include "platform/script/parse_script.hpp"
#include "platform/script/perform.hpp"
#include "platform/sound/silent_sound_output.hpp"
#include "platform/sound/sound_output.hpp"
#include "platform/sound/sound_player.hpp"
#include "platform/speech/espeak_voice.hpp"
#include "platform/speech/speech.hpp"
#include "platform/system/clock.hpp"
#include "platform/system/files.hpp"
#include "platform/system/kernel_keyring.hpp"
#include "runtime/core/limits.hpp"
#include "ui/semantics/dump.hpp"

namespace hornbook::platform {
namespace {

Result<Display> open_display(const Options& options) {
  if (options.headless) return Display::open_in_memory(options.size);
  return Display::open_window("Hornbook", options.size, options.kiosk ? WindowKind::FullScreen : WindowKind::Resizable);
}

Done check_allowed(const Options& options, const journal::DeviceIdentity& identity) {
  if (options.for_demo_alone() && identity.profile != journal::Profile::Demo) {
    return fail(ErrorCode::NotAllowed, "command line",
                "--script, --seed and --clock work on demo data alone; this device holds learners' own");
  }
  if (options.profile && *options.profile != identity.profile) {
    return fail(ErrorCode::NotAllowed, "command line",
                "this device is enrolled as " + std::string(journal::name_of(identity.profile)));
  }
  return {};
}

Result<Script> read_script(const std::filesystem::path& path) {
  TRY_ASSIGN(const Bytes bytes, read_file(path, limits::script_bytes_max));
  return parse_script(as_text(bytes));
}

// The station's time: moved by the script, or the machine's, from where the caller says that it starts.
struct Time {
  std::unique_ptr<Clock> clock;
  ScriptedClock* simulated = nullptr;
};
Time make_time(const Options& options) {
  const UnixMs now = SystemClock().now().unix_ms;
  const UnixMs start = options.clock_starts.value_or(now);
  if (!options.script || options.real_clock) return {std::make_unique<SystemClock>(start - now), nullptr};
  auto simulated = std::make_unique<ScriptedClock>(start);
  ScriptedClock* moved_by_script = simulated.get();
  return {std::move(simulated), moved_by_script};
}

// Without a display nobody listens either: sounds pass in time and in silence.
std::unique_ptr<SoundOutput> open_output(const Options& options, const Clock& clock) {
  if (options.headless) return std::make_unique<SilentSoundOutput>(clock);
  return open_loudspeaker(clock);
}

Done act(const Options& options, const Script& script, StationStage& stage, Station& station, const Screen& screen,
         const Clock& clock) {
  if (!options.script && !options.headless) return run_window(stage, station, screen, clock);
  stage.show();
  TRY_DONE(perform(stage, script));
  if (!options.script && options.capture) TRY_DONE(stage.capture("screen"));
  return stage.health();
}

Done run_station(const Options& options, const journal::DeviceIdentity& identity, const Script& script) {
  TRY_ASSIGN(Trace trace, Trace::open(options.trace));
  const Time time = make_time(options);
  trace.started(time.clock->now().unix_ms);
  TRY_ASSIGN(DeviceData data, open_device_data(options.data, identity, *time.clock));
  for (const Error& refused : data.shelf.refused()) std::fprintf(stderr, "hornbook: %s\n", describe(refused).c_str());
  const std::unique_ptr<SoundOutput> output = open_output(options, *time.clock);
  EspeakVoice voice;
  Speech speech(voice, *output, *time.clock);
  if (options.script) speech.keep_transcript();
  SoundPlayer sounds(*output, *time.clock);
  // The station first: a demo's class opens while the window does.
  KernelKeyring keyring("hornbook:" + to_hex(identity.id().view()));
  const bool keeps = time.simulated == nullptr && identity.profile != journal::Profile::Demo;
  Station station(data, identity, *time.clock, trace, speech, sounds, options.language,
                  {keeps ? &keyring : nullptr, options.lease_hours});
  TRY_ASSIGN(Display display, open_display(options));
  TRY_ASSIGN(const std::unique_ptr<Screen> screen, Screen::open(std::move(display), &data.shelf, options.scale, trace));
  StationStage stage(station, *screen, speech, *time.clock, trace,
                     {time.simulated, options.capture, options.seed.value_or(0)});
  Done done = act(options, script, stage, station, *screen, *time.clock);
  if (options.tree) std::fputs(ui::dump(screen->tree()).c_str(), stdout);
  station.close();
  return done;
}

// Somebody stands in front of a window: the sentence is shown there, too.
Done show_out_of_order(const Options& options, const Error& error) {
  Trace trace;
  TRY_ASSIGN(Display display, open_display(options));
  TRY_ASSIGN(const std::unique_ptr<Screen> screen, Screen::open(std::move(display), nullptr, options.scale, trace));
  ui::StationState state;
  state.language = options.language;
  state.screen = ui::OutOfOrder{error.sentence};
  return show_until_closed(*screen, state);
}

Done run_enrolled(const Options& options) {
  TRY_DONE(crypto_start());
  TRY_ASSIGN(const journal::DeviceIdentity identity, load_enrolled(options.data));
  TRY_DONE(check_allowed(options, identity));
  TRY_ASSIGN(const Script script, options.script ? read_script(*options.script) : Result<Script>(Script{}));
  return run_station(options, identity, script);
}

bool helps_to_show(const Error& error) {
  return error.code != ErrorCode::Busy && error.code != ErrorCode::NoLink && error.code != ErrorCode::WrongUsage;
}

}  // namespace

Done run(const Options& options) {
  Done done = run_enrolled(options);
  if (!done && !options.headless && !options.script && helps_to_show(done.error())) {
    // The first error is the one that counts, whether or not a window can show it.
    [[maybe_unused]] const Done shown = show_out_of_order(options, done.error());
  }
  return done;
}

}  // namespace hornbook::platform

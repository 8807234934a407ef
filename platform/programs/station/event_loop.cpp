#include "platform/programs/station/event_loop.hpp"

#include <algorithm>

#include "platform/sdl/input_reader.hpp"
#include "platform/system/stop_request.hpp"

namespace hornbook::platform {
namespace {

// A request to stop is looked for at least this often; waking up for it draws nothing.
constexpr MonotonicMs sleep_ms_max = 1000;

bool needs_frame(const SDL_Event& event) {
  if (event.type != SDL_WINDOWEVENT) return event.type == SDL_RENDER_TARGETS_RESET;
  return event.window.event == SDL_WINDOWEVENT_EXPOSED || event.window.event == SDL_WINDOWEVENT_SIZE_CHANGED;
}

int sleep_ms(const Station& station, const Clock& clock) {
  const MonotonicMs now = clock.monotonic_ms();
  const MonotonicMs until = station.next_change().value_or(now + sleep_ms_max);
  return static_cast<int>(std::clamp<MonotonicMs>(until - now, 0, sleep_ms_max));
}

}  // namespace

Done run_window(StationStage& stage, Station& station, const Screen& screen, const Clock& clock) {
  InputReader reader;
  stage.show();
  while (stage.health() && !stop_requested()) {
    SDL_Event event;
    bool any = SDL_WaitEventTimeout(&event, sleep_ms(station, clock)) != 0;
    bool frame_needed = false;
    for (; any; any = SDL_PollEvent(&event) != 0) {
      if (event.type == SDL_QUIT) return {};
      frame_needed = frame_needed || needs_frame(event);
      if (const auto input = reader.read(event, screen.display().size(), screen.scale())) stage.input(*input);
    }
    if (frame_needed) stage.show();
    stage.let_time_pass();
  }
  return stage.health();
}

Done show_until_closed(Screen& screen, const ui::StationState& state) {
  TRY_DONE(screen.draw(state, 0));
  while (!stop_requested()) {
    SDL_Event event;
    if (SDL_WaitEventTimeout(&event, static_cast<int>(sleep_ms_max)) == 0) continue;
    if (event.type == SDL_QUIT) break;
    if (needs_frame(event)) TRY_DONE(screen.draw(state, 0));
  }
  return {};
}

}  // namespace hornbook::platform

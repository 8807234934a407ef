// The window's loop: sleeps until input comes or something falls due; no frame is drawn without a change.
#pragma once

#include "platform/programs/station/screen.hpp"
#include "platform/programs/station/station.hpp"
#include "platform/programs/station/station_stage.hpp"

namespace hornbook::platform {

// Returns when the window is closed or the program is asked to stop; the error of a frame that could not be shown.
[[nodiscard]] Done run_window(StationStage& stage, Station& station, const Screen& screen, const Clock& clock);

// Shows one sentence until the window is closed: what a person can do about a station that cannot start.
[[nodiscard]] Done show_until_closed(Screen& screen, const ui::StationState& state);

}  // namespace hornbook::platform

#include "platform/programs/station/station_stage.hpp"

#include <algorithm>
#include <chrono>
#include <string>
#include <thread>
#include <utility>

#include "platform/speech/transcript.hpp"
#include "platform/system/files.hpp"
#include "ui/semantics/dump.hpp"
#include "ui/views/reading_aloud.hpp"

namespace hornbook::platform {

StationStage::StationStage(Station& station, Screen& screen, Speech& speech, const Clock& clock, Trace& trace,
                           Settings settings)
    : station_(station),
      screen_(screen),
      speech_(speech),
      clock_(clock),
      trace_(trace),
      settings_(std::move(settings)),
      chance_(settings_.seed) {}

void StationStage::draw() {
  if (health_) health_ = screen_.draw(station_.state(), clock_.monotonic_ms());
}

void StationStage::show() {
  do {
    draw();
  } while (station_.carry_out_waiting());
  read_what_is_new();
}

// The voice follows what is seen: it ends with what it reads, and begins by itself for those who wish it so.
void StationStage::read_what_is_new() {
  std::vector<ui::Utterance> said = ui::announced(screen_.tree());
  std::vector<ui::Utterance> fresh;
  for (const ui::Utterance& each : said) {
    if (std::find(announced_.begin(), announced_.end(), each) == announced_.end()) fresh.push_back(each);
  }
  announced_ = std::move(said);
  const ui::StationState& state = station_.state();
  if (!fresh.empty() && ui::reads_by_itself(state)) {
    station_.take(ui::ReadAloud{std::move(fresh)});
  } else if (state.reading && !ui::still_says(screen_.tree(), *state.reading)) {
    station_.take(ui::StopReading{});
  } else {
    return;
  }
  draw();
}

void StationStage::say_what_was_touched(const Screen::Taken& taken) {
  const ui::StationState& state = station_.state();
  if (!taken.touched.empty() && ui::reads_by_itself(state)) station_.take(ui::ReadAloud{taken.touched});
  if (taken.walked_to && state.settings.voice == ui::VoiceUse::ByItself)
    station_.take(ui::ReadAloud{{*taken.walked_to}});
}

void StationStage::input(const ui::Input& input) {
  trace_.input_arrived();
  const Screen::Taken taken = screen_.take(input);
  for (const ui::Intent& intent : taken.intents) station_.take(intent);
  say_what_was_touched(taken);
  if (taken.looks_changed || !taken.intents.empty()) show();
}

void StationStage::let_time_pass() {
  if (station_.let_time_pass()) show();
}

void StationStage::pass(std::int64_t ms) {
  const MonotonicMs end = clock_.monotonic_ms() + ms;
  for (MonotonicMs now = clock_.monotonic_ms(); now < end; now = clock_.monotonic_ms()) {
    const MonotonicMs until = std::clamp(station_.next_change().value_or(end), now + 1, end);
    if (settings_.simulated != nullptr) {
      settings_.simulated->advance(until - now);
    } else {
      std::this_thread::sleep_for(std::chrono::milliseconds(until - now));
    }
    let_time_pass();
  }
}

Result<std::filesystem::path> StationStage::file_for(std::string_view name, std::string_view ending) const {
  if (!settings_.capture) return fail(ErrorCode::BadInput, "capture", "give the folder for it with --capture DIR");
  std::error_code error;
  std::filesystem::create_directories(*settings_.capture, error);
  return *settings_.capture / (std::string(name) + std::string(ending));
}

Done StationStage::capture(std::string_view name) {
  TRY_ASSIGN(const std::filesystem::path path, file_for(name, ".png"));
  return screen_.display().save_png(path);
}

Done StationStage::dump_tree(std::string_view name) {
  TRY_ASSIGN(const std::filesystem::path path, file_for(name, ".tree.json"));
  return write_file(path, as_bytes(ui::dump(screen_.tree())));
}

Done StationStage::dump_speech(std::string_view name) {
  TRY_ASSIGN(const std::filesystem::path path, file_for(name, ".speech.json"));
  return write_file(path, as_bytes(transcript_json(speech_.take_transcript())));
}

}  // namespace hornbook::platform

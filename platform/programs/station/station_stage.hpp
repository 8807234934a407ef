// A station and its screen in step: what is done is durable, then shown. Scripts act on it, the window's loop too.
#pragma once

#include <filesystem>
#include <optional>

#include "platform/programs/station/screen.hpp"
#include "platform/programs/station/station.hpp"
#include "platform/script/stage.hpp"
#include "platform/system/clock.hpp"

namespace hornbook::platform {

class StationStage final : public Stage {
 public:
  struct Settings {
    ScriptedClock* simulated = nullptr;            // null: time passes by itself
    std::optional<std::filesystem::path> capture;  // where captures go
    std::uint64_t seed = 0;                        // of what a script leaves to chance
  };
  StationStage(Station& station, Screen& screen, Speech& speech, const Clock& clock, Trace& trace, Settings settings);

  [[nodiscard]] const ui::Node& tree() const override { return screen_.tree(); }
  [[nodiscard]] const ui::Actions<ui::Intent>& actions() const override { return screen_.actions(); }
  [[nodiscard]] const ui::StationState& state() const override { return station_.state(); }
  [[nodiscard]] SeededRandom& chance() override { return chance_; }
  void input(const ui::Input& input) override;
  void pass(std::int64_t ms) override;
  [[nodiscard]] Done capture(std::string_view name) override;
  [[nodiscard]] Done dump_tree(std::string_view name) override;
  [[nodiscard]] Done dump_speech(std::string_view name) override;

  // One frame, then what waited for it to be seen.
  void show();
  // Does what has fallen due, and shows it when it changed something.
  void let_time_pass();
  // The first error that a frame met; nothing is drawn after it.
  [[nodiscard]] const Done& health() const { return health_; }

 private:
  void draw();
  void read_what_is_new();
  void say_what_was_touched(const Screen::Taken& taken);
  Result<std::filesystem::path> file_for(std::string_view name, std::string_view ending) const;

  Station& station_;
  Screen& screen_;
  Speech& speech_;
  const Clock& clock_;
  Trace& trace_;
  Settings settings_;
  SeededRandom chance_;
  Done health_;
  std::vector<ui::Utterance> announced_;  // what the screen says by itself, as it was last shown
};

}  // namespace hornbook::platform

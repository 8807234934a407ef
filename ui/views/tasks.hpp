// The four kinds of task: where the learner answers. Only activity.cpp includes this.
#pragma once

#include "ui/views/screens.hpp"

namespace hornbook::ui::views {

// What a task's view reads. When `open` is false the answer can be looked at and no longer changed; `reveal` then holds
// the answer that is right, after the last try.
struct Workplace {
  const Scene& scene;
  const engage::Activity& activity;
  bool open = true;
  std::optional<engage::Entry> reveal;
  float width = 600, height = 400;  // what the task may fill

  // Whether the learner found the answer.
  [[nodiscard]] bool right() const {
    const auto* finished = std::get_if<engage::Finished>(&activity.phase);
    return finished != nullptr && finished->verdict.correct;
  }
  // Whether the answer on the screen is known to be right: the learner's own, or the one that is shown at last.
  [[nodiscard]] bool settled() const { return right() || reveal.has_value(); }

  [[nodiscard]] const parts::Frame& frame() const { return scene.frame; }
  [[nodiscard]] ActionId act(engage::ActivityIntent intent) const {
    return scene.actions.on(ToSession{session::Act{std::move(intent)}});
  }
};

[[nodiscard]] Node choices(const Workplace& place, const engage::MultipleChoice& task);
[[nodiscard]] Node number_entry(const Workplace& place, const engage::NumberEntry& task);
// Its two parts, where they stand apart: what is typed, and the pad.
[[nodiscard]] Node number_field(const Workplace& place, const engage::NumberEntry& task);
[[nodiscard]] Node number_pad(const Workplace& place, float width, float height);
[[nodiscard]] float number_field_height(const parts::Frame& frame);
[[nodiscard]] Node order(const Workplace& place, const engage::OrderTask& task);
[[nodiscard]] Node number_line(const Workplace& place, const engage::NumberLine& task);

// The tick that draws itself after a right answer.
[[nodiscard]] Node tick(const Workplace& place, float size);
// What takes the place of the keys or tiles that are no longer needed: a large tick that draws itself, or the lamp
// beside the answer that is shown.
[[nodiscard]] Node finish_mark(const Workplace& place, float size);

// A figure of the item, as large as fits and is good to look at.
[[nodiscard]] Node figure(const engage::Figure& drawing, float width_max, float height_max);

}  // namespace hornbook::ui::views

// What is on the display: a state becomes a tree, the tree becomes pixels; input on the tree becomes intents.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "platform/programs/station/trace.hpp"
#include "platform/sdl/display.hpp"
#include "ui/access/dispatcher.hpp"
#include "ui/screens/flow.hpp"
#include "ui/semantics/node.hpp"
#include "ui/theme/painter.hpp"

namespace hornbook::platform {

class PackShelf;

class Screen {
 public:
  // NotFound when fonts or pictures are missing. `shelf` may be null and must outlive the screen, as must `trace`.
  // `scale` multiplies what fits the display: 1280 × 800 logical pixels at scale 1.
  [[nodiscard]] static Result<std::unique_ptr<Screen>> open(Display display, const PackShelf* shelf, float scale,
                                                            Trace& trace);
  ~Screen();
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;

  // One frame of this state. OurBug or StorageFailure when it cannot be shown.
  [[nodiscard]] Done draw(const ui::StationState& state, MonotonicMs now);

  struct Taken {
    std::vector<ui::Intent> intents;         // in the order to act on them
    std::vector<ui::Utterance> touched;      // what the thing that was touched says of itself
    std::optional<ui::Utterance> walked_to;  // what the keyboard's focus moved to
    bool looks_changed = false;              // focus or a pressed control: draw although no intent came
  };
  [[nodiscard]] Taken take(const ui::Input& input);

  [[nodiscard]] const ui::Node& tree() const;
  [[nodiscard]] const ui::Actions<ui::Intent>& actions() const;
  [[nodiscard]] const Display& display() const;
  // Device pixels to a logical one.
  [[nodiscard]] float scale() const;

 private:
  struct Parts;
  explicit Screen(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace hornbook::platform

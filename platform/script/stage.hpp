// What a script acts on: a station, or a test's stand-in for one. Every act goes the way a finger's would.
#pragma once

#include <string_view>

#include "runtime/core/error.hpp"
#include "runtime/core/seeded_random.hpp"
#include "runtime/core/time.hpp"
#include "ui/access/input.hpp"
#include "ui/screens/flow.hpp"
#include "ui/semantics/node.hpp"

namespace hornbook::platform {

class Stage {
 public:
  virtual ~Stage() = default;

  // The screen as it stands: laid out, and drawn when something changed.
  [[nodiscard]] virtual const ui::Node& tree() const = 0;
  [[nodiscard]] virtual const ui::Actions<ui::Intent>& actions() const = 0;
  [[nodiscard]] virtual const ui::StationState& state() const = 0;
  // What a script leaves to chance: how long a child thinks, what a guess takes.
  [[nodiscard]] virtual SeededRandom& chance() = 0;

  // Carries one input out, to the drawn frame.
  virtual void input(const ui::Input& input) = 0;
  // Lets time go by, in simulated or in real milliseconds; the station does what falls due.
  virtual void pass(std::int64_t ms) = 0;

  // Writes NAME.png, NAME.tree.json or NAME.speech.json, what was spoken since the last of these. NotAllowed when the
  // station was given no folder for them.
  [[nodiscard]] virtual Done capture(std::string_view name) = 0;
  [[nodiscard]] virtual Done dump_tree(std::string_view name) = 0;
  [[nodiscard]] virtual Done dump_speech(std::string_view name) = 0;
};

}  // namespace hornbook::platform

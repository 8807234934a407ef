// Views are pure: a state in, a semantic tree and its actions out. One file per screen beside this one.
#pragma once

#include "runtime/core/time.hpp"
#include "ui/screens/flow.hpp"
#include "ui/semantics/lay_out.hpp"
#include "ui/semantics/node.hpp"

namespace hornbook::ui {

struct ViewContext {
  float width = 1280, height = 800;  // logical pixels
  MonotonicMs now = 0;               // for animations alone
  FindPackWords words;
  FindPassageTitle passage_title;  // may be empty: then none has one
  MeasureText measure;             // how passages are shared among pages; empty: by estimate
};

// The whole screen: thin top band, the leaf, the action band.
[[nodiscard]] Node view(const StationState& state, const ViewContext& context, Actions<Intent>& actions);

}  // namespace hornbook::ui

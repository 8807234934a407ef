// A station's screen as the tests look at it: laid out with broad letters, searched by selectors.
#pragma once

#include <array>
#include <cmath>
#include <functional>

#include "tests/unit/ui/sample_station.hpp"
#include "ui/semantics/lay_out.hpp"
#include "ui/semantics/selector.hpp"
#include "ui/views/plain_text.hpp"
#include "ui/views/view.hpp"

namespace hornbook::ui::test {

// Every character is as wide as a broad one of the beginning readers' font, so that what fits here fits there.
inline Size broad_text(const TextRequest& request) {
  constexpr std::array<float, 6> sizes{20, 24, 24, 36, 32, 44};
  const float size = sizes.at(static_cast<std::size_t>(request.type));
  const float width = static_cast<float>(plain_text(request.text).size()) * size * 0.55F;
  const float lines = std::max(1.F, std::ceil(width / std::max(request.width_max, size) - 0.01F));
  return {std::min(width, request.width_max), lines * size * 1.5F};
}

struct Shown {
  Node tree;
  Actions<Intent> actions;
};

inline Shown show(const StationState& state, float width = 1280, float height = 800, MonotonicMs now = 0) {
  Shown shown;
  ViewContext context;
  context.width = width;
  context.height = height;
  context.now = now;
  context.words = sample_words;
  shown.tree = view(state, context, shown.actions);
  lay_out(shown.tree, {0, 0, width, height}, broad_text);
  return shown;
}

inline const Node* found(const Node& tree, std::string_view selector) {
  return find(tree, parse_selector(selector).value());
}

inline engage::Gesture gesture_of(const Intent& intent) {
  return std::get<engage::Gesture>(std::get<session::Act>(std::get<ToSession>(intent).intent).intent);
}

inline void walk(const Node& node, const std::function<void(const Node&)>& visit) {
  visit(node);
  for (const Node& child : node.children) walk(child, visit);
}

inline StationState in_phase(std::uint32_t item, engage::Phase phase, const std::string& language) {
  StationState state = working_station(item, language);
  engage::at_hand(std::get<session::Working>(state.session->place).problem).phase = std::move(phase);
  return state;
}

}  // namespace hornbook::ui::test

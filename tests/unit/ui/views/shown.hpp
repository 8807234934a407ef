// A station's screen as the tests look at it: laid out with broad letters, searched by selectors.
#pragma once

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <functional>

#include "tests/unit/ui/sample_station.hpp"
#include "ui/semantics/language.hpp"
#include "ui/semantics/lay_out.hpp"
#include "ui/semantics/selector.hpp"
#include "ui/semantics/utf8.hpp"
#include "ui/views/intent_of.hpp"
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

// A text with boxes in its lines: letters and boxes one after another, from the right where it is read so.
inline MeasuredText broad_text_around(const TextRequest& request) {
  constexpr std::array<float, 6> sizes{20, 24, 24, 36, 32, 44};
  const float size = sizes.at(static_cast<std::size_t>(request.type));
  const std::string plain = plain_text(request.text);
  MeasuredText measured(Size{request.width_max, 0});
  float x = 0;
  float y = 0;
  float line = size * 1.5F;
  for (std::size_t at = 0; at < plain.size();) {
    const Utf8Character character = decode_utf8(plain, at);
    const bool is_box = character.code == 0xFFFC && measured.boxes.size() < request.boxes.size();
    const Size own = is_box ? request.boxes[measured.boxes.size()] : Size{size * 0.55F, size * 1.5F};
    if (x > 0 && x + own.width > request.width_max) {
      y += line;
      x = 0;
      line = size * 1.5F;
    }
    line = std::max(line, own.height + (is_box ? 12.F : 0.F));
    const float left = is_right_to_left(request.language) ? request.width_max - x - own.width : x;
    if (is_box) measured.boxes.push_back({left, y + 6, own.width, own.height});
    x += own.width;
    at += character.bytes;
  }
  measured.height = y + line;
  return measured;
}

// Where parts of a text stand when all its bytes are letters, one after another.
inline std::vector<Rect> broad_places(const TextRequest& request, TextRange part) {
  constexpr float letter = 13.2F;
  constexpr float line = 36;
  const auto letters = std::max(1U, static_cast<std::uint32_t>(request.width_max / letter));
  std::vector<Rect> places;
  for (std::uint32_t at = part.begin; at < part.end;) {
    const std::uint32_t end = std::min(part.end, (at / letters + 1) * letters);
    const auto width = static_cast<float>(end - at) * letter;
    const float x = static_cast<float>(at % letters) * letter;
    const bool mirrored = is_right_to_left(request.language);
    places.push_back(
        {mirrored ? request.width_max - x - width : x, static_cast<float>(at / letters) * line, width, line});
    at = end;
  }
  return places;
}

inline MeasuredText broad_letters(const TextRequest& request) {
  MeasuredText measured = request.boxes.empty() ? MeasuredText(broad_text(request)) : broad_text_around(request);
  for (const TextRange& part : request.parts) measured.parts.push_back(broad_places(request, part));
  return measured;
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
  lay_out(shown.tree, {0, 0, width, height}, broad_letters);
  return shown;
}

inline const Node* found(const Node& tree, std::string_view selector) {
  return find(tree, parse_selector(selector).value());
}

// The node that the program knows by this id; selectors of scripts have none.
inline const Node* with_id(const Node& tree, std::string_view id) {
  if (tree.id == id) return &tree;
  for (const Node& child : tree.children)
    if (const Node* inside = with_id(child, id)) return inside;
  return nullptr;
}

// The state after what the selector finds was pressed; a failure when there is nothing to press.
inline StationState pressed(StationState state, const Shown& shown, std::string_view selector, MonotonicMs now = 0) {
  const Node* node = found(shown.tree, selector);
  if (node == nullptr || !node->actions.press) {
    ADD_FAILURE() << "nothing to press: " << selector;
    return state;
  }
  return update(std::move(state), intent_of(shown.actions, {*node->actions.press, 0, {}}), now).state;
}
inline StationState pressed(StationState state, std::string_view selector, MonotonicMs now = 0) {
  const Shown shown = show(state);
  return pressed(std::move(state), shown, selector, now);
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

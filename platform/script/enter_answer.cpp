#include "platform/script/enter_answer.hpp"

#include <algorithm>

#include "platform/script/finger.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::platform {
namespace {

// A long typed answer takes a key a character, after as many to erase another; each thing carried takes two taps.
constexpr std::size_t gestures_max =
    2 * limits::answer_texts_max * limits::typed_answer_bytes_max + 4 * limits::answer_numbers_max;

tl::unexpected<Error> not_possible(const char* what) {
  return fail(ErrorCode::BadInput, "script", std::string(what) + " on this screen");
}

// Touches the line where the handle's position is.
Done slide(Stage& stage, const engage::MoveTo& move) {
  std::uint32_t steps = 1;
  const auto is_its_line = [&](const ui::Intent& intent) {
    const auto* marker = std::get_if<ui::PlaceMarker>(&intent);
    if (marker == nullptr || marker->handle != move.handle) return false;
    steps = marker->steps;
    return true;
  };
  const ui::Node* line = find_action(stage, is_its_line);
  if (line == nullptr || line->rect.width <= 0) return not_possible("there is no line to move along");
  // The first and the last place stand at the edges of the padding.
  const float inside = line->rect.width - 2 * line->layout.padding_x;
  const float along = static_cast<float>(move.position) / static_cast<float>(steps);
  return tap_at(stage, *line, (line->layout.padding_x + inside * along) / line->rect.width);
}

// Puts the finger where the gesture points, and leaves it there; the next one may go on from it.
Done point(Stage& stage, const engage::PointAt& gesture) {
  const auto is_left_open = [](const ui::Intent& intent) {
    const auto* own = act_of<engage::Gesture>(intent);
    return own != nullptr && std::holds_alternative<engage::PointAt>(*own);
  };
  const ui::Node* node = find_action(stage, is_left_open);
  if (node == nullptr || node->rect.width <= 0) return not_possible("there is nothing to point at");
  const auto along = [](float start, float length, float padding, std::uint16_t parts) {
    const float share = static_cast<float>(parts) / engage::point_parts;
    return start + padding + std::min((length - 2 * padding) * share, length - 2 * padding - 0.25F);
  };
  const float x = along(node->rect.x, node->rect.width, node->layout.padding_x, gesture.x);
  const float y = along(node->rect.y, node->rect.height, node->layout.padding_y, gesture.y);
  if (gesture.goes_on)
    stage.input(ui::PointerMove{x, y});
  else
    stage.input(ui::PointerDown{x, y});
  return {};
}

// Touches the control whose gesture it is. A place on a line or a grid is touched where it stands; what no key shows is
// typed.
Done make(Stage& stage, const engage::Gesture& gesture) {
  const auto is_it = [&](const ui::Intent& intent) {
    const auto* own = act_of<engage::Gesture>(intent);
    return own != nullptr && *own == gesture;
  };
  if (const auto* move = std::get_if<engage::MoveTo>(&gesture)) return slide(stage, *move);
  if (const auto* pointing = std::get_if<engage::PointAt>(&gesture)) return point(stage, *pointing);
  const bool is_typing =
      std::holds_alternative<engage::TypeText>(gesture) || std::holds_alternative<engage::EraseLast>(gesture);
  const ui::Node* node = is_typing ? find_action(stage, is_it) : find_on_pages(stage, is_it);
  if (node != nullptr) return tap(stage, *node);
  if (const auto* typed = std::get_if<engage::TypeText>(&gesture)) {
    stage.input(ui::TextTyped{typed->text});
  } else if (std::holds_alternative<engage::EraseLast>(gesture)) {
    stage.input(ui::KeyDown{ui::Key::Backspace});
  } else {
    return not_possible("a control that the answer needs is not");
  }
  return {};
}

}  // namespace

const engage::Problem* problem_of(const Stage& stage) {
  const auto& session = stage.state().session;
  const auto* working = session ? std::get_if<session::Working>(&session->place) : nullptr;
  return working == nullptr ? nullptr : &working->problem;
}

const engage::Activity* activity_of(const Stage& stage) {
  const engage::Problem* problem = problem_of(stage);
  return problem == nullptr ? nullptr : &engage::at_hand(*problem);
}

Done enter_answer(Stage& stage, const engage::Answer& answer) {
  const engage::Activity* activity = activity_of(stage);
  const auto wanted = activity == nullptr ? std::nullopt : engage::entry_of(activity->question->task, answer);
  if (!wanted) return not_possible("such an answer cannot be entered");
  std::optional<engage::Gesture> before;
  for (std::size_t count = 0; count < gestures_max; ++count) {
    activity = activity_of(stage);
    if (activity == nullptr) return not_possible("the activity is no longer");
    const engage::Entry entry = activity->entry;
    const auto gesture = engage::gesture_towards(activity->question->task, entry, *wanted);
    if (!gesture) {
      stage.input(ui::PointerLost{});  // a finger that still points
      return {};
    }
    TRY_DONE(make(stage, *gesture));
    activity = activity_of(stage);
    if (activity != nullptr && activity->entry == entry) return not_possible("a control does not do what it says");
  }
  return not_possible("the answer does not come about");
}

}  // namespace hornbook::platform

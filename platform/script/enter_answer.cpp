#include "platform/script/enter_answer.hpp"

#include <algorithm>

#include "platform/script/finger.hpp"

namespace hornbook::platform {
namespace {

tl::unexpected<Error> not_possible(const char* what) {
  return fail(ErrorCode::BadInput, "script", std::string(what) + " on this screen");
}

// The activity's own act behind an intent, or nullptr.
template <class Kind>
const Kind* act_of(const ui::Intent& intent) {
  const auto* to_session = std::get_if<ui::ToSession>(&intent);
  const auto* act = to_session == nullptr ? nullptr : std::get_if<session::Act>(&to_session->intent);
  return act == nullptr ? nullptr : std::get_if<Kind>(&act->intent);
}

template <class Shape>
const Shape* entry_of(const Stage& stage) {
  const auto& session = stage.state().session;
  const auto* working = session ? std::get_if<session::Working>(&session->place) : nullptr;
  return working == nullptr ? nullptr : std::get_if<Shape>(&working->activity.entry);
}

// Taps the control whose act fits; says whether there was one.
template <class Kind, class Fits>
Result<bool> tap_act(Stage& stage, const Fits& fits) {
  const ui::Node* node = find_action(stage, [&](const ui::Intent& intent) {
    const Kind* act = act_of<Kind>(intent);
    return act != nullptr && fits(*act);
  });
  if (node == nullptr) return false;
  TRY_DONE(tap(stage, *node));
  return true;
}

Done enter(Stage& stage, const engage::ChoiceAnswer& answer) {
  const auto fits = [&](const engage::SelectChoice& choice) { return choice.source_index == answer.source_index; };
  TRY_ASSIGN(const bool tapped, tap_act<engage::SelectChoice>(stage, fits));
  const auto* entry = entry_of<engage::ChoiceEntry>(stage);
  if (!tapped || entry == nullptr || entry->source_index != answer.source_index) return not_possible("no such choice");
  return {};
}

Done clear_number(Stage& stage) {
  const auto* entry = entry_of<engage::NumberEntryText>(stage);
  for (std::size_t left = entry == nullptr ? 0 : entry->text.size(); left > 0; --left) {
    if (entry_of<engage::NumberEntryText>(stage)->text.empty()) break;
    TRY_ASSIGN(const bool erased, tap_act<engage::EraseLast>(stage, [](const engage::EraseLast&) { return true; }));
    if (!erased) stage.input(ui::KeyDown{ui::Key::Backspace});
  }
  return {};
}

Done enter(Stage& stage, const engage::NumberAnswer& answer) {
  TRY_DONE(clear_number(stage));
  for (const char character : answer.typed) {
    const std::string wanted(1, character);
    const auto fits = [&](const engage::TypeText& key) { return key.text == wanted; };
    TRY_ASSIGN(const bool on_pad, tap_act<engage::TypeText>(stage, fits));
    if (!on_pad) stage.input(ui::TextTyped{wanted});
  }
  const auto* entry = entry_of<engage::NumberEntryText>(stage);
  if (entry == nullptr || entry->text != answer.typed) return not_possible("the number cannot be entered");
  return {};
}

Done pick_up(Stage& stage, std::uint8_t tile) {
  const auto fits = [&](const engage::PickTile& pick) { return pick.source_index == tile; };
  TRY_ASSIGN(const bool picked, tap_act<engage::PickTile>(stage, fits));
  if (!picked) return not_possible("the tile cannot be picked up");
  return {};
}

Done put_down(Stage& stage, std::size_t place) {
  const auto fits = [&](const engage::PlaceTile& put) { return put.place == place; };
  TRY_ASSIGN(const bool placed, tap_act<engage::PlaceTile>(stage, fits));
  if (!placed) return not_possible("the tile cannot be put down");
  return {};
}

// The first place that does not hold its tile yet.
std::optional<std::size_t> first_open_place(const engage::OrderEntry& entry, const engage::OrderAnswer& answer) {
  for (std::size_t place = 0; place < entry.places.size() && place < answer.source_indexes.size(); ++place) {
    if (entry.places[place] != answer.source_indexes[place]) return place;
  }
  return std::nullopt;
}

std::optional<std::size_t> place_of(const engage::OrderAnswer& answer, std::uint8_t tile) {
  const auto found = std::find(answer.source_indexes.begin(), answer.source_indexes.end(), tile);
  if (found == answer.source_indexes.end()) return std::nullopt;
  return static_cast<std::size_t>(found - answer.source_indexes.begin());
}

// A tile in hand goes to its place, and what lay there comes into the hand; so each tile is touched at most twice.
Done enter(Stage& stage, const engage::OrderAnswer& answer) {
  const std::size_t taps_max = 4 * answer.source_indexes.size();
  for (std::size_t taps = 0; taps <= taps_max; ++taps) {
    const auto* entry = entry_of<engage::OrderEntry>(stage);
    if (entry == nullptr) return not_possible("there is nothing to put in order");
    if (entry->picked_up) {
      const auto place = place_of(answer, *entry->picked_up);
      if (!place) return not_possible("a tile that is in no order cannot be put down");
      TRY_DONE(put_down(stage, *place));
    } else if (const auto open = first_open_place(*entry, answer)) {
      TRY_DONE(pick_up(stage, answer.source_indexes[*open]));
    } else {
      return {};
    }
  }
  return not_possible("the order cannot be made");
}

Done enter(Stage& stage, const engage::NumberLineAnswer& answer) {
  const ui::Node* line =
      find_action(stage, [](const ui::Intent& intent) { return std::holds_alternative<ui::PlaceMarker>(intent); });
  const auto& session = stage.state().session;
  const auto* working = session ? std::get_if<session::Working>(&session->place) : nullptr;
  const auto* task = working == nullptr ? nullptr : std::get_if<engage::NumberLine>(&working->activity.item.task);
  if (line == nullptr || task == nullptr) return not_possible("there is no number line");
  // The first and the last tick stand at the edges of the padding.
  const float inside = line->rect.width - 2 * line->layout.padding_x;
  const float along = static_cast<float>(answer.tick) / static_cast<float>(task->intervals);
  TRY_DONE(tap_at(stage, *line, (line->layout.padding_x + inside * along) / line->rect.width));
  const auto* entry = entry_of<engage::NumberLineEntry>(stage);
  if (entry == nullptr || entry->tick != answer.tick) return not_possible("the marker does not go there");
  return {};
}

}  // namespace

Done enter_answer(Stage& stage, const engage::Answer& answer) {
  return std::visit([&](const auto& shape) { return enter(stage, shape); }, answer);
}

}  // namespace hornbook::platform

// The three bands: a thin top, the leaf in the middle, one band of actions.
#include <algorithm>

#include "ui/semantics/utf8.hpp"
#include "ui/views/parts.hpp"

namespace hornbook::ui::parts {
namespace {

constexpr std::uint32_t beads_min = 6;
constexpr std::uint32_t beads_max = 12;
constexpr float small_beads_width = 108;
constexpr float narrow_beads_width = 156;
constexpr float wide_beads_from = 1100;
constexpr float small_tick_size = 28;
constexpr float words_from = 1000;  // narrower, a tick says that the work is saved, and a long name is cut
constexpr float whole_demo_sentence_from = 1360;

Node band(const Frame& frame, float height, std::vector<Node> children) {
  Node node = group(Direction::Row, frame.gap, std::move(children));
  node.layout.cross = Place::Center;
  node.layout.padding_x = frame.margin;
  // A title and a sentence of what is said of an answer, two lines of 36, fit without making the band taller.
  node.layout.padding_y = frame.compact ? 4 : std::clamp((height - 72) / 2, 4.F, 8.F);
  node.layout.min_height = height;
  return node;
}

Node beads(const Frame& frame, std::uint32_t finished) {
  Node node;
  node.role = Role::Progress;
  node.id = "beads";
  node.name = say(Word::FinishedToday, frame.language, {std::to_string(finished)});
  node.value = std::to_string(finished);
  node.look.drawing = Beads{std::clamp(finished + 1, beads_min, beads_max), std::min(finished, beads_max)};
  if (frame.width < wide_beads_from) node.layout.width = frame.compact ? small_beads_width : narrow_beads_width;
  return node;
}

bool is_short_of_width(const Frame& frame) { return frame.compact || frame.width < words_from; }

// A word, or on a small screen a tick that comes when the work is safe.
Node saved_mark(const Frame& frame, bool saved) {
  Node node =
      text(std::string(say(saved ? Word::Saved : Word::Saving, frame.language)), TypeStyle::Small, Paint::QuietInk);
  node.role = Role::Status;
  node.id = "saved";
  if (!is_short_of_width(frame)) return node;
  node.look.drawing = Tick{saved ? 1.F : 0.F};
  node.look.mirrored_in_rtl = false;
  node.layout.width = small_tick_size;
  node.layout.height = small_tick_size;
  return node;
}

// What there is room for: on a small screen the name up to its first space, and no more of it than fits on a line.
std::string shown_name(const Frame& frame, const std::string& name) {
  const std::size_t characters_max = frame.compact ? 9 : is_short_of_width(frame) ? 14 : 24;
  std::vector<std::string> characters = characters_of(frame.compact ? name.substr(0, name.find(' ')) : name);
  std::string shown;
  const bool is_cut = characters.size() > characters_max;
  for (std::size_t at = 0; at < (is_cut ? characters_max - 1 : characters.size()); ++at) shown += characters[at];
  return is_cut ? shown + "…" : shown;
}

Node demo_mark(const Frame& frame, bool in_a_word) {
  Node mark = text(std::string(say(Word::DemoMark, frame.language)), TypeStyle::Small, Paint::MarigoldInk);
  if (in_a_word) mark.text = say(Word::DemoInAWord, frame.language);
  return mark;
}

}  // namespace

Node screen(const Frame& frame, Bands bands) {
  Node middle = group(Direction::Column, frame.gap, std::move(bands.middle));
  middle.id = "leaf";
  middle.layout.grow = 1;
  middle.layout.padding_x = frame.margin;
  Node rest;
  rest.layout.height = frame.leaf_rest;
  Node above = group(Direction::Column, 0, {std::move(middle), std::move(rest)});
  above.layout.grow = 1;
  Node actions = band(frame, frame.action_height, std::move(bands.actions));
  actions.look.fill = bands.action_ground;
  Node node = group(Direction::Column, 0);
  node.role = Role::Screen;
  node.id = bands.id;
  node.name = std::move(bands.title);
  node.language = frame.language;
  node.look.fill = Paint::Paper;
  node.children.push_back(band(frame, frame.top_height, std::move(bands.top)));
  node.children.push_back(std::move(above));
  node.children.push_back(std::move(actions));
  return node;
}

std::vector<Node> top_band(const Frame& frame, const StationState& state, Actions<Intent>& actions) {
  std::vector<Node> nodes;
  if (const LearnerCard* card = state.signed_in ? card_of(state, *state.signed_in) : nullptr) {
    nodes.push_back(picture(card->avatar, frame.compact ? 40 : 56));
    if (!card->name.empty()) {
      nodes.push_back(text(card->name, TypeStyle::Strong));
      nodes.back().text = shown_name(frame, card->name);
    }
    if (state.session && !frame.narrow()) nodes.push_back(beads(frame, state.session->tally.finished));
  } else if (!state.class_name.empty() && !frame.compact) {
    nodes.push_back(text(state.class_name, TypeStyle::Body, Paint::QuietInk));
  }
  nodes.push_back(spacer());
  // In a lesson on a small screen one word says it; the whole sentence stood there before somebody signed in.
  if (state.demo) nodes.push_back(demo_mark(frame, state.signed_in && frame.width < whole_demo_sentence_from));
  if (state.session) nodes.push_back(saved_mark(frame, state.saved));
  if (!state.choosing_look) {
    nodes.push_back(
        picture_button(frame, std::string(say(Word::HowItLooks, frame.language)), "colours", actions.on(ShowLook{})));
  }
  return nodes;
}

}  // namespace hornbook::ui::parts

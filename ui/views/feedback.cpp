#include "ui/views/feedback.hpp"

#include <algorithm>

#include "ui/views/plain_text.hpp"

namespace hornbook::ui::views {
namespace {

constexpr float tick_begins_at = 0.3F;  // the first frame already shows that it is right

const engage::Verdict* verdict_of(const engage::Activity& activity) {
  if (const auto* again = std::get_if<engage::TryAgain>(&activity.phase)) return &again->verdict;
  if (const auto* finished = std::get_if<engage::Finished>(&activity.phase)) return &finished->verdict;
  return nullptr;
}

bool is_finished(const engage::Activity& activity) { return std::holds_alternative<engage::Finished>(activity.phase); }

// A sentence of the content, on its own coloured ground.
Node words_on(const parts::Frame& frame, Role role, Paint ground, Node sign, std::string title, std::string sentence) {
  Node words = parts::group(Direction::Column, 0);
  words.layout.grow = 1;
  if (!title.empty()) words.children.push_back(parts::text(title, TypeStyle::Strong));
  Node line = parts::text(plain_text(sentence), TypeStyle::Body);
  line.text = std::move(sentence);
  words.children.push_back(std::move(line));
  Node node = parts::group(Direction::Row, frame.gap, {std::move(sign), std::move(words)});
  node.role = role;
  node.name = title.empty() ? words.name : title;
  node.look.fill = ground;
  node.look.radius = 16;
  node.layout.cross = Place::Center;
  node.layout.grow = frame.portrait || frame.compact ? 0.F : 1.F;
  node.layout.padding_x = 16;
  node.layout.padding_y = 8;
  return node;
}

Node tick(const Workplace& place) {
  Node node;
  const MonotonicMs since = place.scene.context.now - place.activity.shown_at;
  const float drawn = static_cast<float>(since) / static_cast<float>(tick_draws_for_ms);
  node.look.drawing = Tick{place.scene.state.settings.motion ? std::clamp(drawn, tick_begins_at, 1.F) : 1.F};
  node.look.ink = Paint::Green;
  node.look.mirrored_in_rtl = false;
  node.layout.width = 48;
  node.layout.height = 48;
  return node;
}

Node hint_button(const Workplace& place) {
  const int shown = place.activity.hints_shown;
  const auto available = std::min<std::size_t>(place.activity.item.hints.size(), engage::hint_grades);
  const bool left = static_cast<std::size_t>(shown) < available;
  Node node = parts::secondary(place.frame(), place.scene.say(Word::Hint), "lamp", place.act(engage::AskHint{}));
  node.look.outline = Paint::MarigoldInk;
  node.value = place.scene.say(Word::HintOf, {std::to_string(shown)});
  if (place.frame().width < 1000) node.children.resize(1);
  return left && place.open ? node : parts::disabled(std::move(node));
}

// Leads back from "not yet": what can be kept is kept.
engage::ActivityIntent try_again_intent(const engage::Activity& activity) {
  if (const auto* line = std::get_if<engage::NumberLineEntry>(&activity.entry)) {
    return engage::MoveMarker{line->tick.value_or(0)};
  }
  if (std::holds_alternative<engage::OrderEntry>(activity.entry)) return engage::EraseLast{};
  return engage::EraseAll{};
}

Node check(const Workplace& place) {
  Node node = parts::primary(place.frame(), place.scene.say(Word::Check), place.act(engage::Submit{}));
  if (!place.open || !engage::can_submit(place.activity)) return parts::disabled(std::move(node));
  if (std::holds_alternative<engage::NumberEntryText>(place.activity.entry)) {
    // Typing goes on here, so that Enter checks.
    node.actions.type = place.act(engage::TypeText{});
    node.actions.erase = place.act(engage::EraseLast{});
    node.actions.takes_typing = true;
  }
  return node;
}

Node next_step(const Workplace& place, std::uint32_t page) {
  const Scene& scene = place.scene;
  if (is_finished(place.activity)) {
    return parts::primary(place.frame(), scene.say(Word::GoOn), scene.actions.on(ToSession{session::GoOn{}}));
  }
  if (has_feedback(place.activity)) {
    return parts::primary(place.frame(), scene.say(Word::TryAgain), place.act(try_again_intent(place.activity)));
  }
  if (place.frame().compact && page == 0) {
    return parts::primary(place.frame(), scene.say(Word::ToTheAnswer), scene.actions.on(TurnPage{1}));
  }
  return check(place);
}

}  // namespace

bool has_feedback(const engage::Activity& activity) { return verdict_of(activity) != nullptr; }

Node feedback(const Workplace& place) {
  const parts::Frame& frame = place.frame();
  const engage::Verdict& verdict = *verdict_of(place.activity);
  Node said;
  if (verdict.correct) {
    said = words_on(frame, Role::Status, Paint::GreenSoft, tick(place), place.scene.say(Word::Right), verdict.feedback);
  } else if (is_finished(place.activity)) {
    said = words_on(frame, Role::Status, Paint::HornSoft, parts::picture("lamp", 48),
                    place.scene.say(Word::HereIsTheAnswer), verdict.feedback);
  } else {
    said = words_on(frame, Role::Status, Paint::ClaySoft, parts::picture("not-yet", 48), place.scene.say(Word::NotYet),
                    verdict.feedback);
  }
  said.id = "feedback";
  return said;
}

Node hint(const Workplace& place) {
  const auto shown = static_cast<std::size_t>(place.activity.hints_shown);
  const std::size_t at = std::min(shown, place.activity.item.hints.size());
  const std::string sentence = at == 0 ? std::string() : place.activity.item.hints[at - 1];
  Node said = words_on(place.frame(), Role::Status, Paint::Sand, parts::picture("lamp", 48),
                       place.scene.say(Word::HintOf, {std::to_string(shown)}), sentence);
  said.id = "hint";
  return said;
}

std::vector<Node> activity_actions(const Workplace& place, std::uint32_t page, bool with_words) {
  const parts::Frame& frame = place.frame();
  std::vector<Node> nodes;
  Node home = parts::secondary(frame, place.scene.say(Word::Back), "home", place.scene.actions.on(Back{}));
  home.children.resize(1);
  nodes.push_back(std::move(home));
  // The answer that is shown after the last try has its words one page back.
  if (frame.compact && page > 0 && (!has_feedback(place.activity) || place.reveal)) {
    nodes.push_back(parts::picture_button(frame, place.scene.say(Word::ToTheQuestion), "back",
                                          place.scene.actions.on(TurnPage{-1})));
  }
  nodes.push_back(hint_button(place));
  const bool says_something = has_feedback(place.activity) || place.activity.hints_shown > 0;
  if (with_words && says_something) {
    nodes.push_back(has_feedback(place.activity) ? feedback(place) : hint(place));
  } else {
    nodes.push_back(parts::spacer());
  }
  nodes.push_back(next_step(place, page));
  return nodes;
}

}  // namespace hornbook::ui::views

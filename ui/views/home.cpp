#include <algorithm>

#include "runtime/adapt/explain.hpp"
#include "ui/locales/messages.hpp"
#include "ui/views/screens.hpp"
#include "ui/views/way.hpp"

namespace hornbook::ui::views {
namespace {

constexpr std::size_t other_choices_max = 2;

PackWords words_of(const Scene& scene, const measure::Candidate& candidate) {
  if (!scene.context.words) return {};
  return scene.context.words(candidate.pack_index, candidate.skill_index, scene.frame.language);
}

// What is read, or else what is practised.
std::string title_of(const Scene& scene, const PackWords& words, const measure::Candidate& candidate) {
  if (!scene.context.passage_title) return words.skill_title;
  const std::string title =
      scene.context.passage_title(candidate.pack_index, candidate.item_index, scene.frame.language);
  return title.empty() ? words.skill_title : title;
}

std::string picture_of(const PackWords& words) { return words.picture.empty() ? "leaf-landscape" : words.picture; }

std::optional<Way> way_of(const Scene& scene, const measure::Candidate& candidate) {
  return scene.state.session ? ui::way_of(*scene.state.session->context, candidate) : std::nullopt;
}

// "Equal parts: Put in order".
std::string name_with_way(const Scene& scene, std::string title, const std::optional<Way>& way) {
  return way ? title + ": " + scene.say(way->word) : std::move(title);
}

// The way of answering as a small sign under the title.
Node way_sign(const Scene& scene, const Way& way) {
  const bool compact = scene.frame.compact;
  Node sign = parts::group(Direction::Row, 12);
  sign.look.fill = Paint::HornSoft;
  sign.look.radius = 32;
  sign.layout.cross = Place::Center;
  sign.layout.padding_x = compact ? 8 : 16;
  sign.layout.padding_y = compact ? 2 : 8;
  if (!compact) sign.children.push_back(parts::picture(way.picture, 48));
  sign.children.push_back(parts::text(scene.say(way.word), compact ? TypeStyle::Small : TypeStyle::Body));
  return sign;
}

// Empty for any skill, and where no pack in play has it.
std::string skill_title_of(const Scene& scene, const session::SessionState& session, SkillKey key) {
  if (key == 0 || !scene.context.words) return {};
  for (const adapt::PackInPlay& pack : session.context->packs) {
    const auto& skills = pack.curriculum->skills;
    const auto found = std::find_if(skills.begin(), skills.end(), [key](const auto& each) { return each.key == key; });
    if (found != skills.end())
      return scene.context
          .words(pack.pack_index, static_cast<std::uint16_t>(found - skills.begin()), scene.frame.language)
          .skill_title;
  }
  return {};
}

bool has_teachers_goal(const session::SessionState& session) {
  return session::has_goal(session) && session.learner.agency.goal.by_teacher;
}

// The teacher's, while it holds: it is not the learner's to change.
std::string teachers_goal(const Scene& scene, const session::SessionState& session) {
  const interpret::GoalState& goal = session.learner.agency.goal;
  const std::string done = std::to_string(std::min(goal.done, goal.target));
  const std::string title = skill_title_of(scene, session, goal.skill);
  return title.empty() ? scene.say(Word::TeachersGoal, {done, std::to_string(goal.target)})
                       : scene.say(Word::TeachersGoalIn, {done, std::to_string(goal.target), title});
}

bool is_rest(const Scene& scene) {
  return scene.state.session && scene.state.session->decision.chosen.reason == measure::ReasonCode::Rest;
}

// What became of the learner's wish to talk; nothing when there is none.
std::optional<Node> talk_words(const Scene& scene, TypeStyle style) {
  const TalkStanding standing = scene.state.talk;
  if (standing == TalkStanding::None) return std::nullopt;
  const Word word = standing == TalkStanding::Waits     ? Word::TalkWaits
                    : standing == TalkStanding::Arrived ? Word::TalkArrived
                                                        : Word::TalkSeen;
  Node words = parts::text(scene.say(word), style);
  words.id = "talk-standing";
  words.role = Role::Status;
  return words;
}

// A small screen has room for one sentence: what became of a wish to talk, the teacher's goal, what is said, or the
// reason.
std::optional<Node> in_place_of_reason(const Scene& scene, const std::optional<std::uint16_t>& message) {
  const session::SessionState& session = *scene.state.session;
  const bool is_goal = has_teachers_goal(session);
  if (!scene.frame.compact) return std::nullopt;
  if (std::optional<Node> talk = talk_words(scene, TypeStyle::Small)) return talk;
  if (!is_goal && !message) return std::nullopt;
  Node words =
      parts::text(is_goal ? teachers_goal(scene, session) : std::string(message_words(*message, scene.frame.language)),
                  TypeStyle::Small);
  words.id = is_goal ? "teachers-goal" : "message";
  return words;
}

// What the large card says, and what it does.
struct Suggested {
  std::string heading;  // above the picture; none: nothing
  std::string picture;
  std::string title;
  std::optional<Way> way;
  std::string name;
  ActionId press = 0;
};

Suggested suggested(const Scene& scene, const PackWords& words, const measure::Candidate& candidate) {
  if (is_rest(scene)) {
    const std::string title = scene.say(Word::EnoughForToday);
    return {"", "another-day", title, std::nullopt, title, scene.actions.on(SignOut{})};
  }
  const std::string heading = scene.say(Word::NextForYou);
  const std::optional<Way> way = way_of(scene, candidate);
  const std::string title = title_of(scene, words, candidate);
  return {heading,
          picture_of(words),
          title,
          way,
          heading + ": " + name_with_way(scene, title, way),
          scene.actions.on(ToSession{session::ChooseOption{0}})};
}

// "Next for you": the picture of the skill, its title and why it comes now. Or that it is enough for today.
Node suggestion(const Scene& scene, const measure::Candidate& candidate, const std::optional<std::uint16_t>& message) {
  const parts::Frame& frame = scene.frame;
  const PackWords words = words_of(scene, candidate);
  const Suggested what = suggested(scene, words, candidate);
  const bool upright = !frame.portrait && !frame.compact;
  Node leaf = parts::card(frame, {});
  leaf.role = Role::Button;
  leaf.id = "next";
  leaf.name = what.name;
  leaf.actions.press = what.press;
  leaf.layout.grow = frame.portrait ? 1.F : 1.8F;
  leaf.layout.main = Place::Center;
  leaf.layout.cross = Place::Center;
  const bool low = upright && frame.height < 700;
  leaf.layout.gap = frame.compact ? 4 : low ? 8 : 16;
  const float size = frame.compact ? 56 : low ? 104 : message ? 160 : 224;
  if (!frame.tiny() && !what.heading.empty())
    leaf.children.push_back(parts::text(what.heading, TypeStyle::Body, Paint::MarigoldInk));
  // On a low screen the message takes the room of the picture.
  if (!frame.tiny() && !(low && message)) leaf.children.push_back(parts::picture(what.picture, size));
  leaf.children.push_back(parts::heading(what.title, frame.compact ? TypeStyle::Strong : TypeStyle::Title));
  if (what.way && !frame.tiny()) leaf.children.push_back(way_sign(scene, *what.way));
  std::optional<Node> instead = in_place_of_reason(scene, message);
  leaf.children.push_back(instead ? std::move(*instead)
                                  : parts::text(adapt::reason_for_learner(candidate, words.skill_title, frame.language),
                                                frame.compact ? TypeStyle::Small : TypeStyle::Body));
  for (Node& child : leaf.children) child.look.align = TextAlign::Center;
  return leaf;
}

// The way of answering under a title, with a small picture when the large one tells something else.
Node way_caption(const Scene& scene, const Way& way, bool pictured) {
  Node caption = parts::group(Direction::Row, 8);
  caption.layout.cross = Place::Center;
  if (pictured) caption.children.push_back(parts::picture(way.picture, 32));
  caption.children.push_back(parts::text(scene.say(way.word), TypeStyle::Small, Paint::QuietInk));
  return caption;
}

// A picture and its words, in a row.
Node card_beside(const parts::Frame& frame, ActionId press) {
  Node leaf = parts::card(frame, {});
  leaf.role = Role::Button;
  leaf.actions.press = press;
  leaf.layout.grow = 1;
  leaf.layout.direction = Direction::Row;
  leaf.layout.cross = Place::Center;
  leaf.layout.padding_x = frame.compact ? 8 : 24;
  leaf.layout.padding_y = 8;
  leaf.layout.min_height = frame.target;
  return leaf;
}

Node other(const Scene& scene, const measure::Candidate& candidate, std::uint8_t option) {
  const parts::Frame& frame = scene.frame;
  const PackWords words = words_of(scene, candidate);
  Node leaf = card_beside(frame, scene.actions.on(ToSession{session::ChooseOption{option}}));
  leaf.id = "option-" + std::to_string(option);
  const std::optional<Way> way = way_of(scene, candidate);
  const std::string title = title_of(scene, words, candidate);
  leaf.name = name_with_way(scene, title, way);
  // A second card of the suggested skill is told apart by its way of answering, any other by its skill.
  const measure::Candidate& suggested = scene.state.session->decision.chosen;
  const bool same_skill =
      candidate.pack_index == suggested.pack_index && candidate.skill_index == suggested.skill_index;
  const bool way_in_picture = way && same_skill && !frame.tiny();
  leaf.children.push_back(
      parts::picture(way_in_picture ? std::string(way->picture) : picture_of(words), frame.compact ? 40 : 96));
  Node said = parts::group(Direction::Column, 4);
  said.layout.grow = 1;
  // A tiny card has its skill in the picture and room for one of the words.
  const bool title_in_picture = way && frame.tiny();
  if (!title_in_picture) {
    said.children.push_back(parts::text(title, frame.compact ? TypeStyle::Small : TypeStyle::Strong));
  }
  if (way) said.children.push_back(way_caption(scene, *way, !way_in_picture && !frame.compact));
  leaf.children.push_back(std::move(said));
  return leaf;
}

// "Show me where to start", beside the suggestion to begin.
Node check_card(const Scene& scene, const adapt::CheckToOffer& offer) {
  const parts::Frame& frame = scene.frame;
  Node leaf = card_beside(frame, scene.actions.on(ShowCheck{}));
  leaf.id = "check";
  leaf.name = scene.say(offer.by_teacher ? Word::CheckTeacherAsks
                        : offer.goes_on  ? Word::CheckGoOn
                                         : Word::CheckShowMe);
  leaf.children.push_back(parts::picture("where-to-start", frame.compact ? 40 : 96));
  Node title = parts::text(leaf.name, frame.compact ? TypeStyle::Small : TypeStyle::Strong);
  title.layout.grow = 1;
  leaf.children.push_back(std::move(title));
  return leaf;
}

Node others(const Scene& scene, const session::SessionState& session) {
  const parts::Frame& frame = scene.frame;
  std::vector<measure::Candidate> alternatives = session.decision.alternatives;
  // Without a choice there is still one that is extra.
  if (!session::may_choose(session)) alternatives.resize(is_rest(scene) ? 1 : 0);
  const std::optional<adapt::CheckToOffer> check = session::check_offered(session);
  Node column = parts::group(Direction::Column, frame.gap);
  column.layout.grow = frame.portrait ? 0.F : 1.F;
  if (alternatives.empty() && !check) return column;
  if (!frame.compact)
    column.children.push_back(parts::text(scene.say(Word::OrChoose), TypeStyle::Body, Paint::QuietInk));
  if (check) column.children.push_back(check_card(scene, *check));
  const std::size_t room = other_choices_max - (check ? 1 : 0);
  for (std::size_t at = 0; at < std::min(alternatives.size(), room); ++at) {
    column.children.push_back(other(scene, alternatives[at], static_cast<std::uint8_t>(at + 1)));
  }
  return column;
}

// Encouragement or advice, above the cards.
Node message_line(const Scene& scene, std::uint16_t number) {
  Node words = parts::text(std::string(message_words(number, scene.frame.language)));
  words.layout.grow = 1;
  Node line = parts::group(Direction::Row, 12, {parts::picture("star-effort", 40), std::move(words)});
  line.id = "message";
  line.layout.cross = Place::Center;
  return line;
}

Node teachers_goal_line(const Scene& scene, const session::SessionState& session) {
  Node words = parts::text(teachers_goal(scene, session));
  words.layout.grow = 1;
  Node line = parts::group(Direction::Row, 12, {parts::picture("goal", 40), std::move(words)});
  line.id = "teachers-goal";
  line.role = Role::Status;
  line.layout.cross = Place::Center;
  return line;
}

Node talk_line(Node words) {
  words.layout.grow = 1;
  Node line = parts::group(Direction::Row, 12, {parts::picture("talk", 40), std::move(words)});
  line.layout.cross = Place::Center;
  return line;
}

// What is said above the cards; on a low screen there is room for one line.
std::vector<Node> lines_above(const Scene& scene, const session::SessionState& session) {
  std::vector<Node> lines;
  if (scene.frame.compact) return lines;
  if (std::optional<Node> talk = talk_words(scene, TypeStyle::Body)) lines.push_back(talk_line(std::move(*talk)));
  if (has_teachers_goal(session)) lines.push_back(teachers_goal_line(scene, session));
  if (session.message) lines.push_back(message_line(scene, *session.message));
  const std::size_t room = scene.frame.height < 700 ? 1 : 2;
  if (lines.size() > room) lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(room), lines.end());
  return lines;
}

// "I want to talk to my teacher", unless that waits to be carried already.
Node talk_button(const Scene& scene) {
  Node button = parts::picture_button(scene.frame, scene.say(Word::TalkToTeacher), "talk",
                                      scene.actions.on(ToSession{session::AskToTalk{}}));
  button.id = "talk";
  return button;
}

// "My goal", or how far it is.
Node goal_button(const Scene& scene, const session::SessionState& session) {
  const parts::Frame& frame = scene.frame;
  const bool has_goal = session::has_goal(session);
  const interpret::GoalState& goal = session.learner.agency.goal;
  const std::string name = has_goal ? goal_so_far(scene, goal) : scene.say(Word::MyGoal);
  Node button = parts::picture_button(frame, name, "goal", scene.actions.on(ShowGoal{}));
  if (has_goal && !frame.compact) {
    button = parts::secondary(frame, name, "goal", scene.actions.on(ShowGoal{}));
    button.children.back() =
        parts::text(std::to_string(std::min(goal.done, goal.target)) + "/" + std::to_string(goal.target));
  } else if (!frame.compact && frame.width >= 1200) {
    button = parts::secondary(frame, name, "goal", scene.actions.on(ShowGoal{}));
  }
  button.id = "goal";
  return button;
}

// A picture alone where the band is full.
Node path_button(const Scene& scene) {
  const parts::Frame& frame = scene.frame;
  const ActionId show = scene.actions.on(ShowProgress{});
  const bool is_full = frame.compact || frame.width < 900;
  return is_full ? parts::picture_button(frame, scene.say(Word::MyPath), "map", show)
                 : parts::secondary(frame, scene.say(Word::MyPath), "map", show);
}

Node another_day_button(const Scene& scene) {
  const ActionId put_off = scene.actions.on(ToSession{session::PutCheckOff{}});
  const std::string name = scene.say(Word::AnotherDay);
  Node button = scene.frame.compact || scene.frame.width < 1200
                    ? parts::picture_button(scene.frame, name, "another-day", put_off)
                    : parts::secondary(scene.frame, name, "another-day", put_off);
  button.id = "another-day";
  return button;
}

}  // namespace

Node home(const Scene& scene, const session::SessionState& session) {
  const parts::Frame& frame = scene.frame;
  Node middle = parts::group(frame.portrait ? Direction::Column : Direction::Row, frame.gap);
  middle.layout.grow = 1;
  middle.children.push_back(suggestion(scene, session.decision.chosen, session.message));
  Node choices = others(scene, session);
  if (!choices.children.empty()) middle.children.push_back(std::move(choices));
  std::vector<Node> leaf;
  if (std::holds_alternative<session::Trouble>(session.place)) {
    Node trouble = parts::text(scene.say(Word::NothingToOpen), TypeStyle::Body, Paint::MarigoldInk);
    trouble.role = Role::Alert;
    leaf.push_back(std::move(trouble));
  }
  for (Node& line : lines_above(scene, session)) leaf.push_back(std::move(line));
  leaf.push_back(std::move(middle));
  std::vector<Node> actions;
  const bool rests = is_rest(scene);
  if (!rests) actions.push_back(parts::secondary(frame, scene.say(Word::Leave), "leave", scene.actions.on(SignOut{})));
  actions.push_back(path_button(scene));
  if (session::may_set_goal(session)) actions.push_back(goal_button(scene, session));
  if (session::can_put_check_off(session)) actions.push_back(another_day_button(scene));
  // Whoever has no name here cannot be found again, and is told so when they leave.
  const bool may_ask = scene.state.signed_in != nameless_index && scene.state.talk != TalkStanding::Waits;
  if (may_ask) actions.push_back(talk_button(scene));
  actions.push_back(parts::spacer());
  actions.push_back(
      rests ? parts::primary(frame, scene.say(Word::Leave), scene.actions.on(SignOut{}))
            : parts::primary(frame, scene.say(Word::Start), scene.actions.on(ToSession{session::ChooseOption{0}})));
  return parts::screen(frame, {"home", scene.say(Word::NextForYou), scene.top(), std::move(leaf), std::move(actions)});
}

}  // namespace hornbook::ui::views

// How much one wants to do today: of what is suggested, or of anything. Nothing is lost when it is not reached.
#include <algorithm>
#include <array>

#include "ui/views/screens.hpp"

namespace hornbook::ui::views {
namespace {

constexpr std::array<std::uint16_t, 3> targets{3, 5, 10};
constexpr float title_share = 0.35F;  // of a small leaf

struct Kind {
  SkillKey skill = 0;  // 0: any
  std::string title;
};

Node choice(const Scene& scene, const session::SessionState& session, const Kind& kind, std::uint16_t target) {
  const parts::Frame& frame = scene.frame;
  Node node = parts::card(
      frame, {parts::text(std::to_string(target), frame.compact ? TypeStyle::Strong : TypeStyle::BigNumber)});
  const interpret::GoalState& goal = session.learner.agency.goal;
  node.role = Role::Button;
  node.name = kind.title + ": " + std::to_string(target);
  node.id = "goal-" + std::string(kind.skill == 0 ? "any" : "skill") + "-" + std::to_string(target);
  node.state.selected = session::has_goal(session) && goal.skill == kind.skill && goal.target == target;
  if (node.state.selected) node.look.fill = Paint::HornSoft;
  node.actions.press = scene.actions.on(ToSession{session::SetGoal{kind.skill, target}});
  node.layout.grow = 1;
  node.layout.main = Place::Center;
  node.layout.cross = Place::Center;
  node.layout.min_height = frame.target;
  node.layout.padding_y = frame.compact ? 4 : frame.height < 700 ? 8 : 16;
  return node;
}

// On a small screen the title stands beside its numbers.
Node row_of(const Scene& scene, const session::SessionState& session, const Kind& kind) {
  const parts::Frame& frame = scene.frame;
  Node row = parts::group(Direction::Row, frame.gap);
  for (const std::uint16_t target : targets) row.children.push_back(choice(scene, session, kind, target));
  Node title = parts::text(kind.title, frame.compact ? TypeStyle::Small : TypeStyle::Strong);
  if (!frame.compact) return parts::group(Direction::Column, 8, {std::move(title), std::move(row)});
  title.layout.width = frame.leaf_width() * title_share;
  row.layout.grow = 1;
  Node beside = parts::group(Direction::Row, 8, {std::move(title), std::move(row)});
  beside.layout.cross = Place::Center;
  return beside;
}

// The skill of what is suggested now.
std::optional<Kind> suggested(const Scene& scene, const session::SessionState& session) {
  const measure::Candidate& chosen = session.decision.chosen;
  for (const adapt::PackInPlay& pack : session.context->packs) {
    if (pack.pack_index != chosen.pack_index || !scene.context.words) continue;
    const PackWords words = scene.context.words(chosen.pack_index, chosen.skill_index, scene.frame.language);
    return Kind{pack.curriculum->skills[chosen.skill_index].key, words.skill_title};
  }
  return std::nullopt;
}

}  // namespace

std::string goal_so_far(const Scene& scene, const interpret::GoalState& goal) {
  const bool reached = goal.done >= goal.target;
  return scene.say(reached ? Word::GoalReached : Word::GoalSoFar,
                   {std::to_string(std::min(goal.done, goal.target)), std::to_string(goal.target)});
}

Node goal_choice(const Scene& scene, const session::SessionState& session) {
  const parts::Frame& frame = scene.frame;
  Node leaf = parts::card(frame, {});
  leaf.layout.grow = 1;
  leaf.layout.max_width = 880;
  leaf.layout.main = Place::Center;
  leaf.layout.gap = frame.compact ? 4 : frame.height < 700 ? 8 : 24;
  if (!frame.tiny()) {
    leaf.children.push_back(
        parts::heading(scene.say(Word::WhatToDoToday), frame.compact ? TypeStyle::Strong : TypeStyle::Title));
  }
  if (const auto kind = suggested(scene, session)) leaf.children.push_back(row_of(scene, session, *kind));
  leaf.children.push_back(row_of(scene, session, {0, scene.say(Word::OfAnything)}));
  std::vector<Node> actions;
  Node none = parts::secondary(frame, scene.say(Word::NoGoal), {}, scene.actions.on(ToSession{session::SetGoal{}}));
  none.children.clear();
  if (session::has_goal(session)) actions.push_back(std::move(none));
  actions.push_back(parts::spacer());
  actions.push_back(parts::primary(frame, scene.say(Word::Back), scene.actions.on(Back{})));
  Node node = parts::screen(
      frame, {"goal", scene.say(Word::WhatToDoToday), scene.top(), {std::move(leaf)}, std::move(actions)});
  node.actions.cancel = scene.actions.on(Back{});
  return node;
}

}  // namespace hornbook::ui::views

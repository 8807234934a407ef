// The path: places that are lit, places that are open, and later ones, visible and quiet.
#include <algorithm>

#include "ui/semantics/lay_out.hpp"
#include "ui/views/screens.hpp"

namespace hornbook::ui::views {
namespace {

using Standing = interpret::SkillStanding;

Word standing_word(const session::SkillProgress& skill) {
  if (skill.standing == Standing::Mastered) return Word::Lit;
  if (skill.standing == Standing::Practising) return Word::Practising;
  return skill.open ? Word::OpenNow : Word::Later;
}

void paint_place(Node& place, Word standing) {
  switch (standing) {
    case Word::Lit:
      place.look.fill = Paint::Marigold;
      place.look.shadow = true;
      break;
    case Word::Later:
      place.look.outline = Paint::Line;
      break;
    default:
      place.look.fill = Paint::Leaf;
      place.look.outline = Paint::Horn;
      place.look.shadow = true;
  }
}

Node place_of(const Scene& scene, const session::SkillProgress& skill, float width, float height) {
  const parts::Frame& frame = scene.frame;
  const Word standing = standing_word(skill);
  const bool later = standing == Word::Later;
  const bool lit = standing == Word::Lit;
  PackWords words;
  if (scene.context.words) words = scene.context.words(skill.pack_index, skill.skill_index, frame.language);
  const std::string sentence = later || words.can_do.empty() ? words.skill_title : words.can_do;
  Node place = parts::group(Direction::Column, frame.compact ? 0.F : 8.F);
  place.role = Role::ListItem;
  place.id = "skill-" + std::to_string(skill.pack_index) + "-" + std::to_string(skill.skill_index);
  place.name = sentence;
  place.value = scene.say(standing);
  place.look.radius = 24;
  place.layout.width = width;
  place.layout.height = height;
  place.layout.padding_x = 16;
  place.layout.padding_y = 8;
  place.layout.main = Place::Center;
  place.layout.cross = Place::Center;
  paint_place(place, standing);
  Node picture = parts::picture(words.picture.empty() ? "leaf-landscape" : words.picture, frame.compact ? 40 : 88);
  picture.look.opacity = later ? 0.45F : 1.F;
  if (!frame.tiny()) place.children.push_back(std::move(picture));
  const Paint ink = lit ? Paint::OnMarigold : later ? Paint::QuietInk : Paint::Ink;
  place.children.push_back(parts::text(sentence, TypeStyle::Small, ink));
  place.children.push_back(
      parts::text(scene.say(standing), TypeStyle::Small, lit ? Paint::OnMarigold : Paint::QuietInk));
  for (Node& child : place.children) child.look.align = TextAlign::Center;
  return place;
}

// From one place to the next; it is lit behind whoever has been there.
Node step(const parts::Frame& frame, bool lit) {
  Node bar;
  bar.look.fill = lit ? Paint::Marigold : Paint::Line;
  bar.layout.width = frame.gap;
  bar.layout.height = 8;
  return bar;
}

Node path_of(const Scene& scene, const std::vector<session::SkillProgress>& skills, const parts::Grid& grid,
             std::uint32_t page, Size cell) {
  const parts::Frame& frame = scene.frame;
  Node path = parts::group(Direction::Column, frame.gap);
  path.role = Role::List;
  path.id = "path";
  path.layout.max_width = static_cast<float>(grid.columns) * (cell.width + frame.gap) - frame.gap;
  const std::size_t first = std::size_t{page} * grid.per_page();
  const std::size_t end = std::min(skills.size(), first + grid.per_page());
  for (std::size_t at = first; at < end; ++at) {
    const bool new_row = (at - first) % grid.columns == 0;
    if (new_row) {
      path.children.push_back(parts::group(Direction::Row, 0));
      path.children.back().layout.cross = Place::Center;
    } else {
      path.children.back().children.push_back(step(frame, skills[at - 1].standing == Standing::Mastered));
    }
    path.children.back().children.push_back(place_of(scene, skills[at], cell.width, cell.height));
  }
  return path;
}

}  // namespace

Node progress(const Scene& scene, const session::SessionState& session, const ProgressPath& screen) {
  const parts::Frame& frame = scene.frame;
  const std::vector<session::SkillProgress> skills = session::progress(session);
  const auto lit = std::count_if(skills.begin(), skills.end(), [](const session::SkillProgress& skill) {
    return skill.standing == Standing::Mastered;
  });
  const float title_height = frame.compact ? 48 : 96;
  const float width = frame.compact ? 184 : 288;
  const float height = frame.tiny() ? 136 : frame.compact ? 188 : frame.height < 700 ? 208 : 232;
  const parts::Grid grid = parts::grid_for(skills.size(), frame.leaf_width(), frame.leaf_height() - title_height, width,
                                           height, frame.gap, 12);
  const std::uint32_t page = std::min(screen.page, grid.pages - 1);
  Node path = path_of(scene, skills, grid, page, {width, height});
  Node title = parts::heading(scene.say(Word::MyPath), frame.compact ? TypeStyle::Strong : TypeStyle::Title);
  Node count = parts::text(scene.say(Word::PlacesLit, {std::to_string(lit), std::to_string(skills.size())}),
                           TypeStyle::Body, Paint::QuietInk);
  Node head = parts::group(Direction::Row, 24, {std::move(title), parts::spacer(), std::move(count)});
  head.layout.cross = Place::Center;
  Node middle = parts::group(Direction::Column, frame.gap, {std::move(head), std::move(path)});
  middle.layout.grow = 1;
  middle.layout.main = Place::Center;
  std::vector<Node> actions = parts::pager(frame, page, grid.pages, scene.actions);
  actions.push_back(parts::spacer());
  actions.push_back(parts::primary(frame, scene.say(Word::Back), scene.actions.on(Back{})));
  Node node =
      parts::screen(frame, {"progress", scene.say(Word::MyPath), scene.top(), {std::move(middle)}, std::move(actions)});
  node.actions.cancel = scene.actions.on(Back{});
  return node;
}

}  // namespace hornbook::ui::views

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

// A round place and the sizes around it.
struct PlaceSize {
  float width = 176, disc = 104, height = 220;
  [[nodiscard]] float picture() const { return disc - 2 * ring_space; }
  static constexpr float ring_space = 8;
};

PlaceSize size_for(const parts::Frame& frame) {
  if (frame.tiny()) return {136, 48, 140};
  if (frame.compact) return {144, 64, 152};
  if (frame.height < 700) return {152, 72, 164};
  return {};
}

// Where the learner stands is told by ring, light and word; colour is never the only sign.
Node disc_of(Word standing, const std::string& picture_name, const PlaceSize& size) {
  Node disc = parts::group(Direction::Column, 0, {parts::picture(picture_name, size.picture())});
  disc.layout.width = size.disc;
  disc.layout.height = size.disc;
  disc.layout.main = Place::Center;
  disc.layout.cross = Place::Center;
  disc.look.radius = size.disc / 2;
  switch (standing) {
    case Word::Lit:
      disc.look.fill = Paint::Marigold;
      disc.look.outline = Paint::MarigoldInk;
      break;
    case Word::Later:
      disc.children.front().look.opacity = 0.4F;
      disc.look.fill = Paint::Leaf;
      disc.look.outline = Paint::Line;
      break;
    default:
      disc.look.fill = Paint::Leaf;
      disc.look.outline = Paint::Horn;
      disc.look.bold_outline = true;
  }
  disc.look.shadow = standing != Word::Later;
  return disc;
}

// The way that leads to a place and on from it; it is lit behind whoever has been there. None: the path begins or ends.
struct Steps {
  Paint before = Paint::None, after = Paint::None;
};

Node step(Paint paint) {
  Node bar;
  bar.look.fill = paint;
  bar.layout.height = 8;
  bar.layout.grow = 1;
  return bar;
}

Node place_of(const Scene& scene, const session::SkillProgress& skill, const Steps& steps, const PlaceSize& size) {
  const Word standing = standing_word(skill);
  PackWords words;
  if (scene.context.words) words = scene.context.words(skill.pack_index, skill.skill_index, scene.frame.language);
  Node on_the_way = parts::group(Direction::Row, 0);
  on_the_way.layout.cross = Place::Center;
  on_the_way.children.push_back(step(steps.before));
  on_the_way.children.push_back(disc_of(standing, words.picture.empty() ? "leaf-landscape" : words.picture, size));
  on_the_way.children.push_back(step(steps.after));
  Node said = parts::group(Direction::Column, 0);
  said.layout.padding_x = 8;
  const bool later = standing == Word::Later;
  said.children.push_back(parts::text(words.skill_title, TypeStyle::Small, later ? Paint::QuietInk : Paint::Ink));
  if (!later && !scene.frame.tiny()) {
    said.children.push_back(
        parts::text(scene.say(standing), TypeStyle::Small, standing == Word::Lit ? Paint::MarigoldInk : Paint::Horn));
  }
  for (Node& child : said.children) child.look.align = TextAlign::Center;
  Node place = parts::group(Direction::Column, 8, {std::move(on_the_way), std::move(said)});
  place.role = Role::ListItem;
  place.id = "skill-" + std::to_string(skill.pack_index) + "-" + std::to_string(skill.skill_index);
  place.name = words.skill_title;
  place.value = scene.say(standing);
  place.layout.width = size.width;
  place.layout.height = size.height;
  return place;
}

Node path_of(const Scene& scene, const std::vector<session::SkillProgress>& skills, const parts::Grid& grid,
             std::uint32_t page, const PlaceSize& size) {
  Node path = parts::group(Direction::Column, scene.frame.gap);
  path.role = Role::List;
  path.id = "path";
  path.layout.max_width = static_cast<float>(grid.columns) * size.width;
  const std::size_t first = std::size_t{page} * grid.per_page();
  const std::size_t end = std::min(skills.size(), first + grid.per_page());
  const auto way_after = [&](std::size_t at) {
    return skills[at].standing == Standing::Mastered ? Paint::Marigold : Paint::Line;
  };
  for (std::size_t at = first; at < end; ++at) {
    if ((at - first) % grid.columns == 0) path.children.push_back(parts::group(Direction::Row, 0));
    const Steps steps{at == 0 ? Paint::None : way_after(at - 1), at + 1 == skills.size() ? Paint::None : way_after(at)};
    path.children.back().children.push_back(place_of(scene, skills[at], steps, size));
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
  const float title_height = frame.tiny() ? 40 : frame.compact ? 48 : 80;
  const PlaceSize size = size_for(frame);
  const parts::Grid grid = parts::grid_for(skills.size(), frame.leaf_width(), frame.leaf_height() - title_height,
                                           size.width, size.height, 0, 12);
  const std::uint32_t page = std::min(screen.page, grid.pages - 1);
  Node path = path_of(scene, skills, grid, page, size);
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

#include "ui/views/kinds/drawing/drawing.hpp"

#include <algorithm>
#include <cmath>

#include "ui/semantics/lay_out.hpp"
#include "ui/views/key_grid.hpp"
#include "ui/views/kinds/drawing/tools.hpp"
#include "ui/views/long_field.hpp"
#include "ui/views/plain_text.hpp"
#include "ui/views/sentence_keys.hpp"
#include "ui/views/typed_field.hpp"

namespace hornbook::ui::views {
namespace {

constexpr float share_of_task = 0.72F;
constexpr float share_on_small_screen = 0.62F;  // where the question needs the rest
constexpr float small_screen = 1000;
constexpr float enough_of_sheet = 0.85F;  // with all the tools beside it, of what it could be with few
constexpr float words_height = 72;        // under a drawing that is handed in

Size sheet_in(Size room) {
  constexpr float proportion = static_cast<float>(engage::sheet_width) / engage::sheet_height;
  const float width = std::min(room.width, room.height * proportion);
  return {std::max(1.F, std::floor(width)), std::max(1.F, std::floor(width / proportion))};
}

// How the sheet and the tools share the room.
struct Shares {
  Toolbox toolbox = Toolbox::All;
  Size sheet;
  std::size_t rows = 1;  // of tools, from top to bottom
  bool beside = false;
};

std::size_t fitting(float room, float side) {
  return static_cast<std::size_t>(std::max(1.F, std::floor((room + tool_gap) / (side + tool_gap))));
}

Shares share(const Workplace& place, Toolbox toolbox) {
  const float side = place.frame().target;
  const std::size_t count = count_of_tools(toolbox);
  const auto length = [&](std::size_t tools) { return static_cast<float>(tools) * (side + tool_gap); };
  const auto lines = [count](std::size_t in_each) { return (count + in_each - 1) / in_each; };
  // Columns of the same height, rows of the same length.
  const std::size_t columns = lines(fitting(place.height, side));
  const std::size_t rows = lines(fitting(place.width, side));
  const Shares beside{toolbox, sheet_in({place.width - length(columns) - tool_gap, place.height}), lines(columns),
                      true};
  const Shares below{toolbox, sheet_in({place.width, place.height - length(rows) - tool_gap}), rows, false};
  return below.sheet.width > beside.sheet.width ? below : beside;
}

Shares share(const Workplace& place) {
  const Shares all = share(place, Toolbox::All);
  const Shares few = share(place, Toolbox::Few);
  return all.sheet.width >= few.sheet.width * enough_of_sheet ? all : few;
}

SharePoint on_sheet(engage::SheetPoint point) {
  return {static_cast<float>(point.x) / (engage::sheet_width - 1),
          static_cast<float>(point.y) / (engage::sheet_height - 1)};
}

InkDrawing ink_of(const engage::DrawingTask& task, const engage::DrawingEntry& entry) {
  InkDrawing ink;
  ink.columns = engage::sheet_width / engage::sheet_square;
  ink.rows = engage::sheet_height / engage::sheet_square;
  ink.haloed = task.picture.has_value();
  if (task.ground == engage::SheetGround::Squared) ink.ground = InkGround::Squares;
  if (task.ground == engage::SheetGround::Dotted) ink.ground = InkGround::Dots;
  for (const engage::Stroke* stroke : engage::strokes_on(entry.sheet)) {
    const float width = static_cast<float>(engage::pen_widths.at(stroke->pen.width)) / engage::sheet_width;
    InkStroke& shown = ink.strokes.emplace_back(InkStroke{{}, paint_of_pen(stroke->pen.colour), width});
    for (const engage::SheetPoint point : stroke->points) shown.points.push_back(on_sheet(point));
  }
  if (entry.moved_by_keys) ink.cross = on_sheet(entry.at);
  return ink;
}

Node layer(Drawing drawing, Size size) {
  Node node;
  node.look.drawing = std::move(drawing);
  node.look.mirrored_in_rtl = false;
  node.layout.width = size.width;
  node.layout.height = size.height;
  return node;
}

// A slider for the keys, which carry the pen and put it down; a finger goes through to the sheet.
Node pen_node(const Workplace& place, const engage::DrawingEntry& entry, Size size) {
  const bool down = entry.moved_by_keys && entry.is_down;
  const auto steps = [](std::uint16_t along) { return (along + engage::pen_step / 2) / engage::pen_step; };
  Node node;
  node.role = Role::Slider;
  node.id = "pen";
  node.name = place.scene.say(entry.erasing ? Word::Eraser : Word::PenInHand);
  node.value = place.scene.say(down ? Word::PenDownAt : Word::PenUpAt,
                               {std::to_string(steps(entry.at.x)), std::to_string(steps(entry.at.y))});
  const float side = place.frame().target;
  node.look.radius = side / 2;
  node.look.mirrored_in_rtl = false;
  node.layout.width = side;
  node.layout.height = side;
  const SharePoint at = on_sheet(entry.at);
  node.layout.left = std::clamp(at.x * size.width - side / 2, 0.F, std::max(0.F, size.width - side));
  node.layout.top = std::clamp(at.y * size.height - side / 2, 0.F, std::max(0.F, size.height - side));
  const auto carry = [&](int across, int upwards) {
    const auto moved = [&](std::uint16_t along, int by, int end) {
      return static_cast<std::uint16_t>(std::clamp((steps(along) + by) * engage::pen_step, 0, end - 1));
    };
    return place.act(engage::carrying_to(
        {moved(entry.at.x, across, engage::sheet_width), moved(entry.at.y, -upwards, engage::sheet_height)}, down));
  };
  node.actions.for_keys = true;
  node.actions.press = place.act(engage::carrying_to(entry.at, !down));
  node.actions.increment = carry(1, 0);
  node.actions.decrement = carry(-1, 0);
  node.actions.raise = carry(0, 1);
  node.actions.lower = carry(0, -1);
  return node;
}

std::string name_of_sheet(const Workplace& place, const engage::DrawingTask& task) {
  if (task.picture) return place.scene.say(Word::DrawOn, {plain_text(task.picture->description)});
  if (task.ground == engage::SheetGround::Squared) return place.scene.say(Word::SquaredSheet);
  return place.scene.say(task.ground == engage::SheetGround::Dotted ? Word::DottedSheet : Word::PlainSheet);
}

Node sheet(const Workplace& place, const engage::DrawingTask& task, Size size) {
  const engage::DrawingEntry& entry = place.entry(task);
  Node node = parts::group(Direction::Stack, 0);
  node.role = Role::Image;
  node.id = "sheet";
  node.name = name_of_sheet(place, task);
  node.value = place.scene.say(Word::LinesDrawn, {std::to_string(engage::strokes_on(entry.sheet).size())});
  if (place.open && engage::is_full(entry.sheet)) node.value += ". " + place.scene.say(Word::SheetIsFull);
  if (!task.picture) {  // which has an edge of its own
    node.look.fill = Paint::Leaf;
    node.look.outline = Paint::QuietInk;
    node.look.radius = 8;
  }
  node.look.mirrored_in_rtl = false;
  node.layout.width = size.width;
  node.layout.height = size.height;
  node.layout.cross = Place::Start;
  if (task.picture) node.children.push_back(layer(*task.picture, size));
  node.children.push_back(layer(ink_of(task, entry), size));
  if (!place.open) return node;
  node.actions.place = place.act(engage::PointAt{});
  node.children.push_back(pen_node(place, entry, size));
  return node;
}

Node tray(const Workplace& place, const engage::DrawingEntry& entry, const Shares& shares) {
  Node tray = parts::group(shares.beside ? Direction::Row : Direction::Column, tool_gap);
  tray.role = Role::List;
  tray.id = "tools";
  tray.name = place.scene.say(Word::Pens);
  std::vector<Node> nodes = tools(place, entry, shares.toolbox);
  const std::size_t lines = shares.beside ? (nodes.size() + shares.rows - 1) / shares.rows : shares.rows;
  const std::size_t in_each = (nodes.size() + lines - 1) / lines;
  for (std::size_t start = 0; start < nodes.size(); start += in_each) {
    Node line = parts::group(shares.beside ? Direction::Column : Direction::Row, tool_gap);
    for (std::size_t at = start; at < std::min(nodes.size(), start + in_each); ++at)
      line.children.push_back(std::move(nodes[at]));
    tray.children.push_back(std::move(line));
  }
  return tray;
}

Node centred(const Workplace& place, Direction direction, std::vector<Node> children) {
  Node node = parts::group(direction, 2 * tool_gap, std::move(children));
  node.layout.width = place.width;
  node.layout.main = Place::Center;
  node.layout.cross = Place::Center;
  return node;
}

Node page_of_pens(const Workplace& place, const engage::DrawingEntry& entry) {
  Node list = parts::group(Direction::Wrap, tool_gap, tools(place, entry, Toolbox::OnTheirOwnPage));
  list.role = Role::List;
  list.id = "tools";
  list.name = place.scene.say(Word::Pens);
  list.layout.width = place.width;
  return list;
}

Node words_field(Workplace place, const engage::DrawingTask& task, float width, float height) {
  place.width = width;
  place.height = height;
  return long_field(place, {place.entry(task).words.text, place.language()});
}

Node page_of_words(const Workplace& place, const engage::DrawingTask& task) {
  constexpr std::size_t rows_of_keys = 4;  // come before lines
  const float side = place.frame().target;
  const float above_keys = place.height - height_of_key_rows(place, rows_of_keys) - place.frame().gap;
  const float height = std::clamp(above_keys, side, std::max(side, height_of_field(place)));
  Node row = parts::group(Direction::Row, tool_gap);
  row.layout.height = height;
  float width = place.width;
  if (place.open) {
    row.children.push_back(to_the_sheet(place));
    width -= place.frame().target + tool_gap;
  }
  row.children.push_back(words_field(place, task, width, height));
  row.layout.cross = Place::Center;
  return field_above_keys(place, std::move(row), [&](const Workplace& for_keys) {
    return sentence_keys(for_keys, place.entry(task).words.text);
  });
}

// What was handed in.
Node page_to_look_at(const Workplace& place, const engage::DrawingTask& task) {
  const engage::DrawingEntry& entry = place.entry(task);
  if (engage::strokes_on(entry.sheet).empty()) return page_of_words(place, task);
  if (entry.words.text.empty())
    return centred(place, Direction::Column, {sheet(place, task, sheet_in({place.width, place.height}))});
  const Size size = sheet_in({place.width, place.height - words_height - 2 * tool_gap});
  return centred(place, Direction::Column,
                 {sheet(place, task, size), words_field(place, task, place.width, words_height)});
}

}  // namespace

Way way(std::type_identity<engage::DrawingTask>) { return {Word::WayDrawing, "way-drawing"}; }

float width_beside(const engage::DrawingTask&, float width) {
  return (width - beside_gap) * (width < small_screen ? share_on_small_screen : share_of_task);
}

std::vector<Node> help(const Workplace& place, const engage::DrawingTask& task, Size room) {
  const bool full = place.open && engage::is_full(place.entry(task).sheet);
  return reminder(place, full ? place.scene.say(Word::SheetIsFull) : look_for(place, task.checklist), room);
}

Node answer(const Workplace& place, const engage::DrawingTask& task) {
  const engage::DrawingEntry& entry = place.entry(task);
  if (!place.open) return page_to_look_at(place, task);
  if (entry.part == engage::DrawingPart::InWords) return page_of_words(place, task);
  if (entry.part == engage::DrawingPart::AmongPens) return page_of_pens(place, entry);
  const Shares shares = share(place);
  return centred(place, shares.beside ? Direction::Row : Direction::Column,
                 {sheet(place, task, shares.sheet), tray(place, entry, shares)});
}

Word word_to_submit(const engage::DrawingTask&) { return Word::HandIn; }

}  // namespace hornbook::ui::views

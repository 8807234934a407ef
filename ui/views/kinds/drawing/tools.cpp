#include "ui/views/kinds/drawing/tools.hpp"

#include <array>

namespace hornbook::ui::views {
namespace {

constexpr std::array<Word, engage::pen_colours> colour_names{Word::PenInk, Word::PenBlue,   Word::PenGreen,
                                                             Word::PenRed, Word::PenPurple, Word::PenOrange};
constexpr std::array<Word, engage::pen_widths.size()> width_names{Word::PenThin, Word::PenMiddle, Word::PenThick};
constexpr float dot_width = 0.75F;            // of a colour's button
constexpr float widths_on_button = 1 / 60.F;  // a button shows the widths as a sheet of so many of them across would
constexpr float around_ink = 24;

// All tools are as large as each other.
Node framed(const Workplace& place, Node node) {
  node.look.fill = Paint::Leaf;
  node.look.outline = Paint::QuietInk;
  node.layout.width = place.frame().target;
  node.layout.height = place.frame().target;
  return node;
}

class Tools {
 public:
  Tools(const Workplace& place, const engage::DrawingEntry& entry) : place_(place), entry_(entry) {}

  void add_pens() {
    for (std::uint8_t colour = 0; colour < engage::pen_colours; ++colour) add_colour(colour);
    for (std::uint8_t width = 0; width < engage::pen_widths.size(); ++width) add_width(width);
  }
  void add_to_the_pens() {
    Node node = button(Word::Pens, engage::attending_to(engage::DrawingPart::AmongPens));
    node.children = {ink(node.name, {{{0.5F, 0.5F}}, paint_of_pen(entry_.pen.colour), dot_width})};
    nodes_.push_back(std::move(node));
  }
  void add_eraser() {
    Node node = pictured(Word::Eraser, "rubber", engage::taking_eraser(), true);
    nodes_.push_back(selectable(std::move(node), Role::Checkbox, entry_.erasing));
  }
  void add_undo() { nodes_.push_back(pictured(Word::Undo, "sign-undo", engage::undoing(), entry_.sheet.done > 0)); }
  void add_redo() {
    nodes_.push_back(
        pictured(Word::Redo, "sign-redo", engage::redoing(), entry_.sheet.done < entry_.sheet.acts.size()));
  }
  void add_clear() {
    const bool drawn = !engage::strokes_on(entry_.sheet).empty();
    nodes_.push_back(pictured(Word::ClearSheet, "clear-sheet", engage::clearing(), drawn));
  }
  // Whoever types writes, wherever the focus is.
  void add_words() {
    Node node = pictured(Word::SayInWords, "in-words", engage::attending_to(engage::DrawingPart::InWords), true);
    node.value = entry_.words.text;
    node.actions.type = place_.act(engage::TypeText{});
    node.actions.takes_typing = true;
    nodes_.push_back(std::move(node));
  }

  std::vector<Node> take() && { return std::move(nodes_); }

 private:
  [[nodiscard]] float inside() const { return place_.frame().target - around_ink; }

  [[nodiscard]] Node button(Word word, const engage::Gesture& gesture) const {
    return framed(place_, parts::picture_button(place_.frame(), place_.scene.say(word), "", place_.act(gesture)));
  }
  [[nodiscard]] Node pictured(Word word, std::string_view picture, const engage::Gesture& gesture,
                              bool possible) const {
    Node node = button(word, gesture);
    node.children = {parts::picture(picture, place_.frame().target - 16, node.name)};
    return possible ? node : parts::disabled(std::move(node));
  }
  static Node selectable(Node node, Role role, bool selected) {
    node.role = role;
    node.state.selected = selected;
    if (!selected) return node;
    node.look.fill = Paint::HornSoft;
    node.look.outline = Paint::Horn;
    node.look.bold_outline = true;
    return node;
  }
  [[nodiscard]] Node ink(const std::string& name, InkStroke stroke) const {
    Node node;
    node.role = Role::Image;
    node.name = name;
    InkDrawing drawing;
    drawing.strokes.push_back(std::move(stroke));
    node.look.drawing = std::move(drawing);
    node.look.mirrored_in_rtl = false;
    node.layout.width = inside();
    node.layout.height = inside();
    return node;
  }
  void add_colour(std::uint8_t colour) {
    Node node = button(colour_names.at(colour), engage::taking_colour(colour));
    node.id = "colour-" + std::to_string(colour + 1);
    node.children = {ink(node.name, {{{0.5F, 0.5F}}, paint_of_pen(colour), dot_width})};
    nodes_.push_back(selectable(std::move(node), Role::Radio, !entry_.erasing && entry_.pen.colour == colour));
  }
  void add_width(std::uint8_t width) {
    Node node = button(width_names.at(width), engage::taking_width(width));
    node.id = "width-" + std::to_string(width + 1);
    const float share = static_cast<float>(engage::pen_widths.at(width)) * widths_on_button;
    node.children = {
        ink(node.name,
            {{{0.1F, 0.7F}, {0.35F, 0.35F}, {0.65F, 0.65F}, {0.9F, 0.3F}}, paint_of_pen(entry_.pen.colour), share})};
    nodes_.push_back(selectable(std::move(node), Role::Radio, !entry_.erasing && entry_.pen.width == width));
  }

  const Workplace& place_;
  const engage::DrawingEntry& entry_;
  std::vector<Node> nodes_;
};

}  // namespace

Paint paint_of_pen(std::uint8_t colour) {
  constexpr std::array<Paint, engage::pen_colours> paints{Paint::PenInk, Paint::PenBlue,   Paint::PenGreen,
                                                          Paint::PenRed, Paint::PenPurple, Paint::PenOrange};
  return paints.at(colour % engage::pen_colours);
}

std::size_t count_of_tools(Toolbox toolbox) {
  constexpr std::size_t pens = engage::pen_colours + engage::pen_widths.size();
  constexpr std::size_t few = 4;
  return toolbox == Toolbox::Few ? few : pens + 5;
}

std::vector<Node> tools(const Workplace& place, const engage::DrawingEntry& entry, Toolbox toolbox) {
  Tools made(place, entry);
  if (toolbox == Toolbox::Few)
    made.add_to_the_pens();
  else
    made.add_pens();
  made.add_eraser();
  made.add_undo();
  if (toolbox != Toolbox::Few) {
    made.add_redo();
    made.add_clear();
  }
  if (toolbox != Toolbox::OnTheirOwnPage) made.add_words();
  std::vector<Node> nodes = std::move(made).take();
  if (toolbox == Toolbox::OnTheirOwnPage) nodes.push_back(to_the_sheet(place));
  return nodes;
}

Node to_the_sheet(const Workplace& place) {
  return framed(place, parts::picture_button(place.frame(), place.scene.say(Word::ToTheSheet), "way-drawing",
                                             place.act(engage::attending_to(engage::DrawingPart::OnSheet))));
}

}  // namespace hornbook::ui::views

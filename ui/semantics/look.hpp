// How a node looks and takes its place: roles of colour and type, never raw values. ui/theme gives them their values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "runtime/engage/item.hpp"

namespace hornbook::ui {

enum class Paint : std::uint8_t {
  None,
  Paper,
  Leaf,
  Ink,
  QuietInk,
  Line,
  Horn,
  OnHorn,
  Marigold,
  OnMarigold,
  MarigoldInk,
  Green,
  OnGreen,
  GreenSoft,
  Clay,
  ClaySoft,
  Sky,
  Plum,
  Moss,
  Sand,
  HornSoft,
  // Pens, to be told apart whatever colours an eye sees
  PenInk,
  PenBlue,
  PenGreen,
  PenRed,
  PenPurple,
  PenOrange
};

enum class TypeStyle : std::uint8_t { Small, Body, Strong, Title, Question, BigNumber };  // 20, 24, 24 bold, 36, 32, 44

enum class TextAlign : std::uint8_t { Start, Center, End };

// Drawings that are more than text and a filled shape.
struct Picture {
  std::string name;
};  // an SVG of ui/theme/pictures, or "object:HEX" of the pack
struct MovingPicture {
  Hash file;                      // a video of the pack
  std::uint32_t position_ms = 0;  // which of its pictures
};
struct Beads {
  std::uint32_t total = 0, done = 0;
};  // where I am in the plan
struct Ring {
  float share = 0;
};  // rotation ring, 0 … 1
struct Tick {
  float progress = 1;
};  // draws itself, 0 … 1
struct Meter {
  float share = 0;
};  // a bar that fills
struct NumberLineDrawing {
  std::uint32_t intervals = 1;
  std::vector<std::string> labels;  // intervals + 1; empty for none
  std::optional<std::uint32_t> marker;
  std::optional<std::uint32_t> right_tick;  // shown after the answer
};
// A place in a drawing, 0 … 1 of its width and height from the top left corner.
struct SharePoint {
  float x = 0, y = 0;
};
// Areas of a picture that are marked.
struct AreaMark {
  std::vector<SharePoint> outline;  // corners
  Paint paint = Paint::Horn;
  bool tick = false;  // in its middle, so that colour is not the only sign
};
struct AreaMarks {
  std::vector<AreaMark> areas;
};
// A grid with what is set on it. Lengths are shares of its width and height.
struct PlanePoint {
  SharePoint at;
  std::string name;  // may be empty
  Paint paint = Paint::Horn;
  bool tick = false;
};
struct PlaneLine {
  SharePoint from, to;
  Paint paint = Paint::Horn;
};
struct PlaneBar {
  std::string label;
  std::uint32_t height = 0;  // rows
  Paint paint = Paint::Horn;
  bool tick = false;
};
struct PlaneDrawing {
  std::uint32_t columns = 1, rows = 1;
  float x_axis = 0, y_axis = 0;       // how far up and how far to the right they stand, 0 … 1
  std::vector<std::string> x_labels;  // of each column's line; empty for none
  std::vector<std::string> y_labels;  // of each row's line, from below
  std::string x_name, y_name;
  std::vector<PlanePoint> points;
  std::vector<PlaneLine> lines;
  std::vector<PlaneBar> bars;  // a chart has them in place of columns
  bool dots = false;           // a dot a row in place of a bar
};
// What a pen left on a sheet. Widths are shares of the drawing's width.
struct InkStroke {
  std::vector<SharePoint> points;  // one is a dot
  Paint paint = Paint::PenInk;
  float width = 0.01F;
};
enum class InkGround : std::uint8_t { None, Squares, Dots };
struct InkDrawing {
  InkGround ground = InkGround::None;
  std::uint32_t columns = 1, rows = 1;  // of the ground
  std::vector<InkStroke> strokes;
  bool haloed = false;              // light around the strokes, so that they are seen on any picture
  std::optional<SharePoint> cross;  // where the keys hold the pen
};
struct ThemeSample {
  std::string theme;
};  // a small screen in the colours of a theme
using Drawing = std::variant<std::monostate, Picture, MovingPicture, engage::Figure, Beads, Ring, Tick, Meter,
                             NumberLineDrawing, AreaMarks, PlaneDrawing, InkDrawing, ThemeSample>;

struct Look {
  Paint fill = Paint::None;
  Paint outline = Paint::None;
  Paint ink = Paint::Ink;
  TypeStyle type = TypeStyle::Body;
  TextAlign align = TextAlign::Start;
  float radius = 0;  // logical pixels
  bool shadow = false;
  bool bold_outline = false;  // as wide as that of what is selected
  bool dotted = false;        // a dotted line in ink under it, as under a word that has a meaning to look up
  bool mirrored_in_rtl = true;
  float opacity = 1;
  Drawing drawing;
};

// Stack: children over one another; Flow: in the lines of the node's text; Over: over parts of the node's text
enum class Direction : std::uint8_t { Column, Row, Wrap, Stack, Flow, Over };
enum class Place : std::uint8_t { Start, Center, End, Stretch };

// A small flow layout. Sizes are logical pixels; 0 means "what the content needs".
struct Layout {
  Direction direction = Direction::Column;
  Place main = Place::Start;  // along the direction (Stretch: children share what is left by `grow`)
  Place cross = Place::Stretch;
  float gap = 0;
  float padding_x = 0, padding_y = 0;
  float width = 0, height = 0;  // fixed when > 0
  float min_width = 0, min_height = 0;
  float max_width = 0;      // 0: none
  float grow = 0;           // share of what is left in the parent
  float left = 0, top = 0;  // moves a child of a Stack from where it would stand
};

}  // namespace hornbook::ui

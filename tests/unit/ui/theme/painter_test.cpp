#include "ui/theme/painter.hpp"

#include <gtest/gtest.h>

#include <imgui_internal.h>

#include <algorithm>
#include <map>

#include "tests/support/fonts.hpp"

namespace hornbook::ui {
namespace {

constexpr Rect screen{0, 0, 400, 300};

// Paints trees and reads the draw list back.
class PainterTest : public testing::Test {
 protected:
  PainterTest() {
    painter_ = Painter::create(tests::font_files(), [this](std::string_view name, int width, int height) {
                 ++asked_[std::string(name)];
                 return picture(name, width, height);
               }).value();
  }

  static std::optional<PictureImage> picture(std::string_view name, int width, int height) {
    if (name != "lamp" && name != "sign-lamp") return std::nullopt;
    const auto bytes = static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4;
    return PictureImage{width, height, std::vector<std::uint8_t>(bytes, 255)};
  }

  const ImVector<ImDrawVert>& paint(Node root, PaintSettings settings = {}) {
    const Rect logical{0, 0, screen.width / settings.scale, screen.height / settings.scale};
    lay_out(root, logical, painter_->measure_text(settings.scale));
    list_._ResetForNewFrame();
    painter_->paint(root, list_, settings);
    return list_.VtxBuffer;
  }

  // Whether some vertex has the colour of the paint, opaque.
  bool shows(Paint paint, ThemeName theme = ThemeName::Light) const {
    const Color color = palette_of(theme).of(paint);
    const ImU32 packed = IM_COL32(color.red, color.green, color.blue, 255);
    return std::any_of(list_.VtxBuffer.begin(), list_.VtxBuffer.end(),
                       [packed](const ImDrawVert& vertex) { return vertex.col == packed; });
  }

  ImDrawListSharedData shared_;
  ImDrawList list_{&shared_};
  std::map<std::string, int> asked_;
  std::unique_ptr<Painter> painter_;
};

Node button(std::string name) {
  Node node;
  node.role = Role::Button;
  node.id = name;
  node.name = std::move(name);
  node.look.fill = Paint::Horn;
  node.look.ink = Paint::OnHorn;
  node.look.radius = 16;
  node.layout.min_height = 64;
  return node;
}

Node with_child(Node child) {
  Node root;
  root.role = Role::Screen;
  root.layout.padding_x = root.layout.padding_y = 40;
  root.children.push_back(std::move(child));
  return root;
}

TEST_F(PainterTest, Button_IsDrawnWithFillAndTextInsideTheScreenAndTheAtlas) {
  const auto& vertices = paint(with_child(button("Check")));
  EXPECT_TRUE(shows(Paint::Horn));
  EXPECT_TRUE(shows(Paint::OnHorn));
  for (const ImDrawVert& vertex : vertices) {
    EXPECT_TRUE(vertex.pos.x >= 0 && vertex.pos.x <= screen.width && vertex.pos.y >= 0 &&
                vertex.pos.y <= screen.height);
    EXPECT_TRUE(vertex.uv.x >= 0 && vertex.uv.x <= 1 && vertex.uv.y >= 0 && vertex.uv.y <= 1);
  }
}

TEST_F(PainterTest, FocusRing_IsDrawnAroundTheFocusedNodeOnlyWhenAsked) {
  Node child = button("Check");
  child.look.fill = Paint::Leaf;
  child.look.ink = Paint::Ink;
  child.state.focused = true;
  paint(with_child(child));
  EXPECT_FALSE(shows(Paint::Horn));
  PaintSettings settings;
  settings.focus_ring = true;
  paint(with_child(child), settings);
  EXPECT_TRUE(shows(Paint::Horn));
}

TEST_F(PainterTest, Text_IsClippedToItsNode) {
  Node child = button("A name that is far too long for so small a button");
  child.layout.height = 30;
  child.layout.width = 100;
  Node root = with_child(child);
  root.layout.cross = Place::Start;
  const Color ink = palette_of(ThemeName::Light).of(Paint::OnHorn);
  for (const ImDrawVert& vertex : paint(root)) {
    if (vertex.col != IM_COL32(ink.red, ink.green, ink.blue, 255)) continue;
    EXPECT_LE(vertex.pos.x, 140);
    EXPECT_LE(vertex.pos.y, 70);
  }
}

TEST_F(PainterTest, EachTheme_HasItsOwnColours) {
  for (const ThemeName theme : all_themes) {
    PaintSettings settings;
    settings.theme = theme;
    paint(with_child(button("Check")), settings);
    EXPECT_TRUE(shows(Paint::Paper, theme));
    EXPECT_TRUE(shows(Paint::Horn, theme));
  }
}

TEST_F(PainterTest, Picture_IsAskedOnceForEachSizeWhetherThereOrNot) {
  Node lamp;
  lamp.look.drawing = Picture{"lamp"};
  Node missing;
  missing.look.drawing = Picture{"missing"};
  Node root = with_child(lamp);
  root.children.push_back(missing);
  paint(root);
  paint(root);
  EXPECT_EQ(asked_["lamp"], 1);
  EXPECT_EQ(asked_["missing"], 1);
  EXPECT_TRUE(shows(Paint::Sand));
}

TEST_F(PainterTest, Sign_IsDrawnInTheInkOfWhereItStands) {
  Node sign;
  sign.look.drawing = Picture{"sign-lamp"};
  sign.look.ink = Paint::Clay;
  paint(with_child(sign));
  EXPECT_TRUE(shows(Paint::Clay));
  sign.look.drawing = Picture{"lamp"};
  paint(with_child(sign));
  EXPECT_FALSE(shows(Paint::Clay)) << "a picture keeps its colours";
}

TEST_F(PainterTest, SecondFrame_ChangesNothingInTheAtlas) {
  paint(with_child(button("Check")));
  static_cast<void>(painter_->atlas().take_changed());
  paint(with_child(button("Check")));
  EXPECT_FALSE(painter_->atlas().take_changed());
}

TEST_F(PainterTest, EveryDrawing_ShowsSomething) {
  engage::Figure bar;
  bar.drawing = engage::FractionBar{4, 3};
  engage::Figure circle;
  circle.drawing = engage::FractionCircle{8, 8};
  engage::Figure counters;
  counters.drawing = engage::CounterSet{12, 5};
  NumberLineDrawing line;
  line.intervals = 4;
  line.labels = {"0", "", "$\\frac{1}{2}$", "", "1"};
  line.marker = 3;
  line.right_tick = 2;
  for (const Drawing& drawing : {Drawing{bar}, Drawing{circle}, Drawing{counters}, Drawing{Beads{5, 2}},
                                 Drawing{Ring{0.4f}}, Drawing{Meter{0.5f}}, Drawing{line}}) {
    Node node;
    node.look.drawing = drawing;
    paint(with_child(node));
    EXPECT_TRUE(shows(Paint::Horn)) << drawing.index();
  }
  PlaneDrawing plane;
  plane.rows = plane.columns = 10;
  plane.x_axis = plane.y_axis = 0.5F;
  plane.x_labels = {"$-5$", "", "", "", "", "", "", "", "", "", "5"};
  plane.points = {{{0.2F, 0.3F}, "A", Paint::Horn, false}};
  plane.lines = {{{0, 1}, {1, 0}, Paint::Horn}};
  PlaneDrawing chart;
  chart.rows = 10;
  chart.bars = {{"Monday", 3, Paint::Horn, false}, {"Tuesday", 0, Paint::Horn, true}};
  const AreaMarks areas{{{{{0.1F, 0.1F}, {0.9F, 0.1F}, {0.5F, 0.9F}}, Paint::Horn, true}}};
  for (const Drawing& drawing : {Drawing{plane}, Drawing{chart}, Drawing{areas}}) {
    Node node;
    node.look.drawing = drawing;
    node.layout.width = 200;
    node.layout.height = 200;
    paint(with_child(node));
    EXPECT_TRUE(shows(Paint::Horn)) << drawing.index();
  }
  Node tick;
  tick.look.drawing = Tick{1};
  paint(with_child(tick));
  EXPECT_TRUE(shows(Paint::Green));
}

TEST_F(PainterTest, FiguresWithImpossibleNumbers_AreDrawnAndStayOnScreen) {
  for (const std::uint32_t many : {0u, 1u, 4'000'000'000u}) {
    engage::Figure bar;
    bar.drawing = engage::FractionBar{many, many};
    engage::Figure circle;
    circle.drawing = engage::FractionCircle{many, 7};
    engage::Figure counters;
    counters.drawing = engage::CounterSet{many, many};
    NumberLineDrawing line;
    line.intervals = many;
    line.marker = many;
    PlaneDrawing plane;
    plane.rows = plane.columns = many;
    PlaneDrawing chart = plane;
    chart.bars = {{"a", many, Paint::Horn, false}};
    chart.dots = true;
    for (const Drawing& drawing : {Drawing{bar}, Drawing{circle}, Drawing{counters}, Drawing{line},
                                   Drawing{Beads{many, many}}, Drawing{plane}, Drawing{chart}}) {
      Node node;
      node.look.drawing = drawing;
      node.layout.width = 200;
      node.layout.height = 60;
      EXPECT_GT(paint(with_child(node)).Size, 4);
    }
  }
}

TEST_F(PainterTest, TwiceTheScale_HasTheSameTextTwiceAsLarge) {
  const Size once = painter_->measure_text(1)({"How many parts?", TypeStyle::Question, "en", 1000});
  const Size twice = painter_->measure_text(2)({"How many parts?", TypeStyle::Question, "en", 1000});
  EXPECT_NEAR(once.width, twice.width, 2);
  EXPECT_NEAR(once.height, twice.height, 1);
}

}  // namespace
}  // namespace hornbook::ui

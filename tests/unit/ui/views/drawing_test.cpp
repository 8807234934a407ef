// The sheet as fingers, keys and whoever writes use it.
#include <gtest/gtest.h>

#include "tests/unit/ui/views/shown.hpp"
#include "ui/access/dispatcher.hpp"
#include "ui/views/intent_of.hpp"
#include "ui/views/reading_aloud.hpp"

namespace hornbook::ui {
namespace {

using test::found;
using test::show;
using test::Shown;

// A station with fingers and keys; it keeps what the dispatcher keeps.
struct Desk {
  StationState state = test::working_station(test::sample_drawing);
  InputState input;
  float width = 1280, height = 800;

  [[nodiscard]] Shown shown() const { return show(state, width, height); }
  [[nodiscard]] const engage::DrawingEntry& entry() const {
    return std::get<engage::DrawingEntry>(
        engage::at_hand(std::get<session::Working>(state.session->place).problem).entry);
  }
  [[nodiscard]] std::size_t strokes() const { return engage::strokes_on(entry().sheet).size(); }

  void send(const Input& what) {
    const Shown now = shown();
    Dispatched done = dispatch(now.tree, input, what);
    input = done.state;
    for (const Activation& each : done.activations)
      state = update(std::move(state), intent_of(now.actions, each), 0).state;
  }
  void draw(std::vector<SharePoint> points) {
    const Shown now = shown();
    const Rect sheet = found(now.tree, "role=image[name~\"sheet\"]")->rect;
    const auto on = [&](SharePoint at) {
      return SharePoint{sheet.x + at.x * sheet.width, sheet.y + at.y * sheet.height};
    };
    send(PointerDown{on(points.front()).x, on(points.front()).y});
    for (const SharePoint point : points) send(PointerMove{on(point).x, on(point).y});
    send(PointerUp{on(points.back()).x, on(points.back()).y});
  }
  void press(const std::string& selector) {
    const Shown now = shown();
    const Node* node = found(now.tree, selector);
    ASSERT_NE(node, nullptr) << selector;
    ASSERT_TRUE(node->actions.press) << selector;
    state = update(std::move(state), intent_of(now.actions, {*node->actions.press, 0, {}}), 0).state;
  }
};

TEST(DrawingView, AFingerDrawsInTheColourAndWidthThatAreChosen) {
  Desk desk;
  desk.press("role=radio[name=\"Purple\"]");
  desk.press("role=radio[name=\"Thick\"]");
  desk.draw({{0.25F, 0.25F}, {0.5F, 0.5F}, {0.75F, 0.25F}});
  ASSERT_EQ(desk.strokes(), 1u);
  const engage::Stroke stroke = engage::finished_strokes(desk.entry().sheet).front();
  EXPECT_EQ(stroke.pen, (engage::Pen{4, 2}));
  ASSERT_EQ(stroke.points.size(), 3u);
  EXPECT_NEAR(stroke.points[1].x, 512, 2);
  EXPECT_NEAR(stroke.points[1].y, 384, 2);
  EXPECT_TRUE(found(desk.shown().tree, "role=radio[name=\"Purple\"]")->state.selected);
}

TEST(DrawingView, TheSheetSaysHowMuchIsDrawnAndToolsRestWhileTheyCanDoNothing) {
  Desk desk;
  EXPECT_TRUE(found(desk.shown().tree, "role=button[name=\"Undo\"]")->state.disabled);
  EXPECT_TRUE(found(desk.shown().tree, "role=button[name=\"Hand in\"]")->state.disabled);
  desk.draw({{0.2F, 0.2F}, {0.8F, 0.2F}});
  desk.draw({{0.2F, 0.6F}, {0.8F, 0.6F}});
  EXPECT_EQ(found(desk.shown().tree, "role=image[name=\"Squared sheet to draw on\"]")->value, "Lines drawn: 2");
  desk.press("role=checkbox[name=\"Rub out a line\"]");
  desk.draw({{0.5F, 0.1F}, {0.5F, 0.3F}});
  EXPECT_EQ(desk.strokes(), 1u);
  desk.press("role=button[name=\"Undo\"]");
  EXPECT_EQ(desk.strokes(), 2u);
  desk.press("role=button[name=\"Clear the sheet\"]");
  EXPECT_EQ(desk.strokes(), 0u);
  desk.press("role=button[name=\"Undo\"]");
  EXPECT_EQ(desk.strokes(), 2u) << "clearing can be undone";
  desk.press("role=button[name=\"Redo\"]");
  EXPECT_EQ(desk.strokes(), 0u);
}

TEST(DrawingView, ArrowsCarryThePenAndEnterPutsItDown) {
  Desk desk;
  for (int tabs = 0; tabs < 40; ++tabs) {
    desk.send(KeyDown{Key::Tab});
    const Shown now = desk.shown();
    const Node* focused = node_at(now.tree, desk.input.focus);
    if (focused != nullptr && focused->id == "pen") break;
  }
  const auto pen = [&] { return found(desk.shown().tree, "role=slider[name=\"Pen\"]")->value; };
  EXPECT_EQ(pen(), "up, 16 across, 12 down");
  desk.send(KeyDown{Key::Left});
  desk.send(KeyDown{Key::Enter});
  EXPECT_EQ(pen(), "on the sheet, 15 across, 12 down");
  for (const Key key : {Key::Right, Key::Right, Key::Down, Key::Enter, Key::Up}) desk.send(KeyDown{key});
  EXPECT_EQ(pen(), "up, 17 across, 12 down");
  EXPECT_EQ(engage::finished_strokes(desk.entry().sheet),
            (std::vector<engage::Stroke>{{{0, 1}, {{480, 384}, {544, 384}, {544, 416}}}}));
}

TEST(DrawingView, WhoeverTypesWritesBesideTheDrawingOrInItsPlace) {
  Desk desk;
  desk.send(TextTyped{"A half"});
  EXPECT_EQ(found(desk.shown().tree, "role=textfield")->value, "A half");
  desk.press("role=button[name=\"To the sheet\"]");
  EXPECT_EQ(found(desk.shown().tree, "role=button[name=\"Say it in words\"]")->value, "A half");
  desk.press("role=button[name=\"Hand in\"]");
  EXPECT_NE(found(desk.shown().tree, "role=status[name=\"Kept for your teacher\"]"), nullptr);
  EXPECT_EQ(found(desk.shown().tree, "role=textfield")->value, "A half") << "there is no drawing to show";
}

TEST(DrawingView, WhatIsHandedInStaysToBeLookedAt) {
  Desk desk;
  desk.state = test::drawing_station(engage::DrawingPart::OnSheet);
  desk.press("role=button[name=\"Hand in\"]");
  const Shown now = desk.shown();
  const Node* sheet = found(now.tree, "role=image[name~\"sheet\"]");
  ASSERT_NE(sheet, nullptr);
  EXPECT_FALSE(sheet->actions.place) << "it cannot be changed any more";
  EXPECT_EQ(found(now.tree, "role=radio"), nullptr);
  EXPECT_EQ(found(now.tree, "role=textfield")->value, "Three parts of four are blue.");
}

TEST(DrawingView, ADrawingOutlivesAHint) {
  Desk desk;
  desk.draw({{0.2F, 0.2F}, {0.8F, 0.2F}});
  desk.press("role=button[name=\"Hint\"]");
  EXPECT_EQ(desk.strokes(), 1u);
}

TEST(DrawingView, OnASmallScreenThePensHaveAPageOfTheirOwn) {
  Desk desk;
  desk.width = 512;
  desk.height = 300;
  std::get<Activity>(desk.state.screen).page = 1;
  EXPECT_EQ(found(desk.shown().tree, "role=radio[name=\"Green\"]"), nullptr);
  desk.press("role=button[name=\"Colours and pens\"]");
  desk.press("role=radio[name=\"Green\"]");
  desk.draw({{0.2F, 0.2F}, {0.8F, 0.2F}});
  EXPECT_EQ(engage::finished_strokes(desk.entry().sheet).front().pen.colour, 2);
  const Rect sheet = found(desk.shown().tree, "role=image[name~\"sheet\"]")->rect;
  EXPECT_GT(sheet.width, 150);
  EXPECT_NEAR(sheet.width / sheet.height, 4.0 / 3, 0.02);
}

TEST(DrawingView, APictureIsUnderTheStrokesAndDescribed) {
  Desk desk;
  engage::ItemInstance item = test::sample_item(test::sample_drawing, "en");
  auto& task = std::get<engage::DrawingTask>(item.steps.front().question.task);
  task.ground = engage::SheetGround::Plain;
  task.picture = engage::Figure{engage::MediaPicture{}, "a garden"};
  std::get<session::Working>(desk.state.session->place).problem = engage::start_problem(std::move(item), 0);
  const Shown now = desk.shown();
  const Node* sheet = found(now.tree, "role=image[name=\"Picture to draw on: a garden\"]");
  ASSERT_NE(sheet, nullptr);
  EXPECT_TRUE(std::holds_alternative<engage::Figure>(sheet->children.at(0).look.drawing));
  EXPECT_TRUE(std::get<InkDrawing>(sheet->children.at(1).look.drawing).haloed);
}

TEST(DrawingView, APenIsSaidWhenItIsTouchedAndNotWithTheQuestion) {
  const Shown now = Desk().shown();
  const std::vector<Utterance> said = said_by(now.tree, *found(now.tree, "role=radio[name=\"Green\"]"));
  ASSERT_EQ(said.size(), 1u);
  EXPECT_EQ(said.front().words, "Green");
  EXPECT_TRUE(still_says(now.tree, {said, 0, {}}));
  for (const Utterance& each : readable(now.tree)) EXPECT_NE(each.words, "Green");
}

TEST(DrawingView, AFullSheetSaysSo) {
  Desk desk;
  std::vector<engage::Stroke> dots;
  for (std::uint16_t at = 0; at < limits::drawing_strokes_max; ++at) dots.push_back({{}, {{at, at}}});
  engage::DrawingEntry entry;
  entry.sheet = engage::sheet_with(std::move(dots));
  engage::at_hand(std::get<session::Working>(desk.state.session->place).problem).entry = entry;
  EXPECT_NE(found(desk.shown().tree, "role=text[name~\"The sheet is full\"]"), nullptr);
  desk.draw({{0.9F, 0.1F}, {0.95F, 0.1F}});
  EXPECT_EQ(desk.strokes(), limits::drawing_strokes_max);
}

}  // namespace
}  // namespace hornbook::ui

#include "ui/semantics/lay_out.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace hornbook::ui {
namespace {

// Each character is 10 × 20; text wraps anywhere.
Size measure_in_tens(const TextRequest& request) {
  const auto per_line = std::max(1.0f, std::floor(request.width_max / 10));
  const auto count = static_cast<float>(request.text.size());
  return {std::min(count, per_line) * 10, std::ceil(count / per_line) * 20};
}

Node box(float width, float height) {
  Node node;
  node.layout.width = width;
  node.layout.height = height;
  return node;
}

Node text(std::string words) {
  Node node;
  node.role = Role::Text;
  node.name = std::move(words);
  return node;
}

Node growing(float grow) {
  Node node;
  node.layout.grow = grow;
  return node;
}

Node parent(Direction direction, std::vector<Node> children) {
  Node node;
  node.layout.direction = direction;
  node.children = std::move(children);
  return node;
}

void lay_out_in(Node& root, float width, float height) { lay_out(root, {0, 0, width, height}, measure_in_tens); }

void expect_rect(const Node& node, float x, float y, float width, float height) {
  EXPECT_FLOAT_EQ(node.rect.x, x);
  EXPECT_FLOAT_EQ(node.rect.y, y);
  EXPECT_FLOAT_EQ(node.rect.width, width);
  EXPECT_FLOAT_EQ(node.rect.height, height);
}

TEST(LayOut, ColumnWithPaddingAndGap_StacksStretchedChildren) {
  Node root = parent(Direction::Column, {text("ab"), text("cdef")});
  root.layout.padding_x = 5;
  root.layout.padding_y = 7;
  root.layout.gap = 3;
  lay_out_in(root, 100, 100);
  expect_rect(root.children[0], 5, 7, 90, 20);
  expect_rect(root.children[1], 5, 30, 90, 20);
}

TEST(LayOut, ColumnTextWiderThanTheColumn_WrapsAndPushesDownWhatFollows) {
  Node root = parent(Direction::Column, {text("123456789012345"), box(10, 10)});
  lay_out_in(root, 100, 100);
  EXPECT_FLOAT_EQ(root.children[0].rect.height, 40);
  EXPECT_FLOAT_EQ(root.children[1].rect.y, 40);
}

TEST(LayOut, ColumnCentredBothWays_PutsTheChildInTheMiddle) {
  Node root = parent(Direction::Column, {box(20, 10)});
  root.layout.main = Place::Center;
  root.layout.cross = Place::Center;
  lay_out_in(root, 100, 50);
  expect_rect(root.children[0], 40, 20, 20, 10);
}

TEST(LayOut, StretchedChildWithMaximumWidth_IsCentredAtThatWidth) {
  Node child;
  child.layout.max_width = 60;
  Node root = parent(Direction::Column, {child});
  lay_out_in(root, 100, 50);
  EXPECT_FLOAT_EQ(root.children[0].rect.x, 20);
  EXPECT_FLOAT_EQ(root.children[0].rect.width, 60);
}

TEST(LayOut, GrowingChildren_ShareWhatIsLeftByWeight) {
  Node root = parent(Direction::Column, {box(0, 20), growing(1), growing(3)});
  lay_out_in(root, 100, 100);
  expect_rect(root.children[1], 0, 20, 100, 20);
  expect_rect(root.children[2], 0, 40, 100, 60);
}

TEST(LayOut, GrowingChildWithMoreContentThanItsShare_KeepsItsContent) {
  Node tall = growing(1);
  tall.layout.min_height = 70;
  Node root = parent(Direction::Column, {tall, growing(1)});
  lay_out_in(root, 100, 100);
  EXPECT_FLOAT_EQ(root.children[0].rect.height, 70);
  EXPECT_FLOAT_EQ(root.children[1].rect.height, 30);
}

TEST(LayOut, RowOfGrowingTexts_SharesTheWidthEquallyWhateverTheirLength) {
  Node long_text = text("12345678901234567890");
  Node short_text = text("1");
  long_text.layout.grow = short_text.layout.grow = 1;
  Node root = parent(Direction::Row, {long_text, short_text});
  root.layout.gap = 20;
  lay_out_in(root, 220, 100);
  expect_rect(root.children[0], 0, 0, 100, 100);
  expect_rect(root.children[1], 120, 0, 100, 100);
}

TEST(LayOut, RowTooNarrow_NarrowsTextAndLeavesFixedWidthAlone) {
  Node root = parent(Direction::Row, {box(60, 10), text("1234567890")});
  lay_out_in(root, 100, 100);
  EXPECT_FLOAT_EQ(root.children[0].rect.width, 60);
  EXPECT_FLOAT_EQ(root.children[1].rect.width, 40);
}

TEST(LayOut, RowInArabic_RunsFromTheRight) {
  Node root = parent(Direction::Row, {box(20, 10), box(30, 10)});
  root.language = "ar";
  lay_out_in(root, 100, 50);
  EXPECT_FLOAT_EQ(root.children[0].rect.x, 80);
  EXPECT_FLOAT_EQ(root.children[1].rect.x, 50);
}

TEST(LayOut, LanguageOfAnAncestor_MirrorsARowThatHasNone) {
  Node row = parent(Direction::Row, {box(20, 10)});
  Node root = parent(Direction::Column, {row});
  root.language = "ar-EG";
  lay_out_in(root, 100, 50);
  EXPECT_FLOAT_EQ(root.children[0].children[0].rect.x, 80);
}

TEST(LayOut, RowThatIsNotMirrored_RunsFromTheLeftInArabic) {
  Node root = parent(Direction::Row, {box(20, 10)});
  root.language = "ar";
  root.look.mirrored_in_rtl = false;
  lay_out_in(root, 100, 50);
  EXPECT_FLOAT_EQ(root.children[0].rect.x, 0);
}

TEST(LayOut, ColumnStartInArabic_IsTheRightEdge) {
  Node root = parent(Direction::Column, {box(20, 10)});
  root.language = "ar";
  root.layout.cross = Place::Start;
  lay_out_in(root, 100, 50);
  EXPECT_FLOAT_EQ(root.children[0].rect.x, 80);
}

TEST(LayOut, WrapThatIsFull_GoesOnInANewCentredLine) {
  Node root = parent(Direction::Wrap, {box(40, 10), box(40, 20), box(40, 10)});
  root.layout.gap = 10;
  root.layout.main = Place::Center;
  root.layout.cross = Place::Start;
  lay_out_in(root, 100, 100);
  expect_rect(root.children[0], 5, 0, 40, 10);
  expect_rect(root.children[1], 55, 0, 40, 20);
  expect_rect(root.children[2], 30, 30, 40, 10);
}

TEST(LayOut, StackStretched_LaysChildrenOverOneAnother) {
  Node root = parent(Direction::Stack, {Node{}, box(20, 20)});
  root.layout.main = Place::Stretch;
  lay_out_in(root, 100, 50);
  expect_rect(root.children[0], 0, 0, 100, 50);
  expect_rect(root.children[1], 40, 0, 20, 20);
}

TEST(LayOut, ContentTallerThanACentredColumn_StartsAtTheTop) {
  Node root = parent(Direction::Column, {box(10, 80)});
  root.layout.main = Place::Center;
  lay_out_in(root, 100, 50);
  EXPECT_FLOAT_EQ(root.children[0].rect.y, 0);
}

TEST(LayOut, Flow_PutsChildrenWhereTheTextHasThem) {
  Node root = parent(Direction::Flow, {box(30, 40), box(50, 60)});
  root.role = Role::Text;
  root.text = "a \uFFFC b \uFFFC";
  root.layout.padding_x = 5;
  root.layout.padding_y = 7;
  lay_out(root, {0, 0, 210, 100}, [](const TextRequest& request) {
    MeasuredText measured(Size{request.width_max, 60});
    float x = 0;
    for (const Size& own : request.boxes) measured.boxes.push_back({x += 20, 1, own.width, own.height});
    return measured;
  });
  expect_rect(root.children[0], 25, 8, 30, 40);
  expect_rect(root.children[1], 45, 8, 50, 60);
}

TEST(LayOut, Over_PutsChildrenOnTheirPartsLineByLine) {
  Node words = text("0123456789abcdefghij");
  words.text = words.name;
  words.layout.direction = Direction::Over;
  words.layout.padding_x = 5;
  words.children = {box(0, 0), box(0, 0), box(0, 0)};
  words.children[0].part = {2, 4};
  words.children[1].part = {8, 13};
  words.children[2].part = {30, 31};
  lay_out(words, {100, 50, 110, 100}, [](const TextRequest& request) {
    MeasuredText measured(measure_in_tens(request));
    for (const TextRange& part : request.parts) {
      std::vector<Rect>& places = measured.parts.emplace_back();
      for (std::uint32_t at = part.begin; at < std::min(part.end, 20U); ++at) {
        const Rect letter{static_cast<float>(at % 10) * 10, static_cast<float>(at / 10) * 20, 10, 20};
        if (!places.empty() && places.back().y == letter.y)
          places.back().width += 10;
        else
          places.push_back(letter);
      }
    }
    return measured;
  });
  const Rect& first = words.children[0].rect;
  EXPECT_EQ(first.x, 125);
  EXPECT_EQ(first.y, 50);
  EXPECT_EQ(first.width, 20);
  EXPECT_TRUE(words.children[0].pieces.empty());
  ASSERT_EQ(words.children[1].pieces.size(), 1u) << "it goes on in the next line";
  EXPECT_EQ(words.children[1].rect.width, 20);
  EXPECT_EQ(words.children[1].pieces[0].y, 70);
  EXPECT_EQ(words.children[1].pieces[0].width, 30);
  EXPECT_EQ(words.children[2].rect.width, 0) << "no such part is shown";
}

TEST(LayOut, DeeplyNestedRows_MeasureEachTextAFewTimesOnly) {
  Node node = text("word");
  for (int depth = 0; depth < 20; ++depth) node = parent(depth % 2 == 0 ? Direction::Row : Direction::Column, {node});
  int measurements = 0;
  lay_out(node, {0, 0, 500, 500}, [&](const TextRequest& request) {
    ++measurements;
    return measure_in_tens(request);
  });
  EXPECT_LE(measurements, 4);
  EXPECT_GE(measurements, 1);
}

}  // namespace
}  // namespace hornbook::ui

#include "ui/access/dispatcher.hpp"

#include <gtest/gtest.h>

namespace hornbook::ui {
namespace {

enum : ActionId { press_a, press_b, press_c, press_d, slide, more, less, type, touch, up, down, erase, cancel, submit };

Node button(std::string id, Rect rect, ActionId press) {
  Node node;
  node.role = Role::Button;
  node.id = std::move(id);
  node.rect = rect;
  node.actions.press = press;
  return node;
}

// a b
// c d   and a slider below
Node grid() {
  Node root;
  root.role = Role::Screen;
  root.id = "screen";
  root.rect = {0, 0, 400, 400};
  root.actions.cancel = cancel;
  Node slider;
  slider.role = Role::Slider;
  slider.id = "line";
  slider.rect = {0, 200, 300, 50};
  slider.layout.padding_x = 50;
  slider.actions.position = slide;
  slider.actions.increment = more;
  slider.actions.decrement = less;
  root.children = {button("a", {0, 0, 80, 80}, press_a), button("b", {100, 0, 80, 80}, press_b),
                   button("c", {0, 100, 80, 80}, press_c), button("d", {100, 100, 80, 80}, press_d), slider};
  return root;
}

// Sends inputs one after the other to the same tree.
class Hand {
 public:
  explicit Hand(Node root) : root_(std::move(root)) {}

  std::vector<Activation> send(const Input& input) {
    Dispatched dispatched = dispatch(root_, state_, input);
    state_ = std::move(dispatched.state);
    return dispatched.activations;
  }
  std::vector<ActionId> actions(const Input& input) {
    std::vector<ActionId> ids;
    for (const Activation& activation : send(input)) ids.push_back(activation.action);
    return ids;
  }
  std::vector<ActionId> key(Key key) { return actions(KeyDown{key}); }
  std::string focused() {
    const Node* node = node_at(root_, state_.focus);
    return node == nullptr ? "" : node->id;
  }
  Node marked() {
    Node copy = root_;
    mark(copy, state_);
    return copy;
  }
  Node root_;
  InputState state_;
};

using Ids = std::vector<ActionId>;

TEST(Dispatcher, TapOnAButton_PressesItOnRelease) {
  Hand hand(grid());
  EXPECT_EQ(hand.actions(PointerDown{10, 10}), Ids{});
  EXPECT_TRUE(hand.marked().children[0].state.pressed);
  EXPECT_EQ(hand.actions(PointerUp{20, 20}), Ids{press_a});
  EXPECT_FALSE(hand.marked().children[0].state.pressed);
}

TEST(Dispatcher, FingerThatLeavesTheButton_PressesNothing) {
  Hand hand(grid());
  hand.send(PointerDown{10, 10});
  hand.send(PointerMove{90, 90});
  EXPECT_FALSE(hand.marked().children[0].state.pressed);
  EXPECT_EQ(hand.actions(PointerUp{110, 10}), Ids{});
}

TEST(Dispatcher, LostTouch_PressesNothing) {
  Hand hand(grid());
  hand.send(PointerDown{10, 10});
  hand.send(PointerLost{});
  EXPECT_EQ(hand.actions(PointerUp{10, 10}), Ids{});
}

TEST(Dispatcher, DragFromADraggableNode_PressesSourceThenTarget) {
  Node root = grid();
  root.children[0].actions.draggable = true;
  Hand hand(root);
  hand.send(PointerDown{10, 10});
  hand.send(PointerMove{60, 120});
  EXPECT_TRUE(hand.marked().children[0].state.pressed);
  EXPECT_EQ(hand.actions(PointerUp{110, 110}), (Ids{press_a, press_d}));
}

TEST(Dispatcher, SweepOverNodes_PressesAllThatTheFingerCameOverOnce) {
  Node root = grid();
  for (std::size_t at = 0; at < 4; ++at) root.children[at].actions.swept = true;
  Hand hand(root);
  hand.send(PointerDown{10, 10});
  EXPECT_EQ(hand.actions(PointerMove{20, 20}), Ids{}) << "still on the first";
  const std::vector<Activation> far = hand.send(PointerMove{10, 110});
  ASSERT_EQ(far.size(), 3u);
  EXPECT_EQ(far[0].action, press_a);
  EXPECT_FALSE(far[0].goes_on);
  EXPECT_EQ(far[1].action, press_b) << "passed by so fast that no move was on it";
  EXPECT_EQ(far[2].action, press_c);
  EXPECT_TRUE(far[1].goes_on && far[2].goes_on);
  EXPECT_EQ(hand.actions(PointerMove{20, 120}), Ids{});
  EXPECT_EQ(hand.actions(PointerMove{110, 110}), Ids{press_d});
  EXPECT_EQ(hand.actions(PointerUp{110, 110}), Ids{}) << "lifting presses nothing more";
  hand.send(PointerDown{10, 10});
  EXPECT_EQ(hand.actions(PointerUp{10, 10}), Ids{press_a}) << "a tap is a tap";
}

TEST(Dispatcher, DisabledButton_TakesNeitherTapNorFocus) {
  Node root = grid();
  root.children[0].state.disabled = true;
  Hand hand(root);
  hand.send(PointerDown{10, 10});
  EXPECT_EQ(hand.actions(PointerUp{10, 10}), Ids{});
  hand.key(Key::Tab);
  EXPECT_EQ(hand.focused(), "b");
}

TEST(Dispatcher, OverlappingTargets_TheLaterInReadingOrderIsHit) {
  Node root = grid();
  root.children[1].rect = {0, 0, 80, 80};
  Hand hand(root);
  hand.send(PointerDown{10, 10});
  EXPECT_EQ(hand.actions(PointerUp{10, 10}), Ids{press_b});
}

TEST(Dispatcher, SliderTouchedAndDragged_ReportsTheShareOfTheWidthInsideThePadding) {
  Hand hand(grid());
  std::vector<Activation> at = hand.send(PointerDown{100, 220});
  ASSERT_EQ(at.size(), 1u);
  EXPECT_EQ(at[0].action, slide);
  EXPECT_FLOAT_EQ(at[0].position, 0.25f);
  at = hand.send(PointerMove{390, 100});
  ASSERT_EQ(at.size(), 1u);
  EXPECT_FLOAT_EQ(at[0].position, 1.0f);
}

TEST(Dispatcher, SliderInArabic_IsMirrored) {
  Node root = grid();
  root.language = "ar";
  Hand hand(root);
  const std::vector<Activation> at = hand.send(PointerDown{100, 220});
  ASSERT_EQ(at.size(), 1u);
  EXPECT_FLOAT_EQ(at[0].position, 0.75f);
  EXPECT_EQ(hand.key(Key::Left), Ids{more});
}

TEST(Dispatcher, TabAndShiftTab_GoRoundInReadingOrder) {
  Hand hand(grid());
  std::string order;
  for (int step = 0; step < 6; ++step) {
    hand.key(Key::Tab);
    order += hand.focused() + " ";
  }
  EXPECT_EQ(order, "a b c d line a ");
  hand.key(Key::BackTab);
  EXPECT_EQ(hand.focused(), "line");
}

TEST(Dispatcher, Arrows_MoveToWhatLiesThatWay) {
  Hand hand(grid());
  hand.key(Key::Tab);
  hand.key(Key::Right);
  EXPECT_EQ(hand.focused(), "b");
  hand.key(Key::Down);
  EXPECT_EQ(hand.focused(), "d");
  hand.key(Key::Left);
  EXPECT_EQ(hand.focused(), "c");
  hand.key(Key::Up);
  EXPECT_EQ(hand.focused(), "a");
  hand.key(Key::Up);
  EXPECT_EQ(hand.focused(), "a");
}

TEST(Dispatcher, ArrowsOnAFocusedSlider_ChangeItsValue) {
  Hand hand(grid());
  hand.key(Key::BackTab);
  EXPECT_EQ(hand.focused(), "line");
  EXPECT_EQ(hand.key(Key::Right), Ids{more});
  EXPECT_EQ(hand.key(Key::Down), Ids{less});
}

TEST(Dispatcher, EnterAndSpace_PressTheFocusedNodeOnce) {
  Hand hand(grid());
  hand.key(Key::Tab);
  EXPECT_EQ(hand.key(Key::Enter), Ids{press_a});
  EXPECT_EQ(hand.key(Key::Space), Ids{press_a});
  EXPECT_EQ(hand.actions(TextTyped{" "}), Ids{});
}

TEST(Dispatcher, Escape_CancelsTheDragFirstThenTheScreen) {
  Hand hand(grid());
  hand.send(PointerDown{10, 10});
  EXPECT_EQ(hand.key(Key::Escape), Ids{});
  EXPECT_EQ(hand.actions(PointerUp{10, 10}), Ids{});
  EXPECT_EQ(hand.key(Key::Escape), Ids{cancel});
}

Node with_answer_field() {
  Node root = grid();
  Node field;
  field.role = Role::TextField;
  field.id = "answer";
  field.rect = {0, 300, 100, 50};
  field.actions.type = type;
  field.actions.erase = erase;
  field.actions.press = submit;
  field.actions.takes_typing = true;
  root.children.push_back(field);
  return root;
}

TEST(Dispatcher, TypedTextAndBackspace_ReachTheFieldThatTakesTypingWhateverHasTheFocus) {
  Hand hand(with_answer_field());
  hand.key(Key::Tab);
  const std::vector<Activation> typed = hand.send(TextTyped{"3/4"});
  ASSERT_EQ(typed.size(), 1u);
  EXPECT_EQ(typed[0].action, type);
  EXPECT_EQ(typed[0].text, "3/4");
  EXPECT_EQ(hand.key(Key::Backspace), Ids{erase});
}

TEST(Dispatcher, SpaceAfterATap_IsTypedAndEnterSubmits) {
  Hand hand(with_answer_field());
  hand.send(PointerDown{10, 10});
  hand.send(PointerUp{10, 10});
  EXPECT_EQ(hand.key(Key::Space), Ids{});
  EXPECT_EQ(hand.actions(TextTyped{" "}), Ids{type});
  EXPECT_EQ(hand.key(Key::Enter), Ids{submit});
}

TEST(Dispatcher, FocusOnANodeThatMoved_FollowsItsId) {
  Hand hand(grid());
  hand.key(Key::Tab);
  hand.key(Key::Tab);
  std::swap(hand.root_.children[1], hand.root_.children[2]);
  EXPECT_EQ(hand.focused(), "b");
  EXPECT_TRUE(hand.marked().children[2].state.focused);
  EXPECT_EQ(hand.key(Key::Enter), Ids{press_b});
}

TEST(Dispatcher, FocusOnANodeThatIsGone_IsTakenUpWithinTheSameScreen) {
  Hand hand(grid());
  hand.key(Key::Tab);
  hand.root_.children.erase(hand.root_.children.begin());
  EXPECT_EQ(hand.key(Key::Enter), Ids{});
  hand.key(Key::Tab);
  EXPECT_EQ(hand.focused(), "b");
}

// A plane with a handle on it that is for keys alone.
Node plane() {
  Node root;
  root.role = Role::Screen;
  root.id = "screen";
  root.rect = {0, 0, 400, 400};
  Node sheet;
  sheet.role = Role::Image;
  sheet.id = "plane";
  sheet.rect = {0, 0, 300, 200};
  sheet.layout.padding_x = 50;
  sheet.actions.place = touch;
  Node handle = button("handle", {90, 40, 60, 60}, submit);
  handle.actions.for_keys = true;
  handle.actions.increment = more;
  handle.actions.decrement = less;
  handle.actions.raise = up;
  handle.actions.lower = down;
  sheet.children = {handle};
  root.children = {sheet};
  return root;
}

TEST(Dispatcher, AFingerOnAPlaneGivesItsPlaceAndSaysWhetherItGoesOn) {
  Hand hand(plane());
  const std::vector<Activation> first = hand.send(PointerDown{100, 50});
  ASSERT_EQ(first.size(), 1U) << "what is for keys alone lets it through";
  EXPECT_EQ(first[0].action, touch);
  EXPECT_FLOAT_EQ(first[0].position, 0.25F);
  EXPECT_FLOAT_EQ(first[0].position_y, 0.25F);
  EXPECT_FALSE(first[0].goes_on);
  const std::vector<Activation> second = hand.send(PointerMove{500, 100});
  ASSERT_EQ(second.size(), 1U);
  EXPECT_FLOAT_EQ(second[0].position, 1) << "beyond the edge it stays at the edge";
  EXPECT_FLOAT_EQ(second[0].position_y, 0.5F);
  EXPECT_TRUE(second[0].goes_on);
  EXPECT_TRUE(hand.send(PointerUp{500, 100}).empty());
}

TEST(Dispatcher, AHandleOfAPlaneGoesFourWaysByKeys) {
  Hand hand(plane());
  hand.key(Key::Tab);
  hand.key(Key::Tab);
  ASSERT_EQ(hand.focused(), "handle");
  EXPECT_EQ(hand.key(Key::Up), std::vector<ActionId>{up});
  EXPECT_EQ(hand.key(Key::Down), std::vector<ActionId>{down});
  EXPECT_EQ(hand.key(Key::Left), std::vector<ActionId>{less});
  EXPECT_EQ(hand.key(Key::Right), std::vector<ActionId>{more});
  EXPECT_EQ(hand.key(Key::Enter), std::vector<ActionId>{submit});
}

// Two words in lines of 36: the second goes on in the line below.
Node lines_with_words() {
  Node root;
  root.role = Role::Screen;
  root.id = "screen";
  root.rect = {0, 0, 400, 400};
  root.children = {button("one", {0, 100, 80, 36}, press_a), button("two", {300, 136, 80, 36}, press_b)};
  root.children[1].pieces = {{0, 172, 50, 36}};
  for (Node& word : root.children) word.actions.reach = 14;
  return root;
}

std::optional<ActionId> tapped(const Node& root, float x, float y) {
  const Dispatched down = dispatch(root, {}, PointerDown{x, y});
  const Dispatched up = dispatch(root, down.state, PointerUp{x, y});
  return up.activations.empty() ? std::nullopt : std::optional(up.activations.front().action);
}

TEST(Dispatcher, WordThatGoesOnInTheNextLine_IsPressedInBoth) {
  const Node root = lines_with_words();
  EXPECT_EQ(tapped(root, 310, 140), press_b);
  EXPECT_EQ(tapped(root, 20, 180), press_b);
  EXPECT_EQ(tapped(root, 200, 150), std::nullopt);
}

TEST(Dispatcher, FingerThatMissesAWordByALittle_StillPressesTheNearest) {
  const Node root = lines_with_words();
  EXPECT_EQ(tapped(root, 20, 90), press_a);
  EXPECT_EQ(tapped(root, 20, 85), std::nullopt) << "too far";
  EXPECT_EQ(tapped(root, 20, 140), press_a) << "nearer to the first";
  EXPECT_EQ(tapped(root, 20, 168), press_b) << "nearer to the second";
  Node covered = lines_with_words();
  covered.children.push_back(button("three", {0, 60, 400, 35}, press_c));
  EXPECT_EQ(tapped(covered, 20, 90), press_c) << "what is hit comes first";
}

}  // namespace
}  // namespace hornbook::ui

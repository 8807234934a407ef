#include "ui/semantics/selector.hpp"

#include <gtest/gtest.h>

#include "runtime/core/limits.hpp"

namespace hornbook::ui {
namespace {

Node node(Role role, std::string name, std::vector<Node> children = {}) {
  Node made;
  made.role = role;
  made.name = std::move(name);
  made.children = std::move(children);
  return made;
}

Node lesson() {
  Node root = node(Role::Screen, "Lesson",
                   {node(Role::Button, "Check"), node(Role::Radio, "one half"), node(Role::Radio, "one third"),
                    node(Role::Group, "", {node(Role::Button, "Check again")})});
  root.id = "activity";
  root.children[2].state.focused = true;
  return root;
}

std::string found_name(const Node& root, std::string_view text) {
  const auto selector = parse_selector(text);
  if (!selector) return "error: " + selector.error().sentence;
  const Node* found = find(root, *selector);
  return found == nullptr ? "nothing" : found->name;
}

TEST(Selector, RoleAndWholeName_FindsThatNode) {
  EXPECT_EQ(found_name(lesson(), R"(role=button[name="Check"])"), "Check");
  EXPECT_EQ(found_name(lesson(), R"(role=button[name="Check again"])"), "Check again");
  EXPECT_EQ(found_name(lesson(), R"(role=radio[name="Check"])"), "nothing");
}

TEST(Selector, PartOfAName_FindsTheFirstInReadingOrder) {
  EXPECT_EQ(found_name(lesson(), R"([name~"again"])"), "Check again");
  EXPECT_EQ(found_name(lesson(), R"([name~"one"])"), "one half");
}

TEST(Selector, Nth_CountsFromOneAmongMatches) {
  EXPECT_EQ(found_name(lesson(), "role=radio:nth(1)"), "one half");
  EXPECT_EQ(found_name(lesson(), "role=radio:nth(2)"), "one third");
  EXPECT_EQ(found_name(lesson(), "role=radio:nth(3)"), "nothing");
}

TEST(Selector, Focused_FindsTheFocusedNode) {
  EXPECT_EQ(found_name(lesson(), ":focused"), "one third");
  EXPECT_EQ(found_name(lesson(), "role=button:focused"), "nothing");
}

TEST(Selector, Screen_IsFoundByIdOrName) {
  EXPECT_EQ(found_name(lesson(), "screen=activity"), "Lesson");
  EXPECT_EQ(found_name(lesson(), "screen=Lesson"), "Lesson");
  EXPECT_EQ(found_name(lesson(), "screen=home"), "nothing");
}

TEST(Selector, EscapedQuoteAndBackslash_AreTakenLiterally) {
  const Node root = node(Role::Text, R"(say "a\b")");
  EXPECT_EQ(found_name(root, R"([name="say \"a\\b\""])"), R"(say "a\b")");
}

TEST(Selector, MalformedText_SaysWhatWasExpectedAndWhere) {
  for (const char* text : {"", "button", "role=knob", "role=button[name=Check]", R"([name="open)", R"([name="a")",
                           R"([name!"a"])", ":nth(0)", ":nth(x)", ":nth(1", ":hover", "screen=", R"([name="a"]x)"}) {
    const auto selector = parse_selector(text);
    ASSERT_FALSE(selector) << text;
    EXPECT_EQ(selector.error().code, ErrorCode::BadInput) << text;
    EXPECT_NE(selector.error().sentence.find("at character"), std::string::npos) << text;
  }
}

TEST(Selector, LongerThanTheLimit_IsRefused) {
  const auto selector = parse_selector(std::string(limits::selector_bytes_max + 1, 'a'));
  ASSERT_FALSE(selector);
  EXPECT_EQ(selector.error().code, ErrorCode::LimitExceeded);
}

TEST(Role, EveryName_LeadsBackToItsRole) {
  for (int role = 0; role <= static_cast<int>(Role::Alert); ++role) {
    EXPECT_EQ(role_named(name_of(static_cast<Role>(role))), static_cast<Role>(role));
  }
}

}  // namespace
}  // namespace hornbook::ui

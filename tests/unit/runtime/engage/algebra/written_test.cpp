#include "runtime/engage/algebra/written.hpp"

#include <gtest/gtest.h>

namespace hornbook::engage::algebra {
namespace {

std::string tex(std::string_view text) { return in_tex(parse_expression(text).value()); }
std::string typed(std::string_view text) { return as_typed(parse_expression(text).value()); }

TEST(Written, Tex_ShowsWhatWasTyped) {
  EXPECT_EQ(tex("x/2+3"), "\\frac{x}{2} + 3");
  EXPECT_EQ(tex("1/2 x"), "\\frac{1}{2}x");
  EXPECT_EQ(tex("2*3"), "2 \\times 3");
  EXPECT_EQ(tex("2(1/2)"), "2 \\times \\frac{1}{2}");
  EXPECT_EQ(tex("3 1/4"), "3\\frac{1}{4}");
  EXPECT_EQ(tex("(x+1)^2"), "\\left(x + 1\\right)^{2}");
  EXPECT_EQ(tex("x^-2"), "x^{-2}");
  EXPECT_EQ(tex("a - (b - c)"), "a - \\left(b - c\\right)");
  EXPECT_EQ(tex("√(x+1)"), "\\sqrt{x + 1}");
  EXPECT_EQ(tex("1<x<=5"), "1 < x \\le 5");
  EXPECT_EQ(tex("(1, 5]"), "\\left(1, 5\\right]");
  EXPECT_EQ(tex("x=2 or x=-3"), "x = 2,\\; x = -3");
  EXPECT_EQ(tex("sin 2x"), "\\sin\\left(2x\\right)");
  EXPECT_EQ(tex("0.75"), "0.75");
  EXPECT_EQ(tex(".05"), "0.05");
  EXPECT_EQ(tex("x_max"), "x_{m}a x") << "only a subscript in braces has several letters";
  EXPECT_EQ(tex("25%"), "25\\%");
}

TEST(Written, Typed_IsReadAsTheSameAnswer) {
  for (const char* text : {"\\frac{1}{2}x+3",
                           "2\\frac{1}{2}",
                           "3\\cdot\\frac{3}{2}",
                           "-(x+1)^2/3",
                           "\\sqrt[3]{x}",
                           "\\sqrt[5]{x+1}",
                           "s i n",
                           "\\theta x",
                           "a\\pi",
                           "x_{max}",
                           "\\left|x\\right|y",
                           "||x|-1|",
                           "\\log_2 8",
                           "\\ln x",
                           "\\frac{\\frac{1}{2}}{3}",
                           "(1,5]\\cup[7,\\infty)",
                           "\\{2, -3\\}",
                           "(2, 3)",
                           "\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}",
                           "x \\ne 3",
                           "-2 \\le x < 4",
                           "y=\\frac{20}{x}",
                           "6.02\\times10^{23}",
                           "(-2)^3",
                           "x^{2^3}",
                           "(x^2)^3",
                           "5!",
                           "30°",
                           "\\pm 3",
                           "2+-3",
                           "no solution",
                           "\\mathbb{R}",
                           "f(x)=2x",
                           "2^{-1}",
                           "a/(bc)",
                           "a/b/c",
                           "a(b/c)"}) {
    const auto expected = parse_expression(text);
    ASSERT_TRUE(expected) << text;
    const std::string again = as_typed(*expected);
    const auto read = parse_expression(again);
    ASSERT_TRUE(read) << text << " as " << again;
    EXPECT_EQ(compare(*expected, *read).equivalence, Equivalence::Same) << text << " as " << again;
    const auto set = parse_expression(in_tex(*expected));
    ASSERT_TRUE(set) << text << " as " << in_tex(*expected);
    EXPECT_EQ(compare(*expected, *set).equivalence, Equivalence::Same) << text << " as " << in_tex(*expected);
  }
}

TEST(Written, Typed_UsesWhatKeysHave) {
  EXPECT_EQ(typed("\\frac{1}{2}x+3"), "1/2x + 3");
  EXPECT_EQ(typed("\\frac{x+1}{2}"), "(x + 1)/2");
  EXPECT_EQ(typed("2\\cdot3"), "2×3");
  EXPECT_EQ(typed("\\sqrt{8}"), "√(8)");
  EXPECT_EQ(typed("\\theta"), "θ");
}

TEST(Written, SignsToType_AreLettersThenSigns) {
  const auto signs = [](const char* text) { return signs_to_type(parse_expression(text).value()); };
  EXPECT_EQ(signs("3b + a"), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(signs("2x = 4"), (std::vector<std::string>{"x", "="}));
  EXPECT_EQ(signs("[1, 2)"), (std::vector<std::string>{"[", "]", ","}));
  EXPECT_EQ(signs("3/4"), std::vector<std::string>{});
}

}  // namespace
}  // namespace hornbook::engage::algebra

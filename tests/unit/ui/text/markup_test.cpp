#include "ui/text/markup.hpp"

#include <gtest/gtest.h>

#include "runtime/core/limits.hpp"

namespace hornbook::ui::text {
namespace {

std::string words_of(const Span& span) {
  const auto* words = std::get_if<Words>(&span);
  return words == nullptr ? "<math>" : (words->emphasis ? "<" + words->text + ">" : words->text);
}

std::string shown(std::string_view text) {
  std::string out;
  for (const Paragraph& paragraph : parse_markup(text)) {
    out += paragraph.after_blank_line ? "¶" : "";
    for (const Span& span : paragraph.spans) out += words_of(span);
    out += "|";
  }
  return out;
}

TEST(Markup, EmphasisAndMathematics_AreSpans) { EXPECT_EQ(shown("a *b* $1$ c"), "a <b> <math> c|"); }

TEST(Markup, BlankLineAndNewLine_AreToldApart) { EXPECT_EQ(shown("a\nb\n\nc\n"), "a|b|¶c|"); }

TEST(Markup, MarkWithoutPartner_IsItself) {
  EXPECT_EQ(shown("5 * 3"), "5 * 3|");
  EXPECT_EQ(shown("costs $5"), "costs $5|");
  EXPECT_EQ(shown("a $$ b"), "a $$ b|");
  EXPECT_EQ(shown("\\$5 and \\*"), "$5 and *|");
}

TEST(Markup, LongerThanTheLimit_IsCut) {
  const auto paragraphs = parse_markup(std::string(limits::item_text_bytes_max + 100, 'a'));
  EXPECT_EQ(std::get<Words>(paragraphs[0].spans[0]).text.size(), limits::item_text_bytes_max);
}

TEST(Math, MixedNumber_IsANumberAndAFraction) {
  const MathRow row = parse_math("1\\frac{3}{4}");
  ASSERT_EQ(row.size(), 2u);
  EXPECT_EQ(row[0].symbol, "1");
  ASSERT_EQ(row[1].kind, MathKind::Fraction);
  EXPECT_EQ(row[1].parts[0][0].symbol, "3");
  EXPECT_EQ(row[1].parts[1][0].symbol, "4");
}

TEST(Math, FractionWithoutBraces_TakesOneDigitEach) {
  const MathRow row = parse_math("\\frac125");
  ASSERT_EQ(row.size(), 2u);
  EXPECT_EQ(row[0].parts[1][0].symbol, "2");
  EXPECT_EQ(row[1].symbol, "5");
}

TEST(Math, SignsAndNumbers_HaveTheirKinds) {
  const MathRow row = parse_math("1,000 - 3.5 \\le \\square");
  ASSERT_EQ(row.size(), 5u);
  EXPECT_EQ(row[0].symbol, "1,000");
  EXPECT_EQ(row[1].symbol, "−");
  EXPECT_EQ(row[1].kind, MathKind::Operator);
  EXPECT_EQ(row[2].symbol, "3.5");
  EXPECT_EQ(row[3].kind, MathKind::Relation);
  EXPECT_EQ(row[4].kind, MathKind::Blank);
}

TEST(Math, UnknownCommandAndOpenBrace_AreShownNotRefused) {
  EXPECT_EQ(parse_math("\\unknown")[0].symbol, "\\unknown");
  EXPECT_EQ(parse_math("\\frac{1}")[0].parts[1].size(), 0u);
  EXPECT_EQ(parse_math("{{1").size(), 1u);
}

std::size_t depth_of(const MathRow& row) {
  std::size_t deepest = 0;
  for (const MathItem& item : row) {
    for (const MathRow& part : item.parts) deepest = std::max(deepest, 1 + depth_of(part));
  }
  return deepest;
}

TEST(Math, NestingBeyondTheLimit_IsFlattened) {
  std::string tex;
  for (int level = 0; level < 1000; ++level) tex += "\\frac{";
  EXPECT_LE(depth_of(parse_math(tex)), limits::math_depth_max + 1);
  std::string powers(5000, '^');
  EXPECT_LE(depth_of(parse_math(powers)), limits::math_depth_max + 1);
}

}  // namespace
}  // namespace hornbook::ui::text

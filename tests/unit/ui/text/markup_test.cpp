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

TEST(Markup, TwoDollars_AreMathematicsInDisplay) {
  const auto paragraphs = parse_markup("so $$x=1$$ and $y$");
  ASSERT_EQ(paragraphs[0].spans.size(), 4u);
  EXPECT_TRUE(std::get<MathFormula>(paragraphs[0].spans[1]).display);
  EXPECT_FALSE(std::get<MathFormula>(paragraphs[0].spans[3]).display);
  EXPECT_EQ(shown("$$\\$5$$ ."), "<math> .|");
}

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

}  // namespace
}  // namespace hornbook::ui::text

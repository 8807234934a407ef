#include "ui/text/markup.hpp"

#include <gtest/gtest.h>

#include "runtime/core/limits.hpp"

namespace hornbook::ui::text {
namespace {

std::string words_of(const Span& span) {
  const auto* words = std::get_if<Words>(&span.what);
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
  EXPECT_TRUE(std::get<MathFormula>(paragraphs[0].spans[1].what).display);
  EXPECT_FALSE(std::get<MathFormula>(paragraphs[0].spans[3].what).display);
  EXPECT_EQ(shown("$$\\$5$$ ."), "<math> .|");
}

TEST(Markup, BlankLineAndNewLine_AreToldApart) { EXPECT_EQ(shown("a\nb\n\nc\n"), "a|b|¶c|"); }

TEST(Markup, MarkWithoutPartner_IsItself) {
  EXPECT_EQ(shown("5 * 3"), "5 * 3|");
  EXPECT_EQ(shown("costs $5"), "costs $5|");
  EXPECT_EQ(shown("a $$ b"), "a $$ b|");
  EXPECT_EQ(shown("\\$5 and \\*"), "$5 and *|");
}

TEST(Markup, Spans_KnowTheirPlaceInTheMarkup) {
  const std::string text = "a \\$b *c* $1$";
  const auto paragraphs = parse_markup(text);
  std::string found;
  for (const Span& span : paragraphs[0].spans) found += text.substr(span.begin, span.end - span.begin) + "|";
  EXPECT_EQ(found, "a |$b |c| |$1$|");
}

TEST(Markup, WhatIsSaidInPlaceOfWhatIsWritten_IsALink) {
  const auto paragraphs = parse_markup("Find [s](say:sss) and [$2$ b](say:two bees).");
  EXPECT_EQ(shown("Find [s](say:sss) and [$2$ b](say:two bees)."), "Find s and <math> b.|");
  ASSERT_EQ(paragraphs[0].links.size(), 2u);
  EXPECT_EQ(paragraphs[0].links[0].say, "sss");
  EXPECT_EQ(paragraphs[0].links[1].say, "two bees");
  EXPECT_EQ(paragraphs[0].spans[1].link, 0u);
  EXPECT_FALSE(paragraphs[0].spans[2].link);
  EXPECT_EQ(paragraphs[0].spans[4].link, 1u);
}

TEST(Markup, BracketsThatSayNothing_AreThemselves) {
  for (const char* text : {"[a]", "[a](b)", "[](say:b)", "[a](say:)", "[a](say:b", "[a [b](say"})
    EXPECT_EQ(shown(text), std::string(text) + "|");
  EXPECT_EQ(shown("\\[s](say:sss)"), "[s](say:sss)|");
  EXPECT_EQ(shown("[x $a](say:y$ z](say:w)"), "x <math> z](say:w)|");
}

TEST(Markup, LongerThanTheLimit_IsCut) {
  const auto paragraphs = parse_markup(std::string(limits::item_text_bytes_max + 100, 'a'));
  EXPECT_EQ(std::get<Words>(paragraphs[0].spans[0].what).text.size(), limits::item_text_bytes_max);
}

}  // namespace
}  // namespace hornbook::ui::text

#include "ui/text/markup.hpp"

#include <gtest/gtest.h>

#include "runtime/core/limits.hpp"

namespace hornbook::ui::text {
namespace {

std::string words_of(const Span& span) {
  if (const auto* picture = std::get_if<InlinePicture>(&span.what))
    return "<" + picture->description + " " + picture->name + ">";
  const auto* words = std::get_if<Words>(&span.what);
  return words == nullptr ? "<math>" : (words->emphasis ? "<" + words->text + ">" : words->text);
}

std::string words_of(const Paragraph& paragraph) {
  std::string out;
  if (paragraph.entry) out += std::string(paragraph.entry->depth, '>') + "#" + std::to_string(paragraph.entry->number);
  if (paragraph.entry && paragraph.entry->mark == engage::TextLineBlock::Mark::None) out += "+";
  for (const Span& span : paragraph.spans) out += words_of(span);
  return out;
}

// A table is its rows in square brackets, the head's cells in angle brackets.
std::string shown(std::string_view text) {
  std::string out;
  for (const Block& block : parse_markup(text)) {
    out += block.after_blank_line ? "¶" : "";
    if (const auto* table = std::get_if<Table>(&block.what)) {
      for (std::size_t row = 0; row < table->rows.size(); ++row) {
        out += row == 0 && table->has_head ? "<" : "[";
        for (const Paragraph& cell : table->rows[row]) out += words_of(cell) + "/";
        out += row == 0 && table->has_head ? ">" : "]";
      }
    } else {
      out += words_of(std::get<Paragraph>(block.what));
    }
    out += "|";
  }
  return out;
}

const Paragraph& first_line(const std::vector<Block>& blocks) { return std::get<Paragraph>(blocks[0].what); }

TEST(Markup, EmphasisAndMathematics_AreSpans) { EXPECT_EQ(shown("a *b* $1$ c"), "a <b> <math> c|"); }

TEST(Markup, TwoDollars_AreMathematicsInDisplay) {
  const auto blocks = parse_markup("so $$x=1$$ and $y$");
  ASSERT_EQ(first_line(blocks).spans.size(), 4u);
  EXPECT_TRUE(std::get<MathFormula>(first_line(blocks).spans[1].what).display);
  EXPECT_FALSE(std::get<MathFormula>(first_line(blocks).spans[3].what).display);
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
  const auto blocks = parse_markup(text);
  std::string found;
  for (const Span& span : first_line(blocks).spans) found += text.substr(span.begin, span.end - span.begin) + "|";
  EXPECT_EQ(found, "a |$b |c| |$1$|");
}

TEST(Markup, WhatIsSaidInPlaceOfWhatIsWritten_IsALink) {
  const auto blocks = parse_markup("Find [s](say:sss) and [$2$ b](say:two bees).");
  EXPECT_EQ(shown("Find [s](say:sss) and [$2$ b](say:two bees)."), "Find s and <math> b.|");
  ASSERT_EQ(first_line(blocks).links.size(), 2u);
  EXPECT_EQ(first_line(blocks).links[0].say, "sss");
  EXPECT_EQ(first_line(blocks).links[1].say, "two bees");
  EXPECT_EQ(first_line(blocks).spans[1].link, 0u);
  EXPECT_FALSE(first_line(blocks).spans[2].link);
  EXPECT_EQ(first_line(blocks).spans[4].link, 1u);
}

TEST(Markup, BracketsThatSayNothing_AreThemselves) {
  for (const char* text : {"[a]", "[a](b)", "[](say:b)", "[a](say:)", "[a](say:b", "[a [b](say"})
    EXPECT_EQ(shown(text), std::string(text) + "|");
  EXPECT_EQ(shown("\\[s](say:sss)"), "[s](say:sss)|");
  EXPECT_EQ(shown("[x $a](say:y$ z](say:w)"), "x <math> z](say:w)|");
}

TEST(Markup, PictureInALine_HasItsNameAndItsDescription) {
  EXPECT_EQ(shown("One ![a coin](media/coin.svg), two."), "One <a coin media/coin.svg>, two.|");
  for (const char* text : {"![](a.svg)", "![a]()", "![a](b c)", "![a]", "!(a)"})
    EXPECT_EQ(shown(text), std::string(text) + "|");
  EXPECT_EQ(shown("Oh![Dr](say:Doctor)"), "Oh!Dr|");
  EXPECT_EQ(shown("!\\[a](b.svg)"), "![a](b.svg)|");
}

TEST(Markup, LinesWithDashesAndNumbers_AreEntriesOfAList) {
  EXPECT_EQ(shown("You need:\n- *two* eggs\n- milk"), "You need:|#0<two> eggs|#0milk|");
  EXPECT_EQ(shown("1. Wash.\n2. Dry.\n\n10. Rest."), "#1Wash.|#2Dry.|¶#10Rest.|");
  EXPECT_EQ(shown("- a\n  - b\n    - c\n        - d\n- e"), "#0a|>#0b|>>#0c|>>#0d|#0e|");
  EXPECT_EQ(shown("- a\n  more\nplain"), "#0a|#0+more|plain|");
}

TEST(Markup, OneLineAlone_IsNoList) {
  EXPECT_EQ(shown("- 5"), "- 5|");
  EXPECT_EQ(shown("1. May"), "1. May|");
  EXPECT_EQ(shown("a\n-5\n1.5\n2024. x"), "a|-5|1.5|2024. x|");
  EXPECT_EQ(shown("a\n\\- b\n1\\. c"), "a|- b|1. c|");
}

TEST(Markup, RowsBetweenBars_AreATable) {
  EXPECT_EQ(shown("Look:\n| Planet | Moons |\n|---|--:|\n| Mars | *2* |\n| Earth | |\nDone"),
            "Look:|<Planet/Moons/>[Mars/<2>/][Earth//]|Done|");
  EXPECT_EQ(shown("| $|x|$ | a \\| b |\n| 1 | 2 |"), "[<math>/a | b/][1/2/]|");
  const auto blocks = parse_markup("| a | b | c |\n| :-: | --: | - |\n| 1 | 2 | 3 |");
  EXPECT_EQ(std::get<Table>(blocks[0].what).aligns,
            (std::vector{engage::CellAlign::Center, engage::CellAlign::End, engage::CellAlign::Start}));
}

TEST(Markup, RowsThatAreNoTable_AreLines) {
  EXPECT_EQ(shown("| a | b |"), "| a | b ||");
  EXPECT_EQ(shown("| a | b |\n| c |"), "| a | b ||| c ||");
  EXPECT_EQ(shown("| a | b |\n\n| c | d |"), "| a | b ||¶| c | d ||");
  EXPECT_EQ(shown("|x|\n|y|"), "|x|||y||");
}

TEST(Markup, MathematicsOverSeveralLines_IsNoList) { EXPECT_EQ(shown("$$a\n- b$$\n- c"), "<math>|#0c|"); }

TEST(Markup, LongerThanTheLimit_IsCut) {
  const auto blocks = parse_markup(std::string(limits::item_text_bytes_max + 100, 'a'));
  EXPECT_EQ(std::get<Words>(first_line(blocks).spans[0].what).text.size(), limits::item_text_bytes_max);
}

}  // namespace
}  // namespace hornbook::ui::text

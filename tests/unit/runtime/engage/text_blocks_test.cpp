#include "runtime/engage/source/text_blocks.hpp"

#include <gtest/gtest.h>

#include "runtime/core/limits.hpp"

namespace hornbook::engage {
namespace {

std::size_t tables_in(std::string_view text) {
  std::size_t tables = 0;
  for (const TextBlock& block : blocks_of(text)) tables += std::holds_alternative<TextTable>(block.what) ? 1U : 0U;
  return tables;
}

TEST(TextBlocks, Entry_KnowsItsDepthItsNumberAndItsWords) {
  const std::string text = "First:\n- one\n  12. two\n     more\nend";
  const auto blocks = blocks_of(text);
  ASSERT_EQ(blocks.size(), 5u);
  const auto line = [&](std::size_t at) { return std::get<TextLineBlock>(blocks[at].what); };
  EXPECT_FALSE(line(0).in_list);
  EXPECT_EQ(line(1).mark, TextLineBlock::Mark::Dot);
  EXPECT_EQ(line(1).words.of(text), "one");
  EXPECT_EQ(line(2).mark, TextLineBlock::Mark::Number);
  EXPECT_EQ(line(2).number, 12u);
  EXPECT_EQ(line(2).depth, 1);
  EXPECT_EQ(line(3).mark, TextLineBlock::Mark::None);
  EXPECT_TRUE(line(3).in_list);
  EXPECT_EQ(line(3).words.of(text), "more");
  EXPECT_FALSE(line(4).in_list);
}

TEST(TextBlocks, LineEndsOfWindows_AreNoWords) {
  const std::string text = "- a\r\n\r\n- b\r\n";
  const auto blocks = blocks_of(text);
  ASSERT_EQ(blocks.size(), 2u);
  EXPECT_EQ(std::get<TextLineBlock>(blocks[0].what).words.of(text), "a");
  EXPECT_TRUE(blocks[1].after_blank_line);
}

TEST(TextBlocks, Table_HasItsHeadItsCellsAndItsAligns) {
  const std::string text = "  | a | $|x|$ |\n  |:-:|--:|\n  | \\| |  |";
  const auto blocks = blocks_of(text);
  ASSERT_EQ(blocks.size(), 1u);
  const auto& table = std::get<TextTable>(blocks[0].what);
  EXPECT_TRUE(table.has_head);
  ASSERT_EQ(table.rows.size(), 2u);
  EXPECT_EQ(table.rows[0][1].of(text), "$|x|$");
  EXPECT_EQ(table.rows[1][0].of(text), "\\|");
  EXPECT_EQ(table.rows[1][1].of(text), "");
  EXPECT_EQ(table.aligns, (std::vector{CellAlign::Center, CellAlign::End}));
}

TEST(TextBlocks, RowsOfOtherLengths_AreAProblemThatSaysHowToMendIt) {
  EXPECT_FALSE(problem_in_blocks("| a | b |\n| c | d |"));
  const auto problem = problem_in_blocks("x\n| a | b |\n|---|---|\n| c |  d | e |");
  ASSERT_TRUE(problem);
  EXPECT_NE(problem->find("rows of 2 and of 3 cells"), std::string::npos);
  EXPECT_NE(problem->find("\\|"), std::string::npos);
}

TEST(TextBlocks, TableBeyondTheLimits_IsAProblemAndNoTable) {
  std::string wide = "|";
  for (std::size_t column = 0; column <= limits::text_table_columns_max; ++column) wide += " a |";
  EXPECT_TRUE(problem_in_blocks(wide + "\n" + wide));
  EXPECT_EQ(tables_in(wide + "\n" + wide), 0u);
  std::string high = "| a | b |\n|---|---|\n";
  for (std::size_t row = 0; row < limits::text_table_rows_max; ++row) high += "| 1 | 2 |\n";
  EXPECT_FALSE(problem_in_blocks(high));
  EXPECT_EQ(tables_in(high), 1u);
  EXPECT_TRUE(problem_in_blocks(high + "| 1 | 2 |"));
}

TEST(TextBlocks, Picture_HasADescriptionAndAPath) {
  const std::string text = "a ![two coins](media/coins.svg).";
  const auto picture = picture_at(text, 2);
  ASSERT_TRUE(picture);
  EXPECT_EQ(picture->description.of(text), "two coins");
  EXPECT_EQ(picture->path.of(text), "media/coins.svg");
  EXPECT_EQ(text.substr(picture->end), ".");
  EXPECT_FALSE(picture_at("![Dr](say:Doctor)", 0));
}

TEST(TextBlocks, Mathematics_EndsBehindItsSign) {
  EXPECT_EQ(end_of_mathematics("$a$ b", 0), 3u);
  EXPECT_EQ(end_of_mathematics("$$a\nb$$ c", 0), 7u);
  EXPECT_EQ(end_of_mathematics("$a\nb$", 0), 0u);
  EXPECT_EQ(end_of_mathematics("$\\$$", 0), 4u);
  EXPECT_EQ(end_of_mathematics("$$", 0), 0u);
}

}  // namespace
}  // namespace hornbook::engage

#include "content_packs/import/text_structure.hpp"

#include <gtest/gtest.h>

#include "content_packs/import/things.hpp"

namespace hornbook::content {
namespace {

TableRows rows_of(const std::vector<std::vector<std::string>>& words, bool has_head) {
  TableRows rows;
  for (const auto& row : words) {
    rows.emplace_back();
    for (const std::string& cell : row) rows.back().push_back({cell, has_head && rows.size() == 1, 1, 1, {}});
  }
  return rows;
}

TEST(TextStructure, Entries_AreMarkedAsTheirListIs) {
  ListStyle dots;
  EXPECT_EQ(list_entry(dots, "one\n\nmore"), "- one\n  more");
  ListStyle numbers = numbered_list("7", false, 2);
  EXPECT_EQ(list_entry(numbers, "a"), "7. a");
  EXPECT_EQ(list_entry(numbers, "b\n- c"), "8. b\n  - c");
  ListStyle down = numbered_list("", true, 3);
  EXPECT_EQ(list_entry(down, "a"), "3. a");
  EXPECT_EQ(list_entry(down, "b"), "2. b");
  ListStyle beyond = numbered_list("1000", false, 1);
  EXPECT_EQ(list_entry(beyond, "a"), "- 1000\\. a");
}

TEST(TextStructure, EntryWithoutWords_IsNone) {
  ListStyle style;
  EXPECT_EQ(list_entry(style, " \n "), "");
  EXPECT_EQ(as_list({"", "- a"}), "- a\n");
  EXPECT_TRUE(is_list(as_list({"- a"})));
  EXPECT_FALSE(is_list("\\- a"));
}

TEST(TextStructure, Table_KeepsHeadSidesAndBars) {
  TableRows rows = rows_of({{"a|b", "$|x|$"}, {"---", "2"}}, true);
  rows[1][1].align = engage::CellAlign::End;
  rows[1][0].is_head = true;
  const WrittenTable written = write_table(rows);
  EXPECT_TRUE(written.is_table);
  EXPECT_EQ(written.parts, std::vector<std::string>{"| a\\|b | $|x|$ |\n|---|--:|\n| *---* | 2 |"});
  EXPECT_TRUE(written.not_kept.empty());
  EXPECT_EQ(write_table(rows_of({{"1", "2"}, {"---", "---"}}, false)).parts.front(), "| 1 | 2 |\n| \\--- | \\--- |");
}

TEST(TextStructure, LongTable_IsSeveralWithTheSameHead) {
  std::vector<std::vector<std::string>> words{{"n", "square"}};
  for (int n = 1; n <= 90; ++n) words.push_back({std::to_string(n), std::to_string(n * n)});
  const WrittenTable written = write_table(rows_of(words, true));
  ASSERT_EQ(written.parts.size(), 3u);
  for (const std::string& part : written.parts) {
    EXPECT_EQ(part.rfind("| n | square |\n|---|---|\n", 0), 0u);
    EXPECT_FALSE(engage::problem_in_blocks(part));
    EXPECT_EQ(engage::blocks_of(part).size(), 1u);
  }
  words.resize(42);
  for (const std::string& part : write_table(rows_of(words, false)).parts)
    EXPECT_TRUE(std::holds_alternative<engage::TextTable>(engage::blocks_of(part).front().what)) << part;
}

TEST(TextStructure, SpansLeaveTheirOtherCellsEmptyAndAreReported) {
  TableRows rows = rows_of({{"a", "b"}, {"c"}, {"d"}}, false);
  rows[0][0].rows = 2;
  rows[2][0].columns = 2;
  const WrittenTable written = write_table(rows);
  EXPECT_EQ(written.parts.front(), "| a | b |\n|  | c |\n| d |  |");
  EXPECT_FALSE(written.not_kept.empty());
}

TEST(TextStructure, WhatIsNoTable_KeepsItsWordsInOrder) {
  EXPECT_EQ(write_table(rows_of({{"a", "b"}}, false)).parts, std::vector<std::string>{"a – b"});
  EXPECT_EQ(write_table(rows_of({{"a"}, {"b"}}, false)).parts, std::vector<std::string>{"a\nb"});
  EXPECT_EQ(write_table(rows_of({{"a\nb\nc\nd", "x"}, {"- y\n", "z"}}, false)).parts,
            (std::vector<std::string>{"a\nb\nc\nd", "x", "- y\n", "z"}));
  const std::vector<std::string> nine(9, "n");
  EXPECT_EQ(write_table(rows_of({nine, {"1", "", "3", "", "", "", "", "", "9"}}, true)).parts.front(),
            "- n: 1; n: 3; n: 9\n");
  EXPECT_TRUE(write_table({}).parts.empty());
}

TEST(TextStructure, HugeSpans_AreHeldWithinBounds) {
  TableRows rows = rows_of(std::vector<std::vector<std::string>>(500, {"a", "b"}), false);
  for (auto& row : rows) row[0].columns = row[0].rows = 1'000'000'000;
  EXPECT_FALSE(write_table(rows).is_table);
}

TEST(TextStructure, TablesOfThings_BecomeListsAndOthersStay) {
  const std::string given = "| a | b |\n| 1 | 2 |";
  EXPECT_EQ(with_tables_of_things_as_lists(given), std::nullopt);
  const std::string blank = thing_here(1);
  EXPECT_EQ(with_tables_of_things_as_lists(given + "\n\n| x | " + blank + " |\n| 3 | 4 |\n\nend"),
            given + "\n\n- x – " + blank + "\n- 3 – 4\n\nend");
}

TEST(TextStructure, PicturesInALine_CannotBeEndedByTheirDescription) {
  EXPECT_EQ(picture_in_line("media/a b(1).png", "a [red] coin"), "![a (red) coin](media/a_b_1_.png)");
  const std::string text = picture_in_line("media/a.png", "");
  EXPECT_TRUE(engage::picture_at(text, 0).has_value());
}

}  // namespace
}  // namespace hornbook::content

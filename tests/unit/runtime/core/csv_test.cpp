#include "runtime/core/csv.hpp"

#include <gtest/gtest.h>

namespace hornbook {
namespace {

TEST(Csv, QuotesCommasAndLineBreaks_AreTaken) {
  const CsvTable table =
      CsvTable::parse("\xEF\xBB\xBFname,note\r\n\"O\"\"Neil, Ann\",\"two\nlines\"\r\n\nBo,\n").value();
  ASSERT_EQ(table.size(), 2u);
  EXPECT_EQ(table.field(0, "name"), "O\"Neil, Ann");
  EXPECT_EQ(table.field(0, "note"), "two\nlines");
  EXPECT_EQ(table.field(1, "note"), "");
  EXPECT_EQ(table.line_of(0), 2u);
  EXPECT_EQ(table.field(1, "absent"), "");
}

TEST(Csv, OpenQuote_NamesItsLine) {
  const auto table = CsvTable::parse("a,b\n1,2\n\"3,4\n");
  ASSERT_FALSE(table.has_value());
  EXPECT_EQ(table.error().code, ErrorCode::BadInput);
  EXPECT_NE(table.error().sentence.find("line 3"), std::string::npos) << table.error().sentence;
}

TEST(Csv, AnotherNumberOfFields_IsRefused) {
  EXPECT_EQ(CsvTable::parse("a,b\n1,2,3\n").error().code, ErrorCode::BadInput);
  EXPECT_EQ(CsvTable::parse("a,b\n1\n").error().code, ErrorCode::BadInput);
}

TEST(Csv, ColumnNamedTwiceOrNothingAtAll_IsRefused) {
  EXPECT_EQ(CsvTable::parse("a,a\n").error().code, ErrorCode::BadInput);
  EXPECT_EQ(CsvTable::parse("").error().code, ErrorCode::BadInput);
}

TEST(Csv, TooManyColumns_PassTheLimit) {
  EXPECT_EQ(CsvTable::parse(std::string(200, ',') + "\n").error().code, ErrorCode::LimitExceeded);
}

}  // namespace
}  // namespace hornbook

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>

#include "content_packs/build/pack_source.hpp"
#include "content_packs/import/csv/import_csv.hpp"
#include "content_packs/import/csv/number_format.hpp"
#include "content_packs/import/csv/spreadsheet.hpp"
#include "content_packs/import/pack_writer.hpp"
#include "runtime/core/crypto.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::content {
namespace {

using Parts = std::vector<std::pair<std::string, std::string>>;

Bytes zip_of(const Parts& parts) {
  Bytes bytes(1u << 20);
  std::size_t used = 0;
  struct archive* out = archive_write_new();
  archive_write_set_format_zip(out);
  archive_write_open_memory(out, bytes.data(), bytes.size(), &used);
  for (const auto& [name, text] : parts) {
    struct archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(text.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(out, entry);
    archive_write_data(out, text.data(), text.size());
    archive_entry_free(entry);
  }
  archive_write_close(out);
  archive_write_free(out);
  bytes.resize(used);
  return bytes;
}

// As LibreOffice writes it: cells and rows that fill the sheet up are repeated.
std::string ods_sheet(const std::string& rows) {
  return "<table:table table:name='Sheet1' table:style-name='ta1'><office:forms form:automatic-focus='false'/>"
         "<table:table-column table:style-name='co1' table:number-columns-repeated='16384'/>" +
         rows +
         "<table:table-row table:style-name='ro1' table:number-rows-repeated='1048573'><table:table-cell "
         "table:number-columns-repeated='16384'/></table:table-row></table:table>";
}
std::string ods_cell(const std::string& words, const std::string& more = "office:value-type='string'") {
  return "<table:table-cell " + more + "><text:p>" + words + "</text:p></table:table-cell>";
}
std::string ods_row(const std::string& cells) {
  return "<table:table-row table:style-name='ro1'>" + cells +
         "<table:table-cell table:number-columns-repeated='16380'/></table:table-row>";
}
Bytes ods_of(const std::string& sheets) {
  return zip_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                 {"content.xml",
                  "<?xml version='1.0' encoding='UTF-8'?><office:document-content xmlns:office='o' xmlns:table='t' "
                  "xmlns:text='x' xmlns:form='f' office:version='1.3'><office:body><office:spreadsheet>" +
                      sheets + "</office:spreadsheet></office:body></office:document-content>"}});
}

Bytes xlsx_of(const std::string& rows, const std::string& formats = "") {
  return zip_of({{"[Content_Types].xml", "<Types/>"},
                 {"_rels/.rels", "<Relationships/>"},
                 {"xl/workbook.xml",
                  "<workbook xmlns:r='r'><sheets><sheet name='Notes' sheetId='1' r:id='rId1'/><sheet name='Questions' "
                  "sheetId='2' "
                  "r:id='rId2'/></sheets></workbook>"},
                 {"xl/_rels/workbook.xml.rels",
                  "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/><Relationship Id='rId2' "
                  "Target='/xl/worksheets/sheet2.xml'/></Relationships>"},
                 {"xl/sharedStrings.xml",
                  "<sst><si><t>question</t></si><si><t>answer</t></si><si><r><t>How </t></r><r><rPr><b/></rPr><t "
                  "xml:space='preserve'>many?</t></r><rPh sb='0' eb='1'><t>x</t></rPh></si></sst>"},
                 {"xl/styles.xml",
                  "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='d/m/yyyy'/></numFmts><cellXfs>"
                  "<xf numFmtId='0'/><xf numFmtId='9'/><xf numFmtId='12'/><xf numFmtId='164'/>" +
                      formats + "</cellXfs></styleSheet>"},
                 {"xl/worksheets/sheet1.xml",
                  "<worksheet><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>mine</t></is></c>"
                  "</row></sheetData></worksheet>"},
                 {"xl/worksheets/sheet2.xml",
                  "<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='C1' t='s'>"
                  "<v>1</v></c></row>" +
                      rows + "</sheetData></worksheet>"}});
}

std::string xlsx_row(int number, const std::string& cell) {
  const std::string row = std::to_string(number);
  return "<row r='" + row + "'><c r='A" + row + "' t='s'><v>2</v></c><c r='C" + row + "' " + cell + "</c></row>";
}

class Spreadsheet : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { ASSERT_TRUE(crypto_start().has_value()); }
};

TEST_F(Spreadsheet, SheetOfLibreOffice_IsReadAsItIsShown) {
  const Bytes file = ods_of(
      ods_sheet(ods_row(ods_cell("notes"))) +
      ods_sheet("<table:table-header-rows>" + ods_row(ods_cell("question") + ods_cell("answer")) +
                "</table:table-header-rows><table:table-row><table:table-cell/></table:table-row>" +
                ods_row(ods_cell("What<text:s text:c='2'/>is it<office:annotation><text:p>my note</text:p>"
                                 "</office:annotation>?</text:p><text:p>Say.") +
                        ods_cell("0,5 kg")) +
                ods_row(ods_cell("Half?") + ods_cell("50%", "office:value-type='percentage' office:value='0.5'") +
                        ods_cell("my note"))));
  const auto imported = import_csv({{"Own.ODS", file}}, {"", "de", "", ""});
  ASSERT_TRUE(imported.has_value()) << describe(imported.error());
  ASSERT_EQ(imported->pack.items.size(), 2u);
  EXPECT_EQ(imported->pack.items[0].prompt, "What  is it?\nSay.");
  EXPECT_EQ(std::get<ImportedExpression>(imported->pack.items[0].steps[0].task).answer, "0.5 kg");
  EXPECT_EQ(imported->report.items[0].id, "line 3");
  EXPECT_EQ(std::get<ImportedExpression>(imported->pack.items[1].steps[0].task).answer, "50%");
  for (const Problem& problem : lint(to_source(imported->pack))) ADD_FAILURE() << describe(problem);
}

TEST_F(Spreadsheet, SheetOfExcel_IsReadAsItIsShown) {
  const auto table =
      csv::read_spreadsheet(xlsx_of(xlsx_row(2, "><v>0.30000000000000004</v>") + xlsx_row(3, "s='1'><v>0.25</v>") +
                                    xlsx_row(5, "s='2'><v>1.5</v>") + xlsx_row(6, "s='3'><v>45292</v>") +
                                    xlsx_row(7, "t='b'><v>1</v>") + xlsx_row(8, "t='str'><v>as a formula says</v>")),
                            "es", "question");
  ASSERT_TRUE(table.has_value()) << describe(table.error());
  ASSERT_EQ(table->size(), 6u);
  EXPECT_EQ(table->field(0, "question"), "How many?");
  const std::vector<std::string> shown{"0,3", "25%", "1 1/2", "1/1/2024", "TRUE", "as a formula says"};
  for (std::size_t row = 0; row < shown.size(); ++row) EXPECT_EQ(table->field(row, "answer"), shown[row]);
  EXPECT_EQ(table->line_of(2), 5u);
}

TEST_F(Spreadsheet, FormatsOfNumbers_ShowWhatTheProgramShows) {
  using csv::shown;
  EXPECT_EQ(shown(1234.5, "#,##0.00", '.', false), "1234.50");
  EXPECT_EQ(shown(0.125, "0.0%", ',', false), "12,5%");
  EXPECT_EQ(shown(-0.75, "# ?/?", '.', false), "-3/4");
  EXPECT_EQ(shown(2, "# ?/?", '.', false), "2");
  EXPECT_EQ(shown(60, "yyyy-mm-dd", '.', true), "1904-03-01");
  EXPECT_EQ(shown(0.5, "h:mm", '.', false), "12:00");
  EXPECT_EQ(shown(45292.75, "dd/mm/yy hh:mm", '.', false), "01/01/24 18:00");
  EXPECT_EQ(shown(45292, "d mmmm yyyy", '.', false), "2024-01-01");
  EXPECT_EQ(shown(5, "0 \"kg\"", '.', false), "5");
  EXPECT_EQ(shown(1e30, "d/m/yyyy", '.', false), "1e+30");
}

TEST_F(Spreadsheet, FilesThatAreNone_AreRefused) {
  const auto refused = [](const Bytes& file) {
    const auto imported = import_csv({{"a.xlsx", file}}, {});
    return imported ? std::string("taken") : imported.error().sentence;
  };
  EXPECT_NE(refused({1, 2, 3}), "taken");
  EXPECT_NE(refused(zip_of({{"a.txt", "x"}})), "taken");
  EXPECT_NE(refused(zip_of({{"content.xml", "<broken"}})), "taken");
  EXPECT_NE(refused(ods_of("")), "taken");
  EXPECT_NE(refused(ods_of(ods_sheet(ods_row(ods_cell("text"))))).find("question"), std::string::npos);
}

TEST_F(Spreadsheet, SheetThatGrowsWhenItIsRead_IsTooLarge) {
  const std::string bomb =
      "<table:table-row table:number-rows-repeated='1000000'>"
      "<table:table-cell table:number-columns-repeated='100' office:value-type='string'><text:p>x</text:p>"
      "</table:table-cell></table:table-row>";
  const auto imported = import_csv({{"a.ods", ods_of(ods_sheet(bomb))}}, {});
  ASSERT_FALSE(imported.has_value());
  EXPECT_EQ(imported.error().code, ErrorCode::LimitExceeded);
}

}  // namespace
}  // namespace hornbook::content

#include <gtest/gtest.h>

#include <algorithm>

#include "content_packs/build/pack_source.hpp"
#include "content_packs/import/html_names.hpp"
#include "content_packs/import/pack_writer.hpp"
#include "content_packs/import/storybook/book.hpp"
#include "content_packs/import/storybook/import_storybook.hpp"
#include "runtime/core/crypto.hpp"

namespace hornbook::content {
namespace {

constexpr const char* goats =
    "# Two goats\n\n##\nOne day two goats came\nto a river.\nThey *wanted* to cross.\n\nAt the same time!\n\n"
    "## The bridge\n![Two goats on a bridge](goats.png)\nCost: $3 &amp; 5 &rsquo;s\n- ta - bo\n\n##\n"
    "* License: [CC-BY]\n* Text: Nina Orange\n* Illustration: Rob Owen\n* Translation: A & B\n* Language: en\n";

Bytes bytes(std::string_view text) { return {text.begin(), text.end()}; }

std::string text_of(const ReaderBlock& block) {
  if (const auto* paragraph = std::get_if<ReaderParagraph>(&block)) return paragraph->text;
  if (const auto* heading = std::get_if<ReaderHeading>(&block)) return "# " + heading->text;
  return "picture " + std::get<ReaderPicture>(block).path;
}

std::vector<std::string> codes_of(const Remarks& remarks) {
  std::vector<std::string> codes;
  for (const Remark& remark : remarks) codes.push_back(remark.code);
  std::sort(codes.begin(), codes.end());
  return codes;
}

TEST(Storybook, PagesKeepTheirOrderAndTheFooterIsRead) {
  const storybook::Book book = storybook::read_book(goats);
  EXPECT_EQ(book.title, "Two goats");
  ASSERT_EQ(book.pages.size(), 2u);
  ASSERT_EQ(book.pages[0].size(), 2u);
  EXPECT_EQ(text_of(book.pages[0][0]), "One day two goats came to a river.\nThey *wanted* to cross.");
  EXPECT_EQ(text_of(book.pages[0][1]), "At the same time!");
  std::vector<std::string> second;
  for (const ReaderBlock& block : book.pages[1]) second.push_back(text_of(block));
  EXPECT_EQ(second,
            (std::vector<std::string>{"# The bridge", "picture goats.png", "Cost: \\$3 & 5 ’s", "\\- ta - bo"}));
  EXPECT_EQ(book.about.at("text"), "Nina Orange");
  EXPECT_EQ(book.about.at("translation"), "A & B");
  EXPECT_EQ(book.about.at("language"), "en");
}

TEST(Storybook, WordsBehindTheFooter_AreTheLastPage) {
  const storybook::Book book = storybook::read_book(
      "# A\n\n##\nOne.\n\n##\n* License: [CC-BY]\n* Text: N\n* Language: sw\nAfter a true story.\n\nThe end.\n");
  ASSERT_EQ(book.pages.size(), 2u);
  EXPECT_EQ(text_of(book.pages[1][0]), "The end.");
  EXPECT_EQ(book.about.at("text"), "N");
  EXPECT_EQ(book.about.at("language"), "sw");
  EXPECT_EQ(book.about.at("note"), "After a true story.");
}

TEST(Storybook, ListsAndTables_KeepTheirStructure) {
  const storybook::Book book = storybook::read_book(
      "# A\n\n##\nTake:\n\n1. flour\n   * white\n2. water\n\n| what | much |\n|---|--:|\n| flour | 2 |\n\n##\n* a "
      "star\n"
      "* Level: 2\n");
  ASSERT_EQ(book.pages.size(), 2u);
  ASSERT_EQ(book.pages[0].size(), 3u);
  EXPECT_EQ(text_of(book.pages[0][1]), "1. flour\n  - white\n2. water");
  EXPECT_EQ(text_of(book.pages[0][2]), "| what | much |\n|---|--:|\n| flour | 2 |");
  ASSERT_EQ(book.pages[1].size(), 1u);
  EXPECT_EQ(text_of(book.pages[1][0]), "- a star\n");
  EXPECT_EQ(book.about.at("level"), "2");
}

TEST(Storybook, Books_BecomeASourceWithoutProblems) {
  ASSERT_TRUE(crypto_start().has_value());
  const SourceTree tree{
      {"books/en/0001_goats.md", bytes(goats)},
      {"books/en/goats.png", bytes("png")},
      {"books/en/0002_moon.md", bytes("# Moon: 1\n\n##\nThe moon.\n\n##\n* License: CC BY 4.0\n* Level: 5\n")},
      {"books/sw/0001_mbuzi.md", bytes("# Mbuzi\n\n##\nMbuzi wawili.\n\n##\n* Language: sw\n")},
      {"books/en/0003_empty.md", bytes("# Empty\n")},
      {"README.md", bytes("# not a book\n")}};
  const Imported imported = import_storybook(tree).value();
  const ImportedPack& pack = imported.pack;
  EXPECT_EQ(pack.language, "en");
  ASSERT_EQ(pack.readers.size(), 2u);
  EXPECT_EQ(pack.readers[0].authors,
            (std::vector<std::string>{"Nina Orange (text)", "Rob Owen (illustration)", "A & B (translation)"}));
  EXPECT_EQ(pack.readers[0].licence, "LicenseRef-CC-BY");
  EXPECT_EQ(pack.readers[0].level, 1);
  EXPECT_EQ(pack.readers[1].licence, "CC-BY-4.0");
  EXPECT_EQ(pack.readers[1].level, 4);
  EXPECT_TRUE(pack.media.contains("media/books/en/goats.png"));
  const ImportCounts counts = count(imported.report);
  EXPECT_EQ(counts.problems.refused, 2u) << "one in Swahili, one with nothing in it";
  EXPECT_EQ(counts.items, 2u);
  EXPECT_EQ(counts.remarks.at("language-other"), 1u);
  EXPECT_EQ(counts.remarks.at("level-beyond-the-last"), 1u);
  for (const Problem& problem : lint(to_source(pack))) ADD_FAILURE() << describe(problem);
  EXPECT_EQ(import_storybook(tree, {"sw"})->pack.readers.size(), 1u);
  EXPECT_EQ(import_storybook(tree, {"zu"}).error().code, ErrorCode::BadInput);
  EXPECT_EQ(import_storybook({{"a.txt", {}}}).error().code, ErrorCode::NotFound);
}

TEST(Storybook, MissingPictureAndDescription_AreReported) {
  const SourceTree tree{{"en/a.md", bytes("# A\n\n##\n![](../../etc/passwd)\n![](b.svg)\nWords.\n")},
                        {"en/b.svg", bytes("<svg/>")}};
  const Imported imported = import_storybook(tree).value();
  EXPECT_EQ(codes_of(imported.report.items[0].remarks),
            (std::vector<std::string>{"level-by-length", "licence-missing", "picture-missing",
                                      "picture-without-description"}));
  EXPECT_EQ(imported.report.items[0].outcome, Outcome::Approximated);
  EXPECT_EQ(imported.pack.readers[0].blocks.size(), 2u);
}

TEST(ImportedReader, LongBooks_AreSplitWithinTheLimits) {
  ImportedReader reader;
  reader.id = "long";
  reader.title = "Long";
  for (int at = 0; at < 400; ++at) reader.blocks.emplace_back(ReaderParagraph{std::string(1000, 'a') + " b."});
  reader.blocks.emplace_back(ReaderParagraph{std::string(9000, 'x')});
  const auto parts = fitting(reader);
  ASSERT_GT(parts.size(), 2u);
  EXPECT_EQ(parts[1].title, "Long (2)");
  EXPECT_EQ(parts[1].id, "long-part-2");
  for (const ImportedReader& part : parts)
    for (const ReaderBlock& block : part.blocks) EXPECT_LE(std::get<ReaderParagraph>(block).text.size(), 4000u);
  EXPECT_TRUE(fitting(ImportedReader{}).empty());
  EXPECT_EQ(level_by_words(250), 1);
  EXPECT_EQ(level_by_words(251), 2);
  EXPECT_EQ(level_by_words(99'999), 4);
}

TEST(HtmlNames, NamesAndNumbersAreRead) {
  EXPECT_EQ(with_html_names_read("caf&eacute; &#233;&#xE9; &lt;&amp;lt; &nothing; & &#0; &#55296;"),
            "café éé <&lt; &nothing; & &#0; &#55296;");
  EXPECT_EQ(with_html_names_read("&hellip;&rsquo;&AElig;&zwnj;"), "…’Æ\u200c");
}

}  // namespace
}  // namespace hornbook::content

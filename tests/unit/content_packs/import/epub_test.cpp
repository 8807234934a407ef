#include <gtest/gtest.h>

#include "content_packs/build/pack_source.hpp"
#include "content_packs/import/epub/import_epub.hpp"
#include "content_packs/import/epub/publication.hpp"
#include "content_packs/import/pack_writer.hpp"
#include "content_packs/import/xhtml/document.hpp"
#include "content_packs/import/xhtml/xml.hpp"
#include "runtime/core/crypto.hpp"

namespace hornbook::content {
namespace {

Bytes bytes(std::string_view text) { return {text.begin(), text.end()}; }

constexpr const char* container =
    "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles>"
    "<rootfile full-path='OEBPS/book.opf' media-type='application/oebps-package+xml'/></rootfiles></container>";

std::string package(const std::string& manifest, const std::string& spine, const std::string& language = "en-GB") {
  return "<package xmlns='http://www.idpf.org/2007/opf' xmlns:dc='http://purl.org/dc/elements/1.1/' version='3.0'>"
         "<metadata><dc:title>The sea &amp; I</dc:title><dc:language>" +
         language +
         "</dc:language><dc:creator>Ann Writer</dc:creator><dc:rights>CC BY 4.0</dc:rights>"
         "<dc:identifier>urn:uuid:1</dc:identifier></metadata><manifest>" +
         manifest + "</manifest><spine>" + spine + "</spine></package>";
}

SourceTree small_book() {
  return {
      {"META-INF/container.xml", bytes(container)},
      {"mimetype", bytes("application/epub+zip")},
      {"OEBPS/book.opf",
       bytes(package("<item id='nav' href='nav.xhtml' media-type='application/xhtml+xml' properties='nav'/>"
                     "<item id='a' href='text/one%20.xhtml' media-type='application/xhtml+xml'/>"
                     "<item id='b' href='text/two.xhtml' media-type='application/xhtml+xml'/>"
                     "<item id='c' href='../../etc/passwd' media-type='application/xhtml+xml'/>"
                     "<item id='d' href='text/gone.xhtml' media-type='application/xhtml+xml'/>",
                     "<itemref idref='nav'/><itemref idref='a'/><itemref idref='b'/><itemref idref='c'/>"
                     "<itemref idref='d'/><itemref idref='e'/>"))},
      {"OEBPS/nav.xhtml", bytes("<html><body><p>Contents</p></body></html>")},
      {"OEBPS/text/one .xhtml",
       bytes("<?xml version='1.0'?><!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'><head><title>x</title>"
             "</head><body><h1>The <em>sea</em></h1><p>It is  <b>big</b> and\n blue&nbsp;&hellip;</p>"
             "<img src='../images/sea.svg' alt='The sea'/><ul><li>fish</li><li><p>boats</p></li></ul></body></html>")},
      {"OEBPS/text/two.xhtml",
       bytes("<html><body><p>It costs $5 &amp;lt; 6*7.</p><table><tr><th>wind</th><td>rain</td></tr></table>"
             "<ol><li>one</li><li>two</li></ol><video src='x'/></body></html>")},
      {"OEBPS/images/sea.svg", bytes("<svg/>")}};
}

std::vector<std::string> texts_of(const std::vector<ReaderBlock>& blocks) {
  std::vector<std::string> texts;
  for (const ReaderBlock& block : blocks) {
    if (const auto* paragraph = std::get_if<ReaderParagraph>(&block)) texts.push_back(paragraph->text);
    if (const auto* heading = std::get_if<ReaderHeading>(&block)) texts.push_back("# " + heading->text);
    if (const auto* picture = std::get_if<ReaderPicture>(&block)) texts.push_back("[" + picture->path + "]");
  }
  return texts;
}

TEST(Epub, Book_BecomesOneReaderInReadingOrder) {
  ASSERT_TRUE(crypto_start().has_value());
  const Imported imported = import_epub(small_book()).value();
  ASSERT_EQ(imported.pack.readers.size(), 1u);
  const ImportedReader& reader = imported.pack.readers.front();
  EXPECT_EQ(reader.title, "The sea & I");
  EXPECT_EQ(reader.authors, std::vector<std::string>{"Ann Writer"});
  EXPECT_EQ(reader.licence, "CC-BY-4.0");
  EXPECT_EQ(
      texts_of(reader.blocks),
      (std::vector<std::string>{"# The *sea*", "It is *big* and blue\u00a0…", "[media/book/OEBPS/images/sea.svg]",
                                "- fish\n- boats", "It costs \\$5 &lt; 6\\*7.", "wind – rain", "1. one\n2. two"}));
  EXPECT_EQ(imported.pack.language, "en");
  const ImportCounts counts = count(imported.report);
  for (const char* code : {"navigation-left-out", "path-outside", "spine-item-missing", "spine-item-unknown",
                           "table-as-lines", "media-left-out", "level-by-length"})
    EXPECT_EQ(counts.remarks.contains(code), true) << code;
  for (const Problem& problem : lint(to_source(imported.pack))) ADD_FAILURE() << describe(problem);
}

TEST(Epub, Formulas_AreTeXAndListsKeepTheirNumbers) {
  const std::string power = "<m:math><m:msup><m:mi>x</m:mi><m:mn>2</m:mn></m:msup></m:math>";
  const std::string page = "<html><body><p>So " + power + " is.</p><p><em>In " + power +
                           "</em></p><p><math><mfoo>y</mfoo></math></p><p><math><mfoo>z</mfoo></math></p>"
                           "<ol><li><p>one</p><p>more</p></li><li><ul><li>inner</li></ul></li></ol></body></html>";
  Remarks remarks;
  EXPECT_EQ(texts_of(xhtml::read_document("a.xhtml", bytes(page), remarks).blocks),
            (std::vector<std::string>{"So $x^{2}$ is.", "*In x2*", "y", "z", "1. one\n  more\n2. …\n  - inner"}));
  EXPECT_EQ(remarks.size(), 1u) << "said once of a document";
}

// The smallest PNG that says how large it is.
Bytes png(std::uint8_t width, std::uint8_t height) {
  Bytes file = bytes("\x89PNG\r\n\x1A\n0123IHDR");
  for (const std::uint8_t size : {width, height}) file.insert(file.end(), {0, 0, 0, size});
  return file;
}

TEST(Epub, Pictures_StandInTheirLineWhereTheyAreSignsAndBetweenParagraphsElse) {
  SourceTree book = small_book();
  book["OEBPS/images/a coin.png"] = png(32, 32);
  book["OEBPS/images/map.png"] = png(200, 100);
  book["OEBPS/text/one .xhtml"] = bytes(
      "<html><body><p>Take <img src='../images/a%20coin.png' alt='a coin'/> and look: <img alt='A map' "
      "src='../images/map.png'/> there.</p><table><tr><th>what</th><th>is</th></tr><tr><td><img alt='map' "
      "src='../images/map.png'/></td><td>a|map</td></tr></table></body></html>");
  const Imported imported = import_epub(book).value();
  const std::vector<std::string> texts = texts_of(imported.pack.readers.front().blocks);
  ASSERT_GE(texts.size(), 4u);
  EXPECT_EQ(texts[0], "Take ![a coin](media/book/OEBPS/images/a_coin.png) and look:");
  EXPECT_EQ(texts[1], "[media/book/OEBPS/images/map.png]");
  EXPECT_EQ(texts[2], "there.");
  EXPECT_EQ(texts[3], "| what | is |\n|---|---|\n| ![map](media/book/OEBPS/images/map.png) | a\\|map |");
  EXPECT_TRUE(count(imported.report).remarks.contains("picture-set-small"));
  for (const Problem& problem : lint(to_source(imported.pack))) ADD_FAILURE() << describe(problem);
}

TEST(Epub, LongBook_IsAReaderForEachChapter) {
  SourceTree book = small_book();
  std::string words;
  for (int at = 0; at < 1600; ++at) words += " word";
  const auto chapter = [&](const std::string& title) {
    return bytes("<html><body><h2>" + title + "</h2><p>" + words + "</p></body></html>");
  };
  book["OEBPS/text/one .xhtml"] = chapter("Morning");
  book["OEBPS/text/two.xhtml"] = chapter("Evening");
  const Imported imported = import_epub(book, {"", 2}).value();
  ASSERT_GE(imported.pack.readers.size(), 2u);
  EXPECT_EQ(imported.pack.readers.front().title.substr(0, 20), "The sea & I: Morning");
  for (const ImportedReader& reader : imported.pack.readers) EXPECT_EQ(reader.level, 2);
  for (const Problem& problem : lint(to_source(imported.pack))) ADD_FAILURE() << describe(problem);
}

TEST(Epub, ProtectedBook_IsRefusedInWordsAndHiddenFontsAreNot) {
  SourceTree book = small_book();
  const auto encrypted = [](const std::string& algorithm, const std::string& uri) {
    return "<EncryptedData><EncryptionMethod Algorithm='" + algorithm + "'/><CipherData><CipherReference URI='" + uri +
           "'/></CipherData></EncryptedData>";
  };
  book["META-INF/encryption.xml"] =
      bytes("<encryption>" + encrypted("http://www.idpf.org/2008/embedding", "OEBPS/text/two.xhtml") + "</encryption>");
  EXPECT_TRUE(import_epub(book).has_value());
  book["META-INF/encryption.xml"] =
      bytes("<encryption>" + encrypted("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "OEBPS/text/one%20.xhtml") +
            encrypted("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "OEBPS/text/two.xhtml") + "</encryption>");
  const auto refused = import_epub(book);
  ASSERT_FALSE(refused.has_value());
  EXPECT_NE(refused.error().sentence.find("DRM"), std::string::npos);
}

TEST(Epub, Entities_AreNeverExpanded) {
  SourceTree book = small_book();
  std::string bomb = "<!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'><!ENTITY x SYSTEM 'file:///etc/passwd'>";
  for (char name = 'b'; name < 'k'; ++name) {
    bomb += "<!ENTITY " + std::string(1, name) + " '";
    for (int at = 0; at < 10; ++at) bomb += "&" + std::string(1, static_cast<char>(name - 1)) + ";";
    bomb += "'>";
  }
  book["OEBPS/text/one .xhtml"] = bytes(bomb + "]><html><body><p>&j; &x; end</p></body></html>");
  const Imported imported = import_epub(book).value();
  EXPECT_EQ(texts_of(imported.pack.readers.front().blocks).front(), "&j; &x; end");
  EXPECT_TRUE(count(imported.report).remarks.contains("entities-declared"));
}

TEST(Epub, BrokenBooks_AreErrorsOrReported) {
  EXPECT_EQ(import_epub({{"a.txt", {}}}).error().code, ErrorCode::NotFound);
  SourceTree book = small_book();
  book["META-INF/container.xml"] = bytes("<container><rootfile full-path='../x.opf'/></container>");
  EXPECT_EQ(import_epub(book).error().code, ErrorCode::BadInput);
  book = small_book();
  book["OEBPS/book.opf"] = bytes("<package><broken");
  EXPECT_EQ(import_epub(book).error().code, ErrorCode::BadInput);
  book = small_book();
  book["OEBPS/text/one .xhtml"] = bytes("<html><body><p>never closed");
  EXPECT_TRUE(count(import_epub(book)->report).remarks.contains("chapter-broken"));
  EXPECT_EQ(import_epub({{"x.epub", bytes("no archive")}}).error().code, ErrorCode::BadInput);
}

TEST(Epub, AddressesStayInTheBook) {
  EXPECT_EQ(xhtml::resolved("OEBPS/text/a.xhtml", "../images/b%20c.png#x"), "OEBPS/images/b c.png");
  EXPECT_EQ(xhtml::resolved("OEBPS/a.xhtml", "../../b.png"), "");
  EXPECT_EQ(xhtml::resolved("a.xhtml", "/etc/passwd"), "");
  EXPECT_EQ(xhtml::resolved("a.xhtml", "https://example.org/b.png"), "");
  EXPECT_EQ(xhtml::resolved("a.xhtml", "data:image/png;base64,AAAA"), "");
  EXPECT_EQ(xhtml::resolved("a.xhtml", "#top"), "");
}

}  // namespace
}  // namespace hornbook::content

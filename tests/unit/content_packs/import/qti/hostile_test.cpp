// What somebody could put into a package to harm whoever imports it, and what goes wrong by itself.
#include <gtest/gtest.h>

#include "content_packs/import/qti/element.hpp"
#include "runtime/core/limits.hpp"
#include "tests/unit/content_packs/import/qti/small_item.hpp"

namespace hornbook::content {
namespace {

using namespace tests;

std::string good_item() {
  return item_xml(response("single", "identifier", "<value>B</value>"), choice_body(1), standard("match_correct"));
}

std::string manifest(const std::string& resources) {
  return "<manifest><metadata/><resources>" + resources + "</resources></manifest>";
}

TEST(QtiXml, BillionLaughs_IsRefusedUnexpanded) {
  const auto parsed = qti::parse_xml(
      as_bytes("<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><assessmentItem>&b;</assessmentItem>"));
  ASSERT_FALSE(parsed);
  EXPECT_NE(parsed.error().sentence.find("entities"), std::string::npos);
}

TEST(QtiXml, ExternalEntity_IsRefusedUnread) {
  EXPECT_FALSE(qti::parse_xml(as_bytes("<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/passwd'>]><x>&f;</x>")));
  EXPECT_TRUE(qti::parse_xml(as_bytes("<!DOCTYPE html><x>&amp;&nbsp;</x>")));
}

TEST(QtiXml, DepthAndLength_AreBounded) {
  std::string deep;
  for (std::size_t level = 0; level < limits::xml_depth_max + 10; ++level) deep += "<a>";
  for (std::size_t level = 0; level < limits::xml_depth_max + 10; ++level) deep += "</a>";
  EXPECT_EQ(qti::parse_xml(as_bytes(deep)).error().code, ErrorCode::LimitExceeded);
  EXPECT_FALSE(qti::parse_xml(as_bytes("<a><b></a>")));
  EXPECT_FALSE(qti::parse_xml(as_bytes("")));
}

TEST(QtiPackage, NamesThatLeadOut_AreMissingFiles) {
  SourceTree tree;
  put_file(tree, "imsmanifest.xml",
           manifest("<resource identifier='r' type='imsqti_item_xmlv2p1' href='../../etc/passwd'/>"
                    "<resource identifier='s' type='imsqti_item_xmlv2p1' href='item.xml'/>"));
  put_file(tree, "item.xml", good_item());
  const Imported imported = import_qti(tree).value();
  EXPECT_TRUE(has_code(imported, "file-missing"));
  EXPECT_EQ(imported.pack.items.size(), 1u);
}

TEST(QtiPackage, DependenciesInACircle_AreReported) {
  SourceTree tree;
  put_file(tree, "imsmanifest.xml",
           manifest("<resource identifier='r' type='imsqti_item_xmlv2p1' href='item.xml'><dependency "
                    "identifierref='s'/><dependency identifierref='nobody'/></resource><resource identifier='s' "
                    "type='webcontent'><dependency identifierref='r'/></resource>"));
  put_file(tree, "item.xml", good_item());
  const Imported imported = import_qti(tree).value();
  EXPECT_TRUE(has_code(imported, "dependency-circle"));
  EXPECT_TRUE(has_code(imported, "dependency-unknown"));
}

TEST(QtiPackage, SectionsThatNameEachOther_EndAllTheSame) {
  SourceTree tree;
  put_file(tree, "a.xml",
           "<assessmentSection title='A'><assessmentSectionRef identifier='b' href='b.xml'/>"
           "<assessmentItemRef identifier='i' href='item.xml'/></assessmentSection>");
  put_file(tree, "b.xml",
           "<assessmentSection title='B'><assessmentSectionRef identifier='a' href='a.xml'/>"
           "</assessmentSection>");
  put_file(tree, "item.xml", good_item());
  put_file(tree, "test.xml",
           "<assessmentTest title='T'><testPart><assessmentSectionRef identifier='a' href='a.xml'/>"
           "</testPart></assessmentTest>");
  const Imported imported = import_qti(tree).value();
  EXPECT_TRUE(has_code(imported, "section-twice"));
  EXPECT_EQ(imported.pack.skills.at(0).title, "A");
}

TEST(QtiPackage, BrokenXml_IsRefusedByName) {
  SourceTree tree;
  put_file(tree, "item.xml", good_item());
  put_file(tree, "other.xml", "<assessmentItem><itemBody>");
  const Imported imported = import_qti(tree).value();
  EXPECT_TRUE(has_code(imported, "xml-broken"));
  EXPECT_EQ(imported.pack.items.size(), 1u);
}

TEST(QtiPackage, WithoutItems_IsNotFound) {
  SourceTree tree;
  put_file(tree, "readme.txt", "nothing");
  EXPECT_EQ(import_qti(tree).error().code, ErrorCode::NotFound);
}

TEST(QtiItem, MissingPieces_AreRefusedAndNotGuessed) {
  EXPECT_TRUE(has_code(import_item("<assessmentItem identifier='x'/>"), "item-without-body"));
  EXPECT_TRUE(has_code(import_item(item_xml("", choice_body(1), standard("match_correct"))), "response-undeclared"));
  EXPECT_TRUE(has_code(import_item(item_xml(response("single", "identifier", "<value>B</value>"), choice_body(1),
                                            "<responseProcessing template='http://example.org/own'/>")),
                       "template-unknown"));
}

}  // namespace
}  // namespace hornbook::content

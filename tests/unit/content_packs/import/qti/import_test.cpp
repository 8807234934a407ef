#include <gtest/gtest.h>

#include "content_packs/build/pack_source.hpp"
#include "content_packs/import/pack_writer.hpp"
#include "runtime/core/crypto.hpp"
#include "tests/unit/content_packs/import/qti/small_item.hpp"

namespace hornbook::content {
namespace {

using namespace tests;

const std::string a_and_c = "<value>A</value><value>C</value>";

void expect_lint_is_clean(const Imported& imported) {
  ASSERT_TRUE(crypto_start().has_value());
  for (const Problem& problem : lint(to_source(imported.pack))) ADD_FAILURE() << describe(problem);
}

const ImportedStep& only_step(const Imported& imported) { return imported.pack.items.at(0).steps.at(0); }

TEST(QtiImport, Choice_IsTakenWhole) {
  const Imported imported = import_item(
      item_xml(response("single", "identifier", "<value>B</value>"), choice_body(1), standard("match_correct")));
  EXPECT_EQ(kind_of(only_step(imported).task), "choice");
  EXPECT_TRUE(std::get<ImportedChoices>(only_step(imported).task).choices.at(1).correct);
  EXPECT_FALSE(only_step(imported).credit);
  EXPECT_EQ(imported.report.items.at(0).outcome, Outcome::Taken);
  expect_lint_is_clean(imported);
}

TEST(QtiImport, MatchCorrectOfSeveral_EarnsAllOrNothing) {
  const Imported imported =
      import_item(item_xml(response("multiple", "identifier", a_and_c), choice_body(0), standard("match_correct")));
  EXPECT_EQ(kind_of(only_step(imported).task), "multiple_answer");
  ASSERT_TRUE(only_step(imported).credit);
  EXPECT_TRUE(only_step(imported).credit->parts.empty());
  EXPECT_EQ(imported.report.items.at(0).outcome, Outcome::Taken);
  expect_lint_is_clean(imported);
}

TEST(QtiImport, Mapping_GivesEachChoiceItsWorth) {
  const std::string mapping =
      "<mapping lowerBound='0' upperBound='3' defaultValue='-1'><mapEntry mapKey='A' mappedValue='1'/>"
      "<mapEntry mapKey='C' mappedValue='2'/></mapping>";
  const Imported imported = import_item(
      item_xml(response("multiple", "identifier", a_and_c, mapping), choice_body(0), standard("map_response")));
  ASSERT_TRUE(only_step(imported).credit);
  EXPECT_EQ(only_step(imported).credit->parts.size(), 3u);
  EXPECT_FALSE(has_code(imported, "scores-differ"));
  expect_lint_is_clean(imported);
}

TEST(QtiImport, NumberWithTolerance_LearnsTheInterval) {
  const std::string rules =
      "<responseProcessing><responseCondition><responseIf><equal toleranceMode='absolute' tolerance='0.05'>"
      "<correct identifier='RESPONSE'/><variable identifier='RESPONSE'/></equal><setOutcomeValue "
      "identifier='SCORE'><baseValue baseType='float'>1</baseValue></setOutcomeValue></responseIf>"
      "</responseCondition></responseProcessing>";
  const Imported imported =
      import_item(item_xml(response("single", "float", "<value>3.14</value>"),
                           "<p>Pi is <textEntryInteraction responseIdentifier='RESPONSE'/>.</p>", rules));
  const auto& task = std::get<ImportedExpression>(only_step(imported).task);
  EXPECT_EQ(task.answer, "3.14");
  EXPECT_EQ(task.tolerance, "1/20");
  expect_lint_is_clean(imported);
}

TEST(QtiImport, Words_KnowOtherSpellingsAndCapitals) {
  const std::string mapping =
      "<mapping defaultValue='0'><mapEntry mapKey='York' mappedValue='1'/><mapEntry mapKey='york' "
      "mappedValue='0.5'/></mapping>";
  const Imported imported =
      import_item(item_xml(response("single", "string", "<value>York</value>", mapping),
                           "<p><textEntryInteraction responseIdentifier='RESPONSE'/></p>", standard("map_response")));
  const auto& task = std::get<ImportedShortText>(only_step(imported).task);
  EXPECT_EQ(task.answer, "York");
  EXPECT_TRUE(task.exact_case);
  expect_lint_is_clean(imported);
}

TEST(QtiImport, Order_IsInTheOrderThatIsRight) {
  const std::string body =
      "<orderInteraction responseIdentifier='RESPONSE' shuffle='true'><prompt>Sort.</prompt>"
      "<simpleChoice identifier='A'>two</simpleChoice><simpleChoice identifier='B'>one</simpleChoice>"
      "<simpleChoice identifier='C'>three</simpleChoice></orderInteraction>";
  const Imported imported =
      import_item(item_xml(response("ordered", "identifier", "<value>B</value><value>A</value><value>C</value>"), body,
                           standard("match_correct")));
  EXPECT_EQ(std::get<ImportedOrder>(only_step(imported).task).tiles.at(0).text, "one");
  EXPECT_FALSE(has_code(imported, "scores-differ"));
  expect_lint_is_clean(imported);
}

TEST(QtiImport, Template_IsDrawnAFewTimes) {
  const std::string declarations = response("single", "integer", "") +
                                   "<templateDeclaration identifier='n' cardinality='single' baseType='integer'/>";
  const std::string templates =
      "<templateProcessing><setTemplateValue identifier='n'><randomInteger min='1' "
      "max='50'/></setTemplateValue><setCorrectResponse identifier='RESPONSE'><sum><variable identifier='n'/>"
      "<baseValue baseType='integer'>1</baseValue></sum></setCorrectResponse></templateProcessing>";
  std::string xml = item_xml(declarations,
                             "<p>What comes after <printedVariable identifier='n'/>? <textEntryInteraction "
                             "responseIdentifier='RESPONSE'/></p>",
                             standard("match_correct"));
  xml.insert(xml.find("<itemBody>"), templates);
  const Imported imported = import_item(xml);
  EXPECT_GT(imported.pack.items.size(), 2u);
  EXPECT_TRUE(has_code(imported, "template-drawn"));
  expect_lint_is_clean(imported);
}

TEST(QtiImport, Feedback_IsSaidWhereItBelongs) {
  const std::string rules =
      "<responseProcessing><setOutcomeValue identifier='FEEDBACK'><variable identifier='RESPONSE'/>"
      "</setOutcomeValue><responseCondition><responseIf><match><variable identifier='RESPONSE'/><correct "
      "identifier='RESPONSE'/></match><setOutcomeValue identifier='SCORE'><baseValue baseType='float'>1</baseValue>"
      "</setOutcomeValue></responseIf></responseCondition></responseProcessing>"
      "<modalFeedback outcomeIdentifier='FEEDBACK' identifier='A' showHide='show'>Two is even.</modalFeedback>"
      "<modalFeedback outcomeIdentifier='FEEDBACK' identifier='B' showHide='show'>Three is odd.</modalFeedback>";
  const Imported imported =
      import_item(item_xml(response("single", "identifier", "<value>A</value>") +
                               "<outcomeDeclaration identifier='FEEDBACK' cardinality='single' baseType='identifier'/>",
                           choice_body(1), rules));
  EXPECT_EQ(only_step(imported).explanation, "Two is even.");
  EXPECT_EQ(std::get<ImportedChoices>(only_step(imported).task).choices.at(1).feedback, "Three is odd.");
}

TEST(QtiImport, TextAndMathematics_BecomeMarkup) {
  const Imported imported = import_item(item_xml(
      response("single", "identifier", "<value>B</value>"),
      "<p>Take <math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> of <b>it</b>: $5.</p><ul><li>one</li><li>two</li></ul>"
      "<table><thead><tr><th>Day</th><th align='right'>mm</th></tr></thead><tbody><tr><td>Monday</td><td align='right'>"
      "3</td></tr></tbody></table><p>- 5 is a number</p>" +
          choice_body(1),
      standard("match_correct")));
  const std::string& prompt = imported.pack.items.at(0).prompt;
  EXPECT_NE(prompt.find("Take $\\frac{1}{2}$ of *it*: \\$5."), std::string::npos) << prompt;
  EXPECT_NE(prompt.find("\n\n- one\n- two\n\n"), std::string::npos) << prompt;
  EXPECT_NE(prompt.find("| Day | mm |\n|---|--:|\n| Monday | 3 |\n\n\\- 5 is"), std::string::npos) << prompt;
}

TEST(QtiImport, ListsWithinLists_KeepTheirDepthAndNumbers) {
  const Imported imported = import_item(
      item_xml(response("single", "identifier", "<value>B</value>"),
               "<ol start='3'><li><p>one</p><ul><li>inner</li></ul></li><li>two<br/>lines</li></ol>" + choice_body(1),
               standard("match_correct")));
  EXPECT_EQ(imported.pack.items.at(0).prompt, "3. one\n  - inner\n4. two\n  lines\n\nWhich are even?");
}

TEST(QtiImport, WhatCannotBeAsked_IsRefusedWithTheReason) {
  const Imported drawing =
      import_item(item_xml(response("single", "file", ""), "<uploadInteraction responseIdentifier='RESPONSE'/>", ""));
  EXPECT_TRUE(drawing.pack.items.empty());
  EXPECT_TRUE(has_code(drawing, "interaction-unsupported"));
  const Imported unscored = import_item(item_xml(response("single", "identifier", ""), choice_body(1), ""));
  EXPECT_TRUE(has_code(unscored, "not-scorable"));
}

}  // namespace
}  // namespace hornbook::content

#include <gtest/gtest.h>

#include "content_packs/build/pack_source.hpp"
#include "content_packs/import/h5p/import_h5p.hpp"
#include "content_packs/import/h5p/words.hpp"
#include "content_packs/import/pack_writer.hpp"
#include "runtime/core/crypto.hpp"

namespace hornbook::content {
namespace {

Bytes bytes(std::string_view text) { return Bytes(text.begin(), text.end()); }

SourceTree file_of(const std::string& library, const std::string& content) {
  return {{"h5p.json",
           bytes(R"({"title":"Rivers","language":"en","license":"CC BY-SA","licenseVersion":"4.0","mainLibrary":")" +
                 library + R"(","authors":[{"name":"A. Teacher","role":"Author"}]})")},
          {"content/content.json", bytes(content)}};
}

class H5pImport : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { ASSERT_TRUE(crypto_start().has_value()); }

  // The only item of what lints.
  static ImportedItem only_item(const SourceTree& tree) {
    const auto imported = import_h5p(tree);
    if (!imported || imported->pack.items.size() != 1) {
      ADD_FAILURE() << (imported ? imported->report.items.front().remarks.front().sentence
                                 : describe(imported.error()));
      return {};
    }
    for (const Problem& problem : lint(to_source(imported->pack))) ADD_FAILURE() << describe(problem);
    return imported->pack.items.front();
  }
  static std::string refusal(const SourceTree& tree) {
    const auto imported = import_h5p(tree);
    if (!imported || imported->report.items.empty()) return "";
    EXPECT_TRUE(imported->pack.items.empty());
    return imported->report.items.front().remarks.back().code;
  }
};

TEST_F(H5pImport, MultipleChoice_KeepsFeedbackAndWhichIsRight) {
  const ImportedItem item =
      only_item(file_of("H5P.MultiChoice", R"({"question":"<p>Where does a river <strong>begin</strong>?&nbsp;</p>\n",
    "answers":[{"text":"<div>at its source</div>","correct":true,"tipsAndFeedback":{"chosenFeedback":"Yes"}},
               {"text":"<div>at its mouth</div>","correct":false,"tipsAndFeedback":{"chosenFeedback":"<p>There it ends.</p>"}}],
    "behaviour":{"type":"auto","randomAnswers":true}})"));
  EXPECT_EQ(item.prompt, "Where does a river *begin*?");
  const auto& task = std::get<ImportedChoices>(item.steps.front().task);
  EXPECT_FALSE(task.several);
  EXPECT_TRUE(task.choices[0].correct);
  EXPECT_EQ(task.choices[1].feedback, "There it ends.");
}

TEST_F(H5pImport, TrueOrFalse_IsAChoiceOfTwoInTheirOrder) {
  const ImportedItem item = only_item(
      file_of("H5P.TrueFalse",
              R"({"question":"<p>The Nile is a river.</p>","correct":"true","l10n":{"trueText":"Yes","falseText":"No"},
                           "behaviour":{"feedbackOnCorrect":"You know it.","feedbackOnWrong":"Look at a map."}})"));
  const auto& task = std::get<ImportedChoices>(item.steps.front().task);
  EXPECT_FALSE(task.shuffled);
  EXPECT_TRUE(task.choices[0].correct);
  EXPECT_EQ(task.choices[1].feedback, "Look at a map.");
  EXPECT_EQ(item.steps.front().explanation, "You know it.");
}

TEST_F(H5pImport, Blanks_AreTypedWithTheirAlternativesAndTips) {
  const ImportedItem item = only_item(file_of(
      "H5P.Blanks",
      R"({"text":"<p>Fill in.</p>","questions":["<p>Oslo is the *capital/main city:Where the king lives* of *Norway*.</p>"],
                        "behaviour":{"caseSensitive":false}})"));
  const auto& task = std::get<ImportedCloze>(item.steps.front().task);
  ASSERT_EQ(task.blanks.size(), 2u);
  const auto& first = std::get<ImportedShortText>(task.blanks.front());
  EXPECT_EQ(first.answer, "capital");
  EXPECT_EQ(first.accept, std::vector<std::string>{"main city"});
  EXPECT_FALSE(first.exact_case);
  EXPECT_EQ(item.steps.front().hints.front().text, "Where the king lives");
}

TEST_F(H5pImport, BlanksInAList_StayInTheirEntriesAndThoseInATableBecomeEntries) {
  const ImportedItem item = only_item(file_of(
      "H5P.Blanks", R"({"text":"<p>Fill in.</p>","questions":["<ol><li>One: *1*</li><li>Two: *<b>2</b>*</li></ol>",
        "<table><tr><th>Animal</th><th>Legs</th></tr><tr><td>Spider</td><td>*8/eight*</td></tr></table>"]})"));
  EXPECT_EQ(std::get<ImportedCloze>(item.steps.front().task).text,
            "1. One: [[1]]\n2. Two: [[2]]\n\n- Animal: Spider; Legs: [[3]]");
}

TEST_F(H5pImport, DragTheWords_HasTilesAndDistractors) {
  const ImportedItem item = only_item(file_of(
      "H5P.DragText",
      R"({"taskDescription":"Drag the words.","textField":"A *cow\\+Right!\\-No.* gives *milk*.","distractors":"*bread*"})"));
  const auto& task = std::get<ImportedCloze>(item.steps.front().task);
  EXPECT_EQ(std::get<ImportedTileBlank>(task.blanks.front()).tile.text, "cow");
  ASSERT_EQ(task.extra.size(), 1u);
  EXPECT_EQ(task.extra.front().text, "bread");
}

TEST_F(H5pImport, QuestionSet_BecomesAnItemForEachQuestion) {
  const auto imported = import_h5p(file_of("H5P.QuestionSet", R"({"questions":[
    {"library":"H5P.TrueFalse 1.8","params":{"question":"One?","correct":"true"}},
    {"library":"H5P.InteractiveVideo 1.22","params":{}},
    {"library":"H5P.TrueFalse 1.8","params":{"question":"Two?","correct":"false"}}]})"));
  ASSERT_TRUE(imported.has_value());
  EXPECT_EQ(imported->pack.items.size(), 2u);
  EXPECT_EQ(imported->report.items[1].remarks.front().code, "type-unsupported");
  EXPECT_EQ(imported->pack.licence, "CC-BY-SA-4.0");
}

TEST_F(H5pImport, WhatCannotBeAsked_IsRefusedWithTheReason) {
  EXPECT_EQ(refusal(file_of("H5P.MultiChoice", R"({"question":"x","answers":[{"text":"a","correct":false}]})")),
            "answer-missing");
  EXPECT_EQ(
      refusal(file_of("H5P.MultiChoice", R"({"question":"","answers":[{"text":"a","correct":true},{"text":"b"}]})")),
      "question-missing");
  EXPECT_EQ(refusal(file_of("H5P.Blanks", R"({"questions":["no blank"]})")), "answer-missing");
  EXPECT_EQ(refusal(file_of("H5P.Blanks", "{broken")), "json-broken");
  EXPECT_EQ(import_h5p({}).error().code, ErrorCode::NotFound);
}

TEST(H5pWords, SignsWithoutAPartner_AreThemselves) {
  EXPECT_EQ(h5p::cut_at_blanks("2 * 3").blanks.size(), 0u);
  EXPECT_EQ(h5p::cut_at_blanks("2 * 3").html, "2 * 3");
}

TEST(H5pWords, ListsTablesAndFormulas_KeepTheirStructure) {
  Remarks remarks;
  const auto markup = [&](const char* html) { return h5p::markup_of_html(html, "text", remarks); };
  EXPECT_EQ(markup("<p>a<br/>b</p>\n<p>c &amp; d</p>"), "a\nb\n\nc & d");
  EXPECT_EQ(markup("<p>So:</p><ol start='3'><li>one<ul><li>inner</li></ul></li><li>two</li></ol>"),
            "So:\n\n3. one\n  - inner\n4. two");
  EXPECT_EQ(markup("<table><tr><th>A|B</th><th>C</th></tr><tr><td>1</td><td>2</td></tr></table>"),
            "| A\\|B | C |\n|---|---|\n| 1 | 2 |");
  EXPECT_EQ(markup("<p>Is \\(\\frac{1}{2} * 2\\) one?</p>"), "Is $\\frac{1}{2} * 2$ one?");
  EXPECT_TRUE(remarks.empty());
  EXPECT_FALSE(markup("<p>a").has_value());
}

}  // namespace
}  // namespace hornbook::content

#include <gtest/gtest.h>

#include "content_packs/build/pack_source.hpp"
#include "content_packs/import/csv/import_csv.hpp"
#include "content_packs/import/pack_writer.hpp"
#include "runtime/core/crypto.hpp"

namespace hornbook::content {
namespace {

Bytes bytes(std::string_view text) { return Bytes(text.begin(), text.end()); }

Result<Imported> imported(std::string_view table) { return import_csv({{"own.csv", bytes(table)}}, {}); }

// The code of the remark for which the only line of the table was refused.
std::string refused_for(const std::string& head, const std::string& line) {
  const auto result = imported(
      "question,answer," + head + "\nFine?,yes" +
      std::string(1 + static_cast<std::size_t>(std::count(head.begin(), head.end(), ',')), ',') + "\n" + line + "\n");
  if (!result) return describe(result.error());
  const ItemReport& report = result->report.items.back();
  EXPECT_EQ(report.outcome, Outcome::Refused) << line;
  EXPECT_EQ(result->pack.items.size(), 1u) << "the line before it is taken all the same";
  return report.remarks.empty() ? "" : report.remarks.back().code;
}

class CsvImport : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { ASSERT_TRUE(crypto_start().has_value()); }
};

TEST_F(CsvImport, ExampleOfTheInstructions_IsTakenWholeAndLints) {
  const auto tree = read_source(std::string(HORNBOOK_SOURCE_DIR) + "/content_packs/import/csv");
  ASSERT_TRUE(tree.has_value());
  const auto result =
      import_csv({{"example.csv", tree->at("example.csv")}}, {"Our river", "en", "Class 4", "CC-BY-4.0"});
  ASSERT_TRUE(result.has_value()) << describe(result.error());
  const ImportCounts counts = count(result->report);
  EXPECT_EQ(counts.problems.taken, 5u);
  EXPECT_EQ(counts.kinds.at("choice") + counts.kinds.at("expression") + counts.kinds.at("short_text") +
                counts.kinds.at("order") + counts.kinds.at("match"),
            5u);
  EXPECT_EQ(result->pack.skills.size(), 2u);
  for (const Problem& problem : lint(to_source(result->pack))) ADD_FAILURE() << describe(problem);
}

TEST_F(CsvImport, SemicolonsTabsAndCapitalsInTheHead_AreRead) {
  for (const char* table : {"Question;Answer\nHow many?;0,5 kg\n", "QUESTION\tAnswer \nHow many?\t0,5 kg\n"}) {
    const auto result = imported(table);
    ASSERT_TRUE(result.has_value()) << describe(result.error());
    const auto& task = std::get<ImportedExpression>(result->pack.items.front().steps.front().task);
    EXPECT_EQ(task.answer, "0.5 kg");
    EXPECT_TRUE(task.quantity);
  }
}

// The answer as it stands in the pack; with "(unit)" before it when it has one. Words stand between quotes.
std::string answer_in(const std::string& language, const std::string& cell, const std::string& kind = "") {
  const auto result = import_csv({{"own.csv", bytes("question;kind;answer\nHow many?;" + kind + ";" + cell + "\n")}},
                                 {"", language, "", ""});
  if (!result) return describe(result.error());
  const ImportedTask& task = result->pack.items.front().steps.front().task;
  if (const auto* words = std::get_if<ImportedShortText>(&task)) return "'" + words->answer + "'";
  const auto* number = std::get_if<ImportedExpression>(&task);
  if (number == nullptr) return kind_of(task);
  for (const Problem& problem : lint(to_source(result->pack))) ADD_FAILURE() << describe(problem);
  return (number->quantity ? "(unit)" : "") + number->answer;
}

TEST_F(CsvImport, NumberWithAUnit_IsAQuantity) {
  EXPECT_EQ(answer_in("en", "12 km"), "(unit)12 km");
  EXPECT_EQ(answer_in("en", "12km"), "(unit)12 km");
  EXPECT_EQ(answer_in("en", "3 m²"), "(unit)3 m²");
  EXPECT_EQ(answer_in("en", "25 °C"), "(unit)25 °C");
  EXPECT_EQ(answer_in("en", "1,200 kg"), "(unit)1,200 kg");
  EXPECT_EQ(answer_in("en", "5 m", "expression"), "5 m");
  EXPECT_EQ(answer_in("en", "2x + 1"), "2x + 1");
  EXPECT_EQ(answer_in("en", "3 apples"), "'3 apples'");
  EXPECT_EQ(answer_in("en", "7 men"), "'7 men'");
}

TEST_F(CsvImport, Numbers_AreReadAsTheLanguageWritesThem) {
  EXPECT_EQ(answer_in("es", "0,5"), "0.5");
  EXPECT_EQ(answer_in("de", "-1.200,5 kg"), "(unit)-1200.5 kg");
  EXPECT_EQ(answer_in("pt-BR", "1.200.000"), "1200000");
  EXPECT_EQ(answer_in("es-MX", "1,5 km"), "(unit)1.5 km");
  EXPECT_EQ(answer_in("es-MX", "1,500"), "1,500") << "thousands";
  EXPECT_EQ(answer_in("en", "1, 2"), "1, 2") << "two solutions";
  EXPECT_EQ(answer_in("fr", "(1,5)"), "'(1,5)'");
}

TEST_F(CsvImport, PointThatCouldDivideThousands_IsReported) {
  const auto result = import_csv({{"own.csv", bytes("question;answer\nHow many?;1.200 kg\n")}}, {"", "de", "", ""});
  ASSERT_TRUE(result.has_value()) << describe(result.error());
  EXPECT_EQ(result->report.items.front().remarks.front().code, "point-or-thousands");
  EXPECT_EQ(result->report.items.front().outcome, Outcome::Approximated);
}

TEST_F(CsvImport, WordThatCouldBeAProductOfLetters_IsText) {
  const auto result = imported("question,answer\nCapital of France?,Paris\nA half?,1/2\nA term?,$2x$\n");
  ASSERT_TRUE(result.has_value()) << describe(result.error());
  const auto& items = result->pack.items;
  EXPECT_TRUE(std::holds_alternative<ImportedShortText>(items[0].steps.front().task));
  EXPECT_TRUE(std::holds_alternative<ImportedExpression>(items[1].steps.front().task));
  EXPECT_TRUE(std::holds_alternative<ImportedExpression>(items[2].steps.front().task));
}

TEST_F(CsvImport, LinesThatCannotBeAsked_AreRefusedWithTheReason) {
  EXPECT_EQ(refused_for("kind", ",x,"), "question-missing");
  EXPECT_EQ(refused_for("kind", "What?,,"), "answer-missing");
  EXPECT_EQ(refused_for("kind", "What?,x,riddle"), "kind-unknown");
  EXPECT_EQ(refused_for("kind", "What?,x,choice"), "wrong-missing");
  EXPECT_EQ(refused_for("kind", "What?,)),number"), "answer-not-read");
  EXPECT_EQ(refused_for("kind", "What?,x,order"), "order-too-short");
  EXPECT_EQ(refused_for("kind", "What?,a|b,match"), "pair-broken");
  EXPECT_EQ(refused_for("wrong 1,wrong 2", "What?,x,y,y"), "choice-twice");
  EXPECT_EQ(refused_for("kind,wrong 1", "What?,x | z,choice,y"), "answers-several");
}

TEST_F(CsvImport, PictureBesideTheTable_ComesAlong) {
  const std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"8\"/>";
  const auto result =
      import_csv({{"set/own.csv", bytes("question,answer,picture,picture shows\nWhat is it?,river,river.svg,A river\n"
                                        "And this?,sea,sea.svg,The sea\n")},
                  {"set/river.svg", bytes(svg)}},
                 {});
  ASSERT_TRUE(result.has_value()) << describe(result.error());
  EXPECT_EQ(result->pack.items.front().figure->description, "A river");
  EXPECT_TRUE(result->pack.media.contains("media/river.svg"));
  EXPECT_EQ(result->report.items.back().remarks.front().code, "picture-missing");
  EXPECT_EQ(result->report.items.back().outcome, Outcome::Approximated);
}

TEST_F(CsvImport, QuestionThatMoves_KeepsItsId) {
  const auto first = imported("question,answer\nOne?,1\nTwo?,2\n");
  const auto second = imported("question,answer\nTwo?,2\nOne?,1\n");
  EXPECT_EQ(first->pack.items[0].id, second->pack.items[1].id);
}

TEST_F(CsvImport, FilesThatAreNoTable_AreRefusedWhole) {
  EXPECT_EQ(import_csv({}, {}).error().code, ErrorCode::NotFound);
  EXPECT_EQ(import_csv({{"a.csv", bytes("question,answer\n")}, {"b.csv", bytes("")}}, {}).error().code,
            ErrorCode::BadInput);
  EXPECT_EQ(imported("question,answer\n").error().code, ErrorCode::BadInput);
  EXPECT_EQ(imported("text,answer\nx,y\n").error().code, ErrorCode::BadInput);
  EXPECT_NE(imported("question,answer\n\xE9,y\n").error().sentence.find("UTF-8"), std::string::npos);
}

}  // namespace
}  // namespace hornbook::content

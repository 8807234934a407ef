#include <gtest/gtest.h>

#include "content_packs/build/build_pack.hpp"
#include "runtime/core/crypto.hpp"

namespace hornbook::content {
namespace {

constexpr const char* manifest =
    "name: org.example.tiny\nversion: \"1\"\nlanguages: [en, es]\ntitle: {en: Tiny, es: Mini}\nlicence: CC-BY-4.0\n"
    "authors: [A]\nsubject: reading\n";
constexpr const char* skills = "skills:\n  - {id: s, title: {en: S, es: S}, can_do: {en: I can, es: Puedo}}\n";
constexpr const char* item =
    "id: one\nobjective: o\nskills: [s]\ndifficulty: 3\npassage: rain\nparagraph: 2\n"
    "prompt: {en: \"What falls?\", es: \"¿Qué cae?\"}\n"
    "short_text: {answer: {en: rain, es: lluvia}}\n";
constexpr const char* passage =
    "id: rain\n"
    "title: {en: Rain, es: Lluvia}\n"
    "levels:\n"
    "  - level: 1\n"
    "    grade: 2\n"
    "    text:\n"
    "      - {en: The sun warms the sea., es: El sol calienta el mar.}\n"
    "      - heading: {en: Clouds, es: Nubes}\n"
    "      - figure: {picture: media/sea.svg, description: {en: The sea, es: El mar}}\n"
    "      - {en: It rains., es: Llueve.}\n"
    "  - level: 3\n"
    "    text:\n"
    "      - {en: Water evaporates from the sea., es: El agua se evapora del mar.}\n"
    "      - {en: It falls as rain., es: Cae como lluvia.}\n"
    "glossary:\n"
    "  en: [{word: evaporate, forms: [evaporates], meaning: turn into a gas}]\n";

SourceTree tree_with(const std::string& passage_text, const std::string& item_text = item) {
  const auto bytes = [](std::string_view text) { return Bytes(text.begin(), text.end()); };
  return {{"pack.yaml", bytes(manifest)},
          {"skills.yaml", bytes(skills)},
          {"items/01-one.yaml", bytes(item_text)},
          {"passages/rain.yaml", bytes(passage_text)},
          {"media/sea.svg", bytes("<svg/>")}};
}

std::string replaced(std::string text, const std::string& old, const std::string& by) {
  const std::size_t at = text.find(old);
  EXPECT_NE(at, std::string::npos) << old;
  return text.replace(at, old.size(), by);
}

Problem only_problem(const SourceTree& tree) {
  const Problems problems = lint(tree);
  EXPECT_EQ(problems.size(), 1u) << (problems.empty() ? "" : describe(problems.front()));
  return problems.empty() ? Problem{} : problems.front();
}

void expect_problem(const SourceTree& tree, int line, const std::string& words) {
  const Problem problem = only_problem(tree);
  EXPECT_EQ(problem.line, line) << describe(problem);
  EXPECT_NE(problem.sentence.find(words), std::string::npos) << describe(problem);
}

class Passages : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { ASSERT_TRUE(crypto_start().has_value()); }
};

TEST_F(Passages, GoodPassage_HasNoProblemsAndStandsInTheIndex) {
  for (const Problem& problem : lint(tree_with(passage))) FAIL() << describe(problem);
  const BuiltPack built = build_pack(read_pack(tree_with(passage)).source).value();
  ASSERT_EQ(built.index.passages.size(), 1u);
  EXPECT_EQ(built.index.passages[0].id, "rain");
  EXPECT_EQ(built.index.passages[0].levels, 0b101);
  EXPECT_EQ(built.index.passages[0].title.at("es"), "Lluvia");
  EXPECT_EQ(built.index.items[0].passage, 1u);
  const pack::Index read = pack::decode_index(pack::encode(built.index)).value();
  EXPECT_EQ(read.items[0].passage, 1u);
  EXPECT_EQ(read.passages[0].levels, 0b101);
}

TEST_F(Passages, LevelWithoutALanguageOrOutOfOrder_IsAProblem) {
  expect_problem(tree_with(replaced(passage, ", es: Llueve.", "")), 10, "\"es\"");
  expect_problem(tree_with(replaced(passage, "level: 3", "level: 1")), 11, "go up");
  expect_problem(tree_with(replaced(passage, "level: 3", "level: 5")), 11, "4");
  expect_problem(tree_with(replaced(passage, "grade: 2", "grade: 13")), 5, "12");
  expect_problem(tree_with(replaced(passage, "    grade: 2\n", "    colour: red\n")), 5, "colour");
}

TEST_F(Passages, QuestionAboutAPassageOrParagraphThatIsNotThere_IsAProblem) {
  expect_problem(tree_with(passage, replaced(item, "passage: rain", "passage: rainbow")), 5, "rainbow");
  expect_problem(tree_with(passage, replaced(item, "paragraph: 2", "paragraph: 3")), 6, "2 paragraphs");
  const std::string homeless = replaced(item, "passage: rain\n", "");
  EXPECT_FALSE(lint(tree_with(passage, homeless)).empty());
}

TEST_F(Passages, PassageThatNoItemReads_IsAProblem) {
  const std::string other = replaced(item, "passage: rain\nparagraph: 2\n", "");
  expect_problem(tree_with(passage, other), 0, "no item reads it");
}

TEST_F(Passages, GlossaryWordThatNoLevelHas_IsAProblem) {
  expect_problem(tree_with(replaced(passage, ", forms: [evaporates]", "")), 3, "\"evaporate\"");
}

TEST_F(Passages, ParagraphOfSeveralParagraphs_IsAProblem) {
  expect_problem(tree_with(replaced(passage, "{en: It rains., es: Llueve.}", "{en: \"It\\n\\nrains.\", es: Llueve.}")),
                 3, "blank line");
}

TEST_F(Passages, TwoPassagesOfOneId_AreAProblem) {
  SourceTree tree = tree_with(passage);
  tree["passages/rain-2.yaml"] = tree["passages/rain.yaml"];
  expect_problem(tree, 1, "same id");
}

}  // namespace
}  // namespace hornbook::content

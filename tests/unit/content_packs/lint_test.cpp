#include <gtest/gtest.h>

#include "content_packs/build/pack_source.hpp"
#include "runtime/core/crypto.hpp"

namespace hornbook::content {
namespace {

constexpr const char* manifest =
    "name: org.example.tiny\nversion: \"1\"\nlanguages: [en, es]\ntitle: {en: Tiny, es: Mini}\nlicence: CC-BY-4.0\n"
    "authors: [A]\nsubject: mathematics\n";
constexpr const char* skills = "skills:\n  - {id: s, title: {en: S, es: S}, can_do: {en: I can, es: Puedo}}\n";
constexpr const char* item =
    "id: one\nobjective: o\nskills: [s]\ndifficulty: 3\nparameters:\n  a: {from: 1, to: 3}\n"
    "prompt: {en: What is {a}?, es: x}\n";

constexpr const char* good_item =
    "id: one\nobjective: o\nskills: [s]\ndifficulty: 3\nparameters:\n  a: {from: 1, to: 3}\n"
    "prompt: {en: 'Type {a}', es: 'Escribe {a}'}\n"
    "number: {answer: a}\n"
    "hints: [{en: h, es: h}, {en: h, es: h}, {en: h, es: h}]\n"
    "explanation: {en: e, es: e}\nnot_yet: {en: n, es: n}\n";

SourceTree tree_with(const std::string& item_text, const std::string& skill_text = skills) {
  const auto bytes = [](std::string_view text) { return Bytes(text.begin(), text.end()); };
  return {{"pack.yaml", bytes(manifest)}, {"skills.yaml", bytes(skill_text)}, {"items/01-one.yaml", bytes(item_text)}};
}

std::string replaced(std::string text, const std::string& old, const std::string& by) {
  const std::size_t at = text.find(old);
  EXPECT_NE(at, std::string::npos);
  return text.replace(at, old.size(), by);
}

// The one problem that the tree shows.
Problem only_problem(const SourceTree& tree) {
  const Problems problems = lint(tree);
  EXPECT_EQ(problems.size(), 1u) << (problems.empty() ? "" : describe(problems.front()));
  return problems.empty() ? Problem{} : problems.front();
}

class Lint : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { ASSERT_TRUE(crypto_start().has_value()); }
};

TEST_F(Lint, GoodSource_HasNoProblems) { EXPECT_TRUE(lint(tree_with(good_item)).empty()); }

TEST_F(Lint, TypicalTime_IsOfAllItemsOrOfNone) {
  const std::string timed = replaced(good_item, "difficulty: 3", "difficulty: 3\ntypical_seconds: 40");
  const ReadOutcome outcome = read_pack(tree_with(timed));
  ASSERT_TRUE(outcome.problems.empty());
  EXPECT_EQ(outcome.source.index.items.front().typical_ms, 40'000u);
  SourceTree tree = tree_with(timed);
  const std::string other = replaced(good_item, "id: one", "id: two");
  tree["items/02-two.yaml"] = Bytes(other.begin(), other.end());
  EXPECT_EQ(only_problem(tree).file, "items/02-two.yaml");
  for (const char* wrong : {"0", "3601", "1.5", "soon"})
    EXPECT_NE(only_problem(tree_with(replaced(timed, ": 40", std::string(": ") + wrong))).line, 0) << wrong;
}

TEST_F(Lint, BadYaml_NamesItsLine) {
  const Problem problem = only_problem(tree_with(item));
  EXPECT_EQ(problem.file, "items/01-one.yaml");
  EXPECT_EQ(problem.line, 7);
}

TEST_F(Lint, UnknownField_NamesTheLineAndTheField) {
  const Problem problem = only_problem(tree_with(replaced(good_item, "number:", "colour: red\nnumber:")));
  EXPECT_EQ(problem.line, 8);
  EXPECT_NE(problem.sentence.find("colour"), std::string::npos);
}

TEST_F(Lint, MissingTranslationHintOrSkill_IsAProblem) {
  EXPECT_NE(only_problem(tree_with(replaced(good_item, ", es: e}", "}"))).sentence.find("\"es\""), std::string::npos);
  EXPECT_NE(only_problem(tree_with(replaced(good_item, ", {en: h, es: h}]", ", {en: h}]"))).sentence.find("\"es\""),
            std::string::npos);
  EXPECT_NE(only_problem(tree_with(replaced(good_item, "skills: [s]", "skills: [t]"))).sentence.find("\"t\""),
            std::string::npos);
}

TEST_F(Lint, FormerIds_AreKeptForItemsAndSkills) {
  const std::string renamed_skill =
      "skills:\n  - {id: s, was: [old-s], merges: [org.example.other/x], title: {en: S, es: S}, can_do: {en: c, es: "
      "c}}\n";
  const ReadOutcome outcome =
      read_pack(tree_with(replaced(good_item, "id: one", "id: one\nwas: [uno, eins]"), renamed_skill));
  ASSERT_TRUE(outcome.problems.empty()) << describe(outcome.problems.front());
  EXPECT_EQ(outcome.source.index.items.front().former.was, (std::vector<std::string>{"uno", "eins"}));
  EXPECT_EQ(outcome.source.index.skills.front().former.merges, std::vector<std::string>{"org.example.other/x"});
}

TEST_F(Lint, FormerIdThatCannotBe_IsAProblem) {
  for (const char* was : {"[one]", "[a, a]", "['A b']", "[a/b/c]", "[]"}) {
    const Problem problem =
        only_problem(tree_with(replaced(good_item, "id: one", "id: one\nwas: " + std::string(was))));
    EXPECT_EQ(problem.line, 2) << was;
  }
}

TEST_F(Lint, CircleOfPrerequisites_IsAProblem) {
  const std::string circle =
      "skills:\n"
      "  - {id: s, title: {en: S, es: S}, can_do: {en: c, es: c}, prerequisites: [t]}\n"
      "  - {id: t, title: {en: T, es: T}, can_do: {en: c, es: c}, prerequisites: [s]}\n";
  EXPECT_EQ(only_problem(tree_with(good_item, circle)).file, "skills.yaml");
}

TEST_F(Lint, ChoicesThatCanLookAlike_AreAProblem) {
  const std::string alike =
      replaced(good_item, "number: {answer: a}",
               "choice: {choices: [{text: '{a}', correct: true}, {text: '{3 - a}'}, {text: '9'}]}");
  EXPECT_TRUE(lint(tree_with(replaced(alike, "to: 3", "to: 2"))).empty());
  const std::string doubled = replaced(alike, "{3 - a}", "{a}");
  EXPECT_FALSE(lint(tree_with(doubled)).empty());
}

TEST_F(Lint, ChoicesOfTheSameWords_AreToldApartByTheirFigures) {
  const std::string figures = replaced(
      good_item, "number: {answer: a}",
      "choice: {choices: ["
      "{text: '1/2', correct: true, figure: {description: {en: two parts, es: dos}, bar: {parts: 2, shaded: 1}}},"
      "{text: '1/2', figure: {description: {en: four parts, es: cuatro}, bar: {parts: 4, shaded: 1}}}]}");
  EXPECT_TRUE(lint(tree_with(figures)).empty());
  const std::string alike = replaced(replaced(figures, "four parts", "two parts"), "cuatro", "dos");
  EXPECT_FALSE(lint(tree_with(alike)).empty());
}

TEST_F(Lint, ConstraintsThatCannotBeMet_AreAProblem) {
  EXPECT_FALSE(lint(tree_with(replaced(good_item, "prompt:", "where: [a > 5]\nprompt:"))).empty());
}

TEST_F(Lint, TextAfterTheDocument_EndsInAProblemAndNotInALoop) {
  EXPECT_FALSE(lint(tree_with(",\x93")).empty());
  EXPECT_FALSE(lint(tree_with(std::string(good_item) + "---\nid: two\n")).empty());
}

TEST_F(Lint, AnchorsAndAliases_AreRefused) {
  const std::string anchored = replaced(good_item, "explanation: {en: e, es: e}", "explanation: &x {en: e, es: e}");
  EXPECT_NE(only_problem(tree_with(anchored)).sentence.find("anchors"), std::string::npos);
}

TEST_F(Lint, TableWithUnevenRows_NamesTheTextsLineAndHowToMendIt) {
  const std::string bad = "prompt:\n  en: |\n    Type {a}\n    | a | b |\n    |---|---|\n    | 1 |  2 | 3 |\n  es: e\n";
  const Problem problem =
      only_problem(tree_with(replaced(good_item, "prompt: {en: 'Type {a}', es: 'Escribe {a}'}\n", bad)));
  EXPECT_EQ(problem.line, 8);
  EXPECT_NE(problem.sentence.find("rows of 2 and of 3 cells"), std::string::npos);
}

TEST_F(Lint, PictureInALine_IsOfThePacksMedia) {
  const std::string item_with_picture = replaced(good_item, "'Type {a}'", "'Type ![a coin](media/coin.svg) {a}'");
  const Problem problem = only_problem(tree_with(item_with_picture));
  EXPECT_EQ(problem.line, 7);
  EXPECT_NE(problem.sentence.find("\"media/coin.svg\""), std::string::npos);
  SourceTree tree = tree_with(item_with_picture);
  tree.emplace("media/coin.svg", Bytes{'<', 's', 'v', 'g', '/', '>'});
  EXPECT_TRUE(lint(tree).empty());
}

TEST_F(Lint, TableInATextWithBlanks_IsAProblem) {
  const std::string cloze =
      "cloze:\n  text:\n    en: \"| a | [[1]] |\\n| c | d |\"\n    es: '[[1]]'\n  blanks: [{number: {answer: a}}]\n";
  const Problem problem = only_problem(tree_with(replaced(good_item, "number: {answer: a}\n", cloze)));
  EXPECT_NE(problem.sentence.find("has no table"), std::string::npos);
}

const std::string heard_item = std::string(good_item) + "sound: {file: media/one.opus, caption: {en: One, es: Uno}}\n";

SourceTree tree_with_sound(const std::string& item_text) {
  SourceTree tree = tree_with(item_text);
  tree.emplace("media/one.opus", Bytes{1, 2, 3});
  return tree;
}

TEST_F(Lint, ASoundNeedsItsFileAndItsWordsInEveryLanguage) {
  EXPECT_TRUE(lint(tree_with_sound(heard_item)).empty());
  const Problem missing = only_problem(tree_with(heard_item));
  EXPECT_EQ(missing.line, 12);
  EXPECT_NE(missing.sentence.find("media/one.opus"), std::string::npos);
  EXPECT_EQ(only_problem(tree_with_sound(replaced(heard_item, ", es: Uno}", "}"))).line, 12);
  EXPECT_EQ(only_problem(tree_with_sound(replaced(heard_item, ", caption: {en: One, es: Uno}", ""))).line, 12);
}

TEST_F(Lint, ASoundIsHeardOnce_AndWhatCannotBePlayedIsSaidWithItsFile) {
  int looked = 0;
  const auto plays = [&](engage::MediaUse use, ByteView file) -> tl::expected<std::uint32_t, std::string> {
    EXPECT_EQ(use, engage::MediaUse::Sound);
    EXPECT_EQ(file.size(), 3u);
    ++looked;
    return 500;
  };
  const std::string twice =
      replaced(heard_item, "file: media/one.opus", "file: {en: media/one.opus, es: media/one.opus}");
  EXPECT_TRUE(lint(tree_with_sound(twice), plays).empty());
  EXPECT_EQ(looked, 1);
  const auto fails = [](engage::MediaUse, ByteView) -> tl::expected<std::uint32_t, std::string> {
    return tl::unexpected(std::string("it is too long"));
  };
  const Problems problems = lint(tree_with_sound(heard_item), fails);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(describe(problems.front()), "items/01-one.yaml:12: media/one.opus: it is too long");
}

}  // namespace
}  // namespace hornbook::content

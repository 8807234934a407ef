#include <gtest/gtest.h>

#include "content_packs/build/build_pack.hpp"
#include "runtime/core/crypto.hpp"
#include "runtime/engage/task.hpp"
#include "runtime/engage/template/instantiate.hpp"
#include "runtime/pack/curriculum.hpp"

namespace hornbook::content {
namespace {

constexpr const char* manifest =
    "name: org.example.tiny\nversion: \"1\"\nlanguages: [en]\ntitle: {en: Tiny}\nlicence: CC-BY-4.0\n"
    "authors: [A]\nsubject: mathematics\n";
constexpr const char* skills =
    "skills:\n  - {id: s, title: {en: S}, can_do: {en: I can}}\n  - {id: t, title: {en: T}, can_do: {en: I can}}\n";
constexpr const char* item = R"(id: one
objective: o
difficulty: 3
parameters:
  a: {from: 2, to: 5}
  fade: {one_of: [0, 1]}
prompt: {en: 'Solve $2x + 3 = {2 * a + 3}$.'}
steps:
  - id: subtract
    skills: [t]
    prompt: {en: 'Take 3 away.'}
    number: {answer: 2 * a}
    worked: fade == 1
    hints:
      - {en: Undo the sum first.}
      - id: smaller
        title: {en: A sum}
        text: {en: 'What is {2 * a + 3} - 3?'}
        number: {answer: 2 * a}
        hints: [{en: Count back.}]
      - {id: end, text: {en: 'It is {2 * a}.'}, after: [smaller]}
  - id: divide
    skills: [s, t]
    number: {answer: a}
)";

SourceTree tree_with(const std::string& item_text) {
  const auto bytes = [](std::string_view text) { return Bytes(text.begin(), text.end()); };
  return {{"pack.yaml", bytes(manifest)}, {"skills.yaml", bytes(skills)}, {"items/01.yaml", bytes(item_text)}};
}

std::string replaced(std::string text, const std::string& old, const std::string& by) {
  const std::size_t at = text.find(old);
  EXPECT_NE(at, std::string::npos) << old;
  return text.replace(at, old.size(), by);
}

std::string only_problem(const std::string& item_text) {
  const Problems problems = lint(tree_with(item_text));
  EXPECT_EQ(problems.size(), 1u);
  return problems.empty() ? std::string() : describe(problems.front());
}

class Steps : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { ASSERT_TRUE(crypto_start().has_value()); }
  static engage::ItemInstance drawn(std::uint32_t seed) {
    const ReadOutcome outcome = read_pack(tree_with(item));
    EXPECT_TRUE(outcome.problems.empty()) << describe(outcome.problems.front());
    return engage::instantiate(outcome.source.items.front().decoded.item, 0, seed, "en").value();
  }
};

TEST_F(Steps, MisconceptionsThatWrongAnswersShow_AreListedWithoutThoseOfScaffolds) {
  SourceTree tree = tree_with(replaced(replaced(item, "skills: [s, t]\n    number: {answer: a}",
                                                "skills: [s, t]\n    number:\n      answer: a\n      wrong:\n"
                                                "        - {value: a + 1, misconception: second}\n"
                                                "        - {value: a + 2, misconception: first}"),
                                       "        number: {answer: 2 * a}\n        hints",
                                       "        number: {answer: 2 * a, wrong: [{value: a, misconception: helped}]}\n"
                                       "        hints"));
  const std::string_view list =
      "misconceptions:\n  - {id: first, title: {en: F}}\n  - {id: helped, title: {en: H}}\n"
      "  - {id: second, title: {en: S}}\n";
  tree["misconceptions.yaml"] = Bytes(list.begin(), list.end());
  const ReadOutcome outcome = read_pack(tree);
  ASSERT_TRUE(outcome.problems.empty()) << describe(outcome.problems.front());
  EXPECT_EQ(outcome.source.index.items.front().misconceptions, (std::vector<std::uint16_t>{0, 2}));
  const auto& of_steps = outcome.source.index.items.front().step_misconceptions;
  ASSERT_EQ(of_steps.size(), 2u);
  EXPECT_TRUE(of_steps[0].empty());
  EXPECT_EQ(of_steps[1], (std::vector<std::uint16_t>{0, 2}));
}

TEST_F(Steps, SourceOfTwoSteps_IsClean) { EXPECT_TRUE(lint(tree_with(item)).empty()); }

TEST_F(Steps, EveryPartOfAStep_IsDrawn) {
  const engage::ItemInstance instance = drawn(1);
  ASSERT_EQ(instance.steps.size(), 2u);
  const engage::Question& first = instance.steps[0].question;
  EXPECT_EQ(first.prompt, "Take 3 away.");
  ASSERT_EQ(first.hints.size(), 3u);
  EXPECT_EQ(first.hints[0].text, "Undo the sum first.");
  ASSERT_TRUE(first.hints[1].question);
  EXPECT_EQ(first.hints[1].title, "A sum");
  EXPECT_EQ(first.hints[1].after, std::vector<std::uint8_t>{0}) << "the one before, when nothing else is said";
  EXPECT_EQ(first.hints[1].question->hints.front().text, "Count back.");
  EXPECT_EQ(engage::right_answer(first.hints[1].question->task), engage::right_answer(first.task));
  EXPECT_EQ(first.hints[2].after, std::vector<std::uint8_t>{1});
  EXPECT_EQ(instance.steps[1].question.prompt, "");
}

TEST_F(Steps, WorkedStep_FollowsTheDraw) {
  std::set<bool> worked;
  for (std::uint32_t seed = 1; seed < 20; ++seed) worked.insert(drawn(seed).steps[0].worked);
  EXPECT_EQ(worked.size(), 2u);
}

TEST_F(Steps, SkillsOfEachStep_AreInTheIndexAndTheCurriculum) {
  const BuiltPack built = build_pack(read_pack(tree_with(item)).source).value();
  const pack::Index read = pack::decode_index(pack::encode(built.index)).value();
  EXPECT_EQ(read.items.front().kind, engage::several_steps);
  EXPECT_EQ(read.items.front().skills, (std::vector<std::uint16_t>{1, 0})) << "those of all steps, in their order";
  const interpret::Curriculum curriculum = pack::curriculum_of(read, Hash());
  const auto of_second = interpret::skills_of_step(curriculum.items.front(), 1);
  EXPECT_EQ((std::vector<std::uint16_t>{of_second.begin(), of_second.end()}), (std::vector<std::uint16_t>{0, 1}));
  EXPECT_TRUE(interpret::skills_of_step(curriculum.items.front(), 2).empty());
}

TEST_F(Steps, Faults_AreNamedWithTheirLine) {
  EXPECT_NE(only_problem(replaced(item, "[smaller]", "[later]")).find("01.yaml:21: no hint before this one has the id"),
            std::string::npos);
  EXPECT_NE(only_problem(replaced(item, "id: divide", "id: subtract")).find("01.yaml:22: another one has the same id"),
            std::string::npos);
  EXPECT_NE(only_problem(replaced(item, "[s, t]", "[u]")).find("there is no skill \"u\""), std::string::npos);
  EXPECT_NE(only_problem(replaced(item, "    number: {answer: a}", "    way: left")).find("there is no task here"),
            std::string::npos);
  EXPECT_NE(only_problem(replaced(item, "    number: {answer: a}", "    number: {answer: a}\n    worked: true"))
                .find("every step is worked"),
            std::string::npos);
}

TEST_F(Steps, HintsOfAHintThatAsksNothing_AreRefused) {
  EXPECT_NE(only_problem(replaced(item, "after: [smaller]", "hints: [{en: x}]")).find("only a hint that asks"),
            std::string::npos);
}

TEST_F(Steps, FaultInADrawnHint_NamesTheStep) {
  const std::string fault = only_problem(replaced(
      item, "        number: {answer: 2 * a}", "        choice: {choices: [{text: '1', correct: true}, {text: '1'}]}"));
  EXPECT_NE(fault.find("step 1: a hint that asks: two choices"), std::string::npos) << fault;
}

TEST_F(Steps, ItemWithoutSkillsAnywhere_IsRefused) {
  const std::string bare = replaced(replaced(item, "    skills: [t]\n", ""), "    skills: [s, t]\n", "");
  EXPECT_NE(only_problem(bare).find("the field \"skills\" is missing"), std::string::npos);
}

}  // namespace
}  // namespace hornbook::content

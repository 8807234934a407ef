#include <gtest/gtest.h>

#include "content_packs/build/pack_source.hpp"
#include "runtime/core/crypto.hpp"

namespace hornbook::content {
namespace {

constexpr std::string_view good =
    "experiments:\n"
    "  - id: words\n"
    "    question: {en: 'Which is better?'}\n"
    "    second_permille: 300\n"
    "    arms:\n"
    "      - {name: {en: one}, items: [a]}\n"
    "      - {name: {en: two}, items: [b, c]}\n";

Bytes bytes_of(std::string_view text) { return {text.begin(), text.end()}; }

SourceTree tree_with(std::string_view experiments) {
  SourceTree tree{{"pack.yaml", bytes_of("name: org.example.tiny\nversion: \"1\"\nlanguages: [en]\ntitle: {en: Tiny}\n"
                                         "licence: CC0-1.0\nauthors: [A]\nsubject: mathematics\n")},
                  {"skills.yaml", bytes_of("skills:\n  - {id: s, title: {en: S}, can_do: {en: I can}}\n")},
                  {"experiments.yaml", bytes_of(experiments)}};
  for (const std::string id : {"a", "b", "c", "d"})
    tree["items/" + id + ".yaml"] =
        bytes_of("id: " + id +
                 "\nobjective: o\nskills: [s]\ndifficulty: 3\nparameters: {a: {from: 1, to: 3}}\n"
                 "prompt: {en: 'Type {a}'}\nnumber: {answer: a}\n");
  return tree;
}

std::string replaced(std::string_view text, std::string_view old, std::string_view by) {
  const std::size_t at = text.find(old);
  EXPECT_NE(at, std::string_view::npos);
  return std::string(text).replace(at, old.size(), by);
}

class Experiments : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { ASSERT_TRUE(crypto_start().has_value()); }

  static void expect_problem(std::string_view experiments, int line, std::string_view sentence) {
    const Problems problems = lint(tree_with(experiments));
    ASSERT_EQ(problems.size(), 1u) << sentence;
    EXPECT_EQ(problems.front().file, "experiments.yaml");
    EXPECT_EQ(problems.front().line, line) << describe(problems.front());
    EXPECT_NE(problems.front().sentence.find(sentence), std::string::npos) << problems.front().sentence;
  }
};

TEST_F(Experiments, GoodFile_NamesItemsByTheirPlaces) {
  const ReadOutcome outcome = read_pack(tree_with(good));
  ASSERT_TRUE(outcome.problems.empty()) << describe(outcome.problems.front());
  ASSERT_EQ(outcome.source.index.experiments.size(), 1u);
  const pack::Experiment& experiment = outcome.source.index.experiments.front();
  EXPECT_EQ(experiment.id, "words");
  EXPECT_EQ(experiment.second_permille, 300);
  EXPECT_EQ(experiment.arms[0].items, std::vector<std::uint32_t>{0});
  EXPECT_EQ(experiment.arms[1].items, (std::vector<std::uint32_t>{1, 2}));
  EXPECT_EQ(experiment.arms[1].name.at("en"), "two");
}

TEST_F(Experiments, ShareLeftOut_IsHalf) {
  const auto outcome = read_pack(tree_with(replaced(good, "    second_permille: 300\n", "")));
  EXPECT_EQ(outcome.source.index.experiments.at(0).second_permille, 500);
}

TEST_F(Experiments, Mistakes_NameTheirLine) {
  expect_problem(replaced(good, "[a]", "[x]"), 6, "no item \"x\"");
  expect_problem(replaced(good, "[b, c]", "[b, b]"), 7, "twice");
  expect_problem(replaced(good, "[b, c]", "[a, c]"), 2, "in two arms");
  expect_problem(replaced(good, "300", "1000"), 4, "");
  expect_problem(replaced(good, "id: words", "id: In Words"), 2, "an id has only");
  expect_problem(replaced(good, "      - {name: {en: one}, items: [a]}\n", ""), 5, "from 2 to 2");
  expect_problem(replaced(good, "{en: two}", "{es: dos}"), 7, "\"en\"");
  expect_problem(replaced(good, "    arms:", "    colour: red\n    arms:"), 5, "colour");
}

}  // namespace
}  // namespace hornbook::content

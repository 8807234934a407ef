#include "content_packs/import/pack_writer.hpp"

#include <gtest/gtest.h>

#include "content_packs/build/build_pack.hpp"
#include "content_packs/build/manifest.hpp"
#include "content_packs/build/yaml_document.hpp"
#include "runtime/core/crypto.hpp"

namespace hornbook::content {
namespace {

ImportedPack sample() {
  ImportedPack pack{"org.example.x", "en", "It's: \"x\"", "CC-BY-4.0", {"A: B"}, "no", {}, {}, {}, {}};
  pack.skills = {{"2024", "One", "One", {}}, {"b", "Two", "Two", {"2024"}}};
  ImportedItem item{"p",          "Say: #1",    {"2024"},     "Line one\n\n$x^{10}$ {x} \\$5",
                    std::nullopt, std::nullopt, std::nullopt, {}};
  ImportedStep step{"1",
                    {"2024"},
                    "",
                    ImportedFigure{"media/p/a.gif", "A picture"},
                    ImportedExpression{"$\\frac{1}{2}$", {"0.5"}, "simplified", "1/200", true},
                    {},
                    std::nullopt,
                    "",
                    ""};
  ImportedHint hint{
      "h1",   "Title", "it's", std::nullopt, std::vector<std::string>{}, ImportedShortText{"true", {"yes"}, true},
      {"sub"}};
  step.hints.push_back(hint);
  item.steps = {
      step,
      ImportedStep{
          "true",
          {"b"},
          "- a: b",
          std::nullopt,
          ImportedChoices{
              false, false, {{"A", std::nullopt, true, ""}, {"", ImportedFigure{"media/p/a.gif", "2"}, false, ""}}},
          {},
          std::nullopt,
          "",
          ""}};
  pack.items.push_back(item);
  pack.media["media/p/a.gif"] = {1, 2, 3};
  return pack;
}

pack::Json yaml_at(const SourceTree& tree, const std::string& path) {
  const auto document = parse_yaml(tree.at(path));
  return document ? document->json : pack::Json(document.error().sentence);
}

TEST(PackWriter, Item_SaysInYamlWhatItIs) {
  const pack::Json item = yaml_at(to_source(sample()), "items/00001-p.yaml");
  EXPECT_EQ(item["prompt"]["en"], "Line one\n\n$x^{10}$ {x} \\$5");
  EXPECT_EQ(item["skills"][0], "2024");
  EXPECT_EQ(item["difficulty"], 5);
  const pack::Json& step = item["steps"][0];
  EXPECT_EQ(step["id"], "1");
  EXPECT_FALSE(step.contains("prompt")) << "the item's says it all";
  EXPECT_EQ(step["figure"]["picture"], "media/p/a.gif");
  EXPECT_EQ(step["expression"]["answer"], "$\\frac{1}{2}$");
  EXPECT_EQ(step["expression"]["accept"][0], "0.5");
  EXPECT_EQ(step["expression"]["form"], "simplified");
  EXPECT_EQ(step["expression"]["quantity"], true);
  EXPECT_EQ(step["hints"][0]["after"], pack::Json::array());
  EXPECT_EQ(step["hints"][0]["short_text"]["answer"]["en"], "true");
  EXPECT_EQ(step["hints"][0]["hints"][0]["en"], "sub");
  EXPECT_EQ(item["steps"][1]["prompt"]["en"], "- a: b");
  EXPECT_EQ(item["steps"][1]["choice"]["shuffled"], false);
  EXPECT_FALSE(item["steps"][1]["choice"]["choices"][1].contains("text"));
}

ImportedStep step_asking(std::string id, ImportedTask task) {
  return {std::move(id), {"2024"}, "", std::nullopt, std::move(task), {}, std::nullopt, "", ""};
}

ImportedCloze cloze() {
  ImportedCloze task;
  task.text = "It is " + mark(2) + in_source(": [[1] ") + mark(1) + ", " + mark(3) + ", " + mark(4) + ".";
  task.blanks = {ImportedShortText{"a: b", {"c"}, true}, ImportedNumber{"3/4", "any"},
                 ImportedChoices{false, false, {{"A", {}, false, ""}, {"B", {}, true, ""}}},
                 ImportedTileBlank{{"true", {}}, "Look again."}};
  task.extra = {{"no", {}}};
  task.reuse = true;
  return task;
}

ImportedHotText hot_text() {
  return {"The " + mark(1, "dog") + " " + mark(2, "a[1] ") + ".", {{true, ""}, {false, "Who?"}}, false, 1, 2};
}

ImportedPack of_things() {
  ImportedPack pack{"org.example.things",         "en", "Things", "CC-BY-4.0", {"A"}, "any",
                    {{"2024", "One", "One", {}}}, {},   {},       {}};
  const ImportedFigure picture{"media/p/a.png", "A cat"};
  pack.media["media/p/a.png"] = {1, 2, 3};
  ImportedItem item{"things", "Carry", {"2024"}, "Go", std::nullopt, std::nullopt, std::nullopt, {}};
  item.steps = {
      step_asking("order", ImportedOrder{{{"one", {}}, {"", picture}, {"no", {}}}, "smallest", ""}),
      step_asking("match",
                  ImportedMatch{{{{"a: b", {}}, {"1", {}}, "Not that."}, {{"", picture}, {"2", {}}, ""}}, {{"3", {}}}}),
      step_asking("sort",
                  ImportedSort{{{"even", {}}, {"odd", {}}}, {{{"2", {}}, 1, "Half of 2?"}, {{"x", {}}, 0, ""}}}),
      step_asking("spot",
                  ImportedHotSpot{picture,
                                  200,
                                  100,
                                  true,
                                  {{ImportedArea::Shape::Circle, {30, 30, 20}, "ear", true, ""},
                                   {ImportedArea::Shape::Polygon, {60, 10, 90, 10, 60, 90}, "paw", false, "No."}}}),
      step_asking("label",
                  ImportedLabel{picture,
                                200,
                                100,
                                {{10, 20, "above", {"ear", {}}, "Higher."}, {90, 80, "below", {"paw", {}}, ""}},
                                {{"fin", {}}}}),
      step_asking("line", ImportedNumberLine{"-1", "1", 8, 4, "1/4"}),
      step_asking("cloze", cloze()),
      step_asking("hot", hot_text()),
  };
  pack.items.push_back(std::move(item));
  return pack;
}

TEST(PackWriter, EveryCarriedThing_IsSaidInYaml) {
  const pack::Json steps = yaml_at(to_source(of_things()), "items/00001-things.yaml")["steps"];
  EXPECT_EQ(steps[0]["order"]["tiles"][2]["text"]["en"], "no");
  EXPECT_EQ(steps[0]["order"]["tiles"][2]["value"], 3);
  EXPECT_FALSE(steps[0]["order"].contains("last"));
  EXPECT_EQ(steps[1]["match"]["pairs"][0]["feedback"]["en"], "Not that.");
  EXPECT_EQ(steps[1]["match"]["pairs"][1]["to"]["figure"]["picture"], "media/p/a.png");
  EXPECT_EQ(steps[1]["match"]["extra"][0]["text"]["en"], "3");
  EXPECT_EQ(steps[2]["sort"]["tiles"][0]["bin"], 1);
  EXPECT_EQ(steps[2]["sort"]["tiles"][0]["feedback"]["en"], "Half of 2?");
  EXPECT_EQ(steps[3]["hot_spot"]["select"], "any");
  EXPECT_EQ(steps[3]["hot_spot"]["areas"][0]["circle"], pack::Json::array({30, 30, 20}));
  EXPECT_EQ(steps[3]["hot_spot"]["areas"][1]["feedback"]["en"], "No.");
  EXPECT_EQ(steps[4]["label"]["places"][1]["at"], pack::Json::array({90, 80}));
  EXPECT_EQ(steps[5]["number_line"]["answer"], "1/4");
}

TEST(PackWriter, Blanks_AreSaidInYaml) {
  const pack::Json steps = yaml_at(to_source(of_things()), "items/00001-things.yaml")["steps"];
  const pack::Json& cloze = steps[6]["cloze"];
  EXPECT_EQ(cloze["text"]["en"], "It is [[2]]: \\[[1] [[1]], [[3]], [[4]].");
  EXPECT_EQ(cloze["blanks"][0]["short_text"]["case"], "exact");
  EXPECT_EQ(cloze["blanks"][1]["number"]["answer"], "3/4");
  EXPECT_EQ(cloze["blanks"][2]["choice"]["choices"][1]["correct"], true);
  EXPECT_EQ(cloze["blanks"][3]["tile"]["text"]["en"], "true");
  EXPECT_EQ(cloze["extra"][0]["text"]["en"], "no");
  EXPECT_EQ(cloze["reuse"], true);
  const pack::Json& hot = steps[7]["hot_text"];
  EXPECT_EQ(hot["text"]["en"], "The [[1:dog]] [[2:a[1] ]].");
  EXPECT_EQ(hot["select"], "any");
  EXPECT_EQ(hot["maximum"], 2);
  EXPECT_EQ(hot["words"][0]["correct"], true);
  EXPECT_EQ(hot["words"][1]["feedback"]["en"], "Who?");
}

TEST(PackWriter, WhatIsWritten_HasNoProblems) {
  ASSERT_TRUE(crypto_start().has_value());
  for (const Problem& problem : lint(to_source(of_things()))) ADD_FAILURE() << describe(problem);
}

TEST(PackWriter, ManifestAndSkills_AreReadBack) {
  const SourceTree tree = to_source(sample());
  pack::Index index;
  ASSERT_TRUE(decode_manifest(yaml_at(tree, "pack.yaml"), index));
  ASSERT_TRUE(decode_skills(yaml_at(tree, "skills.yaml"), index));
  EXPECT_EQ(index.title.at("en"), "It's: \"x\"");
  EXPECT_EQ(index.subject, "no");
  EXPECT_EQ(index.skills.at(1).prerequisites.size(), 1u);
  EXPECT_EQ(tree.at("media/p/a.gif"), (Bytes{1, 2, 3}));
}

TEST(PackWriter, SamePack_GivesTheSameBytes) { EXPECT_EQ(to_source(sample()), to_source(sample())); }

}  // namespace
}  // namespace hornbook::content

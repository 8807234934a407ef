// A real course of OATutor becomes a pack, and each of its recorded answers is right there.
#include <gtest/gtest.h>

#include <filesystem>
#include <iostream>

#include "content_packs/build/build_pack.hpp"
#include "content_packs/build/yaml_document.hpp"
#include "content_packs/import/archive.hpp"
#include "content_packs/import/oatutor/import_oatutor.hpp"
#include "content_packs/import/pack_writer.hpp"
#include "runtime/core/crypto.hpp"
#include "runtime/engage/task.hpp"
#include "runtime/engage/template/instantiate.hpp"
#include "runtime/pack/item_decode.hpp"

namespace hornbook::content {
namespace {

using pack::Json;

const std::filesystem::path archive =
    std::filesystem::path(HORNBOOK_SOURCE_DIR) / "../shared/corpora/oatutor/elementary-algebra.tar.zst";

class OatutorCourse : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    ASSERT_TRUE(crypto_start().has_value());
    if (!std::filesystem::exists(archive)) return;
    tree_ = new SourceTree(read_folder_or_archive(archive).value());
    imported_ = new Imported(import_oatutor(*tree_).value());
  }
  static void TearDownTestSuite() {
    delete tree_;
    delete imported_;
    tree_ = nullptr;
    imported_ = nullptr;
  }
  void SetUp() override {
    if (imported_ == nullptr) GTEST_SKIP() << "no corpora beside the project";
  }

  static SourceTree* tree_;
  static Imported* imported_;
};
SourceTree* OatutorCourse::tree_ = nullptr;
Imported* OatutorCourse::imported_ = nullptr;

void print(const ImportCounts& counts) {
  const auto line = [](const char* name, const Tally& tally) {
    std::cout << name << ": " << tally.taken << " taken, " << tally.approximated << " approximated, " << tally.refused
              << " refused\n";
  };
  line("problems", counts.problems);
  line("steps", counts.steps);
  std::cout << counts.items << " items, " << counts.hints << " hints, " << counts.scaffolds << " of them scaffolds\n";
  for (const auto& [kind, steps] : counts.kinds) std::cout << "  " << steps << " steps are " << kind << "\n";
  for (const auto& [code, times] : counts.remarks) std::cout << "  " << times << " times " << code << "\n";
}

TEST_F(OatutorCourse, NearlyEveryStep_IsTaken) {
  const ImportCounts counts = count(imported_->report);
  print(counts);
  EXPECT_EQ(counts.problems.total(), 2032u);
  EXPECT_EQ(counts.steps.total(), 2520u);
  EXPECT_LE(counts.steps.refused * 100, counts.steps.total() * 2);
  EXPECT_LE(counts.steps.approximated * 10, counts.steps.total());
  EXPECT_EQ(counts.kinds.at("expression"), 1731u);
  EXPECT_EQ(counts.kinds.at("choice"), 716u);
  EXPECT_EQ(counts.kinds.at("short_text"), 73u);
  EXPECT_EQ(counts.hints, 10'604u);
  EXPECT_EQ(counts.scaffolds, 3104u);
  EXPECT_EQ(imported_->pack.skills.size(), 201u);
}

// A step's or a scaffold's task as an item of its own.
Json item_with(const std::string& kind, const Json& task) {
  const Json text = {{"en", "x"}};
  return {{"id", "x"},           {"objective", "x"}, {"skills", {"x"}},
          {"difficulty", 5},     {"prompt", text},   {"hints", Json::array({text, text, text})},
          {"explanation", text}, {"not_yet", text},  {kind, task}};
}

Result<engage::Task> instance_of(const std::string& kind, const Json& task) {
  pack::ItemSurroundings surroundings;
  surroundings.languages = {"en"};
  surroundings.misconception = [](const std::string&) { return std::optional<std::uint16_t>(); };
  surroundings.media = [](const std::string&, engage::MediaUse) { return engage::MediaFile{}; };
  auto decoded = pack::decode_item(item_with(kind, task), surroundings);
  if (!decoded) return tl::unexpected(pack::to_error(decoded.error(), "item"));
  TRY_ASSIGN(engage::ItemInstance instance, engage::instantiate(decoded->item, 0, 1, "en"));
  return std::move(instance.steps.front().question.task);
}

Json yaml_of(const ImportedItem& item) { return parse_yaml(to_yaml(item, "en")).value().json; }

std::string kind_in(const Json& step_or_hint) {
  for (const char* kind : {"expression", "short_text", "choice", "multiple_answer"})
    if (step_or_hint.contains(kind)) return kind;
  return {};
}

// The choice that is right, in the order of the source.
std::uint32_t right_choice(const Json& choices) {
  for (std::uint32_t i = 0; i < choices.size(); ++i)
    if (choices[i].value("correct", false)) return i;
  return UINT32_MAX;
}

// What a learner would hand in who knows what OATutor's own file says is right.
engage::Answer learners_answer(const engage::Task& task, const Json& step, const std::string& recorded) {
  engage::Answer answer = engage::right_answer(task);
  if (step.contains("choice")) {
    answer.numbers = {right_choice(step["choice"]["choices"])};
  } else {
    answer.texts = {recorded};
  }
  return answer;
}

std::string without_signs(std::string text) {
  for (std::size_t at = text.find("$$"); at != std::string::npos; at = text.find("$$")) text.erase(at, 2);
  return text;
}

TEST_F(OatutorCourse, RecordedAnswerOfEveryStep_IsRight) {
  std::size_t checked = 0;
  const auto& reports = imported_->report.items;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const Json steps = yaml_of(imported_->pack.items.at(i))["steps"];
    ASSERT_EQ(steps.size(), reports[i].steps.size()) << reports[i].id;
    for (std::size_t s = 0; s < steps.size(); ++s) {
      const std::string& name = reports[i].steps[s].id;
      const Bytes& file = tree_->at("oat-elem/content-pool/" + reports[i].id + "/steps/" + name + "/" + name + ".json");
      const Json source = pack::parse_json(file, "step").value();
      const auto task = instance_of(kind_in(steps[s]), steps[s][kind_in(steps[s])]);
      ASSERT_TRUE(task) << name << ": " << task.error().sentence;
      const auto answer = learners_answer(*task, steps[s], without_signs(source["stepAnswer"][0].get<std::string>()));
      EXPECT_TRUE(engage::assess_answer(*task, answer).correct) << name << ": " << source["stepAnswer"].dump();
      ++checked;
    }
  }
  EXPECT_EQ(checked, 2520u);
}

TEST_F(OatutorCourse, EveryScaffold_CanBeAskedAndAnswered) {
  std::size_t checked = 0;
  for (const ImportedItem& item : imported_->pack.items) {
    const Json steps = yaml_of(item)["steps"];
    for (const Json& step : steps) {
      for (const Json& hint : step.value("hints", Json::array())) {
        const std::string kind = kind_in(hint);
        if (kind.empty()) continue;
        const auto task = instance_of(kind, hint[kind]);
        ASSERT_TRUE(task) << step["id"] << hint["id"] << task.error().sentence;
        EXPECT_TRUE(engage::assess_answer(*task, engage::right_answer(*task)).correct) << step["id"] << hint["id"];
        ++checked;
      }
    }
  }
  EXPECT_EQ(checked, 3104u);
}

// Lint makes an instance of every item and hands in the right answer of each.
TEST_F(OatutorCourse, WholePack_IsCleanAndBuilds) {
  const SourceTree source = to_source(imported_->pack);
  const Problems problems = lint(source);
  EXPECT_TRUE(problems.empty()) << problems.size() << " problems, the first: " << describe(problems.front());
  const auto built = build_pack(read_pack(source).source);
  ASSERT_TRUE(built);
  EXPECT_EQ(built->index.items.size(), 2032u);
  EXPECT_EQ(built->index.media.size(), 294u);
}

}  // namespace
}  // namespace hornbook::content

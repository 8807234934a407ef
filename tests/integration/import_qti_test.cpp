// QTI items that others made become a pack that lint takes, and each response scores there as by the item's own rules.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <set>

#include "content_packs/build/build_pack.hpp"
#include "content_packs/import/archive.hpp"
#include "content_packs/import/pack_writer.hpp"
#include "content_packs/import/qti/element.hpp"
#include "content_packs/import/qti/import_qti.hpp"
#include "runtime/core/crypto.hpp"

namespace hornbook::content {
namespace {

const std::filesystem::path archive =
    std::filesystem::path(HORNBOOK_SOURCE_DIR) / "../shared/corpora/qti/qti-items.tar.zst";

class QtiItems : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    ASSERT_TRUE(crypto_start().has_value());
    if (!std::filesystem::exists(archive)) return;
    tree_ = new SourceTree(read_folder_or_archive(archive).value());
    imported_ = new Imported(import_qti(*tree_).value());
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
SourceTree* QtiItems::tree_ = nullptr;
Imported* QtiItems::imported_ = nullptr;

bool has_code(const ItemReport& report, const std::string& code) {
  const auto is_it = [&](const Remark& remark) { return remark.code == code; };
  for (const StepReport& step : report.steps)
    if (std::any_of(step.remarks.begin(), step.remarks.end(), is_it)) return true;
  return std::any_of(report.remarks.begin(), report.remarks.end(), is_it);
}

// The names of the interactions in a file; empty when it is no item.
std::set<std::string> interactions_of(const Bytes& file) {
  std::set<std::string> names;
  const auto parsed = qti::parse_xml(file);
  if (!parsed || parsed->name != "assessmentItem") return names;
  for (const char* name :
       {"choice", "order", "match", "associate", "inlineChoice", "textEntry", "slider", "hottext", "gapMatch",
        "hotspot", "graphicGapMatch", "selectPoint", "extendedText", "media", "positionObject", "upload", "drawing"})
    if (!qti::all_called(*parsed, std::string(name) + "Interaction").empty()) names.insert(name);
  return names;
}

TEST_F(QtiItems, CountsByInteraction_AreTold) {
  std::map<std::string, Tally> tallies;
  std::map<std::string, std::set<std::string>> kinds;  // by item id
  for (const auto& [path, bytes] : *tree_)
    if (const auto parsed = qti::parse_xml(bytes))
      kinds[std::string(parsed->attribute("identifier"))].merge(interactions_of(bytes));
  for (const ItemReport& item : imported_->report.items)
    for (const std::string& name : kinds[item.id]) tallies[name].add(item.outcome);
  for (const auto& [name, tally] : tallies)
    std::cout << name << ": " << tally.taken << " taken, " << tally.approximated << " approximated, " << tally.refused
              << " refused\n";
  const ImportCounts counts = count(imported_->report);
  for (const auto& [code, times] : counts.remarks) std::cout << "  " << times << " times " << code << "\n";
  EXPECT_GE(counts.problems.taken + counts.problems.approximated, 110u);
  EXPECT_GE(tallies["choice"].taken, 20u);
}

TEST_F(QtiItems, NineOfTenItems_ScoreEveryResponseAsTheirRulesDo) {
  std::size_t taken = 0;
  std::size_t differing = 0;
  for (const ItemReport& item : imported_->report.items) {
    if (item.items.empty()) continue;
    ++taken;
    if (has_code(item, "scores-differ") || has_code(item, "scores-combine-otherwise")) ++differing;
  }
  std::cout << taken - differing << " of " << taken << " items score every response as their rules do\n";
  EXPECT_LE(differing * 10, taken);
}

TEST_F(QtiItems, EveryRefusal_SaysWhy) {
  for (const ItemReport& item : imported_->report.items) {
    if (!item.items.empty()) continue;
    EXPECT_EQ(item.outcome, Outcome::Refused) << item.id;
    EXPECT_EQ(outcome_of(item.remarks), Outcome::Refused) << item.id;
  }
}

TEST_F(QtiItems, LintIsClean_AndThePackIsBuilt) {
  const SourceTree source = to_source(imported_->pack);
  for (const Problem& problem : lint(source)) ADD_FAILURE() << describe(problem);
  const ReadOutcome outcome = read_pack(source);
  ASSERT_TRUE(outcome.problems.empty());
  EXPECT_TRUE(build_pack(outcome.source).has_value());
}

}  // namespace
}  // namespace hornbook::content

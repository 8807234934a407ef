#include "content_packs/import/report.hpp"

#include <gtest/gtest.h>

namespace hornbook::content {
namespace {

TEST(ImportReport, Json_SaysWhatBecameOfEachItemAndCounts) {
  ImportReport report;
  report.format = "oatutor";
  ItemReport item;
  item.id = "p";
  item.items = {"p"};
  item.outcome = Outcome::Approximated;
  StepReport taken;
  taken.id = "pa";
  taken.kind = "choice";
  taken.hints = 3;
  StepReport refused;
  refused.id = "pb";
  refused.outcome = Outcome::Refused;
  refused.remarks.push_back({Outcome::Refused, "essay", "pb", "because"});
  item.steps = {taken, refused};
  report.items.push_back(item);
  const pack::Json json = to_json(report);
  EXPECT_EQ(json["counts"]["problems"]["approximated"], 1);
  EXPECT_EQ(json["counts"]["steps"]["taken"], 1);
  EXPECT_EQ(json["counts"]["steps"]["refused"], 1);
  EXPECT_EQ(json["counts"]["kinds"]["choice"], 1);
  EXPECT_EQ(json["counts"]["reasons"]["essay"], 1);
  EXPECT_EQ(json["items"][0]["status"], "approximated");
  EXPECT_EQ(json["items"][0]["steps"][1]["reasons"][0]["reason"], "because");
}

TEST(ImportReport, Softened_IsNeverRefused) {
  const Remarks remarks = softened({{Outcome::Refused, "a", "", ""}, {Outcome::Taken, "b", "", ""}});
  EXPECT_EQ(outcome_of(remarks), Outcome::Approximated);
  EXPECT_EQ(remarks[1].weight, Outcome::Taken);
}

}  // namespace
}  // namespace hornbook::content

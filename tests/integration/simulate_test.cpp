// `hornbook-model simulate` as a researcher runs it.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "tests/support/child_process.hpp"
#include "tests/support/temporary_directory.hpp"

namespace hornbook::test {
namespace {

Ended simulate(std::vector<std::string> options) {
  options.insert(options.begin(), {std::string(HORNBOOK_BIN_DIR) + "/hornbook-model", "simulate"});
  return run(options);
}

TEST(Simulate, AllPoliciesAsJson_HaveARowForEachFamilyAndPolicy) {
  const Ended ended = simulate({"--learners", "4", "--policy", "all", "--seed", "5", "--json"});
  ASSERT_EQ(ended.exit_code, 0) << ended.output;
  const auto json = nlohmann::json::parse(ended.output);
  EXPECT_EQ(json.at("learners"), 4);
  ASSERT_EQ(json.at("rows").size(), 16u);
  for (const auto& row : json.at("rows")) {
    EXPECT_LE(row.at("items_to_all").at("low"), row.at("items_to_all").at("value"));
    EXPECT_EQ(row.at("saving").is_null(), row.at("policy") == "random-bkt95");
  }
}

TEST(Simulate, SameSeed_GivesTheSameBytes) {
  const std::vector<std::string> options{"--learners", "5", "--policy", "hornbook", "--seed", "7", "--family", "bkt"};
  const Ended one = simulate(options);
  EXPECT_EQ(one.exit_code, 0);
  EXPECT_EQ(one.output, simulate(options).output);
}

TEST(Simulate, WrongUsage_EndsWithTwo) {
  EXPECT_EQ(simulate({"--learners", "5", "--policy", "best", "--seed", "7"}).exit_code, 2);
  EXPECT_EQ(simulate({"--learners", "0", "--policy", "all", "--seed", "7"}).exit_code, 2);
  EXPECT_EQ(simulate({"--learners", "5", "--policy", "all"}).exit_code, 2);
  EXPECT_EQ(simulate({"--learners", "5", "--seed", "7"}).exit_code, 2);
  EXPECT_EQ(simulate({"--learners", "5", "--seed", "7", "--log", "x.csv"}).exit_code, 2);
}

TEST(Simulate, Log_IsWrittenToTheFile) {
  const TemporaryDirectory folder;
  const std::string path = (folder.path() / "log.csv").string();
  const Ended ended = simulate({"--learners", "3", "--seed", "7", "--family", "memory", "--log", path});
  ASSERT_EQ(ended.exit_code, 0) << ended.output;
  std::ifstream file(path);
  std::string header;
  std::getline(file, header);
  EXPECT_EQ(header, "learner,item,skill,correct,timestamp");
  EXPECT_EQ(simulate({"--learners", "3", "--seed", "7", "--family", "memory", "--log", "/nowhere/x.csv"}).exit_code, 6);
}

}  // namespace
}  // namespace hornbook::test

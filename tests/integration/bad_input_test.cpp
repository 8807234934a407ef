// What a school meets on bad days: every program says what is wrong in one line, ends with the right code and changes
// nothing.
#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <iterator>

#include "runtime/core/seeded_random.hpp"
#include "tests/integration/demo_school.hpp"

namespace hornbook::test {
namespace {

const DemoLearner noah{"Noah", {"boat", "boat", "sun"}};

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}
void write_file(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

void expect_one_line(const Ended& ended, const std::vector<int>& codes) {
  EXPECT_NE(std::find(codes.begin(), codes.end(), ended.exit_code), codes.end()) << ended.exit_code << ended.output;
  EXPECT_EQ(std::count(ended.output.begin(), ended.output.end(), '\n'), 1) << ended.output;
}

class BadInput : public testing::Test {
 protected:
  void SetUp() override { ASSERT_EQ(school_.trouble(), ""); }
  [[nodiscard]] std::string bin(const std::string& program) const {
    return std::string(HORNBOOK_BIN_DIR) + "/" + program;
  }
  DemoSchool school_;
};

TEST_F(BadInput, PackWithOneByteChangedOrCutShort_IsRefusedEverywhere) {
  const std::string good = read_file(school_.folder() / "fractions.hbpack");
  const auto bad = school_.folder() / "bad.hbpack";
  SeededRandom random(31);
  for (int round = 0; round < 40; ++round) {
    std::string bytes = good;
    const auto at = static_cast<std::size_t>(random.below(bytes.size()));
    if (round % 2 == 0) {
      bytes[at] = static_cast<char>(bytes[at] ^ (1 << random.below(8)));
    } else {
      bytes.resize(at);
    }
    write_file(bad, bytes);
    SCOPED_TRACE(at);
    expect_one_line(run({bin("hornbook-pack"), "verify", bad, "--root", school_.folder() / "root.json"}), {3, 4});
  }
  expect_one_line(school_.server_command({"packs", "add", bad, "--root", school_.folder() / "root.json", "--data",
                                          school_.folder() / "server"}),
                  {3, 4});
}

TEST_F(BadInput, BundleWithOneByteChangedOrCutShort_IsRefusedAndTheGoodOneStillCounts) {
  ASSERT_EQ(school_.play(sign_in(noah) + practise(4, 3)).exit_code, 0);
  const auto good = school_.folder() / "good.hbundle";
  const auto bad = school_.folder() / "bad.hbundle";
  ASSERT_EQ(school_.ctl({"export", good}).exit_code, 0);
  const std::string bytes = read_file(good);
  SeededRandom random(32);
  for (int round = 0; round < 20; ++round) {
    std::string damaged = bytes;
    const auto at = static_cast<std::size_t>(random.below(bytes.size()));
    if (round % 2 == 0) {
      damaged[at] = static_cast<char>(damaged[at] ^ (1 << random.below(8)));
    } else {
      damaged.resize(at);
    }
    write_file(bad, damaged);
    SCOPED_TRACE(at);
    const Ended ended = school_.server_command({"bundle", "import", bad, "--data", school_.folder() / "server"});
    EXPECT_TRUE(ended.exit_code == 3 || ended.exit_code == 4) << ended.output;
  }
  EXPECT_TRUE(school_.stored_events().empty());
  const auto reply = school_.folder() / "reply.hbundle";
  const Ended taken =
      school_.server_command({"bundle", "import", good, "--data", school_.folder() / "server", "--reply", reply});
  EXPECT_EQ(taken.exit_code, 0) << taken.output;
  const std::size_t stored = school_.stored_events().size();
  EXPECT_GT(stored, 8u);
  write_file(bad, read_file(reply).substr(0, 100));
  expect_one_line(school_.ctl({"import", bad}), {3, 4});
  EXPECT_EQ(school_.ctl({"import", reply}).exit_code, 0);
  EXPECT_EQ(school_.server_command({"bundle", "import", good, "--data", school_.folder() / "server"}).exit_code, 0);
  EXPECT_EQ(school_.stored_events().size(), stored) << "the same bundle twice counts once";
}

TEST_F(BadInput, EnrolmentFileThatIsMalformedOrUsedTwice_IsRefused) {
  const auto bad = school_.folder() / "bad.enrolment";
  const std::string good = read_file(school_.folder() / "station.enrolment");
  const auto elsewhere = school_.folder() / "elsewhere";
  for (const std::string& text :
       {std::string("{"), std::string("{}"), good.substr(0, good.size() / 2), std::string("\0\1", 2)}) {
    write_file(bad, text);
    expect_one_line(run({bin("hornbookctl"), "--data", elsewhere, "enrol", bad}), {3});
  }
  ASSERT_EQ(school_.start_server(), "");
  const Ended twice = run({bin("hornbookctl"), "--data", elsewhere, "enrol", school_.folder() / "station.enrolment"});
  EXPECT_EQ(twice.exit_code, 4) << "the token was used: " << twice.output;
}

TEST_F(BadInput, StationThatIsNotEnrolled_SaysSoAndEndsWithFour) {
  expect_one_line(run({bin("hornbook"), "--data", school_.folder() / "nowhere", "--headless", "--script", "/dev/null"}),
                  {4});
}

TEST_F(BadInput, WrongCommandLine_EndsWithTwo) {
  EXPECT_EQ(run({bin("hornbook"), "--no-such-option"}).exit_code, 2);
  expect_one_line(run({bin("hornbookctl")}), {2});
  expect_one_line(run({bin("hornbook-server"), "sing"}), {2});
  EXPECT_EQ(run({bin("hornbook-pack"), "build"}).exit_code, 2);
}

TEST_F(BadInput, NoServer_EndsWithFiveAndLosesNothing) {
  ASSERT_EQ(school_.play(sign_in(noah) + practise(3, 8)).exit_code, 0);
  const Ended alone = school_.ctl({"sync"});
  expect_one_line(alone, {5});
  ASSERT_EQ(school_.start_server(), "");
  EXPECT_EQ(school_.ctl({"sync"}).exit_code, 0);
  EXPECT_GT(school_.stored_events().size(), 6u);
}

TEST_F(BadInput, ServerWithAnotherKey_IsNotTrusted) {
  DemoSchool impostor;
  ASSERT_EQ(impostor.trouble(), "");
  ASSERT_EQ(impostor.start_server(), "");
  const Ended ended = school_.ctl({"sync", "--server", "https://127.0.0.1:" + std::to_string(impostor.port())});
  expect_one_line(ended, {4});
}

TEST_F(BadInput, RequestThatIsTooLarge_IsRefusedAndTheServerGoesOn) {
  ASSERT_EQ(school_.start_server(), "");
  const std::string url = "https://127.0.0.1:" + std::to_string(school_.port());
  const auto large = school_.folder() / "large";
  std::ofstream(large).close();
  std::filesystem::resize_file(large, 40u << 20);
  const Ended refused = run({"curl", "-sk", "-o", "/dev/null", "-w", "%{http_code}", "--data-binary",
                             "@" + large.string(), url + "/sync/v1"});
  EXPECT_EQ(refused.output, "413");
  EXPECT_EQ(run({"curl", "-skf", "-o", "/dev/null", url + "/health"}).exit_code, 0);
}

}  // namespace
}  // namespace hornbook::test

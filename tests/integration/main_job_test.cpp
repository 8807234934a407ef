// The whole loop on real processes: three learners, sixty answers through the input path, one sync, the teacher's page.
#include <gtest/gtest.h>

#include <csignal>

#include "tests/integration/demo_school.hpp"

namespace hornbook::test {
namespace {

constexpr int answers_each = 20;

struct Practice {
  DemoLearner learner;
  std::string full_name;
  std::uint64_t seed = 0;
};
const Practice practices[] = {{{"Amina", {"sun", "tree", "boat"}}, "Amina Wanjiru", 11},
                              {{"Priya", {"mango", "kite", "key"}}, "Priya Yadav", 12},
                              {{"Noah", {"boat", "boat", "sun"}}, "Noah Miller", 13}};

// Signs in as a browser does and returns the class page.
std::string fetch_class_page(const DemoSchool& school) {
  const std::string url = "https://127.0.0.1:" + std::to_string(school.port());
  const std::string jar = school.folder() / "cookies";
  const std::vector<std::string> curl{"curl", "-sk", "--max-time", "20", "-b", jar, "-c", jar};
  const auto with = [&](std::vector<std::string> more) {
    more.insert(more.begin(), curl.begin(), curl.end());
    return run(more).output;
  };
  const std::string form = with({url + "/sign-in"});
  const std::string mark = "name=\"form_token\" value=\"";
  const std::size_t begin = form.find(mark) + mark.size();
  const std::string token = form.substr(begin, form.find('"', begin) - begin);
  return with({"-L", "--data-urlencode", "form_token=" + token, "--data-urlencode", "user=teacher", "--data-urlencode",
               "password=paper boat", url + "/sign-in"});
}

// The learner's row of the table.
std::string row_of(const std::string& page, const std::string& name) {
  const std::size_t begin = page.find(name);
  return begin == std::string::npos ? std::string() : page.substr(begin, page.find("</tr>", begin) - begin);
}

std::string figures(int answers, int right) {
  return std::to_string(answers) + " answers, " + std::to_string(right) + " right";
}

int right_answers(const Script& script) {
  int right = 0;
  for (const std::string& step : script) right += step == R"({"answer":"right"})" ? 1 : 0;
  return right;
}

TEST(MainJob, SixtyAnswersOfThreeLearners_ReachTheTeachersPage) {
  DemoSchool school;
  ASSERT_EQ(school.trouble(), "");
  std::size_t answers = 0;
  for (const Practice& practice : practices) {
    std::filesystem::remove(school.trace());
    const Ended played = school.play(sign_in(practice.learner) + practise(answers_each, practice.seed) + sign_out());
    ASSERT_EQ(played.exit_code, 0) << practice.learner.name << ": " << played.output;
    answers += school.durable_answers().size();
  }
  EXPECT_EQ(answers, 3u * answers_each);

  ASSERT_EQ(school.start_server(), "");
  const Ended synced = school.ctl({"sync"});
  EXPECT_EQ(synced.exit_code, 0) << synced.output;
  const std::string page = fetch_class_page(school);
  for (const Practice& practice : practices) {
    const std::string row = row_of(page, practice.full_name);
    const int right = right_answers(practise(answers_each, practice.seed));
    EXPECT_NE(row.find(figures(answers_each, right)), std::string::npos) << practice.full_name << ": " << row;
    EXPECT_NE(row.find("practising"), std::string::npos);
  }
  EXPECT_NE(row_of(page, "Samuel Kiptoo").find(figures(0, 0)), std::string::npos) << "he has not practised";

  const Ended again = school.ctl({"sync"});
  EXPECT_EQ(again.exit_code, 0) << again.output;
  const Ended metrics = run({"curl", "-sk", "https://127.0.0.1:" + std::to_string(school.port()) + "/metrics"});
  EXPECT_NE(metrics.output.find("hornbook_decisions_not_replaying_total 0\n"), std::string::npos) << metrics.output;
  EXPECT_EQ(school.ctl({"verify"}).exit_code, 0);
}

TEST(MainJob, SameLoopByFile_NeedsNoNetwork) {
  DemoSchool school;
  ASSERT_EQ(school.trouble(), "");
  ASSERT_EQ(school.play(sign_in(practices[0].learner) + practise(answers_each, 21) + sign_out()).exit_code, 0);
  const auto up = school.folder() / "stick.hbundle";
  const auto down = school.folder() / "reply.hbundle";
  ASSERT_EQ(school.ctl({"export", up}).exit_code, 0);
  const Ended taken =
      school.server_command({"bundle", "import", up, "--data", school.folder() / "server", "--reply", down});
  ASSERT_EQ(taken.exit_code, 0) << taken.output;
  const Ended imported = school.ctl({"import", down});
  ASSERT_EQ(imported.exit_code, 0) << imported.output;
  ASSERT_EQ(school.start_server(), "");
  const std::string row = row_of(fetch_class_page(school), "Amina Wanjiru");
  EXPECT_NE(row.find(figures(answers_each, right_answers(practise(answers_each, 21)))), std::string::npos) << row;
}

TEST(MainJob, SecondLearner_IsReadyUnderTwoSecondsAfterTheFirstLeaves) {
  DemoSchool school;
  ASSERT_EQ(school.trouble(), "");
  const Script hand_over{R"({"wait":"screen=goodbye","ms":1000})", R"({"tap":"role=button[name=\"Next person\"]"})",
                         R"({"wait":"screen=who","ms":900})"};
  const Ended played = school.play(sign_in(practices[0].learner) + practise(3, 1) + sign_out() + hand_over);
  EXPECT_EQ(played.exit_code, 0) << played.output;
}

TEST(Enrolment, WithoutAUrl_NamesWhereTheServerLastListened) {
  DemoSchool school;
  ASSERT_EQ(school.trouble(), "");
  ASSERT_EQ(school.start_server(), "");
  const auto file = school.folder() / "second.enrolment";
  const Ended ended = school.server_command(
      {"enrol", "--device", "Station 2", "--profile", "station", "--out", file, "--data", school.folder() / "server"});
  ASSERT_EQ(ended.exit_code, 0) << ended.output;
  const Ended joined = run({HORNBOOK_BIN_DIR "/hornbookctl", "--data", school.folder() / "second", "enrol", file});
  EXPECT_EQ(joined.exit_code, 0) << joined.output;
  EXPECT_NE(joined.output.find("1 exchanges"), std::string::npos) << "it reached the server: " << joined.output;
}

}  // namespace
}  // namespace hornbook::test

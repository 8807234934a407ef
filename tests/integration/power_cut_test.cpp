// kill -9 of the station in mid-answer and of the server in mid-sync, fifty seeded times each.
#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <set>

#include "runtime/core/seeded_random.hpp"
#include "tests/integration/demo_school.hpp"

namespace hornbook::test {
namespace {

constexpr int kills = 50;
constexpr int looks_max = 40'000;  // half a millisecond apart

const DemoLearner amina{"Amina", {"sun", "tree", "boat"}};

std::set<EventPlace> without_doubles(const std::vector<EventPlace>& events) { return {events.begin(), events.end()}; }

TEST(PowerCut, StationKilledInMidAnswerFiftyTimes_LosesNoAcknowledgedAnswerAndDoublesNone) {
  DemoSchool school;
  ASSERT_EQ(school.trouble(), "");
  ASSERT_EQ(school.start_server(), "");
  SeededRandom random(4211);
  std::vector<EventPlace> acknowledged;
  for (int round = 0; round < kills; ++round) {
    SCOPED_TRACE(round);
    std::filesystem::remove(school.trace());
    ChildProcess station(school.station_command(sign_in(amina) + practise(400, random.next())));
    // Where among the answers is chosen, not when: a slow machine is cut in the same places.
    const std::uint64_t answers_before = 1 + random.below(8);
    for (int look = 0; look < looks_max && school.durable_answers().size() < answers_before; ++look) let_run(500);
    let_run(random.below(10'000));
    station.signal(SIGKILL);
    EXPECT_EQ(station.wait().exit_code, 128 + SIGKILL);
    const std::vector<EventPlace> answers = school.durable_answers();
    acknowledged.insert(acknowledged.end(), answers.begin(), answers.end());
  }
  const Ended played = school.play(sign_in(amina));
  EXPECT_EQ(played.exit_code, 0) << played.output;
  const Ended synced = school.ctl({"sync"});
  EXPECT_EQ(synced.exit_code, 0) << synced.output;
  const std::vector<EventPlace> stored = school.stored_events();
  EXPECT_EQ(without_doubles(stored).size(), stored.size());
  for (const EventPlace& answer : acknowledged) {
    EXPECT_TRUE(std::binary_search(stored.begin(), stored.end(), answer)) << answer.first << '/' << answer.second;
  }
  EXPECT_GE(acknowledged.size(), static_cast<std::size_t>(kills)) << "each cut falls among answers";
  EXPECT_EQ(school.ctl({"verify"}).exit_code, 0);
  std::printf("station: %d kills, %zu acknowledged answers, %zu events stored\n", kills, acknowledged.size(),
              stored.size());
}

TEST(PowerCut, ServerKilledInMidSyncFiftyTimes_StoresEachEventOnce) {
  DemoSchool school;
  ASSERT_EQ(school.trouble(), "");
  SeededRandom random(977);
  std::vector<EventPlace> acknowledged;
  int cut_in_sync = 0;
  for (int round = 0; round < kills; ++round) {
    SCOPED_TRACE(round);
    std::filesystem::remove(school.trace());
    const Ended played = school.play(sign_in(amina) + practise(3, random.next()));
    ASSERT_EQ(played.exit_code, 0) << played.output;
    const std::vector<EventPlace> answers = school.durable_answers();
    acknowledged.insert(acknowledged.end(), answers.begin(), answers.end());
    ASSERT_EQ(school.start_server(), "");
    ChildProcess sync(school.ctl_command({"sync"}));
    let_run(random.below(40'000));
    school.stop_server(SIGKILL);
    const int code = sync.wait().exit_code;
    EXPECT_TRUE(code == 0 || code == 5) << code;
    cut_in_sync += code == 5 ? 1 : 0;
  }
  ASSERT_EQ(school.start_server(), "");
  const Ended synced = school.ctl({"sync"});
  EXPECT_EQ(synced.exit_code, 0) << synced.output;
  const std::vector<EventPlace> stored = school.stored_events();
  EXPECT_EQ(without_doubles(stored).size(), stored.size());
  for (const EventPlace& answer : acknowledged) {
    EXPECT_TRUE(std::binary_search(stored.begin(), stored.end(), answer)) << answer.first << '/' << answer.second;
  }
  EXPECT_GE(acknowledged.size(), 3u * kills);
  EXPECT_GT(cut_in_sync, kills / 5) << "too few kills fell into a sync to show anything";
  std::printf("server: %d kills, %d of them in mid-sync, %zu acknowledged answers, %zu events stored\n", kills,
              cut_in_sync, acknowledged.size(), stored.size());
}

}  // namespace
}  // namespace hornbook::test

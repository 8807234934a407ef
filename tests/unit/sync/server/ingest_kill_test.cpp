// The server is killed in the middle of taking a bundle, at many moments: each time the bundle is there as a whole or
// not at all, and sending it again completes it.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "runtime/core/seeded_random.hpp"
#include "tests/support/child_process.hpp"
#include "tests/unit/sync/server/server_bed.hpp"

namespace hornbook::server {
namespace {

constexpr std::uint64_t seed = 20261123;
constexpr int kills = 30;

class IngestKilled : public test::ServerBed {
 protected:
  // Takes the bundle in a process of its own, which is killed after `delay_us`.
  void take_and_kill(const Bytes& bundle, unsigned delay_us) {
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      auto school = School::open(opening());
      Library library;
      const bool taken = school && exchange(*school, library, bundle, clock_.now().unix_ms).has_value();
      ::_exit(taken ? 0 : 1);
    }
    test::let_run(delay_us);
    ::kill(child, SIGKILL);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    if (WIFSIGNALED(status)) ++killed_;
  }
  int killed_ = 0;
};

TEST_F(IngestKilled, AtAnyMoment_LeavesAllOfTheBundleOrNothing) {
  test::DeviceCard card = enrolled_device("Station 1");
  SeededRandom random(seed);
  std::int64_t events_before = 0;
  std::uint64_t previous_last = 0;
  for (int round = 0; round < kills; ++round) {
    const test::OpenEpoch epoch = card.open_epoch(previous_last);
    const auto events = lesson("u1", 1, std::vector<bool>(100, true));
    previous_last = events.size();
    const Bytes bundle = card.sealed(card.bundle(epoch, {card.segment(epoch, 0, events)}));
    school_.reset();
    take_and_kill(bundle, static_cast<unsigned>(random.below(40'000)));
    reopen();
    const std::int64_t added = count("event") - events_before;
    EXPECT_TRUE(added == 0 || added == static_cast<std::int64_t>(events.size()))
        << "round " << round << ", seed " << seed;
    const auto completed = exchange(*school_, library_, bundle, clock_.now().unix_ms);
    ASSERT_TRUE(completed.has_value()) << completed.error().sentence;
    EXPECT_EQ(completed->events_new, events.size() - static_cast<std::size_t>(added));
    events_before += static_cast<std::int64_t>(events.size());
    ASSERT_EQ(count("event"), events_before);
  }
  EXPECT_EQ(state_of("u1").evidence.answers, static_cast<std::uint32_t>(kills) * 100);
  EXPECT_GT(killed_, 0) << "no kill came in time; the delays are too long";
}

}  // namespace
}  // namespace hornbook::server

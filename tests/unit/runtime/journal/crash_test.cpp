// The station is killed in the middle of writing, at seeded moments, and the data folder opened again.
#include <gtest/gtest.h>
#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <set>

#include "runtime/core/seeded_random.hpp"
#include "tests/unit/runtime/journal/journal_bed.hpp"

namespace hornbook::journal {
namespace {

class Crash : public test::JournalBed {
 protected:
  // Appends for ever, telling each sequence through the pipe after it was called durable.
  [[noreturn]] void write_until_killed(int acknowledged) {
    Writer writer = open_writer();
    const LearnerId learner = test::sample_learner(1);
    if (!writer.sign_in(learner, key_)) ::_exit(1);
    for (;;) {
      const std::uint64_t name[2] = {writer.epoch(), writer.next_sequence()};
      if (!append_answer(writer, "3/8")) ::_exit(1);
      if (::write(acknowledged, name, sizeof name) != sizeof name) ::_exit(1);
      if (seals_ && name[1] % 7 == 0 && !writer.seal()) ::_exit(1);
    }
  }

  // Kills the child after it has acknowledged `events` of them, somewhere in its next step.
  std::set<std::string> run_and_kill(std::uint64_t events, std::uint64_t yields) {
    int ends[2];
    EXPECT_EQ(::pipe(ends), 0);
    const pid_t child = ::fork();
    if (child == 0) {
      ::close(ends[0]);
      write_until_killed(ends[1]);
    }
    ::close(ends[1]);
    std::set<std::string> acknowledged;
    std::uint64_t name[2];
    while (::read(ends[0], name, sizeof name) == sizeof name) {
      acknowledged.insert(std::to_string(name[0]) + "." + std::to_string(name[1]) + "=3/8");
      if (acknowledged.size() == events) {
        for (std::uint64_t i = 0; i < yields; ++i) ::sched_yield();
        ::kill(child, SIGKILL);
      }
    }
    ::close(ends[0]);
    ::waitpid(child, nullptr, 0);
    return acknowledged;
  }

  const SecretKey key_ = SecretKey::generate();
  bool seals_ = true;  // every seventh event
};

TEST_F(Crash, KilledAtAnyMoment_EveryAcknowledgedEventIsThereExactlyOnce) {
  SeededRandom random(20261123);
  std::set<std::string> acknowledged;
  for (int round = 0; round < 20; ++round) {
    acknowledged.merge(run_and_kill(1 + random.below(20), random.below(3000)));
    const std::vector<std::string> sent = everything_sent();
    const std::set<std::string> once(sent.begin(), sent.end());
    EXPECT_EQ(once.size(), sent.size()) << "an event is sent twice, round " << round;
    for (const std::string& event : acknowledged) EXPECT_EQ(once.count(event), 1u) << event << ", round " << round;
    EXPECT_TRUE(open_store().verify(device_).value().empty());
  }
  EXPECT_EQ(open_store().status().value().commits_lost, 0u);
  const std::size_t in_tail = open_writer().sign_in(test::sample_learner(1), key_).value().tail.size();
  EXPECT_EQ(in_tail, everything_sent().size());
}

TEST_F(Crash, RowsOfACrashedEpoch_TravelRawAndABadOneLeavesItsNeighbours) {
  seals_ = false;
  (void)run_and_kill(5, 0);
  {
    const Store store = open_store();
    run_sql(store, "UPDATE rows SET sealed=zeroblob(length(sealed)) WHERE sequence=3");
    EXPECT_EQ(store.verify(device_).value(), std::vector<std::string>{"epoch 1: row 3 does not fit the chain"});
  }
  const Outgoing outgoing = open_store().outgoing(1u << 20).value();
  ASSERT_GE(outgoing.rows.size(), 5u);
  const SecretKey key = open_epoch_key(outgoing.headers[0], school_.ingest).value();
  EXPECT_FALSE(open_row(outgoing.rows[2], device_.id(), key).has_value());
  EXPECT_TRUE(open_row(outgoing.rows[1], device_.id(), key).has_value());
  EXPECT_TRUE(open_row(outgoing.rows[3], device_.id(), key).has_value());
}

TEST_F(Crash, RowsThatAreBackedUp_GoAndTheRestStillFitsTheChain) {
  seals_ = false;
  (void)run_and_kill(5, 0);
  const Acknowledgement part = acknowledge({{1, 2, 2, 2, {}}});
  ASSERT_TRUE(open_store().apply(part, school_.signing.verify_key()).has_value());
  EXPECT_EQ(everything_sent().at(0), "1.3=3/8");
  EXPECT_TRUE(open_store().verify(device_).value().empty());
}

}  // namespace
}  // namespace hornbook::journal

#include "runtime/journal/writer.hpp"

#include <gtest/gtest.h>

#include "runtime/core/limits.hpp"
#include "tests/unit/runtime/journal/journal_bed.hpp"

namespace hornbook::journal {
namespace {

class Writing : public test::JournalBed {
 protected:
  [[nodiscard]] JournalStatus status_now() const { return open_store().status().value(); }
};

TEST_F(Writing, Opening_MakesASignedHeaderDurableBeforeAnyEvent) {
  const Writer writer = open_writer();
  const Store other = open_store();
  EXPECT_EQ(other.status().value().epochs, 1u);
  EXPECT_EQ(other.status().value().events_stored, 0u);
  EXPECT_TRUE(other.verify(device_).value().empty());
}

TEST_F(Writing, AppendedEvents_AreReadByTheSchoolAsTheyWereWritten) {
  {
    Writer writer = open_writer();
    ASSERT_TRUE(append_answer(writer, "3/4").has_value());
    const std::vector<measure::Event> two = {answer(writer, 1, "1/2"), answer(writer, 1, "5/8", 1)};
    ASSERT_TRUE(writer.append(two).has_value());
    EXPECT_EQ(writer.next_sequence(), 4u);
  }
  EXPECT_EQ(everything_sent(), (std::vector<std::string>{"1.1=3/4", "1.2=1/2", "1.3=5/8"}));
  const Outgoing outgoing = open_store().outgoing(1u << 20).value();
  EXPECT_EQ(outgoing.segments.size(), 1u);
  EXPECT_TRUE(outgoing.rows.empty());
}

TEST_F(Writing, EachOpening_StartsAnEpochThatNamesTheOneBefore) {
  for (int i = 0; i < 3; ++i) {
    Writer writer = open_writer();
    ASSERT_TRUE(append_answer(writer, "1").has_value());
    ASSERT_TRUE(append_answer(writer, "2").has_value());
  }
  const Outgoing outgoing = open_store().outgoing(1u << 20).value();
  ASSERT_EQ(outgoing.headers.size(), 3u);
  EXPECT_EQ(outgoing.headers[0].previous_header, Hash{});
  EXPECT_EQ(outgoing.headers[2].previous_header, hash_of(outgoing.headers[1]));
  EXPECT_EQ(outgoing.headers[2].previous_last_sequence, 2u);
  EXPECT_EQ(outgoing.headers[2].boot_counter, 1u);
  EXPECT_EQ(Writer::open(folder_.path(), device_, clock_, "another boot").value().epoch(), 4u);
}

TEST_F(Writing, SecondStation_IsBusy) {
  const Writer writer = open_writer();
  EXPECT_EQ(Writer::open(folder_.path(), device_, clock_).error().code, ErrorCode::Busy);
}

TEST_F(Writing, LearnerIndexes_StayWithTheirLearnerAndAreNeverReused) {
  Writer writer = open_writer();
  EXPECT_EQ(writer.learner_index(test::sample_learner(1)), 1u);
  EXPECT_EQ(writer.learner_index(test::sample_learner(2)), 2u);
  EXPECT_EQ(writer.learner_index(test::sample_learner(1)), 1u);
}

TEST_F(Writing, EventWithAnotherSequence_IsRefusedAndUsesNothingUp) {
  Writer writer = open_writer();
  const std::vector<measure::Event> ahead = {answer(writer, 1, "1", 5)};
  EXPECT_EQ(writer.append(ahead).error().code, ErrorCode::OurBug);
  EXPECT_EQ(writer.next_sequence(), 1u);
}

TEST_F(Writing, FailedCommit_SkipsItsSequencesForEverAndSaysSoSigned) {
  {
    Writer writer = open_writer();
    ASSERT_TRUE(append_answer(writer, "first").has_value());
    refuse_commits(writer, true);
    EXPECT_FALSE(append_answer(writer, "lost").has_value());
    EXPECT_FALSE(append_answer(writer, "lost too").has_value());
    refuse_commits(writer, false);
    EXPECT_EQ(writer.next_sequence(), 4u);
    ASSERT_TRUE(append_answer(writer, "second").has_value());
  }
  const Outgoing outgoing = open_store().outgoing(1u << 20).value();
  EXPECT_EQ(read_as_school(outgoing), (std::vector<std::string>{"1.1=first", "1.4=second"}));
  ASSERT_EQ(outgoing.rows.size(), 2u);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(outgoing.rows[i].sequence, i + 2);
    EXPECT_TRUE(skip_signed_by(outgoing.rows[i], device_.id(), device_.key.verify_key()));
  }
  EXPECT_TRUE(open_store().verify(device_).value().empty());
}

TEST_F(Writing, FailureWithNothingAfterIt_IsSignedAsSkippedWhenTheStationSeals) {
  {
    Writer writer = open_writer();
    refuse_commits(writer, true);
    EXPECT_FALSE(append_answer(writer, "lost").has_value());
    refuse_commits(writer, false);
  }
  const Outgoing outgoing = open_store().outgoing(1u << 20).value();
  ASSERT_EQ(outgoing.rows.size(), 1u);
  EXPECT_TRUE(outgoing.rows[0].skipped);
  EXPECT_TRUE(open_store().verify(device_).value().empty());
}

TEST_F(Writing, FailedSeal_KeepsTheRowsAndTakesAnotherNumber) {
  Writer writer = open_writer();
  append_answers(writer, 3);
  refuse_commits(writer, true);
  EXPECT_FALSE(writer.seal().has_value());
  refuse_commits(writer, false);
  EXPECT_EQ(writer.store().status().value().events_stored, 3u);
  ASSERT_TRUE(writer.seal().has_value());
  const Outgoing outgoing = open_store().outgoing(1u << 20).value();
  ASSERT_EQ(outgoing.segments.size(), 1u);
  EXPECT_EQ(outgoing.segments[0].number, 1u);
  EXPECT_EQ(read_as_school(outgoing).size(), 3u);
}

TEST_F(Writing, FullDisk_IsAStorageFailureAndTheNextSuccessGoesOn) {
  Writer writer = open_writer();
  append_answers(writer, 2);
  sqlite3* handle = writer.store().handle();
  sqlite3_exec(handle, "PRAGMA max_page_count=1", nullptr, nullptr, nullptr);  // SQLite raises it to what is in use
  bool failed = false;
  int written = 2;
  for (int i = 0; i < 200 && !failed; ++i) {
    const auto done = append_answer(writer, std::string(200, '7'));
    failed = !done.has_value();
    if (failed) {
      EXPECT_EQ(done.error().code, ErrorCode::StorageFailure);
    } else {
      ++written;
    }
  }
  ASSERT_TRUE(failed);
  sqlite3_exec(handle, "PRAGMA max_page_count=1000000", nullptr, nullptr, nullptr);
  ASSERT_TRUE(append_answer(writer, "after").has_value());
  ASSERT_TRUE(writer.seal().has_value());
  EXPECT_EQ(everything_sent().size(), static_cast<std::size_t>(written) + 1);
  EXPECT_TRUE(open_store().verify(device_).value().empty());
}

TEST_F(Writing, ManyOpenRows_AreSealedOnTheWay) {
  Writer writer = open_writer();
  append_answers(writer, static_cast<int>(limits::seal_after_events) + 3);
  const JournalStatus status = open_store().status().value();
  EXPECT_EQ(status.segments, 1u);
  EXPECT_EQ(status.events_stored, limits::seal_after_events + 3);
  EXPECT_EQ(everything_sent().size(), limits::seal_after_events);  // the open rows wait for the running station
}

TEST_F(Writing, ManySignOuts_LeaveFewSegmentsWithEverythingInThem) {
  Writer writer = open_writer();
  constexpr int turns = 60;
  for (int turn = 0; turn < turns; ++turn) {
    append_answers(writer, 10);
    ASSERT_TRUE(writer.seal().has_value());
  }
  EXPECT_LE(status_now().segments, 7u) << "their sizes grow like powers";
  EXPECT_EQ(everything_sent().size(), turns * 10u);
  EXPECT_TRUE(open_store().verify(device_).value().empty());
}

TEST_F(Writing, SegmentThatTheSchoolHas_IsNotSealedAnewOrSentAgain) {
  Writer writer = open_writer();
  append_answers(writer, 5);
  ASSERT_TRUE(writer.seal().has_value());
  ASSERT_TRUE(open_store().apply(acknowledge({{1, 5, 0, 5, {}}}), school_.signing.verify_key()).has_value());
  append_answers(writer, 5);
  ASSERT_TRUE(writer.seal().has_value());
  EXPECT_EQ(status_now().segments, 2u);
  EXPECT_EQ(everything_sent().size(), 5u) << "the later ones alone";
}

TEST_F(Writing, DamagedSegment_IsLeftAloneByTheNextSeal) {
  Writer writer = open_writer();
  append_answers(writer, 5);
  ASSERT_TRUE(writer.seal().has_value());
  run_sql(open_store(), "UPDATE segments SET segment=x'01ff'||substr(segment,3)");
  append_answers(writer, 5);
  ASSERT_TRUE(writer.seal().has_value());
  EXPECT_EQ(status_now().segments, 2u);
  EXPECT_EQ(everything_sent().size(), 5u);
}

TEST_F(Writing, FailureWhileJoining_LosesNothing) {
  Writer writer = open_writer();
  append_answers(writer, 5);
  ASSERT_TRUE(writer.seal().has_value());
  append_answers(writer, 5);
  refuse_commits(writer, true);
  EXPECT_FALSE(writer.seal().has_value());
  refuse_commits(writer, false);
  EXPECT_EQ(status_now().events_stored, 10u);
  ASSERT_TRUE(writer.seal().has_value());
  EXPECT_EQ(status_now().segments, 1u);
  EXPECT_EQ(everything_sent().size(), 10u);
}

TEST_F(Writing, LargeEvents_AreSealedInSeveralSegmentsWithinTheirLimit) {
  Writer writer = open_writer();
  std::vector<measure::Event> events;
  for (std::uint64_t i = 0; i < 3000; ++i) {
    const std::string incompressible = to_hex(random_bytes(128));
    events.push_back(answer(writer, 1, incompressible, i));
  }
  ASSERT_TRUE(writer.append(events).has_value());
  const Outgoing outgoing = open_store().outgoing(1u << 30).value();
  EXPECT_GT(outgoing.segments.size(), 1u);
  EXPECT_EQ(read_as_school(outgoing).size(), 3000u);
}

TEST_F(Writing, StoreThatLostWhatItConfirmed_IsNoticedAndItsEpochNeverOpenedAgain) {
  {
    Writer writer = open_writer();
    append_answers(writer, 2);
    ASSERT_TRUE(writer.seal().has_value());
  }
  run_sql(open_store(), "DELETE FROM segments; DELETE FROM epochs;");
  const Writer writer = open_writer();
  EXPECT_EQ(writer.epoch(), 2u);
  const Store store = open_store();
  EXPECT_EQ(store.status().value().commits_lost, 1u);
  EXPECT_EQ(store.verify(device_).value().size(), 1u);
}

}  // namespace
}  // namespace hornbook::journal

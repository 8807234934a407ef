// A request to talk goes before older events, whatever waits, and costs them nothing.
#include <gtest/gtest.h>

#include "tests/unit/runtime/journal/journal_bed.hpp"

namespace hornbook::journal {
namespace {

class Urgent : public test::JournalBed {
 protected:
  static measure::Event request(const Writer& writer, std::uint64_t ahead = 0) {
    measure::Event event = answer(writer, 1, "", ahead);
    event.body = measure::TalkRequested{test::sample_learner(1), {1'790'000'000'000, 100}};
    return event;
  }
  static void ask(Writer& writer) {
    const std::vector<measure::Event> events{request(writer)};
    ASSERT_TRUE(writer.append(events).has_value());
  }
  // Epoch 1: ten answers. Epoch 2: five answers, a request (6), three answers.
  void write_two_epochs() {
    {
      Writer writer = open_writer();
      append_answers(writer, 10);
    }
    Writer writer = open_writer();
    append_answers(writer, 5);
    ask(writer);
    append_answers(writer, 3);
  }
  [[nodiscard]] Done apply(std::vector<EpochAcknowledgement> epochs, UnixMs time) const {
    return open_store().apply(acknowledge(std::move(epochs), 1, time), school_.signing.verify_key());
  }
  [[nodiscard]] std::vector<std::string> sent(std::uint64_t bytes, const OutgoingPlace& from = {}) const {
    std::vector<std::string> names;
    const Outgoing outgoing = open_store().outgoing(bytes, from).value();
    for (const Segment& each : outgoing.segments)
      names.push_back(std::to_string(each.epoch) + "." + std::to_string(each.first_sequence) + "-" +
                      std::to_string(each.last_sequence));
    for (const Row& each : outgoing.rows)
      names.push_back(std::to_string(each.epoch) + "." + std::to_string(each.sequence));
    return names;
  }
};
using Names = std::vector<std::string>;

TEST_F(Urgent, Request_IsSealedAtOnceInASegmentOfItsOwnAndGoesFirst) {
  Writer writer = open_writer();
  append_answers(writer, 5);
  ask(writer);
  append_answers(writer, 3);
  EXPECT_EQ(sent(1u << 20), (Names{"1.6-6", "1.1-5"})) << "the three after it wait for the running station's seal";
  EXPECT_EQ(open_store().standing_of({1, 6}), UrgentStanding::Waits);
  EXPECT_EQ(open_store().standing_of({1, 5}), UrgentStanding::Unknown);
}

TEST_F(Urgent, Request_GoesBeforeOlderEpochsWithItsHeader) {
  write_two_epochs();
  const Outgoing first = open_store().outgoing(1).value();
  ASSERT_EQ(first.segments.size(), 1u);
  EXPECT_EQ(first.segments[0].first_sequence, 6u);
  ASSERT_EQ(first.headers.size(), 1u);
  EXPECT_EQ(first.headers[0].epoch, 2u);
  EXPECT_TRUE(first.more);
  EXPECT_EQ(sent(1u << 20), (Names{"2.6-6", "1.1-10", "2.1-5", "2.7-9"}));
  EXPECT_EQ(open_store().outgoing(1u << 20)->headers.size(), 2u) << "each once";
}

TEST_F(Urgent, PiecesOneByOne_AreEachSentOnce) {
  write_two_epochs();
  Names all;
  OutgoingPlace from;
  for (bool more = true; more;) {
    const Names piece = sent(1, from);
    all.insert(all.end(), piece.begin(), piece.end());
    const Outgoing outgoing = open_store().outgoing(1, from).value();
    more = outgoing.more;
    from = outgoing.next;
    ASSERT_LE(all.size(), 4u);
  }
  EXPECT_EQ(all, (Names{"2.6-6", "1.1-10", "2.1-5", "2.7-9"}));
}

TEST_F(Urgent, NewRequest_GoesNextWhereverOneIs) {
  Writer writer = open_writer();
  for (int i = 0; i < 3; ++i) {
    for (int answers = 0; answers < 400; ++answers) ASSERT_TRUE(append_answer(writer, "1/7").has_value());
    ASSERT_TRUE(writer.seal().has_value());
  }
  ask(writer);
  const OutgoingPlace first = open_store().outgoing(1).value().next;
  const OutgoingPlace second = open_store().outgoing(1, first).value().next;
  EXPECT_GT(second.sequence, 1u);
  ask(writer);
  const Outgoing third = open_store().outgoing(1, second).value();
  ASSERT_EQ(third.segments.size(), 1u);
  EXPECT_EQ(third.segments[0].first_sequence, 1202u) << "the new one, and no older one again";
  EXPECT_EQ(third.next.sequence, second.sequence);
  EXPECT_EQ(open_store().outgoing(1, third.next)->segments[0].first_sequence, second.sequence);
}

TEST_F(Urgent, WhatWasNeverSent_IsNotSetAsideForTheGapBelowARequest) {
  write_two_epochs();
  for (UnixMs time = 1000; time < 6000; time += 1000) ASSERT_TRUE(apply({{2, 0, 0, 6, {{1, 5}}}}, time).has_value());
  EXPECT_EQ(open_store().status()->events_refused, 0u);
  EXPECT_EQ(open_store().standing_of({2, 6}), UrgentStanding::Arrived);
  EXPECT_EQ(sent(1u << 20), (Names{"1.1-10", "2.1-5", "2.7-9"})) << "the request is not sent again";
}

TEST_F(Urgent, WhatWasSentAndCannotBeOpened_IsSetAsideAllTheSame) {
  write_two_epochs();
  for (UnixMs time = 1000; time < 4000; time += 1000)
    ASSERT_TRUE(apply({{1, 10, 0, 10, {}}, {2, 0, 0, 9, {{1, 5}}}}, time).has_value());
  EXPECT_EQ(open_store().status()->events_refused, 5u);
  EXPECT_EQ(sent(1u << 20), Names{});
}

TEST_F(Urgent, BackedUpRequestAboveAGap_GoesAndTheGapStays) {
  write_two_epochs();
  ASSERT_TRUE(apply({{2, 0, 6, 6, {{1, 5}}}}, 1000).has_value());
  EXPECT_EQ(open_store().status()->events_stored, 18u);
  EXPECT_EQ(open_store().standing_of({2, 6}), UrgentStanding::Arrived);
  EXPECT_TRUE(open_store().verify(device_).value().empty());
}

TEST_F(Urgent, RequestSeenByATeacher_IsSaid) {
  write_two_epochs();
  ASSERT_TRUE(apply({{2, 0, 0, 6, {{1, 5}}}}, 1000).has_value());
  ASSERT_TRUE(open_store().mark_seen({{2, 6}, {7, 7}}).has_value());
  EXPECT_EQ(open_store().standing_of({2, 6}), UrgentStanding::Seen);
  EXPECT_EQ(open_store().standing_of({7, 7}), UrgentStanding::Unknown);
}

TEST_F(Urgent, LaterSeal_JoinsNothingAcrossARequest) {
  Writer writer = open_writer();
  for (int round = 0; round < 3; ++round) {
    append_answers(writer, 2);
    ASSERT_TRUE(writer.seal().has_value());
  }
  ask(writer);
  for (int round = 0; round < 3; ++round) {
    append_answers(writer, 2);
    ASSERT_TRUE(writer.seal().has_value());
  }
  EXPECT_EQ(sent(1u << 20), (Names{"1.7-7", "1.1-6", "1.8-13"}));
}

TEST_F(Urgent, SeveralRequestsInOneCommit_GetASegmentEach) {
  Writer writer = open_writer();
  append_answers(writer, 2);
  const std::vector<measure::Event> events{request(writer), answer(writer, 1, "1/2", 1), request(writer, 2)};
  ASSERT_TRUE(writer.append(events).has_value());
  EXPECT_EQ(sent(1u << 20), (Names{"1.3-3", "1.5-5", "1.1-2", "1.4-4"}));
}

TEST_F(Urgent, RequestCutOffBeforeItsSeal_GoesFirstAsARow) {
  {
    Writer writer = open_writer();
    append_answers(writer, 2);
    ask(writer);
  }
  run_sql(open_store(),
          "DELETE FROM segments; INSERT INTO rows(epoch, sequence, skipped, sealed, chain) VALUES"
          "(1, 1, 0, x'00', zeroblob(32)), (1, 2, 0, x'00', zeroblob(32)), (1, 3, 0, x'00', zeroblob(32));");
  EXPECT_EQ(sent(1u << 20), (Names{"1.3", "1.1", "1.2"}));
}

TEST_F(Urgent, HeaderThatGoes_TakesItsRequestsAlong) {
  write_two_epochs();
  { Writer third = open_writer(); }
  ASSERT_TRUE(apply({{1, 10, 10, 10, {}}, {2, 9, 9, 9, {}}, {3, 0, 0, 0, {}}}, 1000).has_value());
  {
    Writer fourth = open_writer();
    append_answers(fourth, 1);
  }
  ASSERT_TRUE(apply({{4, 1, 1, 1, {}}}, 2000).has_value());
  EXPECT_EQ(open_store().standing_of({2, 6}), UrgentStanding::Unknown);
}

}  // namespace
}  // namespace hornbook::journal

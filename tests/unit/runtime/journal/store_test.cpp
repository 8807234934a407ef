#include "runtime/journal/store.hpp"

#include <gtest/gtest.h>

#include "tests/unit/runtime/journal/journal_bed.hpp"

namespace hornbook::journal {
namespace {

class Carrying : public test::JournalBed {
 protected:
  // One closed epoch with one segment of `count` events.
  void write_epoch(int count) {
    Writer writer = open_writer();
    append_answers(writer, count);
  }
  // Of one epoch, too long and too unlike in size to be joined.
  void write_three_segments() {
    Writer writer = open_writer();
    for (const int count : {600, 200, 60}) {
      std::vector<measure::Event> events;
      for (int i = 0; i < count; ++i)
        events.push_back(answer(writer, 1, std::to_string(i) + "/7", static_cast<std::uint64_t>(i)));
      ASSERT_TRUE(writer.append(events).has_value());
      ASSERT_TRUE(writer.seal().has_value());
    }
  }
  [[nodiscard]] static std::vector<std::string> second_segment() {
    std::vector<std::string> sent;
    for (int i = 0; i < 200; ++i) sent.push_back("1." + std::to_string(601 + i) + "=" + std::to_string(i) + "/7");
    return sent;
  }
  [[nodiscard]] JournalStatus status() const { return open_store().status().value(); }
  [[nodiscard]] Done apply(const Acknowledgement& acknowledgement) const {
    return open_store().apply(acknowledgement, school_.signing.verify_key());
  }
  void set_grace(std::uint64_t ms) const {
    ByteWriter writer;
    writer.u64(ms);
    ASSERT_TRUE(open_store().put_setting(deletion_grace_setting, writer.view()).has_value());
  }
};

TEST_F(Carrying, FileThatIsNoJournal_IsCorruptAndLeftAlone) {
  {
    const Store store = open_store();
    run_sql(store, "PRAGMA user_version=9");
  }
  EXPECT_EQ(Store::open(folder_.path()).error().code, ErrorCode::Corrupt);
}

TEST_F(Carrying, FileOfVersion1_IsBroughtUpToDate) {
  write_epoch(5);
  run_sql(open_store(),
          "ALTER TABLE epochs DROP COLUMN known_since_ms; ALTER TABLE rows DROP COLUMN stored_since_ms;"
          "ALTER TABLE rows DROP COLUMN refusals; ALTER TABLE segments DROP COLUMN stored_since_ms;"
          "ALTER TABLE segments DROP COLUMN refusals; DROP TABLE brought_bases; DROP TABLE header_copies; DROP TABLE "
          "badges; DROP TABLE urgent;"
          "ALTER TABLE epochs ADD COLUMN grace_through INTEGER NOT NULL DEFAULT 0;"
          "ALTER TABLE epochs ADD COLUMN grace_since_ms INTEGER NOT NULL DEFAULT 0;"
          "INSERT INTO settings VALUES('carried bases', x'01'); PRAGMA user_version=1;");
  EXPECT_EQ(everything_sent().size(), 5u);
  EXPECT_FALSE(open_store().setting("carried bases")->has_value()) << "it held learners' ids";
  write_epoch(1);
  ASSERT_TRUE(apply(acknowledge({{1, 5, 5, 5, {}}})).has_value());
  EXPECT_EQ(status().events_stored, 1u);
}

TEST_F(Carrying, FileOfVersion3_IsBroughtUpToDate) {
  write_epoch(5);
  run_sql(open_store(), "DROP TABLE badges; DROP TABLE urgent; PRAGMA user_version=3;");
  EXPECT_EQ(everything_sent().size(), 5u);
  EXPECT_FALSE(open_store().badges_mark()->has_value());
}

TEST_F(Carrying, FileOfVersion4_IsBroughtUpToDate) {
  write_epoch(5);
  run_sql(open_store(), "DROP TABLE urgent; PRAGMA user_version=4;");
  EXPECT_EQ(everything_sent().size(), 5u);
  EXPECT_EQ(open_store().standing_of({1, 1}), UrgentStanding::Unknown);
}

TEST_F(Carrying, Stored_IsNotSentAgainButKept) {
  write_epoch(5);
  ASSERT_TRUE(apply(acknowledge({{1, 5, 0, 5, {}}})).has_value());
  EXPECT_EQ(status().events_stored, 5u);
  EXPECT_EQ(status().events_unsent, 0u);
  EXPECT_EQ(status().events_acknowledged, 5u);
  EXPECT_EQ(status().last_contact_ms, 1000);
  EXPECT_TRUE(everything_sent().empty());
}

TEST_F(Carrying, BackedUp_IsDeletedOnceAndCountedOnce) {
  write_epoch(5);
  const Acknowledgement backed_up = acknowledge({{1, 5, 5, 5, {}}});
  ASSERT_TRUE(apply(backed_up).has_value());
  ASSERT_TRUE(apply(backed_up).has_value());
  EXPECT_EQ(status().events_stored, 0u);
  EXPECT_EQ(status().segments, 0u);
  EXPECT_EQ(status().events_acknowledged, 5u);
  EXPECT_EQ(status().epochs, 1u);  // the newest header stays: the next one names it
  EXPECT_TRUE(open_store().verify(device_).value().empty());
}

TEST_F(Carrying, PartOfASegment_IsNotEnoughToDeleteIt) {
  write_epoch(5);
  ASSERT_TRUE(apply(acknowledge({{1, 4, 4, 4, {}}})).has_value());
  EXPECT_EQ(everything_sent().size(), 5u);
}

TEST_F(Carrying, WithoutTheSchoolsSignature_NothingChanges) {
  write_epoch(5);
  Acknowledgement forged = acknowledge({{1, 5, 5, 5, {}}});
  sign(forged, SigningKey::generate());
  EXPECT_EQ(apply(forged).error().code, ErrorCode::NotAllowed);
  Acknowledgement of_another = acknowledge({{1, 5, 5, 5, {}}});
  of_another.device.bytes[0] ^= 1;
  sign(of_another, school_.signing);
  EXPECT_EQ(apply(of_another).error().code, ErrorCode::NotAllowed);
  EXPECT_EQ(everything_sent().size(), 5u);
}

TEST_F(Carrying, OlderAcknowledgementOfTheSameGeneration_TakesNothingBack) {
  write_epoch(5);
  const Acknowledgement older = acknowledge({{1, 0, 0, 0, {}}}, 1, 500);
  ASSERT_TRUE(apply(acknowledge({{1, 5, 0, 5, {}}})).has_value());
  ASSERT_TRUE(apply(older).has_value());
  EXPECT_TRUE(everything_sent().empty());
  EXPECT_EQ(status().last_contact_ms, 1000);
}

TEST_F(Carrying, ServerWhoseClockWasTenYearsAhead_IsBelievedAgainWithTheNextEvents) {
  constexpr UnixMs ten_years = 3653ll * 24 * 60 * 60'000;
  write_epoch(5);
  ASSERT_TRUE(apply(acknowledge({{1, 5, 0, 5, {}}}, 1, 2000 + ten_years)).has_value());
  EXPECT_EQ(open_store().latest_signed_ms().value(), 2000 + ten_years);
  ASSERT_TRUE(apply(acknowledge({{1, 5, 0, 5, {}}}, 1, 1000)).has_value());
  EXPECT_EQ(open_store().latest_signed_ms().value(), 2000 + ten_years) << "an old acknowledgement says nothing new";
  write_epoch(1);
  ASSERT_TRUE(apply(acknowledge({{1, 5, 0, 5, {}}, {2, 1, 0, 1, {}}}, 1, 3000)).has_value());
  EXPECT_EQ(open_store().latest_signed_ms().value(), 3000);
}

TEST_F(Carrying, ServerWhoseClockIsTenYearsBehind_IsStillAcknowledgedTo) {
  constexpr UnixMs ten_years = 3653ll * 24 * 60 * 60'000;
  write_epoch(5);
  ASSERT_TRUE(apply(acknowledge({{1, 5, 0, 5, {}}}, 1, 2 * ten_years)).has_value());
  write_epoch(2);
  ASSERT_TRUE(apply(acknowledge({{1, 5, 5, 5, {}}, {2, 2, 2, 2, {}}}, 1, ten_years)).has_value());
  EXPECT_EQ(status().events_stored, 0u);
  EXPECT_EQ(status().events_acknowledged, 7u);
}

TEST_F(Carrying, RestoredServer_IsSentAgainWhatItLost) {
  write_epoch(5);
  write_epoch(2);
  ASSERT_TRUE(apply(acknowledge({{1, 5, 0, 5, {}}, {2, 2, 0, 2, {}}}, 1)).has_value());
  ASSERT_TRUE(apply(acknowledge({{1, 5, 0, 5, {}}}, 2)).has_value());
  EXPECT_EQ(everything_sent(), (std::vector<std::string>{"2.1=0/7", "2.2=1/7"}));
  EXPECT_EQ(status().events_acknowledged, 7u);
  EXPECT_EQ(status().server_generation, 2u);
}

TEST_F(Carrying, AcknowledgementFromBeforeTheRestore_DeletesNothing) {
  write_epoch(5);
  ASSERT_TRUE(apply(acknowledge({}, 2)).has_value());
  ASSERT_TRUE(apply(acknowledge({{1, 5, 5, 5, {}}}, 1)).has_value());
  EXPECT_EQ(everything_sent().size(), 5u);
}

TEST_F(Carrying, GraceTime_DeletesWhatWasStoredThatLongBySignedTimes) {
  set_grace(10'000);
  write_epoch(5);
  ASSERT_TRUE(apply(acknowledge({{1, 5, 0, 5, {}}}, 1, 1000)).has_value());
  ASSERT_TRUE(apply(acknowledge({{1, 5, 0, 5, {}}}, 1, 10'999)).has_value());
  EXPECT_EQ(status().events_stored, 5u);
  ASSERT_TRUE(apply(acknowledge({{1, 5, 0, 5, {}}}, 1, 11'000)).has_value());
  EXPECT_EQ(status().events_stored, 0u);
}

TEST_F(Carrying, Gap_IsSentAgainAndWhatLiesAboveItIsNot) {
  write_three_segments();
  ASSERT_TRUE(apply(acknowledge({{1, 600, 600, 860, {{601, 800}}}})).has_value());
  EXPECT_EQ(everything_sent(), second_segment());
  EXPECT_EQ(status().events_stored, 260u);  // what lies above the gap is stored, but not backed up
}

TEST_F(Carrying, WhatIsBackedUpAboveAGap_Goes) {
  write_three_segments();
  ASSERT_TRUE(apply(acknowledge({{1, 600, 860, 860, {{601, 800}}}})).has_value());
  EXPECT_EQ(status().events_stored, 200u);
  EXPECT_EQ(everything_sent(), second_segment());
}

TEST_F(Carrying, PieceThatTheSchoolCannotOpen_IsSetAsideAndKept) {
  write_epoch(2);
  write_epoch(1);
  const std::vector<EpochAcknowledgement> levels{{1, 0, 3, 3, {{1, 2}}}};
  EXPECT_EQ(open_store().outgoing(1u << 20)->segments.size(), 2u);
  for (UnixMs time = 1000; time < 1003; ++time) {
    EXPECT_EQ(open_store().outgoing(1u << 20)->segments.front().epoch, 1u) << time;
    ASSERT_TRUE(apply(acknowledge(levels, 1, time)).has_value());
    ASSERT_TRUE(apply(acknowledge(levels, 1, time)).has_value()) << "a repeated one counts once";
  }
  EXPECT_EQ(open_store().outgoing(1u << 20)->segments.front().epoch, 2u);
  EXPECT_EQ(status().events_stored, 3u);
  EXPECT_EQ(status().events_refused, 2u);
  EXPECT_EQ(status().events_unsent, 1u);
  EXPECT_EQ(open_store().verify(device_)->size(), 1u);
  ASSERT_TRUE(apply(acknowledge(levels, 2, 2000)).has_value());
  EXPECT_EQ(status().events_refused, 0u) << "a restored server may be able to open it";
}

TEST_F(Carrying, EmptyEpoch_IsToldOfOnceAndLaterGoes) {
  { const Writer nobody_came = open_writer(); }
  write_epoch(1);
  const Outgoing first = open_store().outgoing(1u << 20).value();
  ASSERT_EQ(first.headers.size(), 2u);
  EXPECT_EQ(first.headers[0].epoch, 1u);
  ASSERT_TRUE(apply(acknowledge({{1, 0, 0, 0, {}}, {2, 1, 0, 1, {}}})).has_value());
  EXPECT_TRUE(open_store().outgoing(1u << 20)->headers.empty());
  EXPECT_EQ(status().epochs, 2u);
  ASSERT_TRUE(apply(acknowledge({{2, 1, 1, 1, {}}}, 1, 2000)).has_value());
  EXPECT_EQ(status().epochs, 1u);
}

TEST_F(Carrying, GraceTime_RunsOutWhateverTheAcknowledgementSpeaksOf) {
  set_grace(10'000);
  write_epoch(5);
  write_epoch(1);
  ASSERT_TRUE(apply(acknowledge({{1, 5, 0, 5, {}}}, 1, 1000)).has_value());
  ASSERT_TRUE(apply(acknowledge({{2, 1, 0, 1, {}}}, 1, 11'000)).has_value());
  EXPECT_EQ(status().events_stored, 1u);
  EXPECT_EQ(status().epochs, 1u);
}

TEST_F(Carrying, RunningStationsRows_AreLeftAloneWhateverIsAcknowledged) {
  Writer writer = open_writer();
  append_answers(writer, 3);
  EXPECT_TRUE(everything_sent().empty());
  ASSERT_TRUE(apply(acknowledge({{1, 3, 3, 3, {}}})).has_value());
  EXPECT_EQ(status().events_unsent, 3u);
  ASSERT_TRUE(writer.seal().has_value());
  EXPECT_EQ(everything_sent().size(), 3u);
}

TEST_F(Carrying, HeadersOfOldEpochs_GoWhenALaterOneIsBackedUp) {
  write_epoch(2);
  write_epoch(2);
  write_epoch(2);
  ASSERT_TRUE(apply(acknowledge({{1, 2, 2, 2, {}}, {2, 2, 2, 2, {}}})).has_value());
  EXPECT_EQ(status().epochs, 2u);
  EXPECT_TRUE(open_store().verify(device_).value().empty());
  EXPECT_EQ(open_writer().epoch(), 4u);
}

TEST_F(Carrying, Budget_IsKeptAndOnePieceAlwaysGoes) {
  write_epoch(3);
  write_epoch(3);
  const Outgoing one = open_store().outgoing(1).value();
  EXPECT_EQ(one.segments.size(), 1u);
  EXPECT_TRUE(one.more);
  const Outgoing all = open_store().outgoing(100'000).value();
  EXPECT_EQ(all.segments.size(), 2u);
  EXPECT_FALSE(all.more);
}

TEST_F(Carrying, FlippedBitInASegment_IsNamedAndItsNeighboursAreStillSent) {
  write_epoch(2);
  write_epoch(2);
  run_sql(open_store(), "UPDATE segments SET segment=x'01ff'||substr(segment,3) WHERE epoch=1");
  EXPECT_EQ(open_store().verify(device_).value().size(), 1u);
  EXPECT_EQ(everything_sent(), (std::vector<std::string>{"2.1=0/7", "2.2=1/7"}));
}

TEST_F(Carrying, ChangedSealedBytes_AreNoticedByTheSchool) {
  write_epoch(3);
  Outgoing outgoing = open_store().outgoing(1u << 20).value();
  const SecretKey key = open_epoch_key(outgoing.headers[0], school_.ingest).value();
  Segment& segment = outgoing.segments[0];
  for (std::size_t at = 0; at < segment.sealed.size(); ++at) {
    segment.sealed[at] ^= 0x20;
    EXPECT_EQ(open_segment(segment, device_.id(), key).error().code, ErrorCode::Corrupt) << at;
    segment.sealed[at] ^= 0x20;
  }
  ASSERT_TRUE(open_segment(segment, device_.id(), key).has_value());
  segment.last_sequence += 1;
  EXPECT_EQ(open_segment(segment, device_.id(), key).error().code, ErrorCode::Corrupt);
}

TEST_F(Carrying, AnotherSchoolsKey_OpensNoHeader) {
  write_epoch(1);
  const Outgoing outgoing = open_store().outgoing(1u << 20).value();
  EXPECT_EQ(open_epoch_key(outgoing.headers[0], BoxKey::generate()).error().code, ErrorCode::Corrupt);
}

TEST_F(Carrying, HeaderOfAnotherDevice_IsNamedByVerify) {
  write_epoch(1);
  const DeviceIdentity other = test::sample_device(school_);
  EXPECT_FALSE(open_store().verify(other).value().empty());
}

TEST_F(Carrying, Lease_IsReplacedByANewerOneAndNeverByAnOlder) {
  Store store = open_store();
  ClassLease lease;
  lease.class_number = 4;
  lease.generation = 5;
  lease.sealed_roster = {1};
  ASSERT_TRUE(store.put_lease(lease).has_value());
  lease.generation = 4;
  ASSERT_TRUE(store.put_lease(lease).has_value());
  EXPECT_EQ(store.leases().value().at(0).generation, 5u);
  lease.generation = 6;
  ASSERT_TRUE(store.put_lease(lease).has_value());
  ASSERT_EQ(store.leases().value().size(), 1u);
  EXPECT_EQ(store.leases().value().at(0).generation, 6u);
}

TEST_F(Carrying, RevokedLease_DoesNotComeBackWhenReplayed) {
  Store store = open_store();
  ClassLease lease;
  lease.class_number = 4;
  lease.generation = 5;
  lease.sealed_roster = {1};
  ASSERT_TRUE(store.put_lease(lease).has_value());
  ClassLease revocation;
  revocation.class_number = 4;
  ASSERT_TRUE(store.put_lease(revocation).has_value());
  EXPECT_TRUE(store.leases().value().empty());
  ASSERT_TRUE(store.put_lease(lease).has_value());
  EXPECT_TRUE(store.leases().value().empty());
  lease.generation = 6;
  ASSERT_TRUE(store.put_lease(lease).has_value());
  EXPECT_EQ(store.leases().value().size(), 1u);
}

TEST_F(Carrying, ParkedBaseAndSetting_AreReplacedReadAndDropped) {
  Store store = open_store();
  const LearnerId learner = test::sample_learner(7);
  EXPECT_FALSE(store.parked_base(learner).value().has_value());
  ASSERT_TRUE(store.park_base(learner, as_bytes("old")).has_value());
  ASSERT_TRUE(store.park_base(learner, as_bytes("new")).has_value());
  EXPECT_EQ(as_text(*store.parked_base(learner).value()), "new");
  EXPECT_EQ(store.brought_bases().value(), (std::vector<Hash>{hash(as_bytes("new"))}));
  EXPECT_FALSE(store.parked_base(test::sample_learner(8)).value().has_value());
  ASSERT_TRUE(store.drop_parked_base(learner).has_value());
  EXPECT_FALSE(store.parked_base(learner).value().has_value());
  EXPECT_FALSE(store.setting("packs").value().has_value());
  ASSERT_TRUE(store.put_setting("packs", as_bytes("list")).has_value());
  EXPECT_EQ(as_text(*store.setting("packs").value()), "list");
}

}  // namespace
}  // namespace hornbook::journal

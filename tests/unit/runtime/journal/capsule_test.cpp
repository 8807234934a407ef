#include "runtime/journal/capsule.hpp"

#include <gtest/gtest.h>

#include "tests/unit/runtime/journal/journal_bed.hpp"

namespace hornbook::journal {
namespace {

class Capsules : public test::JournalBed {
 protected:
  // Signs in, writes answers, and leaves without signing out when `compact` is false.
  void session(int answers, bool compact = true) {
    Writer writer = open_writer();
    ASSERT_TRUE(writer.sign_in(learner_, key_).has_value());
    const std::vector<measure::Event> first = {session_start(writer, 1, learner_, "en")};
    ASSERT_TRUE(writer.append(first).has_value());
    append_answers(writer, answers);
    if (compact) {
      ASSERT_TRUE(writer.sign_out().has_value());
    }
  }
  [[nodiscard]] Result<Capsule> signed_in() { return open_writer().sign_in(learner_, key_); }

  const LearnerId learner_ = test::sample_learner(0x61);
  const SecretKey key_ = SecretKey::generate();
};

TEST_F(Capsules, NewLearner_HasAnEmptyCapsule) {
  const Capsule capsule = signed_in().value();
  EXPECT_TRUE(capsule.base.empty());
  EXPECT_TRUE(capsule.tail.empty());
  EXPECT_EQ(capsule.sessions, 0u);
}

TEST_F(Capsules, EventsOfASession_AreInTheTailWithOrWithoutSignOut) {
  session(2);
  session(3, false);
  const Capsule capsule = signed_in().value();
  ASSERT_EQ(capsule.tail.size(), 7u);
  EXPECT_EQ(capsule.sessions, 2u);
  EXPECT_EQ(capsule.tail[6].epoch, 2u);
  EXPECT_EQ(capsule.tail[6].event.sequence, 4u);
  EXPECT_EQ(capsule.tail[6].device, device_.id());
}

TEST_F(Capsules, EventsOfOthers_AreNotInTheTail) {
  Writer writer = open_writer();
  ASSERT_TRUE(writer.sign_in(learner_, key_).has_value());
  const std::vector<measure::Event> events = {answer(writer, 0, "station"), answer(writer, 1, "own", 1)};
  ASSERT_TRUE(writer.append(events).has_value());
  EXPECT_EQ(writer.sign_in(learner_, key_).value().tail.size(), 1u);
}

TEST_F(Capsules, FailedCommit_LeavesNothingInTheTail) {
  Writer writer = open_writer();
  ASSERT_TRUE(writer.sign_in(learner_, key_).has_value());
  refuse_commits(writer, true);
  EXPECT_FALSE(append_answer(writer, "lost").has_value());
  refuse_commits(writer, false);
  ASSERT_TRUE(append_answer(writer, "kept").has_value());
  EXPECT_EQ(writer.sign_in(learner_, key_).value().tail.size(), 1u);
}

TEST_F(Capsules, RewrittenCapsule_ReplacesBaseTailAndSettings) {
  session(3);
  {
    Writer writer = open_writer();
    Capsule capsule = writer.sign_in(learner_, key_).value();
    capsule.base = {7, 7, 7};
    capsule.tail.erase(capsule.tail.begin(), capsule.tail.begin() + 3);
    capsule.settings["text"] = "large";
    ASSERT_TRUE(writer.rewrite_capsule(capsule).has_value());
  }
  const Capsule capsule = signed_in().value();
  EXPECT_EQ(capsule.base, (Bytes{7, 7, 7}));
  EXPECT_EQ(capsule.tail.size(), 1u);
  EXPECT_EQ(capsule.settings.at("text"), "large");
}

TEST_F(Capsules, KeptSettings_LeaveBaseAndTailAsTheyAre) {
  session(3);
  {
    Writer writer = open_writer();
    ASSERT_TRUE(writer.sign_in(learner_, key_).has_value());
    ASSERT_TRUE(writer.keep_settings({{"look.theme", "dark"}}).has_value());
    ASSERT_TRUE(append_answer(writer, "1/2").has_value());
  }
  const Capsule capsule = signed_in().value();
  EXPECT_EQ(capsule.settings.at("look.theme"), "dark");
  EXPECT_EQ(capsule.tail.size(), 5u);
}

TEST_F(Capsules, AnotherKey_IsNotAllowedAndChangesNothing) {
  session(1);
  EXPECT_EQ(open_writer().sign_in(learner_, SecretKey::generate()).error().code, ErrorCode::NotAllowed);
  EXPECT_EQ(signed_in().value().tail.size(), 2u);
}

TEST_F(Capsules, NewestWholeStateDamaged_TheOlderOneAndItsDeltasLeadToTheSame) {
  session(2);
  session(2);
  run_sql(open_store(),
          "UPDATE capsules SET sealed=zeroblob(99) WHERE vector_number=(SELECT max(vector_number) "
          "FROM capsules)");
  const Capsule capsule = signed_in().value();
  EXPECT_EQ(capsule.tail.size(), 6u);
  EXPECT_EQ(capsule.sessions, 2u);
}

TEST_F(Capsules, BothWholeStatesDamaged_IsCorruptAndCanBeOpenedAfresh) {
  session(2);
  run_sql(open_store(), "UPDATE capsules SET sealed=zeroblob(99)");
  EXPECT_EQ(signed_in().error().code, ErrorCode::Corrupt);
  {
    Writer writer = open_writer();
    EXPECT_TRUE(writer.sign_in_afresh(learner_, key_).value().tail.empty());
    ASSERT_TRUE(append_answer(writer, "1/2").has_value());
  }
  EXPECT_EQ(signed_in().value().tail.size(), 1u);
}

TEST_F(Capsules, MissingDelta_IsNoticed) {
  session(3, false);
  run_sql(open_store(), "DELETE FROM capsule_deltas WHERE vector_number=3");
  EXPECT_EQ(signed_in().error().code, ErrorCode::Corrupt);
}

TEST_F(Capsules, DeltaMovedToAnotherNumber_IsNoticed) {
  session(3, false);
  run_sql(open_store(),
          "UPDATE capsule_deltas SET sealed=(SELECT sealed FROM capsule_deltas WHERE vector_number=2) "
          "WHERE vector_number=3");
  EXPECT_EQ(signed_in().error().code, ErrorCode::Corrupt);
}

TEST_F(Capsules, TwoWholeStatesAreKept_AndOnlyTheDeltasSinceTheOlder) {
  for (int i = 0; i < 4; ++i) session(2);
  sqlite3_stmt* statement = nullptr;
  const Store store = open_store();
  sqlite3_prepare_v2(store.handle(), "SELECT (SELECT count(*) FROM capsules), (SELECT count(*) FROM capsule_deltas)",
                     -1, &statement, nullptr);
  ASSERT_EQ(sqlite3_step(statement), SQLITE_ROW);
  EXPECT_EQ(sqlite3_column_int(statement, 0), 2);
  EXPECT_EQ(sqlite3_column_int(statement, 1), 3);
  sqlite3_finalize(statement);
}

TEST_F(Capsules, NobodySignedIn_CannotRewrite) {
  EXPECT_EQ(open_writer().rewrite_capsule(Capsule{}).error().code, ErrorCode::NotAllowed);
  EXPECT_EQ(open_writer().keep_settings({}).error().code, ErrorCode::NotAllowed);
}

TEST(Capsule, TruncatedBytes_AreRefused) {
  Capsule capsule;
  capsule.base = {1, 2};
  capsule.settings["language"] = "es";
  const Bytes whole = encode(capsule).value();
  ASSERT_EQ(decode_capsule(whole).value().settings.at("language"), "es");
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_FALSE(decode_capsule(ByteView(whole).first(size)).has_value());
  }
}

}  // namespace
}  // namespace hornbook::journal

#include "runtime/journal/class_lease.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/journal_samples.hpp"

namespace hornbook::journal {
namespace {

PassphraseCost cheap() {
  PassphraseCost cost;
  cost.operations = 1;
  cost.memory_bytes = 8192;
  return cost;
}

Roster sample_roster() {
  Roster roster;
  roster.class_name = "Year 4, Robin";
  roster.learners.push_back({test::sample_learner(1), "Amina", "fox", {1, 5, 8}, "en", SecretKey::generate()});
  roster.learners.push_back({test::sample_learner(2), "Bartolomé", "owl", {0, 0, 3}, "es", SecretKey::generate()});
  return roster;
}

ClassLease sample_lease(const Roster& roster) {
  return make_lease(7, 2, roster, SecretKey::generate(), "green apple tree", cheap()).value();
}

TEST(Roster, EveryField_ReadsBackAsWritten) {
  const Roster roster = sample_roster();
  const Roster read = decode_roster(encode(roster)).value();
  EXPECT_EQ(read.class_name, roster.class_name);
  ASSERT_EQ(read.learners.size(), 2u);
  EXPECT_EQ(read.learners[1].learner, roster.learners[1].learner);
  EXPECT_EQ(read.learners[1].display_name, "Bartolomé");
  EXPECT_EQ(read.learners[1].avatar, "owl");
  EXPECT_EQ(read.learners[1].picture_password, (std::vector<std::uint8_t>{0, 0, 3}));
  EXPECT_EQ(read.learners[1].language, "es");
  EXPECT_TRUE(equal_secret(read.learners[1].capsule_key.view(), roster.learners[1].capsule_key.view()));
}

TEST(Roster, PictureThatDoesNotExist_IsRefused) {
  Roster roster = sample_roster();
  roster.learners[0].picture_password = {9};
  EXPECT_EQ(decode_roster(encode(roster)).error().code, ErrorCode::BadInput);
}

TEST(Roster, Truncated_IsRefused) {
  const Bytes whole = encode(sample_roster());
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_FALSE(decode_roster(ByteView(whole).first(size)).has_value()) << size;
  }
}

TEST(ClassLease, RightPassphrase_OpensTheRoster) {
  const Roster roster = sample_roster();
  const ClassLease lease = decode_lease(encode(sample_lease(roster))).value();
  EXPECT_EQ(lease.class_number, 7u);
  EXPECT_EQ(lease.generation, 2u);
  EXPECT_EQ(open_lease(lease, "green apple tree").value().learners[0].display_name, "Amina");
}

TEST(ClassLease, WrongPassphrase_IsNotAllowed) {
  EXPECT_EQ(open_lease(sample_lease(sample_roster()), "green apple").error().code, ErrorCode::NotAllowed);
}

TEST(ClassLease, DamagedRoster_IsCorrupt) {
  ClassLease lease = sample_lease(sample_roster());
  lease.sealed_roster[lease.sealed_roster.size() / 2] ^= 4;
  EXPECT_EQ(open_lease(lease, "green apple tree").error().code, ErrorCode::Corrupt);
}

TEST(ClassLease, MovedToAnotherClassOrGeneration_DoesNotOpen) {
  ClassLease lease = sample_lease(sample_roster());
  lease.generation = 3;
  EXPECT_FALSE(open_lease(lease, "green apple tree").has_value());
  lease.generation = 2;
  lease.class_number = 8;
  EXPECT_FALSE(open_lease(lease, "green apple tree").has_value());
}

TEST(ClassLease, Renewed_OpensWithTheSamePassphraseAndShowsTheNewRoster) {
  const SecretKey class_key = SecretKey::generate();
  const Roster before = sample_roster();
  const ClassLease lease = make_lease(7, 2, before, class_key, "green apple tree", cheap()).value();
  Roster after = sample_roster();
  after.learners[0].display_name = "Amina K.";
  const ClassLease renewed = renew_lease(lease, 3, after, class_key).value();
  EXPECT_EQ(renewed.generation, 3u);
  EXPECT_EQ(open_lease(renewed, "green apple tree").value().learners[0].display_name, "Amina K.");
  EXPECT_EQ(open_lease(renewed, "another").error().code, ErrorCode::NotAllowed);
}

TEST(ClassLease, RenewedWithAnOlderGeneration_IsRefused) {
  const Roster roster = sample_roster();
  const SecretKey class_key = SecretKey::generate();
  const ClassLease lease = make_lease(7, 2, roster, class_key, "green apple tree", cheap()).value();
  EXPECT_EQ(renew_lease(lease, 2, roster, class_key).error().code, ErrorCode::BadInput);
}

TEST(ClassLease, NoNameOrKeyStandsInItInClear) {
  const Roster roster = sample_roster();
  const Bytes bytes = encode(sample_lease(roster));
  const auto holds = [&bytes](ByteView what) {
    return std::search(bytes.begin(), bytes.end(), what.begin(), what.end()) != bytes.end();
  };
  EXPECT_FALSE(holds(as_bytes("Amina")));
  EXPECT_FALSE(holds(as_bytes("Robin")));
  EXPECT_FALSE(holds(roster.learners[0].learner.view()));
  EXPECT_FALSE(holds(roster.learners[0].capsule_key.view()));
}

TEST(ClassLease, GenerationZero_IsKeptForRevocations) {
  const auto lease = make_lease(7, 0, sample_roster(), SecretKey::generate(), "x", cheap());
  EXPECT_EQ(lease.error().code, ErrorCode::BadInput);
}

}  // namespace
}  // namespace hornbook::journal

#include <algorithm>

#include "sync/server/school/accounts.hpp"
#include "tests/unit/sync/server/server_bed.hpp"

namespace hornbook::server {
namespace {

class SchoolFolder : public test::ServerBed {};

TEST_F(SchoolFolder, Reopened_HasTheSameKeysAndLearners) {
  const VerifyKey key = school_->signing_key().verify_key();
  const std::uint64_t generation = school_->generation();
  const LearnerId amina = learner("u1");
  reopen();
  EXPECT_EQ(school_->signing_key().verify_key(), key);
  EXPECT_EQ(school_->generation(), generation);
  EXPECT_EQ(learner("u1"), amina);
}

TEST_F(SchoolFolder, MadeTwice_ChangesNothing) {
  EXPECT_EQ(School::create(opening(), "Another", 1).error().code, ErrorCode::BadInput);
  reopen();
  EXPECT_EQ(school_->name(), "Lake School");
}

TEST_F(SchoolFolder, AnotherMasterKey_IsSaidToBeTheWrongOne) {
  const std::filesystem::path other = folder_.path() / "other.key";
  ASSERT_TRUE(Vault::create(other).has_value());
  school_.reset();
  EXPECT_EQ(School::open({opening().data_directory, other}).error().code, ErrorCode::Corrupt);
}

TEST_F(SchoolFolder, KeyFileElsewhere_IsFoundAgain) {
  const SchoolOpening elsewhere{folder_.path() / "second", folder_.path() / "stick" / "school.key"};
  ASSERT_TRUE(School::create(elsewhere, "Hill School", 1).has_value());
  EXPECT_FALSE(std::filesystem::exists(folder_.path() / "second" / "keys"));
  EXPECT_TRUE(School::open({folder_.path() / "second", std::nullopt}).has_value());
}

TEST_F(SchoolFolder, NoFileHoldsANameOrAnAnswerInClear) {
  test::DeviceCard card = enrolled_device("Station 1");
  const test::OpenEpoch epoch = card.open_epoch(0);
  auto events = lesson("u1", 1, {true});
  std::get<measure::Response>(events[2].body).answer = engage::Answer{2, {}, {"987654/321"}};
  ASSERT_TRUE(send(card, card.bundle(epoch, {card.segment(epoch, 0, events)})).has_value());
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(opening().data_directory)) {
    if (!entry.is_regular_file()) continue;
    ++files;
    const Bytes content = read_file(entry.path(), 1u << 28).value();
    const std::string_view text = as_text(content);
    for (const char* secret : {"Amina", "Diallo", "Bartolom", "Okafor", "987654/321"})
      EXPECT_EQ(text.find(secret), std::string_view::npos) << secret << " in " << entry.path().filename();
  }
  EXPECT_GE(files, 2u);
}

TEST_F(SchoolFolder, Password_FitsAloneAndWithoutRevealingWhoExists) {
  ASSERT_TRUE(add_account(*school_, "teacher", Role::Teacher, "a good password").has_value());
  const AccountVerifier teacher = find_verifier(*school_, "teacher").value();
  EXPECT_TRUE(password_fits(teacher, "a good password").value());
  EXPECT_FALSE(password_fits(teacher, "a good passwore").value());
  const AccountVerifier nobody = find_verifier(*school_, "nobody").value();
  EXPECT_EQ(nobody.cost.memory_bytes, teacher.cost.memory_bytes);
  EXPECT_FALSE(password_fits(nobody, "a good password").value());
}

TEST_F(SchoolFolder, WeakOrTakenAccounts_AreRefused) {
  EXPECT_EQ(add_account(*school_, "teacher", Role::Teacher, "short").error().code, ErrorCode::BadInput);
  EXPECT_EQ(add_account(*school_, "tea cher", Role::Teacher, "long enough").error().code, ErrorCode::BadInput);
  ASSERT_TRUE(add_account(*school_, "teacher", Role::Teacher, "long enough").has_value());
  EXPECT_EQ(add_account(*school_, "teacher", Role::Administrator, "long enough").error().code, ErrorCode::BadInput);
}

TEST_F(SchoolFolder, EnrolmentOrderedAgain_EndsTheOlderFile) {
  const test::DeviceCard first = ordered_device("Station 1");
  const test::DeviceCard second = ordered_device("Station 1");
  EXPECT_EQ(send(first, first.with_enrolment({})).error().code, ErrorCode::NotAllowed);
  EXPECT_TRUE(send(second, second.with_enrolment({})).has_value());
  const EnrolmentOrder again{"Station 1", journal::Profile::Station, "", test::a_day_ms, clock_.now().unix_ms};
  EXPECT_EQ(order_enrolment(*school_, again).error().code, ErrorCode::BadInput);
}

}  // namespace
}  // namespace hornbook::server

#include "sync/server/keys/key_backup.hpp"

#include "tests/unit/sync/server/field_device.hpp"

namespace hornbook::server {
namespace {

constexpr std::string_view words = "four words and a number 7";

class KeyBackup : public test::FieldDeviceBed {
 protected:
  [[nodiscard]] std::filesystem::path place() const { return folder_.path() / "school"; }
  [[nodiscard]] std::filesystem::path key_file() const { return place() / "keys" / "master.key"; }
  [[nodiscard]] std::filesystem::path copy() const { return folder_.path() / "copy"; }

  void close() { school_.reset(); }
  void copy_data() {
    close();
    std::filesystem::copy(place(), copy(), std::filesystem::copy_options::recursive);
    reopen();
  }
  // The machine died; its data folder is the copy.
  void put_copy_back() {
    close();
    std::filesystem::remove_all(place());
    std::filesystem::copy(copy(), place(), std::filesystem::copy_options::recursive);
  }
};

TEST_F(KeyBackup, FileOpensWithItsPassphraseAlone) {
  const Bytes file = back_up_key(opening(), words).value();
  EXPECT_LE(file.size(), key_backup_bytes_max);
  EXPECT_TRUE(
      equal_secret(open_key_backup(file, words).value().master.view(), read_key_file(key_file()).value().view()));
  EXPECT_EQ(open_key_backup(file, "four words and a number 8").error().code, ErrorCode::NotAllowed);
  EXPECT_EQ(back_up_key(opening(), "too short").error().code, ErrorCode::BadInput);
}

TEST_F(KeyBackup, DamagedFile_IsRefused) {
  const Bytes file = back_up_key(opening(), words).value();
  for (const std::size_t at : {0u, 4u, 12u, 30u, static_cast<unsigned>(file.size() - 1)}) {
    Bytes bad = file;
    bad[at] ^= 0x01;
    EXPECT_FALSE(open_key_backup(bad, words).has_value()) << at;
  }
  for (std::size_t size = 0; size < 30; ++size)
    EXPECT_FALSE(open_key_backup(ByteView(file).first(size), words).has_value()) << size;
}

TEST_F(KeyBackup, CopyWithoutItsKey_GoesOnWithTheBackup) {
  const Bytes file = back_up_key(opening(), words).value();
  const std::uint64_t before = school_->generation();
  copy_data();
  put_copy_back();
  std::filesystem::remove(key_file());
  EXPECT_EQ(School::open(opening()).error().code, ErrorCode::NotFound);
  const BackedUpKeys keys = open_key_backup(file, words).value();
  const Restored restored = take_up_from_copy(opening(), &keys, clock_.now().unix_ms).value();
  EXPECT_EQ(restored.school, "Lake School");
  EXPECT_GT(restored.generation, before);
  reopen();
  EXPECT_EQ(school_->generation(), restored.generation);
}

TEST_F(KeyBackup, KeyOfAnotherSchool_ChangesNothing) {
  const BackedUpKeys other{SecretKey::generate(), {}};
  close();
  std::filesystem::remove(key_file());
  EXPECT_EQ(take_up_from_copy(opening(), &other, clock_.now().unix_ms).error().code, ErrorCode::NotAllowed);
  EXPECT_FALSE(std::filesystem::exists(key_file()));
}

TEST_F(KeyBackup, AnotherKeyInItsPlace_IsNeverOverwritten) {
  const BackedUpKeys keys{read_key_file(key_file()).value(), {}};
  close();
  std::filesystem::remove(key_file());
  ASSERT_TRUE(write_key_file(key_file(), SecretKey::generate()).has_value());
  EXPECT_EQ(take_up_from_copy(opening(), &keys, clock_.now().unix_ms).error().code, ErrorCode::BadInput);
}

TEST_F(KeyBackup, WhatACopyLacks_IsSentAgainByTheDevices) {
  add_sample_pack();
  enrol_device();
  copy_data();
  lesson_cut_short({true, false, true});
  synchronise();
  ASSERT_EQ(status().events_unsent, 0u);
  ASSERT_EQ(state_of("u1").evidence.answers, 3u);
  put_copy_back();
  ASSERT_TRUE(take_up_from_copy(opening(), nullptr, clock_.now().unix_ms).has_value());
  reopen();
  ASSERT_EQ(state_of("u1").evidence.answers, 0u) << "last week's";
  synchronise();  // the school says that it is another generation
  synchronise();
  EXPECT_EQ(state_of("u1").evidence.answers, 3u);
  EXPECT_EQ(status().events_unsent, 0u);
}

TEST_F(KeyBackup, RevokedDevice_GivesAndGetsNothingUntilItIsEnrolledAnew) {
  test::DeviceCard card = enrolled_device("Station 9");
  const test::OpenEpoch epoch = card.open_epoch(0);
  ASSERT_TRUE(revoke_device(*school_, "Station 9", clock_.now().unix_ms).has_value());
  const auto refused = send(card, card.bundle(epoch, {card.segment(epoch, 0, lesson("u1", 1, {true}))}));
  EXPECT_EQ(refused.error().code, ErrorCode::NotAllowed);
  EXPECT_EQ(send(card, card.with_enrolment({})).error().code, ErrorCode::NotAllowed) << "nor by its old token";
  EXPECT_EQ(count("event"), 0);
  EXPECT_EQ(revoke_device(*school_, "Station 9", clock_.now().unix_ms).error().code, ErrorCode::NotFound);
  const test::DeviceCard again = enrolled_device("Station 9");
  EXPECT_TRUE(send(again, again.with_enrolment({})).has_value());
}

}  // namespace
}  // namespace hornbook::server

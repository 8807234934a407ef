// Rotation of the school's ingest key beside a running server: devices in the field, real journals, real TLS.
#include <fstream>

#include "runtime/journal/told_ingest_key.hpp"
#include "sync/server/ingest/key_reply.hpp"
#include "sync/server/keys/ingest_key_use.hpp"
#include "sync/server/keys/key_backup.hpp"
#include "tests/support/served_school.hpp"

namespace hornbook::server {
namespace {

class KeyRotation : public test::ServedSchoolBed {
 protected:
  void SetUp() override {
    ServedSchoolBed::SetUp();
    for (const char* device : {"a", "b"}) {
      enrol(device);
      sync(device);
    }
  }
  void sync(const std::string& device) {
    const auto report = synchronise(device);
    ASSERT_TRUE(report.has_value()) << device << ": " << describe(report.error());
  }
  std::uint64_t rotate() {
    clock_.advance(60'000);
    return rotate_ingest_key(*school_, clock_.now().unix_ms).value();
  }
  [[nodiscard]] Done retire(std::uint64_t number, Retiring how = Retiring::WhenUnused) {
    return retire_ingest_key(*school_, number, how, clock_.now().unix_ms);
  }
  [[nodiscard]] BoxPublicKey key_at(const std::string& device) const { return open(device).identity.school.ingest; }
  [[nodiscard]] BoxPublicKey present_key() { return load_ingest_keys(*school_).value().front().key.public_key(); }
  [[nodiscard]] std::vector<IngestKeyUse> uses() { return use_of_ingest_keys(*school_).value(); }
  void copy_school() { std::filesystem::copy(school_folder(), copy(), std::filesystem::copy_options::recursive); }
  // The machine died; its data folder is the copy from before.
  void put_copy_back(const BackedUpKeys* keys = nullptr) {
    stop_serving();
    school_.reset();
    std::filesystem::remove_all(school_folder());
    std::filesystem::copy(copy(), school_folder(), std::filesystem::copy_options::recursive);
    ASSERT_TRUE(take_up_from_copy(opening(), keys, clock_.now().unix_ms).has_value());
    reopen();
    start_serving();
  }
  [[nodiscard]] std::filesystem::path school_folder() const { return folder_.path() / "school"; }
  [[nodiscard]] std::filesystem::path copy() const { return folder_.path() / "copy"; }
};

TEST_F(KeyRotation, ReachesADeviceAtItsContact_AndItsNextEpochIsSealedToTheNewKey) {
  const BoxPublicKey before = key_at("a");
  EXPECT_EQ(rotate(), 2u);
  EXPECT_NE(present_key(), before);
  sync("a");
  EXPECT_EQ(key_at("a"), present_key()) << "durable, for whoever opens the folder next";
  lesson_at("a", "u1", {true, false, true});
  sync("a");
  EXPECT_EQ(count("event"), 8);
  EXPECT_EQ(status("a").events_unsent, 0u);
  EXPECT_EQ(uses()[0].epochs, 1u);
  EXPECT_EQ(uses()[0].devices, std::vector<std::string>{"a"});
  EXPECT_EQ(uses()[1].devices, std::vector<std::string>{"b"});
}

TEST_F(KeyRotation, DeviceThatComesLate_IsKnownByItsOldKeyAndReadByIt) {
  lesson_at("b", "u2", {true, true});
  rotate();
  rotate();
  const auto by_old_key = synchronise("b");
  ASSERT_TRUE(by_old_key.has_value()) << describe(by_old_key.error());
  EXPECT_EQ(count("event"), 6);
  EXPECT_EQ(key_at("b"), present_key()) << "the third, at once";
  const auto by_new_key = synchronise("b");
  ASSERT_TRUE(by_new_key.has_value());
  EXPECT_EQ(by_old_key->traffic.round_trips, by_new_key->traffic.round_trips)
      << "both began without certificates: a failed try would cost two more";
}

TEST_F(KeyRotation, LinkIsKnownWithoutCertificatesByEitherKey) {
  const auto usual = synchronise("a");
  rotate();
  const auto told = synchronise("a");
  const auto after = synchronise("a");
  ASSERT_TRUE(usual && told && after);
  EXPECT_EQ(usual->traffic.round_trips, told->traffic.round_trips);
  EXPECT_EQ(usual->traffic.round_trips, after->traffic.round_trips);
}

TEST_F(KeyRotation, StickFromBeforeIt_IsStillRead) {
  const std::filesystem::path stick = new_stick("stick");
  lesson_at("a", "u1", {true});
  ASSERT_TRUE(device::export_to_stick(open("a"), stick));
  rotate();
  const FolderImport taken = school_takes(stick);
  EXPECT_EQ(taken.taken, 1u);
  EXPECT_EQ(taken.events_new, 4u);
  auto folder = open("a");
  EXPECT_EQ(device::import_from_stick(folder, stick)->replies, 1u);
  EXPECT_EQ(key_at("a"), present_key()) << "the answer on the stick says so, too";
}

TEST_F(KeyRotation, Retiring_WaitsForEveryDeviceAndForWhatWasSealedToIt) {
  lesson_at("a", "u1", {true, true});
  sync("a");
  rotate();
  EXPECT_EQ(retire(2).error().code, ErrorCode::BadInput) << "the present one";
  EXPECT_EQ(retire(7).error().code, ErrorCode::NotFound);
  for (int contact = 0; contact < 2; ++contact) {
    EXPECT_EQ(retire(1).error().code, ErrorCode::NotAllowed);
    sync("a");
    sync("b");
  }
  const auto open_epoch = retire(1);
  ASSERT_FALSE(open_epoch.has_value());
  EXPECT_NE(open_epoch.error().sentence.find("epochs"), std::string::npos) << "the station may still be running";
  lesson_at("a", "u1", {true});  // it was started again
  sync("a");
  ASSERT_TRUE(retire(1).has_value());
  EXPECT_EQ(retire(1).error().code, ErrorCode::BadInput) << "once";
  EXPECT_EQ(load_ingest_keys(*school_)->size(), 1u);
  EXPECT_EQ(count("event"), 10) << "what the school has stored stays readable without it";
  EXPECT_EQ(state_of("u1").evidence.answers, 3u);
}

TEST_F(KeyRotation, RevokedDevice_KeepsNoKeyAlive) {
  rotate();
  for (int contact = 0; contact < 2; ++contact) sync("a");
  EXPECT_EQ(retire(1).error().code, ErrorCode::NotAllowed);
  ASSERT_TRUE(revoke_device(*school_, "b", clock_.now().unix_ms).has_value());
  EXPECT_TRUE(retire(1).has_value());
}

TEST_F(KeyRotation, RetiredByForce_TheLateDeviceIsToldTheNewKeyAndKeepsWhatCannotBeRead) {
  lesson_at("b", "u2", {true, true});
  rotate();
  ASSERT_TRUE(retire(1, Retiring::AllTheSame).has_value());
  sync("b");
  EXPECT_EQ(key_at("b"), present_key());
  EXPECT_EQ(count("event"), 0);
  EXPECT_EQ(status("b").events_unsent, 6u) << "not acknowledged, so not deleted";
  lesson_at("b", "u2", {true});
  sync("b");
  EXPECT_EQ(count("waiting_event"), 4) << "what is sealed to the new key is read, and waits for what came before";
  for (int contact = 0; contact < 8; ++contact) sync("b");
  EXPECT_EQ(count("event"), 4);
  EXPECT_EQ(status("b").events_refused, 6u) << "set aside, and sent no more";
  EXPECT_EQ(status("b").events_unsent, 0u);
}

TEST_F(KeyRotation, OldAnswer_BringsNoOldKeyBack) {
  rotate();
  const Bytes says_second = answer_to("a");
  rotate();
  const Bytes says_third = answer_to("a");
  ASSERT_TRUE(take_in("a", says_third).has_value());
  EXPECT_EQ(key_at("a"), present_key());
  static_cast<void>(take_in("a", says_second));
  EXPECT_EQ(key_at("a"), present_key());
  sync("a");
  EXPECT_EQ(key_at("a"), present_key());
}

TEST_F(KeyRotation, RotationThatIsCutOff_ChangesNothing) {
  const BoxPublicKey before = present_key();
  ASSERT_TRUE(school_->database().run_script(
      "CREATE TEMP TRIGGER cut BEFORE UPDATE ON setting WHEN new.name = 'ingest_key_number' OR new.name = 'ingest_key' "
      "BEGIN SELECT raise(ABORT, 'cut'); END; CREATE TEMP TRIGGER cut_new BEFORE INSERT ON setting "
      "WHEN new.name = 'ingest_key_made' BEGIN SELECT raise(ABORT, 'cut'); END"));
  EXPECT_FALSE(rotate_ingest_key(*school_, clock_.now().unix_ms).has_value());
  ASSERT_TRUE(school_->database().run_script("DROP TRIGGER cut; DROP TRIGGER cut_new"));
  EXPECT_EQ(present_key(), before);
  EXPECT_EQ(count("old_ingest_key"), 0);
  EXPECT_EQ(rotate(), 2u);
}

TEST_F(KeyRotation, CutWhileTheDeviceWritesItsKey_LeavesTheOneBefore_AndTheNextContactTellsAgain) {
  rotate();
  const BoxPublicKey before = key_at("a");
  std::ofstream(data("a") / "ingest_key.new") << "HB";
  EXPECT_EQ(key_at("a"), before);
  sync("a");
  EXPECT_EQ(key_at("a"), present_key());
  std::ofstream(data("a") / "ingest_key") << "damaged by a worn card";
  EXPECT_EQ(key_at("a"), before) << "the one that it was enrolled with";
  sync("a");
  EXPECT_EQ(key_at("a"), present_key());
}

TEST_F(KeyRotation, CopyFromBeforeIt_TellsTheDeviceItsOwnKeyAgain) {
  copy_school();
  const BoxPublicKey of_the_copy = present_key();
  rotate();
  sync("a");
  lesson_at("a", "u1", {true});  // sealed to a key that dies with the machine
  const Bytes before_the_loss = answer_to("b");
  put_copy_back();
  ASSERT_EQ(present_key(), of_the_copy);
  sync("a");
  EXPECT_EQ(key_at("a"), of_the_copy) << "lower in number, of a greater generation";
  lesson_at("a", "u1", {true, true});
  sync("a");
  EXPECT_EQ(count("waiting_event"), 6);
  EXPECT_EQ(status("a").events_unsent, 4u) << "what is sealed to the lost key stays on the device";
  static_cast<void>(take_in("b", before_the_loss));
  sync("b");
  EXPECT_EQ(key_at("b"), of_the_copy);
  EXPECT_EQ(rotate(), 2u) << "again, and another";
  sync("a");
  EXPECT_EQ(key_at("a"), present_key());
}

TEST_F(KeyRotation, CopyFromBeforeItWithAKeyBackupFromAfter_LosesNothing) {
  constexpr std::string_view words = "four words and a number 7";
  copy_school();
  rotate();
  rotate();
  const BackedUpKeys keys = open_key_backup(back_up_key(opening(), words).value(), words).value();
  const BoxPublicKey latest = present_key();
  sync("a");
  lesson_at("a", "u1", {true});
  put_copy_back(&keys);
  EXPECT_EQ(present_key(), latest);
  EXPECT_EQ(load_ingest_keys(*school_)->size(), 3u);
  sync("a");
  sync("a");
  EXPECT_EQ(count("event"), 4);
  sync("b");
  EXPECT_EQ(key_at("b"), latest);
  ASSERT_TRUE(retire(1, Retiring::AllTheSame).has_value());
  ASSERT_TRUE(take_up_later_keys(*school_, keys.ingest, clock_.now().unix_ms).has_value());
  EXPECT_EQ(load_ingest_keys(*school_)->size(), 2u) << "it brings back none that was retired";
}

TEST_F(KeyRotation, DeviceWithoutALink_IsToldByABundleOfItsOwn) {
  rotate();
  rotate();
  ASSERT_TRUE(retire(1, Retiring::AllTheSame).has_value());
  const Device device = find_device_by_name(*school_, "a").value();
  const Bytes reply = key_reply(*school_, device, clock_.now().unix_ms).value();
  EXPECT_FALSE(take_in("b", reply).has_value()) << "it is another's";
  ASSERT_TRUE(take_in("a", reply).has_value());
  EXPECT_EQ(key_at("a"), present_key());
  const std::filesystem::path stick = new_stick("stick");
  ASSERT_TRUE(device::export_to_stick(open("a"), stick));
  EXPECT_EQ(school_takes(stick).taken, 1u);
}

TEST_F(KeyRotation, DeviceThatIsNotTheSchools_IsToldNothing) {
  const std::string path = "/sync/v1/key";
  const DeviceId stranger{{9}};
  const Bytes of_stranger(stranger.view().begin(), stranger.view().end());
  EXPECT_EQ(site_->answer({"POST", path, {}, {}, of_stranger}).status, 403u);
  EXPECT_EQ(site_->answer({"POST", path, {}, {}, Bytes(5, 1)}).status, 400u);
  ASSERT_TRUE(revoke_device(*school_, "b", clock_.now().unix_ms).has_value());
  const DeviceId revoked = id("b");
  EXPECT_EQ(site_->answer({"POST", path, {}, {}, Bytes(revoked.view().begin(), revoked.view().end())}).status, 403u);
}

TEST_F(KeyRotation, EightKeysAtMost) {
  for (std::size_t number = 2; number <= ingest_keys_max; ++number) EXPECT_EQ(rotate(), number);
  EXPECT_EQ(rotate_ingest_key(*school_, clock_.now().unix_ms).error().code, ErrorCode::LimitExceeded);
  ASSERT_TRUE(retire(3, Retiring::AllTheSame).has_value());
  EXPECT_EQ(rotate(), ingest_keys_max + 1);
}

}  // namespace
}  // namespace hornbook::server

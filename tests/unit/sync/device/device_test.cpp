#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "sync/device/carry.hpp"
#include "sync/device/check.hpp"
#include "sync/device/enrol.hpp"
#include "sync/device/status.hpp"
#include "sync/device/wipe.hpp"
#include "tests/support/device_bed.hpp"

namespace hornbook::device {
namespace {

Bytes read_bytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return Bytes(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
}
void write_bytes(const std::filesystem::path& path, const Bytes& bytes) {
  std::ofstream(path, std::ios::binary)
      .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

class Device : public test::DeviceBed {};

TEST_F(Device, EnrollingTwice_NeedsTheSameFile) {
  const std::string file = bundle::to_json(school_.enrolment());
  const auto first = enrol(data(), file);
  ASSERT_TRUE(first) << first.error().sentence;
  EXPECT_EQ(first->confirmation.size(), 6u);
  EXPECT_EQ(enrol(data(), file)->confirmation, first->confirmation);
  bundle::EnrolmentFile other = school_.enrolment();
  other.token[0] ^= 1;
  EXPECT_EQ(enrol(data(), bundle::to_json(other)).error().code, ErrorCode::NotAllowed);
  ASSERT_TRUE(sync());
  EXPECT_EQ(enrol(data(), file).error().code, ErrorCode::NotAllowed);
}

TEST_F(Device, EachDevice_MakesItsOwnKey) {
  const auto other = folder_.path() / "other";
  ASSERT_TRUE(enrol(other, bundle::to_json(school_.enrolment())));
  EXPECT_NE(journal::load_identity(other)->id(), journal::load_identity(data())->id());
}

TEST_F(Device, MalformedFile_LeavesNothingBehind) {
  const auto fresh = folder_.path() / "fresh";
  EXPECT_EQ(enrol(fresh, "{}").error().code, ErrorCode::BadInput);
  EXPECT_FALSE(std::filesystem::exists(fresh));
}

TEST_F(Device, UnenrolledFolder_IsNotAllowed) {
  EXPECT_EQ(open_device_folder(folder_.path()).error().code, ErrorCode::NotAllowed);
}

TEST_F(Device, Stick_CarriesBothWays) {
  practise(40);
  const auto up = folder_.path() / "up.hbundle";
  const auto down = folder_.path() / "down.hbundle";
  auto folder = open();
  const auto exported = export_bundle(folder, up);
  ASSERT_TRUE(exported) << exported.error().sentence;
  EXPECT_FALSE(exported->more);
  EXPECT_EQ(std::filesystem::file_size(up), exported->bytes);
  EXPECT_EQ(folder.store.status()->events_unsent, 40u);  // a file on a stick is no acknowledgement
  write_bytes(down, school_.answer(read_bytes(up)).value());
  const auto imported = import_bundle(folder, down);
  ASSERT_TRUE(imported) << imported.error().sentence;
  EXPECT_EQ(imported->events_acknowledged, 40u);
  EXPECT_EQ(folder.store.status()->events_unsent, 0u);
  EXPECT_EQ(import_bundle(folder, down)->events_acknowledged, 0u);
  EXPECT_EQ(school_.events.size(), 40u);
}

TEST_F(Device, ImportOfSomethingElse_ChangesNothing) {
  practise(10);
  auto folder = open();
  const auto file = folder_.path() / "up.hbundle";
  ASSERT_TRUE(export_bundle(folder, file));
  EXPECT_EQ(import_bundle(folder, file).error().code, ErrorCode::BadInput);
  EXPECT_EQ(import_bundle(folder, folder_.path() / "nothing").error().code, ErrorCode::NotFound);
  EXPECT_EQ(folder.store.status()->events_unsent, 10u);
}

TEST_F(Device, ExportToAFolderThatIsNotThere_IsStorageFailure) {
  const auto folder = open();
  EXPECT_EQ(export_bundle(folder, folder_.path() / "no" / "up.hbundle").error().code, ErrorCode::StorageFailure);
}

TEST_F(Device, Status_CountsWhatIsThere) {
  practise(30);
  school_.packs = {test::sample_pack(school_.publisher, 2)};
  school_.objects_served_max = 0;
  ASSERT_TRUE(sync());
  practise(5, 2);
  const auto status = status_of(open(), true);
  ASSERT_TRUE(status) << status.error().sentence;
  const auto json = nlohmann::json::parse(to_json(*status));
  EXPECT_EQ(json["events"]["unsent"], 5);
  EXPECT_EQ(json["events"]["acknowledged"], 30);
  EXPECT_EQ(json["packs"]["installed"], 0);
  EXPECT_EQ(json["packs"]["waiting"], 1);
  EXPECT_EQ(json["school"]["accepted"], true);
  EXPECT_EQ(json["last_contact_ms"], 1'790'000'000'000);
  EXPECT_GT(json["free_bytes"], 0);
  EXPECT_NE(to_text(*status).find("30 acknowledged"), std::string::npos);
  EXPECT_NE(to_text(*status).find("2026-09-21"), std::string::npos) << to_text(*status);
}

TEST_F(Device, Verify_FindsADamagedObject) {
  school_.packs = {test::sample_pack(school_.publisher, 2)};
  ASSERT_TRUE(sync());
  practise(5);
  EXPECT_TRUE(find_damage(open())->empty());
  for (const auto& entry : std::filesystem::recursive_directory_iterator(data() / "packs" / "objects")) {
    if (!entry.is_regular_file()) continue;
    Bytes bytes = read_bytes(entry.path());
    bytes.back() ^= 1;
    std::filesystem::permissions(entry.path(), std::filesystem::perms::owner_all);
    write_bytes(entry.path(), bytes);
    break;
  }
  EXPECT_EQ(find_damage(open())->size(), 1u);
}

TEST_F(Device, Wipe_LeavesAnEmptyFolder) {
  practise(5);
  const Bytes identity = read_bytes(data() / "identity");
  std::filesystem::create_hard_link(data() / "identity", folder_.path() / "copy");  // sees what is overwritten in place
  ASSERT_TRUE(wipe_device(data()));
  EXPECT_TRUE(std::filesystem::is_empty(data()));
  EXPECT_NE(read_bytes(folder_.path() / "copy"), identity);
  EXPECT_EQ(wipe_device(data()).error().code, ErrorCode::NotFound);
}

TEST_F(Device, WipeWhileAStationRuns_IsBusy) {
  const auto identity = journal::load_identity(data()).value();
  const auto writer = journal::Writer::open(data(), identity, clock_, "boot");
  ASSERT_TRUE(writer);
  EXPECT_EQ(wipe_device(data()).error().code, ErrorCode::Busy);
  EXPECT_TRUE(journal::load_identity(data()));
}

TEST_F(Device, WipeOfAnyOtherFolder_TouchesNothing) {
  write_bytes(folder_.path() / "precious", {1});
  EXPECT_EQ(wipe_device(folder_.path()).error().code, ErrorCode::NotFound);
  EXPECT_TRUE(std::filesystem::exists(folder_.path() / "precious"));
}

}  // namespace
}  // namespace hornbook::device

// A stick that several devices and schools use, between real journals and a real school.
#include <fstream>

#include "sync/bundle/bundle_folder.hpp"
#include "sync/client/settings.hpp"
#include "sync/server/teaching/library.hpp"
#include "tests/support/carrier_bed.hpp"

namespace hornbook::server {
namespace {

using device::export_to_stick;
using device::import_from_stick;

class Stick : public test::CarrierBed {
 protected:
  void SetUp() override {
    add_sample_pack();
    enrol("a");
    enrol("b");
  }
  void put_on_stick(const std::string& device) { ASSERT_TRUE(export_to_stick(open(device), stick_)); }
  [[nodiscard]] device::StickImport take_from_stick(const std::string& device) {
    auto folder = open(device);
    return import_from_stick(folder, stick_).value();
  }
  [[nodiscard]] std::size_t bundles(bundle::Direction direction) const {
    return bundle::list_bundles(stick_, direction)->size();
  }

  const std::filesystem::path stick_ = new_stick("stick");
};

TEST_F(Stick, CarriesForSeveralDevices_AndEachTakesItsOwnAnswer) {
  lesson_at("a", "u1", {true, false});
  lesson_at("b", "u2", {true, true, true});
  put_on_stick("a");
  put_on_stick("b");
  const FolderImport taken = school_takes(stick_);
  EXPECT_EQ(taken.taken, 2u);
  EXPECT_EQ(taken.events_new, 6u + 8u);
  EXPECT_EQ(taken.replies, 2u);
  EXPECT_TRUE(taken.refused.empty());
  EXPECT_EQ(take_from_stick("a").replies, 1u);
  EXPECT_EQ(take_from_stick("b").events_acknowledged, 8u);
  EXPECT_EQ(status("a").events_unsent, 0u);
  EXPECT_EQ(status("b").events_unsent, 0u);
  EXPECT_TRUE(open("a").identity.accepted);
}

TEST_F(Stick, NamesOnIt_TellNobodyWhoWroteThem) {
  put_on_stick("a");
  put_on_stick("b");
  const std::string device_id = to_hex(id("a").view());
  for (const auto& file : test::files_in(stick_)) {
    const std::string name = file.filename().string();
    EXPECT_EQ(name.size(), std::string("001-.hbundle").size() + 32u) << name;
    EXPECT_EQ(name.find(device_id.substr(0, 8)), std::string::npos);
  }
}

TEST_F(Stick, ExportingAgain_ReplacesTheDevicesOwnAndNoOthers) {
  put_on_stick("a");
  put_on_stick("b");
  const auto before = test::files_in(stick_);
  lesson_at("a", "u1", {true});
  put_on_stick("a");
  put_on_stick("a");
  const auto after = test::files_in(stick_);
  EXPECT_EQ(after.size(), 2u);
  std::vector<std::filesystem::path> kept;
  std::set_intersection(before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(kept));
  EXPECT_EQ(kept.size(), 1u) << "b's is as it was, a's is new";
  EXPECT_EQ(school_takes(stick_).events_new, 4u);
}

TEST_F(Stick, BigBacklog_BecomesSeveralBundlesAndArrivesWhole) {
  for (int day = 0; day < 6; ++day) lesson_at("a", "u1", {true, false, true, true});
  const auto exported = export_to_stick(open("a"), stick_, 400);
  ASSERT_TRUE(exported);
  EXPECT_GT(exported->bundles, 3u);
  EXPECT_FALSE(exported->more);
  const FolderImport taken = school_takes(stick_);
  EXPECT_EQ(taken.taken, exported->bundles);
  EXPECT_EQ(taken.events_new, 60u);
  EXPECT_EQ(taken.events_known, 0u) << "nothing was exported twice";
  EXPECT_EQ(taken.events_waiting, 0u) << "they were taken in their order";
  EXPECT_EQ(take_from_stick("a").replies, exported->bundles);
  EXPECT_EQ(status("a").events_unsent, 0u);
}

TEST_F(Stick, OneBadBundle_DoesNotStopTheOthers) {
  lesson_at("a", "u1", {true});
  lesson_at("b", "u2", {true});
  put_on_stick("a");
  const auto of_a = test::files_in(stick_).front();
  put_on_stick("b");
  Bytes damaged = test::bytes_of(of_a);
  damaged[100] ^= 1;
  ASSERT_TRUE(write_private_file(of_a, damaged));
  std::ofstream(stick_ / "holiday.hbundle") << "a picture";
  std::ofstream(stick_ / "000-half.hbundle.new", std::ios::binary) << "HBND";
  const FolderImport taken = school_takes(stick_);
  EXPECT_EQ(taken.taken, 1u);
  ASSERT_EQ(taken.refused.size(), 1u);
  EXPECT_EQ(taken.refused.front().first, of_a.filename().string());
  EXPECT_EQ(take_from_stick("b").events_acknowledged, 4u);
  EXPECT_EQ(status("a").events_unsent, 4u) << "a lost nothing by it";
  put_on_stick("a");
  EXPECT_EQ(school_takes(stick_).events_new, 4u);
}

TEST_F(Stick, OfAnotherSchool_IsLeftAlone) {
  put_on_stick("a");
  const SigningKey device = SigningKey::generate();
  bundle::UpBundle other;
  other.device = device_id_of(device.verify_key());
  const Bytes bytes = bundle::encode(other, device, BoxKey::generate().public_key()).value();
  ASSERT_TRUE(write_private_file(stick_ / "other.hbundle", bytes));
  const FolderImport taken = school_takes(stick_);
  EXPECT_EQ(taken.taken, 1u);
  EXPECT_EQ(taken.of_others, 1u);
  EXPECT_TRUE(taken.refused.empty());
}

TEST_F(Stick, ImportingItAgain_DoublesNothingAndLeavesNoHeapOfAnswers) {
  lesson_at("a", "u1", {true, true});
  put_on_stick("a");
  put_on_stick("b");
  EXPECT_EQ(school_takes(stick_).events_new, 6u);
  for (int again = 0; again < 3; ++again) {
    const FolderImport taken = school_takes(stick_);
    EXPECT_EQ(taken.events_new, 0u);
    EXPECT_EQ(taken.events_known, 6u);
  }
  EXPECT_EQ(bundles(bundle::Direction::Down), 2u);
  EXPECT_EQ(count("event"), 6);
}

TEST_F(Stick, OldAnswers_BringNothingBack) {
  lesson_at("a", "u1", {true});
  put_on_stick("a");
  school_takes(stick_);
  const auto old_stick = folder_.path() / "old stick";
  std::filesystem::copy(stick_, old_stick);
  ASSERT_EQ(take_from_stick("a").replies, 1u);
  const auto packs_before = device::assigned_packs(open("a").store).value();
  ASSERT_TRUE(packs_before.has_value());
  ASSERT_EQ(packs_before->size(), 1u);
  // Then more is learned, and another list of packs has come.
  lesson_at("a", "u1", {false, true, true});
  put_on_stick("a");
  school_takes(stick_);
  ASSERT_EQ(take_from_stick("a").events_acknowledged, 8u);
  const auto base = base_waiting_at("a", "u1");
  const journal::JournalStatus before = status("a");
  auto folder = open("a");
  ASSERT_TRUE(device::remember_assigned(folder.store, {}, {}, device::packs_given(folder.store).value()));
  const auto replayed = import_from_stick(folder, old_stick);
  ASSERT_TRUE(replayed);
  EXPECT_FALSE(replayed->first_failure) << "an old answer is no error";
  EXPECT_EQ(replayed->events_acknowledged, 0u);
  EXPECT_EQ(interpret::encode(*base_waiting_at("a", "u1")), interpret::encode(*base)) << "the newer base stands";
  EXPECT_TRUE(device::assigned_packs(open("a").store).value()->empty()) << "the newer list stands";
  EXPECT_EQ(status("a").last_contact_ms, before.last_contact_ms);
  EXPECT_EQ(status("a").events_stored, before.events_stored);
}

TEST_F(Stick, TornReply_IsRefusedAndTheOthersAreTaken) {
  lesson_at("a", "u1", {true, false, true});
  ASSERT_TRUE(export_to_stick(open("a"), stick_, 1));
  lesson_at("a", "u1", {true});
  school_takes(stick_);
  const auto replies = bundle::list_bundles(stick_, bundle::Direction::Down).value();
  ASSERT_FALSE(replies.empty());
  const Bytes whole = test::bytes_of(replies.front().path);
  ASSERT_TRUE(write_private_file(stick_ / "reply-torn.hbundle", ByteView(whole).first(whole.size() / 2)));
  const device::StickImport taken = take_from_stick("a");
  EXPECT_TRUE(taken.first_failure);
  EXPECT_EQ(taken.replies, replies.size());
  EXPECT_EQ(status("a").events_unsent, 4u);
}

}  // namespace
}  // namespace hornbook::server

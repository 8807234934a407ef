// What a device keeps, deletes and adopts when a real school answers it.
#include "tests/unit/sync/server/field_device.hpp"

namespace hornbook::server {
namespace {

class DeviceAgreement : public test::FieldDeviceBed {};

TEST_F(DeviceAgreement, OneUnopenableRow_KeepsNothingElseOnTheDevice) {
  add_sample_pack();
  enrol_device();
  ASSERT_TRUE(school_->put_setting("backup", "mirrored"));
  lesson_cut_short({true, true, false, true});
  ASSERT_EQ(status().events_stored, 10u);
  run_on_journal("UPDATE rows SET sealed=zeroblob(length(sealed)) WHERE sequence=5");
  synchronise();
  EXPECT_EQ(status().events_stored, 1u) << "only the damaged row stays";
  EXPECT_EQ(status().events_acknowledged, 9u);
  for (int i = 0; i < 3; ++i) synchronise();
  EXPECT_EQ(status().events_refused, 1u);
  EXPECT_EQ(status().events_unsent, 0u);
  EXPECT_EQ(status().events_stored, 1u) << "it is kept for whoever can still read it";
}

TEST_F(DeviceAgreement, GraceTimeOfTheSchool_IsWhatTheDeviceWaits) {
  enrol_device();
  ASSERT_TRUE(school_->put_deletion_grace_ms(2 * test::a_day_ms));
  lesson_cut_short({true});
  synchronise();
  EXPECT_EQ(status().events_unsent, 0u);
  clock_.advance(2 * test::a_day_ms - 60'000);
  synchronise();
  EXPECT_EQ(status().events_stored, 4u);
  clock_.advance(60'000);
  synchronise();
  EXPECT_EQ(status().events_stored, 0u);
}

TEST_F(DeviceAgreement, GraceTimeOfZero_KeepsUntilBackedUp) {
  enrol_device();
  ASSERT_TRUE(school_->put_deletion_grace_ms(0));
  lesson_cut_short({true});
  synchronise();
  clock_.advance(1000 * test::a_day_ms);
  synchronise();
  EXPECT_EQ(status().events_stored, 4u);
}

TEST_F(DeviceAgreement, PublishersOfTheSchool_AreAdoptedAndNeverTakenBack) {
  enrol_device();
  EXPECT_TRUE(open_device().identity.school.packs.publishers.empty());
  add_sample_pack();
  synchronise();
  EXPECT_EQ(open_device().identity.school.packs.publishers, pack_.trust().publishers);
  const Bytes before = last_reply_;
  const SigningKey second = SigningKey::generate();
  pack::Trust both = pack_.trust();
  both.publishers.push_back(second.verify_key());
  ASSERT_TRUE(school_->put_pack_trust(both));
  synchronise();
  EXPECT_EQ(open_device().identity.school.packs.publishers.size(), 2u);
  device::DeviceFolder folder = open_device();
  ASSERT_TRUE(device::take_in(folder, before)) << "an old bundle is no error";
  EXPECT_EQ(open_device().identity.school.packs.publishers.size(), 2u);
}

TEST_F(DeviceAgreement, PublishersFromAnyoneElse_AreNotAdopted) {
  enrol_device();
  device::DeviceFolder folder = open_device();
  const SigningKey thief = SigningKey::generate();
  bundle::DownBundle forged;
  forged.device = folder.identity.id();
  forged.acknowledgement.device = folder.identity.id();
  forged.acknowledgement.generation = school_->generation();
  journal::sign(forged.acknowledgement, thief);
  forged.rules = bundle::SchoolRules{99, 1, {{thief.verify_key()}, 1}};
  const Bytes bytes = bundle::encode(forged, thief, folder.identity.key.verify_key()).value();
  EXPECT_EQ(device::take_in(folder, bytes).error().code, ErrorCode::NotAllowed);
  EXPECT_TRUE(open_device().identity.school.packs.publishers.empty());
}

TEST_F(DeviceAgreement, RulesThatAreKnown_AreNotSentAgain) {
  enrol_device();
  synchronise();
  const device::DeviceFolder folder = open_device();
  EXPECT_FALSE(bundle::decode_down(last_reply_, folder.identity.key, folder.identity.school.signing)->rules);
}

TEST_F(DeviceAgreement, EpochsInWhichNobodyCame_AreKnownToTheSchool) {
  enrol_device();
  for (int boot = 0; boot < 3; ++boot) {
    const journal::Writer nobody_came =
        journal::Writer::open(data(), journal::load_identity(data()).value(), clock_, "boot").value();
  }
  synchronise();
  EXPECT_EQ(count("epoch"), 3);
  EXPECT_TRUE(open_device().store.outgoing(1u << 20)->headers.empty());
}

TEST_F(DeviceAgreement, BaseThatWasBrought_IsNotSentAgain) {
  add_sample_pack();
  enrol_device();
  lesson_cut_short({true, false});
  synchronise();
  EXPECT_EQ(open_device().store.brought_bases()->size(), 1u);
  synchronise();
  const device::DeviceFolder folder = open_device();
  EXPECT_TRUE(bundle::decode_down(last_reply_, folder.identity.key, folder.identity.school.signing)->bases.empty());
}

}  // namespace
}  // namespace hornbook::server

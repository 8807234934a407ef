// A badge from the school's making of it to the device that it opens, and back when it is lost.
#include "sync/server/school/badges.hpp"

#include <algorithm>

#include "sync/server/school/leases.hpp"
#include "tests/unit/sync/server/field_device.hpp"

namespace hornbook::server {
namespace {

class Badges : public test::FieldDeviceBed {
 protected:
  Badges() { enrol_device(); }

  [[nodiscard]] Learner person(const std::string& source) {
    return load_learner(*school_, learner_number(source)).value();
  }
  journal::Badge badge_of(const std::string& source) {
    return badge_for_sheet(*school_, person(source)).value().value();
  }
  // The name that the badge opens on the device; empty when it opens nothing.
  [[nodiscard]] std::string opens(const journal::Badge& badge) const {
    const auto slot = open_device().store.badge(journal::address_of(badge)).value();
    return slot ? journal::open_badge_slot(*slot, badge).value().display_name : "";
  }
  // What the device sends of what it has, and what the school sends for it.
  [[nodiscard]] bundle::DownBundle answer() {
    const device::DeviceFolder folder = open_device();
    const device::Outbox outbox = device::collect(folder, limits::exchange_event_bytes_max).value();
    const auto exchanged = exchange(*school_, library_, outbox.bundle, clock_.now().unix_ms).value();
    return bundle::decode_down(exchanged.reply, folder.identity.key, folder.identity.school.signing).value();
  }
};

TEST_F(Badges, MadeForASheet_OpensItsLearnersOwnEntryAloneOnTheClasssDevice) {
  const journal::Badge badge = badge_of("u1");
  EXPECT_EQ(opens(badge), "") << "before the next contact";
  synchronise();
  EXPECT_EQ(opens(badge), "Amina Diallo");
  EXPECT_EQ(opens(journal::make_badge(school_->signing_key().verify_key())), "");
  EXPECT_EQ(journal::text_of(badge_of("u1")), journal::text_of(badge)) << "a sheet can be printed again";
}

TEST_F(Badges, OfAnotherClass_DoesNotComeHere) {
  const journal::Badge elsewhere = badge_of("u4");
  badge_of("u1");
  synchronise();
  EXPECT_EQ(opens(elsewhere), "");
}

TEST_F(Badges, Lost_OpensNothingAfterTheNextContactAndTheNewOneDoes) {
  const journal::Badge lost = badge_of("u1");
  synchronise();
  const journal::Badge renewed = renew_badge(*school_, person("u1")).value();
  synchronise();
  EXPECT_EQ(opens(lost), "");
  EXPECT_EQ(opens(renewed), "Amina Diallo");
}

TEST_F(Badges, Lost_DoesNotComeBackWithAnOldBundle) {
  const journal::Badge lost = badge_of("u1");
  synchronise();
  const Bytes old = last_reply_;
  const journal::Badge renewed = renew_badge(*school_, person("u1")).value();
  synchronise();
  device::DeviceFolder folder = open_device();
  ASSERT_TRUE(device::take_in(folder, old).has_value()) << "a stick that lay about";
  EXPECT_EQ(opens(lost), "");
  EXPECT_EQ(opens(renewed), "Amina Diallo");
}

TEST_F(Badges, Revoked_IsGoneFromDeviceAndSheetUntilItIsRenewed) {
  const journal::Badge badge = badge_of("u1");
  synchronise();
  ASSERT_TRUE(revoke_badge(*school_, person("u1")).has_value());
  synchronise();
  EXPECT_EQ(opens(badge), "");
  EXPECT_FALSE(open_device().store.badges_mark()->has_value()) << "it was the last one";
  EXPECT_FALSE(badge_for_sheet(*school_, person("u1"))->has_value());
  EXPECT_EQ(revoke_badge(*school_, person("u1")).error().code, ErrorCode::NotFound);
  const journal::Badge renewed = renew_badge(*school_, person("u1")).value();
  synchronise();
  EXPECT_EQ(opens(renewed), "Amina Diallo");
}

TEST_F(Badges, RenamedLearner_IsOpenedByTheSameBadge) {
  const journal::Badge badge = badge_of("u1");
  synchronise();
  RosterFiles files = test::sample_roster_files();
  for (RosterFiles::value_type& file : files) {
    std::string& text = file.second;
    if (const std::size_t at = text.find("Diallo"); at != std::string::npos) text.replace(at, 6, "Traore");
  }
  ASSERT_TRUE(import_roster(*school_, read_one_roster(files).value()).has_value());
  synchronise();
  EXPECT_EQ(opens(badge), "Amina Traore");
}

TEST_F(Badges, WhoLeftTheClass_TakesTheirBadgeAlong) {
  const journal::Badge badge = badge_of("u1");
  synchronise();
  ASSERT_TRUE(school_->database().run("DELETE FROM membership WHERE learner = ?", learner_number("u1")));
  synchronise();
  EXPECT_EQ(opens(badge), "");
}

TEST_F(Badges, SteadyState_CarriesNoByteOfThem) {
  synchronise();
  EXPECT_FALSE(answer().badges.has_value()) << "there are none";
  badge_of("u1");
  badge_of("u2");
  EXPECT_EQ(answer().badges->size(), 2u);
  synchronise();
  EXPECT_FALSE(answer().badges.has_value()) << "the device has them";
}

// With D a thief may speak to the school as the device and read what comes; it is all sealed under what D does not
// open.
TEST_F(Badges, ThiefWithTheWholeCard_GetsNoNameAndNoKeyFromTheRunningSchool) {
  badge_of("u1");
  ASSERT_TRUE(make_class_lease(*school_, find_class(*school_, "4 Robin")->number, "three blue herons"));
  add_sample_pack();
  synchronise();
  lesson_cut_short({true, false});
  synchronise();
  device::DeviceFolder stolen = open_device();
  bundle::UpBundle up;  // as if it had nothing, so that the school sends everything
  up.device = stolen.identity.id();
  const Bytes request = bundle::encode(up, stolen.identity.key, stolen.identity.school.ingest).value();
  const auto exchanged = exchange(*school_, library_, request, clock_.now().unix_ms).value();
  const auto down = bundle::decode_down(exchanged.reply, stolen.identity.key, stolen.identity.school.signing).value();
  ASSERT_EQ(down.leases.size(), 1u);
  ASSERT_EQ(down.badges->size(), 1u);
  ASSERT_FALSE(down.bases.empty());
  const auto contains = [](ByteView bytes, ByteView what) {
    return std::search(bytes.begin(), bytes.end(), what.begin(), what.end()) != bytes.end();
  };
  Bytes all = journal::encode(down.leases.front());
  for (const Bytes& part : {journal::encode(*down.badges), down.bases.front().sealed, exchanged.reply})
    all.insert(all.end(), part.begin(), part.end());
  const Learner amina = person("u1");
  for (const ByteView secret : {as_bytes("Amina"), as_bytes("Diallo"), as_bytes("Robin"),
                                amina.profile.capsule_key.view(), badge_of("u1").secret.view(), amina.id.view()})
    EXPECT_FALSE(contains(all, secret));
  // D as passphrase, as class key, as capsule key and as badge.
  const SecretKey& seed = stolen.identity.key.seed();
  const std::string as_passphrase(as_text(seed.view()));
  EXPECT_FALSE(journal::open_lease(down.leases.front(), as_passphrase).has_value());
  EXPECT_FALSE(journal::open_roster(down.leases.front(), seed).has_value());
  EXPECT_FALSE(open_random(seed, amina.id.view(), down.bases.front().sealed).has_value());
  journal::Badge guessed = journal::make_badge(stolen.identity.school.signing);
  std::copy_n(seed.view().begin(), journal::BadgeSecret::size, guessed.secret.bytes.begin());
  EXPECT_FALSE(journal::open_badge_slot(down.badges->front(), guessed).has_value());
}

TEST_F(Badges, PassphraseThatLooksLikeABadge_IsRefusedForAClass) {
  const auto made = make_class_lease(*school_, find_class(*school_, "4 Robin")->number,
                                     journal::text_of(journal::make_badge(school_->signing_key().verify_key())));
  EXPECT_EQ(made.error().code, ErrorCode::BadInput);
}

}  // namespace
}  // namespace hornbook::server

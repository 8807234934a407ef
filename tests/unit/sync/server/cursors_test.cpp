// A device names what it has by eight bytes, as far as its school can know it.
#include "sync/server/ingest/cursors.hpp"

#include "sync/server/school/leases.hpp"
#include "tests/unit/sync/server/field_device.hpp"

namespace hornbook::server {
namespace {

class Cursors : public test::FieldDeviceBed {
 protected:
  void SetUp() override {
    add_sample_pack();
    enrol_device();
  }
  [[nodiscard]] bool names_cursor() const { return device::collect(open_device(), 1u << 20).value().names_cursor; }
  [[nodiscard]] std::vector<Hash> bases() const { return open_device().store.brought_bases().value(); }
};

TEST_F(Cursors, TheFirstAnswer_IsEnoughToBeKnownByName) {
  EXPECT_TRUE(names_cursor());
  synchronise();
  EXPECT_TRUE(names_cursor());
}

TEST_F(Cursors, EachNewBase_IsExpectedInPlaceOfTheOneBefore) {
  for (int day = 0; day < 3; ++day) {
    const std::vector<Hash> before = bases();
    lesson_cut_short({true, false});
    EXPECT_TRUE(names_cursor()) << day;
    synchronise();
    EXPECT_NE(bases(), before) << "the base came";
    EXPECT_EQ(bases().size(), 1u);
    EXPECT_TRUE(names_cursor()) << day;
  }
}

TEST_F(Cursors, OldBundleThatComesAgain_DoesNotPushOutWhatTheDeviceHas) {
  const Bytes old = device::collect(open_device(), 1u << 20).value().bundle;
  lesson_cut_short({true});
  synchronise();
  for (int time = 0; time < 3; ++time) ASSERT_TRUE(exchange(*school_, library_, old, clock_.now().unix_ms).has_value());
  lesson_cut_short({false});
  const std::vector<Hash> before = bases();
  synchronise();
  EXPECT_NE(bases(), before) << "the school knew the name, and brought the base at once";
}

TEST_F(Cursors, AreFewForEachDevice) {
  for (int day = 0; day < 8; ++day) {
    lesson_cut_short({true, false});
    synchronise();
  }
  EXPECT_LE(count("device_cursor"), 8);
}

TEST_F(Cursors, AnswerThatIsLost_IsGivenAgainToTheSameName) {
  lesson_cut_short({true});
  {
    const device::DeviceFolder folder = open_device();
    const Bytes sent = device::collect(folder, limits::exchange_event_bytes_max).value().bundle;
    ASSERT_TRUE(exchange(*school_, library_, sent, clock_.now().unix_ms).has_value()) << "its answer is lost";
  }
  EXPECT_TRUE(bases().empty());
  EXPECT_TRUE(names_cursor());
  synchronise();
  EXPECT_EQ(bases().size(), 1u);
  EXPECT_TRUE(names_cursor());
}

TEST_F(Cursors, SchoolThatWasRestored_AsksForTheWholeAndBringsTheRestThen) {
  lesson_cut_short({true});
  ASSERT_TRUE(school_->database().run_script("DELETE FROM device_cursor"));
  synchronise();
  EXPECT_EQ(status().events_unsent, 0u) << "events are taken all the same";
  EXPECT_TRUE(bases().empty());
  EXPECT_FALSE(names_cursor());
  synchronise();
  EXPECT_EQ(bases().size(), 1u);
  EXPECT_TRUE(names_cursor());
}

TEST_F(Cursors, ClassThatIsTakenAway_IsSentAgainWhenItComesBack) {
  const std::int64_t robin = find_class(*school_, "4 Robin")->number;
  ASSERT_TRUE(make_class_lease(*school_, robin, "a long passphrase"));
  synchronise();
  ASSERT_EQ(open_device().store.leases()->size(), 1u);
  EXPECT_TRUE(names_cursor());
  ASSERT_TRUE(school_->database().run_script("DELETE FROM device_class"));
  synchronise();
  EXPECT_TRUE(open_device().store.leases()->empty());
  EXPECT_TRUE(names_cursor());
}

TEST_F(Cursors, PackThatIsInstalled_IsToldOnceInFull) {
  device::DeviceFolder folder = open_device();
  bundle::Cursor other;
  other.packs = {pack_.hash};
  EXPECT_NE(bundle::name_of(other), bundle::name_of({})) << "so its name is another, and none that is expected";
  const auto device = find_device(*school_, folder.identity.id()).value().value();
  bundle::UpBundle up;
  up.cursor_name = bundle::name_of(other);
  EXPECT_FALSE(cursor_of(*school_, device, up).value().has_value());
}

TEST(CursorName, IsTheSameInAnyOrderAndAnotherForAnyOtherContents) {
  bundle::Cursor one;
  one.packs = {hash(as_bytes("a")), hash(as_bytes("b"))};
  one.leases = {{1, 2}, {3, 4}};
  one.bases = {hash(as_bytes("c")), hash(as_bytes("d"))};
  bundle::Cursor turned = one;
  std::swap(turned.packs[0], turned.packs[1]);
  std::swap(turned.leases[0], turned.leases[1]);
  std::swap(turned.bases[0], turned.bases[1]);
  EXPECT_EQ(bundle::name_of(one), bundle::name_of(turned));
  bundle::Cursor other = one;
  other.leases[1].second = 5;
  EXPECT_NE(bundle::name_of(one), bundle::name_of(other));
  other = one;
  other.parameters = hash(as_bytes("parameters"));
  EXPECT_NE(bundle::name_of(one), bundle::name_of(other));
}

}  // namespace
}  // namespace hornbook::server

// A family's passphrase: made and changed at the school, changed on the device, taken away.
#include "sync/server/school/families.hpp"

#include "sync/device/passphrase.hpp"
#include "sync/server/school/leases.hpp"
#include "tests/unit/sync/server/field_device.hpp"

namespace hornbook::server {
namespace {

class Families : public test::FieldDeviceBed {
 protected:
  Families() {
    const EnrolmentOrder order{"Tablet", journal::Profile::Home, "https://127.0.0.1:1", test::a_day_ms,
                               clock_.now().unix_ms};
    const auto file = order_enrolment(*school_, order).value();
    EXPECT_TRUE(device::enrol(data(), bundle::to_json(file)).has_value());
    EXPECT_TRUE(make_family(*school_, order_of("green apple tree")).has_value());
    EXPECT_TRUE(assign_class(*school_, family(), find_device_by_name(*school_, "Tablet")->number));
    synchronise();
  }

  FamilyOrder order_of(std::string_view passphrase) {
    return {"Diallo and Sok", {learner_number("u1"), learner_number("u4")}, passphrase, true};
  }
  std::int64_t family() { return find_family(*school_, "Diallo and Sok").value(); }
  // Names in the roster that the passphrase opens on the device; empty when it opens none.
  [[nodiscard]] std::vector<std::string> opens(std::string_view passphrase) const {
    std::vector<std::string> names;
    const auto leases = open_device().store.leases().value();
    for (const journal::ClassLease& lease : leases)
      if (const auto roster = journal::open_lease(lease, passphrase))
        for (const journal::RosterLearner& learner : roster->learners) names.push_back(learner.display_name);
    return names;
  }
  [[nodiscard]] Done change_on_device(std::string_view from, std::string_view to) const {
    device::DeviceFolder folder = open_device();
    return device::change_passphrase(folder, from, to);
  }
  // A changed profile, so that the school renews the family's roster under the same class key.
  void rename_u1() {
    Learner learner = load_learner(*school_, learner_number("u1")).value();
    learner.profile.display_name = "Amina D.";
    ASSERT_TRUE(save_profile(*school_, learner).has_value());
    ASSERT_TRUE(reseal_families_of(*school_, {learner.number}).has_value());
  }

  const std::vector<std::string> both_{"Amina Diallo", "Dara Sok"};
};

TEST_F(Families, GuardiansPassphrase_OpensTheFamilyAlone) {
  EXPECT_EQ(opens("green apple tree"), both_);
  EXPECT_TRUE(opens("green apple").empty());
  const auto lease = open_device().store.leases().value().front();
  EXPECT_EQ(lease.cost.memory_bytes, 32U << 20);
  EXPECT_EQ(journal::open_lease(lease, "green apple tree")->class_name, "Diallo and Sok");
}

TEST_F(Families, ToTeachers_AreNoClasses) {
  EXPECT_EQ(list_classes(*school_)->size(), 2u);
  EXPECT_FALSE(find_class(*school_, "").has_value());
  EXPECT_EQ(list_families(*school_).value(), std::vector<std::string>{"Diallo and Sok"});
}

TEST_F(Families, OfANameThatIsThere_OrOfNobody_AreNotMade) {
  EXPECT_EQ(make_family(*school_, order_of("another passphrase")).error().code, ErrorCode::BadInput);
  EXPECT_EQ(make_family(*school_, {"Others", {}, "another passphrase", false}).error().code, ErrorCode::BadInput);
  EXPECT_EQ(make_family(*school_, {"Others", {1}, "short", false}).error().code, ErrorCode::BadInput);
  EXPECT_FALSE(find_family(*school_, "Others").has_value()) << "none of it is left";
}

TEST_F(Families, ChangedAtTheSchool_OpensWithTheNewOneAlone) {
  ASSERT_TRUE(make_class_lease(*school_, family(), "yellow pear tree", small_device_memory_bytes));
  synchronise();
  EXPECT_TRUE(opens("green apple tree").empty());
  EXPECT_EQ(opens("yellow pear tree"), both_);
}

TEST_F(Families, ChangedOnTheDevice_OutlivesRenewedRosters) {
  ASSERT_TRUE(change_on_device("green apple tree", "yellow pear tree"));
  EXPECT_TRUE(opens("green apple tree").empty());
  EXPECT_EQ(opens("yellow pear tree"), both_);
  synchronise();
  EXPECT_EQ(opens("yellow pear tree"), both_);
  rename_u1();
  synchronise();
  EXPECT_TRUE(opens("green apple tree").empty());
  EXPECT_EQ(opens("yellow pear tree").front(), "Amina D.");
}

TEST_F(Families, ChangedTwiceOnTheDevice_OutlivesRenewedRosters) {
  ASSERT_TRUE(change_on_device("green apple tree", "yellow pear tree"));
  rename_u1();
  synchronise();
  ASSERT_TRUE(change_on_device("yellow pear tree", "purple plum tree"));
  rename_u1();
  synchronise();
  EXPECT_TRUE(opens("green apple tree").empty());
  EXPECT_TRUE(opens("yellow pear tree").empty());
  EXPECT_EQ(opens("purple plum tree").front(), "Amina D.");
}

TEST_F(Families, ChangedOnTheDeviceThenAtTheSchool_OpensWithTheSchools) {
  ASSERT_TRUE(change_on_device("green apple tree", "yellow pear tree"));
  ASSERT_TRUE(make_class_lease(*school_, family(), "purple plum tree", small_device_memory_bytes));
  synchronise();
  EXPECT_TRUE(opens("yellow pear tree").empty());
  EXPECT_EQ(opens("purple plum tree"), both_);
}

TEST_F(Families, WithAWrongOldPassphraseOrAShortNewOne_NothingChanges) {
  EXPECT_EQ(change_on_device("green apple", "yellow pear tree").error().code, ErrorCode::NotAllowed);
  EXPECT_EQ(change_on_device("green apple tree", "pear").error().code, ErrorCode::BadInput);
  EXPECT_EQ(opens("green apple tree"), both_);
}

TEST_F(Families, Revoked_OpensNothingAfterTheNextContact) {
  ASSERT_TRUE(change_on_device("green apple tree", "yellow pear tree"));
  ASSERT_TRUE(revoke_family(*school_, family()));
  synchronise();
  EXPECT_TRUE(open_device().store.leases()->empty());
  EXPECT_TRUE(opens("yellow pear tree").empty());
}

}  // namespace
}  // namespace hornbook::server

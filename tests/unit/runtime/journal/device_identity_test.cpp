#include "runtime/journal/device_identity.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "runtime/journal/durable_file.hpp"
#include "runtime/journal/identity_codec.hpp"
#include "tests/support/journal_samples.hpp"
#include "tests/support/temporary_directory.hpp"

namespace hornbook::journal {
namespace {

TEST(DeviceIdentity, SavedAndLoaded_IsTheSame) {
  const test::TemporaryDirectory folder;
  const DeviceIdentity identity = test::sample_device(test::SampleSchool());
  ASSERT_TRUE(save(identity, folder.path()).has_value());
  const DeviceIdentity loaded = load_identity(folder.path()).value();
  EXPECT_EQ(loaded.id(), identity.id());
  EXPECT_EQ(loaded.device_name, "Station 1");
  EXPECT_EQ(loaded.profile, Profile::Station);
  EXPECT_EQ(loaded.key.verify_key(), identity.key.verify_key());
  EXPECT_EQ(loaded.school.name, "Riverside");
  EXPECT_EQ(loaded.school.signing, identity.school.signing);
  EXPECT_EQ(loaded.school.ingest, identity.school.ingest);
  EXPECT_EQ(loaded.school.tls_pin, identity.school.tls_pin);
  EXPECT_EQ(loaded.school.server_url, identity.school.server_url);
  EXPECT_EQ(loaded.school.packs.publishers, identity.school.packs.publishers);
  EXPECT_EQ(loaded.school.packs.threshold, 1u);
  EXPECT_EQ(loaded.enrolment_token, identity.enrolment_token);
  EXPECT_FALSE(loaded.accepted);
}

TEST(DeviceIdentity, ItsFile_IsForItsOwnerAlone) {
  const test::TemporaryDirectory folder;
  ASSERT_TRUE(save(test::sample_device(test::SampleSchool()), folder.path()).has_value());
  const auto permissions = std::filesystem::status(folder.path() / "identity").permissions();
  EXPECT_EQ(permissions & (std::filesystem::perms::group_all | std::filesystem::perms::others_all),
            std::filesystem::perms::none);
}

TEST(DeviceIdentity, NoFile_IsNotFound) {
  const test::TemporaryDirectory folder;
  EXPECT_EQ(load_identity(folder.path()).error().code, ErrorCode::NotFound);
}

TEST(DeviceIdentity, AnyFlippedByteOrTruncation_IsRefused) {
  const Bytes whole = encode(test::sample_device(test::SampleSchool()));
  for (std::size_t at = 0; at < whole.size(); ++at) {
    Bytes changed = whole;
    changed[at] ^= 0x10;
    EXPECT_FALSE(decode_identity(changed).has_value()) << at;
    EXPECT_FALSE(decode_identity(ByteView(whole).first(at)).has_value()) << at;
  }
}

TEST(DeviceIdentity, TrustWithNoSignatureOnPacks_IsRefused) {
  DeviceIdentity identity = test::sample_device(test::SampleSchool());
  identity.school.packs.threshold = 0;
  EXPECT_EQ(decode_identity(encode(identity)).error().code, ErrorCode::BadInput);
}

TEST(DeviceIdentity, ReplacingItsFile_LeavesNoOtherFileBehind) {
  const test::TemporaryDirectory folder;
  DeviceIdentity identity = test::sample_device(test::SampleSchool());
  ASSERT_TRUE(save(identity, folder.path()).has_value());
  identity.accepted = true;
  identity.enrolment_token.clear();
  ASSERT_TRUE(save(identity, folder.path()).has_value());
  EXPECT_TRUE(load_identity(folder.path()).value().accepted);
  const std::filesystem::directory_iterator entries(folder.path());
  EXPECT_EQ(std::distance(begin(entries), end(entries)), 1);
}

TEST(DurableFile, FolderThatIsNotThere_IsAStorageFailure) {
  const test::TemporaryDirectory folder;
  EXPECT_EQ(replace_file(folder.path() / "none" / "file", as_bytes("x")).error().code, ErrorCode::StorageFailure);
}

TEST(DurableFile, LongerThanAllowed_IsNotRead) {
  const test::TemporaryDirectory folder;
  ASSERT_TRUE(replace_file(folder.path() / "file", as_bytes("four")).has_value());
  EXPECT_EQ(read_whole_file(folder.path() / "file", 3).error().code, ErrorCode::LimitExceeded);
  EXPECT_EQ(as_text(read_whole_file(folder.path() / "file", 4).value()), "four");
}

TEST(Profile, Names_RoundTrip) {
  for (const Profile profile : {Profile::Demo, Profile::Station, Profile::Home, Profile::Hub}) {
    EXPECT_EQ(profile_from(name_of(profile)).value(), profile);
  }
  EXPECT_EQ(profile_from("kiosk").error().code, ErrorCode::BadInput);
}

}  // namespace
}  // namespace hornbook::journal

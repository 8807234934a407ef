// The attacks that the specification lists (TUF 1.0.33, section 1.5.2), each tried by whoever stands between the
// repository and the device: what is trusted stays as it was.
#include <gtest/gtest.h>

#include "sync/delivery/client.hpp"
#include "sync/delivery/delivery_limits.hpp"
#include "tests/support/tuf_repository.hpp"
#include "tests/support/with_crypto.hpp"

namespace hornbook::delivery {
namespace {

using test::bytes_of;
using test::TufRepository;

class TufAttack : public testing::Test {
 protected:
  TufAttack() {
    repository_.add_target("targets", "packs/a", "the true pack");
    repository_.add_target("targets", "packs/b", "another pack.");  // as long as the first
    repository_.republish();
    EXPECT_TRUE(trust_first_root(trusted_, repository_.files.at("1.root.json")));
    EXPECT_TRUE(update());
  }
  Result<Client> update(UnixMs now = TufRepository::now) { return Client::update(repository_, trusted_, now); }
  void expect_refused(ErrorCode code, UnixMs now = TufRepository::now) {
    const auto client = update(now);
    ASSERT_FALSE(client);
    EXPECT_EQ(client.error().code, code) << client.error().sentence;
  }
  Result<Bytes> bring(const std::string& path) {
    TRY_ASSIGN(Client client, update());
    TRY_ASSIGN(const TargetFile target, client.find(path));
    return client.fetch(repository_, path, target);
  }
  std::string address_of(std::string_view bytes) const {
    for (const auto& [address, file] : repository_.files)
      if (file == bytes_of(bytes)) return address;
    return {};
  }

  TufRepository repository_;
  test::TrustedMemory trusted_;
};

TEST_F(TufAttack, ArbitraryInstallation_OtherBytesAreRefused) {
  repository_.files[address_of("the true pack")] = bytes_of("the evil pack");
  EXPECT_EQ(bring("packs/a").error().code, ErrorCode::Corrupt);
}

TEST_F(TufAttack, ArbitraryInstallation_MetadataByAStrangersKeyIsRefused) {
  const auto before = trusted_.kept;
  for (const char* role : {"timestamp", "snapshot", "targets"}) {
    TufRepository stranger = repository_;
    stranger.signers(role) = {66};
    stranger.republish();
    EXPECT_EQ(Client::update(stranger, trusted_, TufRepository::now).error().code, ErrorCode::NotAllowed) << role;
    EXPECT_EQ(trusted_.kept.at("targets"), before.at("targets"));
    trusted_.kept = before;
  }
}

TEST_F(TufAttack, ArbitraryInstallation_ASignedTextWithAChangedMeaningIsRefused) {
  std::string text(as_text(repository_.files.at("timestamp.json")));
  text.replace(text.rfind("\"version\": 2"), 12, "\"version\": 9");
  repository_.files["timestamp.json"] = bytes_of(text);
  expect_refused(ErrorCode::NotAllowed);
}

TEST_F(TufAttack, WrongSoftware_ATrueFileUnderAnothersNameIsRefused) {
  repository_.files[address_of("the true pack")] = bytes_of("another pack.");
  EXPECT_EQ(bring("packs/a").error().code, ErrorCode::Corrupt);
  EXPECT_EQ(bring("packs/b").value(), bytes_of("another pack."));
}

TEST_F(TufAttack, EndlessData_NothingIsReadPastItsBound) {
  const std::map<std::string, std::size_t> bounds{{"2.root.json", limits::tuf_root_bytes_max},
                                                  {"timestamp.json", limits::tuf_timestamp_bytes_max},
                                                  {"3.snapshot.json", limits::tuf_snapshot_bytes_max},
                                                  {"3.targets.json", limits::tuf_targets_bytes_max}};
  repository_.republish();
  const auto before = trusted_.kept;
  for (const auto& [endless, bound] : bounds) {
    trusted_.kept = before;
    repository_.largest_read = 0;
    repository_.mirror = [name = endless, size = bound](std::string_view address) {
      return address == name ? std::optional(Bytes(size + 1, ' ')) : std::nullopt;
    };
    expect_refused(ErrorCode::LimitExceeded);
    EXPECT_LT(repository_.largest_read, 4096u) << endless;
  }
}

TEST_F(TufAttack, EndlessData_ATargetIsReadToItsSignedLengthAlone) {
  repository_.files[address_of("the true pack")] = bytes_of("the true pack and a little more");
  EXPECT_EQ(bring("packs/a").error().code, ErrorCode::LimitExceeded);
  repository_.files[address_of("another pack.")] = bytes_of("another");
  EXPECT_EQ(bring("packs/b").error().code, ErrorCode::Corrupt);
}

TEST_F(TufAttack, EndlessData_MetadataIsReadToItsSignedLengthAlone) {
  repository_.republish();
  for (const char* address : {"3.snapshot.json", "3.targets.json"}) {
    const Bytes honest = repository_.files.at(address);
    repository_.files[address].push_back(' ');
    expect_refused(ErrorCode::LimitExceeded);
    repository_.files[address] = honest;
  }
  EXPECT_TRUE(update());
}

TEST_F(TufAttack, MixAndMatch_IsFoundByLengthWhereHashesAreLeftOut) {
  repository_.publish("targets");
  auto& listed = repository_.of("snapshot")["meta"]["targets.json"];
  listed.erase("hashes");
  listed["length"] = listed["length"].get<int>() + 1;
  repository_.publish_all({"snapshot", "timestamp"});
  expect_refused(ErrorCode::Corrupt);
  EXPECT_EQ(trusted_.version("targets"), 2);
}

TEST_F(TufAttack, ExtraneousDependencies_ATargetThatNobodySignedIsNotFound) {
  repository_.files["packs/extra"] = bytes_of("also needed");
  EXPECT_EQ(bring("packs/extra").error().code, ErrorCode::NotFound);
}

TEST_F(TufAttack, ExtraneousDependencies_ARoleThatTheSnapshotDoesNotListIsNotAsked) {
  repository_.delegate("targets", "helper", 20, {{"paths", {"help/*"}}});
  repository_.add_target("helper", "help/x", "help");
  repository_.publish_all({"helper", "targets"});
  repository_.of("snapshot")["meta"].erase("helper.json");
  repository_.publish_all({"snapshot", "timestamp"});
  EXPECT_EQ(bring("help/x").error().code, ErrorCode::NotAllowed);
  for (const std::string& address : repository_.asked) EXPECT_EQ(address.find("helper"), std::string::npos);
}

TEST_F(TufAttack, Rollback_OfEachRoleIsRefused) {
  const auto older = repository_.files;
  repository_.republish();
  ASSERT_TRUE(update());
  const auto before = trusted_.kept;
  repository_.files = older;
  expect_refused(ErrorCode::NotAllowed);
  EXPECT_EQ(trusted_.kept, before);

  // By whoever holds the timestamp key alone: an older snapshot. With the snapshot key too: older targets.
  repository_.of("timestamp")["meta"]["snapshot.json"] = {{"version", 2}};
  repository_.publish("timestamp");
  expect_refused(ErrorCode::NotAllowed);
  EXPECT_EQ(trusted_.kept, before);
  repository_.of("snapshot")["meta"]["targets.json"] = {{"version", 2}};
  repository_.publish_all({"snapshot", "timestamp"});
  expect_refused(ErrorCode::NotAllowed);
  EXPECT_EQ(trusted_.version("snapshot"), 3);
  EXPECT_EQ(trusted_.version("targets"), 3);
}

TEST_F(TufAttack, Rollback_ByTakingARoleFromTheSnapshotIsRefused) {
  repository_.delegate("targets", "helper", 20, {{"paths", {"help/*"}}});
  repository_.publish("helper");
  repository_.republish();
  ASSERT_TRUE(update());
  repository_.of("snapshot")["meta"].erase("helper.json");
  repository_.republish();
  expect_refused(ErrorCode::NotAllowed);
}

TEST_F(TufAttack, FastForward_TheGreatestVersionsDoNotStopARecoveredRepository) {
  for (const char* role : {"timestamp", "snapshot", "targets"}) repository_.of(role)["version"] = INT64_MAX - 2;
  repository_.republish();
  ASSERT_TRUE(update());
  for (const char* role : {"timestamp", "snapshot"}) repository_.assign(role, {role[0] == 't' ? 31 : 32}, 1);
  repository_.publish("root");
  for (const char* role : {"timestamp", "snapshot", "targets"}) repository_.of(role)["version"] = 2;
  repository_.republish();
  ASSERT_TRUE(update());
  EXPECT_EQ(trusted_.version("timestamp"), 3);
}

TEST_F(TufAttack, FastForward_OfRootIsRefused) {
  repository_.of("root")["version"] = 99;
  repository_.publish("root");  // 100.root.json
  repository_.files["2.root.json"] = repository_.files.at("100.root.json");
  expect_refused(ErrorCode::NotAllowed);
  EXPECT_EQ(trusted_.version("root"), 1);
}

TEST_F(TufAttack, Freeze_OldMetadataIsGoodUntilItExpires) {
  const UnixMs expiry = 1'893'456'000'000;  // 2030-01-01
  EXPECT_TRUE(update(expiry - 1));
  expect_refused(ErrorCode::NotAllowed, expiry);
}

TEST_F(TufAttack, Freeze_EachExpiredRoleIsRefusedAndNotKept) {
  for (const std::string role : {"timestamp", "snapshot", "targets"}) {
    TufRepository frozen = repository_;
    test::TrustedMemory trusted = trusted_;
    frozen.of(role)["expires"] = TufRepository::past;
    frozen.republish();
    EXPECT_EQ(Client::update(frozen, trusted, TufRepository::now).error().code, ErrorCode::NotAllowed) << role;
    EXPECT_EQ(trusted.version(role), 2) << role;
  }
  repository_.of("root")["expires"] = TufRepository::past;
  repository_.publish("root");
  repository_.republish();
  expect_refused(ErrorCode::NotAllowed);
  EXPECT_EQ(trusted_.version("root"), 2);  // 5.3.10: the chain goes on behind an expired root
  EXPECT_EQ(trusted_.version("timestamp"), 2);
}

TEST_F(TufAttack, Freeze_TheSameTimestampVersionSaysNothingNew) {
  repository_.of("timestamp")["version"] = 1;
  repository_.of("timestamp")["meta"]["snapshot.json"] = {{"version", 77}};
  repository_.publish("timestamp");  // version 2 again
  const auto before = trusted_.kept;
  EXPECT_TRUE(update());
  EXPECT_EQ(trusted_.kept, before);
}

TEST_F(TufAttack, MixAndMatch_FilesOfTwoMomentsAreRefused) {
  const auto older = repository_.files;
  repository_.republish();
  for (const char* address : {"3.snapshot.json", "3.targets.json"}) {
    const auto honest = repository_.files.at(address);
    std::string earlier(address);
    earlier[0] = '2';
    repository_.files[address] = older.at(earlier);
    EXPECT_FALSE(update());
    repository_.files[address] = honest;
  }
  EXPECT_EQ(trusted_.version("targets"), 2);
  EXPECT_TRUE(update());
}

TEST_F(TufAttack, MixAndMatch_IsFoundByVersionWhereHashesAreLeftOut) {
  const auto older = repository_.files;
  repository_.publish("targets");
  repository_.of("snapshot")["meta"]["targets.json"] = {{"version", 3}};
  repository_.publish("snapshot");
  repository_.of("timestamp")["meta"]["snapshot.json"] = {{"version", 3}};
  repository_.publish("timestamp");
  repository_.files["3.targets.json"] = older.at("2.targets.json");
  expect_refused(ErrorCode::NotAllowed);
  EXPECT_EQ(trusted_.version("targets"), 2);
}

TEST_F(TufAttack, MaliciousMirror_CanDelayAndNothingElse) {
  const auto before = trusted_.kept;
  repository_.republish();
  const std::function<std::optional<Bytes>(std::string_view)> mirrors[] = {
      [](std::string_view) { return std::optional(Bytes()); },
      [](std::string_view) { return std::optional(bytes_of("<html>sign in to the free network</html>")); },
      [](std::string_view) { return std::optional(Bytes(5000, '[')); },
      [this](std::string_view) { return std::optional(repository_.files.at("timestamp.json")); },
      [this](std::string_view) { return std::optional(repository_.files.at("1.root.json")); },
  };
  for (const auto& mirror : mirrors) {
    repository_.mirror = mirror;
    EXPECT_FALSE(update());
    EXPECT_EQ(trusted_.kept, before);
  }
  repository_.mirror = nullptr;
  EXPECT_TRUE(update());
}

TEST_F(TufAttack, KeyCompromiseBelowTheThreshold_SignsNothing) {
  repository_.assign("targets", {3, 40, 41}, 2);
  repository_.assign("root", {0, 50, 51}, 2);
  repository_.signers("root") = {0, 50, 51};
  repository_.publish("root");
  repository_.republish();
  ASSERT_TRUE(update());
  const auto before = trusted_.kept;

  repository_.add_target("targets", "packs/evil", "evil");
  repository_.signers("targets") = {40};
  repository_.republish();
  expect_refused(ErrorCode::NotAllowed);
  EXPECT_EQ(trusted_.kept.at("targets"), before.at("targets"));

  repository_.assign("targets", {40}, 1);
  repository_.signers("root") = {51};
  repository_.publish("root");
  expect_refused(ErrorCode::NotAllowed);
  EXPECT_EQ(trusted_.kept.at("root"), before.at("root"));
}

TEST_F(TufAttack, AStolenKeyThatWasRevoked_SignsNothing) {
  repository_.assign("timestamp", {60}, 1);
  repository_.publish("root");
  repository_.signers("timestamp") = {1};
  repository_.republish();
  expect_refused(ErrorCode::NotAllowed);
  EXPECT_EQ(trusted_.version("timestamp"), 0);  // what the stolen key had signed is forgotten
  repository_.signers("timestamp") = {60};
  repository_.republish();
  EXPECT_TRUE(update());
}

TEST_F(TufAttack, AClockSetBack_BringsNoOlderVersionBack) {
  const auto older = repository_.files;
  repository_.republish();
  ASSERT_TRUE(update());
  repository_.files = older;
  const auto before = trusted_.kept;
  expect_refused(ErrorCode::NotAllowed, 0);
  EXPECT_EQ(trusted_.kept, before);
}

TEST_F(TufAttack, AReplayedStick_ChangesNothing) {
  const auto stick = repository_.files;
  repository_.add_target("targets", "packs/a", "the better pack");
  repository_.republish();
  ASSERT_TRUE(update());
  const auto today = repository_.files;
  repository_.files = stick;
  expect_refused(ErrorCode::NotAllowed);
  repository_.files = today;
  EXPECT_EQ(bring("packs/a").value(), bytes_of("the better pack"));
}

TEST_F(TufAttack, PathTraversal_ATargetThatLeadsElsewhereIsNeverAskedFor) {
  for (const std::string path : {"../../etc/passwd", "/etc/passwd", "packs/../../x", "packs//a"}) {
    repository_.add_target("targets", path, "evil");
    repository_.republish();
    repository_.asked.clear();
    EXPECT_EQ(bring(path).error().code, ErrorCode::BadInput) << path;
    EXPECT_TRUE(repository_.asked.back().ends_with(".json")) << path;
  }
}

}  // namespace
}  // namespace hornbook::delivery

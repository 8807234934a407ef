// An honest repository, and one that changes.
#include "sync/delivery/client.hpp"

#include <gtest/gtest.h>

#include "tests/support/tuf_repository.hpp"
#include "tests/support/with_crypto.hpp"

namespace hornbook::delivery {
namespace {

using test::TufRepository;
using Asked = std::vector<std::string>;

class TufClient : public testing::Test {
 protected:
  TufClient() { EXPECT_TRUE(trust_first_root(trusted_, repository_.files.at("1.root.json"))); }
  Result<Client> update() {
    repository_.asked.clear();
    return Client::update(repository_, trusted_, TufRepository::now);
  }
  ErrorCode update_fails() {
    const auto client = update();
    return client ? ErrorCode::OurBug : client.error().code;
  }
  Result<Bytes> bring(const std::string& path) {
    TRY_ASSIGN(Client client, update());
    TRY_ASSIGN(const TargetFile target, client.find(path));
    return client.fetch(repository_, path, target);
  }

  TufRepository repository_;
  test::TrustedMemory trusted_;
};

TEST_F(TufClient, FirstUpdate_AsksForEachFileOnceAndKeepsItAsItCame) {
  ASSERT_TRUE(update());
  EXPECT_EQ(repository_.asked, (Asked{"2.root.json", "timestamp.json", "1.snapshot.json", "1.targets.json"}));
  EXPECT_EQ(trusted_.kept.at("root"), repository_.files.at("1.root.json"));
  EXPECT_EQ(trusted_.kept.at("timestamp"), repository_.files.at("timestamp.json"));
  EXPECT_EQ(trusted_.kept.at("snapshot"), repository_.files.at("1.snapshot.json"));
  EXPECT_EQ(trusted_.kept.at("targets"), repository_.files.at("1.targets.json"));
}

TEST_F(TufClient, UpdateWithNothingNew_AsksForRootAndTimestampAlone) {
  ASSERT_TRUE(update());
  ASSERT_TRUE(update());
  EXPECT_EQ(repository_.asked, (Asked{"2.root.json", "timestamp.json"}));
}

TEST_F(TufClient, Target_IsFetchedByItsHashAndVerified) {
  repository_.add_target("targets", "packs/fractions.hbpack", "one half");
  repository_.republish();
  const auto bytes = bring("packs/fractions.hbpack");
  ASSERT_TRUE(bytes) << bytes.error().sentence;
  EXPECT_EQ(*bytes, test::bytes_of("one half"));
  EXPECT_TRUE(repository_.asked.back().starts_with("packs/"));
  EXPECT_TRUE(repository_.asked.back().ends_with(".fractions.hbpack"));
  EXPECT_EQ(bring("packs/none").error().code, ErrorCode::NotFound);
}

TEST_F(TufClient, WithoutConsistentSnapshots_NamesHaveNoVersionsAndNoHashes) {
  repository_.of("root")["consistent_snapshot"] = false;
  repository_.publish("root");
  repository_.add_target("targets", "a/b.txt", "text");
  repository_.republish();
  ASSERT_TRUE(bring("a/b.txt"));
  EXPECT_EQ(repository_.asked,
            (Asked{"2.root.json", "3.root.json", "timestamp.json", "snapshot.json", "targets.json", "a/b.txt"}));
}

TEST_F(TufClient, UnknownFieldsAndKeyTypes_AreSignedAndPassedOver) {
  repository_.of("root")["x-of-another"] = {{"nested", {1, "two", nullptr, true}}};
  repository_.of("root")["keys"]["ab"] = {{"keytype", "lattice"}, {"scheme", "later"}, {"keyval", {{"seed", "00"}}}};
  repository_.of("root")["roles"]["root"]["keyids"].push_back("ab");
  repository_.publish("root");
  EXPECT_TRUE(update());
  EXPECT_EQ(trusted_.version("root"), 2);
}

TEST_F(TufClient, FirstRoot_MustSignItselfAndIsNeverReplacedByHand) {
  test::TrustedMemory fresh;
  repository_.signers("root") = {3};
  EXPECT_EQ(trust_first_root(fresh, repository_.signed_document("root")).error().code, ErrorCode::NotAllowed);
  EXPECT_TRUE(fresh.kept.empty());
  EXPECT_EQ(trust_first_root(trusted_, repository_.files.at("1.root.json")).error().code, ErrorCode::NotAllowed);
  EXPECT_EQ(Client::update(repository_, fresh, TufRepository::now).error().code, ErrorCode::NotAllowed);
  EXPECT_TRUE(repository_.asked.empty());
}

TEST_F(TufClient, RootChain_IsFollowedStepByStep) {
  for (int step = 0; step < 5; ++step) {
    const int old_key = step == 0 ? 0 : 9 + step;
    repository_.assign("root", {10 + step}, 1);
    repository_.signers("root") = {old_key, 10 + step};
    repository_.publish("root");
  }
  EXPECT_TRUE(update());
  EXPECT_EQ(trusted_.version("root"), 6);
}

TEST_F(TufClient, ARootThatOneSideAloneSigned_IsRefused) {
  repository_.assign("root", {10, 11}, 2);
  for (const std::vector<int>& signers : {std::vector<int>{10, 11}, {0, 10}, {0}}) {
    repository_.signers("root") = signers;
    repository_.of("root")["version"] = 1;
    repository_.publish("root");
    EXPECT_EQ(update_fails(), ErrorCode::NotAllowed);
    EXPECT_EQ(trusted_.version("root"), 1);
  }
  repository_.signers("root") = {0, 10, 11};
  repository_.of("root")["version"] = 1;
  repository_.publish("root");
  EXPECT_TRUE(update());
}

TEST_F(TufClient, RootsOfOneUpdate_AreBounded) {
  for (int i = 0; i < 300; ++i) repository_.publish("root");
  ASSERT_TRUE(update());
  EXPECT_EQ(trusted_.version("root"), 257);
  ASSERT_TRUE(update());
  EXPECT_EQ(trusted_.version("root"), 301);
}

TEST_F(TufClient, Threshold_CountsEachKeyOnce) {
  repository_.assign("snapshot", {2, 10, 11}, 2);
  repository_.publish("root");
  repository_.signers("snapshot") = {2};
  repository_.republish();
  EXPECT_EQ(update_fails(), ErrorCode::NotAllowed);
  EXPECT_EQ(trusted_.version("snapshot"), 0);

  // The same key under a second id.
  repository_.of("root")["keys"]["alias"] = TufRepository::key_json(2);
  repository_.of("root")["roles"]["snapshot"]["keyids"].push_back("alias");
  repository_.publish("root");
  auto document = nlohmann::json::parse(repository_.signed_document("snapshot"));
  document["signatures"].push_back({{"keyid", "alias"}, {"sig", document["signatures"][0]["sig"]}});
  repository_.of("timestamp")["meta"]["snapshot.json"] = {{"version", 2}};
  repository_.publish("timestamp");
  repository_.files["2.snapshot.json"] = test::bytes_of(document.dump());
  EXPECT_EQ(update_fails(), ErrorCode::NotAllowed);

  repository_.signers("snapshot") = {11, 2};
  repository_.republish();
  EXPECT_TRUE(update());
}

TEST_F(TufClient, AKeyIdThatStandsTwice_IsRefused) {
  auto document = nlohmann::json::parse(repository_.files.at("timestamp.json"));
  document["signatures"].push_back(document["signatures"][0]);
  repository_.files["timestamp.json"] = test::bytes_of(document.dump());
  EXPECT_EQ(update_fails(), ErrorCode::BadInput);
}

TEST_F(TufClient, AnInvalidSignatureBesideEnough_DoesNoHarm) {
  auto document = nlohmann::json::parse(repository_.files.at("timestamp.json"));
  document["signatures"].push_back({{"keyid", TufRepository::key_id(3)}, {"sig", ""}});
  document["signatures"].push_back({{"keyid", "nobody"}, {"sig", "not hexadecimal"}});
  repository_.files["timestamp.json"] = test::bytes_of(document.dump());
  EXPECT_TRUE(update());
}

TEST_F(TufClient, RotatedTimestampKey_RecoversFromInflatedVersions) {
  repository_.of("timestamp")["version"] = 1'000'000;
  repository_.of("snapshot")["version"] = 2'000'000;
  repository_.of("targets")["version"] = 3'000'000;
  repository_.republish();
  ASSERT_TRUE(update());
  ASSERT_EQ(trusted_.version("targets"), 3'000'001);
  repository_.assign("timestamp", {10}, 1);
  repository_.assign("snapshot", {11}, 1);
  repository_.publish("root");
  for (const char* role : {"timestamp", "snapshot", "targets"}) repository_.of(role)["version"] = 4;
  repository_.republish();
  ASSERT_TRUE(update());
  for (const char* role : {"timestamp", "snapshot", "targets"}) EXPECT_EQ(trusted_.version(role), 5) << role;
}

TEST_F(TufClient, RotatedKey_RecoversAlsoFromWhatARemainingKeySigned) {
  repository_.assign("timestamp", {1, 10}, 1);
  repository_.publish("root");
  repository_.of("timestamp")["version"] = 1'000'000;
  repository_.republish();
  ASSERT_TRUE(update());
  repository_.assign("timestamp", {1}, 1);
  repository_.publish("root");
  repository_.of("timestamp")["version"] = 4;
  repository_.republish();
  EXPECT_TRUE(update());
  EXPECT_EQ(trusted_.version("timestamp"), 5);
}

TEST_F(TufClient, AKeyThatOnlyJoins_ForgivesNoInflatedVersion) {
  repository_.of("timestamp")["version"] = 1'000'000;
  repository_.republish();
  ASSERT_TRUE(update());
  repository_.assign("timestamp", {1, 10}, 1);
  repository_.publish("root");
  repository_.of("timestamp")["version"] = 4;
  repository_.republish();
  EXPECT_EQ(update_fails(), ErrorCode::NotAllowed);
  EXPECT_EQ(trusted_.version("timestamp"), 1'000'001);
}

TEST_F(TufClient, ADiskThatIsFullAtAnyRole_LeavesWhatWasTrustedAndCanGoOn) {
  for (const char* role : {"root", "timestamp", "snapshot", "targets"}) {
    repository_.publish("root");
    repository_.republish();
    trusted_.refuses = role;
    EXPECT_EQ(update_fails(), ErrorCode::StorageFailure) << role;
    trusted_.refuses.reset();
    EXPECT_TRUE(update()) << role;
  }
}

TEST_F(TufClient, AnUpdateThatBreaksAnywhere_IsTakenUpByTheNext) {
  ASSERT_TRUE(update());
  for (int broken_at = 0; broken_at < 5; ++broken_at) {
    repository_.publish("root");
    repository_.republish();
    int asked = 0;
    repository_.mirror = [&](std::string_view) -> std::optional<Bytes> {
      return asked++ == broken_at ? std::optional(test::bytes_of("{")) : std::nullopt;
    };
    EXPECT_FALSE(update());
    repository_.mirror = nullptr;
    ASSERT_TRUE(update());
    EXPECT_EQ(trusted_.version("targets"), 2 + broken_at);
  }
}

TEST_F(TufClient, MalformedMetadata_IsRefusedByField) {
  const auto refuses = [&](const std::string& role, const std::function<void(nlohmann::json&)>& bend) {
    TufRepository repository;
    test::TrustedMemory trusted;
    bend(repository.of(role));
    repository.republish();
    EXPECT_TRUE(trust_first_root(trusted, repository.files.at("1.root.json")));
    const auto client = Client::update(repository, trusted, TufRepository::now);
    EXPECT_EQ(client ? ErrorCode::OurBug : client.error().code, ErrorCode::BadInput) << role;
  };
  refuses("targets", [](auto& json) { json["_type"] = "snapshot"; });
  refuses("targets", [](auto& json) { json["spec_version"] = "2.0.0"; });
  refuses("targets", [](auto& json) { json["expires"] = "tomorrow"; });
  refuses("targets", [](auto& json) { json["targets"] = nlohmann::json::array(); });
  refuses("targets", [](auto& json) { json["targets"]["a"] = {{"length", 1}}; });
  refuses("targets", [](auto& json) { json["targets"]["a"] = {{"length", -1}, {"hashes", {{"sha256", "00"}}}}; });
  refuses("targets", [](auto& json) { json["targets"]["a"] = {{"length", 1}, {"hashes", nlohmann::json::object()}}; });
  refuses("targets", [](auto& json) { json["targets"]["a"] = {{"length", 1}, {"hashes", {{"sha256", "zz"}}}}; });
  refuses("snapshot", [](auto& json) { json["meta"]["a.json"] = {{"version", 0}}; });
}

}  // namespace
}  // namespace hornbook::delivery

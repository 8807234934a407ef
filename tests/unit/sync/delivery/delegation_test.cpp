#include <gtest/gtest.h>

#include "runtime/core/crypto_plain.hpp"
#include "sync/delivery/client.hpp"
#include "sync/delivery/delivery_limits.hpp"
#include "tests/support/tuf_repository.hpp"
#include "tests/support/with_crypto.hpp"

namespace hornbook::delivery {
namespace {

using test::TufRepository;
using Json = nlohmann::json;

class TufDelegation : public testing::Test {
 protected:
  TufDelegation() { EXPECT_TRUE(trust_first_root(trusted_, repository_.files.at("1.root.json"))); }

  // One delegation each of `delegator` to roles with all paths of one segment, or with these.
  void delegate(const std::string& delegator, const std::string& role, Json fields = {{"paths", {"*"}}}) {
    repository_.delegate(delegator, role, signer_++, std::move(fields));
    if (std::find(roles_.begin(), roles_.end(), role) == roles_.end()) roles_.push_back(role);
  }
  Result<Client> published() {
    for (const std::string& role : roles_) repository_.publish(role);
    repository_.republish();
    auto client = Client::update(repository_, trusted_, TufRepository::now);
    repository_.asked.clear();
    return client;
  }
  // The delegated roles that the search for `path` asks for, in order.
  std::vector<std::string> visited(const std::string& path) {
    auto client = published();
    EXPECT_TRUE(client);
    static_cast<void>(client->find(path));
    std::vector<std::string> roles;
    for (const std::string& address : repository_.asked) {
      const std::size_t dot = address.find('.');
      roles.push_back(address.substr(dot + 1, address.rfind('.') - dot - 1));
    }
    return roles;
  }

  TufRepository repository_;
  test::TrustedMemory trusted_;
  std::vector<std::string> roles_;
  int signer_ = 100;
};

using Roles = std::vector<std::string>;

TEST_F(TufDelegation, Search_GoesDownBeforeItGoesOn) {
  delegate("targets", "a");
  delegate("targets", "b");
  delegate("a", "c");
  delegate("c", "d");
  EXPECT_EQ(visited("none"), (Roles{"a", "c", "d", "b"}));
}

TEST_F(TufDelegation, Terminating_EndsTheSearchBehindItsOwnDescendants) {
  delegate("targets", "a");
  delegate("targets", "b");
  delegate("a", "c", {{"paths", {"*"}}, {"terminating", true}});
  delegate("a", "d");
  delegate("c", "e");
  EXPECT_EQ(visited("none"), (Roles{"a", "c", "e"}));
}

TEST_F(TufDelegation, ATerminatingRoleForOtherPaths_EndsNothing) {
  delegate("targets", "a", {{"paths", {"x/*"}}, {"terminating", true}});
  delegate("targets", "b");
  EXPECT_EQ(visited("none"), (Roles{"b"}));
}

TEST_F(TufDelegation, ACircle_IsWalkedOnce) {
  delegate("targets", "a");
  delegate("a", "b");
  delegate("b", "a");
  EXPECT_EQ(visited("none"), (Roles{"a", "b"}));
}

TEST_F(TufDelegation, AnEndlessChain_IsBounded) {
  std::string delegator = "targets";
  for (int i = 0; i < 50; ++i) {
    const std::string role = "r" + std::to_string(i);
    delegate(delegator, role);
    delegator = role;
  }
  EXPECT_EQ(visited("none").size(), limits::tuf_roles_visited_max - 1);  // the top-level role was here already
}

TEST_F(TufDelegation, ARoleSpeaksForItsPathsAlone) {
  delegate("targets", "letters", {{"paths", {"letters/*", "letters/*/*"}}});
  delegate("letters", "spanish", {{"paths", {"letters/es/*", "numbers/*"}}});
  repository_.add_target("letters", "letters/a", "A");
  repository_.add_target("letters", "numbers/1", "forged");
  repository_.add_target("spanish", "letters/es/ñ", "Ñ");
  repository_.add_target("spanish", "numbers/2", "forged");
  auto client = published();
  ASSERT_TRUE(client);
  EXPECT_TRUE(client->find("letters/a"));
  EXPECT_TRUE(client->find("letters/es/ñ"));
  EXPECT_EQ(client->find("numbers/1").error().code, ErrorCode::NotFound);
  EXPECT_EQ(client->find("numbers/2").error().code, ErrorCode::NotFound);
}

TEST_F(TufDelegation, HashPrefixes_ChooseTheBin) {
  const std::string digest = to_hex(sha256(as_bytes("packs/a")));
  const std::string other = digest[0] == '0' ? "1" : "0";
  delegate("targets", "empty", {{"path_hash_prefixes", {other, "ff" + digest}}});
  delegate("targets", "bin", {{"path_hash_prefixes", {other, digest.substr(0, 2)}}});
  repository_.add_target("empty", "packs/a", "forged");
  repository_.add_target("bin", "packs/a", "true");
  auto client = published();
  ASSERT_TRUE(client);
  const auto target = client->find("packs/a");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->length, 4);
}

TEST_F(TufDelegation, ARoleThatIsSignedByAnotherKey_IsRefused) {
  delegate("targets", "a");
  repository_.signers("a") = {3};
  auto client = published();
  ASSERT_TRUE(client);
  EXPECT_EQ(client->find("none").error().code, ErrorCode::NotAllowed);
  EXPECT_EQ(trusted_.version("a"), 0);
}

TEST_F(TufDelegation, ARoleWithTwoDelegators_IsVerifiedByTheOneThatLedThere) {
  delegate("targets", "left", {{"paths", {"left/*"}}});
  delegate("targets", "right", {{"paths", {"right/*"}}});
  delegate("left", "shared", {{"paths", {"left/*"}}});
  delegate("right", "shared", {{"paths", {"right/*"}}});
  repository_.signers("shared") = {signer_ - 2};  // the key that the left one names
  repository_.add_target("shared", "left/x", "true");
  repository_.add_target("shared", "right/x", "forged");
  auto client = published();
  ASSERT_TRUE(client);
  EXPECT_TRUE(client->find("left/x"));
  EXPECT_EQ(client->find("right/x").error().code, ErrorCode::NotAllowed);
  EXPECT_TRUE(client->find("left/x"));
}

TEST_F(TufDelegation, ARoleCalledLikeATopLevelOne_IsRefused) {
  for (const char* name : {"root", "timestamp", "snapshot", "targets"}) {
    TufRepository repository;
    test::TrustedMemory trusted;
    repository.of("targets")["delegations"] = {
        {"keys", Json::object()},
        {"roles", {{{"name", name}, {"keyids", Json::array()}, {"threshold", 1}, {"paths", {"*"}}}}}};
    repository.republish();
    ASSERT_TRUE(trust_first_root(trusted, repository.files.at("1.root.json")));
    EXPECT_EQ(Client::update(repository, trusted, TufRepository::now).error().code, ErrorCode::BadInput) << name;
  }
}

TEST_F(TufDelegation, AnExpiredOrOlderRole_IsRefused) {
  delegate("targets", "a");
  ASSERT_TRUE(published()->find("x").error().code == ErrorCode::NotFound);
  repository_.of("a")["expires"] = TufRepository::past;
  auto client = published();
  ASSERT_TRUE(client);
  EXPECT_EQ(client->find("x").error().code, ErrorCode::NotAllowed);
  EXPECT_EQ(trusted_.version("a"), 1);
  repository_.of("a")["expires"] = TufRepository::future;
  repository_.of("a")["version"] = 0;
  EXPECT_EQ(published().error().code, ErrorCode::NotAllowed);  // the snapshot lists version 1 after 2
}

}  // namespace
}  // namespace hornbook::delivery

// A repository that is kept in a folder, as devices see it.
#include "sync/delivery/repository.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "runtime/pack/durable_file.hpp"
#include "sync/delivery/client.hpp"
#include "sync/delivery/delivery_limits.hpp"
#include "tests/support/temporary_directory.hpp"
#include "tests/support/tuf_repository.hpp"
#include "tests/support/with_crypto.hpp"

namespace hornbook::delivery {
namespace {

namespace fs = std::filesystem;
using test::bytes_of;
constexpr UnixMs now = test::TufRepository::now;
constexpr UnixMs later = now + 1000LL * 3600 * 24 * 90;

class FolderSource final : public FileSource {
 public:
  explicit FolderSource(fs::path folder) : folder_(std::move(folder)) {}
  Result<Bytes> fetch(std::string_view address, std::size_t bytes_max) override {
    return pack::read_file(folder_ / address, bytes_max);
  }

 private:
  fs::path folder_;
};

std::vector<SigningKey> keys(std::initializer_list<int> numbers) {
  std::vector<SigningKey> made;
  for (const int number : numbers) made.push_back(test::TufRepository::key(number));
  return made;
}

class TufPublisher : public testing::Test {
 protected:
  TufPublisher() {
    auto made = Repository::create(folder_, {root_, 2}, later, {online_, 1}, later);
    EXPECT_TRUE(made) << made.error().sentence;
    EXPECT_TRUE(trust_first_root(trusted_, pack::read_file(folder_ / "metadata/1.root.json", 100'000).value()));
  }
  Repository repository() { return Repository::open(folder_).value(); }
  Result<Bytes> bring(const std::string& path) {
    TRY_ASSIGN(Client client, Client::update(metadata_, trusted_, now));
    TRY_ASSIGN(const TargetFile target, client.find(path));
    return client.fetch(targets_, path, target);
  }

  const test::TemporaryDirectory directory_;
  const fs::path folder_ = directory_.path() / "repository";
  const std::vector<SigningKey> root_ = keys({1, 2, 3});
  const std::vector<SigningKey> online_ = keys({4});
  FolderSource metadata_{folder_ / "metadata"};
  FolderSource targets_{folder_ / "targets"};
  test::TrustedMemory trusted_;
};

TEST_F(TufPublisher, WhatIsAdded_ReachesDevicesWhenItIsPublished) {
  ASSERT_TRUE(repository().add("packs/a b.hbpack", as_bytes("one")));
  EXPECT_EQ(bring("packs/a b.hbpack").error().code, ErrorCode::NotFound);
  const auto published = repository().publish(online_, later);
  ASSERT_TRUE(published) << published.error().sentence;
  EXPECT_EQ(published->version, 2);
  EXPECT_EQ(published->targets, 1u);
  EXPECT_EQ(bring("packs/a b.hbpack").value(), bytes_of("one"));
  EXPECT_FALSE(fs::exists(folder_ / "added.json"));
}

TEST_F(TufPublisher, ATargetThatIsAddedAgain_ReplacesTheFirstAndKeepsTheOthers) {
  ASSERT_TRUE(repository().add("a", as_bytes("one")));
  ASSERT_TRUE(repository().add("b", as_bytes("other")));
  ASSERT_TRUE(repository().publish(online_, later));
  ASSERT_TRUE(repository().add("a", as_bytes("two")));
  EXPECT_EQ(bring("a").value(), bytes_of("one"));
  ASSERT_TRUE(repository().publish(online_, later));
  EXPECT_EQ(bring("a").value(), bytes_of("two"));
  EXPECT_EQ(bring("b").value(), bytes_of("other"));
}

TEST_F(TufPublisher, AStrangersKey_PublishesNothing) {
  ASSERT_TRUE(repository().add("a", as_bytes("one")));
  EXPECT_EQ(repository().publish(keys({9}), later).error().code, ErrorCode::NotAllowed);
  EXPECT_EQ(repository().publish(root_, later).error().code, ErrorCode::NotAllowed);
  EXPECT_FALSE(fs::exists(folder_ / "metadata/2.targets.json"));
}

TEST_F(TufPublisher, RotatedPublishers_AreFollowedAndTheOldOnesAreOut) {
  ASSERT_TRUE(repository().add("a", as_bytes("one")));
  ASSERT_TRUE(repository().publish(online_, later));
  ASSERT_TRUE(bring("a"));
  const auto renewed = keys({5});
  ASSERT_TRUE(repository().rotate(keys({1, 3}), {}, later, {renewed, 1}, later));
  EXPECT_EQ(bring("a").value(), bytes_of("one"));
  EXPECT_EQ(trusted_.version("root"), 2);
  EXPECT_EQ(repository().publish(online_, later).error().code, ErrorCode::NotAllowed);
  EXPECT_TRUE(repository().publish(renewed, later));
  EXPECT_TRUE(bring("a"));
}

TEST_F(TufPublisher, RotatedRoot_NeedsTheThresholdsOfBoth) {
  const auto renewed = keys({6, 7});
  EXPECT_EQ(repository().rotate(keys({1}), {renewed, 2}, later, {}, later).error().code, ErrorCode::NotAllowed);
  EXPECT_EQ(repository().rotate(keys({1, 9}), {renewed, 2}, later, {}, later).error().code, ErrorCode::NotAllowed);
  EXPECT_EQ(repository().rotate(root_, {renewed, 3}, later, {}, later).error().code, ErrorCode::BadInput);
  EXPECT_FALSE(fs::exists(folder_ / "metadata/2.root.json"));
  ASSERT_TRUE(repository().rotate(root_, {renewed, 2}, later, {}, later));
  EXPECT_EQ(bring("a").error().code, ErrorCode::NotFound);
  EXPECT_EQ(trusted_.version("root"), 2);
  EXPECT_EQ(repository().rotate(root_, {}, later, {}, later).error().code, ErrorCode::NotAllowed);
  EXPECT_TRUE(repository().rotate(renewed, {}, later, {}, later));
}

TEST_F(TufPublisher, APublicationThatBrokeOff_ShowsTheOneBeforeAndIsMended) {
  ASSERT_TRUE(repository().add("a", as_bytes("one")));
  const auto before = pack::read_file(folder_ / "metadata/timestamp.json", 100'000).value();
  ASSERT_TRUE(repository().publish(online_, later));
  ASSERT_TRUE(pack::write_file_durably(folder_ / "metadata/timestamp.json", before));  // as before its last write
  EXPECT_EQ(bring("a").error().code, ErrorCode::NotFound);
  ASSERT_TRUE(repository().add("a", as_bytes("one")));
  ASSERT_TRUE(repository().publish(online_, later));
  EXPECT_TRUE(bring("a"));
}

TEST_F(TufPublisher, WhatCannotBe_IsRefused) {
  EXPECT_EQ(Repository::create(folder_, {root_, 2}, later, {online_, 1}, later).error().code, ErrorCode::NotAllowed);
  const fs::path other = directory_.path() / "other";
  EXPECT_EQ(Repository::create(other, {root_, 4}, later, {online_, 1}, later).error().code, ErrorCode::BadInput);
  EXPECT_EQ(Repository::create(other, {{}, 1}, later, {online_, 1}, later).error().code, ErrorCode::BadInput);
  EXPECT_EQ(Repository::create(other, {keys({1, 1}), 2}, later, {online_, 1}, later).error().code, ErrorCode::BadInput);
  EXPECT_FALSE(fs::exists(other));
  EXPECT_EQ(Repository::open(other).error().code, ErrorCode::NotFound);
  EXPECT_EQ(repository().add("../a", as_bytes("one")).error().code, ErrorCode::BadInput);
  EXPECT_EQ(repository().add("a", Bytes(limits::tuf_target_bytes_max + 1)).error().code, ErrorCode::LimitExceeded);
}

}  // namespace
}  // namespace hornbook::delivery

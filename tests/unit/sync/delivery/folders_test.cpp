// The real ports: folders, and HTTP on loopback.
#include <gtest/gtest.h>

#include <fstream>

#include "runtime/pack/durable_file.hpp"
#include "sync/delivery/http_source.hpp"
#include "sync/delivery/target_folder.hpp"
#include "sync/delivery/trusted_folder.hpp"
#include "tests/support/running_server.hpp"
#include "tests/support/temporary_directory.hpp"
#include "tests/support/tuf_repository.hpp"
#include "tests/support/with_crypto.hpp"

namespace hornbook::delivery {
namespace {

namespace fs = std::filesystem;
using test::bytes_of;
using test::TufRepository;

std::size_t count_files(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::recursive_directory_iterator(folder), {}));
}

TEST(TrustedFolder, KeepsARoleUnderAHarmlessName) {
  const test::TemporaryDirectory directory;
  const fs::path folder = directory.path() / "new" / "metadata";
  TrustedFolder trusted = TrustedFolder::open(folder).value();
  EXPECT_FALSE(trusted.read("root", 100).value());
  ASSERT_TRUE(trusted.write("root", as_bytes("r")));
  ASSERT_TRUE(trusted.write("../../evil", as_bytes("e")));
  EXPECT_TRUE(fs::exists(folder / "root.json"));
  EXPECT_EQ(count_files(directory.path()), 4u);  // two folders, two files
  EXPECT_EQ(trusted.read("../../evil", 100).value().value(), bytes_of("e"));
  EXPECT_FALSE(trusted.read("root", 0).value());
  ASSERT_TRUE(trusted.remove("root"));
  ASSERT_TRUE(trusted.remove("root"));
  EXPECT_FALSE(trusted.read("root", 100).value());
}

class Delivery : public testing::Test {
 protected:
  Delivery() {
    repository_.add_target("targets", "packs/a b", "the pack");
    repository_.republish();
    EXPECT_TRUE(trust_first_root(trusted_, repository_.files.at("1.root.json")));
  }
  Done bring(const std::string& path) {
    TRY_ASSIGN(Client client, Client::update(repository_, trusted_, TufRepository::now));
    return folder_.bring(client, repository_, path);
  }

  TufRepository repository_;
  test::TrustedMemory trusted_;
  const test::TemporaryDirectory directory_;
  const TargetFolder folder_ = TargetFolder::open(directory_.path() / "targets").value();
};

TEST_F(Delivery, ATarget_IsBroughtOnce) {
  ASSERT_TRUE(bring("packs/a b"));
  EXPECT_EQ(pack::read_file(folder_.file_of("packs/a b").value(), 100).value(), bytes_of("the pack"));
  repository_.asked.clear();
  ASSERT_TRUE(bring("packs/a b"));
  for (const std::string& address : repository_.asked) EXPECT_TRUE(address.ends_with(".json")) << address;
}

TEST_F(Delivery, AFileThatWasChangedHere_IsBroughtAnew) {
  ASSERT_TRUE(bring("packs/a b"));
  std::ofstream(folder_.file_of("packs/a b").value()) << "the pick";
  ASSERT_TRUE(bring("packs/a b"));
  EXPECT_EQ(pack::read_file(folder_.file_of("packs/a b").value(), 100).value(), bytes_of("the pack"));
}

TEST_F(Delivery, ASymlinkInItsPlace_IsReplacedAndNotFollowed) {
  const fs::path victim = directory_.path() / "victim";
  std::ofstream(victim) << "precious";
  fs::create_symlink(victim, folder_.file_of("packs/a b").value());
  ASSERT_TRUE(bring("packs/a b"));
  EXPECT_EQ(pack::read_file(victim, 100).value(), bytes_of("precious"));
  EXPECT_FALSE(fs::is_symlink(folder_.file_of("packs/a b").value()));
}

TEST_F(Delivery, ATargetThatFails_LeavesTheOldOneAndNothingElse) {
  ASSERT_TRUE(bring("packs/a b"));
  repository_.add_target("targets", "packs/a b", "the next pack");
  repository_.republish();
  for (auto& [address, bytes] : repository_.files)
    if (bytes == bytes_of("the next pack")) bytes = bytes_of("the evil pack");
  EXPECT_EQ(bring("packs/a b").error().code, ErrorCode::Corrupt);
  EXPECT_EQ(pack::read_file(folder_.file_of("packs/a b").value(), 100).value(), bytes_of("the pack"));
  EXPECT_EQ(count_files(directory_.path() / "targets"), 1u);
}

class DeliveryOverHttp : public Delivery {
 protected:
  link::HttpResponse answer(const link::HttpRequest& request) {
    static constexpr std::string_view base = "/content/";
    if (request.path == "/content/broken") return link::text_response(500, "text/plain", "");
    const auto found = repository_.files.find(request.path.substr(std::min(base.size(), request.path.size())));
    if (found == repository_.files.end()) return link::text_response(404, "text/plain", "");
    return {200, {}, found->second};
  }
  test::RunningServer server_{[this](const link::HttpRequest& request) { return answer(request); }, nullptr};
  HttpSource source_ = HttpSource::open(server_.url() + "/content", {}).value();
};

TEST_F(DeliveryOverHttp, AWholeUpdate_ComesOverTheWire) {
  TrustedFolder trusted = TrustedFolder::open(directory_.path() / "metadata").value();
  ASSERT_TRUE(trust_first_root(trusted, repository_.files.at("1.root.json")));
  auto client = Client::update(source_, trusted, TufRepository::now);
  ASSERT_TRUE(client) << client.error().sentence;
  repository_.files["ignored"] = {};
  EXPECT_EQ(count_files(directory_.path() / "metadata"), 4u);
}

TEST_F(DeliveryOverHttp, Answers_BecomeErrorsWithAMeaning) {
  EXPECT_EQ(source_.fetch("timestamp.json", 100'000).value(), repository_.files.at("timestamp.json"));
  EXPECT_EQ(source_.fetch("timestamp.json", 10).error().code, ErrorCode::LimitExceeded);
  EXPECT_EQ(source_.fetch("none", 10).error().code, ErrorCode::NotFound);
  EXPECT_EQ(source_.fetch("broken", 10).error().code, ErrorCode::NoLink);
  EXPECT_TRUE(source_.fetch("timestamp.json", 100'000));  // after all of that
  server_.stop();
  EXPECT_EQ(source_.fetch("timestamp.json", 100'000).error().code, ErrorCode::NoLink);
}

TEST_F(DeliveryOverHttp, OverTls_TheServerMustHoldThePinnedKey) {
  const link::TlsIdentity identity = link::make_tls_identity("Test school").value();
  const test::RunningServer secure([this](const link::HttpRequest& request) { return answer(request); }, &identity);
  const Hash pin = link::tls_pin(identity).value();
  HttpSource source = HttpSource::open(secure.url() + "/content/", pin).value();
  EXPECT_EQ(source.fetch("timestamp.json", 100'000).value(), repository_.files.at("timestamp.json"));
  EXPECT_TRUE(source.fetch("1.root.json", 100'000));
  const Hash other = link::tls_pin(link::make_tls_identity("Test school").value()).value();
  HttpSource wary = HttpSource::open(secure.url() + "/content/", other).value();
  EXPECT_EQ(wary.fetch("timestamp.json", 100'000).error().code, ErrorCode::NotAllowed);
}

TEST(HttpSource, Addresses_AreCheckedBeforeAnyoneIsAsked) {
  EXPECT_TRUE(HttpSource::open("http://127.0.0.1:1/a%20b/", {}));
  EXPECT_TRUE(HttpSource::open("http://localhost", {}));
  EXPECT_FALSE(HttpSource::open("", {}));
  EXPECT_FALSE(HttpSource::open("ftp://127.0.0.1/", {}));
  EXPECT_FALSE(HttpSource::open("http://127.0.0.1:1/a b", {}));
  EXPECT_FALSE(HttpSource::open("http://127.0.0.1:1/a\r\nx: y", {}));
  EXPECT_FALSE(HttpSource::open("http://127.0.0.1:1/a?b", {}));
  EXPECT_EQ(HttpSource::open("http://example.org/a", {}).error().code, ErrorCode::NotAllowed);
  EXPECT_EQ(HttpSource::open("https://example.org/a", {}).error().code, ErrorCode::NotAllowed);
}

}  // namespace
}  // namespace hornbook::delivery

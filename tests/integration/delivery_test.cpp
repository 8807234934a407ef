// `hornbook-pack repo` publishes, a plain web server serves, `hornbook-pack tuf` follows.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "runtime/pack/durable_file.hpp"
#include "tests/support/child_process.hpp"
#include "tests/support/running_server.hpp"
#include "tests/support/temporary_directory.hpp"
#include "tests/support/with_crypto.hpp"

namespace hornbook::test {
namespace {

namespace fs = std::filesystem;

class DeliveryByProgram : public testing::Test {
 protected:
  void SetUp() override {
    for (const char* name : {"root.key", "online.key", "next.key"}) ASSERT_EQ(pack({"key", "new", at(name)}), 0);
    ASSERT_EQ(pack({"repo", "init", at("repo"), "--root-key", at("root.key"), "--key", at("online.key")}), 0);
    publish("a.hbpack", "one half");
    ASSERT_EQ(pack({"tuf", "--metadata-dir", at("trust"), "init", at("repo/metadata/1.root.json")}), 0);
  }
  std::string at(const std::string& name) const { return directory_.path() / name; }
  int pack(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), std::string(HORNBOOK_BIN_DIR) + "/hornbook-pack");
    const Ended ended = run(arguments);
    said_ = ended.output;
    return ended.exit_code;
  }
  void publish(const std::string& name, const std::string& bytes, const std::string& key = "online.key") {
    std::ofstream(at(name)) << bytes;
    ASSERT_EQ(pack({"repo", "add", at("repo"), at(name), "--as", "packs/" + name}), 0) << said_;
    ASSERT_EQ(pack({"repo", "publish", at("repo"), "--key", at(key)}), 0) << said_;
  }
  int tuf(const std::string& act, const std::vector<std::string>& targets = {}) {
    std::vector<std::string> command{"tuf", "--metadata-dir", at("trust"), "--metadata-url",
                                     server_.url() + "/metadata"};
    for (const std::string& target : targets) command.insert(command.end(), {"--target-name", target});
    command.insert(command.end(), {"--target-base-url", server_.url() + "/targets/", "--target-dir", at("files"), act});
    return pack(command);
  }
  std::string file(const std::string& name) const {
    const auto bytes = pack::read_file(at("files/packs%2F" + name), 1000);
    return bytes ? std::string(as_text(*bytes)) : "none";
  }
  link::HttpResponse answer(const link::HttpRequest& request) const {
    auto bytes = pack::read_file(at("repo") + request.path, 1'000'000);
    if (!bytes) return link::text_response(404, "text/plain", "");
    return {200, {}, std::move(*bytes)};
  }

  const TemporaryDirectory directory_;
  std::string said_;  // by the last program
  RunningServer server_{[this](const link::HttpRequest& request) { return answer(request); }, nullptr};
};

TEST_F(DeliveryByProgram, WhatIsPublished_IsBrought) {
  EXPECT_EQ(tuf("refresh"), 0) << said_;
  publish("b.hbpack", "one third");
  EXPECT_EQ(tuf("download", {"packs/a.hbpack", "packs/b.hbpack"}), 0) << said_;
  EXPECT_EQ(file("a.hbpack"), "one half");
  EXPECT_EQ(file("b.hbpack"), "one third");
}

TEST_F(DeliveryByProgram, RotatedKeys_AreFollowed) {
  ASSERT_EQ(tuf("refresh"), 0);
  ASSERT_EQ(pack({"repo", "rotate", at("repo"), "--root-key", at("root.key"), "--new-key", at("next.key")}), 0)
      << said_;
  EXPECT_EQ(pack({"repo", "publish", at("repo"), "--key", at("online.key")}), 4);
  publish("a.hbpack", "two quarters", "next.key");
  EXPECT_EQ(tuf("download", {"packs/a.hbpack"}), 0) << said_;
  EXPECT_EQ(file("a.hbpack"), "two quarters");
}

TEST_F(DeliveryByProgram, WhatGoesWrong_IsOneLineAndExitsWithOne) {
  const auto expect_one_line = [&] {
    EXPECT_EQ(std::count(said_.begin(), said_.end(), '\n'), 1) << said_;
    EXPECT_TRUE(said_.starts_with("hornbook-pack: ")) << said_;
  };
  EXPECT_EQ(tuf("download", {"packs/none"}), 1);
  expect_one_line();
  EXPECT_EQ(tuf("download"), 1);
  expect_one_line();
  EXPECT_EQ(pack({"tuf", "--metadata-dir", at("trust"), "init", at("repo/metadata/1.root.json")}), 1);
  expect_one_line();
  EXPECT_EQ(pack({"tuf", "--metadata-dir", at("empty"), "--metadata-url", server_.url(), "refresh"}), 1);
  expect_one_line();
  for (const auto& entry : fs::recursive_directory_iterator(at("repo/targets")))
    if (entry.is_regular_file()) std::ofstream(entry.path()) << "evil half";
  EXPECT_EQ(tuf("download", {"packs/a.hbpack"}), 1);
  expect_one_line();
  EXPECT_EQ(file("a.hbpack"), "none");
}

}  // namespace
}  // namespace hornbook::test

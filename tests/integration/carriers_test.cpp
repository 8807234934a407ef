// A device joins its school by a stick, another by a relay: the programs as they are run.
#include <gtest/gtest.h>

#include <csignal>
#include <filesystem>
#include <fstream>

#include "tests/support/child_process.hpp"
#include "tests/support/temporary_directory.hpp"

namespace hornbook::test {
namespace {

const std::string programs = HORNBOOK_BIN_DIR;

class Carriers : public testing::Test {
 protected:
  void SetUp() override { expect_done(server({"init", "--data", school(), "--school", "Lake School"})); }

  [[nodiscard]] std::string at(const std::string& name) const { return folder_.path() / name; }
  [[nodiscard]] std::string school() const { return at("school"); }
  [[nodiscard]] static Ended server(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), programs + "/hornbook-server");
    return run(arguments);
  }
  [[nodiscard]] Ended ctl(const std::string& device, std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {programs + "/hornbookctl", "--data", at(device)});
    return run(arguments);
  }
  static void expect_done(const Ended& ended) { ASSERT_EQ(ended.exit_code, 0) << ended.output; }
  void enrol_offline(const std::string& device) const {
    const std::string file = at(device + ".enrolment");
    expect_done(server({"enrol", "--data", school(), "--device", device, "--profile", "station", "--out", file, "--url",
                        "https://127.0.0.1:1"}));
    expect_done(ctl(device, {"enrol", file, "--offline"}));
  }
  [[nodiscard]] bool is_accepted(const std::string& device) const {
    return ctl(device, {"status", "--json"}).output.find("\"accepted\":true") != std::string::npos ||
           ctl(device, {"status", "--json"}).output.find("\"accepted\": true") != std::string::npos;
  }

  TemporaryDirectory folder_;
};

TEST_F(Carriers, OneStick_BringsTwoDevicesIntoTheSchool) {
  std::filesystem::create_directories(at("stick"));
  for (const char* device : {"one", "two"}) {
    enrol_offline(device);
    expect_done(ctl(device, {"export", at("stick")}));
    EXPECT_FALSE(is_accepted(device));
  }
  const Ended taken = server({"bundle", "import", at("stick"), "--data", school(), "--reply-to", at("stick")});
  expect_done(taken);
  EXPECT_NE(taken.output.find("2 bundles"), std::string::npos) << taken.output;
  for (const char* device : {"two", "one"}) {
    const Ended imported = ctl(device, {"import", at("stick")});
    expect_done(imported);
    EXPECT_NE(imported.output.find("1 replies"), std::string::npos) << imported.output;
    EXPECT_TRUE(is_accepted(device));
  }
}

TEST_F(Carriers, ARelay_BringsADeviceIntoTheSchool) {
  ChildProcess school_server({programs + "/hornbook-server", "serve", "--data", school(), "--listen", "127.0.0.1:0"});
  const std::string listening = school_server.read_line_starting("listening");
  ASSERT_FALSE(listening.empty());
  expect_done(server({"card", "--data", school(), "--out", at("school.card")}));
  const std::string unknown = at("hub");
  EXPECT_EQ(
      server({"relay", "--data", unknown, "--listen", "127.0.0.1:0", "--school", "https://127.0.0.1:1"}).exit_code, 3)
      << "a school without a card";
  ChildProcess relay({programs + "/hornbook-server", "relay", "--data", at("hub"), "--listen", "127.0.0.1:0", "--card",
                      at("school.card"), "--forward-seconds", "1"});
  const std::string where = relay.read_line_starting("listening");
  ASSERT_FALSE(where.empty());
  const std::string url = where.substr(where.find("https://"));
  const Ended card = server({"relay", "--data", at("hub"), "--listen", "127.0.0.1:0", "--show", "--url", url});
  expect_done(card);
  std::ofstream(at("relay.card")) << card.output;
  enrol_offline("one");
  const Ended first = ctl("one", {"sync", "--relay", at("relay.card")});
  expect_done(first);
  EXPECT_NE(first.output.find("1 bundles left"), std::string::npos) << first.output;
  for (int tries = 0; tries < 100 && !is_accepted("one"); ++tries) {
    let_run(200'000);
    expect_done(ctl("one", {"sync", "--relay", at("relay.card")}));
  }
  EXPECT_TRUE(is_accepted("one"));
  EXPECT_EQ(server({"relay", "--data", at("hub"), "--listen", "127.0.0.1:0"}).exit_code, 7) << "one relay a folder";
  relay.signal(SIGTERM);
  EXPECT_EQ(relay.wait().exit_code, 0);
  EXPECT_EQ(ctl("one", {"sync", "--relay", at("relay.card")}).exit_code, 5);
}

}  // namespace
}  // namespace hornbook::test

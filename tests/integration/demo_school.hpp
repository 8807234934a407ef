// A demo school of real processes in a folder of its own: what `toolchains/dev run` sets up, on a port of the test's
// own.
#pragma once

#include <sqlite3.h>

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/child_process.hpp"
#include "tests/support/temporary_directory.hpp"

namespace hornbook::test {

using Script = std::vector<std::string>;  // JSON Lines steps

// (epoch, sequence) of an event of the one station.
using EventPlace = std::pair<std::uint64_t, std::uint64_t>;

class DemoSchool {
 public:
  // Builds, initialises and enrols by the programs themselves; `trouble()` says what failed.
  DemoSchool();
  [[nodiscard]] const std::string& trouble() const { return trouble_; }

  [[nodiscard]] std::filesystem::path folder() const { return directory_.path() / "school"; }
  [[nodiscard]] std::filesystem::path station_data() const { return folder() / "station"; }
  [[nodiscard]] std::filesystem::path trace() const { return folder() / "trace.jsonl"; }
  [[nodiscard]] std::uint16_t port() const { return port_; }

  // Empty when the server answers, else what it said.
  [[nodiscard]] std::string start_server();
  void stop_server(int signal_number);

  [[nodiscard]] std::vector<std::string> station_command(const Script& script);
  [[nodiscard]] Ended play(const Script& script) { return run(station_command(script)); }
  [[nodiscard]] std::vector<std::string> ctl_command(const std::vector<std::string>& arguments) const;
  [[nodiscard]] Ended ctl(const std::vector<std::string>& arguments) const { return run(ctl_command(arguments)); }
  [[nodiscard]] Ended server_command(const std::vector<std::string>& arguments) const;

  // The events that the server has stored, in order.
  [[nodiscard]] std::vector<EventPlace> stored_events() const;
  // The answers that the station's trace calls durable, in order.
  [[nodiscard]] std::vector<EventPlace> durable_answers() const;

 private:
  TemporaryDirectory directory_;
  std::uint16_t port_ = 0;
  std::unique_ptr<ChildProcess> server_;
  std::string trouble_;
};

// Steps that sign a learner of the demo class in, from the attract screen to home.
struct DemoLearner {
  const char* name;
  std::vector<std::string> pictures;
};
[[nodiscard]] Script sign_in(const DemoLearner& learner);
// From an activity: back home, and away.
[[nodiscard]] Script sign_out();
// `answers` answers, a seeded mix of right ones at once and right ones after a wrong one; the last activity stays open.
[[nodiscard]] Script practise(int answers, std::uint64_t seed);
[[nodiscard]] Script operator+(Script first, const Script& second);

}  // namespace hornbook::test

#include "tests/integration/demo_school.hpp"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

#include "runtime/core/seeded_random.hpp"

namespace hornbook::test {
namespace {

const std::string programs = HORNBOOK_BIN_DIR;

// A port that was free a moment ago.
std::uint16_t free_port() {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  const bool bound = ::bind(socket, generic, size) == 0 && ::getsockname(socket, generic, &size) == 0;
  ::close(socket);
  return bound ? ntohs(address.sin_port) : std::uint16_t{0};
}

}  // namespace

DemoSchool::DemoSchool() : port_(free_port()) {
  const Ended ended = run({"env", "HORNBOOK_DEMO_PORT=" + std::to_string(port_),
                           std::string(HORNBOOK_SOURCE_DIR) + "/toolchains/demo/school", "setup", programs, folder()});
  if (ended.exit_code != 0) trouble_ = ended.output;
}

std::string DemoSchool::start_server() {
  server_ = std::make_unique<ChildProcess>(std::vector<std::string>{programs + "/hornbook-server", "serve", "--data",
                                                                    folder() / "server", "--listen",
                                                                    "127.0.0.1:" + std::to_string(port_)});
  if (!server_->read_line_starting("listening").empty()) return {};
  const Ended ended = server_->wait();
  server_.reset();
  return "the server ended with " + std::to_string(ended.exit_code) + ": " + ended.output;
}

void DemoSchool::stop_server(int signal_number) {
  if (!server_) return;
  server_->signal(signal_number);
  (void)server_->wait();
  server_.reset();
}

std::vector<std::string> DemoSchool::station_command(const Script& script) {
  const auto path = folder() / "script.jsonl";
  std::ofstream file(path);
  for (const std::string& step : script) file << step << '\n';
  return {programs + "/hornbook",
          "--data",
          station_data(),
          "--profile",
          "demo",
          "--headless",
          "--script",
          path,
          "--trace",
          trace(),
          "--capture",
          folder() / "pictures"};
}

std::vector<std::string> DemoSchool::ctl_command(const std::vector<std::string>& arguments) const {
  std::vector<std::string> command{programs + "/hornbookctl", "--data", station_data()};
  command.insert(command.end(), arguments.begin(), arguments.end());
  return command;
}

Ended DemoSchool::server_command(const std::vector<std::string>& arguments) const {
  std::vector<std::string> command{programs + "/hornbook-server"};
  command.insert(command.end(), arguments.begin(), arguments.end());
  return run(command);
}

std::vector<EventPlace> DemoSchool::stored_events() const {
  std::vector<EventPlace> events;
  sqlite3* database = nullptr;
  sqlite3_stmt* statement = nullptr;
  const std::string path = folder() / "server" / "school.sqlite";
  if (sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK &&
      sqlite3_prepare_v2(database,
                         "SELECT epoch, sequence FROM event UNION ALL SELECT epoch, sequence FROM waiting_event "
                         "ORDER BY epoch, sequence",
                         -1, &statement, nullptr) == SQLITE_OK) {
    while (sqlite3_step(statement) == SQLITE_ROW) {
      events.emplace_back(sqlite3_column_int64(statement, 0), sqlite3_column_int64(statement, 1));
    }
  }
  sqlite3_finalize(statement);
  sqlite3_close(database);
  return events;
}

std::vector<EventPlace> DemoSchool::durable_answers() const {
  std::vector<EventPlace> answers;
  std::ifstream file(trace());
  for (std::string line; std::getline(file, line);) {
    const auto entry = nlohmann::json::parse(line, nullptr, false);
    if (!entry.is_object() || !entry.contains("tap_to_durable_us")) continue;
    answers.emplace_back(entry.at("epoch").get<std::uint64_t>(), entry.at("sequence").get<std::uint64_t>());
  }
  return answers;
}

Script operator+(Script first, const Script& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

Script sign_in(const DemoLearner& learner) {
  const auto button = [](const std::string& name) { return R"({"tap":"role=button[name~\")" + name + R"(\"]"})"; };
  Script script{R"({"tap":"screen=attract"})", R"({"wait":"screen=who","ms":5000})", button(learner.name),
                R"({"wait":"screen=picture-password","ms":5000})"};
  for (const std::string& picture : learner.pictures) script.push_back(button(picture));
  script.emplace_back(R"({"wait":"screen=home","ms":5000})");
  return script;
}

Script practise(int answers, std::uint64_t seed) {
  SeededRandom random(seed);
  Script script;
  for (int given = 0; given < answers;) {
    const bool wrong_first = given + 1 < answers && random.below(4) == 0;
    if (wrong_first) script.emplace_back(R"({"answer":"wrong"})");
    script.emplace_back(R"({"answer":"right"})");
    given += wrong_first ? 2 : 1;
  }
  return script;
}

Script sign_out() {
  return {R"({"key":"Escape"})", R"({"wait":"screen=home"})", R"({"tap":"role=button[name=\"Leave\"]"})",
          R"({"wait":"screen=goodbye"})"};
}

}  // namespace hornbook::test

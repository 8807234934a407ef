#include "tests/support/sync_runs.hpp"

#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <fstream>
#include <sstream>
#include <thread>

#include "tests/support/child_process.hpp"
#include "tests/support/field_school.hpp"
#include "tests/support/temporary_directory.hpp"

namespace hornbook::test {
namespace {

using Words = std::vector<std::string>;
using Clock = std::chrono::steady_clock;

const std::string programs = HORNBOOK_BIN_DIR;

double seconds_since(Clock::time_point began) { return std::chrono::duration<double>(Clock::now() - began).count(); }

// The greatest resident memory of a process so far; 0 when it is gone.
std::uint64_t peak_memory_kb(pid_t process) {
  std::ifstream status("/proc/" + std::to_string(process) + "/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmHWM:")) return std::stoull(line.substr(6));
  return 0;
}

double cpu_seconds(pid_t process) {
  std::ifstream file("/proc/" + std::to_string(process) + "/stat");
  std::string text;
  std::getline(file, text);
  std::istringstream after_name(text.substr(text.rfind(')') + 2));
  std::string word;
  double ticks = 0;
  for (int field = 3; field <= 15 && after_name >> word; ++field)
    if (field >= 14) ticks += static_cast<double>(std::stoull(word));
  return ticks / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

class RunningProgram {
 public:
  RunningProgram(const FieldSchool& school, const Words& prefix, const std::string& listen)
      : child_([&] {
          Words command = prefix;
          const Words serve{programs + "/hornbook-server", "serve", "--data", school.server_data(), "--listen", listen};
          command.insert(command.end(), serve.begin(), serve.end());
          return command;
        }()) {
    const std::string line = child_.read_line_starting("listening on ");
    if (!line.empty()) url_ = line.substr(std::string("listening on ").size());
  }
  [[nodiscard]] const std::string& url() const { return url_; }  // empty when it does not serve
  [[nodiscard]] ServerRun end() {
    ServerRun run;
    run.cpu_seconds = cpu_seconds(child_.process());
    run.peak_memory_kb = peak_memory_kb(child_.process());
    child_.signal(SIGTERM);
    static_cast<void>(child_.wait());
    return run;
  }

 private:
  ChildProcess child_;
  std::string url_;
};

DeviceRun sync(const Words& prefix, const std::filesystem::path& data, const std::string& url, int deadline_seconds) {
  Words command = prefix;
  const Words words{programs + "/hornbookctl",       "--data", data, "sync", "--server", url, "--deadline",
                    std::to_string(deadline_seconds)};
  command.insert(command.end(), words.begin(), words.end());
  DeviceRun run;
  const auto began = Clock::now();
  ChildProcess child(command);
  std::atomic<bool> over = false;
  std::thread watching([&, process = child.process()] {
    while (!over) {
      run.peak_memory_kb = std::max(run.peak_memory_kb, peak_memory_kb(process));
      let_run(1000);
    }
  });
  const Ended ended = child.wait();
  over = true;
  watching.join();
  run.seconds = seconds_since(began);
  run.synced = ended.exit_code == 0 && ended.output.find(" 0 still unsent") != std::string::npos;
  if (!run.synced) std::fprintf(stderr, "%s\n", ended.output.c_str());
  return run;
}

tl::unexpected<Error> no_server() { return fail(ErrorCode::NoLink, "test", "the server does not start"); }

}  // namespace

Result<SyncRun> run_devices_at_once(std::size_t devices, std::size_t events_each) {
  const TemporaryDirectory folder;
  TRY_ASSIGN(FieldSchool school, FieldSchool::create(folder.path(), 30, "https://127.0.0.1:1"));
  std::vector<std::filesystem::path> data;
  for (std::size_t i = 0; i < devices; ++i) {
    TRY_ASSIGN(data.emplace_back(), school.add_device());
    TRY_DONE(school.practise(data.back(), events_each, i + 1));
  }
  RunningProgram server(school, {}, "127.0.0.1:0");
  if (server.url().empty()) return no_server();
  SyncRun run;
  run.devices.resize(devices);
  const auto began = Clock::now();
  std::vector<std::thread> syncing;
  for (std::size_t i = 0; i < devices; ++i)
    syncing.emplace_back([&, i] { run.devices[i] = sync({}, data[i], server.url(), 300); });
  for (std::thread& each : syncing) each.join();
  run.seconds = seconds_since(began);
  run.server = server.end();
  TRY_ASSIGN(run.server.events_stored, school.events_stored());
  return run;
}

Result<SyncRun> run_over_thin_link(const ThinLink& link, std::size_t events, int window_seconds) {
  TRY_ASSIGN(const ThinNetwork network, ThinNetwork::create(link));
  const TemporaryDirectory folder;
  const std::string listen = std::string(ThinNetwork::school_address) + ":8443";
  TRY_ASSIGN(FieldSchool school, FieldSchool::create(folder.path(), 30, "https://" + listen));
  TRY_ASSIGN(const std::filesystem::path data, school.add_device());
  RunningProgram server(school, network.at_school({}), listen);
  if (server.url().empty()) return no_server();
  // The device's first sync, which enrols it, is of another day and another network.
  TRY_DONE(school.first_sync(data));
  TRY_DONE(school.practise(data, events, 1));
  SyncRun run;
  run.devices.push_back(sync(network.at_device({}), data, server.url(), window_seconds));
  run.seconds = run.devices.front().seconds;
  run.link = network.counts();
  run.server = server.end();
  TRY_ASSIGN(run.server.events_stored, school.events_stored());
  return run;
}

}  // namespace hornbook::test

// Real processes for integration tests: start, read, wait, kill.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

namespace hornbook::test {

struct Ended {
  int exit_code = 0;   // 128 + signal when a signal ended it
  std::string output;  // stdout and stderr together
};

class ChildProcess {
 public:
  explicit ChildProcess(const std::vector<std::string>& command);
  ~ChildProcess();  // kills it when it still runs
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  // Reads until a line starts with `prefix` and returns that line; empty when the child ended before.
  [[nodiscard]] std::string read_line_starting(const std::string& prefix);
  void signal(int number) const;
  [[nodiscard]] pid_t process() const { return pid_; }  // -1 when it did not start, and after wait()
  // Reads to the end and waits.
  Ended wait();

 private:
  bool read_more();
  pid_t pid_ = -1;
  int output_ = -1;
  std::string text_;
};

// Lets a child run on before it is killed: the moment of a power cut, chosen by a seed.
void let_run(std::uint64_t microseconds);

[[nodiscard]] Ended run(const std::vector<std::string>& command);

}  // namespace hornbook::test

// What one answer costs the cycle: update the learner's state and choose what comes next, for a learner with a past.
#include <algorithm>
#include <chrono>
#include <cstdio>

#include "runtime/measure/event_codec.hpp"
#include "tests/unit/runtime/session/one_learner.hpp"

namespace {

using Microseconds = std::chrono::duration<double, std::micro>;

double took_us(const std::chrono::steady_clock::time_point& from) {
  return Microseconds(std::chrono::steady_clock::now() - from).count();
}

void print_row(const char* what, std::vector<double> samples) {
  std::sort(samples.begin(), samples.end());
  const auto at = [&](std::size_t permille) { return samples[(samples.size() - 1) * permille / 1000]; };
  std::printf("%-28s median %8.1f us   p99 %8.1f us   worst %8.1f us   (%zu)\n", what, at(500), at(990), at(1000),
              samples.size());
}

}  // namespace

int main() {
  hornbook::test::OneLearner learner;
  learner.intend(hornbook::session::ChooseOption{0});
  std::vector<double> answers;
  std::vector<double> choices;
  constexpr int items = 2000;
  for (int item = 0; item < items; ++item) {
    learner.wait(20'000);
    auto before = std::chrono::steady_clock::now();
    learner.answer(item % 5 != 0);
    answers.push_back(took_us(before));
    while (!std::holds_alternative<hornbook::engage::Finished>(learner.activity().phase)) learner.answer(true);
    before = std::chrono::steady_clock::now();
    learner.intend(hornbook::session::GoOn{});
    choices.push_back(took_us(before));
  }
  print_row("answer: score, fold", std::move(answers));
  print_row("decide, present the next", std::move(choices));
  const std::size_t bytes = hornbook::interpret::encode(learner.state().learner).size();
  std::printf("state: %zu bytes, %zu a skill\n", bytes, bytes / learner.state().learner.skills.size());
  return 0;
}

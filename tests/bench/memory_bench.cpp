// What memory costs: the probability of a recall, a review taken in, and a learner's weights fitted.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include "runtime/interpret/memory/fit_memory.hpp"
#include "tests/unit/runtime/interpret/memory/simulated_reviews.hpp"

namespace {

using namespace hornbook::interpret;

// The median of seven rounds.
template <class Work>
double nanoseconds(int times, Work work) {
  std::vector<double> rounds;
  for (int round = 0; round < 7; ++round) {
    const auto began = std::chrono::steady_clock::now();
    for (int time = 0; time < times; ++time) work(time);
    rounds.push_back(std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - began).count() /
                     times);
  }
  std::sort(rounds.begin(), rounds.end());
  return rounds[3];
}

}  // namespace

int main() {
  const Fsrs fsrs(fsrs_default_weights);
  double sum = 0;  // printed, so that nothing is left out
  const double recall = nanoseconds(500'000, [&](int time) { sum += fsrs.retrievability(1 + time % 100, time % 37); });
  Memory memory = fsrs.first(Rating::Good);
  const double review = nanoseconds(500'000, [&](int time) {
    memory = fsrs.after(memory, 1 + time % 37, static_cast<Rating>(1 + time % 4));
    sum += memory.stability;
  });
  std::printf("memory: probability of recall %4.0f ns, a review taken in %4.0f ns\n", recall, review);
  for (const std::size_t count : {400u, 4000u}) {
    const auto reviews = test::simulate(test::half_life_learner, 1, count);
    const double fit = nanoseconds(1, [&](int) { sum += fit_memory(reviews).value()[0]; });
    std::printf("memory: weights fitted to %4zu reviews %5.0f ms\n", count, fit / 1e6);
  }
  std::printf("(%g)\n", sum);
  return 0;
}

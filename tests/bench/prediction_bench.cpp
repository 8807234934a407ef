// What the response model costs: its fit on a log, and a probability and an answer taken in after it.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include "runtime/interpret/calibrate/fit_response_model.hpp"
#include "tests/support/attempt_samples.hpp"

namespace {

using namespace hornbook;
using namespace hornbook::interpret;
using Seconds = std::chrono::duration<double>;

double took(const std::chrono::steady_clock::time_point& from) {
  return Seconds(std::chrono::steady_clock::now() - from).count();
}

// Each answer of learners whom the fit has not seen, in microseconds.
std::vector<double> answer_all(const AttemptLog& log, ResponseModel& model) {
  std::vector<double> samples;
  for (const LearnerRows& rows : log.learners()) {
    LearnerHistory history = new_learner(model.population);
    for (std::size_t row = rows.first; row < rows.last; ++row) {
      const Attempt attempt = log.at(row);
      const auto began = std::chrono::steady_clock::now();
      const ResponsePrediction prediction = predict(model, history, attempt.question);
      take_answer(model, history, attempt, prediction);
      learn_of_population(model, attempt, prediction);
      samples.push_back(took(began) * 1e6);
    }
  }
  std::ranges::sort(samples);
  return samples;
}

}  // namespace

int main() {
  const test::RaschLog rule{.learners = 1000, .items = 2000, .skills = 100, .answers = 100};
  const AttemptLog log = test::make_log(rule);
  const auto began = std::chrono::steady_clock::now();
  ResponseModel model = fit_response_model(log);
  const double fit = took(began);
  std::printf("prediction: fit on %zu answers %.1f s, %.0f us an answer\n", log.size(), fit,
              fit / static_cast<double>(log.size()) * 1e6);
  test::RaschLog others = rule;
  others.seed = 2;
  const std::vector<double> samples = answer_all(test::make_log(others), model);
  std::printf("prediction: predict and learn, median %.1f us, p99 %.1f us (%zu)\n", samples[samples.size() / 2],
              samples[samples.size() * 99 / 100], samples.size());
  return 0;
}

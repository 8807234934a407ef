// A second, crude generator for the detectors, made after them and unlike the first in everything: times are gamma or
// uniform, tempos differ by a factor of four, the chance of a right answer is a plain number, sessions have 10 to 20 or
// 40 to 60 questions. It writes events as a station does.
#pragma once

#include <algorithm>

#include "platform/programs/model/simulate/student.hpp"
#include "runtime/core/portable_math.hpp"
#include "tests/support/sample_course.hpp"

namespace hornbook::test {

struct PlantedItem {
  std::size_t first_event = 0;  // place of its ItemPresented
  simulate::Planted planted;
};
struct PlantedLearner {
  std::shared_ptr<const interpret::Curriculum> curriculum;
  std::vector<measure::EventRecord> events;
  std::vector<PlantedItem> items;
};

class PlantedSessions {
 public:
  PlantedSessions(simulate::Behaviour behaviour, std::uint64_t seed)
      : behaviour_(behaviour), random_(simulate::stream_of(seed, {77, static_cast<std::uint64_t>(behaviour)})) {
    learner_.curriculum = sample_curriculum();
    median_ms_ = between(10'000, 40'000) * between(0.5, 2);
    right_ = between(0.65, 0.9);
    is_uniform_ = simulate::happens(random_, 0.5);
    is_long_ = simulate::happens(random_, 0.5);
    if (behaviour == simulate::Behaviour::SlowCareful) median_ms_ *= between(1.8, 3.5);
    if (behaviour == simulate::Behaviour::SlowCareful) right_ = between(0.75, 0.95);
    if (behaviour == simulate::Behaviour::FastFluent) median_ms_ *= between(0.2, 0.45);
    if (behaviour == simulate::Behaviour::FastFluent) right_ = between(0.85, 0.97);
    if (behaviour == simulate::Behaviour::Stuck) right_ = between(0.15, 0.35);
    if (behaviour == simulate::Behaviour::Persister) right_ = between(0.3, 0.55);
  }

  [[nodiscard]] PlantedLearner make(int sessions) {
    for (int session = 0; session < sessions; ++session) sit();
    return std::move(learner_);
  }

 private:
  double between(double low, double high) { return simulate::uniform(random_, {low, high}); }

  // Around 1: gamma of shape 3, or uniform.
  double spread() {
    if (is_uniform_) return between(0.4, 1.8);
    double sum = 0;
    for (int i = 0; i < 3; ++i) sum -= portable_log(1 - simulate::uniform(random_));
    return sum / 2.7;
  }

  void add(measure::EventBody body) {
    learner_.events.push_back({{}, epoch_, {++sequence_, 1, elapsed_ms_, std::move(body)}});
  }

  void answer(double ms, bool right, int attempt, int hints) {
    elapsed_ms_ += static_cast<std::int64_t>(ms);
    measure::Response response;
    response.answer.kind = 1;  // choice
    response.correct = right;
    response.credit_permille = right ? 1000 : 0;
    response.attempt = static_cast<std::uint8_t>(attempt);
    response.hints_used = static_cast<std::uint8_t>(hints);
    response.response_ms = static_cast<std::uint32_t>(ms);
    add(std::move(response));
  }

  void tries(double ms, double chance, double retry) {
    for (int attempt = 1; attempt <= 3; ++attempt) {
      const bool right = simulate::happens(random_, chance + 0.1 * (attempt - 1));
      answer(std::max(ms * spread() * (attempt > 1 ? retry : 1), 300.0), right, attempt, 0);
      if (right) return;
    }
  }

  void guess() {
    for (int attempt = 1; attempt <= 3; ++attempt) {
      const bool right = simulate::happens(random_, 0.25);
      answer(between(400, 1800), right, attempt, 0);
      if (right) return;
    }
  }

  void game() {
    for (std::uint8_t grade = 1; grade <= 3; ++grade) {
      elapsed_ms_ += static_cast<std::int64_t>(between(300, 2000));
      add(measure::HintShown{grade});
    }
    answer(between(1500, 4000), true, 1, 3);
  }

  void work(double through) {
    using simulate::Behaviour;
    elapsed_ms_ += static_cast<std::int64_t>(between(1500, 6000));
    const std::uint32_t item = static_cast<std::uint32_t>(block_ * items_per_skill + random_.below(items_per_skill));
    if (random_.below(6) == 0) block_ = random_.below(6);
    PlantedItem planted{learner_.events.size(), {}};
    add(measure::ItemPresented{0, item, 1});
    if (bout_ == 0 && behaviour_ == Behaviour::RapidGuesser && simulate::happens(random_, 0.1))
      bout_ = 3 + random_.below(6);
    if (bout_ > 0) {
      --bout_;
      planted.planted.rapid_guess = true;
      guess();
    } else if (behaviour_ == Behaviour::HintGamer && simulate::happens(random_, 0.4)) {
      planted.planted.gamed_hints = true;
      game();
    } else {
      double pause = 0;
      if (behaviour_ == Behaviour::Idler && simulate::happens(random_, 0.12)) {
        planted.planted.idled = true;
        pause = between(4, 15) * median_ms_ + 90'000;
      }
      double chance = right_, slower = 1;
      if (behaviour_ == Behaviour::Tiring && through > 0.4) {
        planted.planted.tired = true;
        chance -= 0.45 * (through - 0.4) / 0.6 + 0.1;
        slower = 1 + 0.6 * (through - 0.4) / 0.6;
      }
      elapsed_ms_ += static_cast<std::int64_t>(pause);
      tries(median_ms_ * slower, chance, behaviour_ == Behaviour::Persister ? 1.1 : 0.55);
    }
    learner_.items.push_back(planted);
  }

  void sit() {
    ++epoch_;
    sequence_ = 0;
    elapsed_ms_ = 0;
    bout_ = 0;
    measure::SessionStart start;
    start.packs = {{0, learner_.curriculum->pack_hash}};
    start.time = {1'790'000'000'000 + static_cast<std::int64_t>(epoch_) * 86'400'000, 1000};
    add(start);
    const auto items = static_cast<int>(is_long_ ? between(40, 60) : between(10, 20));
    for (int item = 0; item < items; ++item) work(static_cast<double>(item) / items);
    add(measure::SessionEnd{});
  }

  simulate::Behaviour behaviour_;
  SeededRandom random_;
  PlantedLearner learner_;
  double median_ms_ = 0;
  double right_ = 0;
  bool is_uniform_ = false;
  bool is_long_ = false;
  std::uint64_t epoch_ = 0;
  std::uint64_t sequence_ = 0;
  std::int64_t elapsed_ms_ = 0;
  std::uint64_t bout_ = 0;
  std::size_t block_ = 0;
};

}  // namespace hornbook::test

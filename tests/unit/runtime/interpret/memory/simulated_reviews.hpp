// Reviews of simulated learners whose memories follow other laws than the model's, by seed. Each draws a learner's own
// parameters, then each card's; the delays follow a ladder with noise, a lapse falls back on it and is often studied
// again on the same day.
#pragma once

#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>
#include <numbers>
#include <vector>

#include "runtime/core/seeded_random.hpp"
#include "runtime/interpret/memory/card_memory.hpp"

namespace hornbook::interpret::test {

class Draws {
 public:
  explicit Draws(std::uint64_t seed) : random_(seed) {}
  double uniform(double low, double high) {
    return low + (high - low) * static_cast<double>(random_.next() >> 11) * 0x1p-53;
  }
  double normal(double deviation) {  // Box & Muller 1958
    return deviation * std::sqrt(-2 * std::log(1 - uniform(0, 1))) * std::cos(2 * std::numbers::pi * uniform(0, 1));
  }
  bool happens(double probability) { return uniform(0, 1) < probability; }

 private:
  SeededRandom random_;
};

// The true memory of one card.
struct TrueMemory {
  virtual ~TrueMemory() = default;
  virtual double recall(double day) const = 0;        // of a card that was studied before
  virtual void study(double day, Rating rating) = 0;  // the first time, and whenever it is reviewed
};
using MakeCard = std::function<std::unique_ptr<TrueMemory>(Draws&)>;

inline double head_start(Rating first) {
  constexpr double factors[] = {0, 0.4, 0.7, 1, 2.2};
  return factors[static_cast<int>(first)];
}

// Exponential forgetting with a half-life that doubles with successes (half-life regression; Settles & Meeder 2016).
struct HalfLife : TrueMemory {
  double half_life, growth, fall, last = -1;
  HalfLife(double h, double g, double f) : half_life(h), growth(g), fall(f) {}
  double recall(double day) const override { return std::exp2(-(day - last) / half_life); }
  void study(double day, Rating rating) override {
    if (last < 0)
      half_life *= head_start(rating);
    else if (day - last >= 0.5)
      half_life *= rating == Rating::Again ? fall : growth;
    half_life = std::clamp(half_life, 0.05, 2000.0);
    last = day;
  }
};
inline MakeCard half_life_learner(Draws& draws) {
  const double start = std::exp2(draws.uniform(0.5, 4.5));
  const double growth = draws.uniform(1.5, 3.5);
  const double fall = draws.uniform(0.3, 0.9);
  return [=](Draws& card) { return std::make_unique<HalfLife>(start * std::exp(card.normal(0.6)), growth, fall); };
}

// Activation as a sum of traces that decay as powers, faster when studied while active (ACT-R; Pavlik & Anderson 2005).
struct Activation : TrueMemory {
  double threshold, noise, decay, crowding;
  std::vector<std::pair<double, double>> traces;  // day, exponent
  Activation(double t, double s, double a, double c) : threshold(t), noise(s), decay(a), crowding(c) {}
  double activation(double day) const {
    double sum = 0;
    for (const auto& [at, exponent] : traces) sum += std::pow(1 + 2160 * (day - at), -exponent);
    return std::log(sum);
  }
  double recall(double day) const override { return 1 / (1 + std::exp((threshold - activation(day)) / noise)); }
  void study(double day, Rating rating) override {
    const double now = traces.empty() ? 0 : crowding * std::exp(activation(day));
    traces.emplace_back(day, decay + now + (rating == Rating::Again ? 0.03 : 0));
  }
};
inline MakeCard activation_learner(Draws& draws) {
  const double threshold = draws.uniform(-2.6, -1.4);
  const double noise = draws.uniform(0.25, 0.6);
  const double decay = draws.uniform(0.12, 0.22);
  const double crowding = draws.uniform(0.1, 0.3);
  return
      [=](Draws& card) { return std::make_unique<Activation>(threshold + card.normal(0.3), noise, decay, crowding); };
}

// Forgetting as a power of time, from a level below 1, at a rate that successes lower (Wickelgren 1974; Wixted &
// Carpenter 2007).
struct PowerLaw : TrueMemory {
  double level, exponent, rate, ease, last = -1;
  PowerLaw(double l, double p, double r, double e) : level(l), exponent(p), rate(r), ease(e) {}
  double recall(double day) const override { return level * std::pow(1 + rate * (day - last), -exponent); }
  void study(double day, Rating rating) override {
    if (last < 0)
      rate /= head_start(rating);
    else if (day - last >= 0.5)
      rate *= rating == Rating::Again ? 1.3 : ease;
    last = day;
  }
};
inline MakeCard power_law_learner(Draws& draws) {
  const double level = draws.uniform(0.92, 1);
  const double exponent = draws.uniform(0.15, 0.6);
  const double rate = std::exp(draws.uniform(-2.5, 0.5));
  const double ease = draws.uniform(0.3, 0.7);
  return
      [=](Draws& card) { return std::make_unique<PowerLaw>(level, exponent, rate * std::exp(card.normal(0.5)), ease); };
}

// The model's own law with other weights.
struct OtherWeights : TrueMemory {
  const Fsrs& fsrs;
  Memory memory;
  double last = -1;
  explicit OtherWeights(const Fsrs& f) : fsrs(f) {}
  double recall(double day) const override { return fsrs.retrievability(memory.stability, day - last); }
  void study(double day, Rating rating) override {
    memory = last < 0 ? fsrs.first(rating) : fsrs.after(memory, day - last, rating);
    last = day;
  }
};
inline MakeCard other_weights_learner(Draws& draws) {
  FsrsWeights weights = fsrs_default_weights;
  for (std::size_t i = 0; i < 4; ++i) weights[i] *= std::exp(draws.normal(0.8));
  for (const std::size_t i : {4u, 5u, 6u, 8u, 10u, 11u, 14u}) weights[i] += draws.normal(0.3);
  weights[9] += draws.normal(0.1);
  weights[20] += std::fabs(draws.normal(0.15));
  const auto fsrs = std::make_shared<Fsrs>(within_bounds(weights));
  return [fsrs](Draws&) {
    struct Kept : OtherWeights {
      std::shared_ptr<Fsrs> keep;
      explicit Kept(std::shared_ptr<Fsrs> f) : OtherWeights(*f), keep(std::move(f)) {}
    };
    return std::make_unique<Kept>(fsrs);
  };
}

inline Rating rate(Draws& draws, double recall) {
  if (!draws.happens(recall)) return Rating::Again;
  if (recall < 0.8 && draws.happens(0.5)) return Rating::Hard;
  return recall > 0.93 && draws.happens(0.25) ? Rating::Easy : Rating::Good;
}

inline void study_card(Draws& draws, TrueMemory& memory, std::uint32_t card, double day,
                       std::vector<MemoryReview>& reviews) {
  constexpr double ladder[] = {1, 2, 5, 10, 20, 40, 80};
  constexpr double first_ratings[] = {0.3, 0.45, 0.9, 1};
  const double drawn = draws.uniform(0, 1);
  Rating rating{};
  for (int i = 3; i >= 0; --i)
    if (drawn < first_ratings[i]) rating = static_cast<Rating>(i + 1);
  std::size_t rung = rating == Rating::Easy ? 1 : 0;
  for (int review = 0; review < 14; ++review) {
    memory.study(day, rating);
    reviews.push_back({card, day, rating});
    const bool lapsed = rating == Rating::Again;
    if (lapsed && draws.happens(0.6)) {
      day += 0.01;  // a quarter of an hour later
      rating = draws.happens(0.9) ? Rating::Good : Rating::Again;
      continue;
    }
    if (review > 0) rung = lapsed ? rung / 2 : std::min<std::size_t>(rung + 1, 6);
    day += ladder[rung] * std::exp(draws.normal(0.35)) + 0.5;
    rating = rate(draws, memory.recall(day));
  }
}

// `count` reviews of one learner in the order of time; two new cards a day.
inline std::vector<MemoryReview> simulate(MakeCard (*learner)(Draws&), std::uint64_t seed, std::size_t count) {
  Draws draws(seed);
  const MakeCard make = learner(draws);
  std::vector<MemoryReview> reviews;
  for (std::uint32_t card = 0; card < count; ++card) {
    const auto memory = make(draws);
    study_card(draws, *memory, card, card / 2.0, reviews);
  }
  std::stable_sort(reviews.begin(), reviews.end(),
                   [](const MemoryReview& a, const MemoryReview& b) { return a.day < b.day; });
  reviews.resize(count);
  return reviews;
}

}  // namespace hornbook::interpret::test

// What is left of a memory after some days: FSRS-6, the sixth Free Spaced Repetition Scheduler (Ye, Su & Cao 2022, "A
// stochastic shortest path algorithm for optimizing spaced repetition scheduling", KDD; the equations, default weights
// and bounds as open-spaced-repetition publishes them: fsrs4anki wiki, "The Algorithm", section FSRS-6; py-fsrs 6,
// scheduler). Three variables describe a memory: its stability S, the days in which the probability of recall falls
// from 1 to .9; its difficulty D, 1 … 10, which slows the growth of S; and its retrievability R, the probability of
// recall now. Each equation with its symbols: runtime/interpret/MODEL.md, "Memory".
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "runtime/core/limits.hpp"
#include "runtime/core/portable_math.hpp"

namespace hornbook::interpret {

// How a review went. Again is the only one that is no recall.
enum class Rating : std::uint8_t { Again = 1, Hard = 2, Good = 3, Easy = 4 };

inline constexpr std::size_t fsrs_weight_count = 21;
using FsrsWeights = std::array<double, fsrs_weight_count>;  // w0 … w20

// Fitted to the reviews of about 10,000 people.
inline constexpr FsrsWeights fsrs_default_weights{0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194,
                                                  0.001,  1.8722, 0.1666, 0.796,  1.4835, 0.0614, 0.2629,
                                                  1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542};
inline constexpr FsrsWeights fsrs_weights_min{0.001, 0.001, 0.001, 0.001, 1, 0.001, 0.001, 0.001, 0, 0,  0.001,
                                              0.001, 0.001, 0.001, 0,     0, 1,     0,     0,     0, 0.1};
inline constexpr FsrsWeights fsrs_weights_max{100, 100,  100, 100, 10, 4, 4, 0.75, 4.5, 0.8, 3.5,
                                              5,   0.25, 0.9, 4,   1,  6, 2, 2,    0.8, 0.8};

inline constexpr double stability_days_min = 0.001;
inline constexpr double stability_days_max = 36'500;
inline constexpr double difficulty_min = 1;
inline constexpr double difficulty_max = 10;
inline constexpr double target_retention = 0.9;
// A review sooner than this after the one before is a same-day review. The published programs count whole days; here
// they are as long as they are.
inline constexpr double same_day_before = 1;

// `weights`, each moved to the nearest value that the published bounds allow.
[[nodiscard]] FsrsWeights within_bounds(FsrsWeights weights);

// Number is double, or a DualNumber where slopes in the weights are wanted (fit_memory.cpp).
template <class Number>
struct BasicMemory {
  Number stability = 0;   // days, stability_days_min … stability_days_max
  Number difficulty = 0;  // 1 … 10
  bool operator==(const BasicMemory&) const = default;
};

template <class Number>
class BasicFsrs {
 public:
  using Memory = BasicMemory<Number>;
  using Weights = std::array<Number, fsrs_weight_count>;

  // The weights lie within the published bounds.
  explicit BasicFsrs(const Weights& weights)
      : w_(weights),
        factor_(portable_pow(Number(0.9), Number(-1) / w_[20]) - 1),
        growth_(portable_exp(w_[8])),
        lapse_cap_(portable_exp(-(w_[17] * w_[18]))) {}

  // After the first review of all. S0(G) = w[G−1]; D0(G) = w4 − e^(w5·(G−1)) + 1.
  [[nodiscard]] Memory first(Rating rating) const {
    return {between(stability_days_min, w_[static_cast<std::size_t>(rating) - 1], stability_days_max),
            between(difficulty_min, initial_difficulty(rating), difficulty_max)};
  }

  // The probability of recall `days` after the last review; R(t, S) = (1 + factor·t/S)^(−w20) with
  // factor = 0.9^(−1/w20) − 1, so that R(S, S) = 0.9. Days below 0 count as 0, those above limits::memory_days_max as
  // that.
  [[nodiscard]] Number retrievability(const Number& stability, double days) const {
    return portable_pow(1 + factor_ * elapsed(days) / stability, -w_[20]);
  }

  // After a further review, `days` after the last one.
  [[nodiscard]] Memory after(const Memory& memory, double days, Rating rating) const {
    return {between(stability_days_min, next_stability(memory, days, rating), stability_days_max),
            between(difficulty_min, next_difficulty(memory.difficulty, rating), difficulty_max)};
  }

  // After how many days the probability of recall will have fallen to `retention`; I(r, S) = S/factor·(r^(−1/w20) − 1),
  // at most stability_days_max. `retention` counts as .0001 … .9999.
  [[nodiscard]] Number days_until(double retention, const Number& stability) const {
    const Number r = between(0.0001, Number(retention), 0.9999);
    return between(0, stability / factor_ * (portable_pow(r, Number(-1) / w_[20]) - 1), stability_days_max);
  }

 private:
  static Number between(double low, const Number& number, double high) {
    if (!(Number(low) < number)) return low;
    return number < Number(high) ? number : high;
  }
  static double elapsed(double days) {
    if (!(days > 0)) return 0;
    return days < limits::memory_days_max ? days : limits::memory_days_max;
  }
  static double grade(Rating rating) { return static_cast<double>(rating); }

  Number initial_difficulty(Rating rating) const { return w_[4] - portable_exp(w_[5] * (grade(rating) - 1)) + 1; }

  // A step of −w6·(G−3), damped linearly so that it dwindles towards 10, then drawn by w7 to D0(4), which is not
  // clamped.
  Number next_difficulty(const Number& difficulty, Rating rating) const {
    const Number step = -w_[6] * (grade(rating) - 3);
    const Number damped = difficulty + step * (10 - difficulty) / 9;
    return w_[7] * initial_difficulty(Rating::Easy) + (1 - w_[7]) * damped;
  }

  Number next_stability(const Memory& memory, double days, Rating rating) const {
    if (days < same_day_before) return memory.stability * same_day_growth(memory.stability, rating);
    const Number forgotten = 1 - retrievability(memory.stability, days);
    return rating == Rating::Again ? after_lapse(memory, forgotten) : after_recall(memory, forgotten, rating);
  }

  // S'(D, S, R, G) = S·(e^w8·(11−D)·S^(−w9)·(e^(w10·(1−R)) − 1)·h·b + 1) with the hard penalty h = w15 and the easy
  // bonus b = w16.
  Number after_recall(const Memory& memory, const Number& forgotten, Rating rating) const {
    Number gain = growth_ * (11 - memory.difficulty) * portable_pow(memory.stability, -w_[9]) *
                  (portable_exp(w_[10] * forgotten) - 1);
    if (rating == Rating::Hard) gain = gain * w_[15];
    if (rating == Rating::Easy) gain = gain * w_[16];
    return memory.stability * (gain + 1);
  }

  // S'(D, S, R) = w11·D^(−w12)·((S+1)^w13 − 1)·e^(w14·(1−R)), at most S·e^(−w17·w18): what Again on the same day and
  // then Good would leave of it (w19 apart).
  Number after_lapse(const Memory& memory, const Number& forgotten) const {
    const Number left = w_[11] * portable_pow(memory.difficulty, -w_[12]) *
                        (portable_pow(memory.stability + 1, w_[13]) - 1) * portable_exp(w_[14] * forgotten);
    const Number cap = memory.stability * lapse_cap_;
    return left < cap ? left : cap;
  }

  // S'(S, G) = S·e^(w17·(G−3+w18))·S^(−w19); Good and Easy never shorten.
  Number same_day_growth(const Number& stability, Rating rating) const {
    const Number growth = portable_exp(w_[17] * (grade(rating) - 3 + w_[18])) * portable_pow(stability, -w_[19]);
    return rating >= Rating::Good && growth < Number(1) ? Number(1) : growth;
  }

  Weights w_;
  Number factor_;
  Number growth_;
  Number lapse_cap_;
};

using Memory = BasicMemory<double>;
using Fsrs = BasicFsrs<double>;
extern template class BasicFsrs<double>;

}  // namespace hornbook::interpret

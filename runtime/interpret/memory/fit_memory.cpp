#include "runtime/interpret/memory/fit_memory.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

#include "runtime/core/dual_number.hpp"

namespace hornbook::interpret {
namespace {

constexpr std::size_t count = fsrs_weight_count;
constexpr std::size_t initial_stabilities = 4;  // w0 … w3: positive and spread over decades, so fitted as logarithms
constexpr int steps_max = 12;
constexpr int halvings_max = 12;
constexpr double least_gain = 0.001;  // of log-probability; less tells no weights apart

using Dual = DualNumber<count>;
using Vector = std::array<double, count>;
using Matrix = std::array<Vector, count>;

// Standard deviations of the weights fitted to each of about 10,000 collections (open-spaced-repetition, srs-benchmark,
// FSRS-6: default_params_stddev); of ln w0 … ln w3: 1, a factor of e either way, as the published ones of w0 … w3 are
// made by few very great values.
constexpr Vector published_spread{1,   1,    1,    1,    0.57, 0.28, 0.6,  0.12, 0.39, 0.18, 0.33,
                                  0.3, 0.09, 0.16, 0.57, 0.25, 1.03, 0.31, 0.32, 0.14, 0.27};
// Half the variance of those weights counts as the noise of their fits, half as what learners differ by. (On simulated
// learners, seeds 1000 to 1299, all of it gained more where the defaults were far off and lost more where they were
// near.)
constexpr double share = 0.5;

double precision(std::size_t weight) { return 1 / (share * published_spread[weight] * published_spread[weight]); }

// Where a fit stands: how far each weight is from the prior, those of the initial stabilities as logarithms of ratios.
// The prior is 0.
Vector offsets_of(const FsrsWeights& weights, const FsrsWeights& prior) {
  Vector offsets{};
  for (std::size_t i = 0; i < count; ++i)
    offsets[i] = i < initial_stabilities ? portable_log(weights[i] / prior[i]) : weights[i] - prior[i];
  return offsets;
}

FsrsWeights weights_at(const Vector& offsets, const FsrsWeights& prior) {
  FsrsWeights weights{};
  for (std::size_t i = 0; i < count; ++i)
    weights[i] = i < initial_stabilities ? prior[i] * portable_exp(offsets[i]) : prior[i] + offsets[i];
  return within_bounds(weights);
}

// The same with the slopes in the offsets.
std::array<Dual, count> dual_weights_at(const Vector& offsets, const FsrsWeights& prior) {
  const FsrsWeights weights = weights_at(offsets, prior);
  std::array<Dual, count> duals;
  for (std::size_t i = 0; i < count; ++i)
    duals[i] = Dual::variable(weights[i], i, i < initial_stabilities ? weights[i] : 1);
  return duals;
}

class Fit {
 public:
  // `prior` lies within the published bounds.
  Fit(std::span<const MemoryReview> reviews, const FsrsWeights& prior)
      : reviews_(reviews),
        by_card_(reviews.size()),
        prior_(prior),
        lowest_(offsets_of(fsrs_weights_min, prior)),
        highest_(offsets_of(fsrs_weights_max, prior)) {
    std::iota(by_card_.begin(), by_card_.end(), 0u);
    std::stable_sort(by_card_.begin(), by_card_.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return reviews[a].card < reviews[b].card; });
  }

  FsrsWeights weights() const {
    Vector at{};
    double best = objective(at);
    for (int step = 0; step < steps_max; ++step) {
      const Vector direction = direction_from(at);
      const double before = best;
      double length = 1;
      for (int halving = 0; halving < halvings_max; ++halving, length /= 2) {
        const Vector there = moved(at, direction, length);
        const double value = objective(there);
        if (!(value < best)) continue;
        best = value;
        at = there;
        break;
      }
      if (!(before - best > least_gain)) break;
    }
    return weights_at(at, prior_);
  }

 private:
  // `take(expectation, was_recalled)` for each review that counts.
  template <class Number, class Take>
  void for_each_review(const BasicFsrs<Number>& fsrs, const Take& take) const {
    CardMemory<Number> memory;
    for (std::size_t i = 0; i < by_card_.size(); ++i) {
      const MemoryReview& review = reviews_[by_card_[i]];
      if (i == 0 || reviews_[by_card_[i - 1]].card != review.card) memory = {};
      const auto expected = memory.review(fsrs, review.day, review.rating);
      if (expected && expected->days >= same_day_before) take(expected->recall, review.rating != Rating::Again);
    }
  }

  double objective(const Vector& at) const {
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i) sum = sum + precision(i) * at[i] * at[i] / 2;
    for_each_review(Fsrs(weights_at(at, prior_)), [&](double recall, bool was_recalled) {
      sum = sum - portable_log(was_recalled ? recall : 1 - recall);
    });
    return sum;
  }

  // Newton's direction with the expected curvature. A weight at a bound that would leave it stays.
  Vector direction_from(const Vector& at) const {
    Vector gradient{};
    Matrix curvature{};
    for (std::size_t i = 0; i < count; ++i) {
      gradient[i] = precision(i) * at[i];
      curvature[i][i] = precision(i);
    }
    for_each_review(BasicFsrs<Dual>(dual_weights_at(at, prior_)), [&](const Dual& recall, bool was_recalled) {
      const double variance = recall.value * (1 - recall.value);
      const double residual = ((was_recalled ? 1 : 0) - recall.value) / variance;
      for (std::size_t i = 0; i < count; ++i) {
        gradient[i] = gradient[i] - residual * recall.slopes[i];
        const double scaled = recall.slopes[i] / variance;
        for (std::size_t k = 0; k <= i; ++k) curvature[i][k] = curvature[i][k] + scaled * recall.slopes[k];
      }
    });
    for (std::size_t i = 0; i < count; ++i) {
      if ((at[i] > lowest_[i] || gradient[i] < 0) && (at[i] < highest_[i] || gradient[i] > 0)) continue;
      gradient[i] = 0;
      for (std::size_t k = 0; k < count; ++k) curvature[std::max(i, k)][std::min(i, k)] = i == k ? 1 : 0;
    }
    return solve(curvature, gradient);
  }

  // −A⁻¹·b for a positive definite A of which the lower triangle is given, by A = L·D·Lᵀ (Golub & Van Loan 2013,
  // §4.1.2).
  static Vector solve(Matrix& a, Vector b) {
    for (std::size_t j = 0; j < count; ++j) {
      for (std::size_t k = 0; k < j; ++k) a[j][j] = a[j][j] - a[j][k] * a[j][k] * a[k][k];
      for (std::size_t i = j + 1; i < count; ++i) {
        for (std::size_t k = 0; k < j; ++k) a[i][j] = a[i][j] - a[i][k] * a[j][k] * a[k][k];
        a[i][j] = a[i][j] / a[j][j];
      }
    }
    for (std::size_t i = 0; i < count; ++i)
      for (std::size_t k = 0; k < i; ++k) b[i] = b[i] - a[i][k] * b[k];
    for (std::size_t i = count; i-- > 0;) {
      b[i] = b[i] / a[i][i];
      for (std::size_t k = i + 1; k < count; ++k) b[i] = b[i] - a[k][i] * b[k];
    }
    for (double& value : b) value = -value;
    return b;
  }

  Vector moved(Vector at, const Vector& direction, double length) const {
    for (std::size_t i = 0; i < count; ++i) at[i] = std::clamp(at[i] + length * direction[i], lowest_[i], highest_[i]);
    return at;
  }

  std::span<const MemoryReview> reviews_;
  std::vector<std::uint32_t> by_card_;
  FsrsWeights prior_;
  Vector lowest_;  // offsets that the published bounds allow
  Vector highest_;
};

}  // namespace

Result<FsrsWeights> fit_memory(std::span<const MemoryReview> reviews, const FsrsWeights& prior) {
  if (reviews.size() > limits::memory_reviews_max)
    return fail(ErrorCode::LimitExceeded, "memory",
                "there are too many reviews to fit weights to; give the latest ones");
  return Fit(reviews, within_bounds(prior)).weights();
}

}  // namespace hornbook::interpret

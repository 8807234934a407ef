#include "runtime/interpret/calibrate/choose_pairs.hpp"

#include <algorithm>

#include "runtime/core/portable_math.hpp"

namespace hornbook::interpret {
namespace {

constexpr std::size_t rows_max = 200'000;  // enough to rank by
constexpr double prior_information = 30;   // so that cells of few answers gain little

struct RowSlope {
  std::uint32_t row = 0;
  float score = 0;
  float information = 0;
};

std::vector<RowSlope> some_slopes(const FeatureTable& table, const std::vector<std::uint32_t>& rows,
                                  const std::vector<float>& logits) {
  std::vector<RowSlope> slopes;
  const std::size_t stride = std::max<std::size_t>(1, rows.size() / rows_max);
  for (std::size_t at = 0; at < rows.size(); at += stride) {
    const std::uint32_t row = rows[at];
    const double p = logistic(static_cast<double>(logits[row]));
    slopes.push_back({row, static_cast<float>((table.correct[row] != 0 ? 1 : 0) - p), static_cast<float>(p * (1 - p))});
  }
  return slopes;
}

double gain_of(const std::vector<RowSlope>& slopes, const Binned& first, const Binned& second) {
  std::array<double, coarse_bins * coarse_bins> score{};
  std::array<double, coarse_bins * coarse_bins> information{};
  for (const RowSlope& slope : slopes) {
    const std::size_t cell = first.bins[slope.row] * coarse_bins + second.bins[slope.row];
    score[cell] += static_cast<double>(slope.score);
    information[cell] += static_cast<double>(slope.information);
  }
  double gain = 0;
  for (std::size_t cell = 0; cell < score.size(); ++cell)
    gain += score[cell] * score[cell] / (information[cell] + prior_information);
  return gain;
}

struct Candidate {
  double gain = 0;
  FeaturePair pair;
};

}  // namespace

std::vector<FeaturePair> choose_pairs(const FeatureTable& table, const std::vector<std::uint32_t>& rows,
                                      const std::vector<float>& logits, std::size_t count) {
  const std::vector<RowSlope> slopes = some_slopes(table, rows, logits);
  std::vector<Candidate> candidates;
  for (std::size_t first = 0; first < feature_count; ++first) {
    for (std::size_t second = first + 1; second < feature_count; ++second) {
      if (!about(first).is_ordered || !about(second).is_ordered) continue;
      candidates.push_back({gain_of(slopes, table.coarse[first], table.coarse[second]), {first, second}});
    }
  }
  std::ranges::stable_sort(candidates, std::ranges::greater{}, &Candidate::gain);
  std::array<std::size_t, feature_count> uses{};
  std::vector<FeaturePair> chosen;
  for (const Candidate& candidate : candidates) {
    if (chosen.size() == count) break;
    std::size_t& first = uses[candidate.pair.first];
    std::size_t& second = uses[candidate.pair.second];
    if (first == pairs_a_feature_max || second == pairs_a_feature_max) continue;
    ++first;
    ++second;
    chosen.push_back(candidate.pair);
  }
  return chosen;
}

}  // namespace hornbook::interpret

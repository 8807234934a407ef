#include "runtime/interpret/calibrate/feature_table.hpp"

#include <algorithm>

namespace hornbook::interpret {
namespace {

Cuts between(const std::vector<float>& values) {
  Cuts cuts;
  for (std::size_t at = 1; at < values.size(); ++at) cuts.push_back((values[at - 1] + values[at]) / 2);
  return cuts;
}

Cuts cuts_of(const std::vector<float>& sorted, std::size_t bins) {
  std::vector<float> distinct;
  std::ranges::unique_copy(sorted, std::back_inserter(distinct));
  if (distinct.size() <= bins) return between(distinct);
  Cuts cuts;
  for (std::size_t bin = 1; bin < bins; ++bin) {
    const float value = sorted[sorted.size() * bin / bins];
    if (cuts.empty() || value > cuts.back()) cuts.push_back(value);
  }
  return cuts;
}

Binned binned(const std::vector<float>& column, const std::vector<float>& sorted, std::size_t bins) {
  Binned result;
  result.cuts = cuts_of(sorted, bins);
  result.bins.reserve(column.size());
  for (const float value : column) result.bins.push_back(static_cast<std::uint8_t>(bin_of(result.cuts, value)));
  return result;
}

}  // namespace

FeatureTable::FeatureTable(std::size_t row_count) : rows(row_count), offsets(row_count), correct(row_count) {
  for (auto& column : columns_) column.resize(row_count);
}

void FeatureTable::set(std::size_t row, const Features& features, bool is_correct) {
  for (std::size_t feature = 0; feature < feature_count; ++feature) columns_[feature][row] = features[feature];
  offsets[row] = features[static_cast<std::size_t>(Feature::Expected)];
  correct[row] = is_correct ? 1 : 0;
}

void FeatureTable::sort_into_bins() {
  for (std::size_t feature = 0; feature < feature_count; ++feature) {
    std::vector<float>& column = columns_[feature];
    std::vector<float> sorted = column;
    std::ranges::sort(sorted);
    fine[feature] = binned(column, sorted, about(feature).is_ordered ? fine_bins : code_bins);
    coarse[feature] = binned(column, sorted, coarse_bins);
    column = {};
  }
}

}  // namespace hornbook::interpret

// Which pairs of features add most beyond the smooth terms.
#pragma once

#include "runtime/interpret/calibrate/feature_table.hpp"

namespace hornbook::interpret {

inline constexpr std::size_t pairs_max = 16;
inline constexpr std::size_t pairs_a_feature_max = 3;

struct FeaturePair {
  std::size_t first = 0;
  std::size_t second = 0;
};

// At most `count`, the best first, by the gain in likelihood of one Newton step in each cell of the pair's coarse bins;
// no feature is in more than `pairs_a_feature_max`. `logits` are those of the terms so far.
[[nodiscard]] std::vector<FeaturePair> choose_pairs(const FeatureTable& table, const std::vector<std::uint32_t>& rows,
                                                    const std::vector<float>& logits, std::size_t count);

}  // namespace hornbook::interpret

#include "runtime/interpret/memory/fsrs.hpp"

#include <algorithm>

namespace hornbook::interpret {

template class BasicFsrs<double>;

FsrsWeights within_bounds(FsrsWeights weights) {
  for (std::size_t i = 0; i < fsrs_weight_count; ++i)
    weights[i] = std::clamp(weights[i], fsrs_weights_min[i], fsrs_weights_max[i]);
  return weights;
}

}  // namespace hornbook::interpret

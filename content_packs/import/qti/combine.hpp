// Combinations of choices, all or a fair sample of them.
#pragma once

#include <cstdint>
#include <vector>

namespace hornbook::content::qti {

struct Combinations {
  std::vector<std::vector<std::uint32_t>> list;  // `first` first, each once
  bool is_complete = true;                       // false: a sample
};

// One of the choices at each place. At most limits::qti_responses_max: where there are more, `first`, all that differ
// from it at one place, and others drawn with a fixed seed, half of whose places are as in `first`.
[[nodiscard]] Combinations combine(const std::vector<std::vector<std::uint32_t>>& choices,
                                   const std::vector<std::uint32_t>& first);

}  // namespace hornbook::content::qti

// The experiments that a pack's index declares: their bytes, and what an experiment must keep to so that nobody is left
// without anything to practise. Inside runtime/pack and for the builder.
#pragma once

#include <optional>
#include <string>

#include "runtime/core/bytes.hpp"
#include "runtime/pack/index.hpp"

namespace hornbook::pack {

struct ExperimentFault {
  std::size_t experiment = 0;  // its place in the index
  std::string sentence;        // what is wrong and how to mend it
};
// The first thing that is wrong: an item in both arms, or in two experiments; arms that are not about the same skills;
// an arm that leaves a skill without a question that can be right or wrong, or without one that shows misconceptions,
// where the skill has such questions; a text that some of whose questions are in an arm and others are not.
[[nodiscard]] std::optional<ExperimentFault> find_fault(const Index& index);

// Of an index whose languages and items are there already. BadInput when they are malformed or have a fault,
// LimitExceeded past limits::pack_experiments_max.
void put_experiments(ByteWriter& writer, const Index& index);
[[nodiscard]] Result<std::vector<Experiment>> read_experiments(ByteReader& reader, const Index& index);

}  // namespace hornbook::pack

// Looks at samples of an item's instances, because some faults show only when numbers are in place.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "runtime/engage/template/item_template.hpp"

namespace hornbook::content {

inline constexpr std::uint32_t sampled_seeds = 60;
inline constexpr std::size_t prompt_bytes_max = 2000;  // of a word problem; beyond that it is a text to read

// The first fault that seeds 1 … sampled_seeds show, with its seed: an expression that fails, constraints that cannot
// be met, choices that look the same, a prompt that is too long, a right answer that is not taken as right. Nothing
// when all are well. An item that draws nothing is the same with every seed and is looked at once.
[[nodiscard]] std::optional<std::string> problem_of_instances(const engage::ItemTemplate& item,
                                                              std::string_view language);

}  // namespace hornbook::content

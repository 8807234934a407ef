// The functions of mathOperator and statsOperator by their names in QTI.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace hornbook::content::qti {

// Of one number, or of two for atan2. Not finite where it has no value; nothing when there is no such function.
[[nodiscard]] std::optional<double> function_of(std::string_view name, const std::vector<double>& numbers);
// "mean", "sampleVariance", "sampleSD", "popVariance", "popSD" of at least one number; the same.
[[nodiscard]] std::optional<double> statistic_of(std::string_view name, const std::vector<double>& numbers);

}  // namespace hornbook::content::qti

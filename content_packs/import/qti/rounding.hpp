// Rounding as QTI does: halves go up.
#pragma once

#include <optional>

namespace hornbook::content::qti {

// To so many significant figures (≥ 1) or decimal places (≥ 0), at most 15; nothing when `figures` is out of range.
[[nodiscard]] std::optional<double> rounded_to(double number, double figures, bool is_significant);

}  // namespace hornbook::content::qti

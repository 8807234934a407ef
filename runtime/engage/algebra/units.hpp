// Units of measurement, for answers that are quantities.
#pragma once

#include <string_view>

#include "runtime/engage/algebra/field.hpp"

namespace hornbook::engage::algebra {

// "cm", "mL", "N", "hours": a unit of the table in units.cpp, or an SI unit with an SI prefix.
[[nodiscard]] bool is_unit(std::string_view name);
// "degC" and "degF", as the lexer calls °C and °F.
[[nodiscard]] bool is_temperature_scale(std::string_view name);
// The unit as a number of base units: cm is m/100, N is kg·m/s². `name` is a unit.
[[nodiscard]] Quotient unit_value(Field& field, std::string_view name);

}  // namespace hornbook::engage::algebra

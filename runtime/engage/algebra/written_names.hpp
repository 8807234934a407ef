// How names, functions and signs look in TeX and when they are typed.
#pragma once

#include <string>
#include <string_view>

#include "runtime/engage/algebra/syntax.hpp"

namespace hornbook::engage::algebra {

enum class Notation : std::uint8_t { Tex, Typed };

// A letter with its subscript and primes: "x_1" is x_{1} in TeX.
[[nodiscard]] std::string name_in(Notation notation, std::string_view name);
// Without its argument: "\sin", "sin".
[[nodiscard]] std::string function_in(Notation notation, Function function);
// A relation with its spaces.
[[nodiscard]] std::string relation_in(Notation notation, RelationKind relation);
// A unit in TeX; as typed it is its name.
[[nodiscard]] std::string unit_in(Notation notation, std::string_view name);
// Digits with a point where the number has one. Exact: what was read from digits ends.
[[nodiscard]] std::string digits_of(const Number& value);

}  // namespace hornbook::engage::algebra

// All the ways one text can be read: "1,200" is a list of two numbers, twelve hundred, or one and a fifth.
#pragma once

#include <vector>

#include "runtime/engage/algebra/syntax.hpp"

namespace hornbook::engage::algebra {

struct Readings {
  std::vector<Syntax> plain;         // a comma between items, or between thousands; at least one, at most two
  std::vector<Syntax> with_decimal;  // a comma as decimal point; at most one
};

}  // namespace hornbook::engage::algebra

// The field "credit": "whole", or the worths of answers and of parts.
#pragma once

#include "runtime/engage/credit.hpp"
#include "runtime/engage/source/fields.hpp"

namespace hornbook::engage {

// Nothing when the field is not there: the kind's own credit holds.
[[nodiscard]] Read<std::optional<CreditRule>> read_credit(Fields& fields);

}  // namespace hornbook::engage

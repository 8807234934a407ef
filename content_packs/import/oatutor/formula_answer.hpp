// Answers that are mathematics: what the checker reads of them, and what form it must ask for.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/engage/algebra/algebra.hpp"

namespace hornbook::content::oatutor {

struct FormulaAnswer {
  std::string text;  // TeX between two $, or as it is typed
  engage::algebra::MathExpression expression;
  bool is_quantity = false;
};

// Nothing when it is words, or when the checker does not read it or would not take it as equal to itself.
[[nodiscard]] std::optional<FormulaAnswer> read_formula_answer(std::string_view source);

// The name of a form in the source of a pack. "any", unless one of the formulas of the question is equal to the answer:
// then the first form that all `right` answers have and no such formula, so that copying the question is not yet an
// answer.
[[nodiscard]] std::string form_wanted(const FormulaAnswer& answer, const std::vector<FormulaAnswer>& right,
                                      const std::vector<std::string>& question_formulas);

[[nodiscard]] bool is_same(const FormulaAnswer& one, const FormulaAnswer& other);

}  // namespace hornbook::content::oatutor

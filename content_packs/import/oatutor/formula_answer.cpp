#include "content_packs/import/oatutor/formula_answer.hpp"

#include <algorithm>
#include <array>

#include "content_packs/import/formula.hpp"
#include "content_packs/import/oatutor/text.hpp"
#include "content_packs/import/spelling.hpp"

namespace hornbook::content::oatutor {
namespace {

namespace algebra = engage::algebra;
using algebra::Equivalence;
using algebra::Form;

// Without the signs that only say "this is mathematics" and OATutor's ends of lines; "degrees" and "about" as signs.
std::string bare(std::string_view source) {
  std::string text(source);
  while (text.ends_with("\\n")) text.resize(text.size() - 2);
  for (const std::string_view sign : {"\\$", "$"}) text = replaced(std::move(text), sign, "");
  for (const std::string_view about : {"\\approx", "≈"}) text = replaced(std::move(text), about, "=");
  for (const std::string_view word : {" degrees", " degree", "degrees"}) text = replaced(std::move(text), word, "°");
  return convert_formula(text);
}

bool equal(const algebra::MathExpression& one, const algebra::MathExpression& other, Form form = Form::Any) {
  return algebra::compare(one, other, {form, algebra::Letters::Real, std::nullopt}).equivalence == Equivalence::Same;
}

// "no solution" and the like are words that the checker knows.
bool is_known_phrase(const algebra::MathExpression& expression) {
  for (const std::string_view phrase : {"no solution", "all real numbers"})
    if (const auto known = algebra::parse_expression(phrase); known && equal(*known, expression)) return true;
  return false;
}

std::string marked_up(const std::string& text) {
  return text.find('\\') == std::string::npos && text.find('{') == std::string::npos ? text : "$" + text + "$";
}

struct NamedForm {
  Form form;
  const char* name;
};
constexpr std::array<NamedForm, 6> forms = {{{Form::Simplified, "simplified"},
                                             {Form::Expanded, "expanded"},
                                             {Form::Factored, "factored"},
                                             {Form::Fraction, "fraction"},
                                             {Form::Decimal, "decimal"},
                                             {Form::Scientific, "scientific"}}};

}  // namespace

std::optional<FormulaAnswer> read_formula_answer(std::string_view source) {
  const std::string text = bare(source);
  if (auto quantity = read_quantity(text)) return FormulaAnswer{marked_up(text), *quantity, true};
  const auto expression = algebra::parse_expression(text);
  if (!expression || !equal(*expression, *expression)) return std::nullopt;
  if (looks_like_words(text) && !is_known_phrase(*expression)) return std::nullopt;
  return FormulaAnswer{marked_up(text), *expression, false};
}

std::string form_wanted(const FormulaAnswer& answer, const std::vector<FormulaAnswer>& right,
                        const std::vector<std::string>& question_formulas) {
  if (answer.is_quantity) return "any";
  std::vector<algebra::MathExpression> copies;
  for (const std::string& formula : question_formulas)
    if (const auto read = algebra::parse_expression(formula); read && equal(answer.expression, *read))
      copies.push_back(*read);
  if (copies.empty()) return "any";
  for (const NamedForm& each : forms) {
    const auto has_form = [&](const algebra::MathExpression& other) {
      return equal(answer.expression, other, each.form);
    };
    const auto is_right = [&](const FormulaAnswer& other) { return has_form(other.expression); };
    if (std::all_of(right.begin(), right.end(), is_right) && std::none_of(copies.begin(), copies.end(), has_form))
      return each.name;
  }
  return "any";
}

bool is_same(const FormulaAnswer& one, const FormulaAnswer& other) {
  return one.is_quantity == other.is_quantity && equal(one.expression, other.expression);
}

}  // namespace hornbook::content::oatutor

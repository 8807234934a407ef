#include "content_packs/import/oatutor/formula_answer.hpp"

#include <algorithm>
#include <array>

#include "content_packs/import/oatutor/text.hpp"

namespace hornbook::content::oatutor {
namespace {

namespace algebra = engage::algebra;
using algebra::Equivalence;
using algebra::Form;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

void replace_all(std::string& text, std::string_view old, std::string_view by) {
  for (std::size_t at = text.find(old); at != std::string::npos; at = text.find(old, at + by.size()))
    text.replace(at, old.size(), by);
}

// Without the signs that only say "this is mathematics", with "degrees" as the sign.
std::string bare(std::string_view source) {
  std::string text(source);
  for (const std::string_view sign : {"\\$", "$"}) replace_all(text, sign, "");
  for (const std::string_view word : {" degrees", " degree", "degrees"}) replace_all(text, word, "°");
  return convert_formula(text);
}

// Words of mathematics that are spelt out without a backslash.
std::size_t name_at(std::string_view letters) {
  constexpr std::array<std::string_view, 33> names = {
      "infinity", "arcsin", "arccos", "arctan", "alpha", "theta", "sigma", "lambda", "delta", "omega", "gamma",
      "beta",     "sqrt",   "cbrt",   "asin",   "acos",  "atan",  "sinh",  "cosh",   "tanh",  "sin",   "cos",
      "tan",      "csc",    "sec",    "cot",    "log",   "exp",   "inf",   "ln",     "pi",    "or",    "and"};
  for (const std::string_view name : names)
    if (letters.starts_with(name)) return name.size();
  return 0;
}

// Four letters in a row that are no name: nobody multiplies so many letters without a sign.
bool looks_like_words(std::string_view text) {
  std::size_t plain = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\\') {
      while (at + 1 < text.size() && is_letter(text[at + 1])) ++at;
      plain = 0;
    } else if (!is_letter(text[at])) {
      plain = 0;
    } else if (const std::size_t name = name_at(text.substr(at)); name > 0) {
      at += name - 1;
      plain = 0;
    } else if (++plain == 4) {
      return true;
    }
  }
  return false;
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

// What stands before the first letter or \text: "9.8 " of "9.8 \text{ m/s}".
std::string_view number_before_unit(std::string_view text) {
  std::size_t end = std::min(text.find("\\text"), text.find("\\mathrm"));
  for (std::size_t at = 0; at < std::min(end, text.size()); ++at)
    if (is_letter(text[at]) && at > 0 && text[at - 1] == ' ') end = at;
  return end == std::string_view::npos ? std::string_view() : text.substr(0, end);
}

// A number and a unit: then the same number alone is the same value in another form.
std::optional<algebra::MathExpression> read_quantity(const std::string& text) {
  const std::string_view number = number_before_unit(text);
  if (number.find_first_of("0123456789") == std::string_view::npos) return std::nullopt;
  const auto whole = algebra::parse_quantity(text);
  const auto alone = algebra::parse_quantity(number);
  if (!whole || !alone || !equal(*whole, *whole)) return std::nullopt;
  if (algebra::compare(*whole, *alone).equivalence != Equivalence::SameValueOtherForm) return std::nullopt;
  return *whole;
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

std::string form_wanted(const FormulaAnswer& answer, const std::vector<std::string>& question_formulas) {
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
    if (has_form(answer.expression) && std::none_of(copies.begin(), copies.end(), has_form)) return each.name;
  }
  return "any";
}

bool is_same(const FormulaAnswer& one, const FormulaAnswer& other) {
  return one.is_quantity == other.is_quantity && equal(one.expression, other.expression);
}

}  // namespace hornbook::content::oatutor

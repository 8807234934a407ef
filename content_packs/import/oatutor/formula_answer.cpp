#include "content_packs/import/oatutor/formula_answer.hpp"

#include <algorithm>
#include <array>

#include "content_packs/import/oatutor/spelling.hpp"
#include "content_packs/import/oatutor/text.hpp"

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

// Where the name at `at` ends: a command with the word in braces that it may take, a subscript in braces, or a name.
std::size_t end_of_name(std::string_view text, std::size_t at) {
  std::size_t end = at;
  if (text[at] == '\\') {
    ++end;
    while (end < text.size() && is_letter(text[end])) ++end;
    const std::string_view command = text.substr(at + 1, end - at - 1);
    if (command != "begin" && command != "end" && command != "operatorname") return end;
  } else if (text[at] == '_') {
    ++end;
  } else {
    return at + name_at(text.substr(at));
  }
  if (end >= text.size() || text[end] != '{') return end;
  const std::size_t close = text.find('}', end);
  return close == std::string_view::npos ? end : close + 1;
}

// Four letters in a row that are no name, and nothing that words do not have: nobody multiplies so many letters without
// a sign.
bool looks_like_words(std::string_view text) {
  for (const std::string_view sign : {"\\frac", "\\sqrt", "^"})
    if (text.find(sign) != std::string_view::npos) return false;
  std::size_t plain = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_name(text, at);
    plain = end == at && is_letter(text[at]) ? plain + 1 : 0;
    if (plain == 4) return true;
    at = std::max(end, at + 1);
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

// What stands before the unit: "9.8 " of "9.8 \text{ m/s}" and of "9.8 m". Empty when that holds a letter.
std::string_view number_before_unit(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    const bool is_unit = rest.starts_with("\\text") || rest.starts_with("\\mathrm") || is_letter(text[at]);
    if (is_unit) return text[at] == '\\' || (at > 0 && text[at - 1] == ' ') ? text.substr(0, at) : std::string_view();
    at = text[at] == '\\' ? std::max(end_of_name(text, at), at + 1) : at + 1;
  }
  return {};
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

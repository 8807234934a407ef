#include "content_packs/import/formula.hpp"

#include <algorithm>
#include <array>

#include "content_packs/import/spelling.hpp"

namespace hornbook::content {
namespace {

namespace algebra = engage::algebra;
using algebra::Equivalence;

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

// What stands before the unit: "9.8 " of "9.8 \text{ m/s}" and of "9.8 m". Empty when that holds a letter.
std::string_view number_before_unit(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("°C") || rest.starts_with("°F")) return text.substr(0, at);
    const bool is_unit = rest.starts_with("\\text") || rest.starts_with("\\mathrm") || is_letter(text[at]);
    if (is_unit) return text[at] == '\\' || (at > 0 && text[at - 1] == ' ') ? text.substr(0, at) : std::string_view();
    at = text[at] == '\\' ? std::max(end_of_name(text, at), at + 1) : at + 1;
  }
  return {};
}

}  // namespace

std::optional<algebra::MathExpression> read_quantity(const std::string& text) {
  const std::string unsigned_text = text.substr(text.starts_with('-') || text.starts_with('+') ? 1 : 0);
  const std::string_view number = number_before_unit(unsigned_text);
  if (number.find_first_of("0123456789") == std::string_view::npos) return std::nullopt;
  const auto whole = algebra::parse_quantity(text);
  if (!whole || algebra::compare(*whole, *whole).equivalence != Equivalence::Same) return std::nullopt;
  const std::string_view unit = std::string_view(unsigned_text).substr(number.size());
  if (unit == "°C" || unit == "°F") return *whole;
  // With any other unit, the same number alone is the same value in another form.
  const auto unsigned_whole = algebra::parse_quantity(unsigned_text);
  const auto alone = algebra::parse_quantity(number);
  const bool has_unit = unsigned_whole && alone &&
                        algebra::compare(*unsigned_whole, *alone).equivalence == Equivalence::SameValueOtherForm;
  return has_unit ? std::optional(*whole) : std::nullopt;
}

bool looks_like_words(std::string_view text, std::size_t letters) {
  for (const std::string_view sign : {"\\frac", "\\sqrt", "^"})
    if (text.find(sign) != std::string_view::npos) return false;
  std::size_t plain = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_name(text, at);
    plain = end == at && is_letter(text[at]) ? plain + 1 : 0;
    if (plain == letters) return true;
    at = std::max(end, at + 1);
  }
  return false;
}

}  // namespace hornbook::content

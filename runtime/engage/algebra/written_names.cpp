#include "runtime/engage/algebra/written_names.hpp"

#include <array>

#include "runtime/core/limits.hpp"

namespace hornbook::engage::algebra {
namespace {

struct GreekLetter {
  std::string_view name;
  std::string_view letter;
};
constexpr std::array greek_letters = {
    GreekLetter{"alpha", "α"}, GreekLetter{"beta", "β"},  GreekLetter{"gamma", "γ"},   GreekLetter{"delta", "δ"},
    GreekLetter{"Delta", "Δ"}, GreekLetter{"theta", "θ"}, GreekLetter{"epsilon", "ε"}, GreekLetter{"lambda", "λ"},
    GreekLetter{"mu", "μ"},    GreekLetter{"nu", "ν"},    GreekLetter{"rho", "ρ"},     GreekLetter{"sigma", "σ"},
    GreekLetter{"Sigma", "Σ"}, GreekLetter{"tau", "τ"},   GreekLetter{"phi", "φ"},     GreekLetter{"chi", "χ"},
    GreekLetter{"psi", "ψ"},   GreekLetter{"omega", "ω"}, GreekLetter{"Omega", "Ω"},
};

std::string letter_in(Notation notation, std::string_view letter) {
  if (letter.size() == 1) return std::string(letter);
  if (notation == Notation::Typed) {
    for (const GreekLetter& each : greek_letters)
      if (each.name == letter) return std::string(each.letter);
  }
  return "\\" + std::string(letter) + " ";
}

constexpr std::array<std::string_view, 15> function_names = {
    "sin", "cos", "tan", "csc", "sec", "cot", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "exp", "ln", "log"};
static_assert(static_cast<std::size_t>(Function::Log) + 1 == function_names.size());

}  // namespace

std::string name_in(Notation notation, std::string_view name) {
  const std::size_t letter_end = name.find_first_of("_('");
  std::string written = letter_in(notation, name.substr(0, letter_end));
  if (letter_end == std::string_view::npos) return written;
  const std::string_view rest = name.substr(letter_end);
  if (rest.front() != '_') return written + std::string(rest);
  const std::size_t below_end = rest.find('\'');
  const std::string_view below = rest.substr(1, below_end == std::string_view::npos ? below_end : below_end - 1);
  written.append("_{").append(below).append("}");
  if (below_end != std::string_view::npos) written.append(rest.substr(below_end));
  return written;
}

std::string function_in(Notation notation, Function function) {
  const std::string name(function_names[static_cast<std::size_t>(function)]);
  return notation == Notation::Tex ? "\\" + name : name;
}

std::string relation_in(Notation notation, RelationKind relation) {
  static constexpr std::array<std::string_view, 6> typed = {" = ", " ≠ ", " < ", " ≤ ", " > ", " ≥ "};
  static constexpr std::array<std::string_view, 6> tex = {" = ", " \\ne ", " < ", " \\le ", " > ", " \\ge "};
  const auto at = static_cast<std::size_t>(relation);
  return std::string(notation == Notation::Tex ? tex[at] : typed[at]);
}

std::string unit_in(Notation notation, std::string_view name) {
  if (name.starts_with("deg")) {
    const std::string scale(name.substr(3));
    return notation == Notation::Tex ? "^{\\circ}\\mathrm{" + scale + "}" : "°" + scale;
  }
  return notation == Notation::Tex ? "\\mathrm{" + std::string(name) + "}" : std::string(name);
}

std::string digits_of(const Number& value) {
  Number scaled = value;
  std::size_t places = 0;
  for (; !is_whole(scaled) && places < limits::algebra_digits_max; ++places) scaled *= 10;
  std::string digits = Integer(scaled.get_num()).get_str();
  if (places == 0) return digits;
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  digits.insert(digits.size() - places, ".");
  return digits;
}

}  // namespace hornbook::engage::algebra

#include "runtime/engage/algebra/spelling.hpp"

#include <array>
#include <optional>

#include "runtime/core/limits.hpp"

namespace hornbook::engage::algebra {
namespace {

struct Spelling {
  std::string_view character;
  std::string_view ascii;
};

constexpr std::array spellings = {
    // Signs
    Spelling{"−", "-"},
    Spelling{"–", "-"},
    Spelling{"—", "-"},
    Spelling{"﹣", "-"},
    Spelling{"－", "-"},
    Spelling{"＋", "+"},
    Spelling{"×", "\\times "},
    Spelling{"·", "\\cdot "},
    Spelling{"⋅", "\\cdot "},
    Spelling{"∙", "\\cdot "},
    Spelling{"•", "\\cdot "},
    Spelling{"∗", "*"},
    Spelling{"÷", "/"},
    Spelling{"⁄", "/"},
    Spelling{"∕", "/"},
    Spelling{"±", "\\pm "},
    Spelling{"∓", "\\mp "},
    Spelling{"＝", "="},
    Spelling{"≠", "\\ne "},
    Spelling{"≤", "\\le "},
    Spelling{"⩽", "\\le "},
    Spelling{"≥", "\\ge "},
    Spelling{"⩾", "\\ge "},
    Spelling{"√", "\\sqrt "},
    Spelling{"∛", "\\cbrt "},
    Spelling{"∜", "\\sqrt[4]"},
    Spelling{"∞", "\\infty "},
    Spelling{"∪", "\\cup "},
    Spelling{"∈", "\\in "},
    Spelling{"∨", "\\lor "},
    Spelling{"∧", "\\land "},
    Spelling{"∅", "\\emptyset "},
    Spelling{"ℝ", "\\mathbb{R}"},
    Spelling{"⟨", "\\langle "},
    Spelling{"⟩", "\\rangle "},
    Spelling{"〈", "\\langle "},
    Spelling{"〉", "\\rangle "},
    Spelling{"°", "\\degree "},
    Spelling{"％", "%"},
    Spelling{"٪", "%"},
    Spelling{"٫", "."},
    Spelling{"٬", "\\,"},
    Spelling{"，", ","},
    Spelling{"（", "("},
    Spelling{"）", ")"},
    Spelling{"€", "\\$"},
    Spelling{"£", "\\$"},
    Spelling{"₹", "\\$"},
    // Spaces and marks without width
    Spelling{"\u00a0", " "},
    Spelling{"\u2009", " "},
    Spelling{"\u202f", " "},
    Spelling{"\u3000", " "},
    Spelling{"\u200b", ""},
    Spelling{"\u200e", ""},
    Spelling{"\u200f", ""},
    Spelling{"\u2061", ""},
    Spelling{"\u2062", ""},
    Spelling{"\ufeff", ""},
    // Fractions of one character
    Spelling{"½", "\\frac{1}{2}"},
    Spelling{"⅓", "\\frac{1}{3}"},
    Spelling{"⅔", "\\frac{2}{3}"},
    Spelling{"¼", "\\frac{1}{4}"},
    Spelling{"¾", "\\frac{3}{4}"},
    Spelling{"⅕", "\\frac{1}{5}"},
    Spelling{"⅖", "\\frac{2}{5}"},
    Spelling{"⅗", "\\frac{3}{5}"},
    Spelling{"⅘", "\\frac{4}{5}"},
    Spelling{"⅙", "\\frac{1}{6}"},
    Spelling{"⅚", "\\frac{5}{6}"},
    Spelling{"⅛", "\\frac{1}{8}"},
    Spelling{"⅜", "\\frac{3}{8}"},
    Spelling{"⅝", "\\frac{5}{8}"},
    Spelling{"⅞", "\\frac{7}{8}"},
    // Letters
    Spelling{"π", "\\pi "},
    Spelling{"α", "\\alpha "},
    Spelling{"β", "\\beta "},
    Spelling{"γ", "\\gamma "},
    Spelling{"δ", "\\delta "},
    Spelling{"Δ", "\\Delta "},
    Spelling{"∆", "\\Delta "},
    Spelling{"ε", "\\epsilon "},
    Spelling{"θ", "\\theta "},
    Spelling{"λ", "\\lambda "},
    Spelling{"μ", "\\mu "},
    Spelling{"µ", "\\mu "},
    Spelling{"ν", "\\nu "},
    Spelling{"ρ", "\\rho "},
    Spelling{"σ", "\\sigma "},
    Spelling{"Σ", "\\Sigma "},
    Spelling{"τ", "\\tau "},
    Spelling{"φ", "\\phi "},
    Spelling{"ϕ", "\\phi "},
    Spelling{"χ", "\\chi "},
    Spelling{"ψ", "\\psi "},
    Spelling{"ω", "\\omega "},
    Spelling{"Ω", "\\Omega "},
};

constexpr std::array superscripts = {
    Spelling{"⁰", "0"}, Spelling{"¹", "1"}, Spelling{"²", "2"}, Spelling{"³", "3"},
    Spelling{"⁴", "4"}, Spelling{"⁵", "5"}, Spelling{"⁶", "6"}, Spelling{"⁷", "7"},
    Spelling{"⁸", "8"}, Spelling{"⁹", "9"}, Spelling{"⁻", "-"}, Spelling{"⁺", "+"},
    Spelling{"ⁿ", "n"}, Spelling{"ˣ", "x"}, Spelling{"⁽", "("}, Spelling{"⁾", ")"},
};
constexpr std::array subscripts = {
    Spelling{"₀", "0"}, Spelling{"₁", "1"}, Spelling{"₂", "2"}, Spelling{"₃", "3"}, Spelling{"₄", "4"},
    Spelling{"₅", "5"}, Spelling{"₆", "6"}, Spelling{"₇", "7"}, Spelling{"₈", "8"}, Spelling{"₉", "9"},
};

template <std::size_t N>
const Spelling* take(const std::array<Spelling, N>& table, std::string_view& rest) {
  for (const Spelling& entry : table) {
    if (!rest.starts_with(entry.character)) continue;
    rest.remove_prefix(entry.character.size());
    return &entry;
  }
  return nullptr;
}

// "²³" becomes "^{23}".
template <std::size_t N>
bool take_run(const std::array<Spelling, N>& table, char mark, std::string_view& rest, std::string& out) {
  const Spelling* entry = take(table, rest);
  if (entry == nullptr) return false;
  out += mark;
  out += '{';
  for (; entry != nullptr; entry = take(table, rest)) out += entry->ascii;
  out += '}';
  return true;
}

// Arabic-Indic, Persian and Devanagari digits: each block is ten code points in order.
std::optional<char> take_digit(std::string_view& rest) {
  if (rest.size() < 2) return std::nullopt;
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(rest[at]); };
  int digit = -1;
  std::size_t size = 2;
  if (byte(0) == 0xd9) digit = byte(1) - 0xa0;  // U+0660
  if (byte(0) == 0xdb) digit = byte(1) - 0xb0;  // U+06F0
  if (byte(0) == 0xe0 && byte(1) == 0xa5 && rest.size() > 2) {
    digit = byte(2) - 0xa6;  // U+0966
    size = 3;
  }
  if (digit < 0 || digit > 9) return std::nullopt;
  rest.remove_prefix(size);
  return static_cast<char>('0' + digit);
}

}  // namespace

Result<std::string> spell_in_ascii(std::string_view text) {
  if (text.size() > limits::algebra_text_bytes_max)
    return fail(ErrorCode::LimitExceeded, "algebra", "this answer is too long to be checked");
  std::string out;
  while (!text.empty()) {
    const auto first = static_cast<unsigned char>(text.front());
    if (first < 0x80) {
      if (first < 0x20 && first != '\n' && first != '\t' && first != '\r')
        return fail(ErrorCode::BadInput, "algebra", "a control character cannot be part of an answer");
      out += first < 0x20 ? ' ' : text.front();
      text.remove_prefix(1);
    } else if (const auto digit = take_digit(text)) {
      out += *digit;
    } else if (const Spelling* entry = take(spellings, text)) {
      out += entry->ascii;
    } else if (!take_run(superscripts, '^', text, out) && !take_run(subscripts, '_', text, out)) {
      return fail(ErrorCode::BadInput, "algebra", "a character in this answer has no meaning in mathematics");
    }
  }
  return out;
}

}  // namespace hornbook::engage::algebra

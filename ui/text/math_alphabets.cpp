#include "ui/text/math_alphabets.hpp"

#include <array>
#include <string_view>

namespace hornbook::ui::text {
namespace {

struct Letters {
  Alphabet alphabet;
  char32_t capitals, smalls;                // U+1D400 and on (Unicode, Mathematical Alphanumeric Symbols)
  char32_t digits;                          // 0: it has none
  std::u32string_view letters, exceptions;  // encoded elsewhere, before the block was
};

constexpr std::array<Letters, 4> alphabets{{
    {Alphabet::DoubleStruck, 0x1D538, 0x1D552, 0x1D7D8, U"CHNPQRZ", U"ℂℍℕℙℚℝℤ"},
    {Alphabet::Script, 0x1D49C, 0x1D4B6, 0, U"BEFHILMRego", U"ℬℰℱℋℐℒℳℛℯℊℴ"},
    {Alphabet::Fraktur, 0x1D504, 0x1D51E, 0, U"CHIRZ", U"ℭℌℑℜℨ"},
    {Alphabet::Monospace, 0x1D670, 0x1D68A, 0x1D7F6, U"", U""},
}};

}  // namespace

char32_t in_alphabet(char32_t character, Alphabet alphabet) {
  for (const Letters& known : alphabets) {
    if (known.alphabet != alphabet) continue;
    const std::size_t exception = known.letters.find(character);
    if (exception != std::u32string_view::npos) return known.exceptions[exception];
    if (character >= U'A' && character <= U'Z') return known.capitals + (character - U'A');
    if (character >= U'a' && character <= U'z') return known.smalls + (character - U'a');
    if (character >= U'0' && character <= U'9' && known.digits != 0) return known.digits + (character - U'0');
  }
  return character;
}

char32_t slanted_greek(char32_t character) {
  constexpr std::u32string_view others = U"ϵϑϰϕϱϖ";  // behind omega and the partial sign, in this order
  if (character >= U'α' && character <= U'ω') return 0x1D6FC + (character - U'α');
  const std::size_t other = others.find(character);
  return other == std::u32string_view::npos ? character : static_cast<char32_t>(0x1D716 + other);
}

bool is_greek_small(char32_t character) {
  return (character >= U'α' && character <= U'ω') || character == U'ϑ' || character == U'ϕ' || character == U'ϖ' ||
         character == U'ϱ' || character == U'ϵ' || character == U'ϰ';
}

}  // namespace hornbook::ui::text

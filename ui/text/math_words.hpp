// How a language says mathematics.
#pragma once

#include <span>
#include <string_view>

namespace hornbook::ui::text {

struct MathWords {
  // "+ plus|− minus|…": signs and what they are called, parted by bars.
  std::string_view signs;
  std::string_view letters;  // Greek
  std::string_view names;    // of functions: "sin sine|…"

  std::span<const char* const> cardinals;  // from 0
  std::span<const char* const> singular;   // of the denominators from 2: "half", "third"
  std::span<const char* const> plural;
  std::span<const char* const> roots;  // from 2: "square root", "cube root"
  const char* one;                     // before a denominator: "one half", "un medio"
  const char* hundredth;
  const char* hundredths;
  const char* joins_whole;  // "two and three fourths"
  const char* over;         // between the parts of a fraction that has no words of its own
  const char* numerator;    // before long parts: "the fraction with numerator"
  const char* denominator;
  const char* end_fraction;
  const char* squared;
  const char* cubed;
  const char* power;
  const char* of;
  const char* root_of_index;
  const char* end_root;
  const char* subscript;
  const char* open;  // a bracket whose content is more than a number
  const char* close;
  const char* absolute;
  const char* end_absolute;
  const char* blank;
  const char* choose;
  const char* from;
  const char* to;
  const char* limit_as;
  const char* approaches;
  const char* matrix;  // after "2 by 3"
  const char* by;
  const char* row;
  const char* end_matrix;
  const char* either;  // before cases
  const char* vector;
  const char* bar;  // after what has a line over it
  const char* hat;
  const char* arc;
  const char* above;
  const char* below;
  const char* crossed_out;
  const char* divided_into;
  const char* quotient;
};

// Null for a language that has none: its texts are written with signs, which a voice reads.
[[nodiscard]] const MathWords* math_words_of(std::string_view language);

[[nodiscard]] const MathWords& english_math_words();
[[nodiscard]] const MathWords& spanish_math_words();

// What a list says for a word, empty when it is not in it.
[[nodiscard]] std::string_view look_up(std::string_view list, std::string_view word);

}  // namespace hornbook::ui::text

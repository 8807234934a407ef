// A text as it is said: what a node is named, what a voice reads, what a script looks for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ui/semantics/text_range.hpp"

namespace hornbook::ui::text {

// The words of a marked-up text in its language: "$\frac{3}{4}$ of a cup" is "three fourths of a cup", in Spanish "tres
// cuartos". English and Spanish have words for mathematics; other languages get the signs ("3/4"), which a voice reads.
// Paragraphs are joined by a space. Entries of a list are sentences ("1: Wash your hands."), and so are rows of a
// table, in which the names of the columns are said with every cell ("Planet: Mars, Moons: 2."). A picture is its
// description.
[[nodiscard]] std::string spoken(std::string_view text, std::string_view language);

// The same, with where each piece of it stands in the markup.
struct SpokenPiece {
  TextRange spoken, source;       // of the words; of the markup
  bool letter_by_letter = false;  // the same bytes; otherwise the piece is one whole, as a formula is
};
struct SpokenText {
  std::string words;
  std::vector<SpokenPiece> pieces;  // ascending by what is spoken
};
[[nodiscard]] SpokenText spoken_text(std::string_view text, std::string_view language);

// What of the markup is being said when `spoken` of the words is; empty when nothing is.
[[nodiscard]] TextRange source_of(const SpokenText& text, TextRange spoken);

// A fraction or a mixed number in words, "two and three fourths"; `whole` 0 leaves it out. Denominator above 0.
[[nodiscard]] std::string spoken_fraction(long long whole, long long numerator, long long denominator,
                                          std::string_view language);

}  // namespace hornbook::ui::text

#include "ui/text/spoken.hpp"

#include "ui/text/markup.hpp"
#include "ui/text/math_spoken.hpp"

namespace hornbook::ui::text {

std::string spoken_fraction(long long whole, long long numerator, long long denominator, std::string_view language) {
  const MathWords* words = math_words_of(language);
  if (words == nullptr) {
    const std::string fraction = std::to_string(numerator) + "/" + std::to_string(denominator);
    return whole == 0 ? fraction : std::to_string(whole) + " " + fraction;
  }
  const std::string fraction = fraction_words(numerator, denominator, *words);
  return whole == 0 ? fraction : cardinal(whole, *words) + " " + words->joins_whole + " " + fraction;
}

std::string spoken(std::string_view text, std::string_view language) {
  const MathWords* words = math_words_of(language);
  std::string out;
  for (const Paragraph& paragraph : parse_markup(text)) {
    if (!out.empty()) out += ' ';
    for (const Span& span : paragraph.spans) {
      if (const auto* plain = std::get_if<Words>(&span)) {
        out += plain->text;
      } else {
        const MathRow& row = std::get<MathFormula>(span).row;
        out += words != nullptr ? say_math(row, *words) : write_math(row);
      }
    }
  }
  return out;
}

}  // namespace hornbook::ui::text

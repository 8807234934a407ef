#include "ui/views/measured.hpp"

#include <algorithm>
#include <cmath>

#include "runtime/engage/entry/typed_text.hpp"
#include "ui/semantics/lay_out.hpp"
#include "ui/semantics/utf8.hpp"
#include "ui/views/flowing_text.hpp"
#include "ui/views/plain_text.hpp"
#include "ui/views/text_columns.hpp"

namespace hornbook::ui::views {
namespace {

constexpr float any_width = 10'000;  // no line is broken

// What a line and a character take at most on average.
struct TypeEstimate {
  float line_height = 36, character_width = 12;
};

TypeEstimate estimate_of(TypeStyle type) {
  switch (type) {
    case TypeStyle::BigNumber:
      return {66, 22};
    case TypeStyle::Question:
      return {48, 16};
    default:
      return {};
  }
}

float estimated_height(std::string_view words, TypeStyle type, float width) {
  const TypeEstimate estimate = estimate_of(type);
  float lines = 0;
  const std::string plain = plain_text(words);
  for (std::size_t begin = 0; begin <= plain.size();) {
    const std::size_t end = std::min(plain.find('\n', begin), plain.size());
    const auto characters = static_cast<float>(end - begin);
    lines += std::max(1.F, std::ceil(characters * estimate.character_width / width));
    begin = end + 1;
  }
  return estimate.line_height * lines;
}

MeasureText measure_of(const Workplace& place) {
  return place.scene.context.measure ? place.scene.context.measure : MeasureText(estimated_text);
}

}  // namespace

float height_of(const Workplace& place, const std::string& words, TypeStyle type, float width) {
  if (const MeasureText& measure = place.scene.context.measure)
    return measure({words, type, place.language(), width}).height;
  return estimated_height(words, type, width);
}

float height_of(const Workplace& place, const Node& node, float width) {
  Node around = parts::group(Direction::Column, 0, {node});
  around.language = place.frame().language;
  lay_out(around, {0, 0, width, 0}, measure_of(place));
  return around.children.front().rect.height;
}

float width_of(const Workplace& place, const std::string& words, TypeStyle type) {
  const float broad = static_cast<float>(characters_of(plain_text(words)).size()) * character_width(type);
  if (!place.scene.context.measure || words.empty()) return broad;
  return std::max(broad, place.scene.context.measure({words, type, place.language(), any_width}).width + 1);
}

float width_of_longest_word(const Workplace& place, const std::string& words, TypeStyle type) {
  const MeasureText measure = measure_of(place);
  const std::string plain = plain_text(words);
  float longest = 0;
  for (std::size_t begin = 0; begin < plain.size();) {
    const std::size_t end = std::min(plain.find_first_of(" \n", begin), plain.size());
    const std::string word = engage::escaped_for_markup(plain.substr(begin, end - begin));
    if (!word.empty()) longest = std::max(longest, measure({word, type, place.language(), any_width}).width);
    begin = end + 1;
  }
  return longest;
}

}  // namespace hornbook::ui::views

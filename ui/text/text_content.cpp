#include "ui/text/text_content.hpp"

#include <algorithm>
#include <cmath>

#include "runtime/core/limits.hpp"
#include "ui/semantics/utf8.hpp"

namespace hornbook::ui::text {
namespace {

constexpr float smallest_share = 0.6f;  // of the size, for a formula that is wider than the line
constexpr float picture_share = 1.2f;   // of the size: as high as letters with their tails, so that lines stay even

// What stands at the character in a list that ascends by characters.
template <class What>
const What* find_at(const std::vector<std::pair<std::uint32_t, What>>& list, std::uint32_t character) {
  const auto found = std::lower_bound(list.begin(), list.end(), character,
                                      [](const auto& each, std::uint32_t at) { return each.first < at; });
  return found != list.end() && found->first == character ? &found->second : nullptr;
}

class ContentReader {
 public:
  ContentReader(const TextStyle& style, float width_px, FontSet& fonts, BoxesInText& boxes)
      : style_(style), width_px_(width_px), fonts_(fonts), boxes_(boxes) {}

  Content read(const Paragraph& paragraph) {
    for (const Span& span : paragraph.spans) {
      if (const auto* words = std::get_if<Words>(&span.what)) {
        add_words(*words, span.begin);
      } else if (const auto* picture = std::get_if<InlinePicture>(&span.what)) {
        add_picture(picture->name, {span.begin, span.end});
      } else {
        formula_ = {span.begin, span.end};
        add_formula(std::get<MathFormula>(span.what));
      }
    }
    return std::move(content_);
  }

 private:
  void add(char32_t character, bool bold, TextRange source) {
    content_.text.characters += character;
    content_.text.bold.push_back(bold);
    content_.sources.push_back(source);
  }

  void add_words(const Words& words, std::uint32_t begin) {
    for (std::size_t at = 0; at < words.text.size();) {
      if (content_.text.characters.size() >= limits::text_characters_max) break;
      const Utf8Character character = decode_utf8(words.text, at);
      const auto source = static_cast<std::uint32_t>(begin + at);
      const TextRange range{source, source + static_cast<std::uint32_t>(character.bytes)};
      at += character.bytes;
      if (character.code == object_character && boxes_.read < boxes_.all.size()) {
        add_box(boxes_.all[boxes_.read], range);
        continue;
      }
      // Further object characters would be taken for mathematics.
      add(character.code == object_character ? U'\uFFFD' : character.code, style_.bold || words.emphasis, range);
    }
  }

  void add_box(const InlineBox& box, TextRange source) {
    content_.boxes.emplace_back(next_character(), boxes_.read++);
    add_in_the_middle(box, source);
  }

  void add_picture(const std::string& name, TextRange source) {
    const float size = std::round(style_.size_px * picture_share);
    content_.pictures.emplace_back(next_character(), name);
    add_in_the_middle({size, size}, source);
  }

  [[nodiscard]] std::uint32_t next_character() const {
    return static_cast<std::uint32_t>(content_.text.characters.size());
  }

  // Its middle level with that of the capitals.
  void add_in_the_middle(const InlineBox& box, TextRange source) {
    const float above_middle = fonts_.metrics(FontSet::reading(style_.bold)).cap_height * style_.size_px / 2;
    MathPiece piece;
    piece.box.width = std::min(box.width, width_px_);
    piece.box.ascent = box.height / 2 + above_middle;
    piece.box.descent = box.height / 2 - above_middle;
    piece.line_end = LineEnd::Good;
    content_.objects.emplace_back(next_character(), std::move(piece));
    add(object_character, style_.bold, source);
  }

  void add_formula(const MathFormula& formula) {
    std::vector<MathPiece> pieces = lay_out_math_in_pieces(formula, style_.size_px, style_.bold, fonts_);
    float widest = 0;
    for (const MathPiece& piece : pieces) widest = std::max(widest, piece.box.width);
    if (widest > width_px_) {
      const float share = std::max(smallest_share, width_px_ / widest);
      pieces = lay_out_math_in_pieces(formula, std::floor(style_.size_px * share), style_.bold, fonts_);
    }
    const bool several = pieces.size() > 1;
    if (several) add(left_to_right_isolate, style_.bold, formula_);
    for (MathPiece& piece : pieces) {
      content_.objects.emplace_back(next_character(), std::move(piece));
      add(object_character, style_.bold, formula_);
    }
    if (several) add(end_of_isolate, style_.bold, formula_);
  }

  const TextStyle& style_;
  float width_px_;
  FontSet& fonts_;
  TextRange formula_;  // that is being read
  BoxesInText& boxes_;
  Content content_;
};

}  // namespace

const MathPiece* Content::object_at(std::uint32_t character) const { return find_at(objects, character); }

std::optional<std::size_t> Content::box_at(std::uint32_t character) const {
  const std::size_t* found = find_at(boxes, character);
  return found == nullptr ? std::nullopt : std::optional(*found);
}

const std::string* Content::picture_at(std::uint32_t character) const { return find_at(pictures, character); }

Content read_content(const Paragraph& paragraph, const TextStyle& style, float width_px, FontSet& fonts,
                     BoxesInText& boxes) {
  return ContentReader(style, width_px, fonts, boxes).read(paragraph);
}

}  // namespace hornbook::ui::text

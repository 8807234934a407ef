// The characters of one line or paragraph, with what stands among them as a letter does: mathematics, boxes, pictures.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ui/text/markup.hpp"
#include "ui/text/math_layout.hpp"
#include "ui/text/shape.hpp"
#include "ui/text/text_layout.hpp"

namespace hornbook::ui::text {

inline constexpr char32_t object_character = 0xFFFC;  // stands for mathematics, a box or a picture inside a line
// A formula in several pieces reads from the left in a text from the right too.
inline constexpr char32_t left_to_right_isolate = 0x2066;
inline constexpr char32_t end_of_isolate = 0x2069;

struct Content {
  StyledText text;
  std::vector<TextRange> sources;                                    // of each character
  std::vector<std::pair<std::uint32_t, MathPiece>> objects;          // by character, ascending
  std::vector<std::pair<std::uint32_t, std::size_t>> boxes = {};     // likewise: the place among all boxes
  std::vector<std::pair<std::uint32_t, std::string>> pictures = {};  // likewise: names

  [[nodiscard]] const MathPiece* object_at(std::uint32_t character) const;
  [[nodiscard]] std::optional<std::size_t> box_at(std::uint32_t character) const;
  [[nodiscard]] const std::string* picture_at(std::uint32_t character) const;
};

// What boxes a text has, and how many of them stand in what was read before.
struct BoxesInText {
  const std::vector<InlineBox>& all;
  std::size_t read = 0;
};

// Formulas and boxes that are wider than `width_px` are set smaller. Counts the boxes that it reads.
[[nodiscard]] Content read_content(const Paragraph& paragraph, const TextStyle& style, float width_px, FontSet& fonts,
                                   BoxesInText& boxes);

}  // namespace hornbook::ui::text

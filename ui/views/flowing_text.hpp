// A text with things to touch in its lines, where its marks are; in pages when it is long. Views do not measure texts:
// how much fits is reckoned from broad letters, so that nothing runs over.
#pragma once

#include <functional>

#include "runtime/engage/kinds/marked_text.hpp"
#include "ui/views/workplace.hpp"

namespace hornbook::ui::views {

// What a character takes at most on average.
[[nodiscard]] float character_width(TypeStyle type);

struct FlowingText {
  const engage::MarkedText& text;
  std::function<float(std::size_t thing, TypeStyle type)> width;  // of what stands at a mark
  float box_height = 64;
};
// What of the text stands on one page: bytes of its markup, and which marks, counted as they are read.
struct TextPage {
  std::size_t begin = 0, end = 0;
  std::size_t first_mark = 0, marks = 0;
};
struct PagedText {
  TypeStyle type = TypeStyle::Question;
  std::vector<TextPage> pages;  // at least one
  float height = 0;             // of the highest
  float width = 0;              // of its lines
};
// In the largest type in which it needs one page, else in body type.
[[nodiscard]] PagedText in_pages(const Workplace& place, const FlowingText& flowing, float width, float height);

// One page. `boxes` are the nodes at its marks, as they are read; `spoken` is what its text is called.
[[nodiscard]] Node text_page(const Workplace& place, const FlowingText& flowing, const PagedText& paged,
                             std::size_t page, std::vector<Node> boxes);
struct PageShown {
  std::size_t page = 0, pages = 1;
  float height = 0;
};
// A page beside what leads to the next, when there is more than one; the last leads to the first.
[[nodiscard]] Node with_page_turner(const Workplace& place, const PageShown& at, Node shown);
// The width that is left beside it.
[[nodiscard]] float width_beside_turner(const Workplace& place);
// The page at hand of these, made for that width, beside what leads to the next.
[[nodiscard]] Node page_in_turn(const Workplace& place, std::vector<Node> pages);

}  // namespace hornbook::ui::views

#include "ui/text/text_layout.hpp"

#include <algorithm>
#include <cmath>

#include "ui/semantics/language.hpp"
#include "ui/text/list_setter.hpp"
#include "ui/text/markup.hpp"
#include "ui/text/paragraph_setter.hpp"
#include "ui/text/table_setter.hpp"

namespace hornbook::ui::text {
namespace {

constexpr float paragraph_space = 0.6f;  // of the size, above the line's own space
constexpr float table_space = 0.35f;     // between a table and a line that follows it at once

class BlockSetter {
 public:
  BlockSetter(const SetIn& in, TextLayout& layout) : in_(in), layout_(layout) {}

  void set(const std::vector<Block>& blocks) {
    for (std::size_t at = 0; at < blocks.size();) {
      if (at > 0) layout_.height += space_between(blocks[at - 1], blocks[at]);
      at = set_from(blocks, at);
    }
    for (const TextLine& line : layout_.lines) layout_.width = std::max(layout_.width, line.block_width);
  }

 private:
  [[nodiscard]] float space_between(const Block& before, const Block& after) const {
    const bool at_table = std::holds_alternative<Table>(before.what) || std::holds_alternative<Table>(after.what);
    const float share = after.after_blank_line ? paragraph_space : at_table ? table_space : 0;
    return std::round(in_.style.size_px * share);
  }

  // Sets the block at `at`, or all of the list that begins there; returns what comes next.
  std::size_t set_from(const std::vector<Block>& blocks, std::size_t at) {
    if (const auto* table = std::get_if<Table>(&blocks[at].what)) {
      set_table(*table, in_, layout_);
      return at + 1;
    }
    if (is_entry(blocks[at])) {
      const auto end = std::find_if_not(blocks.begin() + static_cast<std::ptrdiff_t>(at), blocks.end(), is_entry);
      const auto count = static_cast<std::size_t>(end - blocks.begin()) - at;
      set_list(std::span(blocks).subspan(at, count), std::round(in_.style.size_px * paragraph_space), in_, layout_);
      return at + count;
    }
    Content content = read_content(std::get<Paragraph>(blocks[at].what), in_.style, in_.width_px, in_.fonts, in_.boxes);
    const ParagraphSetter setter(std::move(content), in_.style, in_.language, in_.fonts);
    layout_.height = setter.set(in_.width_px, layout_.height, layout_);
    return at + 1;
  }

  const SetIn& in_;
  TextLayout& layout_;
};

}  // namespace

TextLayout lay_out_text(std::string_view markup, const TextStyle& style, std::string_view language, float width_px,
                        FontSet& fonts, const std::vector<InlineBox>& boxes) {
  TextLayout layout;
  layout.right_to_left = is_right_to_left(language);
  BoxesInText boxes_in_text{boxes};
  BlockSetter({style, language, width_px, fonts, boxes_in_text}, layout).set(parse_markup(markup));
  return layout;
}

std::vector<PlacedRange> places_of(const TextLayout& layout, TextRange source) {
  std::vector<PlacedRange> places;
  bool joins = false;
  for (const PlacedCluster& cluster : layout.clusters) {
    const bool inside = cluster.source.meets(source) && cluster.width > 0;
    joins = joins && inside && places.back().line == cluster.line;
    if (joins) {
      places.back().width = cluster.x + cluster.width - places.back().x;
    } else if (inside) {
      places.push_back({cluster.line, cluster.x, cluster.width});
    }
    joins = inside;
  }
  return places;
}

}  // namespace hornbook::ui::text

#include "ui/semantics/lay_out.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include "ui/semantics/language.hpp"
#include "ui/semantics/shown_text.hpp"

namespace hornbook::ui {
namespace {

float clamp_width(const Layout& layout, float width) {
  if (layout.width > 0) return layout.width;
  const float at_least = std::max(width, layout.min_width);
  return layout.max_width > 0 ? std::min(at_least, layout.max_width) : at_least;
}

float clamp_height(const Layout& layout, float height) {
  return layout.height > 0 ? layout.height : std::max(height, layout.min_height);
}

float gaps(const Layout& layout, std::size_t count) {
  return count == 0 ? 0 : layout.gap * static_cast<float>(count - 1);
}

float sum(const std::vector<float>& lengths) { return std::accumulate(lengths.begin(), lengths.end(), 0.0f); }

// Where something of `length` starts in `space`.
float offset(Place place, float space, float length) {
  switch (place) {
    case Place::Center:
      return (space - length) / 2;
    case Place::End:
      return space - length;
    default:
      return 0;
  }
}

// Shares `left` among the children that grow. One whose minimum is above its share keeps the minimum, and the others
// share what remains.
void share_by_grow(const std::vector<Node>& children, float left, std::vector<float>& lengths) {
  std::vector<bool> settled(children.size());
  for (std::size_t round = 0; round <= children.size(); ++round) {
    float weights = 0;
    float remaining = left;
    for (std::size_t at = 0; at < children.size(); ++at) {
      if (children[at].layout.grow <= 0) continue;
      if (settled[at]) {
        remaining -= lengths[at];
      } else {
        weights += children[at].layout.grow;
      }
    }
    if (weights <= 0) return;
    bool settled_another = false;
    for (std::size_t at = 0; at < children.size(); ++at) {
      if (children[at].layout.grow <= 0 || settled[at]) continue;
      if (lengths[at] > remaining * children[at].layout.grow / weights) settled[at] = settled_another = true;
    }
    if (settled_another) continue;
    for (std::size_t at = 0; at < children.size(); ++at) {
      const float grow = children[at].layout.grow;
      if (grow > 0 && !settled[at]) lengths[at] = remaining * grow / weights;
    }
    return;
  }
}

class LayoutPass {
 public:
  explicit LayoutPass(const MeasureText& measure_text) : measure_text_(measure_text) {}

  Size measure(const Node& node, float available, std::string_view language) {
    const auto key = std::make_pair(&node, available);
    if (const auto known = measured_.find(key); known != measured_.end()) return known->second;
    const Layout& layout = node.layout;
    if (!node.language.empty()) language = node.language;
    const float outer = layout.width > 0       ? layout.width
                        : layout.max_width > 0 ? std::min(available, layout.max_width)
                                               : available;
    const float inner = std::max(0.0f, outer - 2 * layout.padding_x);
    const Size own = measure_own(node, inner, language);
    const Size flow = measure_children(node, inner, language);
    const Size size{clamp_width(layout, std::max(own.width, flow.width) + 2 * layout.padding_x),
                    clamp_height(layout, std::max(own.height, flow.height) + 2 * layout.padding_y)};
    measured_.emplace(key, size);
    return size;
  }

  void place(Node& node, Rect rect, std::string_view language) {
    node.rect = rect;
    if (node.children.empty()) return;
    if (!node.language.empty()) language = node.language;
    const Layout& layout = node.layout;
    const Rect inner{rect.x + layout.padding_x, rect.y + layout.padding_y,
                     std::max(0.0f, rect.width - 2 * layout.padding_x),
                     std::max(0.0f, rect.height - 2 * layout.padding_y)};
    switch (layout.direction) {
      case Direction::Column:
        place_column(node, inner, language);
        break;
      case Direction::Row:
        place_row(node, inner, language);
        break;
      case Direction::Wrap:
        place_wrap(node, inner, language);
        break;
      case Direction::Stack:
        place_stack(node, inner, language);
        break;
      case Direction::Flow:
        place_flow(node, inner, language);
        break;
      case Direction::Over:
        place_over(node, inner, language);
        break;
    }
  }

 private:
  using Line = std::pair<std::size_t, std::size_t>;  // first child, one past the last

  Size measure_own(const Node& node, float inner, std::string_view language) {
    if (node.layout.direction == Direction::Flow) return measure_flow(node, inner, language);
    Size size = natural_size(node.look.drawing);
    size.width = std::min(size.width, inner);
    const std::string_view text = shown_text(node);
    if (text.empty()) return size;
    const Size measured = measure_text_({text, node.look.type, language, inner, {}, {}});
    return {std::max(size.width, measured.width), std::max(size.height, measured.height)};
  }

  MeasuredText measure_flow(const Node& node, float inner, std::string_view language) {
    TextRequest request{shown_text(node), node.look.type, language, inner, {}, {}};
    for (const Node& child : node.children) request.boxes.push_back(measure(child, inner, language));
    return measure_text_(request);
  }

  Size measure_children(const Node& node, float inner, std::string_view language) {
    if (node.children.empty()) return {};
    switch (node.layout.direction) {
      case Direction::Flow:
      case Direction::Over:
        return {};  // its text holds them
      case Direction::Row:
        return measure_row(node, inner, language);
      case Direction::Wrap:
        return measure_wrap(node, inner, language);
      default:
        return measure_column_or_stack(node, inner, language);
    }
  }

  Size measure_column_or_stack(const Node& node, float inner, std::string_view language) {
    const bool stack = node.layout.direction == Direction::Stack;
    Size size;
    for (const Node& child : node.children) {
      const Size own = measure(child, inner, language);
      size.width = std::max(size.width, own.width);
      size.height = stack ? std::max(size.height, own.height) : size.height + own.height;
    }
    if (!stack) size.height += gaps(node.layout, node.children.size());
    return size;
  }

  Size measure_row(const Node& node, float inner, std::string_view language) {
    const std::vector<float> widths = row_widths(node, inner, language);
    Size size{sum(widths) + gaps(node.layout, widths.size()), 0};
    for (std::size_t at = 0; at < widths.size(); ++at) {
      size.height = std::max(size.height, measure(node.children[at], widths[at], language).height);
    }
    return size;
  }

  Size measure_wrap(const Node& node, float inner, std::string_view language) {
    Size size;
    const std::vector<Line> lines = break_lines(node, inner, language);
    for (const auto& [first, end] : lines) {
      float width = gaps(node.layout, end - first);
      float height = 0;
      for (std::size_t at = first; at < end; ++at) {
        const Size own = measure(node.children[at], inner, language);
        width += own.width;
        height = std::max(height, own.height);
      }
      size.width = std::max(size.width, width);
      size.height += height;
    }
    size.height += gaps(node.layout, lines.size());
    return size;
  }

  std::vector<float> row_widths(const Node& node, float inner, std::string_view language) {
    std::vector<float> widths;
    float fixed = 0;
    float flexible = 0;
    float growing = 0;
    for (const Node& child : node.children) {
      const bool grows = child.layout.grow > 0;
      widths.push_back(grows ? clamp_width(child.layout, 0) : measure(child, inner, language).width);
      (grows ? growing : child.layout.width > 0 ? fixed : flexible) += widths.back();
    }
    const float space = inner - gaps(node.layout, widths.size());
    const float for_flexible = std::max(0.0f, space - fixed - growing);
    if (flexible > for_flexible) {
      for (std::size_t at = 0; at < widths.size(); ++at) {
        const Layout& layout = node.children[at].layout;
        if (layout.grow <= 0 && layout.width <= 0) {
          widths[at] = std::max(layout.min_width, widths[at] * for_flexible / flexible);
        }
      }
      flexible = for_flexible;
    }
    share_by_grow(node.children, space - fixed - flexible, widths);
    return widths;
  }

  std::vector<Line> break_lines(const Node& node, float inner, std::string_view language) {
    std::vector<Line> lines;
    float width = 0;
    for (std::size_t at = 0; at < node.children.size(); ++at) {
      const float own = measure(node.children[at], inner, language).width;
      const bool fits = !lines.empty() && width + node.layout.gap + own <= inner + 0.01f;
      if (fits) {
        lines.back().second = at + 1;
        width += node.layout.gap + own;
      } else {
        lines.emplace_back(at, at + 1);
        width = own;
      }
    }
    return lines;
  }

  // The horizontal extent of a child that has `space` to itself.
  std::pair<float, float> across(const Node& parent, const Node& child, float space, std::string_view language) {
    const Place place = parent.layout.cross;
    if (place != Place::Stretch) {
      const float width = std::min(measure(child, space, language).width, std::max(space, child.layout.width));
      return {offset(mirrored(parent, language) ? opposite(place) : place, space, width), width};
    }
    const float width = clamp_width(child.layout, space);
    return {width < space ? (space - width) / 2 : 0, width};
  }

  void place_column(Node& node, Rect inner, std::string_view language) {
    std::vector<std::pair<float, float>> horizontal;
    std::vector<float> heights;
    float settled = 0;
    for (Node& child : node.children) {
      horizontal.push_back(across(node, child, inner.width, language));
      heights.push_back(measure(child, horizontal.back().second, language).height);
      if (child.layout.grow <= 0) settled += heights.back();
    }
    const float space = inner.height - gaps(node.layout, heights.size());
    share_by_grow(node.children, space - settled, heights);
    const float total = sum(heights) + gaps(node.layout, heights.size());
    // What does not fit starts at the top whatever its place, so that its beginning can be read.
    float y = inner.y + std::max(0.0f, offset(node.layout.main, inner.height, total));
    for (std::size_t at = 0; at < heights.size(); ++at) {
      place(node.children[at], {inner.x + horizontal[at].first, y, horizontal[at].second, heights[at]}, language);
      y += heights[at] + node.layout.gap;
    }
  }

  void place_row(Node& node, Rect inner, std::string_view language) {
    place_line(node, inner, {0, node.children.size()}, row_widths(node, inner.width, language), language);
  }

  void place_wrap(Node& node, Rect inner, std::string_view language) {
    float y = inner.y;
    for (const Line& line : break_lines(node, inner.width, language)) {
      std::vector<float> widths;
      float height = 0;
      for (std::size_t at = line.first; at < line.second; ++at) {
        const Size own = measure(node.children[at], inner.width, language);
        widths.push_back(own.width);
        height = std::max(height, own.height);
      }
      place_line(node, {inner.x, y, inner.width, height}, line, widths, language);
      y += height + node.layout.gap;
    }
  }

  void place_line(Node& node, Rect inner, Line line, const std::vector<float>& widths, std::string_view language) {
    const float total = sum(widths) + gaps(node.layout, widths.size());
    float x = std::max(0.0f, offset(node.layout.main, inner.width, total));
    const bool from_right = mirrored(node, language);
    for (std::size_t at = line.first; at < line.second; ++at) {
      Node& child = node.children[at];
      const float width = widths[at - line.first];
      const float natural = measure(child, width, language).height;
      const bool stretched = node.layout.cross == Place::Stretch && child.layout.height <= 0;
      const float height = stretched ? std::max(inner.height, child.layout.min_height) : natural;
      const Place cross = node.layout.cross == Place::Stretch && !stretched ? Place::Center : node.layout.cross;
      const float left = from_right ? inner.width - x - width : x;
      place(child, {inner.x + left, inner.y + offset(cross, inner.height, height), width, height}, language);
      x += width + node.layout.gap;
    }
  }

  void place_stack(Node& node, Rect inner, std::string_view language) {
    for (Node& child : node.children) {
      const auto [left, width] = across(node, child, inner.width, language);
      const float height = node.layout.main == Place::Stretch ? clamp_height(child.layout, inner.height)
                                                              : measure(child, width, language).height;
      const float top = offset(node.layout.main, inner.height, height) + child.layout.top;
      place(child, {inner.x + left + child.layout.left, inner.y + top, width, height}, language);
    }
  }

  void place_flow(Node& node, Rect inner, std::string_view language) {
    const std::vector<Rect> boxes = measure_flow(node, inner.width, language).boxes;
    for (std::size_t at = 0; at < node.children.size() && at < boxes.size(); ++at) {
      const Rect& box = boxes[at];
      place(node.children[at], {inner.x + box.x, inner.y + box.y, box.width, box.height}, language);
    }
  }

  void place_over(Node& node, Rect inner, std::string_view language) {
    TextRequest request{shown_text(node), node.look.type, language, inner.width, {}, {}};
    for (const Node& child : node.children) request.parts.push_back(child.part);
    const std::vector<std::vector<Rect>> parts = measure_text_(request).parts;
    for (std::size_t at = 0; at < node.children.size() && at < parts.size(); ++at) {
      Node& child = node.children[at];
      child.pieces = parts[at];
      for (Rect& piece : child.pieces) piece = {inner.x + piece.x, inner.y + piece.y, piece.width, piece.height};
      if (child.pieces.empty()) continue;
      place(child, child.pieces.front(), language);
      child.pieces.erase(child.pieces.begin());
    }
  }

  static bool mirrored(const Node& node, std::string_view language) {
    return node.look.mirrored_in_rtl && is_right_to_left(language);
  }
  static Place opposite(Place place) {
    return place == Place::Start ? Place::End : place == Place::End ? Place::Start : place;
  }

  const MeasureText& measure_text_;
  std::map<std::pair<const Node*, float>, Size> measured_;
};

}  // namespace

void lay_out(Node& root, Rect screen, const MeasureText& measure) { LayoutPass(measure).place(root, screen, {}); }

}  // namespace hornbook::ui

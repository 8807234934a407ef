// Keeps what was laid out: a screen's texts are the same from frame to frame, and shaping them is the costly part.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "ui/text/text_layout.hpp"

namespace hornbook::ui::text {

// Two generations: when the young one is full, the old one is forgotten and the young one grows old. What is in use
// moves back to the young one, so nothing that a frame needs is laid out twice. Not thread-safe.
class LayoutCache {
 public:
  explicit LayoutCache(FontSet& fonts) : fonts_(fonts) {}

  // Valid until the next call.
  [[nodiscard]] const TextLayout& lay_out(std::string_view markup, const TextStyle& style, std::string_view language,
                                          float width_px, const std::vector<InlineBox>& boxes = {});

 private:
  using Layouts = std::unordered_map<std::string, TextLayout>;
  FontSet& fonts_;
  Layouts young_, old_;
  std::string key_;
};

}  // namespace hornbook::ui::text

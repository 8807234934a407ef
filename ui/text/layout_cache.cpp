#include "ui/text/layout_cache.hpp"

#include <utility>

#include "runtime/core/limits.hpp"

namespace hornbook::ui::text {
namespace {

void append_value(std::string& key, const void* value, std::size_t bytes) {
  key.append(static_cast<const char*>(value), bytes);
}

}  // namespace

const TextLayout& LayoutCache::lay_out(std::string_view markup, const TextStyle& style, std::string_view language,
                                       float width_px, const std::vector<InlineBox>& boxes) {
  key_.assign(markup);
  key_ += '\0';
  key_ += language;
  key_ += style.bold ? '\1' : '\0';
  append_value(key_, &style.size_px, sizeof style.size_px);
  append_value(key_, &style.line_height, sizeof style.line_height);
  append_value(key_, &width_px, sizeof width_px);
  append_value(key_, boxes.data(), boxes.size() * sizeof(InlineBox));
  if (const auto found = young_.find(key_); found != young_.end()) return found->second;
  if (young_.size() >= limits::text_layouts_cached_max) old_ = std::exchange(young_, {});
  if (auto kept = old_.extract(key_)) return young_.insert(std::move(kept)).position->second;
  return young_.emplace(key_, lay_out_text(markup, style, language, width_px, fonts_, boxes)).first->second;
}

}  // namespace hornbook::ui::text

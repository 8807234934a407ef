#include "ui/views/text_columns.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "runtime/engage/entry/typed_text.hpp"
#include "ui/views/plain_text.hpp"
#include "ui/views/text_cuts.hpp"

namespace hornbook::ui::views {
namespace {

constexpr float line_height = 36;         // of body text
constexpr float figure_share_max = 0.6F;  // of a column's height

class Filler {
 public:
  Filler(const ColumnSize& size, const MeasureText& measure, std::string_view language)
      : size_(size), measure_(measure), language_(language), columns_(1) {}

  void add_heading(const std::string& words, TypeStyle type) {
    const float height = height_of(words, type);
    if (!is_empty() && room() < height + size_.gap + 2 * line_height) next_column();
    put({type, words, nullptr, height});
  }

  void add_paragraph(std::string words, std::uint16_t number, std::uint16_t block) {
    // Parts of a list or a table keep the ends of their lines, so that one line is still an entry.
    if (words.find('\n') != std::string::npos && words.back() != '\n') words += '\n';
    std::ptrdiff_t shift = 0;
    for (;;) {
      const float height = height_of(words, TypeStyle::Body);
      const std::optional<TextCut> cut = height <= room() ? std::nullopt : cut_that_fits(words);
      if (height > room() && !cut && !is_empty()) {
        next_column();
        continue;
      }
      columns_.back().last_paragraph = number;
      if (!cut) return put({TypeStyle::Body, std::move(words), nullptr, height, block, shift});
      std::string part = words.substr(0, cut->end);
      const float part_height = height_of(part, TypeStyle::Body);
      put({TypeStyle::Body, std::move(part), nullptr, part_height, block, shift});
      shift += static_cast<std::ptrdiff_t>(cut->at) - static_cast<std::ptrdiff_t>(cut->head.size());
      words = std::string(cut->head) + words.substr(cut->at);
      next_column();
    }
  }

  void add_figure(const engage::Figure& figure) {
    const Size natural = natural_size(Drawing(figure));
    const float share = std::min({1.5F, size_.width / natural.width, size_.height * figure_share_max / natural.height});
    const float height = natural.height * share;
    if (height > room() && !is_empty()) next_column();
    put({TypeStyle::Body, {}, &figure, height});
  }

  std::vector<TextColumn> take() {
    if (columns_.size() > 1 && columns_.back().pieces.empty()) columns_.pop_back();
    return std::move(columns_);
  }

 private:
  [[nodiscard]] bool is_empty() const { return columns_.back().pieces.empty(); }
  [[nodiscard]] float room() const { return size_.height - filled_ - (is_empty() ? 0 : size_.gap); }
  [[nodiscard]] float height_of(const std::string& words, TypeStyle type) const {
    return measure_({words, type, language_, size_.width}).height;
  }

  void put(TextPiece piece) {
    filled_ += piece.height + (is_empty() ? 0 : size_.gap);
    columns_.back().pieces.push_back(std::move(piece));
  }

  void next_column() {
    const std::uint16_t read = columns_.back().last_paragraph;
    columns_.push_back({{}, read});
    filled_ = 0;
  }

  // Where the text goes on in the next column; nothing when no part of it fits. An entry of a list is broken only when
  // it would not fit into a column of its own. The cut borrows from `words`.
  [[nodiscard]] std::optional<TextCut> cut_that_fits(const std::string& words) const {
    if (room() < line_height) return std::nullopt;
    const std::vector<TextCut> all = cuts_of(words);
    std::vector<TextCut> whole = all;
    std::erase_if(whole, [](const TextCut& cut) { return cut.breaks_entry; });
    const std::optional<TextCut> best = best_of(whole, words);
    return best || !is_empty() ? best : best_of(all, words);
  }

  [[nodiscard]] std::optional<TextCut> best_of(const std::vector<TextCut>& cuts, const std::string& words) const {
    const auto fits = [&](const TextCut& cut) {
      return height_of(words.substr(0, cut.end), TypeStyle::Body) <= room();
    };
    const auto end = std::partition_point(cuts.begin(), cuts.end(), fits);
    if (end == cuts.begin()) return std::nullopt;
    const TextCut& last = *(end - 1);
    const auto sentence = std::find_if(std::make_reverse_iterator(end), cuts.rend(),
                                       [](const TextCut& cut) { return cut.ends_sentence; });
    return sentence != cuts.rend() && sentence->at * 5 >= last.at * 2 ? *sentence : last;
  }

  ColumnSize size_;
  const MeasureText& measure_;
  std::string_view language_;
  std::vector<TextColumn> columns_;
  float filled_ = 0;
};

}  // namespace

std::vector<TextColumn> columns_of(const engage::Passage& passage, const engage::PassageLevel& level,
                                   const ColumnSize& size, const MeasureText& measure) {
  const MeasureText by_estimate = estimated_text;
  Filler filler(size, measure ? measure : by_estimate, passage.language);
  if (!passage.title.empty()) filler.add_heading(engage::escaped_for_markup(passage.title), TypeStyle::Title);
  std::uint16_t paragraph = 0;
  for (std::size_t at = 0; at < level.blocks.size(); ++at) {
    const engage::PassageBlock& block = level.blocks[at];
    if (const auto* heading = std::get_if<engage::PassageHeading>(&block)) {
      filler.add_heading(heading->text, TypeStyle::Strong);
    } else if (const auto* words = std::get_if<engage::PassageParagraph>(&block)) {
      filler.add_paragraph(words->text, ++paragraph, static_cast<std::uint16_t>(at));
    } else {
      filler.add_figure(std::get<engage::Figure>(block));
    }
  }
  return filler.take();
}

Size estimated_text(const TextRequest& request) {
  const bool is_large = request.type == TypeStyle::Title || request.type == TypeStyle::Question;
  const float size = is_large ? 36.F : 24.F;
  const float width = static_cast<float>(plain_text(request.text).size()) * size * 0.55F;
  const float lines = std::max(1.F, std::ceil(width / std::max(request.width_max, size) - 0.01F));
  return {std::min(width, request.width_max), lines * size * 1.5F};
}

}  // namespace hornbook::ui::views

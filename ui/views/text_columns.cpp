#include "ui/views/text_columns.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "runtime/engage/entry/typed_text.hpp"
#include "runtime/engage/passage/glossary.hpp"
#include "ui/views/plain_text.hpp"

namespace hornbook::ui::views {
namespace {

constexpr float line_height = 36;         // of body text
constexpr float figure_share_max = 0.6F;  // of a column's height

// Where a text may be cut: behind a space, outside of formulas and emphasis.
struct Cut {
  std::size_t at = 0;
  bool ends_sentence = false;
};

bool ends_sentence(std::string_view before) {
  while (!before.empty() && (before.back() == ' ' || before.back() == '\n' || before.back() == '"')) {
    before.remove_suffix(1);
  }
  static constexpr std::array<std::string_view, 9> ends{".", "!", "?", "…", "”", "»", "।", "۔", "።"};
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return before.ends_with(end); });
}

std::vector<Cut> cuts_of(const std::string& words) {
  std::vector<Cut> cuts;
  bool in_formula = false, in_emphasis = false;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const char c = words[at];
    if (c == '\\') {
      ++at;
      continue;
    }
    if (c == '$') in_formula = !in_formula;
    if (c == '*' && !in_formula) in_emphasis = !in_emphasis;
    const bool is_space = c == ' ' || c == '\n';
    if (is_space && !in_formula && !in_emphasis && at + 1 < words.size())
      cuts.push_back({at + 1, ends_sentence(std::string_view(words).substr(0, at))});
  }
  return cuts;
}

// Words that have a meaning to look up are emphasised, unless they are already.
std::string with_glossary_marked(const std::string& words, const std::vector<engage::GlossaryWord>& glossary) {
  std::string marked;
  std::size_t done = 0;
  bool in_emphasis = false;
  for (const engage::GlossaryPlace& place : engage::find_glossary_words(words, glossary)) {
    for (std::size_t at = done; at < place.begin; ++at)
      if (words[at] == '*' && (at == 0 || words[at - 1] != '\\')) in_emphasis = !in_emphasis;
    const std::string_view star = in_emphasis ? "" : "*";
    marked.append(words, done, place.begin - done).append(star);
    marked.append(words, place.begin, place.end - place.begin).append(star);
    done = place.end;
  }
  return marked.append(words, done);
}

class Filler {
 public:
  Filler(const ColumnSize& size, const MeasureText& measure, std::string_view language)
      : size_(size), measure_(measure), language_(language), columns_(1) {}

  void add_heading(const std::string& words, TypeStyle type) {
    const float height = height_of(words, type);
    if (!is_empty() && room() < height + size_.gap + 2 * line_height) next_column();
    put({type, words, nullptr, height});
  }

  void add_paragraph(std::string words, std::uint16_t number) {
    for (;;) {
      const float height = height_of(words, TypeStyle::Body);
      const std::size_t cut = height <= room() ? 0 : cut_that_fits(words);
      if (height > room() && cut == 0 && !is_empty()) {
        next_column();
        continue;
      }
      columns_.back().last_paragraph = number;
      if (cut == 0) return put({TypeStyle::Body, std::move(words), nullptr, height});
      std::string part = words.substr(0, cut - 1);
      const float part_height = height_of(part, TypeStyle::Body);
      put({TypeStyle::Body, std::move(part), nullptr, part_height});
      words.erase(0, cut);
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

  // The byte where the text goes on in the next column; 0: no part of it fits.
  [[nodiscard]] std::size_t cut_that_fits(const std::string& words) const {
    if (room() < line_height) return 0;
    const std::vector<Cut> cuts = cuts_of(words);
    const auto fits = [&](const Cut& cut) { return height_of(words.substr(0, cut.at - 1), TypeStyle::Body) <= room(); };
    const auto end = std::partition_point(cuts.begin(), cuts.end(), fits);
    if (end == cuts.begin()) return 0;
    const std::size_t last = (end - 1)->at;
    const auto sentence =
        std::find_if(std::make_reverse_iterator(end), cuts.rend(), [](const Cut& cut) { return cut.ends_sentence; });
    return sentence != cuts.rend() && sentence->at * 5 >= last * 2 ? sentence->at : last;
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
  filler.add_heading(engage::escaped_for_markup(passage.title), TypeStyle::Title);
  std::uint16_t paragraph = 0;
  for (const engage::PassageBlock& block : level.blocks) {
    if (const auto* heading = std::get_if<engage::PassageHeading>(&block)) {
      filler.add_heading(heading->text, TypeStyle::Strong);
    } else if (const auto* words = std::get_if<engage::PassageParagraph>(&block)) {
      filler.add_paragraph(with_glossary_marked(words->text, passage.glossary), ++paragraph);
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

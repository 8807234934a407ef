#include "ui/text/spoken.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "ui/text/markup.hpp"
#include "ui/text/math_spoken.hpp"

namespace hornbook::ui::text {

std::string spoken_fraction(long long whole, long long numerator, long long denominator, std::string_view language) {
  const MathWords* words = math_words_of(language);
  if (words == nullptr) {
    const std::string fraction = std::to_string(numerator) + "/" + std::to_string(denominator);
    return whole == 0 ? fraction : std::to_string(whole) + " " + fraction;
  }
  const std::string fraction = fraction_words(numerator, denominator, *words);
  return whole == 0 ? fraction : cardinal(whole, *words) + " " + words->joins_whole + " " + fraction;
}

namespace {

class Speaker {
 public:
  explicit Speaker(std::string_view language) : words_(math_words_of(language)) {}

  SpokenText say(std::string_view text) {
    for (const Block& block : parse_markup(text)) {
      if (const auto* table = std::get_if<Table>(&block.what)) {
        say_table(*table);
      } else {
        say_line(std::get<Paragraph>(block.what));
      }
    }
    return std::move(out_);
  }

 private:
  void say_line(const Paragraph& line) {
    if (!out_.words.empty()) out_.words += ' ';
    if (line.entry && line.entry->mark == engage::TextLineBlock::Mark::Number)
      out_.words += std::to_string(line.entry->number) + ": ";
    say_words(line);
    if (line.entry) end_sentence();
  }

  // Row by row, each cell behind the name of its column.
  void say_table(const Table& table) {
    for (std::size_t row = table.has_head ? 1 : 0; row < table.rows.size(); ++row) {
      if (!out_.words.empty()) out_.words += ' ';
      bool is_first = true;
      for (std::size_t column = 0; column < table.rows[row].size(); ++column) {
        if (table.rows[row][column].spans.empty()) continue;
        if (!std::exchange(is_first, false)) out_.words += ", ";
        if (table.has_head && !table.rows[0][column].spans.empty()) {
          say_words(table.rows[0][column]);
          out_.words += ": ";
        }
        say_words(table.rows[row][column]);
      }
      end_sentence();
    }
  }

  // So that a voice rests between entries and rows.
  void end_sentence() {
    static constexpr std::array<std::string_view, 13> ends{".",  "!", "?", ":", ";",  ",", "…",
                                                           "。", "।", "؟", "۔", "？", "！"};
    const bool is_ended = std::any_of(ends.begin(), ends.end(), [&](auto end) { return out_.words.ends_with(end); });
    if (!is_ended && !out_.words.empty()) out_.words += '.';
  }

  void say_words(const Paragraph& paragraph) {
    std::optional<std::uint32_t> link;
    for (const Span& span : paragraph.spans) {
      const bool goes_on = span.link && span.link == link;
      link = span.link;
      if (goes_on) {
        out_.pieces.back().source.end = span.end;
      } else if (span.link) {
        add(paragraph.links[*span.link].say, span, false);
      } else if (const auto* plain = std::get_if<Words>(&span.what)) {
        add(plain->text, span, true);
      } else if (const auto* picture = std::get_if<InlinePicture>(&span.what)) {
        add(picture->description, span, false);
      } else {
        const MathRow& row = std::get<MathFormula>(span.what).row;
        add(words_ != nullptr ? say_math(row, *words_) : write_math(row), span, false);
      }
    }
  }

  void add(const std::string& said, const Span& span, bool letter_by_letter) {
    const auto begin = static_cast<std::uint32_t>(out_.words.size());
    out_.words += said;
    out_.pieces.push_back(
        {{begin, static_cast<std::uint32_t>(out_.words.size())}, {span.begin, span.end}, letter_by_letter});
  }

  const MathWords* words_;
  SpokenText out_;
};

}  // namespace

SpokenText spoken_text(std::string_view text, std::string_view language) { return Speaker(language).say(text); }

std::string spoken(std::string_view text, std::string_view language) { return spoken_text(text, language).words; }

TextRange source_of(const SpokenText& text, TextRange spoken) {
  TextRange source;
  for (const SpokenPiece& piece : text.pieces) {
    if (!piece.spoken.meets(spoken)) continue;
    TextRange found = piece.source;
    if (piece.letter_by_letter) {
      const TextRange part = piece.spoken.within(spoken);
      found = {piece.source.begin + part.begin - piece.spoken.begin,
               piece.source.begin + part.end - piece.spoken.begin};
    }
    source = source.empty() ? found : source.joined(found);
  }
  return source;
}

}  // namespace hornbook::ui::text

#include "ui/text/math_spoken.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "ui/semantics/utf8.hpp"
#include "ui/text/math_parser.hpp"
#include "ui/text/spoken_line.hpp"

namespace hornbook::ui::text {
namespace {

std::string text_of(char32_t character) {
  std::string text;
  append_utf8(text, character);
  return text;
}

std::optional<long long> number_in(const MathRow& row) {
  if (row.size() != 1) return std::nullopt;
  const auto* number = std::get_if<MathNumber>(&row[0].what);
  if (number == nullptr) return std::nullopt;
  long long value = 0;
  const char* end = number->digits.data() + number->digits.size();
  const auto parsed = std::from_chars(number->digits.data(), end, value);
  if (parsed.ec != std::errc{} || parsed.ptr != end) return std::nullopt;
  return value;
}

const MathSymbol* symbol_in(const MathRow& row) {
  return row.size() == 1 ? std::get_if<MathSymbol>(&row[0].what) : nullptr;
}

bool is_letter(const MathItem& item) {
  const auto* symbol = std::get_if<MathSymbol>(&item.what);
  return symbol != nullptr && is_latin_letter(symbol->character) && symbol->alphabet == Alphabet::Usual;
}

// Whether a part can be said without marking where it ends.
bool is_short(const MathRow& row) {
  if (row.size() > 1)
    return row.size() == 2 && !std::holds_alternative<MathFraction>(row[1].what) &&
           !std::holds_alternative<MathRoot>(row[1].what) && class_of(row[0]) != MathClass::Relation;
  return row.empty() ||
         (!std::holds_alternative<MathFraction>(row[0].what) && !std::holds_alternative<MathFence>(row[0].what) &&
          !std::holds_alternative<MathTable>(row[0].what));
}

class MathSpeaker {
 public:
  explicit MathSpeaker(const MathWords& words) : words_(words) {}

  void say(const MathRow& row) {
    for (std::size_t at = 0; at < row.size(); ++at) {
      if (is_letter(row[at])) {
        at = say_letters(row, at);
      } else if (is_mixed(row, at)) {
        line_.add(cardinal(*number_in({row[at]}), words_));
        line_.add(words_.joins_whole);
      } else if (opens_bracket(row, at)) {
        const auto close = closing_of(row, at);
        // Brackets around a signed number are not worth a word: "3 minus minus 2".
        if (!close || *close > at + 3) {
          line_.add(words_.open);
        } else {
          say(MathRow(row.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                      row.begin() + static_cast<std::ptrdiff_t>(*close)));
          at = *close;
        }
      } else {
        std::visit([&](const auto& what) { say(what); }, row[at].what);
      }
    }
  }

  [[nodiscard]] std::string take() { return line_.take(); }

 private:
  // Four letters and more are a word, as in "distance = 60"; fewer are variables.
  std::size_t say_letters(const MathRow& row, std::size_t at) {
    constexpr std::size_t word_letters_min = 4;
    std::size_t end = at;
    std::string joined;
    while (end < row.size() && is_letter(row[end])) {
      append_utf8(joined, std::get<MathSymbol>(row[end++].what).character);
    }
    if (end - at >= word_letters_min) {
      line_.add(joined);
    } else {
      for (const char letter : joined) line_.add(std::string(1, letter));
    }
    return end - 1;
  }

  static bool is_mixed(const MathRow& row, std::size_t at) {
    if (at + 1 >= row.size() || !number_in({row[at]})) return false;
    const auto* fraction = std::get_if<MathFraction>(&row[at + 1].what);
    return fraction != nullptr && fraction->form != FractionForm::NoBar && number_in(fraction->numerator) &&
           number_in(fraction->denominator);
  }

  static bool opens_bracket(const MathRow& row, std::size_t at) {
    const auto* symbol = std::get_if<MathSymbol>(&row[at].what);
    return symbol != nullptr && symbol->character == U'(';
  }
  static std::optional<std::size_t> closing_of(const MathRow& row, std::size_t open) {
    std::size_t depth = 0;
    for (std::size_t at = open; at < row.size(); ++at) {
      const auto* symbol = std::get_if<MathSymbol>(&row[at].what);
      if (symbol == nullptr) continue;
      if (symbol->character == U'(') ++depth;
      if (symbol->character == U')' && --depth == 0) return at;
    }
    return std::nullopt;
  }

  void say(const MathSymbol& symbol) {
    if (symbol.character == U'|') {
      return line_.add(symbol.kind == MathClass::Opening ? words_.absolute : words_.end_absolute);
    }
    if (symbol.character == U')') return line_.add(words_.close);
    const std::string sign = text_of(symbol.character);
    for (const std::string_view list : {words_.signs, words_.letters}) {
      const std::string_view known = look_up(list, sign);
      if (!known.empty()) return line_.add(known);
    }
    line_.add(sign);
  }
  void say(const MathNumber& number) { line_.add(number.digits); }
  void say(const MathText& text) { line_.add_words(text.words); }
  void say(const MathName& name) {
    const std::string_view known = look_up(words_.names, name.name);
    line_.add(known.empty() ? std::string_view(name.name) : known);
  }
  void say(const MathSpace&) {}
  void say(const MathSizeSwitch&) {}
  void say(const MathBlank&) { line_.add(words_.blank); }
  void say(const MathGroup& group) { say(group.content); }

  void say(const MathFraction& fraction) {
    const auto numerator = number_in(fraction.numerator);
    const auto denominator = number_in(fraction.denominator);
    const bool bar = fraction.form != FractionForm::NoBar;
    if (bar && numerator && denominator) return line_.add(fraction_words(*numerator, *denominator, words_));
    if (!bar) {
      say(fraction.numerator);
      line_.add(words_.choose);
      return say(fraction.denominator);
    }
    const bool short_parts = is_short(fraction.numerator) && is_short(fraction.denominator);
    if (!short_parts) line_.add(words_.numerator);
    say(fraction.numerator);
    line_.add(short_parts ? words_.over : words_.denominator);
    say(fraction.denominator);
    if (!short_parts) line_.add_end(words_.end_fraction);
  }

  void say(const MathRoot& root) {
    const auto index = root.index.empty() ? std::optional<long long>(2) : number_in(root.index);
    if (index && *index >= 2 && *index < 2 + static_cast<long long>(words_.roots.size())) {
      line_.add(words_.roots[static_cast<std::size_t>(*index - 2)]);
    } else {
      line_.add(words_.root_of_index);
      say(root.index);
      line_.add(words_.of);
    }
    say(root.content);
    if (!is_short(root.content)) line_.add_end(words_.end_root);
  }

  void say(const MathScripts& scripts) {
    if (const MathSymbol* symbol = symbol_in(scripts.base);
        symbol != nullptr && symbol->kind == MathClass::LargeOperator) {
      return say_operator(scripts);
    }
    const auto* name = scripts.base.size() == 1 ? std::get_if<MathName>(&scripts.base[0].what) : nullptr;
    if (name != nullptr && name->limits != LimitsPlace::Beside) return say_limit(scripts);
    say(scripts.base);
    if (!scripts.subscript.empty()) {
      const auto* accent = scripts.base.size() == 1 ? std::get_if<MathAccent>(&scripts.base[0].what) : nullptr;
      line_.add(accent != nullptr && accent->takes_label ? words_.below : words_.subscript);
      say(scripts.subscript);
    }
    if (!scripts.superscript.empty()) say_power(scripts.superscript);
  }

  void say_power(const MathRow& power) {
    const auto number = number_in(power);
    const MathSymbol* symbol = symbol_in(power);
    if (number && (*number == 2 || *number == 3)) return line_.add(*number == 2 ? words_.squared : words_.cubed);
    if (symbol != nullptr && (symbol->character == U'∘' || symbol->character == U'°')) {
      return line_.add(look_up(words_.signs, "°"));
    }
    const auto* first = power.empty() ? nullptr : std::get_if<MathSymbol>(&power[0].what);
    if (first == nullptr || first->character != U'′') line_.add(words_.power);
    say(power);
  }

  void say_operator(const MathScripts& scripts) {
    say(scripts.base);
    if (!scripts.subscript.empty()) {
      line_.add(words_.from);
      say(scripts.subscript);
    }
    if (!scripts.superscript.empty()) {
      line_.add(words_.to);
      say(scripts.superscript);
    }
    line_.add(words_.of);
  }

  void say_limit(const MathScripts& scripts) {
    say(scripts.base);
    line_.add(words_.limit_as);
    for (const MathItem& item : scripts.subscript) {
      const auto* symbol = std::get_if<MathSymbol>(&item.what);
      if (symbol != nullptr && (symbol->character == U'→' || symbol->character == U'⟶')) {
        line_.add(words_.approaches);
      } else {
        say(MathRow{item});
      }
    }
    line_.add(words_.of);
  }

  void say(const MathFence& fence) {
    const bool bars = fence.delimiters.front() == U'|' && fence.delimiters.back() == U'|';
    const bool round = fence.delimiters.front() == U'(' && fence.delimiters.back() == U')';
    const bool marked = !round || fence.parts[0].size() > 2;
    if (bars) line_.add(words_.absolute);
    if (!bars && marked) say_delimiter(fence.delimiters.front());
    for (std::size_t part = 0; part < fence.parts.size(); ++part) {
      if (part > 0) say(MathSymbol{fence.delimiters[part], MathClass::Relation});
      say(fence.parts[part]);
    }
    if (bars) line_.add_end(words_.end_absolute);
    if (!bars && marked) say_delimiter(fence.delimiters.back());
  }
  void say_delimiter(char32_t sign) {
    if (sign == U'(') return line_.add(words_.open);
    if (sign == U')') return line_.add(words_.close);
    if (sign != 0) line_.add(text_of(sign));
  }
  void say(const MathDelimiter& delimiter) { say_delimiter(delimiter.character); }

  void say(const MathTable& table) {
    const bool matrix = table.closing != 0 && !table.rows.empty();
    if (matrix) {
      line_.add(std::to_string(table.rows.size()) + " " + words_.by + " " + std::to_string(table.rows[0].size()));
      line_.add(words_.matrix);
    } else if (table.opening != 0) {
      line_.add(words_.either);
    }
    for (std::size_t at = 0; at < table.rows.size(); ++at) {
      if (at > 0) line_.add(";");
      if (matrix) line_.add(std::string(words_.row) + " " + std::to_string(at + 1) + ":");
      for (std::size_t column = 0; column < table.rows[at].size(); ++column) {
        if (column > 0 && !table.open_rows) line_.add(",");
        say(table.rows[at][column]);
      }
    }
    if (matrix) line_.add_end(words_.end_matrix);
  }

  void say(const MathAccent& accent) {
    const bool arrow = accent.mark == U'→' || accent.mark == U'←' || accent.mark == U'⃗';
    if (arrow) line_.add(words_.vector);
    if (accent.mark == U'⏜' && !accent.takes_label) line_.add(words_.arc);
    say(accent.base);
    if (accent.below || accent.takes_label) return;
    if (accent.mark == 0 || accent.mark == U'̄') line_.add(words_.bar);
    if (accent.mark == U'̂') line_.add(words_.hat);
  }

  void say(const MathStack& stack) {
    say(stack.base);
    if (!stack.above.empty()) {
      line_.add(words_.above);
      say(stack.above);
    }
    if (!stack.below.empty()) {
      line_.add(words_.below);
      say(stack.below);
    }
  }
  void say(const MathArrow& arrow) {
    say(MathSymbol{arrow.arrow, MathClass::Relation});
    say(MathStack{{}, arrow.above, arrow.below, std::nullopt});
  }

  void say(const MathFrame& frame) {
    constexpr int strokes = MathFrame::RisingStroke | MathFrame::FallingStroke | MathFrame::MiddleStroke;
    if ((frame.lines & strokes) != 0) line_.add(words_.crossed_out);
    if ((frame.lines & MathFrame::Division) != 0) line_.add(words_.divided_into);
    say(frame.content);
    if (frame.quotient.empty()) return;
    line_.add(",");
    line_.add(words_.quotient);
    say(frame.quotient);
  }
  void say(const MathPhantom& phantom) {
    if (phantom.shown) say(phantom.content);
  }
  void say(const MathUnknown& unknown) { line_.add(unknown.source); }

  const MathWords& words_;
  SpokenLine line_;
};

}  // namespace

std::string cardinal(long long number, const MathWords& words) {
  if (number >= 0 && number < static_cast<long long>(words.cardinals.size())) {
    return words.cardinals[static_cast<std::size_t>(number)];
  }
  return std::to_string(number);
}

std::string fraction_words(long long numerator, long long denominator, const MathWords& words) {
  constexpr long long first_denominator = 2;
  const long long known = static_cast<long long>(words.singular.size());
  const char* name = nullptr;
  if (denominator == 100) {
    name = numerator == 1 ? words.hundredth : words.hundredths;
  } else if (denominator >= first_denominator && denominator < first_denominator + known) {
    const auto at = static_cast<std::size_t>(denominator - first_denominator);
    name = numerator == 1 ? words.singular[at] : words.plural[at];
  }
  if (name != nullptr) return (numerator == 1 ? words.one : cardinal(numerator, words)) + (" " + std::string(name));
  return cardinal(numerator, words) + " " + words.over + " " + cardinal(denominator, words);
}

std::string say_math(const MathRow& row, const MathWords& words) {
  MathSpeaker speaker(words);
  speaker.say(row);
  return speaker.take();
}

}  // namespace hornbook::ui::text

#include "ui/text/spoken.hpp"

#include <array>
#include <charconv>
#include <optional>
#include <span>

#include "ui/text/markup.hpp"

namespace hornbook::ui::text {
namespace {

struct Sign {
  std::string_view symbol;
  const char* words;
};

// How one language says mathematics.
struct MathWords {
  std::span<const char* const> cardinals;  // from 0
  std::span<const char* const> singular;   // of the denominators from 2: "half", "third"
  std::span<const char* const> plural;
  const char* one;  // before a denominator: "one half", "un medio"
  const char* hundredth;
  const char* hundredths;
  const char* joins_whole;  // "two and three fourths"
  const char* over;         // for a fraction that has no words of its own
  const char* blank;
  const char* power;
  std::span<const Sign> signs;
};

constexpr std::array english_cardinals{"zero",     "one",      "two",      "three",   "four",    "five",
                                       "six",      "seven",    "eight",    "nine",    "ten",     "eleven",
                                       "twelve",   "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
                                       "eighteen", "nineteen", "twenty"};
constexpr std::array english_singular{"half",   "third", "fourth", "fifth",    "sixth",  "seventh",
                                      "eighth", "ninth", "tenth",  "eleventh", "twelfth"};
constexpr std::array english_plural{"halves",  "thirds", "fourths", "fifths",    "sixths",  "sevenths",
                                    "eighths", "ninths", "tenths",  "elevenths", "twelfths"};
constexpr std::array<Sign, 11> english_signs{{{"+", "plus"},
                                              {"−", "minus"},
                                              {"×", "times"},
                                              {"·", "times"},
                                              {"÷", "divided by"},
                                              {"=", "equals"},
                                              {"<", "is less than"},
                                              {">", "is greater than"},
                                              {"≤", "is at most"},
                                              {"≥", "is at least"},
                                              {"≠", "is not equal to"}}};
constexpr MathWords english{english_cardinals, english_singular,  english_plural, "one",
                            "hundredth",       "hundredths",      "and",          "over",
                            "blank",           "to the power of", english_signs};

constexpr std::array spanish_cardinals{
    "cero", "uno",  "dos",   "tres",    "cuatro", "cinco",     "seis",       "siete",     "ocho",       "nueve", "diez",
    "once", "doce", "trece", "catorce", "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve", "veinte"};
constexpr std::array spanish_singular{"medio",  "tercio", "cuarto", "quinto",  "sexto",  "séptimo",
                                      "octavo", "noveno", "décimo", "onceavo", "doceavo"};
constexpr std::array spanish_plural{"medios",  "tercios", "cuartos", "quintos",  "sextos",  "séptimos",
                                    "octavos", "novenos", "décimos", "onceavos", "doceavos"};
constexpr std::array<Sign, 11> spanish_signs{{{"+", "más"},
                                              {"−", "menos"},
                                              {"×", "por"},
                                              {"·", "por"},
                                              {"÷", "entre"},
                                              {"=", "es igual a"},
                                              {"<", "es menor que"},
                                              {">", "es mayor que"},
                                              {"≤", "es menor o igual que"},
                                              {"≥", "es mayor o igual que"},
                                              {"≠", "no es igual a"}}};
constexpr MathWords spanish{
    spanish_cardinals, spanish_singular,    spanish_plural, "un",         "centésimo", "centésimos", "y",
    "sobre",           "espacio en blanco", "elevado a",    spanish_signs};

constexpr long long first_denominator = 2;

const MathWords* words_of(std::string_view language) {
  const std::string_view primary = language.substr(0, language.find('-'));
  if (primary == "en" || primary.empty()) return &english;
  if (primary == "es") return &spanish;
  return nullptr;
}

std::string cardinal(long long number, const MathWords& words) {
  if (number >= 0 && number < static_cast<long long>(words.cardinals.size())) {
    return words.cardinals[static_cast<std::size_t>(number)];
  }
  return std::to_string(number);
}

std::string fraction_words(long long numerator, long long denominator, const MathWords& words) {
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

std::optional<long long> number_in(const MathRow& row) {
  if (row.size() != 1 || row[0].kind != MathKind::Number) return std::nullopt;
  long long value = 0;
  const std::string& digits = row[0].symbol;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (result.ec != std::errc{} || result.ptr != digits.data() + digits.size()) return std::nullopt;
  return value;
}

void append_word(std::string& out, std::string_view word) {
  if (word.empty()) return;
  const bool attached = word.size() == 1 && std::string_view(",;:?!.)%").find(word[0]) != std::string_view::npos;
  if (!out.empty() && out.back() != ' ' && out.back() != '(' && !attached) out += ' ';
  out += word;
}

std::string say_row(const MathRow& row, const MathWords& words);

std::string say_fraction(const MathItem& item, const MathWords& words) {
  const auto numerator = number_in(item.parts[0]);
  const auto denominator = number_in(item.parts[1]);
  if (numerator && denominator) return fraction_words(*numerator, *denominator, words);
  return say_row(item.parts[0], words) + " " + words.over + " " + say_row(item.parts[1], words);
}

std::string say_sign(const std::string& symbol, const MathWords& words) {
  for (const Sign& sign : words.signs) {
    if (sign.symbol == symbol) return sign.words;
  }
  return symbol;
}

std::string say_row(const MathRow& row, const MathWords& words) {
  std::string out;
  for (std::size_t at = 0; at < row.size(); ++at) {
    const MathItem& item = row[at];
    const bool mixed = item.kind == MathKind::Number && at + 1 < row.size() && row[at + 1].kind == MathKind::Fraction;
    switch (item.kind) {
      case MathKind::Fraction:
        append_word(out, say_fraction(item, words));
        break;
      case MathKind::Superscript:
        append_word(out, words.power);
        append_word(out, say_row(item.parts[0], words));
        break;
      case MathKind::Blank:
        append_word(out, words.blank);
        break;
      case MathKind::Number: {
        const auto whole = mixed ? number_in({item}) : std::nullopt;
        append_word(out, whole ? cardinal(*whole, words) : item.symbol);
        if (mixed) append_word(out, words.joins_whole);
        break;
      }
      default:
        append_word(out, say_sign(item.symbol, words));
    }
  }
  return out;
}

// For a language without words: the signs in one line.
std::string write_row(const MathRow& row) {
  std::string out;
  for (const MathItem& item : row) {
    if (item.kind == MathKind::Fraction) {
      append_word(out, write_row(item.parts[0]) + "/" + write_row(item.parts[1]));
    } else if (item.kind == MathKind::Superscript) {
      out += "^" + write_row(item.parts[0]);
    } else {
      append_word(out, item.symbol);
    }
  }
  return out;
}

}  // namespace

std::string spoken_fraction(long long whole, long long numerator, long long denominator, std::string_view language) {
  const MathWords* words = words_of(language);
  if (words == nullptr) {
    const std::string fraction = std::to_string(numerator) + "/" + std::to_string(denominator);
    return whole == 0 ? fraction : std::to_string(whole) + " " + fraction;
  }
  const std::string fraction = fraction_words(numerator, denominator, *words);
  return whole == 0 ? fraction : cardinal(whole, *words) + " " + words->joins_whole + " " + fraction;
}

std::string spoken(std::string_view text, std::string_view language) {
  const MathWords* words = words_of(language);
  std::string out;
  for (const Paragraph& paragraph : parse_markup(text)) {
    if (!out.empty()) out += ' ';
    for (const Span& span : paragraph.spans) {
      if (const auto* plain = std::get_if<Words>(&span)) {
        out += plain->text;
      } else {
        const MathRow& row = std::get<MathRow>(span);
        out += words != nullptr ? say_row(row, *words) : write_row(row);
      }
    }
  }
  return out;
}

}  // namespace hornbook::ui::text

// Alphabets, words inside formulas and names of functions.
#include <unordered_map>
#include <utility>

#include "ui/semantics/utf8.hpp"
#include "ui/text/math_commands.hpp"
#include "ui/text/math_symbols.hpp"

namespace hornbook::ui::text {
namespace {

Alphabet alphabet_of(std::string_view name) {
  using enum Alphabet;
  static const std::unordered_map<std::string_view, Alphabet> alphabets{{"mathrm", Upright},
                                                                        {"mathup", Upright},
                                                                        {"mathsf", Upright},
                                                                        {"rm", Upright},
                                                                        {"sf", Upright},
                                                                        {"text", Upright},
                                                                        {"textrm", Upright},
                                                                        {"textnormal", Upright},
                                                                        {"textup", Upright},
                                                                        {"textsf", Upright},
                                                                        {"mbox", Upright},
                                                                        {"hbox", Upright},
                                                                        {"mathbf", Bold},
                                                                        {"bf", Bold},
                                                                        {"textbf", Bold},
                                                                        {"mathit", Italic},
                                                                        {"it", Italic},
                                                                        {"textit", Italic},
                                                                        {"emph", Italic},
                                                                        {"textsl", Italic},
                                                                        {"boldsymbol", BoldItalic},
                                                                        {"bm", BoldItalic},
                                                                        {"mathbfit", BoldItalic},
                                                                        {"pmb", BoldItalic},
                                                                        {"mathbb", DoubleStruck},
                                                                        {"Bbb", DoubleStruck},
                                                                        {"mathcal", Script},
                                                                        {"cal", Script},
                                                                        {"mathscr", Script},
                                                                        {"mathfrak", Fraktur},
                                                                        {"frak", Fraktur},
                                                                        {"mathtt", Monospace},
                                                                        {"texttt", Monospace},
                                                                        {"tt", Monospace},
                                                                        {"mathnormal", Usual}};
  const auto found = alphabets.find(name);
  return found == alphabets.end() ? Usual : found->second;
}

// Letters in a row in one upright alphabet are a word, and are set and said as one.
void join_letters(MathRow& items, Alphabet alphabet) {
  MathRow joined;
  for (MathItem& item : items) {
    const auto* symbol = std::get_if<MathSymbol>(&item.what);
    const bool letter = symbol != nullptr && is_latin_letter(symbol->character);
    auto* word = joined.empty() ? nullptr : std::get_if<MathText>(&joined.back().what);
    if (letter && word != nullptr) {
      append_utf8(word->words, symbol->character);
    } else if (letter) {
      joined.push_back({MathText{std::string(1, static_cast<char>(symbol->character)), alphabet}});
    } else {
      joined.push_back(std::move(item));
    }
  }
  items = std::move(joined);
}

void letters(MathParser& parser, MathRow& items, std::string_view name) {
  const Alphabet alphabet = alphabet_of(name);
  MathRow content = parser.in_alphabet(alphabet);
  if (content.size() > 1 &&
      (alphabet == Alphabet::Upright || alphabet == Alphabet::Bold || alphabet == Alphabet::Italic)) {
    join_letters(content, alphabet);
  }
  if (content.size() == 1) {
    items.push_back(std::move(content[0]));
  } else {
    parser.add(items, {MathGroup{std::move(content), std::nullopt, std::nullopt}});
  }
}

void letters_from_here(MathParser& parser, MathRow&, std::string_view name) { parser.set_alphabet(alphabet_of(name)); }

void words(MathParser& parser, MathRow& items, std::string_view name) {
  parser.text(items, parser.tokens().take_raw_group(), alphabet_of(name));
}

void operator_name(MathParser& parser, MathRow& items, std::string_view) {
  const bool starred = parser.tokens().take_character(U'*');
  const std::string_view raw = parser.tokens().take_raw_group();
  MathRow content;
  parser.text(content, raw, Alphabet::Upright);
  auto* name = content.size() == 1 ? std::get_if<MathText>(&content[0].what) : nullptr;
  if (name == nullptr) {
    for (MathItem& item : content) parser.add(items, std::move(item));
  } else if (name->words.find_first_not_of("0123456789.") == std::string::npos) {
    parser.add(items, {MathNumber{std::move(name->words), Alphabet::Usual}});
  } else {
    parser.add(items, {MathName{std::move(name->words), starred ? LimitsPlace::AboveInDisplay : LimitsPlace::Beside}});
  }
}

void colour_box(MathParser& parser, MathRow& items, std::string_view name) {
  static_cast<void>(parser.tokens().take_raw_group());
  words(parser, items, name);
}

void tag(MathParser& parser, MathRow& items, std::string_view) {
  const bool bare = parser.tokens().take_character(U'*');
  const std::string label(parser.tokens().take_raw_group());
  parser.add(items, {MathSpace{2}});
  parser.text(items, bare ? label : "(" + label + ")", Alphabet::Upright);
}

}  // namespace

void add_letter_commands(MathCommands& commands) {
  add_commands(commands, letters,
               {"mathrm", "mathup", "mathsf", "mathbf", "mathit", "boldsymbol", "bm", "mathbfit", "pmb", "mathbb",
                "Bbb", "mathcal", "mathscr", "mathfrak", "frak", "mathtt", "mathnormal"});
  add_commands(commands, letters_from_here, {"rm", "sf", "bf", "it", "cal", "tt"});
  add_commands(commands, words,
               {"text", "textrm", "textnormal", "textup", "textsf", "mbox", "hbox", "textbf", "textit", "emph",
                "textsl", "texttt"});
  add_commands(commands, operator_name, {"operatorname"});
  add_commands(commands, colour_box, {"colorbox"});
  add_commands(commands, tag, {"tag"});
}

}  // namespace hornbook::ui::text

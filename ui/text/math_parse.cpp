#include <algorithm>
#include <utility>

#include "runtime/core/limits.hpp"
#include "ui/semantics/utf8.hpp"
#include "ui/text/math_parser.hpp"
#include "ui/text/math_symbols.hpp"

namespace hornbook::ui::text {
namespace {

// A group that is nothing but an ordinary symbol is that symbol.
bool needs_no_group(const MathRow& content) {
  return content.size() == 1 && class_of(content[0]) == MathClass::Ordinary &&
         (std::holds_alternative<MathSymbol>(content[0].what) || std::holds_alternative<MathNumber>(content[0].what) ||
          std::holds_alternative<MathGroup>(content[0].what));
}

bool is_layout_only(const MathItem& item) {
  return std::holds_alternative<MathSpace>(item.what) || std::holds_alternative<MathSizeSwitch>(item.what);
}

// An upright bar opens where something is still to come, as in "−|−9|", and closes behind it.
bool expects_operand(const MathRow& items) {
  if (items.empty()) return true;
  switch (class_of(items.back())) {
    case MathClass::Binary:
    case MathClass::Relation:
    case MathClass::Opening:
    case MathClass::Punctuation:
      return true;
    default:
      return false;
  }
}

std::size_t count_bars(const MathRow& items, char32_t bar) {
  return static_cast<std::size_t>(std::count_if(items.begin(), items.end(), [bar](const MathItem& item) {
    const auto* symbol = std::get_if<MathSymbol>(&item.what);
    return symbol != nullptr && symbol->character == bar;
  }));
}

}  // namespace

MathParser MathParser::inside(std::string_view part) const {
  MathParser parser(part);
  parser.depth_ = depth_ + 1;
  parser.items_ = items_;
  return parser;
}

bool MathParser::exhausted(MathRow& items) {
  if (depth_ <= limits::math_depth_max && items_ <= limits::math_items_max) return false;
  const std::size_t at = tokens_.at();
  if (at < tokens_.source().size()) items.push_back({MathUnknown{std::string(tokens_.source().substr(at))}});
  tokens_.go_to(tokens_.source().size());
  return true;
}

void MathParser::add(MathRow& items, MathItem item) {
  ++items_;
  items.push_back(std::move(item));
}

bool MathParser::ends(Until until) const {
  const MathToken token = tokens_.peek();
  switch (token.kind) {
    case TokenKind::End:
    case TokenKind::Close:
      return true;
    case TokenKind::Align:
      return until == Until::Cell || until == Until::Fence;
    case TokenKind::Character:
      return until == Until::Bracket && token.character == U']';
    case TokenKind::Command:
      if (token.name == "end") return true;
      if (token.name == "\\" || token.name == "cr") return until != Until::Brace;
      return until == Until::Fence && (token.name == "right" || token.name == "middle");
    default:
      return false;
  }
}

MathRow MathParser::row(Until until) {
  MathRow items;
  ++depth_;
  const Alphabet outside = alphabet_;
  while (!exhausted(items) && !ends(until)) {
    if (!infix(items, until)) atom(items);
  }
  alphabet_ = outside;
  --depth_;
  return items;
}

MathRow MathParser::formula() {
  MathTable table;
  table.columns = {ColumnAlign::Right, ColumnAlign::Left};
  table.column_gaps_ems = {0, 2};
  table.open_rows = true;
  table.size = MathSize::Display;
  while (tokens_.peek().kind != TokenKind::End) {
    table_body(table);
    // A brace or an \end without its beginning means nothing.
    if (tokens_.take().name == "end") static_cast<void>(tokens_.take_raw_group());
  }
  const bool one_cell = table.rows.size() == 1 && table.rows[0].size() == 1;
  if (table.rows.empty()) return {};
  if (one_cell) return std::move(table.rows[0][0]);
  MathRow items;
  items.push_back({std::move(table)});
  return items;
}

// \over and its like take the row before them as the numerator and the rest as the denominator.
bool MathParser::infix(MathRow& items, Until until) {
  const MathToken token = tokens_.peek();
  if (token.kind != TokenKind::Command) return false;
  const bool choose = token.name == "choose" || token.name == "brack" || token.name == "brace";
  if (token.name != "over" && token.name != "atop" && !choose) return false;
  tokens_.take();
  MathFraction fraction;
  if (token.name != "over") fraction.form = FractionForm::NoBar;
  if (choose) {
    fraction.opening = token.name == "choose" ? U'(' : token.name == "brack" ? U'[' : U'{';
    fraction.closing = token.name == "choose" ? U')' : token.name == "brack" ? U']' : U'}';
  }
  fraction.numerator = std::exchange(items, {});
  fraction.denominator = row(until);
  add(items, {std::move(fraction)});
  return true;
}

void MathParser::atom(MathRow& items) {
  switch (tokens_.peek().kind) {
    case TokenKind::Open:
      return group(items);
    case TokenKind::Superscript:
    case TokenKind::Subscript:
      return script(items, tokens_.take().kind == TokenKind::Superscript);
    case TokenKind::Align:  // outside of a table it means nothing
      tokens_.take();
      return;
    case TokenKind::Tilde:
      tokens_.take();
      return add(items, {MathSpace{*space_of(" ")}});
    case TokenKind::Command:
      return command(items);
    default:
      return character(items);
  }
}

void MathParser::group(MathRow& items) {
  tokens_.take();
  MathRow content = row(Until::Brace);
  if (tokens_.peek().kind == TokenKind::Close) tokens_.take();
  if (needs_no_group(content)) {
    items.push_back(std::move(content[0]));
  } else {
    add(items, {MathGroup{std::move(content), std::nullopt, std::nullopt}});
  }
}

MathRow MathParser::argument() {
  MathRow items;
  ++depth_;
  const MathToken token = tokens_.peek();
  if (exhausted(items) || token.kind == TokenKind::End || token.kind == TokenKind::Close) {
    --depth_;
    return items;
  }
  if (token.kind == TokenKind::Open) {
    tokens_.take();
    items = row(Until::Brace);
    if (tokens_.peek().kind == TokenKind::Close) tokens_.take();
  } else if (token.kind == TokenKind::Character && is_digit(token.character)) {
    tokens_.take();
    add(items, {MathNumber{std::string(1, static_cast<char>(token.character)), alphabet_}});
  } else {
    atom(items);
  }
  --depth_;
  return items;
}

MathRow MathParser::option() {
  if (!tokens_.take_character(U'[')) return {};
  MathRow items = row(Until::Bracket);
  static_cast<void>(tokens_.take_character(U']'));
  return items;
}

MathRow MathParser::in_alphabet(Alphabet alphabet) {
  const Alphabet outside = std::exchange(alphabet_, alphabet);
  MathRow items = argument();
  alphabet_ = outside;
  return items;
}

char32_t MathParser::delimiter() {
  const MathToken token = tokens_.peek();
  if (token.kind == TokenKind::End || token.kind == TokenKind::Close) return 0;
  if (token.kind != TokenKind::Command) {
    tokens_.take();
    if (token.character == U'.') return 0;
    if (token.character == U'<') return U'⟨';
    if (token.character == U'>') return U'⟩';
    return token.character;
  }
  const auto known = find_delimiter(token.name);
  if (known) tokens_.take();
  return known.value_or(0);
}

// A number ends before a comma or point that is not followed by a digit; a comma parts thousands only, so that the pair
// (0,2) keeps its space.
std::string MathParser::digits() {
  const std::string_view source = tokens_.source();
  const auto digit_at = [&](std::size_t at) {
    return at < source.size() && is_digit(static_cast<unsigned char>(source[at]));
  };
  const auto thousands_at = [&](std::size_t at) {
    return digit_at(at) && digit_at(at + 1) && digit_at(at + 2) && !digit_at(at + 3);
  };
  std::string number;
  std::size_t at = tokens_.at();
  bool point = false;
  for (;;) {
    if (digit_at(at)) {
      number += source[at++];
    } else if (!point && at < source.size() && source[at] == '.' && digit_at(at + 1)) {
      point = true;
      number += source[at++];
    } else if (!point && !number.empty() && at < source.size() && source[at] == ',' && thousands_at(at + 1)) {
      number += source[at++];
    } else if (source.substr(at, 3) == "{,}" && digit_at(at + 3)) {
      number += ',';
      at += 3;
    } else {
      break;
    }
  }
  tokens_.go_to(at);
  return number;
}

void MathParser::character(MathRow& items) {
  const MathToken token = tokens_.peek();
  const std::string_view rest = tokens_.source().substr(token.end);
  const bool decimal = token.character == U'.' && !rest.empty() && is_digit(static_cast<unsigned char>(rest[0]));
  if (is_digit(token.character) || decimal) return add(items, {MathNumber{digits(), alphabet_}});
  if (token.character == U'\'') return primes(items);
  tokens_.take();
  MathSymbol symbol{token.character, class_of_character(token.character), alphabet_, LimitsPlace::Beside};
  if (symbol.character == U'-') symbol.character = U'−';
  if (symbol.character == U'*') symbol.character = U'∗';
  if (symbol.character == U'|' || symbol.character == U'‖') {
    const bool opens = expects_operand(items) && count_bars(items, symbol.character) % 2 == 0;
    symbol.kind = opens ? MathClass::Opening : MathClass::Closing;
  }
  add(items, {symbol});
}

void MathParser::primes(MathRow& items) {
  MathRow marks;
  while (tokens_.take_character(U'\'')) add(marks, {MathSymbol{U'′'}});
  if (tokens_.peek().kind == TokenKind::Superscript) {
    tokens_.take();
    MathRow more = argument();
    std::move(more.begin(), more.end(), std::back_inserter(marks));
  }
  MathRow& place = scripts_of(items).superscript;
  std::move(marks.begin(), marks.end(), std::back_inserter(place));
}

// The scripts that the last item has or gets.
MathScripts& MathParser::scripts_of(MathRow& items) {
  const bool has_base = !items.empty() && !is_layout_only(items.back());
  if (has_base) {
    if (auto* known = std::get_if<MathScripts>(&items.back().what)) return *known;
  }
  MathScripts scripts;
  if (has_base) {
    scripts.base.push_back(std::move(items.back()));
    items.pop_back();
  }
  add(items, {std::move(scripts)});
  return std::get<MathScripts>(items.back().what);
}

void MathParser::script(MathRow& items, bool above) {
  const std::size_t begin = tokens_.at();
  MathRow content = argument();
  MathScripts& scripts = scripts_of(items);
  MathRow& place = above ? scripts.superscript : scripts.subscript;
  if (place.empty()) {
    place = std::move(content);
  } else {
    // "x^2^3" has no meaning.
    const std::string_view source = tokens_.source().substr(begin, tokens_.at() - begin);
    add(items, {MathUnknown{(above ? "^" : "_") + std::string(source)}});
  }
}

void MathParser::command(MathRow& items) {
  const MathToken token = tokens_.take();
  if (token.name == "begin") return environment(items, token.begin);
  named(items, token);
}

void MathParser::named(MathRow& items, const MathToken& token) {
  if (const auto space = space_of(token.name)) return add(items, {MathSpace{*space}});
  if (const MathCommand known = find_command(token.name)) return known(*this, items, token.name);
  if (auto symbol = find_symbol(token.name)) {
    symbol->alphabet = alphabet_;
    return add(items, {*symbol});
  }
  if (auto name = find_name(token.name)) return add(items, {std::move(*name)});
  const auto delimiter = find_delimiter(token.name);
  if (delimiter || (token.name.size() == 1 && !is_latin_letter(static_cast<unsigned char>(token.name[0])))) {
    const char32_t sign = delimiter.value_or(static_cast<char32_t>(token.name[0]));
    return add(items, {MathSymbol{sign, class_of_character(sign), alphabet_, LimitsPlace::Beside}});
  }
  add(items, {MathUnknown{std::string(tokens_.source().substr(token.begin, token.end - token.begin))}});
}

MathFormula parse_math(std::string_view tex, bool display) {
  return {MathParser(tex.substr(0, limits::item_text_bytes_max)).formula(), display};
}

}  // namespace hornbook::ui::text

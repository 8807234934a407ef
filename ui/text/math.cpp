#include "ui/text/math.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "runtime/core/limits.hpp"
#include "ui/semantics/utf8.hpp"

namespace hornbook::ui::text {
namespace {

struct Command {
  std::string_view name;
  MathKind kind;
  const char* symbol;
};

constexpr std::array<Command, 12> commands{{
    {"times", MathKind::Operator, "×"},
    {"div", MathKind::Operator, "÷"},
    {"cdot", MathKind::Operator, "·"},
    {"le", MathKind::Relation, "≤"},
    {"leq", MathKind::Relation, "≤"},
    {"ge", MathKind::Relation, "≥"},
    {"geq", MathKind::Relation, "≥"},
    {"ne", MathKind::Relation, "≠"},
    {"neq", MathKind::Relation, "≠"},
    {"lt", MathKind::Relation, "<"},
    {"gt", MathKind::Relation, ">"},
    {"square", MathKind::Blank, "□"},
}};

bool is_digit(char character) { return character >= '0' && character <= '9'; }
bool is_letter(char character) {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

MathKind kind_of(char32_t code) {
  switch (code) {
    case U'+':
    case U'-':
    case U'−':
    case U'×':
    case U'÷':
    case U'*':
    case U'/':
      return MathKind::Operator;
    case U'=':
    case U'<':
    case U'>':
    case U'≤':
    case U'≥':
    case U'≠':
      return MathKind::Relation;
    case U'(':
    case U'[':
      return MathKind::Opening;
    case U')':
    case U']':
      return MathKind::Closing;
    case U',':
    case U';':
    case U':':
    case U'?':
    case U'!':
    case U'.':
      return MathKind::Punctuation;
    default:
      return MathKind::Word;
  }
}

class MathParser {
 public:
  explicit MathParser(std::string_view tex) : tex_(tex) {}

  MathRow row(std::size_t depth, bool until_brace) {
    MathRow items;
    while (at_ < tex_.size()) {
      const char next = tex_[at_];
      if (next == '}') {
        ++at_;
        if (until_brace) break;
      } else if (next == '{') {
        ++at_;
        append(items, nested(depth));
      } else if (next == '\\') {
        command(items, depth);
      } else if (next == '^') {
        ++at_;
        items.push_back({MathKind::Superscript, {}, {argument(depth)}});
      } else if (next == ' ') {
        ++at_;
      } else {
        items.push_back(symbol());
      }
    }
    return items;
  }

 private:
  static void append(MathRow& items, MathRow more) { std::move(more.begin(), more.end(), std::back_inserter(items)); }

  // What stands in a brace that was just opened. Too deep, its braces are dropped and the rest goes on in this row.
  MathRow nested(std::size_t depth) {
    if (depth >= limits::math_depth_max) return {};
    return row(depth + 1, true);
  }

  // One argument: a group in braces, or a single symbol.
  MathRow argument(std::size_t depth) {
    skip_spaces();
    if (at_ >= tex_.size() || tex_[at_] == '}') return {};
    if (tex_[at_] == '{') {
      ++at_;
      return nested(depth);
    }
    if (tex_[at_] == '\\') {
      MathRow items;
      if (depth < limits::math_depth_max)
        command(items, depth + 1);
      else
        ++at_;
      return items;
    }
    // In TeX an argument without braces is one digit: \frac12 is one half.
    if (is_digit(tex_[at_])) return {{MathKind::Number, std::string(1, tex_[at_++]), {}}};
    return {symbol()};
  }

  void command(MathRow& items, std::size_t depth) {
    const std::size_t start = ++at_;
    while (at_ < tex_.size() && is_letter(tex_[at_])) ++at_;
    const std::string_view name = tex_.substr(start, at_ - start);
    if (name == "frac" || name == "dfrac" || name == "tfrac") {
      MathRow numerator = argument(depth);
      MathRow denominator = argument(depth);
      items.push_back({MathKind::Fraction, {}, {std::move(numerator), std::move(denominator)}});
    } else if (name == "text") {
      items.push_back({MathKind::Word, words(), {}});
    } else if (name.empty()) {
      escaped(items);
    } else {
      named(items, name);
    }
  }

  // "\%" and "\$" are the sign itself; "\," and "\ " are spaces, which the layout makes itself.
  void escaped(MathRow& items) {
    if (at_ >= tex_.size()) return;
    const char sign = tex_[at_];
    if (sign == ',' || sign == ' ' || sign == ';' || sign == '!') {
      ++at_;
    } else {
      items.push_back(symbol());
    }
  }

  static void named(MathRow& items, std::string_view name) {
    const auto known =
        std::find_if(commands.begin(), commands.end(), [&](const Command& command) { return command.name == name; });
    if (known != commands.end()) {
      items.push_back({known->kind, known->symbol, {}});
    } else {
      items.push_back({MathKind::Word, "\\" + std::string(name), {}});
    }
  }

  std::string words() {
    skip_spaces();
    if (at_ >= tex_.size() || tex_[at_] != '{') return {};
    const std::size_t start = ++at_;
    const std::size_t end = std::min(tex_.find('}', start), tex_.size());
    at_ = std::min(end + 1, tex_.size());
    return std::string(tex_.substr(start, end - start));
  }

  MathItem symbol() {
    if (is_digit(tex_[at_])) return {MathKind::Number, number(), {}};
    const Utf8Character character = decode_utf8(tex_, at_);
    at_ += character.bytes;
    std::string written;
    append_utf8(written, character.code == U'-' ? U'−' : character.code);
    return {kind_of(character.code), std::move(written), {}};
  }

  // Digits, with points and commas among them: "3.5", "1,000".
  std::string number() {
    const std::size_t start = at_;
    while (at_ < tex_.size()) {
      const bool separator = tex_[at_] == '.' || tex_[at_] == ',';
      const bool inside = separator && at_ + 1 < tex_.size() && is_digit(tex_[at_ + 1]);
      if (!is_digit(tex_[at_]) && !inside) break;
      ++at_;
    }
    return std::string(tex_.substr(start, at_ - start));
  }

  void skip_spaces() {
    while (at_ < tex_.size() && tex_[at_] == ' ') ++at_;
  }

  std::string_view tex_;
  std::size_t at_ = 0;
};

}  // namespace

MathRow parse_math(std::string_view tex) { return MathParser(tex).row(0, false); }

}  // namespace hornbook::ui::text

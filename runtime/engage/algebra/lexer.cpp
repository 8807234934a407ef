#include "runtime/engage/algebra/lexer.hpp"

#include <algorithm>
#include <optional>

#include "runtime/core/limits.hpp"
#include "runtime/engage/algebra/units.hpp"
#include "runtime/engage/algebra/vocabulary.hpp"

namespace hornbook::engage::algebra {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

tl::unexpected<Error> problem(const std::string& what) { return fail(ErrorCode::BadInput, "algebra", what); }

class Lexer {
 public:
  Lexer(std::string_view text, Words words) : text_(text), rest_(text_), words_(words) {}

  Result<std::vector<Token>> run() {
    while (!rest_.empty()) TRY_DONE(step());
    add({TokenKind::End, {}});
    return std::move(tokens_);
  }

 private:
  Done step() {
    const char c = rest_.front();
    if (c == ' ' || c == '~') {
      rest_.remove_prefix(1);
      spaced_ = true;
      return {};
    }
    if (is_digit(c) || (c == '.' && rest_.size() > 1 && is_digit(rest_[1]))) return number();
    if (is_letter(c)) return word();
    if (c == '\\') return command();
    return sign();
  }

  Done number() {
    std::size_t size = 0;
    bool point = false;
    while (size < rest_.size() && (is_digit(rest_[size]) || (rest_[size] == '.' && !point))) {
      point = point || rest_[size] == '.';
      ++size;
    }
    if (size > limits::algebra_digits_max)
      return fail(ErrorCode::LimitExceeded, "algebra", "a number in this answer has too many digits");
    add({TokenKind::Digits, std::string(take(size))});
    exponent_mark(point);
    return {};
  }

  // "6.02e23", "3e8", "1E-5": scientific notation as calculators show it. "2e-3" stays 2·e − 3.
  void exponent_mark(bool point) {
    if (rest_.empty() || (rest_.front() != 'E' && rest_.front() != 'e')) return;
    std::size_t size = 1;
    if (size < rest_.size() && (rest_[size] == '-' || rest_[size] == '+')) ++size;
    const std::size_t first = size;
    while (size < rest_.size() && is_digit(rest_[size]) && size - first < 4) ++size;
    const std::size_t digits = size - first;
    const bool is_signed = first == 2;
    const bool clear = rest_.front() == 'E' || !is_signed || point || digits >= 2;
    if (digits == 0 || !clear) return;
    const std::string exponent(rest_.substr(1, size - 1));
    rest_.remove_prefix(size);
    add({TokenKind::Sign, "*"});
    add({TokenKind::Digits, "10"});
    add({TokenKind::Sign, "^"});
    if (exponent.front() == '-') add({TokenKind::Sign, "-"});
    add({TokenKind::Digits, exponent.substr(is_digit(exponent.front()) ? 0 : 1)});
  }

  Done word() {
    std::size_t size = 0;
    while (size < rest_.size() && is_letter(rest_[size])) ++size;
    std::string_view letters = take(size);
    if (const Phrase* phrase = find_phrase(letters, rest_)) {
      rest_.remove_prefix(phrase->rest.size());
      add(phrase->token);
      return {};
    }
    if (words_ == Words::Units && take_unit(letters)) return {};
    if (const Token* whole = find_word(letters); whole != nullptr) {
      add(*whole);
      return {};
    }
    if (letters == "U" && between_brackets()) {
      add({TokenKind::Union, {}});
      return {};
    }
    while (!letters.empty()) split(letters);
    return {};
  }

  // "°C" has been read as degrees before its letter comes.
  bool take_unit(std::string_view letters) {
    const std::string_view scale = scale_called(letters);
    const bool is_temperature = !scale.empty() && take_degrees_back();
    if (!is_temperature && !is_unit(letters)) return false;
    add({TokenKind::Unit, std::string(is_temperature ? scale : letters)});
    return true;
  }

  static std::string_view scale_called(std::string_view name) {
    if (name == "C" || name == "Celsius" || name == "celsius") return "degC";
    if (name == "F" || name == "Fahrenheit" || name == "fahrenheit") return "degF";
    return {};
  }

  // Whether the last tokens are a sign of degrees: "°", "^\circ", "^{\circ}" or "{}^{\circ}". They are taken away.
  bool take_degrees_back() {
    const auto ends_with = [this](std::size_t at, TokenKind kind) {
      return tokens_.size() >= at && tokens_[tokens_.size() - at].kind == kind;
    };
    const bool braced =
        ends_with(1, TokenKind::Close) && ends_with(2, TokenKind::Degree) && ends_with(3, TokenKind::Open);
    if (!braced && !ends_with(1, TokenKind::Degree)) return false;
    tokens_.resize(tokens_.size() - (braced ? 3 : 1));
    if (!ends_with(1, TokenKind::Sign) || tokens_.back().text != "^") return true;
    tokens_.pop_back();
    if (ends_with(1, TokenKind::Close) && ends_with(2, TokenKind::Open)) tokens_.resize(tokens_.size() - 2);
    return true;
  }

  // "xsinx" is x·sin x: a function's name is found anywhere in a run of letters, other letters stand alone.
  void split(std::string_view& letters) {
    if (const Word* word = find_prefix(letters)) {
      add(word->token);
      letters.remove_prefix(word->spelling.size());
      return;
    }
    add({TokenKind::Name, std::string(letters.substr(0, 1))});
    letters.remove_prefix(1);
  }

  bool between_brackets() const {
    const std::size_t next = rest_.find_first_not_of(' ');
    return !tokens_.empty() && tokens_.back().kind == TokenKind::Close && next != std::string_view::npos &&
           (rest_[next] == '(' || rest_[next] == '[' || rest_[next] == '{' || rest_[next] == '\\');
  }

  Done command() {
    rest_.remove_prefix(1);
    if (rest_.empty()) return problem("a lone backslash has no meaning");
    if (!is_letter(rest_.front())) return escaped(take(1).front());
    std::size_t size = 0;
    while (size < rest_.size() && is_letter(rest_[size])) ++size;
    const std::string_view name = take(size);
    if (name == "left" || name == "right" || is_silent(name)) {
      if (!rest_.empty() && rest_.front() == '.' && (name == "left" || name == "right")) rest_.remove_prefix(1);
      return {};
    }
    if (is_text(name)) return blank_braces();
    if (name == "begin" || name == "end") return environment(name == "begin");
    if (name == "mathbb" && rest_.starts_with("{R}")) {
      rest_.remove_prefix(3);
      add({TokenKind::AllReals, {}});
      return {};
    }
    if (const Token* token = find_command(name)) {
      add(*token);
      return {};
    }
    return problem("the command \\" + std::string(name.substr(0, 20)) + " is not known");
  }

  // What \text{…} holds is read like typed text.
  Done blank_braces() {
    const std::size_t end = rest_.find('}');
    if (!rest_.starts_with("{") || end == std::string_view::npos) return problem("\\text wants its words in braces");
    const std::size_t at = text_.size() - rest_.size();
    text_[at] = ' ';
    text_[at + end] = ' ';
    return {};
  }

  Done escaped(char c) {
    switch (c) {
      case '{':
        add({TokenKind::Open, "\\{"});
        return {};
      case '}':
        add({TokenKind::Close, "\\}"});
        return {};
      case '%':
        add({TokenKind::Sign, "%"});
        return {};
      case '\\':
        add({TokenKind::Sign, "\\"});
        return {};
      case '|':
        add({TokenKind::Sign, "|"});
        return {};
      case '$':
      case ',':
      case ';':
      case ':':
      case '!':
      case ' ':
        spaced_ = true;
        return {};
      default:
        return problem("a backslash before this sign has no meaning");
    }
  }

  Done environment(bool begins) {
    const std::size_t end = rest_.find('}');
    if (rest_.empty() || rest_.front() != '{' || end == std::string_view::npos)
      return problem("\\begin wants the name of a matrix in braces");
    const std::string_view name = take(end + 1);
    if (name.find("matrix") == std::string_view::npos && name != "{array}")
      return problem("of TeX's environments only matrices are known");
    if (begins && name == "{array}" && rest_.starts_with("{")) {
      const std::size_t columns = rest_.find('}');
      if (columns == std::string_view::npos) return problem("the columns of an array are not closed");
      rest_.remove_prefix(columns + 1);
    }
    add({begins ? TokenKind::BeginMatrix : TokenKind::EndMatrix, {}});
    return {};
  }

  Done sign() {
    static constexpr std::pair<std::string_view, RelationKind> relations[] = {
        {"<=", RelationKind::LessOrEqual},    {"=<", RelationKind::LessOrEqual}, {">=", RelationKind::GreaterOrEqual},
        {"=>", RelationKind::GreaterOrEqual}, {"!=", RelationKind::NotEqual},    {"<>", RelationKind::NotEqual},
        {"==", RelationKind::Equal},          {"=", RelationKind::Equal},        {"<", RelationKind::Less},
        {">", RelationKind::Greater}};
    for (const auto& [spelling, relation] : relations) {
      if (!rest_.starts_with(spelling)) continue;
      Token token{TokenKind::Relation, std::string(take(spelling.size()))};
      token.relation = relation;
      add(std::move(token));
      return {};
    }
    if (rest_.starts_with("+-") || rest_.starts_with("+/-")) {
      take(rest_[1] == '-' ? 2 : 3);
      add({TokenKind::PlusMinus, {}});
      return {};
    }
    if (rest_.starts_with("**")) {
      take(2);
      add({TokenKind::Sign, "^"});
      return {};
    }
    const char c = take(1).front();
    if (c == '$') return {};
    if (c == '(' || c == '[' || c == '{') return add_and_go({TokenKind::Open, std::string(1, c)});
    if (c == ')' || c == ']' || c == '}') return add_and_go({TokenKind::Close, std::string(1, c)});
    constexpr std::string_view known = "+-*/^_!%&|,;:'";
    if (known.find(c) == std::string_view::npos) return problem("a sign in this answer has no meaning in mathematics");
    return add_and_go({TokenKind::Sign, std::string(1, c)});
  }

  Done add_and_go(Token token) {
    add(std::move(token));
    return {};
  }

  void add(Token token) {
    token.after_space = spaced_;
    spaced_ = false;
    tokens_.push_back(std::move(token));
  }

  std::string_view take(std::size_t size) {
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  std::string text_;
  std::string_view rest_;
  Words words_;
  std::vector<Token> tokens_;
  bool spaced_ = false;
};

}  // namespace

Result<std::vector<Token>> read_tokens(std::string_view ascii, Words words) { return Lexer(ascii, words).run(); }

}  // namespace hornbook::engage::algebra

#include "content_packs/import/oatutor/text.hpp"
#include "content_packs/import/spelling.hpp"

#include <algorithm>
#include <array>

namespace hornbook::content::oatutor {
namespace {

constexpr std::string_view formula_mark = "$$";
constexpr std::string_view picture_mark = "##";
constexpr std::string_view line_mark = "\\n";

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string_view without_space_around(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

// TeX's commands that begin with n: "\n" followed by one of these is no end of a line.
bool is_command_with_n(std::string_view letters) {
  constexpr std::array<std::string_view, 25> commands = {
      "ne",      "neq",   "nu",   "nabla",     "not",       "notin",    "ni",     "neg",      "nearrow",
      "nwarrow", "nmid",  "nleq", "ngeq",      "nless",     "ngtr",     "norm",   "nolimits", "nexists",
      "natural", "ncong", "nsim", "nsubseteq", "nparallel", "nonumber", "newline"};
  std::size_t size = 0;
  while (size < letters.size() && is_letter(letters[size])) ++size;
  return std::find(commands.begin(), commands.end(), letters.substr(0, size)) != commands.end();
}

bool is_line_end(std::string_view text, std::size_t at) {
  if (text[at] == '\n') return true;
  return text.substr(at).starts_with(line_mark) && !is_command_with_n(text.substr(at + 1));
}

// Where `mark` stands from `from` on in the same line.
std::size_t find_in_line(std::string_view text, std::string_view mark, std::size_t from) {
  for (std::size_t at = from; at < text.size() && !is_line_end(text, at); ++at)
    if (text.substr(at).starts_with(mark)) return at;
  return std::string_view::npos;
}

std::size_t closing_bracket(std::string_view text, std::size_t open) {
  int depth = 0;
  for (std::size_t at = open; at < text.size(); ++at) {
    if (text[at] == '(') ++depth;
    if (text[at] == ')' && --depth == 0) return at;
  }
  return std::string_view::npos;
}

// The exponent after `**`: "10", "-2", "(n+1)".
std::string_view exponent_at(std::string_view text) {
  if (text.starts_with('(')) {
    const std::size_t close = closing_bracket(text, 0);
    return close == std::string_view::npos ? std::string_view() : text.substr(0, close + 1);
  }
  std::size_t size = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
  const std::size_t sign = size;
  while (size < text.size() && (is_digit(text[size]) || text[size] == '.')) ++size;
  return size > sign ? text.substr(0, size) : std::string_view();
}

std::string grouped(std::string_view exponent) {
  if (exponent.size() == 1) return std::string(exponent);
  if (exponent.starts_with('(')) exponent = exponent.substr(1, exponent.size() - 2);
  return "{" + convert_formula(exponent) + "}";
}

// Closing braces that close nothing are dropped, those that are missing added.
std::string with_sound_braces(std::string_view formula) {
  std::string mended;
  int depth = 0;
  for (std::size_t at = 0; at < formula.size(); ++at) {
    const char c = formula[at];
    if (c == '\\' && at + 1 < formula.size()) {
      mended += formula.substr(at++, 2);
      continue;
    }
    if (c == '}' && depth == 0) continue;
    depth += c == '{' ? 1 : c == '}' ? -1 : 0;
    mended += c;
  }
  mended.append(static_cast<std::size_t>(depth), '}');
  return mended;
}

// How many braces and environments are open at the end.
int open_groups(std::string_view formula) {
  int open = 0;
  for (std::size_t at = 0; at < formula.size(); ++at) {
    const std::string_view rest = formula.substr(at);
    if (rest.starts_with("\\begin{")) ++open;
    if (rest.starts_with("\\end{")) --open;
    if (formula[at] == '\\') {
      ++at;
    } else if (formula[at] == '{' || formula[at] == '}') {
      open += formula[at] == '{' ? 1 : -1;
    }
  }
  return open;
}

class Converter {
 public:
  Converter(std::string_view source, const std::string& where, Remarks& remarks)
      : source_(source), where_(where), remarks_(remarks) {}

  Text convert() {
    if (source_.find("@{") != std::string_view::npos)
      remark("variable-unknown", "a variable in it has no values; its name is shown");
    while (at_ < source_.size()) step();
    tidy();
    return std::move(text_);
  }

 private:
  void step() {
    const std::string_view rest = source_.substr(at_);
    if (rest.starts_with(formula_mark)) return formula_part();
    if (rest.starts_with("\\(") && find_in_line(source_, "\\)", at_) != std::string_view::npos)
      return bracketed_formula();
    if (rest.starts_with(picture_mark)) return picture();
    if (rest.starts_with("\\neq")) return replace(4, "≠");
    if (is_line_end(source_, at_)) return replace(rest[0] == '\n' ? 1 : line_mark.size(), "\n");
    if (rest.starts_with("\\$")) return replace(2, "\\$");
    if (rest.starts_with("**")) return replace(2, "^");
    character(rest[0]);
  }

  void replace(std::size_t size, std::string_view by) {
    text_.markup += by;
    at_ += size;
  }

  void character(char c) {
    ++at_;
    if (c == '$' || c == '*') text_.markup += '\\';
    const bool hides_next = c == '\\' && at_ < source_.size() && (source_[at_] == '\\' || source_[at_] == '*');
    if (hides_next) text_.markup += '\\';
    const bool is_control = static_cast<unsigned char>(c) < 0x20;
    text_.markup += is_control ? ' ' : c;
  }

  void formula_part() {
    const std::size_t begin = at_ + formula_mark.size();
    const std::size_t end = find_in_line(source_, formula_mark, begin);
    if (end == std::string_view::npos) {
      at_ = begin;
      const bool has_more = begin < source_.size() && !is_line_end(source_, begin);
      if (has_more)
        remark("mathematics-not-closed", "a $$ has no partner in its line; what follows it is shown as words");
      return;
    }
    at_ = end + formula_mark.size();
    if (open_groups(source_.substr(begin, end - begin)) > 0 && broken_formula(begin)) return;
    add_formula(source_.substr(begin, end - begin));
  }

  // A formula that stray $$ cut in the middle of a group: "$$\lim_{x\to $$3$$} $$f(x)$$" begins with \lim_{x\to 3}.
  // Whether there is a place further on in the line where all of its groups are closed.
  bool broken_formula(std::size_t begin) {
    std::string formula;
    bool was_cut = false;
    for (std::size_t at = begin; at < source_.size() && !is_line_end(source_, at); ++at) {
      if (source_.substr(at).starts_with(formula_mark)) {
        was_cut = true;
        ++at;
        continue;
      }
      formula += source_[at];
      const char next = at + 1 < source_.size() ? source_[at + 1] : ' ';
      const bool goes_on = next == '{' || next == '^' || next == '_';
      if (!was_cut || goes_on || source_[at] != '}' || open_groups(formula) != 0) continue;
      at_ = at + 1;
      if (source_.substr(at_).starts_with(formula_mark)) at_ += formula_mark.size();
      remark("mathematics-cut", "signs in the middle of \"" + cut(formula, 60) + "\" were left out");
      add_formula(formula);
      return true;
    }
    return false;
  }

  // LaTeX's own \( … \), which OATutor shows as it is. Signs for mathematics inside it are superfluous.
  void bracketed_formula() {
    const std::size_t end = find_in_line(source_, "\\)", at_);
    std::string inside;
    for (std::size_t at = at_ + 2; at < end; ++at)
      if (source_.substr(at).starts_with(formula_mark)) {
        ++at;
      } else {
        inside += source_[at];
      }
    add_formula(inside);
    at_ = end + 2;
  }

  void add_formula(std::string_view raw) {
    const std::string_view inside = without_space_around(raw);
    if (inside.empty()) return;
    if (inside.find_first_not_of('_') == std::string_view::npos) {  // a blank to fill in
      text_.markup += inside;
      return;
    }
    const std::string formula = convert_formula(inside);
    std::string mended = with_sound_braces(formula);
    if (mended != formula) remark("braces-without-partner", "braces of \"" + cut(formula, 60) + "\" were mended");
    if (mended.ends_with('\\')) mended += ' ';
    text_.markup += "$" + mended + "$";
    text_.formulas.push_back(std::move(mended));
  }

  void picture() {
    const std::size_t begin = at_ + picture_mark.size();
    std::size_t end = find_in_line(source_, picture_mark, begin);
    at_ = end == std::string_view::npos ? begin : end + picture_mark.size();
    if (end == std::string_view::npos) {
      end = begin;
      while (end < source_.size() && !is_line_end(source_, end)) ++end;
      at_ = end;
    }
    const std::string_view name = without_space_around(source_.substr(begin, end - begin));
    if (!name.empty()) text_.pictures.emplace_back(name);
  }

  void remark(std::string code, std::string sentence) {
    remarks_.push_back({Outcome::Approximated, std::move(code), where_, std::move(sentence)});
  }

  // No spaces at the ends of lines, no more than one empty line.
  void tidy() {
    std::string result;
    for (const char c : text_.markup) {
      const bool ends_line = c == '\n';
      while (ends_line && !result.empty() && result.back() == ' ') result.pop_back();
      if (ends_line && (result.empty() || result.ends_with("\n\n"))) continue;
      if (c == ' ' && (result.empty() || result.back() == ' ' || result.back() == '\n')) continue;
      result += c;
    }
    text_.markup = without_space_around(result);
  }

  std::string_view source_;
  const std::string& where_;
  Remarks& remarks_;
  std::size_t at_ = 0;
  Text text_;
};

}  // namespace

Text convert_text(std::string_view source, const std::string& where, Remarks& remarks) {
  return Converter(source, where, remarks).convert();
}

std::string convert_formula(std::string_view source) {
  std::string formula;
  for (std::size_t at = 0; at < source.size(); ++at) {
    const char c = source[at];
    if (c == '\\' && at + 1 < source.size()) {
      formula += source.substr(at++, 2);
    } else if (source.substr(at).starts_with("**")) {
      const std::string_view exponent = exponent_at(source.substr(at + 2));
      formula += "^";
      if (!exponent.empty()) formula += grouped(exponent);
      at += 1 + exponent.size();
    } else if (c == '$') {
      formula += "\\$";
    } else {
      formula += is_space(c) ? ' ' : c;
    }
  }
  return formula;
}

std::string plain_words(std::string_view markup) {
  std::string words;
  for (std::size_t at = 0; at < markup.size(); ++at) {
    const char c = markup[at];
    const bool is_escape =
        c == '\\' && at + 1 < markup.size() && std::string_view("$*\\").find(markup[at + 1]) != std::string_view::npos;
    if (is_escape) {
      words += markup[++at];
    } else if (c != '$' && c != '*') {
      words += c == '\n' ? ' ' : c;
    }
  }
  return words;
}

}  // namespace hornbook::content::oatutor

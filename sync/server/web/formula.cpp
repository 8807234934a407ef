#include "sync/server/web/formula.hpp"

#include <algorithm>
#include <array>

#include "runtime/core/limits.hpp"
#include "runtime/core/nesting_level.hpp"

namespace hornbook::server {
namespace {

struct Sign {
  std::string_view name;
  std::string_view looks;
};
constexpr std::array<Sign, 30> signs{{
    {"times", "×"},      {"cdot", "·"},   {"div", "÷"},     {"pm", "±"},    {"mp", "∓"},     {"le", "≤"},
    {"leq", "≤"},        {"ge", "≥"},     {"geq", "≥"},     {"ne", "≠"},    {"neq", "≠"},    {"lt", "<"},
    {"gt", ">"},         {"approx", "≈"}, {"pi", "π"},      {"theta", "θ"}, {"alpha", "α"},  {"beta", "β"},
    {"infty", "∞"},      {"circ", "°"},   {"degree", "°"},  {"to", "→"},    {"square", "□"}, {"ldots", "…"},
    {"rightarrow", "→"}, {"Box", "□"},    {"percent", "%"}, {"quad", " "},  {"left", ""},    {"right", ""},
}};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit_or_letter(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '.'; }

// A single number or name needs none.
std::string in_brackets(const std::string& part) {
  return std::ranges::all_of(part, is_digit_or_letter) ? part : "(" + part + ")";
}

class Line {
 public:
  explicit Line(std::string_view tex) : rest_(tex) {}

  // Up to the closing bracket, which is taken, or the end.
  std::string group() {
    const NestingLevel level(depth_);
    std::string line;
    while (!rest_.empty()) {
      const char c = take();
      if (c == '}') break;
      line += piece(c);
    }
    return line;
  }

 private:
  char take() {
    const char c = rest_.front();
    rest_.remove_prefix(1);
    return c;
  }

  std::string piece(char c) {
    if (c == '{') return depth_ < limits::math_depth_max ? group() : std::string();
    if (c == '^' || c == '_') return c + in_brackets(argument());
    return c == '\\' ? command() : std::string(1, c);
  }

  // What a command is applied to: a group, or the one sign that follows.
  std::string argument() {
    const NestingLevel level(depth_);
    while (rest_.starts_with(' ')) take();
    return rest_.empty() || depth_ >= limits::math_depth_max ? std::string() : piece(take());
  }

  std::string command() {
    const auto end = std::ranges::find_if_not(rest_, is_letter);
    const std::string_view name = rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
    if (name.empty()) return sign_or_space();
    rest_.remove_prefix(name.size());
    if (name.ends_with("frac")) {
      const std::string above = in_brackets(argument());
      return above + "/" + in_brackets(argument());
    }
    if (name == "sqrt") return "√" + in_brackets(argument());
    if (name == "text" || name == "mathrm") return argument();
    const auto sign = std::ranges::find(signs, name, &Sign::name);
    return sign == signs.end() ? std::string(name) + " " : std::string(sign->looks);
  }

  // `\,` and its like are spaces; `\%` is the sign itself.
  std::string sign_or_space() {
    if (rest_.empty()) return {};
    const char c = take();
    return std::string_view(",;:! ").find(c) == std::string_view::npos ? std::string(1, c) : " ";
  }

  std::string_view rest_;
  std::size_t depth_ = 0;
};

}  // namespace

std::string formula_in_a_line(std::string_view tex) { return Line(tex).group(); }

}  // namespace hornbook::server

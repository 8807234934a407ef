#include "content_packs/import/qti/mathml.hpp"

#include <algorithm>
#include <array>

#include "content_packs/import/qti/numbers.hpp"
#include "content_packs/import/spelling.hpp"

namespace hornbook::content::qti {
namespace {

struct Spelling {
  std::string_view sign;
  std::string_view tex;
};

constexpr std::array<Spelling, 40> operators = {{
    {"\u2062", ""},    {"\u2061", ""},         {"\u2063", ""},     {"\u2064", ""},    {"−", "-"},
    {"×", "\\times "}, {"÷", "\\div "},        {"·", "\\cdot "},   {"⋅", "\\cdot "},  {"≤", "\\le "},
    {"≥", "\\ge "},    {"≠", "\\ne "},         {"≈", "\\approx "}, {"±", "\\pm "},    {"∓", "\\mp "},
    {"→", "\\to "},    {"⇒", "\\Rightarrow "}, {"∞", "\\infty "},  {"∑", "\\sum "},   {"∏", "\\prod "},
    {"∫", "\\int "},   {"∂", "\\partial "},    {"√", "\\sqrt "},   {"∈", "\\in "},    {"∪", "\\cup "},
    {"∩", "\\cap "},   {"∠", "\\angle "},      {"°", "^\\circ "},  {"…", "\\ldots "}, {"′", "'"},
    {"&", "\\&"},      {"%", "\\%"},           {"#", "\\#"},       {"$", "\\$"},      {"{", "\\{"},
    {"}", "\\}"},      {"_", "\\_"},           {"~", "\\sim "},    {"*", "\\ast "},   {"\u00a0", "\\ "},
}};

constexpr std::array<std::string_view, 18> functions = {"sin", "cos", "tan", "cot",  "sec",  "csc",
                                                        "log", "ln",  "exp", "sinh", "cosh", "tanh",
                                                        "lim", "max", "min", "gcd",  "det",  "arg"};

constexpr std::array<Spelling, 7> accents = {{
    {"¯", "\\overline"},
    {"‾", "\\overline"},
    {"_", "\\underline"},
    {"^", "\\widehat"},
    {"ˆ", "\\widehat"},
    {"→", "\\vec"},
    {"~", "\\tilde"},
}};

// One character, however many bytes.
bool is_one_character(std::string_view text) {
  const auto starts = [](char c) { return (static_cast<unsigned char>(c) & 0xc0u) != 0x80u; };
  return std::count_if(text.begin(), text.end(), starts) == 1;
}

std::string escaped_words(std::string_view words) {
  std::string result;
  for (const char c : words) {
    if (std::string_view("$%#&_{}").find(c) != std::string_view::npos) result += '\\';
    if (c != '\\') result += is_space(c) ? ' ' : c;
  }
  return result;
}

std::string operator_in_tex(std::string_view sign) {
  for (const Spelling& each : operators)
    if (each.sign == sign) return std::string(each.tex);
  if (std::find(functions.begin(), functions.end(), sign) != functions.end()) return "\\" + std::string(sign) + " ";
  const bool is_word = sign.size() > 1 && !is_one_character(sign) && sign.find_first_of("<>=+-/:!|()[],.") != 0;
  return is_word ? "\\text{" + escaped_words(sign) + "}" : std::string(sign);
}

class Writer {
 public:
  explicit Writer(const VariableInMathematics& variable) : variable_(variable) {}

  std::string row(const Element& element) {
    std::string tex;
    for (const Element& child : element.children) tex += write(child);
    return tex;
  }

  std::vector<std::string> unknown;
  bool has_variables = false;

 private:
  using Write = std::string (Writer::*)(const Element&);
  struct Row {
    std::string_view name;
    Write write;
  };

  std::string write(const Element& element) {
    static constexpr std::array<Row, 26> rows = {{
        {"mi", &Writer::identifier},    {"mn", &Writer::digits},     {"mo", &Writer::sign},
        {"mtext", &Writer::words},      {"ms", &Writer::words},      {"mspace", &Writer::space},
        {"mrow", &Writer::row},         {"mstyle", &Writer::row},    {"mpadded", &Writer::row},
        {"mphantom", &Writer::phantom}, {"merror", &Writer::row},    {"math", &Writer::row},
        {"mfrac", &Writer::fraction},   {"msqrt", &Writer::root},    {"mroot", &Writer::nth_root},
        {"msup", &Writer::scripts},     {"msub", &Writer::scripts},  {"msubsup", &Writer::scripts},
        {"munder", &Writer::limits},    {"mover", &Writer::limits},  {"munderover", &Writer::limits},
        {"mfenced", &Writer::fenced},   {"mtable", &Writer::table},  {"menclose", &Writer::enclosed},
        {"semantics", &Writer::first},  {"maction", &Writer::first},
    }};
    if (element.is_text()) return {};
    for (const Row& each : rows)
      if (each.name == element.name) return (this->*each.write)(element);
    if (element.name == "annotation" || element.name == "annotation-xml") return {};
    unknown.push_back(element.name);
    return "\\text{" + escaped_words(text_in(element)) + "}";
  }

  std::string identifier(const Element& element) {
    const std::string name = text_in(element);
    if (const auto value = variable_(name)) {
      has_variables = true;
      return value->starts_with('-') ? "{" + *value + "}" : *value;
    }
    const std::string sign = operator_in_tex(name);
    if (sign != name || is_one_character(name)) return sign;
    return "\\mathrm{" + escaped_words(name) + "}";
  }
  std::string digits(const Element& element) {
    const std::string number = text_in(element);
    const bool is_plain = number.find_first_not_of("0123456789.,") == std::string::npos;
    return is_plain ? number : escaped_words(number);
  }
  std::string sign(const Element& element) { return operator_in_tex(text_in(element)); }
  std::string words(const Element& element) {
    const std::string text = text_in(element);
    return text.empty() ? "\\ " : "\\text{" + escaped_words(text) + "}";
  }
  std::string space(const Element& element) { return element.attribute("linebreak") == "newline" ? "\\\\ " : "\\ "; }
  std::string phantom(const Element& element) { return "\\phantom{" + row(element) + "}"; }
  std::string root(const Element& element) { return "\\sqrt{" + row(element) + "}"; }

  // The parts of an element with a fixed number of them; missing ones are empty.
  std::vector<std::string> parts(const Element& element, std::size_t count) {
    std::vector<std::string> result;
    for (const Element* each : element.elements()) result.push_back(write(*each));
    result.resize(std::max(count, result.size()));
    return result;
  }
  std::string first(const Element& element) { return parts(element, 1)[0]; }
  std::string fraction(const Element& element) {
    const auto both = parts(element, 2);
    return "\\frac{" + both[0] + "}{" + both[1] + "}";
  }
  std::string nth_root(const Element& element) {
    const auto both = parts(element, 2);
    return "\\sqrt[" + both[1] + "]{" + both[0] + "}";
  }

  static std::string grouped(const std::string& part) { return part.size() == 1 ? part : "{" + part + "}"; }

  std::string scripts(const Element& element) {
    const auto all = parts(element, 3);
    if (element.name == "msubsup") return grouped(all[0]) + "_{" + all[1] + "}^{" + all[2] + "}";
    if (element.name == "msup" && all[1] == "^\\circ ") return grouped(all[0]) + all[1];
    return grouped(all[0]) + (element.name == "msub" ? "_{" : "^{") + all[1] + "}";
  }

  // Scripts of a large sign, or a mark over or under a letter.
  std::string limits(const Element& element) {
    const auto all = parts(element, 3);
    static constexpr std::array<std::string_view, 4> large = {"\\sum ", "\\prod ", "\\int ", "\\lim "};
    const bool is_large = std::find(large.begin(), large.end(), all[0]) != large.end();
    if (element.name == "munderover")
      return is_large ? all[0] + "_{" + all[1] + "}^{" + all[2] + "}"
                      : "\\overset{" + all[2] + "}{\\underset{" + all[1] + "}{" + all[0] + "}}";
    const bool is_under = element.name == "munder";
    if (is_large) return all[0] + (is_under ? "_{" : "^{") + all[1] + "}";
    const auto both = element.elements();
    const std::string mark = both.size() > 1 ? text_in(*both[1]) : std::string();
    for (const Spelling& each : accents)
      if (each.sign == mark) return std::string(is_under ? "\\underline" : each.tex) + "{" + all[0] + "}";
    return (is_under ? "\\underset{" : "\\overset{") + all[1] + "}{" + all[0] + "}";
  }

  std::string fenced(const Element& element) {
    const std::string open = element.has("open") ? std::string(element.attribute("open")) : "(";
    const std::string close = element.has("close") ? std::string(element.attribute("close")) : ")";
    std::string inside;
    for (const Element* each : element.elements()) inside += (inside.empty() ? "" : ",") + write(*each);
    const auto bracket = [](const std::string& sign) { return sign.empty() ? "." : operator_in_tex(sign); };
    return "\\left" + bracket(open) + " " + inside + "\\right" + bracket(close) + " ";
  }

  std::string table(const Element& element) {
    std::string rows;
    for (const Element* line : element.elements()) {
      if (!rows.empty()) rows += " \\\\ ";
      bool is_first = true;
      for (const Element* cell : line->elements()) {
        rows += (is_first ? "" : " & ") + row(*cell);
        is_first = false;
      }
    }
    return "\\begin{matrix}" + rows + "\\end{matrix}";
  }

  std::string enclosed(const Element& element) {
    const std::string_view notation = element.attribute("notation");
    if (notation == "longdiv" || notation.empty()) return "\\longdiv{" + row(element) + "}";
    return "\\enclose{" + std::string(notation) + "}{" + row(element) + "}";
  }

  const VariableInMathematics& variable_;
};

std::optional<std::string> annotation_in(const Element& math) {
  for (const Element* each : all_called(math, "annotation"))
    if (each->attribute("encoding").find("tex") != std::string_view::npos ||
        each->attribute("encoding").find("TeX") != std::string_view::npos)
      return text_in(*each);
  return std::nullopt;
}

}  // namespace

Formula to_tex(const Element& math, const VariableInMathematics& variable) {
  Writer writer(variable);
  Formula formula{writer.row(math), {}};
  const auto annotation = annotation_in(math);
  if (annotation && !writer.has_variables) return {*annotation, {}};
  formula.unknown = std::move(writer.unknown);
  return formula;
}

}  // namespace hornbook::content::qti

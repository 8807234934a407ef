#include "runtime/engage/algebra/written.hpp"

#include "runtime/engage/algebra/readings.hpp"
#include "runtime/engage/algebra/written_names.hpp"

namespace hornbook::engage::algebra {
namespace {

// How tightly a node holds together; what is looser than its place asks for stands in brackets.
enum Strength : int { Alternatives, Items, Related, United, Summed, Signed, Multiplied, Raised, Marked, Whole };

Strength strength_of(Kind kind) {
  switch (kind) {
    case Kind::Either:
    case Kind::Chain:
      return Alternatives;
    case Kind::List:
      return Items;
    case Kind::Relation:
      return Related;
    case Kind::Union:
      return United;
    case Kind::Add:
      return Summed;
    case Kind::Negate:
    case Kind::PlusMinus:
    case Kind::MinusPlus:
      return Signed;
    case Kind::Multiply:
    case Kind::Divide:
    case Kind::Mixed:
      return Multiplied;
    case Kind::Power:
      return Raised;
    case Kind::Percent:
    case Kind::Degrees:
    case Kind::Factorial:
      return Marked;
    default:
      return Whole;
  }
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

class Writer {
 public:
  // `spelled_out`: a sign stands in every product, where letters side by side could be read as a word.
  Writer(const Syntax& syntax, Notation notation, bool spelled_out)
      : syntax_(syntax), notation_(notation), spelled_out_(spelled_out) {}

  [[nodiscard]] std::string write() const { return write(syntax_.top(), Alternatives); }

 private:
  [[nodiscard]] bool tex() const { return notation_ == Notation::Tex; }
  [[nodiscard]] const Node& part(const Node& node, std::size_t at) const { return syntax_.part(node, at); }

  [[nodiscard]] std::string write(const Node& node, Strength least) const {
    std::string written = plain(node);
    if (strength_of(node.kind) >= least) return written;
    return tex() ? "\\left(" + written + "\\right)" : "(" + written + ")";
  }

  [[nodiscard]] std::string plain(const Node& node) const {
    switch (node.kind) {
      case Kind::Literal:
        return digits_of(node.value);
      case Kind::Symbol:
        return name_in(notation_, node.name);
      case Kind::Unit:
        return unit_in(notation_, node.name);
      case Kind::Add:
        return sum(node);
      case Kind::Negate:
        return "-" + write(part(node, 0), Multiplied);
      case Kind::PlusMinus:
        return (tex() ? "\\pm " : "±") + write(part(node, 0), Multiplied);
      case Kind::MinusPlus:
        return (tex() ? "\\mp " : "∓") + write(part(node, 0), Multiplied);
      case Kind::Multiply:
        return product(node);
      case Kind::Divide:
        return quotient(node);
      case Kind::Mixed:
        return write(part(node, 0), Whole) + (tex() ? "" : " ") + plain(part(node, 1));
      case Kind::Power:
        return power(node);
      default:
        return is_scalar(node.kind) ? marked(node) : several(node);
    }
  }

  // Constants, roots, functions and what stands after its operand.
  [[nodiscard]] std::string marked(const Node& node) const {
    switch (node.kind) {
      case Kind::Pi:
        return tex() ? "\\pi " : "π";
      case Kind::Euler:
        return "e";
      case Kind::Imaginary:
        return "i";
      case Kind::Infinity:
        return tex() ? "\\infty " : "∞";
      case Kind::Root:
        return root(node);
      case Kind::Absolute:
        return absolute(node);
      case Kind::Call:
        return call(node);
      case Kind::Percent:
        return write(part(node, 0), Whole) + (tex() ? "\\%" : "%");
      case Kind::Degrees:
        return write(part(node, 0), Whole) + (tex() ? "^{\\circ}" : "°");
      default:
        return write(part(node, 0), Whole) + "!";
    }
  }

  // Bars in bars are hard to tell apart.
  [[nodiscard]] std::string absolute(const Node& node) const {
    const std::string inside = write(part(node, 0), Summed);
    if (tex()) return "\\left|" + inside + "\\right|";
    return inside.find('|') == std::string::npos ? "|" + inside + "|" : "abs(" + inside + ")";
  }

  [[nodiscard]] std::string sum(const Node& node) const {
    std::string written = write(part(node, 0), Signed);
    for (std::size_t at = 1; at < node.parts.size(); ++at) {
      const Node& term = part(node, at);
      if (term.kind == Kind::Negate) {
        written.append(" - ").append(write(part(term, 0), Multiplied));
      } else if (term.kind == Kind::PlusMinus || term.kind == Kind::MinusPlus) {
        written.append(" ").append(plain(term));
      } else {
        written.append(" + ").append(write(term, Multiplied));
      }
    }
    return written;
  }

  [[nodiscard]] std::string product(const Node& node) const {
    const Node& right = part(node, 1);
    const std::string before = write(part(node, 0), Multiplied);
    const bool set_as_fraction = tex() && right.kind == Kind::Divide;
    const std::string after = set_as_fraction ? plain(right) : write(right, Raised);
    if (right.kind == Kind::Unit) return before + (tex() ? "\\," : " ") + after;
    const bool needs_sign = is_digit(after.front()) || (set_as_fraction && is_digit(before.back())) ||
                            (spelled_out_ && !tex() && is_letter(after.front()));
    // Between two letters a space, so that TeX does not read a word.
    const bool letters_meet = tex() && is_letter(before.back()) && is_letter(after.front());
    if (!needs_sign) return before + (letters_meet ? " " : "") + after;
    return before + (tex() ? " \\times " : "×") + after;
  }

  [[nodiscard]] std::string quotient(const Node& node) const {
    if (tex()) return "\\frac{" + write(part(node, 0), Summed) + "}{" + write(part(node, 1), Summed) + "}";
    return write(part(node, 0), Multiplied) + "/" + write(part(node, 1), Raised);
  }

  [[nodiscard]] std::string power(const Node& node) const {
    const std::string base = write(part(node, 0), Marked);
    const Node& exponent = part(node, 1);
    if (tex()) return base + "^{" + write(exponent, Summed) + "}";
    return base + "^" + write(exponent, Whole);
  }

  [[nodiscard]] std::string root(const Node& node) const {
    const std::string degree = write(part(node, 1), Summed);
    const std::string radicand = write(part(node, 0), Summed);
    if (tex()) return (degree == "2" ? "\\sqrt{" : "\\sqrt[" + degree + "]{") + radicand + "}";
    const std::string sign = degree == "2" ? "√" : degree == "3" ? "∛" : "\\sqrt[" + degree + "]";
    return sign + "(" + radicand + ")";
  }

  [[nodiscard]] std::string call(const Node& node) const {
    std::string name = function_in(notation_, node.function);
    const bool has_base = node.function == Function::Log && part(node, 1).value != 10;
    if (has_base && tex()) name += "_{" + write(part(node, 1), Summed) + "}";
    if (has_base && !tex()) name += "_" + write(part(node, 1), Whole);
    const std::string argument = write(part(node, 0), Summed);
    return name + (tex() ? "\\left(" + argument + "\\right)" : "(" + argument + ")");
  }

  // Answers that are more than one number.
  [[nodiscard]] std::string several(const Node& node) const {
    switch (node.kind) {
      case Kind::Relation:
        return write(part(node, 0), United) + relation_in(notation_, node.relation) + write(part(node, 1), United);
      case Kind::Chain:
        return chain(node);
      case Kind::Either:
        return joined(node, tex() ? ",\\; " : " or ");
      case Kind::List:
        return joined(node, tex() ? ",\\; " : ", ");
      case Kind::Tuple:
        return (tex() ? "\\left(" : "(") + joined(node, ", ") + (tex() ? "\\right)" : ")");
      case Kind::Interval:
        return interval(node);
      case Kind::Union:
        return joined(node, tex() ? " \\cup " : " ∪ ");
      case Kind::Matrix:
        return matrix(node);
      case Kind::AllReals:
        return tex() ? "\\mathbb{R}" : "ℝ";
      default:
        return tex() ? "\\varnothing " : "∅";
    }
  }

  [[nodiscard]] std::string joined(const Node& node, std::string_view between) const {
    std::string written;
    for (std::size_t at = 0; at < node.parts.size(); ++at) {
      if (at > 0) written += between;
      written += plain(part(node, at));
    }
    return written;
  }

  // 1 < x < 5 shares its middle; conditions that share nothing stand side by side.
  [[nodiscard]] std::string chain(const Node& node) const {
    std::string written = plain(part(node, 0));
    for (std::size_t at = 1; at < node.parts.size(); ++at) {
      const Node& before = part(node, at - 1);
      const Node& next = part(node, at);
      const bool shares =
          before.kind == Kind::Relation && next.kind == Kind::Relation && before.parts[1] == next.parts[0];
      if (shares) {
        written.append(relation_in(notation_, next.relation)).append(write(part(next, 1), United));
      } else {
        written.append(tex() ? ",\\; " : " and ").append(plain(next));
      }
    }
    return written;
  }

  [[nodiscard]] std::string interval(const Node& node) const {
    const std::string open = node.open_left ? "(" : "[";
    const std::string close = node.open_right ? ")" : "]";
    return (tex() ? "\\left" + open : open) + joined(node, ", ") + (tex() ? "\\right" + close : close);
  }

  // TeX is how a matrix is typed, too.
  [[nodiscard]] std::string matrix(const Node& node) const {
    std::string written = "\\begin{pmatrix}";
    for (std::size_t row = 0; row < node.parts.size(); ++row) {
      if (row > 0) written += "\\\\";
      written += joined(part(node, row), "&");
    }
    return written + "\\end{pmatrix}";
  }

  const Syntax& syntax_;
  Notation notation_;
  bool spelled_out_;
};

const Syntax& first_reading(const MathExpression& expression) { return expression.readings().plain.back(); }

}  // namespace

std::string in_tex(const MathExpression& expression) {
  return Writer(first_reading(expression), Notation::Tex, false).write();
}

std::string as_typed(const MathExpression& expression) {
  const Syntax& syntax = first_reading(expression);
  std::string typed = Writer(syntax, Notation::Typed, false).write();
  const Result<MathExpression> again = parse_expression(typed);
  if (again && in_tex(*again) == in_tex(expression)) return typed;
  return Writer(syntax, Notation::Typed, true).write();
}

}  // namespace hornbook::engage::algebra

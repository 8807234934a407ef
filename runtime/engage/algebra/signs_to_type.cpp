#include <algorithm>

#include "runtime/engage/algebra/readings.hpp"
#include "runtime/engage/algebra/written.hpp"
#include "runtime/engage/algebra/written_names.hpp"

namespace hornbook::engage::algebra {
namespace {

void add_once(std::vector<std::string>& list, std::string sign) {
  if (std::find(list.begin(), list.end(), sign) == list.end()) list.push_back(std::move(sign));
}

void add_signs_of(const Node& node, std::vector<std::string>& letters, std::vector<std::string>& signs) {
  switch (node.kind) {
    case Kind::Symbol: {
      const std::string name = name_in(Notation::Typed, node.name);
      const std::size_t below = name.find('_');
      add_once(letters, name.substr(0, below));
      if (below != std::string::npos) add_once(letters, name.substr(below));
      return;
    }
    case Kind::Unit:
      return add_once(letters, unit_in(Notation::Typed, node.name));
    case Kind::Euler:
      return add_once(letters, "e");
    case Kind::Imaginary:
      return add_once(letters, "i");
    case Kind::Pi:
      return add_once(letters, "π");
    case Kind::Infinity:
      return add_once(signs, "∞");
    case Kind::Call:
      return add_once(letters, function_in(Notation::Typed, node.function));
    case Kind::Root:
      return add_once(signs, "√");
    case Kind::Absolute:
      return add_once(signs, "|");
    case Kind::Percent:
      return add_once(signs, "%");
    case Kind::Degrees:
      return add_once(signs, "°");
    case Kind::Factorial:
      return add_once(signs, "!");
    case Kind::PlusMinus:
    case Kind::MinusPlus:
      return add_once(signs, "±");
    case Kind::Relation: {
      const bool is_equation = node.relation == RelationKind::Equal;
      for (const char* sign : {"=", "<", "≤", ">", "≥"})
        if (!is_equation || *sign == '=') add_once(signs, sign);
      return;
    }
    case Kind::Either:
    case Kind::Chain:
    case Kind::List:
    case Kind::Tuple:
      return add_once(signs, ",");
    case Kind::Interval:
      for (const char* sign : {"[", "]", ","}) add_once(signs, sign);
      return;
    case Kind::Union:
      return add_once(signs, "∪");
    case Kind::NoSolution:
      return add_once(signs, "∅");
    case Kind::AllReals:
      return add_once(signs, "ℝ");
    default:
      return;
  }
}

}  // namespace

std::vector<std::string> signs_to_type(const MathExpression& expression) {
  std::vector<std::string> letters;
  std::vector<std::string> signs;
  for (const Node& node : expression.readings().plain.back().nodes) add_signs_of(node, letters, signs);
  std::sort(letters.begin(), letters.end());
  letters.insert(letters.end(), signs.begin(), signs.end());
  return letters;
}

}  // namespace hornbook::engage::algebra

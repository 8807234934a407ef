// Reads pairs of answers, an expected and a typed one a line with a tab between, and prints a verdict for each: the
// other half of algebra_against_sympy.py.
#include <iostream>
#include <string>

#include "runtime/engage/algebra/algebra.hpp"

namespace {

using namespace hornbook::engage::algebra;

std::string verdict(const std::string& expected, const std::string& typed) {
  const auto author = parse_expression(expected);
  if (!author) return "unread expected: " + author.error().sentence;
  const auto learner = parse_expression(typed);
  if (!learner) return "unread typed: " + learner.error().sentence;
  const Comparison comparison = compare(*author, *learner);
  const std::string evidence = comparison.is_proved ? " proved" : " tested";
  switch (comparison.equivalence) {
    case Equivalence::Same:
      return "same" + evidence;
    case Equivalence::SameValueOtherForm:
      return "same-value" + evidence;
    case Equivalence::Different:
      return "different" + evidence;
    case Equivalence::CannotTell:
      return "unknown";
  }
  return "unknown";
}

}  // namespace

int main() {
  std::string line;
  while (std::getline(std::cin, line)) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) return 3;
    std::cout << verdict(line.substr(0, tab), line.substr(tab + 1)) << '\n';
  }
  return 0;
}

// Expanded and factored form.
#include <algorithm>

#include "runtime/engage/algebra/form.hpp"
#include "runtime/engage/algebra/normalise.hpp"

namespace hornbook::engage::algebra {
namespace {

// Sums are the same up to a number in front.
Polynomial primitive(Polynomial polynomial) {
  if (polynomial.is_zero()) return polynomial;
  Number scale = 1 / content(polynomial);
  if (polynomial.terms().begin()->second < 0) scale = -scale;
  polynomial.scale(scale);
  return polynomial;
}

struct Factors {
  std::vector<Polynomial> sums;  // each as often as it occurs
  bool is_whole = true;          // every part was read, and no sum has a number left to take out
};

constexpr std::int64_t repeats_max = 64;

class FactorReader {
 public:
  FactorReader(Field& field, const Syntax& syntax) : field_(field), syntax_(syntax) {}

  void read(Node::Index index, std::int64_t times, Factors& factors) {
    const Node& node = syntax_.at(index);
    if (node.kind == Kind::Negate) return read(node.parts[0], times, factors);
    if (node.kind == Kind::Multiply) {
      read(node.parts[0], times, factors);
      return read(node.parts[1], times, factors);
    }
    if (node.kind == Kind::Power && read_power(node, times, factors)) return;
    const std::optional<Quotient> value = normalise(field_, syntax_, index);
    if (!value || !value->denominator.is_constant() || field_.is_exhausted()) {
      factors.is_whole = false;
      return;
    }
    add(value->numerator, times, factors);
  }

 private:
  bool read_power(const Node& node, std::int64_t times, Factors& factors) {
    const Node& exponent = syntax_.part(node, 1);
    if (exponent.kind != Kind::Literal) return false;
    const std::optional<std::int64_t> repeats = to_int64(exponent.value);
    if (!repeats || *repeats < 1 || *repeats * times > repeats_max) return false;
    read(node.parts[0], *repeats * times, factors);
    return true;
  }

  // A term such as 3x² is letters and a number: order and powers of it do not matter, so only sums are kept apart.
  static void add(const Polynomial& value, std::int64_t times, Factors& factors) {
    if (value.is_zero() || value.is_term()) return;
    const Number scale = content(value);
    if (scale.get_num() != 1 || has_common_letter(value)) factors.is_whole = false;
    for (std::int64_t i = 0; i < times; ++i) factors.sums.push_back(primitive(value));
  }

  static bool has_common_letter(const Polynomial& value) {
    for (const Factor& factor : value.terms().begin()->first) {
      const auto has_it = [&](const auto& term) {
        return std::any_of(term.first.begin(), term.first.end(), [&](const Factor& other) {
          return other.generator == factor.generator && other.exponent.numerator > 0;
        });
      };
      if (factor.exponent.numerator > 0 && std::all_of(value.terms().begin(), value.terms().end(), has_it)) return true;
    }
    return false;
  }

  Field& field_;
  const Syntax& syntax_;
};

bool is_product(const Syntax& syntax, Node::Index index) {
  const Node& node = syntax.at(index);
  if (node.kind == Kind::Negate) return is_product(syntax, node.parts[0]);
  return node.kind == Kind::Multiply || node.kind == Kind::Power;
}

// How many terms a sum is written with, sums inside sums counted through.
std::size_t written_terms(const Syntax& syntax, const Node& node) {
  if (node.kind == Kind::Negate) return written_terms(syntax, syntax.part(node, 0));
  if (node.kind != Kind::Add) return 1;
  std::size_t count = 0;
  for (std::size_t i = 0; i < node.parts.size(); ++i) count += written_terms(syntax, syntax.part(node, i));
  return count;
}

bool holds_sum(const Syntax& syntax, const Node& node) {
  if (node.kind == Kind::Add) return true;
  if (node.kind != Kind::Negate && node.kind != Kind::Multiply && node.kind != Kind::Power) return false;
  const std::size_t parts = node.kind == Kind::Power ? 1 : node.parts.size();
  for (std::size_t i = 0; i < parts; ++i)
    if (holds_sum(syntax, syntax.part(node, i))) return true;
  return false;
}

bool has_product_of_sums(const Syntax& syntax, const Node& node) {
  if (node.kind == Kind::Add || node.kind == Kind::Negate) {
    for (std::size_t i = 0; i < node.parts.size(); ++i)
      if (has_product_of_sums(syntax, syntax.part(node, i))) return true;
    return node.kind == Kind::Negate && syntax.part(node, 0).kind == Kind::Add;
  }
  return holds_sum(syntax, node);
}

}  // namespace

bool is_expanded(Place typed) {
  if (has_product_of_sums(*typed.syntax, typed.syntax->at(typed.index))) return false;
  Field field(Letters::Real);
  const std::optional<Quotient> value = normalise(field, *typed.syntax, typed.index);
  if (!value || field.is_exhausted() || !value->denominator.is_constant()) return true;
  const std::size_t terms = std::max<std::size_t>(1, value->numerator.terms().size());
  return written_terms(*typed.syntax, typed.syntax->at(typed.index)) == terms;
}

bool is_factored(Place typed, Place expected) {
  Field field(Letters::Real);
  Factors wanted;
  Factors found;
  FactorReader(field, *expected.syntax).read(expected.index, 1, wanted);
  FactorReader(field, *typed.syntax).read(typed.index, 1, found);
  if (!is_product(*expected.syntax, expected.index)) return is_product(*typed.syntax, typed.index);
  if (wanted.is_whole && !found.is_whole) return false;
  if (wanted.sums.size() != found.sums.size()) return false;
  return std::is_permutation(wanted.sums.begin(), wanted.sums.end(), found.sums.begin());
}

}  // namespace hornbook::engage::algebra

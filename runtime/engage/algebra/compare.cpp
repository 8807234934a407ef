#include <algorithm>

#include "runtime/engage/algebra/algebra.hpp"
#include "runtime/engage/algebra/answer.hpp"
#include "runtime/engage/algebra/compare_items.hpp"
#include "runtime/engage/algebra/readings.hpp"

namespace hornbook::engage::algebra {
namespace {

// Best first: of several readings of one text the kindest counts.
int rank(const Comparison& comparison) {
  switch (comparison.equivalence) {
    case Equivalence::Same:
      return 0;
    case Equivalence::SameValueOtherForm:
      return 1;
    case Equivalence::CannotTell:
      return 2;
    case Equivalence::Different:
      return 3;
  }
  return 3;
}

// An answer of several parts is as good as its worst.
void weigh(Comparison& worst, const Comparison& one) {
  worst.is_proved = worst.is_proved && one.is_proved;
  if (rank(one) > rank(worst)) worst = one;
}

Comparison best_match(Place item, const std::vector<Place>& others, bool item_is_expected,
                      const Requirement& requirement) {
  Comparison best{Equivalence::Different, true};
  for (const Place& other : others) {
    const Comparison one =
        item_is_expected ? compare_items(item, other, requirement) : compare_items(other, item, requirement);
    if (rank(one) < rank(best)) best = one;
    if (best.equivalence == Equivalence::Same) break;
  }
  return best;
}

// Every expected item is typed and every typed one expected, in any order.
Comparison compare_sets(const std::vector<Place>& expected, const std::vector<Place>& typed,
                        const Requirement& requirement) {
  Comparison worst{Equivalence::Same, true};
  for (const Place& item : expected) weigh(worst, best_match(item, typed, true, requirement));
  for (const Place& item : typed) weigh(worst, best_match(item, expected, false, requirement));
  return worst;
}

// "x = 2, y = 3" as the values in the order of their letters.
std::optional<std::vector<Place>> values_by_letter(const std::vector<Place>& items) {
  std::vector<Solved> solved;
  for (const Place& item : items) {
    std::optional<Solved> one = as_solved(item);
    if (!one || has_letters(one->value)) return std::nullopt;
    solved.push_back(std::move(*one));
  }
  std::sort(solved.begin(), solved.end(), [](const Solved& a, const Solved& b) { return a.letter < b.letter; });
  std::vector<Place> values;
  for (std::size_t i = 0; i < solved.size(); ++i) {
    if (i > 0 && solved[i].letter == solved[i - 1].letter) return std::nullopt;
    values.push_back(solved[i].value);
  }
  return values;
}

std::optional<std::vector<Place>> entries_of(const std::vector<Place>& items) {
  if (items.size() != 1 || items[0].syntax->at(items[0].index).kind != Kind::Tuple) return std::nullopt;
  std::vector<Place> entries;
  for (const Node::Index part : items[0].syntax->at(items[0].index).parts) entries.push_back({items[0].syntax, part});
  return entries;
}

Comparison compare_in_order(const std::vector<Place>& expected, const std::vector<Place>& typed,
                            const Requirement& requirement) {
  Comparison worst{Equivalence::Same, true};
  if (expected.size() != typed.size()) return {Equivalence::Different, true};
  for (std::size_t i = 0; i < expected.size(); ++i) weigh(worst, compare_items(expected[i], typed[i], requirement));
  return worst;
}

// A tuple where a list or a solved system stands on the other side: "(2, 3)" and "x = 2, y = 3" are the same point;
// "2, 3" lacks its brackets.
Comparison compare_with_tuple(const std::vector<Place>& expected, const std::vector<Place>& typed,
                              const Requirement& requirement) {
  const auto expected_entries = entries_of(expected);
  const auto typed_entries = entries_of(typed);
  if (expected_entries.has_value() == typed_entries.has_value()) return {Equivalence::Different, true};
  const std::vector<Place>& others = expected_entries ? typed : expected;
  if (others.size() < 2) return {Equivalence::Different, true};
  const auto values = values_by_letter(others);
  const std::vector<Place>& other_values = values ? *values : others;
  Comparison comparison = expected_entries ? compare_in_order(*expected_entries, other_values, requirement)
                                           : compare_in_order(other_values, *typed_entries, requirement);
  if (!values && comparison.equivalence == Equivalence::Same) comparison.equivalence = Equivalence::SameValueOtherForm;
  return comparison;
}

Comparison compare_readings(const Syntax& expected, const Syntax& typed, const Requirement& requirement) {
  const std::vector<Syntax> expected_trees = expand_signs(expected);
  const std::vector<Syntax> typed_trees = expand_signs(typed);
  const std::vector<Place> wanted = items_of(expected_trees);
  const std::vector<Place> found = items_of(typed_trees);
  const Comparison as_sets = compare_sets(wanted, found, requirement);
  if (as_sets.equivalence == Equivalence::Same) return as_sets;
  const Comparison as_tuple = compare_with_tuple(wanted, found, requirement);
  return rank(as_tuple) < rank(as_sets) ? as_tuple : as_sets;
}

}  // namespace

Comparison compare(const MathExpression& expected, const MathExpression& typed, const Requirement& requirement) {
  Comparison best{Equivalence::Different, true};
  bool is_first = true;
  for (const Syntax& wanted : expected.readings().plain) {
    std::vector<const Syntax*> candidates;
    for (const Syntax& found : typed.readings().plain) candidates.push_back(&found);
    for (const Syntax& found : typed.readings().with_decimal) candidates.push_back(&found);
    for (const Syntax* found : candidates) {
      const Comparison one = compare_readings(wanted, *found, requirement);
      if (is_first || rank(one) < rank(best)) best = one;
      is_first = false;
    }
  }
  return best;
}

}  // namespace hornbook::engage::algebra

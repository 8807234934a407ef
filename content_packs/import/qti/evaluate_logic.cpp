// Operators that tell whether something is so. A truth that cannot be told is NULL.
#include <algorithm>
#include <array>
#include <cmath>

#include "content_packs/import/qti/evaluate.hpp"
#include "content_packs/import/qti/rounding.hpp"
#include "content_packs/import/spelling.hpp"

namespace hornbook::content::qti {
namespace {

struct Truths {
  std::size_t yes = 0;
  std::size_t no = 0;
  std::size_t unknown = 0;
};
Truths truths_of(const Call& call) {
  Truths truths;
  for (const Value& operand : call.operands) {
    const auto truth = truth_of(operand);
    ++(!truth ? truths.unknown : *truth ? truths.yes : truths.no);
  }
  return truths;
}

Result<Value> all(const Call& call) {
  const Truths truths = truths_of(call);
  if (truths.no > 0) return single(false);
  return truths.unknown > 0 ? null_value() : single(true);
}

Result<Value> any(const Call& call) {
  const Truths truths = truths_of(call);
  if (truths.yes > 0) return single(true);
  return truths.unknown > 0 ? null_value() : single(false);
}

Result<Value> negated(const Call& call) {
  const auto truth = truth_of(call.operands[0]);
  return truth ? single(!*truth) : null_value();
}

// Whether at least `min` and at most `max` of them are true.
Result<Value> any_n(const Call& call) {
  const auto least = call.session.number_or_variable(call.element.attribute("min"));
  const auto greatest = call.session.number_or_variable(call.element.attribute("max"));
  if (!least || !greatest) return null_value();
  const Truths truths = truths_of(call);
  const auto sure = static_cast<double>(truths.yes);
  const auto possible = static_cast<double>(truths.yes + truths.unknown);
  if (sure > *greatest || possible < *least) return single(false);
  return sure >= *least && possible <= *greatest ? single(true) : null_value();
}

Result<Value> match(const Call& call) {
  if (call.operands[0].is_null() || call.operands[1].is_null()) return null_value();
  return single(is_same(call.operands[0], call.operands[1]));
}

struct TwoNumbers {
  double first;
  double second;
};
std::optional<TwoNumbers> two_numbers(const Call& call) {
  const auto first = number_of(call.operands[0]);
  const auto second = number_of(call.operands[1]);
  return first && second ? std::optional(TwoNumbers{*first, *second}) : std::nullopt;
}

Result<Value> less(const Call& call) {
  const auto numbers = two_numbers(call);
  return numbers ? single(numbers->first < numbers->second) : null_value();
}
Result<Value> greater(const Call& call) {
  const auto numbers = two_numbers(call);
  return numbers ? single(numbers->first > numbers->second) : null_value();
}
Result<Value> at_most(const Call& call) {
  const auto numbers = two_numbers(call);
  return numbers ? single(numbers->first <= numbers->second) : null_value();
}
Result<Value> at_least(const Call& call) {
  const auto numbers = two_numbers(call);
  return numbers ? single(numbers->first >= numbers->second) : null_value();
}

// One number or two: below and above.
std::optional<TwoNumbers> tolerances(const Call& call) {
  const auto words = words_of(call.element.attribute("tolerance"));
  if (words.empty()) return std::nullopt;
  const auto below = call.session.number_or_variable(words.front());
  const auto above = call.session.number_or_variable(words.back());
  return below && above ? std::optional(TwoNumbers{*below, *above}) : std::nullopt;
}

// An interval around the first holds the second.
Result<Value> equal(const Call& call) {
  const auto numbers = two_numbers(call);
  if (!numbers) return null_value();
  const std::string_view mode = call.element.attribute("toleranceMode");
  if (mode.empty() || mode == "exact")
    return single(!(numbers->first < numbers->second) && !(numbers->second < numbers->first));
  const auto tolerance = tolerances(call);
  if (!tolerance) return null_value();
  const bool is_relative = mode == "relative";
  const double unit = is_relative ? std::abs(numbers->first) / 100 : 1;
  const double low = numbers->first - tolerance->first * unit;
  const double high = numbers->first + tolerance->second * unit;
  const double y = numbers->second;
  const bool above = call.element.truth("includeLowerBound", true) ? y >= low : y > low;
  const bool below = call.element.truth("includeUpperBound", true) ? y <= high : y < high;
  return single(above && below);
}

Result<Value> equal_rounded(const Call& call) {
  const auto numbers = two_numbers(call);
  const auto figures = call.session.number_or_variable(call.element.attribute("figures"));
  if (!numbers || !figures) return null_value();
  const bool is_significant = call.element.attribute("roundingMode") != "decimalPlaces";
  const auto first = rounded_to(numbers->first, *figures, is_significant);
  const auto second = rounded_to(numbers->second, *figures, is_significant);
  return first && second ? single(!(*first < *second) && !(*second < *first)) : null_value();
}

Result<Value> inside(const Call& call) {
  const Value& points = call.operands[0];
  const auto area = read_area(call.element);
  if (points.is_null() || !area) return null_value();
  return single(std::any_of(points.scalars.begin(), points.scalars.end(), [&](const Scalar& scalar) {
    const auto* point = std::get_if<Point>(&scalar);
    return point != nullptr && area->holds(*point);
  }));
}

constexpr std::array<OperatorRow, 14> rows = {{
    {"and", 1, any_number, all},
    {"or", 1, any_number, any},
    {"not", 1, 1, negated},
    {"anyN", 1, any_number, any_n},
    {"match", 2, 2, match},
    {"lt", 2, 2, less},
    {"gt", 2, 2, greater},
    {"lte", 2, 2, at_most},
    {"gte", 2, 2, at_least},
    {"durationLT", 2, 2, less},
    {"durationGTE", 2, 2, at_least},
    {"equal", 2, 2, equal},
    {"equalRounded", 2, 2, equal_rounded},
    {"inside", 1, 1, inside},
}};

}  // namespace

const OperatorRow* logic_operator(std::string_view name) { return row_called(rows, name); }

}  // namespace hornbook::content::qti

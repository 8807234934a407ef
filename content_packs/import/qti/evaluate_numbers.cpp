// Operators that compute numbers. Whole numbers stay whole where the operator allows; what has no value is NULL.
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "content_packs/import/qti/evaluate.hpp"
#include "content_packs/import/qti/rounding.hpp"
#include "content_packs/import/qti/statistics.hpp"

namespace hornbook::content::qti {
namespace {

constexpr double whole_max = 9e15;  // doubles below are exact whole numbers

struct Numbers {
  std::vector<double> values;
  bool are_whole = true;
};

// Those of all operands, containers included; nothing when one is NULL or no number.
std::optional<Numbers> numbers_of(const Call& call) {
  Numbers numbers;
  for (const Value& operand : call.operands) {
    if (operand.is_null()) return std::nullopt;
    for (const Scalar& scalar : operand.scalars) {
      const auto number = number_of(scalar);
      if (!number) return std::nullopt;
      numbers.values.push_back(*number);
      numbers.are_whole = numbers.are_whole && std::holds_alternative<std::int64_t>(scalar);
    }
  }
  return numbers;
}

Value number(double value, bool is_whole) {
  if (!std::isfinite(value)) return null_value();
  if (is_whole && std::abs(value) < whole_max) return single(static_cast<std::int64_t>(value));
  return single(value);
}

Result<Value> sum(const Call& call) {
  const auto numbers = numbers_of(call);
  if (!numbers) return null_value();
  return number(std::accumulate(numbers->values.begin(), numbers->values.end(), 0.0), numbers->are_whole);
}

Result<Value> product(const Call& call) {
  const auto numbers = numbers_of(call);
  if (!numbers) return null_value();
  return number(std::accumulate(numbers->values.begin(), numbers->values.end(), 1.0, std::multiplies<>()),
                numbers->are_whole);
}

Result<Value> greatest(const Call& call) {
  const auto numbers = numbers_of(call);
  if (!numbers || numbers->values.empty()) return null_value();
  return number(*std::max_element(numbers->values.begin(), numbers->values.end()), numbers->are_whole);
}

Result<Value> least(const Call& call) {
  const auto numbers = numbers_of(call);
  if (!numbers || numbers->values.empty()) return null_value();
  return number(*std::min_element(numbers->values.begin(), numbers->values.end()), numbers->are_whole);
}

template <class Compute>
Result<Value> of_two(const Call& call, bool is_whole, Compute compute) {
  const auto numbers = numbers_of(call);
  if (!numbers || numbers->values.size() != 2) return null_value();
  return number(compute(numbers->values[0], numbers->values[1]), is_whole && numbers->are_whole);
}

Result<Value> subtract(const Call& call) {
  return of_two(call, true, [](double a, double b) { return a - b; });
}
Result<Value> divide(const Call& call) {
  return of_two(call, false, [](double a, double b) { return a / b; });
}
Result<Value> power(const Call& call) {
  return of_two(call, true, [](double a, double b) { return std::pow(a, b); });
}
Result<Value> integer_divide(const Call& call) {
  return of_two(call, true, [](double a, double b) { return std::floor(a / b); });
}
Result<Value> integer_modulus(const Call& call) {
  return of_two(call, true, [](double a, double b) { return a - b * std::floor(a / b); });
}

template <class Compute>
Result<Value> of_one(const Call& call, bool is_whole, Compute compute) {
  const auto numbers = numbers_of(call);
  if (!numbers || numbers->values.size() != 1) return null_value();
  return number(compute(numbers->values[0]), is_whole);
}

Result<Value> truncate(const Call& call) {
  return of_one(call, true, [](double a) { return std::trunc(a); });
}
Result<Value> round(const Call& call) {
  return of_one(call, true, [](double a) { return std::floor(a + 0.5); });
}
Result<Value> integer_to_float(const Call& call) {
  return of_one(call, false, [](double a) { return a; });
}

Result<Value> round_to(const Call& call) {
  const auto value = number_of(call.operands[0]);
  const auto figures = call.session.number_or_variable(call.element.attribute("figures"));
  if (!value || !figures) return null_value();
  const auto rounded = rounded_to(*value, *figures, call.element.attribute("roundingMode") != "decimalPlaces");
  return rounded ? single(*rounded) : null_value();
}

// By Euclid, over all of them.
template <class Combine>
Result<Value> of_whole_numbers(const Call& call, Combine combine) {
  const auto numbers = numbers_of(call);
  if (!numbers || numbers->values.empty() || !numbers->are_whole) return null_value();
  std::int64_t result = static_cast<std::int64_t>(numbers->values.front());
  for (const double each : numbers->values) {
    if (std::abs(each) >= whole_max || std::abs(static_cast<double>(result)) >= whole_max) return null_value();
    result = combine(result, static_cast<std::int64_t>(each));
  }
  return single(std::abs(result));
}
Result<Value> gcd(const Call& call) {
  return of_whole_numbers(call, [](std::int64_t a, std::int64_t b) { return std::gcd(a, b); });
}
Result<Value> lcm(const Call& call) {
  return of_whole_numbers(call, [](std::int64_t a, std::int64_t b) -> std::int64_t {
    if (a == 0 || b == 0) return 0;
    const double size = std::abs(static_cast<double>(a) / static_cast<double>(std::gcd(a, b)) * static_cast<double>(b));
    return size < whole_max ? static_cast<std::int64_t>(size) : static_cast<std::int64_t>(whole_max);
  });
}

Result<Value> math_operator(const Call& call) {
  const auto numbers = numbers_of(call);
  if (!numbers) return null_value();
  const std::string_view name = call.element.attribute("name");
  const auto result = function_of(name, numbers->values);
  if (!result) return fail(ErrorCode::BadInput, "QTI expression", "there is no function \"" + std::string(name) + "\"");
  return number(*result, name == "floor" || name == "ceil" || name == "signum");
}

Result<Value> stats_operator(const Call& call) {
  const auto numbers = numbers_of(call);
  if (!numbers || numbers->values.empty()) return null_value();
  const std::string_view name = call.element.attribute("name");
  const auto result = statistic_of(name, numbers->values);
  if (!result)
    return fail(ErrorCode::BadInput, "QTI expression", "there is no statistic \"" + std::string(name) + "\"");
  return number(*result, false);
}

constexpr std::array<OperatorRow, 17> rows = {{
    {"sum", 1, any_number, sum},
    {"product", 1, any_number, product},
    {"max", 1, any_number, greatest},
    {"min", 1, any_number, least},
    {"subtract", 2, 2, subtract},
    {"divide", 2, 2, divide},
    {"power", 2, 2, power},
    {"integerDivide", 2, 2, integer_divide},
    {"integerModulus", 2, 2, integer_modulus},
    {"truncate", 1, 1, truncate},
    {"round", 1, 1, round},
    {"roundTo", 1, 1, round_to},
    {"integerToFloat", 1, 1, integer_to_float},
    {"gcd", 1, any_number, gcd},
    {"lcm", 1, any_number, lcm},
    {"mathOperator", 1, 2, math_operator},
    {"statsOperator", 1, 1, stats_operator},
}};

}  // namespace

std::optional<double> rounded_to(double number, double figures, bool is_significant) {
  const double figures_min = is_significant ? 1 : 0;
  if (figures < figures_min || figures > 15 || !std::isfinite(number)) return std::nullopt;
  if (number == 0) return 0;
  const double digits = is_significant ? figures - 1 - std::floor(std::log10(std::abs(number))) : std::trunc(figures);
  if (std::abs(digits) > 300) return std::nullopt;
  const double scale = std::pow(10.0, digits);
  const double scaled = std::floor(number * scale + 0.5);
  return std::isfinite(scaled) ? std::optional(scaled / scale) : std::nullopt;
}

const OperatorRow* number_operator(std::string_view name) { return row_called(rows, name); }

}  // namespace hornbook::content::qti

#include "content_packs/import/qti/statistics.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

namespace hornbook::content::qti {
namespace {

struct NamedFunction {
  std::string_view name;
  double (*run)(double);
};

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

double sign(double x) { return x > 0 ? 1 : x < 0 ? -1 : 0; }

constexpr std::array<NamedFunction, 25> functions = {{
    {"sin", [](double x) { return std::sin(x); }},
    {"cos", [](double x) { return std::cos(x); }},
    {"tan", [](double x) { return std::tan(x); }},
    {"sec", [](double x) { return 1 / std::cos(x); }},
    {"csc", [](double x) { return 1 / std::sin(x); }},
    {"cot", [](double x) { return 1 / std::tan(x); }},
    {"asin", [](double x) { return std::asin(x); }},
    {"acos", [](double x) { return std::acos(x); }},
    {"atan", [](double x) { return std::atan(x); }},
    {"asec", [](double x) { return std::acos(1 / x); }},
    {"acsc", [](double x) { return std::asin(1 / x); }},
    {"acot", [](double x) { return std::numbers::pi / 2 - std::atan(x); }},
    {"sinh", [](double x) { return std::sinh(x); }},
    {"cosh", [](double x) { return std::cosh(x); }},
    {"tanh", [](double x) { return std::tanh(x); }},
    {"sech", [](double x) { return 1 / std::cosh(x); }},
    {"csch", [](double x) { return 1 / std::sinh(x); }},
    {"coth", [](double x) { return 1 / std::tanh(x); }},
    {"log", [](double x) { return std::log10(x); }},
    {"ln", [](double x) { return std::log(x); }},
    {"exp", [](double x) { return std::exp(x); }},
    {"abs", [](double x) { return std::abs(x); }},
    {"signum", sign},
    {"floor", [](double x) { return std::floor(x); }},
    {"ceil", [](double x) { return std::ceil(x); }},
}};

}  // namespace

std::optional<double> function_of(std::string_view name, const std::vector<double>& numbers) {
  if (name == "atan2") return numbers.size() == 2 ? std::atan2(numbers[0], numbers[1]) : nothing;
  if (name == "toDegrees") return numbers.size() == 1 ? numbers[0] * 180 / std::numbers::pi : nothing;
  if (name == "toRadians") return numbers.size() == 1 ? numbers[0] * std::numbers::pi / 180 : nothing;
  for (const NamedFunction& each : functions)
    if (each.name == name) return numbers.size() == 1 ? each.run(numbers[0]) : nothing;
  return std::nullopt;
}

std::optional<double> statistic_of(std::string_view name, const std::vector<double>& numbers) {
  const auto count = static_cast<double>(numbers.size());
  const double mean = std::accumulate(numbers.begin(), numbers.end(), 0.0) / count;
  if (name == "mean") return mean;
  double squares = 0;
  for (const double each : numbers) squares += (each - mean) * (each - mean);
  const double sample = count > 1 ? squares / (count - 1) : nothing;
  if (name == "sampleVariance") return sample;
  if (name == "sampleSD") return std::sqrt(sample);
  if (name == "popVariance") return squares / count;
  if (name == "popSD") return std::sqrt(squares / count);
  return std::nullopt;
}

}  // namespace hornbook::content::qti

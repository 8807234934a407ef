// Where values lie on the grid of a plot.
#include "runtime/engage/kinds/plot/plot.hpp"

namespace hornbook::engage {
namespace {

Result<bool> lies_on(const Plot& task, const LineEquation& line, PlotPlace place) {
  TRY_ASSIGN(const Rational x, value_at(task.x, place.x));
  TRY_ASSIGN(const Rational y, value_at(task.y, place.y));
  TRY_ASSIGN(const Rational first, multiply(line.a, x));
  TRY_ASSIGN(const Rational second, multiply(line.b, y));
  TRY_ASSIGN(const Rational sum, add(first, second));
  return sum == line.c;
}

Result<Rational> steps_to(const PlotAxis& axis, Rational value) {
  TRY_ASSIGN(const Rational offset, subtract(value, axis.from));
  return divide(offset, axis.step);
}

}  // namespace

Result<Rational> value_at(const PlotAxis& axis, std::uint32_t step) {
  TRY_ASSIGN(const Rational offset, multiply(axis.step, Rational::whole(static_cast<std::int32_t>(step))));
  return add(axis.from, offset);
}

std::optional<std::uint32_t> step_at(const PlotAxis& axis, Rational value) {
  if (value < axis.from || value > axis.to) return std::nullopt;
  const auto steps = steps_to(axis, value);
  if (!steps || steps->denominator() != 1) return std::nullopt;
  return static_cast<std::uint32_t>(steps->numerator());
}

bool is_on(const Plot& task, const LineEquation& line, PlotPlace place) {
  return lies_on(task, line, place).value_or(false);
}

std::optional<std::array<PlotPlace, 2>> ends_on_grid(const Plot& task, const LineEquation& line) {
  std::optional<PlotPlace> first;
  PlotPlace last;
  for (std::uint32_t x = 0; x <= task.x.steps; ++x)
    for (std::uint32_t y = 0; y <= task.y.steps; ++y) {
      if (!is_on(task, line, {x, y})) continue;
      last = {x, y};
      if (!first) first = last;
    }
  if (!first || *first == last) return std::nullopt;
  return std::array{*first, last};
}

}  // namespace hornbook::engage

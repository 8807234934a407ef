#include "runtime/core/limits.hpp"
#include "runtime/engage/kinds/number_line/number_line.hpp"
#include "runtime/engage/source/item_parts.hpp"
#include "runtime/engage/template/compose.hpp"

namespace hornbook::engage {
namespace {

// The tick that stands for `value`; nothing when it is beyond the line's ends.
Result<std::optional<std::uint32_t>> tick_of(const NumberLine& line, Rational value) {
  if (value < line.from || value > line.to) return std::optional<std::uint32_t>();
  TRY_ASSIGN(const Rational length, subtract(line.to, line.from));
  TRY_ASSIGN(const Rational offset, subtract(value, line.from));
  TRY_ASSIGN(const Rational share, divide(offset, length));
  TRY_ASSIGN(const Rational tick, multiply(share, Rational::whole(static_cast<std::int32_t>(line.intervals))));
  if (tick.denominator() != 1) return senseless(to_text(value) + " is on no tick of the number line");
  return std::optional<std::uint32_t>(static_cast<std::uint32_t>(tick.numerator()));
}

}  // namespace

Read<NumberLineTemplate> NumberLineTemplate::read(Fields& fields, const ItemParts& parts) {
  TRY_ASSIGN(Expression from, ItemParts::expression(fields, "from"));
  TRY_ASSIGN(Expression to, ItemParts::expression(fields, "to"));
  TRY_ASSIGN(Expression intervals, ItemParts::expression(fields, "intervals"));
  TRY_ASSIGN(Expression label_every, ItemParts::expression_or(fields, "label_every", "0"));
  TRY_ASSIGN(Expression answer, ItemParts::expression(fields, "answer"));
  TRY_ASSIGN(auto wrong, parts.wrong_numbers(fields));
  return NumberLineTemplate{std::move(from),        std::move(to),     std::move(intervals),
                            std::move(label_every), std::move(answer), std::move(wrong)};
}

Result<NumberLine> compose(const NumberLineTemplate& source, const Composer& composer, SeededRandom&) {
  const Values& values = composer.values();
  NumberLine result;
  TRY_ASSIGN(result.from, source.from.number(values));
  TRY_ASSIGN(result.to, source.to.number(values));
  if (result.from >= result.to) return senseless("the number line ends before it starts");
  constexpr auto intervals_max = static_cast<std::int64_t>(limits::number_line_intervals_max);
  TRY_ASSIGN(const std::int64_t intervals, source.intervals.whole(values, 1, intervals_max));
  result.intervals = static_cast<std::uint32_t>(intervals);
  TRY_ASSIGN(const std::int64_t label_every, source.label_every.whole(values, 0, intervals));
  result.label_every = static_cast<std::uint32_t>(label_every);
  TRY_ASSIGN(const Rational answer, source.answer.number(values));
  TRY_ASSIGN(const auto target, tick_of(result, answer));
  if (!target) return senseless("the answer is not on the number line");
  result.target_tick = *target;
  TRY_ASSIGN(auto wrong, composer.wrong_numbers(source.wrong, answer));
  for (ExpectedWrongNumber& each : wrong) {
    TRY_ASSIGN(const auto tick, tick_of(result, each.value));
    if (tick) result.wrong.push_back({*tick, std::move(each.wrong)});
  }
  return result;
}

}  // namespace hornbook::engage

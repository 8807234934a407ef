// The four kinds of task.
#include <algorithm>

#include "runtime/core/limits.hpp"
#include "runtime/engage/template/compose.hpp"

namespace hornbook::engage {
namespace {

tl::unexpected<Error> senseless(std::string sentence) { return fail(ErrorCode::BadInput, "item", std::move(sentence)); }

struct Line {
  Rational from;
  Rational to;
  std::uint32_t intervals = 1;
};

// The tick that stands for `value`; nothing when it is beyond the line's ends.
Result<std::optional<std::uint32_t>> tick_of(const Line& line, Rational value) {
  if (value < line.from || value > line.to) return std::optional<std::uint32_t>();
  TRY_ASSIGN(const Rational length, subtract(line.to, line.from));
  TRY_ASSIGN(const Rational offset, subtract(value, line.from));
  TRY_ASSIGN(const Rational share, divide(offset, length));
  TRY_ASSIGN(const Rational tick, multiply(share, Rational::whole(static_cast<std::int32_t>(line.intervals))));
  if (tick.denominator() != 1) return senseless(to_text(value) + " is on no tick of the number line");
  return std::optional<std::uint32_t>(static_cast<std::uint32_t>(tick.numerator()));
}

// From the first place to the last.
Result<std::vector<std::uint8_t>> order_by_value(const std::vector<Rational>& values, bool descending) {
  std::vector<std::uint8_t> order;
  for (std::size_t i = 0; i < values.size(); ++i) order.push_back(static_cast<std::uint8_t>(i));
  std::sort(order.begin(), order.end(),
            [&](std::uint8_t a, std::uint8_t b) { return descending ? values[a] > values[b] : values[a] < values[b]; });
  for (std::size_t i = 1; i < order.size(); ++i)
    if (values[order[i - 1]] == values[order[i]]) return senseless("two tiles have the same value");
  return order;
}

bool is_in_order(const std::vector<Tile>& tiles, const std::vector<std::uint8_t>& order) {
  return std::equal(tiles.begin(), tiles.end(), order.begin(), order.end(),
                    [](const Tile& tile, std::uint8_t index) { return tile.source_index == index; });
}

}  // namespace

Result<Choice> Composer::choice(const ChoiceTemplate& source) const {
  Choice result;
  TRY_ASSIGN(result.text, text(source.text));
  TRY_ASSIGN(result.figure, figure(source.figure));
  TRY_ASSIGN(result.correct, source.correct.truth(values()));
  TRY_ASSIGN(result.wrong, wrong_answer(source.wrong));
  return result;
}

Result<Task> Composer::compose(const MultipleChoiceTemplate& source, SeededRandom& random) const {
  MultipleChoice result;
  std::size_t correct = 0;
  for (const ChoiceTemplate& each : source.choices) {
    TRY_ASSIGN(Choice composed, choice(each));
    composed.source_index = static_cast<std::uint8_t>(result.choices.size());
    correct += composed.correct ? 1 : 0;
    result.choices.push_back(std::move(composed));
  }
  if (correct != 1) return senseless("exactly one choice must be correct, here " + std::to_string(correct) + " are");
  if (source.shuffled) random.shuffle(result.choices);
  return Task(std::move(result));
}

Result<Task> Composer::compose(const NumberEntryTemplate& source, SeededRandom&) const {
  NumberEntry result;
  TRY_ASSIGN(result.expected, source.answer.number(values()));
  result.form = source.form;
  TRY_ASSIGN(result.unit, text(source.unit));
  TRY_ASSIGN(result.wrong, wrong_numbers(source.wrong, result.expected));
  return Task(std::move(result));
}

Result<Task> Composer::compose(const OrderTemplate& source, SeededRandom& random) const {
  OrderTask result;
  std::vector<Rational> tile_values;
  for (const TileTemplate& each : source.tiles) {
    Tile tile;
    tile.source_index = static_cast<std::uint8_t>(result.tiles.size());
    TRY_ASSIGN(tile.text, text(each.text));
    TRY_ASSIGN(tile.figure, figure(each.figure));
    TRY_ASSIGN(const Rational value, each.value.number(values()));
    tile_values.push_back(value);
    result.tiles.push_back(std::move(tile));
  }
  TRY_ASSIGN(result.correct_order, order_by_value(tile_values, source.descending));
  TRY_ASSIGN(result.first_label, text(source.first_label));
  TRY_ASSIGN(result.last_label, text(source.last_label));
  TRY_ASSIGN(result.reversed, wrong_answer(source.reversed));
  random.shuffle(result.tiles);
  // The tiles must not lie in the right order already.
  if (is_in_order(result.tiles, result.correct_order))
    std::rotate(result.tiles.begin(), result.tiles.begin() + 1, result.tiles.end());
  return Task(std::move(result));
}

Result<Task> Composer::compose(const NumberLineTemplate& source, SeededRandom&) const {
  Line line;
  TRY_ASSIGN(line.from, source.from.number(values()));
  TRY_ASSIGN(line.to, source.to.number(values()));
  if (line.from >= line.to) return senseless("the number line ends before it starts");
  constexpr auto intervals_max = static_cast<std::int64_t>(limits::number_line_intervals_max);
  TRY_ASSIGN(const std::int64_t intervals, source.intervals.whole(values(), 1, intervals_max));
  line.intervals = static_cast<std::uint32_t>(intervals);
  NumberLine result{line.from, line.to, line.intervals, 0, 0, {}};
  TRY_ASSIGN(const std::int64_t label_every, source.label_every.whole(values(), 0, intervals));
  result.label_every = static_cast<std::uint32_t>(label_every);
  TRY_ASSIGN(const Rational answer, source.answer.number(values()));
  TRY_ASSIGN(const auto target, tick_of(line, answer));
  if (!target) return senseless("the answer is not on the number line");
  result.target_tick = *target;
  TRY_ASSIGN(auto wrong, wrong_numbers(source.wrong, answer));
  for (ExpectedWrongNumber& each : wrong) {
    TRY_ASSIGN(const auto tick, tick_of(line, each.value));
    if (tick) result.wrong.push_back({*tick, std::move(each.wrong)});
  }
  return Task(std::move(result));
}

}  // namespace hornbook::engage

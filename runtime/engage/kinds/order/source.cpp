#include <algorithm>

#include "runtime/core/limits.hpp"
#include "runtime/engage/kinds/order/order.hpp"
#include "runtime/engage/source/item_parts.hpp"
#include "runtime/engage/template/compose.hpp"

namespace hornbook::engage {
namespace {

Read<TileTemplate> read_tile(const Located& entry, const ItemParts& parts) {
  TRY_ASSIGN(Fields fields, Fields::of(entry));
  TRY_ASSIGN(ThingTemplate thing, read_thing(fields, parts));
  TRY_ASSIGN(Expression value, ItemParts::expression(fields, "value"));
  TRY_DONE(fields.end());
  return TileTemplate{std::move(thing), std::move(value)};
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

bool is_in_order(const OrderTask& task) {
  return std::equal(task.tiles.begin(), task.tiles.end(), task.correct_order.begin(), task.correct_order.end(),
                    [](const Tile& tile, std::uint8_t index) { return tile.source_index == index; });
}

}  // namespace

Read<OrderTemplate> OrderTemplate::read(Fields& fields, const ItemParts& parts) {
  OrderTemplate result;
  TRY_ASSIGN(const std::size_t direction, fields.one_of("direction", {"ascending", "descending"}, 0));
  result.descending = direction == 1;
  TRY_ASSIGN(const Located list, fields.required("tiles"));
  TRY_ASSIGN(const auto entries, list.entries(2, limits::item_choices_max));
  for (const Located& entry : entries) {
    TRY_ASSIGN(TileTemplate tile, read_tile(entry, parts));
    result.tiles.push_back(std::move(tile));
  }
  TRY_ASSIGN(result.first_label, parts.optional_texts(fields, "first"));
  TRY_ASSIGN(result.last_label, parts.optional_texts(fields, "last"));
  TRY_ASSIGN(result.reversed, parts.wrong_answer_at(fields, "reversed"));
  return result;
}

Result<OrderTask> compose(const OrderTemplate& source, const Composer& composer, SeededRandom& random) {
  OrderTask result;
  std::vector<Rational> tile_values;
  for (const TileTemplate& each : source.tiles) {
    TRY_ASSIGN(Tile tile, compose_tile(each.thing, composer, result.tiles.size()));
    TRY_ASSIGN(const Rational value, each.value.number(composer.values()));
    tile_values.push_back(value);
    result.tiles.push_back(std::move(tile));
  }
  TRY_ASSIGN(result.correct_order, order_by_value(tile_values, source.descending));
  TRY_ASSIGN(result.first_label, composer.text(source.first_label));
  TRY_ASSIGN(result.last_label, composer.text(source.last_label));
  TRY_ASSIGN(result.reversed, composer.wrong_answer(source.reversed));
  random.shuffle(result.tiles);
  if (is_in_order(result)) std::rotate(result.tiles.begin(), result.tiles.begin() + 1, result.tiles.end());
  return result;
}

}  // namespace hornbook::engage

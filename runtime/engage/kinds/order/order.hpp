// Tiles to put in order. Its answer is a number for each place, from the first to the last: the tile there.
#pragma once

#include "runtime/engage/entry/placements.hpp"
#include "runtime/engage/kinds/thing.hpp"

namespace hornbook::engage {

struct OrderEntry : Placements {};

struct OrderTask {
  using Entry = OrderEntry;
  std::vector<Tile> tiles;                  // in the order shown
  std::vector<std::uint8_t> correct_order;  // source indexes, from the first place to the last
  std::string first_label;                  // such as "smallest"; may be empty
  std::string last_label;
  WrongAnswer reversed;  // when the order is exactly the other way round
};

struct TileTemplate {
  ThingTemplate thing;
  Expression value;
};
struct OrderTemplate {
  using Task = OrderTask;
  static constexpr std::uint8_t number = 3;
  static constexpr std::string_view name = "order";
  [[nodiscard]] static Read<OrderTemplate> read(Fields& fields, const ItemParts& parts);

  std::vector<TileTemplate> tiles;
  bool descending = false;
  Texts first_label;
  Texts last_label;
  WrongAnswerTemplate reversed;
};

// No two tiles have the same value, and they do not lie in the right order already.
[[nodiscard]] Result<OrderTask> compose(const OrderTemplate& source, const Composer& composer, SeededRandom& random);
[[nodiscard]] OrderEntry empty_entry(const OrderTask& task);
[[nodiscard]] bool enter(const OrderTask& task, OrderEntry& entry, const Gesture& gesture);
[[nodiscard]] bool is_complete(const OrderTask& task, const OrderEntry& entry);
[[nodiscard]] Answer to_answer(const OrderTask& task, const OrderEntry& entry);
[[nodiscard]] std::optional<OrderEntry> from_answer(const OrderTask& task, const Answer& answer);
// Credit is the share of neighbours in the right order.
[[nodiscard]] Verdict assess(const OrderTask& task, const OrderEntry& entry);
[[nodiscard]] OrderEntry right_entry(const OrderTask& task);
[[nodiscard]] std::vector<OrderEntry> wrong_entries(const OrderTask& task);
[[nodiscard]] std::optional<Gesture> next_gesture(const OrderTask& task, const OrderEntry& now,
                                                  const OrderEntry& wanted);
[[nodiscard]] Gesture way_back(const OrderTask& task);
[[nodiscard]] std::string in_words(const OrderTask& task, const OrderEntry& entry);
[[nodiscard]] std::vector<std::string> offered(const OrderTask& task);

}  // namespace hornbook::engage

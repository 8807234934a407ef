#include "runtime/engage/kinds/order/order.hpp"

#include <algorithm>

namespace hornbook::engage {
namespace {

OrderEntry entry_with(const std::vector<std::uint8_t>& order) {
  OrderEntry entry;
  entry.slots.assign(order.begin(), order.end());
  return entry;
}

std::size_t place_in(const std::vector<std::uint8_t>& order, std::uint8_t tile) {
  return static_cast<std::size_t>(std::find(order.begin(), order.end(), tile) - order.begin());
}

}  // namespace

OrderEntry empty_entry(const OrderTask& task) {
  OrderEntry entry;
  entry.slots.resize(task.tiles.size());
  return entry;
}

bool enter(const OrderTask& task, OrderEntry& entry, const Gesture& gesture) {
  return enter(static_cast<Placements&>(entry), task.tiles.size(), gesture);
}

bool is_complete(const OrderTask&, const OrderEntry& entry) { return is_full(entry); }

Answer to_answer(const OrderTask&, const OrderEntry& entry) { return to_answer(entry); }

std::optional<OrderEntry> from_answer(const OrderTask& task, const Answer& answer) {
  const auto& given = answer.numbers;
  if (!std::is_permutation(given.begin(), given.end(), task.correct_order.begin(), task.correct_order.end()))
    return std::nullopt;
  return entry_with({given.begin(), given.end()});
}

Verdict assess(const OrderTask& task, const OrderEntry& entry) {
  const auto& correct = task.correct_order;
  if (entry.slots.size() != correct.size() || correct.size() < 2 || !is_complete(task, entry)) return not_yet();
  std::vector<std::uint8_t> given;
  for (const auto& slot : entry.slots) given.push_back(*slot);
  if (given == correct) return right();
  if (std::equal(given.begin(), given.end(), correct.rbegin())) return wrong_as(task.reversed);
  std::size_t in_order = 0;
  for (std::size_t i = 1; i < given.size(); ++i) {
    if (place_in(correct, given[i - 1]) < place_in(correct, given[i])) ++in_order;
  }
  return not_yet(static_cast<std::uint16_t>(in_order * full_credit / (given.size() - 1)));
}

OrderEntry right_entry(const OrderTask& task) { return entry_with(task.correct_order); }

std::vector<OrderEntry> wrong_entries(const OrderTask& task) {
  std::vector<std::uint8_t> swapped = task.correct_order;
  if (swapped.size() > 1) std::swap(swapped[0], swapped[1]);
  return {entry_with({task.correct_order.rbegin(), task.correct_order.rend()}), entry_with(swapped)};
}

std::optional<Gesture> next_gesture(const OrderTask&, const OrderEntry& now, const OrderEntry& wanted) {
  return next_gesture(static_cast<const Placements&>(now), static_cast<const Placements&>(wanted));
}

Gesture way_back(const OrderTask&) { return EraseLast{}; }

std::string in_words(const OrderTask& task, const OrderEntry& entry) {
  std::string words;
  for (const auto& slot : entry.slots) {
    const Tile* tile = thing_at(task.tiles, slot);
    if (tile != nullptr) words.append(words.empty() ? "" : ", ").append(words_for(tile->text, tile->figure));
  }
  return words;
}

std::vector<std::string> offered(const OrderTask& task) { return looks_of(task.tiles); }

}  // namespace hornbook::engage

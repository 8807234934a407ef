// Tiles to sort into bins, each of which holds any number of them. Its answer is a number for each tile, in the pack's
// order: 0 outside the bins, else the bin, counted from 1.
#pragma once

#include "runtime/engage/kinds/thing.hpp"

namespace hornbook::engage {

struct SortEntry {
  std::vector<std::optional<std::uint8_t>> bin_of;  // by the tile's source index
  std::optional<std::uint8_t> in_hand;
  bool operator==(const SortEntry&) const = default;
};

struct SortBin {
  std::string text;
  std::optional<Figure> figure;
};
// Where a tile belongs; nothing: in no bin.
struct SortHome {
  std::optional<std::uint8_t> bin;
  WrongAnswer wrong;  // said when it lies elsewhere
};
struct SortTask {
  using Entry = SortEntry;
  std::vector<SortBin> bins;
  std::vector<Tile> tiles;      // in the order shown
  std::vector<SortHome> homes;  // by the tile's source index
};

struct SortTileTemplate {
  ThingTemplate thing;
  Expression bin;  // from 1; 0: in none
  WrongAnswerTemplate wrong;
};
struct SortTemplate {
  using Task = SortTask;
  static constexpr std::uint8_t number = 8;
  static constexpr std::string_view name = "sort";
  [[nodiscard]] static Read<SortTemplate> read(Fields& fields, const ItemParts& parts);

  std::vector<ThingTemplate> bins;
  std::vector<SortTileTemplate> tiles;
};

// At least one tile belongs in a bin, and no two bins look the same.
[[nodiscard]] Result<SortTask> compose(const SortTemplate& source, const Composer& composer, SeededRandom& random);
[[nodiscard]] SortEntry empty_entry(const SortTask& task);
// Takes PickUp, PutDown and EraseLast. What is in the hand and laid on a tile in a bin goes into that bin.
[[nodiscard]] bool enter(const SortTask& task, SortEntry& entry, const Gesture& gesture);
// Every tile lies in a bin, or, where some belong in none, one at least does.
[[nodiscard]] bool is_complete(const SortTask& task, const SortEntry& entry);
[[nodiscard]] Answer to_answer(const SortTask& task, const SortEntry& entry);
[[nodiscard]] std::optional<SortEntry> from_answer(const SortTask& task, const Answer& answer);
// Credit is the share of the tiles with a bin that lie in it, less as much for each that lies in one and belongs in
// none.
[[nodiscard]] Verdict assess(const SortTask& task, const SortEntry& entry);
[[nodiscard]] SortEntry right_entry(const SortTask& task);
[[nodiscard]] std::vector<SortEntry> wrong_entries(const SortTask& task);
[[nodiscard]] std::optional<Gesture> next_gesture(const SortTask& task, const SortEntry& now, const SortEntry& wanted);
[[nodiscard]] Gesture way_back(const SortTask& task);
[[nodiscard]] std::string in_words(const SortTask& task, const SortEntry& entry);
[[nodiscard]] std::vector<std::string> offered(const SortTask& task);

}  // namespace hornbook::engage

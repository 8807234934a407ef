// Tiles to put to the things that they belong to. Its answer is a number for each of those, in the pack's order: the
// tile there.
#pragma once

#include "runtime/engage/entry/placements.hpp"
#include "runtime/engage/kinds/thing.hpp"

namespace hornbook::engage {

struct MatchEntry : Placements {};  // a slot for each target

struct MatchTarget {
  std::string text;
  std::optional<Figure> figure;
  WrongAnswer wrong;  // said when another tile lies there
};
struct MatchTask {
  using Entry = MatchEntry;
  std::vector<MatchTarget> targets;  // the tile of the same source index belongs there
  std::vector<Tile> tiles;           // in the order shown; those beyond the targets belong nowhere
};

struct PairTemplate {
  ThingTemplate target;
  ThingTemplate tile;
  WrongAnswerTemplate wrong;
};
struct MatchTemplate {
  using Task = MatchTask;
  static constexpr std::uint8_t number = 9;
  static constexpr std::string_view name = "match";
  [[nodiscard]] static Read<MatchTemplate> read(Fields& fields, const ItemParts& parts);

  std::vector<PairTemplate> pairs;
  std::vector<ThingTemplate> extra;  // tiles that belong nowhere
};

// No two targets look the same; nor do two tiles.
[[nodiscard]] Result<MatchTask> compose(const MatchTemplate& source, const Composer& composer, SeededRandom& random);
[[nodiscard]] MatchEntry empty_entry(const MatchTask& task);
[[nodiscard]] bool enter(const MatchTask& task, MatchEntry& entry, const Gesture& gesture);
[[nodiscard]] bool is_complete(const MatchTask& task, const MatchEntry& entry);
[[nodiscard]] Answer to_answer(const MatchTask& task, const MatchEntry& entry);
[[nodiscard]] std::optional<MatchEntry> from_answer(const MatchTask& task, const Answer& answer);
// Credit is the share of targets with their tile.
[[nodiscard]] Verdict assess(const MatchTask& task, const MatchEntry& entry);
[[nodiscard]] MatchEntry right_entry(const MatchTask& task);
[[nodiscard]] std::vector<MatchEntry> wrong_entries(const MatchTask& task);
[[nodiscard]] std::optional<Gesture> next_gesture(const MatchTask& task, const MatchEntry& now,
                                                  const MatchEntry& wanted);
[[nodiscard]] Gesture way_back(const MatchTask& task);
[[nodiscard]] std::string in_words(const MatchTask& task, const MatchEntry& entry);
[[nodiscard]] std::vector<std::string> offered(const MatchTask& task);

}  // namespace hornbook::engage

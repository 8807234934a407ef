// Tiles to carry onto places of a picture. Its answer is a number for each place, in the pack's order: the tile there.
// Whatever it has in common with tiles that belong to things is told by runtime/engage/kinds/match.
#pragma once

#include "runtime/engage/kinds/match/match.hpp"
#include "runtime/engage/kinds/picture_map.hpp"

namespace hornbook::engage {

struct LabelEntry : MatchEntry {};

struct LabelTask {
  using Entry = LabelEntry;
  PictureMap picture;
  MatchTask match;               // a target's text describes its place
  std::vector<PicturePoint> at;  // of each target
};

struct LabelTemplate {
  using Task = LabelTask;
  static constexpr std::uint8_t number = 15;
  static constexpr std::string_view name = "label";
  [[nodiscard]] static Read<LabelTemplate> read(Fields& fields, const ItemParts& parts);

  PictureMapTemplate picture;
  MatchTemplate match;
  std::vector<PicturePoint> at;
};

// No two places have the same description; no two tiles look the same.
[[nodiscard]] Result<LabelTask> compose(const LabelTemplate& source, const Composer& composer, SeededRandom& random);
[[nodiscard]] LabelEntry empty_entry(const LabelTask& task);
[[nodiscard]] bool enter(const LabelTask& task, LabelEntry& entry, const Gesture& gesture);
[[nodiscard]] bool is_complete(const LabelTask& task, const LabelEntry& entry);
[[nodiscard]] Answer to_answer(const LabelTask& task, const LabelEntry& entry);
[[nodiscard]] std::optional<LabelEntry> from_answer(const LabelTask& task, const Answer& answer);
// Credit is the share of places with their tile.
[[nodiscard]] Verdict assess(const LabelTask& task, const LabelEntry& entry);
[[nodiscard]] LabelEntry right_entry(const LabelTask& task);
[[nodiscard]] std::vector<LabelEntry> wrong_entries(const LabelTask& task);
[[nodiscard]] std::optional<Gesture> next_gesture(const LabelTask& task, const LabelEntry& now,
                                                  const LabelEntry& wanted);
[[nodiscard]] Gesture way_back(const LabelTask& task);
[[nodiscard]] std::string in_words(const LabelTask& task, const LabelEntry& entry);
[[nodiscard]] std::vector<std::string> offered(const LabelTask& task);

}  // namespace hornbook::engage

// Areas to find on a picture. Its answer is a number for each area taken, ascending.
#pragma once

#include "runtime/engage/kinds/chosen.hpp"
#include "runtime/engage/kinds/picture_map.hpp"

namespace hornbook::engage {

struct HotSpotEntry {
  Chosen chosen;
  bool operator==(const HotSpotEntry&) const = default;
};

struct HotArea {
  std::uint8_t source_index = 0;
  PictureShape shape;
  std::string description;
  bool correct = false;
  WrongAnswer wrong;  // said when it is taken and not correct
};
struct HotSpot {
  using Entry = HotSpotEntry;
  PictureMap picture;
  bool several = false;        // all that are right are to be found; otherwise any one of them will do
  std::vector<HotArea> areas;  // in the order of the source; where two overlap, the later one lies above
};

struct HotAreaTemplate {
  PictureShape shape;
  Texts description;
  Expression correct;
  WrongAnswerTemplate wrong;
};
struct HotSpotTemplate {
  using Task = HotSpot;
  static constexpr std::uint8_t number = 12;
  static constexpr std::string_view name = "hot_spot";
  [[nodiscard]] static Read<HotSpotTemplate> read(Fields& fields, const ItemParts& parts);

  PictureMapTemplate picture;
  bool several = false;
  std::vector<HotAreaTemplate> areas;
};

// At least one area is right, each can be touched, and no two have the same description.
[[nodiscard]] Result<HotSpot> compose(const HotSpotTemplate& source, const Composer& composer, SeededRandom& random);
[[nodiscard]] HotSpotEntry empty_entry(const HotSpot& task);
// Takes Choose and PointAt; outside of every area that does nothing.
[[nodiscard]] bool enter(const HotSpot& task, HotSpotEntry& entry, const Gesture& gesture);
[[nodiscard]] bool is_complete(const HotSpot& task, const HotSpotEntry& entry);
[[nodiscard]] Answer to_answer(const HotSpot& task, const HotSpotEntry& entry);
[[nodiscard]] std::optional<HotSpotEntry> from_answer(const HotSpot& task, const Answer& answer);
// Where several are to be found, credit is the share of right areas taken, less as much for each that is not right.
[[nodiscard]] Verdict assess(const HotSpot& task, const HotSpotEntry& entry);
[[nodiscard]] HotSpotEntry right_entry(const HotSpot& task);
[[nodiscard]] std::vector<HotSpotEntry> wrong_entries(const HotSpot& task);
[[nodiscard]] std::optional<Gesture> next_gesture(const HotSpot& task, const HotSpotEntry& now,
                                                  const HotSpotEntry& wanted);
[[nodiscard]] Gesture way_back(const HotSpot& task);
[[nodiscard]] std::string in_words(const HotSpot& task, const HotSpotEntry& entry);
[[nodiscard]] std::vector<std::string> offered(const HotSpot& task);

// The place in the area, and in no other above it, that is nearest to its middle; nothing when there is none.
[[nodiscard]] std::optional<PicturePoint> place_to_touch(const HotSpot& task, const HotArea& area);

}  // namespace hornbook::engage

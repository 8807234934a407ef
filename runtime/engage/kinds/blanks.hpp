// Blanks to fill, each in its own way: words or a number that are typed, one of several choices, or a tile from a bank
// that they share. What the kinds of task have in common that hold them in a text or a table.
//
// Their answer has, in the pack's order, a text for each blank that is typed and a number for each other: the choice or
// the tile.
#pragma once

#include "runtime/engage/kinds/multiple_choice/multiple_choice.hpp"
#include "runtime/engage/kinds/number_entry/number_entry.hpp"
#include "runtime/engage/kinds/short_text/short_text.hpp"
#include "runtime/engage/kinds/thing.hpp"

namespace hornbook::engage {

// Any tile that looks like this one belongs here.
struct TileBlank {
  std::uint8_t tile = 0;  // source index
  WrongAnswer wrong;      // said when another lies there
};
using Blank = std::variant<ShortText, NumberEntry, MultipleChoice, TileBlank>;

struct Blanks {
  std::vector<Blank> blanks;   // 1 … limits::blanks_max
  std::vector<Tile> tiles;     // in the order shown; those that no blank names belong nowhere
  bool reuse = false;          // a tile stays in the bank when it is taken
  std::vector<bool> optional;  // as the blanks, those that need not be filled and do not count; empty: none

  [[nodiscard]] bool counts(std::size_t at) const { return at >= optional.size() || !optional[at]; }
};

struct TileFilling {
  std::optional<std::uint8_t> tile;
  bool operator==(const TileFilling&) const = default;
};
using Filling = std::variant<ShortTextEntry, NumberEntryText, ChoiceEntry, TileFilling>;

struct BlanksEntry {
  std::vector<Filling> fillings;        // as the blanks
  std::vector<bool> kept;               // was right when the learner looked again, and has not been touched since
  std::uint8_t at = 0;                  // where the learner is
  std::optional<std::uint8_t> in_hand;  // a tile
  bool operator==(const BlanksEntry&) const = default;
};

struct TileBlankTemplate {
  ThingTemplate tile;
  WrongAnswerTemplate wrong;
};
using BlankTemplate = std::variant<ShortTextTemplate, NumberEntryTemplate, MultipleChoiceTemplate, TileBlankTemplate>;
struct BlanksTemplate {
  std::vector<BlankTemplate> blanks;
  std::vector<ThingTemplate> extra;  // tiles that belong nowhere
  bool reuse = false;
  std::vector<bool> optional;
};

// One blank: a field with the name of a task, as that task, or "tile", "misconception" and "feedback".
[[nodiscard]] Read<BlankTemplate> read_blank(const Located& entry, const ItemParts& parts);
// The fields "extra" and "reuse".
[[nodiscard]] Read<void> read_bank(Fields& fields, const ItemParts& parts, BlanksTemplate& blanks);
[[nodiscard]] Result<Blanks> compose_blanks(const BlanksTemplate& source, const Composer& composer,
                                            SeededRandom& random);

[[nodiscard]] BlanksEntry empty_fillings(const Blanks& blanks);
[[nodiscard]] bool enter(const Blanks& blanks, BlanksEntry& entry, const Gesture& gesture);
[[nodiscard]] bool is_filled(const Blanks& blanks, const BlanksEntry& entry, std::size_t at);
[[nodiscard]] bool are_filled(const Blanks& blanks, const BlanksEntry& entry);
[[nodiscard]] bool is_right(const Blanks& blanks, const BlanksEntry& entry, std::size_t at);
[[nodiscard]] Answer to_answer(const BlanksEntry& entry);
// Nothing when the answer does not fit.
[[nodiscard]] std::optional<BlanksEntry> fillings_of(const Blanks& blanks, const Answer& answer);
// Credit is the share of blanks that count and are right; what is said is said of the first that is not.
[[nodiscard]] Verdict assess_blanks(const Blanks& blanks, const BlanksEntry& entry);
[[nodiscard]] BlanksEntry right_fillings(const Blanks& blanks);
[[nodiscard]] std::vector<BlanksEntry> wrong_fillings(const Blanks& blanks);
[[nodiscard]] std::optional<Gesture> next_gesture(const Blanks& blanks, const BlanksEntry& now,
                                                  const BlanksEntry& wanted);
// What stands in each blank, with markup.
[[nodiscard]] std::vector<std::string> words_in(const Blanks& blanks, const BlanksEntry& entry);
// The tiles as they look, each look once.
[[nodiscard]] std::vector<std::string> offered_tiles(const Blanks& blanks);

}  // namespace hornbook::engage

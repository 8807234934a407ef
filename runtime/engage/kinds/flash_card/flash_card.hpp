// A card with a front and a back: the learner recalls, turns it, and says how well that went. Nothing is typed and
// nothing is checked: retrieval and judging it are the exercise (Karpicke & Roediger 2008). Its answer is one number:
// the rating, as the scheduler FSRS numbers it (Ye 2022).
#pragma once

#include "runtime/engage/kinds/pieces.hpp"

namespace hornbook::engage {

enum class Recall : std::uint8_t { NotYet = 1, Hard = 2, Good = 3, Easy = 4 };
inline constexpr std::array recalls{Recall::NotYet, Recall::Hard, Recall::Good, Recall::Easy};

// Choose{turn_card} turns the card, back and forth; Choose of a rating's number takes it, once the back was seen.
inline constexpr std::uint8_t turn_card = 0;

struct FlashCardEntry {
  bool back_up = false;
  std::optional<Recall> recall;
  bool operator==(const FlashCardEntry&) const = default;
};

struct CardSide {
  std::string text;
  std::optional<Figure> figure;
};
struct FlashCard {
  using Entry = FlashCardEntry;
  CardSide front;
  CardSide back;
};

struct CardSideTemplate {
  Texts text;
  std::optional<FigureTemplate> figure;
};
struct FlashCardTemplate {
  using Task = FlashCard;
  static constexpr std::uint8_t number = 16;
  static constexpr std::string_view name = "flash_card";
  [[nodiscard]] static Read<FlashCardTemplate> read(Fields& fields, const ItemParts& parts);

  CardSideTemplate front;
  CardSideTemplate back;
};

// The sides differ.
[[nodiscard]] Result<FlashCard> compose(const FlashCardTemplate& source, const Composer& composer,
                                        SeededRandom& random);
[[nodiscard]] FlashCardEntry empty_entry(const FlashCard& task);
[[nodiscard]] bool enter(const FlashCard& task, FlashCardEntry& entry, const Gesture& gesture);
[[nodiscard]] bool is_complete(const FlashCard& task, const FlashCardEntry& entry);
[[nodiscard]] Answer to_answer(const FlashCard& task, const FlashCardEntry& entry);
[[nodiscard]] std::optional<FlashCardEntry> from_answer(const FlashCard& task, const Answer& answer);
// "Not yet" is not correct, the other ratings are; there is no second try.
[[nodiscard]] Verdict assess(const FlashCard& task, const FlashCardEntry& entry);
[[nodiscard]] FlashCardEntry right_entry(const FlashCard& task);
[[nodiscard]] std::vector<FlashCardEntry> wrong_entries(const FlashCard& task);
[[nodiscard]] std::optional<Gesture> next_gesture(const FlashCard& task, const FlashCardEntry& now,
                                                  const FlashCardEntry& wanted);
[[nodiscard]] Gesture way_back(const FlashCard& task);
// What the back says.
[[nodiscard]] std::string in_words(const FlashCard& task, const FlashCardEntry& entry);
[[nodiscard]] std::vector<std::string> offered(const FlashCard& task);

}  // namespace hornbook::engage

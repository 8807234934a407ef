// Words that are typed, in any script. Its answer is one text, as typed. What counts as the same words:
// runtime/engage/entry/compare_words.hpp.
#pragma once

#include "runtime/engage/entry/compare_words.hpp"
#include "runtime/engage/entry/typed_text.hpp"
#include "runtime/engage/kinds/pieces.hpp"

namespace hornbook::engage {

struct ShortTextEntry : TypedText {};

struct ExpectedNearText {
  std::string answer;
  WrongAnswer wrong;
};
struct ShortText {
  using Entry = ShortTextEntry;
  std::string expected;
  std::vector<std::string> accepted;  // right as well
  LetterCase letter_case = LetterCase::Ignore;
  std::vector<ExpectedNearText> near;  // mistakes to recognise
};

struct NearTextTemplate {
  Texts answer;
  WrongAnswerTemplate wrong;
};
struct ShortTextTemplate {
  using Task = ShortText;
  static constexpr std::uint8_t number = 6;
  static constexpr std::string_view name = "short_text";
  [[nodiscard]] static Read<ShortTextTemplate> read(Fields& fields, const ItemParts& parts);

  Texts answer;
  std::vector<Texts> accept;
  LetterCase letter_case = LetterCase::Ignore;
  std::vector<NearTextTemplate> near;
};

[[nodiscard]] Result<ShortText> compose(const ShortTextTemplate& source, const Composer& composer,
                                        SeededRandom& random);
[[nodiscard]] ShortTextEntry empty_entry(const ShortText& task);
[[nodiscard]] bool enter(const ShortText& task, ShortTextEntry& entry, const Gesture& gesture);
[[nodiscard]] bool is_complete(const ShortText& task, const ShortTextEntry& entry);
[[nodiscard]] Answer to_answer(const ShortText& task, const ShortTextEntry& entry);
[[nodiscard]] std::optional<ShortTextEntry> from_answer(const ShortText& task, const Answer& answer);
// The right words, nearly spelled, earn half; a mistake that the item expects earns nothing.
[[nodiscard]] Verdict assess(const ShortText& task, const ShortTextEntry& entry);
[[nodiscard]] ShortTextEntry right_entry(const ShortText& task);
[[nodiscard]] std::vector<ShortTextEntry> wrong_entries(const ShortText& task);
[[nodiscard]] std::optional<Gesture> next_gesture(const ShortText& task, const ShortTextEntry& now,
                                                  const ShortTextEntry& wanted);
[[nodiscard]] Gesture way_back(const ShortText& task);
[[nodiscard]] std::string in_words(const ShortText& task, const ShortTextEntry& entry);
[[nodiscard]] std::vector<std::string> offered(const ShortText& task);

}  // namespace hornbook::engage

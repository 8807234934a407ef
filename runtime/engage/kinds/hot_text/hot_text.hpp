// A text in which marked words can be chosen, one or several. Its answer is a number for each that is chosen,
// ascending.
#pragma once

#include "runtime/engage/kinds/marked_text.hpp"
#include "runtime/engage/kinds/multiple_answer/multiple_answer.hpp"

namespace hornbook::engage {

struct HotTextEntry : MultipleAnswerEntry {};

struct HotText : MultipleAnswer {  // the choices, in the pack's order, are the marked words
  using Entry = HotTextEntry;
  MarkedText text;
  std::size_t minimum = 1;  // to choose before it can be submitted
  std::size_t maximum = 1;  // with 1, choosing another lets the one before go
};

struct HotWordTemplate {
  Expression correct;
  WrongAnswerTemplate wrong;
};
struct HotTextTemplate {
  using Task = HotText;
  static constexpr std::uint8_t number = 11;
  static constexpr std::string_view name = "hot_text";
  [[nodiscard]] static Read<HotTextTemplate> read(Fields& fields, const ItemParts& parts);

  Texts text;
  std::vector<HotWordTemplate> words;
  std::size_t minimum = 1;
  std::size_t maximum = 1;
};

// At least one of the words is correct, and no more than may be chosen.
[[nodiscard]] Result<HotText> compose(const HotTextTemplate& source, const Composer& composer, SeededRandom& random);
[[nodiscard]] HotTextEntry empty_entry(const HotText& task);
[[nodiscard]] bool enter(const HotText& task, HotTextEntry& entry, const Gesture& gesture);
[[nodiscard]] bool is_complete(const HotText& task, const HotTextEntry& entry);
[[nodiscard]] Answer to_answer(const HotText& task, const HotTextEntry& entry);
[[nodiscard]] std::optional<HotTextEntry> from_answer(const HotText& task, const Answer& answer);
// Credit is the share of right words chosen, less as much for each that is not right.
[[nodiscard]] Verdict assess(const HotText& task, const HotTextEntry& entry);
[[nodiscard]] HotTextEntry right_entry(const HotText& task);
[[nodiscard]] std::vector<HotTextEntry> wrong_entries(const HotText& task);
[[nodiscard]] std::optional<Gesture> next_gesture(const HotText& task, const HotTextEntry& now,
                                                  const HotTextEntry& wanted);
[[nodiscard]] Gesture way_back(const HotText& task);
[[nodiscard]] std::string in_words(const HotText& task, const HotTextEntry& entry);
[[nodiscard]] std::vector<std::string> offered(const HotText& task);

}  // namespace hornbook::engage

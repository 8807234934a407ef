// A text with blanks to fill. Its answer: runtime/engage/kinds/blanks.hpp.
#pragma once

#include "runtime/engage/kinds/blanks.hpp"
#include "runtime/engage/kinds/marked_text.hpp"

namespace hornbook::engage {

struct ClozeEntry : BlanksEntry {};

struct Cloze : Blanks {
  using Entry = ClozeEntry;
  MarkedText text;  // its things are the blanks
};

struct ClozeTemplate {
  using Task = Cloze;
  static constexpr std::uint8_t number = 10;
  static constexpr std::string_view name = "cloze";
  [[nodiscard]] static Read<ClozeTemplate> read(Fields& fields, const ItemParts& parts);

  Texts text;
  BlanksTemplate blanks;
};

[[nodiscard]] Result<Cloze> compose(const ClozeTemplate& source, const Composer& composer, SeededRandom& random);
[[nodiscard]] ClozeEntry empty_entry(const Cloze& task);
[[nodiscard]] bool enter(const Cloze& task, ClozeEntry& entry, const Gesture& gesture);
[[nodiscard]] bool is_complete(const Cloze& task, const ClozeEntry& entry);
[[nodiscard]] Answer to_answer(const Cloze& task, const ClozeEntry& entry);
[[nodiscard]] std::optional<ClozeEntry> from_answer(const Cloze& task, const Answer& answer);
// Credit is the share of right blanks.
[[nodiscard]] Verdict assess(const Cloze& task, const ClozeEntry& entry);
[[nodiscard]] ClozeEntry right_entry(const Cloze& task);
[[nodiscard]] std::vector<ClozeEntry> wrong_entries(const Cloze& task);
[[nodiscard]] std::optional<Gesture> next_gesture(const Cloze& task, const ClozeEntry& now, const ClozeEntry& wanted);
[[nodiscard]] Gesture way_back(const Cloze& task);
// The whole text, filled.
[[nodiscard]] std::string in_words(const Cloze& task, const ClozeEntry& entry);
[[nodiscard]] std::vector<std::string> offered(const Cloze& task);

}  // namespace hornbook::engage

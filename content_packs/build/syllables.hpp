// Counting what readability formulas count. Words are runs of letters, digits, apostrophes and hyphens between them; a
// formula between two `$` is one word of one syllable, and so is a number.
#pragma once

#include <string_view>

#include "content_packs/build/readability.hpp"

namespace hornbook::content {

// Of one word, at least 1. English: groups of the vowels a, e, i, o, u, y, without an e at the end that is not heard
// ("cake", "makes", "walked", not "table", "boxes", "wanted").
[[nodiscard]] std::size_t english_syllables(std::string_view word);
// Spanish: strong vowels (a, e, o, and í, ú) each have a syllable; i, u, ü and a final y join one beside them; the u of
// que, qui, gue and gui is not heard (Real Academia Española, Ortografía 2010, on diphthong and hiatus).
[[nodiscard]] std::size_t spanish_syllables(std::string_view word);

using CountSyllables = std::size_t (*)(std::string_view word);
// One paragraph. A full stop ends a sentence when no small letter and no digit follows, so that "3.5" and "e.g. this"
// do not; so do "!", "?" and "…", and the end of the paragraph.
[[nodiscard]] TextCounts count_paragraph(std::string_view text, CountSyllables syllables);

}  // namespace hornbook::content

// Text of several lines, as it is written: UTF-8, a character at a time, "\n" between lines.
#pragma once

#include "runtime/core/limits.hpp"
#include "runtime/engage/entry/typed_text.hpp"

namespace hornbook::engage {

struct LongText {
  std::string text;
  bool operator==(const LongText&) const = default;
};

// Takes TypeText, in any script, with new lines, and EraseLast; as much as one answer holds, or as so many pieces of
// it. Says whether anything changed.
[[nodiscard]] bool enter(LongText& entry, const Gesture& gesture, std::size_t pieces_max = limits::answer_texts_max);
// The text in pieces of at most limits::typed_answer_bytes_max, split between characters.
[[nodiscard]] std::vector<std::string> pieces_of(std::string_view text);
[[nodiscard]] Answer to_answer(const LongText& entry);
// The pieces joined; nothing when the answer is no text.
[[nodiscard]] std::optional<std::string> long_text_of(const Answer& answer);
// Words are what stands between spaces.
[[nodiscard]] std::size_t count_words(std::string_view text);

}  // namespace hornbook::engage

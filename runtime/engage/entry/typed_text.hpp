// What is typed into one field: UTF-8, a character at a time.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "runtime/engage/answer.hpp"
#include "runtime/engage/gesture.hpp"

namespace hornbook::engage {

// What is entered so far in tasks whose answer is one text.
struct TypedText {
  std::string text;
  bool operator==(const TypedText&) const = default;
};

// Takes TypeText, in any script, and EraseLast. Says whether anything changed.
[[nodiscard]] bool enter(TypedText& entry, const Gesture& gesture);
[[nodiscard]] Answer to_answer(const TypedText& entry);
// Nothing when the answer is not one text.
[[nodiscard]] std::optional<std::string> text_of(const Answer& answer);

// Adds what of `more` can be seen, in any script: letters, marks, digits, signs, spaces, and the joiners that scripts
// need. Nothing is added when the text became longer than limits::typed_answer_bytes_max. Says whether anything was.
[[nodiscard]] bool type_into(std::string& text, std::string_view more);
// The same with those characters alone that stand in `allowed` (ASCII).
[[nodiscard]] bool type_into(std::string& text, std::string_view more, std::string_view allowed);
// Takes the last character away: one code point, so that a mark can be mended. False when there is none.
[[nodiscard]] bool erase_last(std::string& text);
// What to do next in a field on the way from `now` to `wanted`; nothing when it is reached.
[[nodiscard]] std::optional<Gesture> next_key(std::string_view now, std::string_view wanted, std::uint8_t field);

// Typed text with its `$`, `*`, `[` and `\`, and what looks like an entry of a list or a row of a table, taken
// literally, for where texts have markup.
[[nodiscard]] std::string escaped_for_markup(std::string_view text);

}  // namespace hornbook::engage

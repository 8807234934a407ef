// What is typed into one field.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "runtime/engage/gesture.hpp"

namespace hornbook::engage {

// Adds those characters of `more` that stand in `allowed` (ASCII). Nothing is added when the text became longer than
// limits::typed_answer_bytes_max. Says whether anything was.
[[nodiscard]] bool type_into(std::string& text, std::string_view more, std::string_view allowed);
// Takes the last character away. False when there is none.
[[nodiscard]] bool erase_last(std::string& text);
// What to do next in a field on the way from `now` to `wanted`; nothing when it is reached.
[[nodiscard]] std::optional<Gesture> next_key(std::string_view now, std::string_view wanted, std::uint8_t field);

}  // namespace hornbook::engage

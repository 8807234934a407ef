// Words of encouragement and advice beside an item's feedback, by the numbers of runtime/adapt/messages. They are read,
// or heard, by a child of eight: short, plain, about what was done; never about speed, talent or others.
#pragma once

#include <cstdint>
#include <string_view>

namespace hornbook::ui {

// Empty when the number is not known. English where the language is not spoken.
[[nodiscard]] std::string_view message_words(std::uint16_t number, std::string_view language);

}  // namespace hornbook::ui

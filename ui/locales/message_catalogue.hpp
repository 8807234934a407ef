// The messages of one language, by number from 1. For the languages of this folder alone.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace hornbook::ui {

inline constexpr std::size_t message_count = 43;
using MessageCatalogue = std::array<std::string_view, message_count>;

constexpr bool is_complete(const MessageCatalogue& catalogue) {
  for (const std::string_view text : catalogue)
    if (text.empty()) return false;
  return true;
}

constexpr std::string_view text_of(const MessageCatalogue& catalogue, std::uint16_t number) {
  return number == 0 || number > catalogue.size() ? std::string_view() : catalogue[number - 1U];
}

[[nodiscard]] std::string_view english_message(std::uint16_t number);
[[nodiscard]] std::string_view spanish_message(std::uint16_t number);

}  // namespace hornbook::ui

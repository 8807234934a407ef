#include "runtime/core/base32.hpp"

#include <algorithm>

namespace hornbook {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t bits_of_character = 5;

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
char in_capitals(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

// 0 … 31, or npos.
std::size_t value_of(char c) {
  if (c == 'O') return 0;
  if (c == 'I' || c == 'L') return 1;
  return alphabet.find(c);
}

}  // namespace

std::string to_base32(ByteView bytes) {
  std::string text;
  for (std::size_t bit = 0; bit + bits_of_character <= bytes.size() * 8; bit += bits_of_character) {
    std::size_t value = 0;
    for (std::size_t at = bit; at < bit + bits_of_character; ++at)
      value = value << 1 | (bytes[at / 8] >> (7 - at % 8) & 1U);
    text += alphabet[value];
  }
  return text;
}

std::string base32_essence(std::string_view typed) {
  std::string essence;
  for (const char c : typed)
    if (is_letter(c) || is_digit(c)) essence += in_capitals(c);
  return essence;
}

bool read_base32(std::string_view essence, std::span<std::uint8_t> into) {
  if (essence.size() * bits_of_character != into.size() * 8) return false;
  std::fill(into.begin(), into.end(), std::uint8_t{0});
  for (std::size_t at = 0; at < essence.size(); ++at) {
    const std::size_t value = value_of(essence[at]);
    if (value == std::string_view::npos) return false;
    for (std::size_t bit = 0; bit < bits_of_character; ++bit) {
      const std::size_t place = at * bits_of_character + bit;
      into[place / 8] = static_cast<std::uint8_t>(into[place / 8] | (value >> (4 - bit) & 1U) << (7 - place % 8));
    }
  }
  return true;
}

}  // namespace hornbook

#include "content_packs/import/qti/words.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <numeric>

namespace hornbook::content::qti {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    if (is_space(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && !is_space(text[end])) ++end;
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    parts.push_back(trimmed(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return parts;
}

std::string in_small_letters(std::string_view text) {
  std::string small(text);
  for (char& c : small)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return small;
}

std::string cut(std::string text, std::size_t bytes_max) {
  if (text.size() <= bytes_max) return text;
  while (bytes_max > 0 && (static_cast<unsigned char>(text[bytes_max]) & 0xc0u) == 0x80u) --bytes_max;
  text.resize(bytes_max);
  return text;
}

std::optional<std::int64_t> whole_number(std::string_view text) {
  text = trimmed(text);
  const std::size_t point = text.find('.');
  if (point != std::string_view::npos) {
    if (text.find_first_not_of('0', point + 1) != std::string_view::npos) return std::nullopt;
    text = text.substr(0, point);
  }
  if (text.starts_with('+')) text.remove_prefix(1);
  std::int64_t number = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failure != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return number;
}

std::optional<double> real_number(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  double number = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_whole = failure == std::errc() && end == text.data() + text.size() && !text.empty();
  return is_whole && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

std::string decimal(double number) {
  if (number == 0) return "0";
  std::array<char, 400> buffer{};
  const auto [end, failure] =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::fixed);
  return failure == std::errc() ? std::string(buffer.data(), end) : std::string();
}

std::string fraction(double number) {
  constexpr std::int64_t unit = 1'000'000;
  if (!(std::abs(number) < 1e9)) return decimal(number);
  const std::int64_t scaled = std::llround(number * static_cast<double>(unit));
  const std::int64_t divisor = std::gcd(scaled, unit);
  const std::string numerator = std::to_string(scaled / divisor);
  return divisor == unit ? numerator : numerator + "/" + std::to_string(unit / divisor);
}

}  // namespace hornbook::content::qti

#include "content_packs/import/qti/numbers.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <numeric>

#include "content_packs/import/spelling.hpp"

namespace hornbook::content::qti {

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

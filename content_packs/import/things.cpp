#include "content_packs/import/things.hpp"

#include <charconv>

namespace hornbook::content {
namespace {

constexpr char thing_sign = '\x02';  // stands on both sides of a thing's number

}  // namespace

std::string thing_here(std::size_t number) { return thing_sign + std::to_string(number) + thing_sign; }

std::vector<std::size_t> things_in(std::string_view markup) {
  std::vector<std::size_t> numbers;
  const auto note = [&](std::size_t number) {
    numbers.push_back(number);
    return std::string();
  };
  static_cast<void>(with_things(markup, note));
  return numbers;
}

std::string with_things(std::string_view markup, const std::function<std::string(std::size_t)>& shown,
                        const std::function<std::string(std::string_view)>& words) {
  std::string result;
  while (true) {
    const std::size_t begin = markup.find(thing_sign);
    const std::size_t end = begin == std::string_view::npos ? begin : markup.find(thing_sign, begin + 1);
    result += words(markup.substr(0, begin));
    if (end == std::string_view::npos) return result;
    std::size_t number = 0;
    const auto [last, error] = std::from_chars(markup.data() + begin + 1, markup.data() + end, number);
    if (error == std::errc() && last == markup.data() + end && number > 0) result += shown(number);
    markup.remove_prefix(end + 1);
  }
}

std::string with_things(std::string_view markup, const std::function<std::string(std::size_t)>& shown) {
  return with_things(markup, shown, [](std::string_view words) { return std::string(words); });
}

}  // namespace hornbook::content

// What is between the braces of \text{…}, and the lengths of spaces.
#include <array>
#include <charconv>
#include <utility>

#include "ui/semantics/utf8.hpp"
#include "ui/text/math_parser.hpp"
#include "ui/text/math_symbols.hpp"

namespace hornbook::ui::text {
namespace {

// An eighteenth of an em is TeX's unit of mathematical space.
constexpr float thin = 3.0f / 18, medium = 4.0f / 18, thick = 5.0f / 18, word_space = 0.3f;
constexpr std::array<std::pair<std::string_view, float>, 18> spaces{{{",", thin},
                                                                     {"thinspace", thin},
                                                                     {":", medium},
                                                                     {">", medium},
                                                                     {"medspace", medium},
                                                                     {";", thick},
                                                                     {"thickspace", thick},
                                                                     {"!", -thin},
                                                                     {"negthinspace", -thin},
                                                                     {"negmedspace", -medium},
                                                                     {"negthickspace", -thick},
                                                                     {" ", word_space},
                                                                     {"space", word_space},
                                                                     {"nobreakspace", word_space},
                                                                     {"enspace", 0.5f},
                                                                     {"enskip", 0.5f},
                                                                     {"quad", 1},
                                                                     {"qquad", 2}}};

float ems_of_unit(std::string_view unit) {
  constexpr float points_in_em = 10;
  if (unit == "em") return 1;
  if (unit == "ex") return 0.5f;
  if (unit == "mu") return 1.0f / 18;
  if (unit == "pt") return 1 / points_in_em;
  if (unit == "px") return 0.75f / points_in_em;
  if (unit == "cm") return 28.45f / points_in_em;
  if (unit == "mm") return 2.845f / points_in_em;
  if (unit == "in") return 72.27f / points_in_em;
  return 0;
}

}  // namespace

std::optional<float> space_of(std::string_view name) {
  for (const auto& [known, ems] : spaces) {
    if (known == name) return ems;
  }
  return std::nullopt;
}

float ems_of_length(std::string_view length) {
  constexpr float ems_max = 10;
  while (!length.empty() && (length.front() == ' ' || length.front() == '+')) length.remove_prefix(1);
  double number = 0;
  const auto parsed = std::from_chars(length.data(), length.data() + length.size(), number, std::chars_format::fixed);
  if (parsed.ec != std::errc{}) return 0;
  std::string_view unit(parsed.ptr, static_cast<std::size_t>(length.data() + length.size() - parsed.ptr));
  while (!unit.empty() && unit.front() == ' ') unit.remove_prefix(1);
  const float ems = static_cast<float>(number) * ems_of_unit(unit.substr(0, 2));
  return ems < -ems_max ? -ems_max : ems > ems_max ? ems_max : ems;
}

void MathParser::text(MathRow& items, std::string_view raw, Alphabet alphabet) {
  std::string words;
  const auto end_words = [&] {
    if (!words.empty()) add(items, {MathText{std::exchange(words, {}), alphabet}});
  };
  for (std::size_t at = 0; at < raw.size();) {
    if (raw[at] == '$') {
      const std::size_t end = std::min(raw.find('$', at + 1), raw.size());
      end_words();
      MathRow content = inside(raw.substr(at + 1, end - at - 1)).formula();
      add(items, {MathGroup{std::move(content), std::nullopt, std::nullopt}});
      at = end + 1;
    } else if (raw[at] == '\\') {
      MathTokens rest(raw.substr(at));
      const MathToken token = rest.peek();
      at += token.end;
      if (const auto space = space_of(token.name)) {
        words += ' ';
      } else if (const auto symbol = find_symbol(token.name)) {
        append_utf8(words, symbol->character);
        while (at < raw.size() && raw[at] == ' ') ++at;
      } else if (token.name.size() == 1) {
        words += token.name;
      } else if (!token.name.starts_with("text") && token.name != "emph") {
        words += raw.substr(at - token.end, token.end);
      }
    } else if (raw[at] == '{' || raw[at] == '}') {
      ++at;
    } else {
      words += raw[at] == '~' || raw[at] == '\n' ? ' ' : raw[at];
      ++at;
    }
  }
  end_words();
}

}  // namespace hornbook::ui::text

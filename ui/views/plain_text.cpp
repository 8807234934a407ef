#include "ui/views/plain_text.hpp"

#include <array>
#include <utility>

namespace hornbook::ui {
namespace {

constexpr std::string_view fraction_command = "\\frac{";
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> signs{{
    {"\\times", "×"},
    {"\\div", "÷"},
    {"\\cdot", "·"},
    {"\\,", " "},
}};

bool ends_in_digit(std::string_view text) { return !text.empty() && text.back() >= '0' && text.back() <= '9'; }

// Reads "\frac{a}{b}" at the start of `rest`; returns the length read, 0 when there is none.
std::size_t take_fraction(std::string_view rest, std::string& plain) {
  if (rest.substr(0, fraction_command.size()) != fraction_command) return 0;
  const std::size_t middle = rest.find("}{");
  const std::size_t end = middle == std::string_view::npos ? middle : rest.find('}', middle + 2);
  if (end == std::string_view::npos) return 0;
  if (ends_in_digit(plain)) plain += ' ';
  plain += rest.substr(fraction_command.size(), middle - fraction_command.size());
  plain += '/';
  plain += rest.substr(middle + 2, end - middle - 2);
  return end + 1;
}

std::size_t take_sign(std::string_view rest, std::string& plain) {
  for (const auto& [command, sign] : signs) {
    if (rest.substr(0, command.size()) != command) continue;
    plain += sign;
    return command.size();
  }
  return 0;
}

// Reads "](say:…)" at the start of `rest`: what is said there is not written.
std::size_t take_saying(std::string_view rest) {
  if (!rest.starts_with("](say:")) return 0;
  const std::size_t end = rest.find(')');
  return end == std::string_view::npos ? 0 : end + 1;
}

}  // namespace

std::string plain_text(std::string_view markup) {
  std::string plain;
  for (std::size_t at = 0; at < markup.size();) {
    const std::string_view rest = markup.substr(at);
    if (const std::size_t length = take_fraction(rest, plain)) {
      at += length;
    } else if (const std::size_t command = take_sign(rest, plain)) {
      at += command;
    } else if (const std::size_t saying = take_saying(rest)) {
      if (const std::size_t opening = plain.rfind('['); opening != std::string::npos) plain.erase(opening, 1);
      at += saying;
    } else {
      if (rest.front() != '$' && rest.front() != '*') plain += rest.front();
      ++at;
    }
  }
  return plain;
}

}  // namespace hornbook::ui

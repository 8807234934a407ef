#include "runtime/engage/entry/compare_words.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "runtime/core/limits.hpp"

namespace hornbook::engage {
namespace {

using Letters = std::u32string;

constexpr std::size_t near_letters_min = 4;  // shorter words are other words when a letter is off
constexpr std::size_t two_off_letters_min = 8;
constexpr std::size_t letters_max = limits::typed_answer_bytes_max;

char32_t plain_mark(char32_t letter) {
  switch (letter) {
    case U'\u2018':
    case U'\u2019':
    case U'\u02bc':
      return U'\'';
    case U'\u201c':
    case U'\u201d':
      return U'"';
    case U'\u2010':
    case U'\u2011':
    case U'\u2012':
    case U'\u2013':
    case U'\u2014':
    case U'\u2212':
      return U'-';
    case U'\t':
    case U'\n':
      return U' ';
    default:
      return letter;
  }
}

bool is_sentence_mark(char32_t letter) {
  static constexpr std::u32string_view marks = U" .,;:!?\u00a1\u00bf\u3002\u0964\u06d4\u061f\u060c\u061b\u1362";
  return marks.find(letter) != std::u32string_view::npos;
}

// One space between words, and no sentence marks around them unless nothing else is there.
Letters tidied(const Letters& letters) {
  Letters tidy;
  for (const char32_t letter : letters) {
    const char32_t plain = plain_mark(letter);
    if (plain == U' ' && (tidy.empty() || tidy.back() == U' ')) continue;
    tidy.push_back(plain);
  }
  const auto first = std::find_if_not(tidy.begin(), tidy.end(), is_sentence_mark);
  if (first == tidy.end()) return tidy;
  const auto last = std::find_if_not(tidy.rbegin(), tidy.rend(), is_sentence_mark).base();
  return Letters(first, last);
}

std::optional<Letters> letters_of(std::string_view text, int options) {
  if (text.size() > limits::typed_answer_bytes_max) return std::nullopt;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto size = static_cast<utf8proc_ssize_t>(text.size());
  std::vector<utf8proc_int32_t> buffer(text.size() * 4 + 32);  // most characters need at most four of others
  const auto option_bits = static_cast<utf8proc_option_t>(options);
  utf8proc_ssize_t count =
      utf8proc_decompose(bytes, size, buffer.data(), static_cast<utf8proc_ssize_t>(buffer.size()), option_bits);
  if (count > static_cast<utf8proc_ssize_t>(buffer.size())) {
    buffer.resize(static_cast<std::size_t>(count));
    count = utf8proc_decompose(bytes, size, buffer.data(), count, option_bits);
  }
  if (count >= 0) count = utf8proc_normalize_utf32(buffer.data(), count, option_bits);
  if (count < 0) return std::nullopt;
  Letters letters;
  for (utf8proc_ssize_t at = 0; at < count; ++at)
    letters.push_back(static_cast<char32_t>(buffer[static_cast<std::size_t>(at)]));
  return tidied(letters);
}

bool equal_under(std::string_view expected, std::string_view typed, int options) {
  const auto a = letters_of(expected, options);
  return a && a == letters_of(typed, options);
}

// Optimal string alignment: a letter added, left out, replaced, or swapped with its neighbour.
std::size_t letters_off(const Letters& a, const Letters& b) {
  std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
  for (std::size_t k = 0; k <= b.size(); ++k) last[k] = k;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t k = 1; k <= b.size(); ++k) {
      const std::size_t replaced = last[k - 1] + (a[i - 1] == b[k - 1] ? 0 : 1);
      now[k] = std::min({last[k] + 1, now[k - 1] + 1, replaced});
      const bool swapped = i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1];
      if (swapped) now[k] = std::min(now[k], before_last[k - 2] + 1);
    }
    before_last.swap(last);
    last.swap(now);
  }
  return last[b.size()];
}

bool is_nearly_spelled(std::string_view expected, std::string_view typed, int options) {
  const auto a = letters_of(expected, options);
  const auto b = letters_of(typed, options);
  if (!a || !b || a->size() < near_letters_min || a->size() > letters_max || b->size() > letters_max) return false;
  return letters_off(*a, *b) <= (a->size() >= two_off_letters_min ? 2U : 1U);
}

}  // namespace

WordsMatch compare_words(std::string_view expected, std::string_view typed, LetterCase letter_case) {
  constexpr int composed = UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_IGNORE;
  constexpr int folded = composed | UTF8PROC_CASEFOLD;
  constexpr int without_marks = folded | UTF8PROC_STRIPMARK;
  if (equal_under(expected, typed, letter_case == LetterCase::Exact ? composed : folded)) return WordsMatch::Same;
  if (equal_under(expected, typed, folded)) return WordsMatch::OtherCapitals;
  if (equal_under(expected, typed, without_marks)) return WordsMatch::OtherAccents;
  return is_nearly_spelled(expected, typed, folded) ? WordsMatch::NearlySpelled : WordsMatch::Different;
}

}  // namespace hornbook::engage

#include "runtime/engage/passage/glossary.hpp"

#include <utf8proc.h>

#include <algorithm>

#include "runtime/engage/source/text_blocks.hpp"

namespace hornbook::engage {
namespace {

struct Sign {
  utf8proc_int32_t folded = 0;  // a letter without its capital, an apostrophe in its plain shape
  std::size_t begin = 0;        // bytes of the text
  bool joins = false;           // a sign beside it would belong to the same word
};

bool is_written_without_spaces(utf8proc_int32_t sign) {
  return (sign >= 0x0E00 && sign <= 0x0EFF) || (sign >= 0x1000 && sign <= 0x109F) ||
         (sign >= 0x1780 && sign <= 0x17FF) || (sign >= 0x3040 && sign <= 0x30FF) ||
         (sign >= 0x3400 && sign <= 0x9FFF) || (sign >= 0xF900 && sign <= 0xFAFF) || sign >= 0x20000;
}

bool joins_words(utf8proc_int32_t sign) {
  if (is_written_without_spaces(sign)) return false;
  const utf8proc_category_t category = utf8proc_category(sign);
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;  // letters, marks, numbers
}

utf8proc_int32_t folded(utf8proc_int32_t sign) {
  if (sign == 0x2019 || sign == 0x2018 || sign == 0x02BC) return '\'';
  return sign == '\n' || sign == 0x00A0 ? ' ' : utf8proc_tolower(sign);
}

// Bytes that are no UTF-8 are signs of their own that equal nothing.
std::vector<Sign> signs_of(std::string_view text) {
  std::vector<Sign> signs;
  for (std::size_t at = 0; at < text.size();) {
    utf8proc_int32_t sign = 0;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at);
    const utf8proc_ssize_t size = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &sign);
    if (size <= 0) {
      signs.push_back({-1, at, false});
      ++at;
      continue;
    }
    signs.push_back({folded(sign), at, joins_words(sign)});
    at += static_cast<std::size_t>(size);
  }
  return signs;
}

struct Wanted {
  std::vector<Sign> signs;
  std::size_t word = 0;
};

std::vector<Wanted> wanted_of(const std::vector<GlossaryWord>& glossary) {
  std::vector<Wanted> wanted;
  for (std::size_t at = 0; at < glossary.size(); ++at) {
    wanted.push_back({signs_of(glossary[at].word), at});
    for (const std::string& form : glossary[at].forms) wanted.push_back({signs_of(form), at});
  }
  std::erase_if(wanted, [](const Wanted& each) { return each.signs.empty(); });
  std::stable_sort(wanted.begin(), wanted.end(),
                   [](const Wanted& a, const Wanted& b) { return a.signs.size() > b.signs.size(); });
  return wanted;
}

bool stands_at(const std::vector<Sign>& text, std::size_t at, const std::vector<Sign>& word) {
  if (word.size() > text.size() - at) return false;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (text[at + i].folded != word[i].folded || word[i].folded < 0) return false;
  const std::size_t end = at + word.size();
  const bool begins_inside = at > 0 && text[at - 1].joins && text[at].joins;
  const bool ends_inside = end < text.size() && text[end].joins && text[end - 1].joins;
  return !begins_inside && !ends_inside;
}

}  // namespace

std::vector<GlossaryPlace> find_glossary_words(std::string_view text, const std::vector<GlossaryWord>& glossary) {
  const std::vector<Wanted> wanted = wanted_of(glossary);
  const std::vector<Sign> signs = signs_of(text);
  std::vector<GlossaryPlace> places;
  bool in_mathematics = false;
  for (std::size_t at = 0; at < signs.size();) {
    if (const auto picture = picture_at(text, signs[at].begin)) {
      while (at < signs.size() && signs[at].begin < picture->end) ++at;
      continue;
    }
    const bool is_escaped = at > 0 && signs[at - 1].folded == '\\';
    if (signs[at].folded == '$' && !is_escaped) in_mathematics = !in_mathematics;
    const auto found =
        in_mathematics ? wanted.end() : std::find_if(wanted.begin(), wanted.end(), [&](const Wanted& each) {
          return stands_at(signs, at, each.signs);
        });
    if (found == wanted.end()) {
      ++at;
      continue;
    }
    const std::size_t end = at + found->signs.size();
    places.push_back({signs[at].begin, end < signs.size() ? signs[end].begin : text.size(), found->word});
    at = end;
  }
  return places;
}

}  // namespace hornbook::engage

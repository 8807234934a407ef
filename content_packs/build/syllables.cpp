#include "content_packs/build/syllables.hpp"

#include <algorithm>
#include <string>

namespace hornbook::content {
namespace {

using Letters = std::u32string;

// In small letters as far as Latin has them; broken bytes become U+FFFD.
Letters small_letters(std::string_view text) {
  Letters letters;
  for (std::size_t at = 0; at < text.size();) {
    const auto first = static_cast<unsigned char>(text[at]);
    const std::size_t size = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 0;
    if (size == 0 || at + size > text.size()) {
      letters += U'\uFFFD';
      ++at;
      continue;
    }
    char32_t letter = size == 1 ? first : first & (0x7FU >> size);
    for (std::size_t i = 1; i < size; ++i) letter = letter << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    const bool is_capital = (letter >= U'A' && letter <= U'Z') || (letter >= 0xC0 && letter <= 0xDE && letter != 0xD7);
    letters += is_capital ? letter + 32 : letter;
    at += size;
  }
  return letters;
}

bool is_one_of(char32_t letter, std::u32string_view letters) { return letters.find(letter) != letters.npos; }
bool is_english_vowel(char32_t letter) { return is_one_of(letter, U"aeiouy"); }
bool is_strong(char32_t letter) { return is_one_of(letter, U"aeoáéóíú"); }
bool is_weak(char32_t letter) { return is_one_of(letter, U"iuü"); }

// Of a word that ends in e, es or ed: whether that e is not heard.
bool has_silent_end(const Letters& word) {
  const auto ends = [&](std::u32string_view end) {
    return word.size() > end.size() && Letters(word, word.size() - end.size()) == end;
  };
  const auto before = [&](std::size_t from_end) { return word[word.size() - from_end - 1]; };
  if (ends(U"e"))
    return !is_english_vowel(before(1)) && !(word.size() > 2 && before(1) == U'l' && !is_english_vowel(before(2)));
  if (word.size() < 3) return false;
  if (ends(U"ed")) return !is_english_vowel(before(2)) && !is_one_of(before(2), U"td");
  if (!ends(U"es") || is_english_vowel(before(2))) return false;
  const bool hisses = is_one_of(before(2), U"sxzcg") || ends(U"shes") || ends(U"ches");
  const bool follows_consonant_l = before(2) == U'l' && word.size() > 3 && !is_english_vowel(before(3));
  return !hisses && !follows_consonant_l;
}

// Without the u that only spells the sound of q and g, with a vowel for the final y.
Letters heard(Letters word) {
  Letters result;
  for (std::size_t at = 0; at < word.size(); ++at) {
    const bool spells = word[at] == U'u' && at > 0 && at + 1 < word.size() && is_one_of(word[at - 1], U"qg") &&
                        is_one_of(word[at + 1], U"eiéí");
    if (spells || word[at] == U'h') continue;  // nor is an h heard between two vowels
    result += word[at] == U'y' && at + 1 == word.size() ? U'i' : word[at];
  }
  return result;
}

bool is_letter(char32_t sign) {
  return (sign >= U'a' && sign <= U'z') ||
         (sign >= 0xDF && sign != 0xF7 && !(sign >= 0x2000 && sign <= 0x206F) && !(sign >= 0x3000 && sign <= 0x303F));
}
bool is_digit(char32_t sign) { return sign >= U'0' && sign <= U'9'; }
bool joins(char32_t sign) { return sign == U'\'' || sign == U'\u2019' || sign == U'-'; }

class ParagraphCounter {
 public:
  ParagraphCounter(std::string_view text, CountSyllables syllables)
      : text_(small_letters(text)), original_(text), syllables_(syllables) {}

  TextCounts count() {
    while (at_ < text_.size()) {
      if (text_[at_] == U'$' && (at_ == 0 || text_[at_ - 1] != U'\\')) {
        pass_formula();
      } else if (is_letter(text_[at_]) || is_digit(text_[at_])) {
        take_word();
      } else {
        if (ends_sentence()) end_sentence();
        ++at_;
      }
    }
    end_sentence();
    return counts_;
  }

 private:
  void add_word(std::size_t syllables) {
    ++counts_.words;
    counts_.syllables += syllables;
    sentence_is_empty_ = false;
  }
  void pass_formula() {
    const std::size_t end = text_.find(U'$', at_ + 1);
    if (end != Letters::npos && end > at_ + 1) add_word(1);
    at_ = end == Letters::npos ? at_ + 1 : end + 1;
  }
  void take_word() {
    std::string word;
    bool has_letter = false;
    const auto belongs = [&](std::size_t at) { return is_letter(text_[at]) || is_digit(text_[at]); };
    for (; at_ < text_.size(); ++at_) {
      const bool joined = (joins(text_[at_]) || (text_[at_] == U'.' && is_digit(text_[at_ - 1]))) &&
                          at_ + 1 < text_.size() && belongs(at_ + 1);
      if (!belongs(at_) && !joined) break;
      has_letter = has_letter || is_letter(text_[at_]);
      append(word, text_[at_]);
    }
    add_word(has_letter ? syllables_(word) : 1);
  }
  static void append(std::string& word, char32_t letter) {
    if (letter < 0x80) {
      word += static_cast<char>(letter);
    } else if (letter < 0x800) {
      word += static_cast<char>(0xC0 | letter >> 6);
      word += static_cast<char>(0x80 | (letter & 0x3F));
    } else {
      word += '*';  // no letter of a language that has a formula
    }
  }
  [[nodiscard]] bool ends_sentence() const {
    if (is_one_of(text_[at_], U"!?…")) return true;
    if (text_[at_] != U'.') return false;
    std::size_t next = at_ + 1;
    while (next < text_.size() && !is_letter(text_[next]) && !is_digit(text_[next])) ++next;
    if (next == text_.size()) return true;
    return next > at_ + 1 && !is_small_in_the_original(next);
  }
  // Small letters hide what was a capital; the original is looked at by its place among the signs.
  [[nodiscard]] bool is_small_in_the_original(std::size_t place) const {
    std::size_t sign = 0;
    for (std::size_t byte = 0; byte < original_.size(); ++byte) {
      if ((static_cast<unsigned char>(original_[byte]) & 0xC0U) == 0x80U) continue;
      if (sign++ == place) return original_[byte] >= 'a' && original_[byte] <= 'z';
    }
    return false;
  }
  void end_sentence() {
    if (!sentence_is_empty_) ++counts_.sentences;
    sentence_is_empty_ = true;
  }

  Letters text_;
  std::string_view original_;
  CountSyllables syllables_;
  std::size_t at_ = 0;
  bool sentence_is_empty_ = true;
  TextCounts counts_;
};

}  // namespace

std::size_t english_syllables(std::string_view text) {
  const Letters word = small_letters(text);
  std::size_t groups = 0;
  for (std::size_t at = 0; at < word.size(); ++at)
    if (is_english_vowel(word[at]) && (at == 0 || !is_english_vowel(word[at - 1]))) ++groups;
  if (groups > 1 && has_silent_end(word)) --groups;
  return std::max<std::size_t>(groups, 1);
}

std::size_t spanish_syllables(std::string_view text) {
  const Letters word = heard(small_letters(text));
  std::size_t syllables = 0;
  bool in_nucleus = false;  // the letter before is a vowel of the syllable at hand
  bool nucleus_has_strong = false;
  for (const char32_t letter : word) {
    if (!is_strong(letter) && !is_weak(letter)) {
      in_nucleus = false;
      continue;
    }
    const bool is_accented_weak = is_one_of(letter, U"íú");
    const bool begins = !in_nucleus || (is_strong(letter) && nucleus_has_strong) || is_accented_weak;
    if (begins) {
      ++syllables;
      nucleus_has_strong = false;
    }
    in_nucleus = true;
    nucleus_has_strong = nucleus_has_strong || is_strong(letter);
  }
  return std::max<std::size_t>(syllables, 1);
}

TextCounts count_paragraph(std::string_view text, CountSyllables syllables) {
  return ParagraphCounter(text, syllables).count();
}

}  // namespace hornbook::content

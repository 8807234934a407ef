#include "ui/views/sentence_keys.hpp"

#include <algorithm>
#include <cmath>

#include "ui/semantics/utf8.hpp"
#include "ui/views/key_grid.hpp"
#include "ui/views/letters_of_language.hpp"
#include "ui/views/measured.hpp"
#include "ui/views/plain_text.hpp"

namespace hornbook::ui::views {
namespace {

constexpr float field_share = 0.42F;  // of a page that has field and keys
constexpr float small_character = 11;
constexpr float small_line = 30;

// Where a sentence begins, the keys have capital letters.
bool begins_sentence(std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text.empty() || std::string_view(".?!\n").find(text.back()) != std::string_view::npos || text.ends_with("¿") ||
         text.ends_with("¡");
}

// Of Latin letters as the keyboards have them (Unicode: Basic Latin and Latin-1 Supplement).
std::string in_capitals(const std::string& letter) {
  constexpr char32_t between_cases = 0x20;
  const char32_t code = decode_utf8(letter, 0).code;
  const bool lower = (code >= U'a' && code <= U'z') || (code >= 0xE0 && code <= 0xFE && code != 0xF7);
  std::string capital;
  append_utf8(capital, lower ? code - between_cases : code);
  return capital;
}

void add_letters(KeyRow& row, std::string_view letters, bool capitals) {
  for (const std::string& letter : characters_of(letters))
    row.push_back(typing_key(capitals ? in_capitals(letter) : letter));
}

TypingKey pictured(std::string typed, std::string name, std::string_view picture) {
  TypingKey key = typing_key(std::move(typed));
  key.name = std::move(name);
  key.picture = picture;
  return key;
}

std::vector<KeyRow> rows_of(const Workplace& place, std::string_view written, bool wide) {
  const LetterRows letters = letters_of_language(place.language());
  const bool capitals = begins_sentence(written);
  std::vector<KeyRow> rows(letters.rows.size() + 1);
  KeyRow& last = rows.back();
  for (std::size_t at = 0; at < letters.rows.size(); ++at) {
    add_letters(rows[at], letters.rows[at], capitals);
    add_letters(wide ? rows[at] : last, letters.marked[at], capitals);
  }
  add_letters(last, letters.marks, false);
  last.push_back(pictured(" ", place.scene.say(Word::Space), "sign-space"));
  last.push_back(pictured("\n", place.scene.say(Word::NewLine), "sign-new-line"));
  last.push_back(erase_key(place));
  return rows;
}

// What takes the place of the keys once the answer is handed in.
Node kept_mark(const Workplace& place) {
  Node node = parts::group(Direction::Column, 0, {parts::picture("kept", std::min(place.height, 144.F))});
  node.layout.width = place.width;
  node.layout.height = place.height;
  node.layout.main = Place::Center;
  node.layout.cross = Place::Center;
  return node;
}

}  // namespace

Node sentence_keys(const Workplace& place, std::string_view written) {
  if (engage::is_finished(place.activity)) return kept_mark(place);
  const bool wide = has_wide_keyboard(place);
  return key_grid(place, keyboard_of(rows_of(place, written, wide), wide));
}

std::string look_for(const Workplace& place, const std::vector<std::string>& checklist) {
  std::string list;
  for (const std::string& each : checklist) list.append(list.empty() ? "" : " · ").append(plain_text(each));
  return list.empty() ? std::string() : place.scene.say(Word::LookFor, {list});
}

float height_of_field(const Workplace& place) { return std::floor(place.height * field_share); }

std::vector<Node> reminder(const Workplace& place, std::string words, Size room) {
  if (words.empty() || room.height < small_line) return {};
  const float length = static_cast<float>(characters_of(words).size()) * small_character;
  const float broad = small_line * std::max(1.F, std::ceil(length / room.width));
  const float set = place.scene.context.measure ? height_of(place, words, TypeStyle::Small, room.width) : broad;
  Node node = parts::text(std::move(words), TypeStyle::Small, Paint::QuietInk);
  node.id = "reminder";
  node.layout.height = set;
  return {std::move(node)};
}

}  // namespace hornbook::ui::views

#include "ui/views/kinds/open_response/open_response.hpp"

#include <algorithm>
#include <cmath>

#include "ui/semantics/utf8.hpp"
#include "ui/views/key_grid.hpp"
#include "ui/views/letters_of_language.hpp"
#include "ui/views/long_field.hpp"
#include "ui/views/plain_text.hpp"
#include "ui/views/typed_field.hpp"

namespace hornbook::ui::views {
namespace {

constexpr std::size_t columns_min = 10;
constexpr std::size_t columns_max = 12;  // with letters that have marks at the ends of the rows
constexpr float field_share = 0.42F;     // of a page that has field and keys
constexpr float chip_gap = 8;
constexpr float help_character = 11;  // of small text
constexpr float help_line = 30;
constexpr float chip_character = 13;
constexpr float chip_padding = 48;

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

using KeyRow = std::vector<TypingKey>;

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
  add_letters(last, ".,?!", false);
  if (place.language().starts_with("es")) add_letters(last, "¿¡", false);
  last.push_back(pictured(" ", place.scene.say(Word::Space), "sign-space"));
  last.push_back(pictured("\n", place.scene.say(Word::NewLine), "sign-new-line"));
  last.push_back(erase_key(place));
  return rows;
}

KeyGrid arranged(const Workplace& place, std::string_view written) {
  const bool wide = key_columns_that_fit(place) >= columns_max;
  const std::vector<KeyRow> rows = rows_of(place, written, wide);
  KeyGrid grid;
  grid.columns = columns_min;
  if (wide)
    for (const KeyRow& row : rows) grid.columns = std::clamp(row.size(), grid.columns, columns_max);
  for (const KeyRow& row : rows) {
    while (grid.cells.size() % grid.columns != 0) grid.cells.push_back(std::nullopt);
    grid.cells.insert(grid.cells.end(), row.begin(), row.end());
  }
  return grid;
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

Node chip(const Workplace& place, const std::string& starter) {
  const engage::TypeText typed{plain_text(starter) + " "};
  Node node = parts::secondary(place.frame(), plain_text(starter), {}, place.act(typed));
  node.language = place.language();
  return node;
}

// How high a row of chips becomes when it wraps.
float height_of_chips(const Workplace& place, const std::vector<std::string>& starters, float width) {
  float rows = 1, used = 0;
  for (const std::string& starter : starters) {
    const float wide = static_cast<float>(characters_of(plain_text(starter)).size()) * chip_character + chip_padding;
    if (used > 0 && used + chip_gap + wide > width) {
      ++rows;
      used = 0;
    }
    used += (used > 0 ? chip_gap : 0) + wide;
  }
  return rows * place.frame().target + (rows - 1) * chip_gap;
}

// As many as there is room for; what is asked comes first.
std::vector<std::string> starters_that_fit(const Workplace& place, const engage::OpenResponse& task, float width) {
  std::vector<std::string> shown = task.starters;
  while (!shown.empty() && height_of_chips(place, shown, width) > place.help_height) shown.pop_back();
  return shown;
}

Node starters(const Workplace& place, const std::vector<std::string>& shown, float width) {
  Node list = parts::group(Direction::Wrap, chip_gap);
  list.role = Role::List;
  list.id = "starters";
  list.name = place.scene.say(Word::BeginWith);
  list.layout.height = height_of_chips(place, shown, width);
  for (const std::string& starter : shown) list.children.push_back(chip(place, starter));
  return list;
}

// "12 of about 30 words. Look for: the name of the plant · which part we eat".
std::string reminder(const Workplace& place, const engage::OpenResponse& task) {
  std::string words;
  const std::size_t written = engage::count_words(place.entry(task).text);
  if (task.words_wanted > 0 && written > 0)
    words = place.scene.say(Word::WordsSoFar, {std::to_string(written), std::to_string(task.words_wanted)}) + ". ";
  std::string list;
  for (const std::string& each : task.checklist) list.append(list.empty() ? "" : " · ").append(plain_text(each));
  return list.empty() ? words : words + place.scene.say(Word::LookFor, {list});
}

}  // namespace

Way way(std::type_identity<engage::OpenResponse>) { return {Word::WayOpenResponse, "way-open-response"}; }

float width_beside(const engage::OpenResponse&, float) { return whole_width; }

std::optional<Node> help(const Workplace& place, const engage::OpenResponse& task, float width) {
  if (place.open && place.entry(task).text.empty() && !task.starters.empty()) {
    const std::vector<std::string> shown = starters_that_fit(place, task, width);
    return shown.empty() ? std::nullopt : std::optional(starters(place, shown, width));
  }
  std::string words = reminder(place, task);
  if (words.empty() || place.help_height < help_line) return std::nullopt;
  const float length = static_cast<float>(characters_of(words).size()) * help_character;
  Node node = parts::text(std::move(words), TypeStyle::Small, Paint::QuietInk);
  node.id = "reminder";
  node.layout.height = help_line * std::max(1.F, std::ceil(length / width));
  return node;
}

Node field(const Workplace& place, const engage::OpenResponse& task) {
  return long_field(place, {place.entry(task).text, place.language()});
}

Node keys(const Workplace& place, const engage::OpenResponse& task) {
  if (engage::is_finished(place.activity)) return kept_mark(place);
  return key_grid(place, arranged(place, place.entry(task).text));
}

Node answer(const Workplace& place, const engage::OpenResponse& task) {
  Workplace for_field = place;
  for_field.height = std::floor(place.height * field_share);
  return field_above_keys(place, field(for_field, task),
                          [&](const Workplace& for_keys) { return keys(for_keys, task); });
}

Word word_to_submit(const engage::OpenResponse&) { return Word::HandIn; }

}  // namespace hornbook::ui::views

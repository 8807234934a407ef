#include "ui/views/word_keys.hpp"

#include <algorithm>

#include "ui/semantics/utf8.hpp"
#include "ui/views/letters_of_language.hpp"

namespace hornbook::ui::views {
namespace {

bool is_offered(const LetterRows& letters, const std::string& character) {
  const auto holds = [&](const std::string& row) { return row.find(character) != std::string::npos; };
  return std::any_of(letters.rows.begin(), letters.rows.end(), holds) ||
         std::any_of(letters.marked.begin(), letters.marked.end(), holds);
}

// What the answers have and the language's letters lack, so that every answer can be typed by touch. Capitals count
// where the task minds them.
std::vector<std::string> further_characters(const WordKeys& keys, const LetterRows& letters) {
  std::vector<std::string> further;
  for (const std::string& answer : keys.answers)
    for (const std::string& character : characters_of(answer)) {
      const bool is_capital = character.size() == 1 && character[0] >= 'A' && character[0] <= 'Z';
      const bool folds = is_capital && !keys.minds_capitals && !letters.rows.empty();
      if (character != " " && !folds && !is_offered(letters, character)) further.push_back(character);
    }
  std::sort(further.begin(), further.end());
  further.erase(std::unique(further.begin(), further.end()), further.end());
  return further;
}

void add_letters(KeyRow& row, std::string_view letters, std::uint8_t field) {
  for (std::string& letter : characters_of(letters)) row.push_back(typing_key(std::move(letter), field));
}

std::vector<KeyRow> rows_of(const Workplace& place, const WordKeys& keys, bool wide) {
  const LetterRows letters = letters_of_language(place.language());
  std::vector<KeyRow> rows(std::max<std::size_t>(1, letters.rows.size()));
  for (std::size_t at = 0; at < letters.rows.size(); ++at) {
    add_letters(rows[at], letters.rows[at], keys.field);
    if (wide) add_letters(rows[at], letters.marked[at], keys.field);
  }
  if (!wide)
    for (const std::string& marked : letters.marked) add_letters(rows.back(), marked, keys.field);
  for (const std::string& character : further_characters(keys, letters))
    add_letters(rows.back(), character, keys.field);
  TypingKey space = typing_key(" ", keys.field);
  space.name = place.scene.say(Word::Space);
  space.picture = "sign-space";
  rows.back().push_back(std::move(space));
  rows.back().push_back(erase_key(place, keys.field));
  if (keys.starts_again) rows.back().push_back(start_again_key(place));
  return rows;
}

}  // namespace

WordKeys keys_for(const engage::ShortText& task) {
  WordKeys keys;
  keys.minds_capitals = task.letter_case == engage::LetterCase::Exact;
  keys.answers = task.accepted;
  keys.answers.push_back(task.expected);
  for (const engage::ExpectedNearText& near : task.near) keys.answers.push_back(near.answer);
  return keys;
}

KeyGrid word_keys(const Workplace& place, const WordKeys& keys) {
  const bool wide = has_wide_keyboard(place);
  return keyboard_of(rows_of(place, keys, wide), wide);
}

}  // namespace hornbook::ui::views

#include "ui/views/kinds/expression/expression.hpp"

#include <algorithm>
#include <array>

#include "runtime/engage/entry/typed_text.hpp"
#include "ui/views/key_grid.hpp"
#include "ui/views/plain_text.hpp"
#include "ui/views/typed_field.hpp"

namespace hornbook::ui::views {
namespace {

constexpr std::size_t digit_columns = 3;
constexpr std::size_t digit_rows = 4;
constexpr std::array<const char*, 7> signs_always = {"+", "−", "×", "/", "(", ")", "^"};
constexpr std::size_t long_answer_bytes = 20;
constexpr std::string_view no_language = "zxx";  // mathematics runs from left to right whatever is around it

float reading_height(const parts::Frame& frame) { return frame.tiny() ? 0 : frame.compact ? 40 : 80; }

// "√" opens the bracket that it needs, as functions do.
TypingKey key_for(const std::string& sign) {
  const bool is_function =
      sign.size() > 1 && std::all_of(sign.begin(), sign.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  const bool opens = is_function || sign == "√";
  TypingKey key = typing_key(sign);
  if (opens) key.does = engage::TypeText{sign + "("};
  key.shown = engage::escaped_for_markup(sign);
  key.language = no_language;  // so that brackets are not turned round
  return key;
}

// Beside the digits four rows of the rest, at whose end erasing and starting again always stand.
std::size_t columns_for(std::size_t signs) { return (signs + 2 + digit_rows - 1) / digit_rows + digit_columns; }

std::vector<TypingKey> keys_beside_digits(const Workplace& place, const engage::ExpressionTask& task) {
  std::vector<TypingKey> keys;
  for (const char* sign : signs_always) keys.push_back(key_for(sign));
  for (const std::string& sign : engage::signs_needed(task)) keys.push_back(key_for(sign));
  const auto row = static_cast<std::ptrdiff_t>(columns_for(keys.size()) - digit_columns);
  keys.insert(keys.begin() + row - 1, erase_key(place));
  keys.insert(keys.begin() + 2 * row - 1, start_again_key(place));
  return keys;
}

// Digits as on any pad, and the rest to their right; row by row.
KeyGrid arranged(const std::vector<TypingKey>& beside) {
  static constexpr std::array<const char*, digit_columns* digit_rows> pad = {"7", "8", "9", "4", "5", "6",
                                                                             "1", "2", "3", "0", ".", ""};
  const std::size_t columns = columns_for(beside.size() - 2);
  KeyGrid grid;
  grid.columns = columns;
  std::size_t next = 0;
  for (std::size_t row = 0; row < digit_rows || next < beside.size(); ++row) {
    for (std::size_t column = 0; column < columns; ++column) {
      const std::size_t digit = row * digit_columns + column;
      const bool on_pad = row < digit_rows && column < digit_columns && *pad[digit] != '\0';
      if (on_pad)
        grid.cells.push_back(typing_key(pad[digit]));
      else
        grid.cells.push_back(next < beside.size() ? std::optional(beside[next++]) : std::nullopt);
    }
  }
  return grid;
}

// A low screen has no room for a pad: digits in a row, then the rest.
KeyGrid in_few_rows(const std::vector<TypingKey>& beside, std::size_t rows) {
  KeyGrid grid;
  for (const char* digit : {"1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "."})
    grid.cells.push_back(typing_key(digit));
  grid.cells.insert(grid.cells.end(), beside.begin(), beside.end());
  grid.columns = (grid.cells.size() + rows - 1) / rows;
  return grid;
}

// What is typed, as it is understood; while it is not, that it is not finished.
Node reading(const Workplace& place, const engage::ExpressionTask& task, const std::string& typed) {
  const auto mathematics = engage::as_mathematics(task, typed);
  const TypeStyle type = typed.size() > long_answer_bytes ? TypeStyle::Body : TypeStyle::Question;
  Node node = mathematics     ? parts::text(plain_text(*mathematics), type)
              : typed.empty() ? parts::text({}, TypeStyle::Body)
                              : parts::text(place.scene.say(Word::GoOnTyping), TypeStyle::Body, Paint::QuietInk);
  if (mathematics) {
    node.text = "$" + *mathematics + "$";
    node.language = no_language;
  }
  node.id = "reading";
  node.look.align = TextAlign::Center;
  node.layout.height = reading_height(place.frame());
  node.layout.main = Place::Center;
  return node;
}

// The answer once it is known to be right.
Node settled_answer(const Workplace& place, const engage::ExpressionTask& task, const engage::ExpressionEntry& entry) {
  const std::string words = engage::in_words(task, entry);
  Node node =
      parts::text(plain_text(words), place.frame().compact ? TypeStyle::Question : TypeStyle::BigNumber, Paint::Green);
  node.role = Role::TextField;
  node.id = "answer";
  node.name = place.scene.say(Word::YourAnswer);
  node.value = plain_text(words);
  node.text = words;
  node.language = no_language;
  node.look.align = TextAlign::Center;
  node.look.fill = Paint::GreenSoft;
  node.look.outline = Paint::Green;
  node.look.bold_outline = true;
  node.look.radius = 16;
  node.layout.main = Place::Center;
  node.layout.height = typed_field_height(place.frame()) + reading_height(place.frame());
  return node;
}

}  // namespace

Way way(std::type_identity<engage::ExpressionTask>) { return {Word::WayMathematics, "way-mathematics"}; }

float width_beside(const engage::ExpressionTask& task, float width) {
  const std::size_t columns = columns_for(signs_always.size() + engage::signs_needed(task).size());
  return std::min(width_of_key_columns(columns), width * 0.6F);
}

Node field(const Workplace& place, const engage::ExpressionTask& task) {
  const engage::ExpressionEntry& entry = place.shown(task);
  if (place.settled()) return settled_answer(place, task, entry);
  Node column = parts::group(Direction::Column, 0);
  column.layout.height = typed_field_height(place.frame()) + reading_height(place.frame());
  column.children.push_back(typed_field(place, {entry.text, no_language, TypeStyle::BigNumber}));
  if (reading_height(place.frame()) > 0) column.children.push_back(reading(place, task, entry.text));
  return column;
}

Node keys(const Workplace& place, const engage::ExpressionTask& task) {
  const std::vector<TypingKey> beside = keys_beside_digits(place, task);
  const std::size_t rows = key_rows_that_fit(place);
  return key_grid(place, rows < digit_rows ? in_few_rows(beside, rows) : arranged(beside));
}

Node answer(const Workplace& place, const engage::ExpressionTask& task) {
  return field_above_keys(place, field(place, task), [&](const Workplace& for_keys) { return keys(for_keys, task); });
}

}  // namespace hornbook::ui::views

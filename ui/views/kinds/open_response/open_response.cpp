#include "ui/views/kinds/open_response/open_response.hpp"

#include <utility>

#include "ui/semantics/utf8.hpp"
#include "ui/views/long_field.hpp"
#include "ui/views/plain_text.hpp"
#include "ui/views/sentence_keys.hpp"
#include "ui/views/typed_field.hpp"

namespace hornbook::ui::views {
namespace {

constexpr float chip_gap = 8;
constexpr float chip_character = 13;
constexpr float chip_padding = 48;

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

Node page_of_starters(const Workplace& place, const std::vector<std::string>& shown, float width) {
  Node list = parts::group(Direction::Wrap, chip_gap);
  list.role = Role::List;
  list.id = "starters";
  list.name = place.scene.say(Word::BeginWith);
  list.layout.height = height_of_chips(place, shown, width);
  for (const std::string& starter : shown) list.children.push_back(chip(place, starter));
  return list;
}

// As many on a page as there is room for, one at least.
std::vector<Node> starters(const Workplace& place, const engage::OpenResponse& task, Size room) {
  std::vector<Node> pages;
  std::vector<std::string> shown;
  for (const std::string& starter : task.starters) {
    shown.push_back(starter);
    if (shown.size() == 1 || height_of_chips(place, shown, room.width) <= room.height) continue;
    shown.pop_back();
    pages.push_back(page_of_starters(place, std::exchange(shown, {starter}), room.width));
  }
  if (!shown.empty()) pages.push_back(page_of_starters(place, shown, room.width));
  return pages;
}

// "12 of about 30 words. Look for: the name of the plant · which part we eat".
std::string words_of_reminder(const Workplace& place, const engage::OpenResponse& task) {
  std::string words;
  const std::size_t written = engage::count_words(place.entry(task).text);
  if (task.words_wanted > 0 && written > 0)
    words = place.scene.say(Word::WordsSoFar, {std::to_string(written), std::to_string(task.words_wanted)}) + ". ";
  return words + look_for(place, task.checklist);
}

}  // namespace

Way way(std::type_identity<engage::OpenResponse>) { return {Word::WayOpenResponse, "way-open-response"}; }

float width_beside(const engage::OpenResponse&, float) { return whole_width; }

std::vector<Node> help(const Workplace& place, const engage::OpenResponse& task, Size room) {
  if (place.open && place.entry(task).text.empty() && !task.starters.empty()) return starters(place, task, room);
  return reminder(place, words_of_reminder(place, task), room);
}

Node field(const Workplace& place, const engage::OpenResponse& task) {
  return long_field(place, {place.entry(task).text, place.language()});
}

Node keys(const Workplace& place, const engage::OpenResponse& task) {
  return sentence_keys(place, place.entry(task).text);
}

Node answer(const Workplace& place, const engage::OpenResponse& task) {
  Workplace for_field = place;
  for_field.height = height_of_field(place);
  return field_above_keys(place, field(for_field, task),
                          [&](const Workplace& for_keys) { return keys(for_keys, task); });
}

Word word_to_submit(const engage::OpenResponse&) { return Word::HandIn; }

}  // namespace hornbook::ui::views

#include "ui/views/long_field.hpp"

#include <algorithm>

#include "runtime/engage/entry/typed_text.hpp"
#include "ui/semantics/utf8.hpp"

namespace hornbook::ui::views {
namespace {

constexpr float padding_x = 16;
constexpr float padding_y = 8;
constexpr float line_height = 36;
constexpr float character_width = 14;  // of body text, on the wide side
// What keeps a line that is empty from vanishing.
constexpr std::string_view empty_line = "\xC2\xA0";

std::size_t fitting(float space, float side) { return static_cast<std::size_t>(std::max(1.F, space / side)); }

// Which of the lines are shown.
struct Window {
  std::size_t first = 0, end = 0;
  bool has_earlier = false, has_later = false;
};

// Pages count from the end, which is where one writes; each shows the last line of the one above it again.
Window window_of(std::size_t lines, std::size_t rows, std::uint32_t pages_above) {
  if (lines <= rows) return {0, lines, false, false};
  const std::size_t step = std::max<std::size_t>(1, rows - 1);
  const std::size_t pages_max = (lines - rows + step - 1) / step;
  const std::size_t up = std::min<std::size_t>(pages_above, pages_max) * step;
  const std::size_t first = lines - rows - std::min(up, lines - rows);
  return {first, first + rows, first > 0, first + rows < lines};
}

std::string shown_lines(const std::vector<std::string>& lines, const Window& window) {
  std::string text;
  for (std::size_t at = window.first; at < window.end; ++at) {
    if (at > window.first) text += '\n';
    text += lines[at].empty() ? std::string(empty_line) : engage::escaped_for_markup(lines[at]);
  }
  return text;
}

Node turn_button(const Workplace& place, Word word, std::string_view picture, int pages_up, bool leads_somewhere) {
  Node node =
      parts::picture_button(place.frame(), place.scene.say(word), picture, place.scene.actions.on(TurnLines{pages_up}));
  return leads_somewhere ? node : parts::disabled(std::move(node));
}

Node page_node(const Workplace& place, const LongField& field, std::string shown, float width) {
  const bool is_kept = engage::is_finished(place.activity);
  Node node;
  node.role = Role::TextField;
  node.id = "answer";
  node.name = place.scene.say(Word::YourAnswer);
  node.value = field.text;
  node.text = std::move(shown);
  node.language = field.language;
  node.look.radius = 12;
  node.look.fill = is_kept ? Paint::Paper : Paint::HornSoft;
  node.look.outline = is_kept ? Paint::QuietInk : Paint::Horn;
  node.layout.width = width;
  node.layout.height = place.height;
  node.layout.padding_x = padding_x;
  node.layout.padding_y = padding_y;
  if (place.open) {
    node.actions.type = place.act(engage::TypeText{});
    node.actions.line = place.act(engage::TypeText{"\n"});
    node.actions.erase = place.act(engage::EraseLast{});
    node.actions.takes_typing = true;
  }
  return node;
}

// The end of the line that fits: at a space, or inside a word that is longer than a line.
std::size_t end_of_line(const std::vector<std::string>& characters, std::size_t start, std::size_t characters_max) {
  if (characters.size() - start <= characters_max) return characters.size();
  for (std::size_t end = start + characters_max; end > start; --end)
    if (characters[end] == " ") return end;
  return start + characters_max;
}

void add_lines(std::vector<std::string>& lines, std::string_view paragraph, std::size_t characters_max) {
  const std::vector<std::string> characters = characters_of(paragraph);
  std::size_t start = 0;
  do {
    const std::size_t end = end_of_line(characters, start, characters_max);
    std::string& line = lines.emplace_back();
    for (std::size_t at = start; at < end; ++at) line += characters[at];
    start = end < characters.size() && characters[end] == " " ? end + 1 : end;
  } while (start < characters.size());
}

}  // namespace

std::vector<std::string> lines_of(std::string_view text, std::size_t characters_max) {
  std::vector<std::string> lines;
  while (true) {
    const std::size_t end = text.find('\n');
    add_lines(lines, text.substr(0, end), characters_max);
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

Node long_field(const Workplace& place, const LongField& field) {
  const parts::Frame& frame = place.frame();
  const std::size_t rows = fitting(place.height - 2 * padding_y, line_height);
  const auto lines_in = [&](float width) {
    return lines_of(field.text, fitting(width - 2 * padding_x, character_width));
  };
  std::vector<std::string> lines = lines_in(place.width);
  if (lines.size() <= rows)
    return page_node(place, field, shown_lines(lines, {0, lines.size(), false, false}), place.width);
  // Beside the field, one above the other where that fits.
  const bool stacked = place.height >= 2 * frame.target + frame.gap;
  const float buttons = stacked ? frame.target : 2 * frame.target + frame.gap;
  const float width = place.width - buttons - frame.gap;
  lines = lines_in(width);
  const Window window = window_of(lines.size(), rows, place.pages_above);
  Node turns = parts::group(stacked ? Direction::Column : Direction::Row, frame.gap,
                            {turn_button(place, Word::EarlierLines, "lines-up", 1, window.has_earlier),
                             turn_button(place, Word::LaterLines, "lines-down", -1, window.has_later)});
  turns.layout.main = Place::Center;
  turns.layout.cross = Place::Center;
  Node row = parts::group(Direction::Row, frame.gap,
                          {page_node(place, field, shown_lines(lines, window), width), std::move(turns)});
  row.layout.height = place.height;
  return row;
}

}  // namespace hornbook::ui::views

#include "ui/views/kinds/hot_text/hot_text.hpp"

#include <algorithm>

#include "ui/views/flowing_text.hpp"
#include "ui/views/measured.hpp"
#include "ui/views/plain_text.hpp"
#include "ui/views/standing.hpp"

namespace hornbook::ui::views {
namespace {

constexpr float padding = 12;

bool is_in(const engage::HotTextEntry* entry, std::uint8_t word) {
  return entry != nullptr && std::binary_search(entry->chosen.begin(), entry->chosen.end(), word);
}

// Where several may be chosen, an answer that is not yet right does not say which of them are.
Standing standing_of(const Workplace& place, const engage::HotText& task, std::uint8_t word) {
  const bool chosen = is_in(&place.entry(task), word);
  if (is_in(place.revealed(task), word) || (chosen && place.right())) return Standing::Right;
  if (!chosen) return Standing::Open;
  const bool tried = std::holds_alternative<engage::TryAgain>(place.activity.phase) && task.maximum == 1;
  return tried || place.reveal.has_value() ? Standing::NotYet : Standing::Chosen;
}

float width_of_word(const Workplace& place, const engage::HotText& task, std::size_t word, TypeStyle type) {
  const std::string& markup = task.text.words[word];
  return std::clamp(width_of(place, markup, type) + 2 * padding, place.frame().target,
                    place.width - place.frame().target - place.frame().gap);
}

Node word_node(const Workplace& place, const engage::HotText& task, std::uint8_t word, TypeStyle type) {
  const std::string& markup = task.text.words[word];
  const Standing standing = standing_of(place, task, word);
  Node line = parts::text(plain_text(markup), type);
  line.text = markup;
  line.look.align = TextAlign::Center;
  line.layout.main = Place::Center;
  Node node = parts::group(Direction::Stack, 0, {std::move(line)});
  node.role = task.maximum == 1 ? Role::Radio : Role::Checkbox;
  node.id = "word-" + std::to_string(word + 1);
  node.name = plain_text(markup);
  node.language = place.language();
  node.state.selected = is_in(&place.entry(task), word);
  if (place.open) node.actions.press = place.act(engage::Choose{word});
  node.look.radius = 12;
  node.layout.padding_x = padding;
  node.layout.min_width = place.frame().target;
  node.layout.max_width = width_of_word(place, task, word, type);
  node.layout.min_height = place.frame().target;
  node.layout.main = Place::Stretch;
  paint_standing(node, standing);
  for (Node& sign : corner_sign(place, standing)) node.children.push_back(std::move(sign));
  return node;
}

}  // namespace

Way way(std::type_identity<engage::HotText>) { return {Word::WayHotText, "way-hot-text"}; }

float width_beside(const engage::HotText&, float) { return whole_width; }

Node answer(const Workplace& place, const engage::HotText& task) {
  const parts::Frame& frame = place.frame();
  const FlowingText flowing{task.text,
                            [&](std::size_t word, TypeStyle type) { return width_of_word(place, task, word, type); },
                            frame.target};
  const PagedText paged = in_pages(place, flowing, place.width, place.height);
  const std::size_t page = place.key_page % paged.pages.size();
  const TextPage& shown = paged.pages[page];
  std::vector<Node> words;
  for (std::size_t mark = shown.first_mark; mark < shown.first_mark + shown.marks; ++mark)
    words.push_back(word_node(place, task, task.text.order[mark], paged.type));
  Node text = text_page(place, flowing, paged, page, std::move(words));
  Node node = parts::group(Direction::Column, frame.gap,
                           {with_page_turner(place, {page, paged.pages.size(), paged.height}, std::move(text))});
  constexpr float mark_size = 112;
  const bool has_room = place.height - paged.height >= mark_size + frame.gap;
  if (place.settled() && has_room) node.children.push_back(finish_mark(place, mark_size));
  node.layout.cross = Place::Center;
  return node;
}

}  // namespace hornbook::ui::views

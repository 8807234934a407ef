#include "ui/views/kinds/cloze/cloze.hpp"

#include <algorithm>

#include "ui/views/blanks.hpp"
#include "ui/views/flowing_text.hpp"

namespace hornbook::ui::views {
namespace {

constexpr float line_clearance = 12;

std::vector<std::size_t> blanks_on(const engage::Cloze& task, const TextPage& page) {
  const auto first = task.text.order.begin() + static_cast<std::ptrdiff_t>(page.first_mark);
  return {first, first + static_cast<std::ptrdiff_t>(page.marks)};
}

std::vector<Node> blanks_of(const Workplace& place, const engage::Cloze& task, const BlanksShown& shown,
                            const PagedText& paged, const TextPage& page) {
  std::vector<Node> nodes;
  for (std::size_t mark = page.first_mark; mark < page.first_mark + page.marks; ++mark) {
    const std::string name = place.scene.say(Word::BlankNumber, {std::to_string(mark + 1)});
    const std::size_t at = task.text.order[mark];
    nodes.push_back(blank_node(place, shown, at, {name, width_of_blank(place, task, at, paged.type), paged.type}));
  }
  return nodes;
}

}  // namespace

Way way(std::type_identity<engage::Cloze>) { return {Word::WayCloze, "way-cloze"}; }

float width_beside(const engage::Cloze&, float) { return whole_width; }

Node answer(const Workplace& place, const engage::Cloze& task) {
  const parts::Frame& frame = place.frame();
  const engage::ClozeEntry& entry = place.shown(task);
  const float one_line = frame.target + line_clearance;
  const float below =
      std::clamp(filler_height(place, task), 0.F, std::max(frame.target, place.height - one_line - frame.gap));
  const FlowingText flowing{task.text,
                            [&](std::size_t blank, TypeStyle type) { return width_of_blank(place, task, blank, type); },
                            frame.target};
  const PagedText paged = in_pages(place, flowing, place.width, place.height - below - frame.gap);
  const auto pages = static_cast<std::uint32_t>(paged.pages.size());
  const std::uint32_t page = place.key_page % pages;
  const BlanksShown shown{task, entry, blank_at_hand(task, entry, blanks_on(task, paged.pages[page]))};
  Workplace for_filler = place;
  for_filler.height = std::max(below, place.height - paged.height - frame.gap);
  for_filler.key_page = place.key_page / pages;
  for_filler.key_page_step = pages;
  Node text = text_page(place, flowing, paged, page, blanks_of(place, task, shown, paged, paged.pages[page]));
  Node node =
      parts::group(Direction::Column, frame.gap,
                   {with_page_turner(place, {page, pages, paged.height}, std::move(text)), filler(for_filler, shown)});
  node.layout.cross = Place::Center;
  return node;
}

}  // namespace hornbook::ui::views

#include "ui/views/flowing_text.hpp"

#include <algorithm>
#include <cmath>

#include "ui/semantics/utf8.hpp"
#include "ui/views/measured.hpp"
#include "ui/views/plain_text.hpp"

namespace hornbook::ui::views {
namespace {

constexpr char32_t mark = 0xFFFC;
constexpr float clearance = 6;  // above and below what stands in a line
constexpr float paragraph_space = 20;

float line_height(TypeStyle type) { return type == TypeStyle::Question ? 48 : 36; }

// A piece of the text that stays on one line where it can.
struct Token {
  std::size_t begin = 0, end = 0;
  float width = 0;
  bool is_mark = false;
  std::size_t line_ends = 0;  // before it
};

// Where the span of mathematics or emphasis that begins at `at` ends: behind its partner in the same line.
std::size_t span_end(std::string_view text, std::size_t at) {
  for (std::size_t end = at + 1; end < text.size() && text[end] != '\n'; ++end) {
    if (text[end] == '\\')
      ++end;
    else if (text[end] == text[at])
      return end + 1;
  }
  return at + 1;
}

// Scripts that are written without spaces.
bool may_stand_alone(char32_t character) { return character >= 0x2E80 && character < 0xFF00; }

class Tokenizer {
 public:
  Tokenizer(const Workplace& place, const FlowingText& flowing, TypeStyle type)
      : place_(place), flowing_(flowing), text_(flowing.text.text), type_(type) {}

  std::vector<Token> read() {
    while (at_ < text_.size()) step();
    end_token();
    return std::move(tokens_);
  }

 private:
  void step() {
    const Utf8Character character = decode_utf8(text_, at_);
    if (character.code == U'\n' || character.code == U' ') {
      end_token();
      line_ends_ += character.code == U'\n' ? 1U : 0U;
      begin_ = ++at_;
      return;
    }
    if (character.code == mark || may_stand_alone(character.code)) {
      end_token();
      at_ += character.bytes;
      end_token(character.code == mark);
      return;
    }
    const bool escaped = character.code == U'\\' && at_ + 1 < text_.size();
    at_ = character.code == U'$' || character.code == U'*' ? span_end(text_, at_) : at_ + character.bytes + escaped;
  }

  void end_token(bool is_mark = false) {
    if (at_ > begin_) {
      const float width = is_mark ? flowing_.width(flowing_.text.order[marks_++], type_)
                                  : width_of(place_, std::string(text_.substr(begin_, at_ - begin_)), type_);
      tokens_.push_back({begin_, at_, width, is_mark, std::exchange(line_ends_, 0)});
    }
    begin_ = at_;
  }

  const Workplace& place_;
  const FlowingText& flowing_;
  std::string_view text_;
  TypeStyle type_;
  std::size_t at_ = 0, begin_ = 0, marks_ = 0, line_ends_ = 0;
  std::vector<Token> tokens_;
};

// Fills lines and pages as the text engine will, or sooner.
class PageFiller {
 public:
  PageFiller(const Workplace& place, const FlowingText& flowing, TypeStyle type, float width, float height)
      : place_(place), flowing_(flowing), height_max_(height) {
    paged_.type = type;
    paged_.width = width;
    paged_.pages.emplace_back();
  }

  PagedText fill() {
    for (const Token& token : Tokenizer(place_, flowing_, paged_.type).read()) add(token);
    paged_.height = std::max(paged_.height, height());
    return std::move(paged_);
  }

 private:
  [[nodiscard]] float height() const { return above_ + line_; }

  void add(const Token& token) {
    const float space = character_width(paged_.type);
    const float token_height = token.is_mark
                                   ? flowing_.box_height + 2 * clearance
                                   : line_height(paged_.type) * std::max(1.F, std::ceil(token.width / paged_.width));
    const bool new_line = used_ > 0 && (token.line_ends > 0 || used_ + space + token.width > paged_.width);
    if (new_line) {
      above_ += line_ + (token.line_ends > 1 ? paragraph_space : 0);
      line_ = used_ = 0;
    }
    const bool new_page = above_ > 0 && above_ + std::max(line_, token_height) > height_max_;
    if (new_page) turn_page(token);
    used_ += token.width + (used_ > 0 ? space : 0);
    line_ = std::max(line_, token_height);
    take(token);
  }

  // A line that grows too high takes its words along to the next page.
  void turn_page(const Token& token) {
    const TextPage& last = paged_.pages.back();
    TextPage next;
    next.begin = next.end = token.begin;
    next.first_mark = last.first_mark + last.marks;
    paged_.height = std::max(paged_.height, above_);
    if (used_ > 0) paged_.height = std::max(paged_.height, height());
    paged_.pages.push_back(next);
    above_ = line_ = used_ = 0;
  }

  void take(const Token& token) {
    paged_.pages.back().end = token.end;
    paged_.pages.back().marks += token.is_mark ? 1U : 0U;
  }

  const Workplace& place_;
  const FlowingText& flowing_;
  float height_max_;
  PagedText paged_;
  float above_ = 0, line_ = 0, used_ = 0;
};

// The page's words, with what its marks hold.
std::string spoken_page(std::string_view markup, const std::vector<Node>& boxes) {
  const std::string plain = plain_text(markup);
  std::string spoken;
  std::size_t box = 0;
  for (std::size_t at = 0; at < plain.size();) {
    const Utf8Character character = decode_utf8(plain, at);
    if (character.code == mark)
      spoken += box < boxes.size() ? boxes[box++].name : std::string();
    else
      spoken.append(plain, at, character.bytes);
    at += character.bytes;
  }
  return spoken;
}

}  // namespace

float character_width(TypeStyle type) { return type == TypeStyle::Question ? 18 : 13.5F; }

PagedText in_pages(const Workplace& place, const FlowingText& flowing, float width, float height) {
  if (!place.frame().compact) {
    PagedText large = PageFiller(place, flowing, TypeStyle::Question, width, height).fill();
    if (large.pages.size() == 1) return large;
  }
  PagedText small = PageFiller(place, flowing, TypeStyle::Body, width, height).fill();
  if (small.pages.size() == 1) return small;
  const float beside_turner = width - place.frame().target - place.frame().gap;
  return PageFiller(place, flowing, TypeStyle::Body, beside_turner, height).fill();
}

Node text_page(const Workplace& place, const FlowingText& flowing, const PagedText& paged, std::size_t page,
               std::vector<Node> boxes) {
  const TextPage& shown = paged.pages[page];
  std::string markup = flowing.text.text.substr(shown.begin, shown.end - shown.begin);
  if (flowing.text.text.find('\n') != std::string::npos) markup += '\n';  // so that one line may be a list's entry
  Node node = parts::text(spoken_page(markup, boxes), paged.type);
  node.id = "text";
  node.text = markup;
  node.language = place.language();
  node.layout.direction = Direction::Flow;
  node.layout.width = paged.width;
  node.children = std::move(boxes);
  return node;
}

Node with_page_turner(const Workplace& place, const PageShown& at, Node shown) {
  if (at.pages == 1) return shown;
  constexpr float one_small_line = 30;
  const auto here = static_cast<std::int32_t>(at.page);
  const ActionId turn = place.scene.actions.on(TurnPage{at.page + 1 == at.pages ? -here : 1});
  Node next = parts::picture_button(place.frame(), place.scene.say(Word::NextPage), "next", turn);
  next.id = page_turner_id;
  next.value = place.scene.say(Word::PageOf, {std::to_string(at.page + 1), std::to_string(at.pages)});
  Node turner = parts::group(Direction::Column, 0, {std::move(next)});
  if (at.height >= place.frame().target + one_small_line) {
    Node where = parts::text(turner.children.front().value, TypeStyle::Small, Paint::QuietInk);
    where.text = std::to_string(at.page + 1) + " / " + std::to_string(at.pages);
    turner.children.push_back(std::move(where));
  }
  turner.layout.width = place.frame().target;
  turner.layout.cross = Place::Center;
  Node row = parts::group(Direction::Row, place.frame().gap, {std::move(shown), std::move(turner)});
  row.layout.cross = Place::Center;
  return row;
}

float width_beside_turner(const Workplace& place) { return place.width - place.frame().target - place.frame().gap; }

Node page_in_turn(const Workplace& place, std::vector<Node> pages) {
  const std::size_t page = place.key_page % pages.size();
  Node row = with_page_turner(place, {page, pages.size(), place.height}, std::move(pages[page]));
  row.layout.width = place.width;
  row.layout.main = Place::Center;
  return row;
}

}  // namespace hornbook::ui::views

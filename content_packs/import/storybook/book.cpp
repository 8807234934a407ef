#include "content_packs/import/storybook/book.hpp"

#include <md4c.h>

#include <algorithm>
#include <array>
#include <utility>

#include "content_packs/import/html_names.hpp"
#include "content_packs/import/spelling.hpp"
#include "content_packs/import/text_structure.hpp"
#include "runtime/engage/entry/typed_text.hpp"

namespace hornbook::content::storybook {
namespace {

constexpr std::array<std::string_view, 8> known_of_a_book{"license",     "text",          "adaptation", "illustration",
                                                          "translation", "translated by", "language",   "level"};

bool ends_sentence(const std::string& text) {
  static constexpr std::array<std::string_view, 9> ends{".", "!", "?", "\"", "”", "…", ":", "።", "»"};
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return text.ends_with(end); });
}

// What md4c calls while it reads.
class BookReader {
 public:
  Book read(std::string_view markdown) {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_TABLES;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) { return of(self).enter(type, detail); };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) { return of(self).leave(type); };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) { return of(self).enter_span(type, detail); };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) { return of(self).leave_span(type); };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
      return of(self).take(type, std::string_view(text, size));
    };
    // md4c 0.4.8 looks at the byte after the last, and goes astray by what it finds there: here it is always 0.
    const std::string document(markdown);
    md_parse(document.c_str(), static_cast<MD_SIZE>(document.size()), &parser, this);
    take_about();
    return std::move(book_);
  }

 private:
  static BookReader& of(void* self) { return *static_cast<BookReader*>(self); }

  int enter(MD_BLOCKTYPE type, void* detail) {
    if (type == MD_BLOCK_TH || type == MD_BLOCK_TD) return enter_cell(type, *static_cast<MD_BLOCK_TD_DETAIL*>(detail));
    flush();
    if (type == MD_BLOCK_UL) lists_.push_back({{}, static_cast<MD_BLOCK_UL_DETAIL*>(detail)->mark == '-', {}, {}});
    if (type == MD_BLOCK_OL)
      lists_.push_back({{true, static_cast<long>(static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start), 1}, false, {}, {}});
    if (type == MD_BLOCK_TABLE) table_.clear();
    if (type == MD_BLOCK_TR) table_.emplace_back();
    return 0;
  }

  int leave(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_TH || type == MD_BLOCK_TD) {
      table_.back().back().words = trimmed(text_);
      text_.clear();
      return 0;
    }
    if (type == MD_BLOCK_H)
      take_heading();
    else
      flush();
    if (type == MD_BLOCK_LI) end_entry();
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) end_list();
    if (type == MD_BLOCK_TABLE)
      for (std::string& part : write_table(std::exchange(table_, {})).parts) take_words(std::move(part));
    return 0;
  }

  int enter_cell(MD_BLOCKTYPE type, const MD_BLOCK_TD_DETAIL& detail) {
    TableCell cell;
    cell.is_head = type == MD_BLOCK_TH;
    if (detail.align == MD_ALIGN_CENTER) cell.align = engage::CellAlign::Center;
    if (detail.align == MD_ALIGN_RIGHT) cell.align = engage::CellAlign::End;
    table_.back().push_back(std::move(cell));
    return 0;
  }

  void end_entry() {
    if (!lists_.empty()) lists_.back().entries.push_back(std::exchange(lists_.back().words, {}));
  }

  // A dash begins what somebody says: such lines are a list to Markdown alone.
  void end_list() {
    List list = std::move(lists_.back());
    lists_.pop_back();
    if (list.is_speech) {
      for (const std::string& entry : list.entries)
        if (!entry.empty()) take_words("\\- " + entry);
      return;
    }
    const std::size_t place = lists_.empty() ? page().size() : 0;
    take_words(markup_of(list));
    if (lists_.empty()) on_last_page_.emplace_back(place, std::move(list));
  }

  struct List {
    ListStyle style;
    bool is_speech = false;
    std::vector<std::string> entries;
    std::string words;  // of the entry that is read
  };

  static std::string markup_of(const List& list) {
    ListStyle style = list.style;
    std::vector<std::string> lines;
    for (const std::string& entry : list.entries) lines.push_back(list_entry(style, entry));
    return as_list(lines);
  }

  int enter_span(MD_SPANTYPE type, void* detail) {
    if (type == MD_SPAN_IMG) {
      flush();
      const auto* image = static_cast<MD_SPAN_IMG_DETAIL*>(detail);
      picture_ = std::string(image->src.text == nullptr ? "" : image->src.text, image->src.size);
    }
    emphasise(type);
    return 0;
  }

  int leave_span(MD_SPANTYPE type) {
    emphasise(type);
    if (type != MD_SPAN_IMG) return 0;
    page().emplace_back(ReaderPicture{std::move(picture_), std::string(trimmed(text_))});
    text_.clear();
    return 0;
  }

  // One inside another has no sign of its own.
  void emphasise(MD_SPANTYPE type) {
    if (type != MD_SPAN_EM && type != MD_SPAN_STRONG) return;
    const bool opens = (type == MD_SPAN_EM ? is_em_ : is_strong_) == false;
    const bool was = is_em_ || is_strong_;
    (type == MD_SPAN_EM ? is_em_ : is_strong_) = opens;
    if (was != (is_em_ || is_strong_)) text_ += '*';
  }

  int take(MD_TEXTTYPE type, std::string_view text) {
    if (type == MD_TEXT_BR) {
      text_ += '\n';
    } else if (type == MD_TEXT_SOFTBR) {
      text_ += ends_sentence(text_) ? '\n' : ' ';
    } else if (type == MD_TEXT_ENTITY) {
      text_ += engage::escaped_for_markup(with_html_names_read(text));
    } else if (type != MD_TEXT_NULLCHAR) {
      text_ += engage::escaped_for_markup(text);
    }
    return 0;
  }

  std::vector<ReaderBlock>& page() {
    if (book_.pages.empty()) book_.pages.emplace_back();
    return book_.pages.back();
  }

  // The first is the title, the others begin pages.
  void take_heading() {
    const std::string heading(trimmed(text_));
    text_.clear();
    if (book_.title.empty() && book_.pages.empty()) {
      book_.title = heading;
      return;
    }
    book_.pages.emplace_back();
    on_last_page_.clear();
    if (!heading.empty()) page().emplace_back(ReaderHeading{heading});
  }

  void flush() {
    std::string words(trimmed(text_));
    text_.clear();
    take_words(std::move(words));
  }

  // A paragraph of the page, or of the entry that is read.
  void take_words(std::string words) {
    if (words.empty()) return;
    if (lists_.empty())
      page().emplace_back(ReaderParagraph{std::move(words)});
    else
      lists_.back().words = joined(lists_.back().words, words, "\n");
  }

  // The entries of the last page that say what is known of the book; other words on it are the story's.
  void take_about() {
    if (book_.pages.empty()) return;
    std::vector<ReaderBlock>& last = book_.pages.back();
    for (auto& [place, list] : on_last_page_) {
      std::erase_if(list.entries, [this](const std::string& entry) { return take_about(entry); });
      if (place < last.size()) last[place] = ReaderParagraph{markup_of(list)};
    }
    std::erase_if(last, [](const ReaderBlock& block) {
      const auto* paragraph = std::get_if<ReaderParagraph>(&block);
      return paragraph != nullptr && paragraph->text.empty();
    });
    if (last.empty()) book_.pages.pop_back();
  }

  // "License: CC BY".
  bool take_about(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return false;
    const std::string name = in_small_letters(line.substr(0, colon));
    if (std::find(known_of_a_book.begin(), known_of_a_book.end(), name) == known_of_a_book.end()) return false;
    std::string value(trimmed(line.substr(colon + 1)));
    // Words that wrap onto these lines are a note of their own.
    const std::size_t end = name == "language" || name == "level" ? value.find_first_of(" \n") : std::string::npos;
    if (end != std::string::npos) {
      book_.about.insert_or_assign("note", std::string(trimmed(std::string_view(value).substr(end))));
      value.resize(end);
    }
    book_.about.insert_or_assign(name, std::move(value));
    return true;
  }

  Book book_;
  std::string text_;
  std::string picture_;
  std::vector<List> lists_;  // that are read, the innermost last
  TableRows table_;
  std::vector<std::pair<std::size_t, List>> on_last_page_;  // with its place among the blocks
  bool is_em_ = false, is_strong_ = false;
};

}  // namespace

Book read_book(std::string_view markdown) { return BookReader().read(markdown); }

}  // namespace hornbook::content::storybook

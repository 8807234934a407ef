#include "content_packs/import/epub/chapter.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "content_packs/import/epub/publication.hpp"
#include "content_packs/import/epub/xml.hpp"
#include "content_packs/import/qti/mathml.hpp"
#include "content_packs/import/spelling.hpp"
#include "runtime/engage/entry/typed_text.hpp"

namespace hornbook::content::epub {
namespace {

template <std::size_t Count>
bool is_one_of(std::string_view name, const std::array<std::string_view, Count>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 7> passed_over{"head", "script", "style", "nav", "rt", "rp", "template"};
constexpr std::array<std::string_view, 7> left_out{"audio", "video", "iframe", "object", "form", "canvas", "embed"};
constexpr std::array<std::string_view, 6> headings{"h1", "h2", "h3", "h4", "h5", "h6"};
constexpr std::array<std::string_view, 6> emphases{"em", "i", "strong", "b", "cite", "dfn"};
constexpr std::array<std::string_view, 19> blocks{"p",     "div",    "section", "article", "blockquote", "li",     "ul",
                                                  "ol",    "dl",     "dt",      "dd",      "pre",        "figure", "hr",
                                                  "aside", "header", "footer",  "main",    "figcaption"};

struct Text : pugi::xml_writer {
  void write(const void* data, std::size_t size) override { text.append(static_cast<const char*>(data), size); }
  std::string text;
};

// Empty when a part of it has no TeX here.
std::string tex_of(const pugi::xml_node& math) {
  Text source;
  math.print(source, "", pugi::format_raw | pugi::format_no_escapes);
  const auto parsed = qti::parse_xml(as_bytes(source.text));
  if (!parsed) return {};
  const qti::Formula formula = qti::to_tex(*parsed, [](std::string_view) { return std::nullopt; });
  return formula.unknown.empty() ? std::string(trimmed(formula.tex)) : std::string();
}

class ChapterReader {
 public:
  ChapterReader(const std::string& path, Remarks& remarks) : path_(path), remarks_(remarks) {}

  std::vector<ReaderBlock> read(ByteView xhtml) {
    pugi::xml_document document;
    if (!load_xml(xhtml, document)) {
      remarks_.push_back({Outcome::Refused, "chapter-broken", path_, "it is no well-formed XML"});
      return {};
    }
    if (declares_entities(document)) remark("entities-declared", "its own entities are never followed");
    visit(document, 0);
    flush();
    return std::move(blocks_);
  }

 private:
  // Each once for a document.
  void remark(std::string code, std::string sentence) {
    const auto is_same = [&](const Remark& said) {
      return said.code == code && said.where == path_ && said.sentence == sentence;
    };
    if (std::any_of(remarks_.begin(), remarks_.end(), is_same)) return;
    remarks_.push_back({Outcome::Approximated, std::move(code), path_, std::move(sentence)});
  }

  void visit(const pugi::xml_node& node, std::size_t depth) {
    if (depth > limits::json_depth_max) return remark("too-deep", "elements within many others are left out");
    for (const pugi::xml_node& child : node) {
      if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
        add_words(with_html_names_read(child.value()));
      } else if (child.type() == pugi::node_element) {
        element(child, depth);
      }
    }
  }

  void element(const pugi::xml_node& node, std::size_t depth) {
    const std::string_view name = local_name(node);
    if (is_one_of(name, passed_over) || attribute(node, "epub:type") == "pagebreak") return;
    if (is_one_of(name, left_out)) return remark("media-left-out", "<" + std::string(name) + "> is left out");
    if (name == "br") {
      text_ += '\n';
    } else if (name == "img" || name == "image") {
      picture(node);
    } else if (is_one_of(name, emphases)) {
      emphasis(node, depth);
    } else if (is_one_of(name, headings)) {
      heading(node, depth);
    } else if (name == "tr") {
      row(node, depth);
    } else if (name == "math") {
      formula(node, depth);
    } else {
      block(node, name, depth);
    }
  }

  void block(const pugi::xml_node& node, std::string_view name, std::size_t depth) {
    const bool stands_alone = is_one_of(name, blocks) || name == "table" || name == "body" || name == "svg";
    if (stands_alone) flush();
    if (name == "table") remark("table-as-lines", "each row of a table becomes one line");
    if (name == "li") mark_ = mark_of(node);
    visit(node, depth + 1);
    if (stands_alone) flush();
    if (name == "li") mark_.clear();
  }

  // "• " or "3. ".
  static std::string mark_of(const pugi::xml_node& entry) {
    if (local_name(entry.parent()) != "ol") return "• ";
    std::size_t number = 1;
    for (pugi::xml_node before = entry.previous_sibling(); before; before = before.previous_sibling())
      if (local_name(before) == "li") ++number;
    return std::to_string(number) + ". ";
  }

  void heading(const pugi::xml_node& node, std::size_t depth) {
    flush();
    visit(node, depth + 1);
    std::string words = take_words();
    std::replace(words.begin(), words.end(), '\n', ' ');
    if (!words.empty()) blocks_.emplace_back(ReaderHeading{std::move(words)});
  }

  // Emphasis in emphasis has no sign of its own, and what is empty has none.
  void emphasis(const pugi::xml_node& node, std::size_t depth) {
    if (in_emphasis_) return visit(node, depth + 1);
    const std::size_t before = text_.size();
    in_emphasis_ = true;
    text_ += '*';
    visit(node, depth + 1);
    in_emphasis_ = false;
    const bool is_open = text_.size() > before && text_[before] == '*';
    if (!is_open) return;  // a block inside has ended it
    if (text_.find_first_not_of(" \n", before + 1) == std::string::npos) {
      text_.erase(before, 1);
    } else {
      text_ += '*';
    }
  }

  // As TeX where all of it has some; emphasis has no formulas in it.
  void formula(const pugi::xml_node& node, std::size_t depth) {
    const std::string tex = in_emphasis_ ? std::string() : tex_of(node);
    if (!tex.empty()) {
      text_ += "$" + tex + (tex.ends_with('\\') ? " $" : "$");
      return;
    }
    remark("mathematics-as-text", "a formula is kept as the letters it has");
    visit(node, depth + 1);
  }

  void row(const pugi::xml_node& node, std::size_t depth) {
    flush();
    std::string line;
    for (const pugi::xml_node& cell : node) {
      if (cell.type() != pugi::node_element) continue;
      visit(cell, depth + 1);
      const std::string words = take_words();
      if (!line.empty() && !words.empty()) line += " – ";
      line += words;
    }
    if (!line.empty()) paragraph(std::move(line));
  }

  void picture(const pugi::xml_node& node) {
    const bool is_svg = local_name(node) == "image";
    std::string href = attribute(node, is_svg ? "xlink:href" : "src");
    if (href.empty()) href = attribute(node, "href");
    const std::string target = resolved(path_, href);
    if (target.empty()) return remark("picture-elsewhere", "a picture lies outside the book; it is left out");
    flush();
    blocks_.emplace_back(ReaderPicture{target, attribute(node, is_svg ? "aria-label" : "alt")});
  }

  void add_words(const std::string& words) {
    std::string plain;
    for (const char c : words) {
      const bool is_space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
      const char last = !plain.empty() ? plain.back() : text_.empty() ? '\n' : text_.back();
      if (!is_space)
        plain += c;
      else if (last != ' ' && last != '\n')
        plain += ' ';
    }
    text_ += engage::escaped_for_markup(plain);
  }

  std::string take_words() {
    std::string words = std::move(text_);
    text_.clear();
    const std::size_t first = words.find_first_not_of(" \n");
    if (first == std::string::npos) return {};
    words = words.substr(first, words.find_last_not_of(" \n") - first + 1);
    // A blank line would make two paragraphs of it.
    for (std::size_t at = 0; (at = words.find("\n\n", at)) != std::string::npos;) words.erase(at, 1);
    return words;
  }

  void flush() {
    if (in_emphasis_ && text_.find_first_not_of(" \n*") != std::string::npos) text_ += '*';
    const bool reopens = in_emphasis_;
    std::string words = take_words();
    if (!words.empty() && words != "*") paragraph(std::move(words));
    if (reopens) text_ = "*";
  }

  // The first paragraph of a list's entry carries the entry's mark.
  void paragraph(std::string words) {
    blocks_.emplace_back(ReaderParagraph{std::exchange(mark_, {}) + std::move(words)});
  }

  const std::string& path_;
  Remarks& remarks_;
  std::vector<ReaderBlock> blocks_;
  std::string text_;
  std::string mark_;  // of the list's entry that has no words yet
  bool in_emphasis_ = false;
};

}  // namespace

std::vector<ReaderBlock> read_chapter(const std::string& path, ByteView xhtml, Remarks& remarks) {
  return ChapterReader(path, remarks).read(xhtml);
}

}  // namespace hornbook::content::epub

#include "content_packs/import/xhtml/document.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "content_packs/import/qti/mathml.hpp"
#include "content_packs/import/spelling.hpp"
#include "content_packs/import/text_structure.hpp"
#include "content_packs/import/things.hpp"
#include "content_packs/import/xhtml/xml.hpp"
#include "runtime/engage/entry/typed_text.hpp"

namespace hornbook::content::xhtml {
namespace {

template <std::size_t Count>
bool is_one_of(std::string_view name, const std::array<std::string_view, Count>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 7> passed_over{"head", "script", "style", "nav", "rt", "rp", "template"};
constexpr std::array<std::string_view, 5> left_out{"iframe", "object", "form", "canvas", "embed"};
constexpr std::array<std::string_view, 6> headings{"h1", "h2", "h3", "h4", "h5", "h6"};
constexpr std::array<std::string_view, 6> emphases{"em", "i", "strong", "b", "cite", "dfn"};
constexpr std::array<std::string_view, 20> blocks{
    "p",  "div",   "section", "article", "blockquote", "dl",         "dt",   "dd",  "pre",     "figure",
    "hr", "aside", "header",  "footer",  "main",       "figcaption", "body", "svg", "address", "details"};

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

class DocumentReader {
 public:
  DocumentReader(const std::string& path, Remarks& remarks) : path_(path), remarks_(remarks) {}

  Document read(ByteView xhtml) {
    pugi::xml_document document;
    if (!load_xml(xhtml, document)) {
      remarks_.push_back({Outcome::Refused, "chapter-broken", path_, "it is no well-formed XML"});
      return {};
    }
    if (declares_entities(document)) remark("entities-declared", "its own entities are never followed");
    document_ = document;
    visit(document, 0);
    flush();
    return std::move(result_);
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
    } else if (name == "audio" || name == "video") {
      played(node);
    } else if (is_one_of(name, emphases)) {
      emphasis(node, depth);
    } else if (is_one_of(name, headings)) {
      heading(node, depth);
    } else if (name == "ul" || name == "ol") {
      list(node, depth);
    } else if (name == "table") {
      table(node, depth);
    } else if (name == "math") {
      formula(node, depth);
    } else {
      block(node, is_one_of(name, blocks) || name == "li" || name == "tr" || name == "caption", depth);
    }
  }

  void block(const pugi::xml_node& node, bool stands_alone, std::size_t depth) {
    if (stands_alone) flush();
    visit(node, depth + 1);
    if (stands_alone) flush();
  }

  // What an element holds, as blocks of its own.
  std::vector<ReaderBlock> inside(const pugi::xml_node& node, std::size_t depth) {
    flush();
    std::vector<ReaderBlock> outer = std::exchange(result_.blocks, {});
    visit(node, depth + 1);
    flush();
    return std::exchange(result_.blocks, std::move(outer));
  }

  void list(const pugi::xml_node& node, std::size_t depth) {
    flush();
    const auto entries = node.children("li");
    const auto count = static_cast<std::size_t>(std::distance(entries.begin(), entries.end()));
    ListStyle style;
    if (local_name(node) == "ol")
      style = numbered_list(attribute(node, "start"), !node.attribute("reversed").empty(), count);
    if (const std::string type = attribute(node, "type"); !type.empty() && style.is_numbered && type != "1")
      remark("list-numbered", "letters before the entries of a list became numbers");
    std::vector<std::string> lines;
    for (const pugi::xml_node& child : node) {
      if (child.type() != pugi::node_element) continue;
      if (const long number = child.attribute("value").as_llong(-1); number >= 0) style.next = number;
      entry(style, inside(child, depth + 1), lines);
    }
    end_list(lines);
  }

  // Words belong to the entry; a picture that stands alone parts the list.
  void entry(ListStyle& style, std::vector<ReaderBlock> inner, std::vector<std::string>& lines) {
    std::string words;
    for (ReaderBlock& block : inner) {
      if (const auto* paragraph = std::get_if<ReaderParagraph>(&block))
        words = joined(words, paragraph->text, "\n");
      else if (const auto* heading = std::get_if<ReaderHeading>(&block))
        words = joined(words, heading->text, "\n");
    }
    lines.push_back(list_entry(style, words));
    for (ReaderBlock& block : inner) {
      if (!std::holds_alternative<ReaderPicture>(block)) continue;
      end_list(lines);
      result_.blocks.push_back(std::move(block));
    }
  }

  void end_list(std::vector<std::string>& lines) {
    std::string markup = as_list(std::exchange(lines, {}));
    if (!markup.empty()) result_.blocks.emplace_back(ReaderParagraph{std::move(markup)});
  }

  void table(const pugi::xml_node& node, std::size_t depth) {
    flush();
    TableRows rows;
    add_rows(node, false, depth, rows);
    WrittenTable written = write_table(std::move(rows));
    if (!written.not_kept.empty()) remark("table-as-lines", "of a table, " + written.not_kept);
    for (std::string& part : written.parts) paragraph(std::move(part));
  }

  // The rows of a table, not those of tables in its cells.
  void add_rows(const pugi::xml_node& node, bool in_head, std::size_t depth, TableRows& rows) {
    for (const pugi::xml_node& part : node) {
      const std::string_view name = local_name(part);
      if (name == "thead" || name == "tbody" || name == "tfoot") add_rows(part, name == "thead", depth + 1, rows);
      if (name == "caption") block(part, true, depth + 1);
      if (name != "tr") continue;
      rows.emplace_back();
      for (const pugi::xml_node& cell : part)
        if (cell.type() == pugi::node_element) rows.back().push_back(cell_of(cell, in_head, depth + 1));
    }
  }

  TableCell cell_of(const pugi::xml_node& node, bool in_head, std::size_t depth) {
    TableCell cell;
    for (const ReaderBlock& block : inside(node, depth)) {
      const auto* alone = std::get_if<ReaderPicture>(&block);
      const auto* paragraph = std::get_if<ReaderParagraph>(&block);
      const auto* heading = std::get_if<ReaderHeading>(&block);
      const std::string words = alone != nullptr       ? in_line({alone->path, alone->description})
                                : paragraph != nullptr ? paragraph->text
                                                       : heading->text;
      cell.words = joined(cell.words, words, "\n");
    }
    cell.is_head = in_head || local_name(node) == "th";
    cell.columns = node.attribute("colspan").as_uint(1);
    cell.rows = node.attribute("rowspan").as_uint(1);
    const std::string align = attribute(node, "align") + attribute(node, "style");
    if (align.find("center") != std::string::npos) cell.align = engage::CellAlign::Center;
    if (align.find("right") != std::string::npos) cell.align = engage::CellAlign::End;
    return cell;
  }

  void heading(const pugi::xml_node& node, std::size_t depth) {
    flush();
    visit(node, depth + 1);
    std::string words = take_words();
    std::replace(words.begin(), words.end(), '\n', ' ');
    if (!words.empty()) result_.blocks.emplace_back(ReaderHeading{std::move(words)});
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
    const bool has_picture = text_.find(thing_here(result_.pictures.size()), before) != std::string::npos;
    if (has_picture || text_.find_first_not_of(" \n", before + 1) == std::string::npos) {
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

  std::string in_line(Picture picture) {
    result_.pictures.push_back(std::move(picture));
    return thing_here(result_.pictures.size());
  }

  void picture(const pugi::xml_node& node) {
    const bool is_svg = local_name(node) == "image";
    std::string href = attribute(node, is_svg ? "xlink:href" : "src");
    if (href.empty()) href = attribute(node, "href");
    const std::string target = resolved(path_, href);
    if (target.empty()) return remark("picture-elsewhere", "a picture lies outside the book; it is left out");
    text_ += in_line({target, attribute(node, is_svg ? "aria-label" : "alt")});
  }

  void played(const pugi::xml_node& node) {
    Played played;
    played.is_video = local_name(node) == "video";
    const auto add = [&](const std::string& href, std::vector<std::string>& to) {
      if (std::string path = resolved(path_, href); !path.empty()) to.push_back(std::move(path));
    };
    add(attribute(node, "src"), played.files);
    for (const pugi::xml_node& child : node) {
      if (local_name(child) == "source") add(attribute(child, "src"), played.files);
      if (local_name(child) == "track") add(attribute(child, "src"), played.captions);
    }
    played.words = words_described(attribute(node, "aria-describedby"));
    for (const char* name : {"aria-label", "title"})
      if (played.description.empty()) played.description = attribute(node, name);
    flush();
    played.before = result_.blocks.size();
    result_.played.push_back(std::move(played));
  }

  // The words of the element with this id.
  std::string words_described(const std::string& id) {
    if (id.empty()) return {};
    const pugi::xml_node found = document_.find_node(
        [&](const pugi::xml_node& node) { return std::string_view(node.attribute("id").value()) == id; });
    std::string words;
    for (const pugi::xpath_node& text : found.select_nodes(".//text()"))
      words += with_html_names_read(text.node().value());
    std::string line;
    for (const std::string_view word : words_of(words)) line = joined(line, std::string(word), " ");
    return engage::escaped_for_markup(line);
  }

  void add_words(const std::string& words) {
    std::string plain;
    for (const char c : words) {
      const bool is_control = static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t';
      if (is_control) continue;
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

  // A picture that is all of it stands alone.
  void paragraph(std::string words) {
    const std::vector<std::size_t> things = things_in(words);
    if (things.size() == 1 && thing_here(things.front()) == words) {
      Picture& alone = result_.pictures[things.front() - 1];
      result_.blocks.emplace_back(ReaderPicture{alone.path, alone.description});
      return;
    }
    result_.blocks.emplace_back(ReaderParagraph{std::move(words)});
  }

  const std::string& path_;
  Remarks& remarks_;
  pugi::xml_node document_;
  Document result_;
  std::string text_;
  bool in_emphasis_ = false;
};

}  // namespace

Document read_document(const std::string& path, ByteView xhtml, Remarks& remarks) {
  return DocumentReader(path, remarks).read(xhtml);
}

}  // namespace hornbook::content::xhtml

#include "content_packs/import/qti/content.hpp"

#include <algorithm>
#include <array>

#include "content_packs/import/qti/mathml.hpp"
#include "content_packs/import/qti/numbers.hpp"
#include "content_packs/import/spelling.hpp"
#include "content_packs/import/text_structure.hpp"

namespace hornbook::content::qti {
namespace {

bool is_among(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_block(std::string_view name) {
  return is_among(name, {"p",
                         "div",
                         "h1",
                         "h2",
                         "h3",
                         "h4",
                         "h5",
                         "h6",
                         "blockquote",
                         "ul",
                         "ol",
                         "pre",
                         "dl",
                         "address",
                         "section",
                         "article",
                         "header",
                         "footer",
                         "hr",
                         "li",
                         "dt",
                         "prompt",
                         "dd",
                         "figure",
                         "feedbackBlock",
                         "rubricBlock",
                         "templateBlock",
                         "figcaption",
                         "infoControl",
                         "contentBody",
                         "templateBlockRule"});
}

bool is_skipped(std::string_view name) {
  return is_among(name, {"stylesheet", "script", "style", "head", "title", "catalogInfo", "assessmentStimulusRef",
                         "companionMaterialsInfo", "col", "colgroup", "source", "track", "param", "rp"});
}

// Digits raised or lowered, as characters.
std::string script_digits(const std::string& text, bool is_raised) {
  static constexpr std::array<std::string_view, 10> raised = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  static constexpr std::array<std::string_view, 10> lowered = {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"};
  std::string result;
  for (const char c : text) {
    if (c < '0' || c > '9') return {};
    const auto digit = static_cast<std::size_t>(c - '0');
    result += is_raised ? raised[digit] : lowered[digit];
  }
  return result;
}

class Writer {
 public:
  explicit Writer(const ContentSurroundings& around) : around_(around) {}

  Content write(const Element& element) {
    children(element);
    content_.markup = tidied(content_.markup);
    return std::move(content_);
  }

 private:
  void children(const Element& element) {
    for (const Element& child : element.children) node(child);
  }

  void node(const Element& element) {
    if (element.is_text()) return words(element.text);
    if (around_.placeholder)
      if (const auto place = around_.placeholder(element)) {
        content_.markup += *place;
        return;
      }
    const std::string& name = element.name;
    if (is_skipped(name)) return;
    if (name == "br") return add("\n");
    if (name == "math") return mathematics(element);
    if (name == "printedVariable") return printed(element);
    if (name == "table") return table(element);
    if (is_among(name, {"img", "object", "svg", "video", "audio", "iframe", "embed", "picture"})) return media(element);
    if (is_among(name, {"em", "strong", "b", "i"})) return emphasis(element);
    if (name == "sub" || name == "sup") return script(element);
    if (is_hidden(element)) return;
    if (is_block(name)) return block(element);
    if (name == "q") add("“");
    children(element);
    if (name == "q") add("”");
    if (name == "rt") add(" ");
  }

  void add(std::string_view markup) { content_.markup += markup; }

  void words(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
      const char c = text[at];
      const bool begins_line = content_.markup.empty() || content_.markup.back() == '\n';
      const bool is_mark = begins_line && (c == '|' || (c == '-' && text.substr(at + 1).starts_with(' ')));
      if (c == '$' || c == '*' || c == '\\' || is_mark || ends_number(text.substr(at))) content_.markup += '\\';
      const bool is_white = is_space(c) || static_cast<unsigned char>(c) < 0x20;
      if (is_white && (content_.markup.empty() || content_.markup.back() == ' ')) continue;
      content_.markup += is_white ? ' ' : c;
    }
  }

  // "1. " at the beginning of a line is an entry of a list only where the author made it one.
  [[nodiscard]] bool ends_number(std::string_view rest) const {
    if (!rest.starts_with(". ")) return false;
    const std::string& before = content_.markup;
    const std::size_t line = before.rfind('\n') + 1;
    return line < before.size() && before.find_first_not_of("0123456789", line) == std::string::npos;
  }

  void mathematics(const Element& element) {
    const auto variable = [this](std::string_view name) -> std::optional<std::string> {
      const Declaration* declared = around_.session.declaration(name);
      if (declared == nullptr || !declared->is_shown_in_mathematics) return std::nullopt;
      return text_of(around_.session.value(name));
    };
    const Formula formula = to_tex(element, variable);
    for (const std::string& name : formula.unknown)
      remark("mathematics-unknown", "<" + cut(name, 40) + "> of MathML has no counterpart; its words stand in");
    const std::string tex(trimmed(formula.tex));
    if (tex.empty()) return;
    const bool is_display = element.attribute("display") == "block";
    add(is_display ? "\n" : "");
    add("$" + tex + (tex.ends_with('\\') ? " $" : "$"));
    add(is_display ? "\n" : "");
  }

  void printed(const Element& element) {
    const std::string_view id = element.attribute("identifier");
    const Value value = around_.session.value(id);
    if (value.is_null()) return;
    std::string text;
    const std::string separator =
        element.has("delimiter") ? std::string(element.attribute("delimiter")) : std::string(", ");
    for (const Scalar& scalar : value.scalars) text += (text.empty() ? "" : separator) + to_text(scalar);
    words(text);
  }

  void table(const Element& element) {
    if (const Element* caption = element.child("caption")) block(*caption);
    TableRows rows;
    add_rows(element, false, rows);
    const WrittenTable written = write_table(std::move(rows));
    if (!written.not_kept.empty()) remark("table-as-lines", "of a table, " + written.not_kept);
    for (const std::string& part : written.parts) add("\n\n" + part + "\n\n");
  }

  // The rows of a table, not those of tables in its cells.
  void add_rows(const Element& element, bool in_head, TableRows& rows) {
    for (const Element* part : element.elements()) {
      if (part->name == "thead" || part->name == "tbody" || part->name == "tfoot")
        add_rows(*part, part->name == "thead", rows);
      if (part->name != "tr") continue;
      rows.emplace_back();
      for (const Element* cell : part->elements()) rows.back().push_back(cell_of(*cell, in_head));
    }
  }

  TableCell cell_of(const Element& element, bool in_head) {
    TableCell cell;
    cell.words = inside(element);
    cell.is_head = in_head || element.name == "th";
    cell.columns =
        static_cast<std::size_t>(std::max<std::int64_t>(1, whole_number(element.attribute("colspan")).value_or(1)));
    cell.rows =
        static_cast<std::size_t>(std::max<std::int64_t>(1, whole_number(element.attribute("rowspan")).value_or(1)));
    const std::string align = std::string(element.attribute("align")) + std::string(element.attribute("style"));
    if (align.find("center") != std::string::npos) cell.align = engage::CellAlign::Center;
    if (align.find("right") != std::string::npos) cell.align = engage::CellAlign::End;
    return cell;
  }

  // What an element holds, by itself. Its pictures are among those of the whole.
  std::string inside(const Element& element) {
    Content content = Writer(around_).write(element);
    content_.pictures.insert(content_.pictures.end(), content.pictures.begin(), content.pictures.end());
    content_.played.insert(content_.played.end(), content.played.begin(), content.played.end());
    return std::move(content.markup);
  }

  void media(const Element& element) {
    const std::string& name = element.name;
    const std::string_view source = element.has("src") ? element.attribute("src") : element.attribute("data");
    const std::string_view type = element.attribute("type");
    if (name == "picture") return children(element);
    if (name == "img" || (name == "object" && (type.empty() || type.starts_with("image/")))) {
      const std::string described = element.has("alt") ? std::string(element.attribute("alt")) : text_in(element);
      if (!source.empty()) content_.pictures.push_back({std::string(source), described});
      return;
    }
    const bool is_sound = name == "audio" || type.starts_with("audio/");
    if (is_sound || name == "video" || type.starts_with("video/")) return play(element, !is_sound);
    if (name == "svg") return remark("drawing-embedded", "a drawing in the text itself (svg) was left out");
    remark("media-left-out", "<" + name + "> " + cut(std::string(source), 80) + " was left out");
  }

  void play(const Element& element, bool is_video) {
    Played played;
    played.is_video = is_video;
    for (const char* name : {"src", "data"})
      if (element.has(name)) played.sources.emplace_back(element.attribute(name));
    for (const Element* source : element.children_called("source"))
      played.sources.emplace_back(source->attribute("src"));
    if (const Element* track = element.child("track")) played.captions = track->attribute("src");
    played.described_by = element.attribute("aria-describedby");
    for (const char* name : {"aria-label", "title"})
      if (played.description.empty()) played.description = element.attribute(name);
    content_.played.push_back(std::move(played));
  }

  // *…* when nothing in it has signs of its own.
  void emphasis(const Element& element) {
    const std::string markup = inside(element);
    const bool is_plain = !markup.empty() && markup.find_first_of("*$\n\x01\x02") == std::string::npos;
    space_before(element);
    add(is_plain ? "*" + markup + "*" : markup);
    space_after(element);
  }
  void space_before(const Element& element) {
    const std::string_view text = first_text(element);
    if (!text.empty() && is_space(text.front())) words(" ");
  }
  void space_after(const Element& element) {
    if (element.children.empty() || !element.children.back().is_text()) return;
    const std::string& text = element.children.back().text;
    if (!text.empty() && is_space(text.back())) words(" ");
  }
  static std::string_view first_text(const Element& element) {
    return element.children.empty() ? std::string_view() : std::string_view(element.children.front().text);
  }

  void script(const Element& element) {
    const bool is_raised = element.name == "sup";
    const std::string text = text_in(element);
    const std::string digits = script_digits(text, is_raised);
    if (!digits.empty()) return add(digits);
    std::string plain = text;
    std::erase_if(plain, [](char c) { return std::string_view("${}\\_^&%#*").find(c) != std::string_view::npos; });
    if (!plain.empty()) add(std::string(is_raised ? "$^{\\text{" : "$_{\\text{") + plain + "}}$");
  }

  // What a session's variables decide, and what is not for the learner.
  bool is_hidden(const Element& element) {
    const std::string& name = element.name;
    if (name == "feedbackInline" || name == "feedbackBlock") return !is_shown(element, "outcomeIdentifier");
    if (name == "templateInline" || name == "templateBlock") return !is_shown(element, "templateIdentifier");
    if (name != "rubricBlock") return false;
    const std::string_view view = element.attribute("view");
    if (view.empty() || view.find("candidate") != std::string_view::npos) return false;
    around_.remarks.push_back({Outcome::Taken, "rubric-left-out", around_.where,
                               "a rubric for \"" + std::string(view) + "\" is not for learners and was left out"});
    return true;
  }

  bool is_shown(const Element& element, const char* variable) {
    const Value value = around_.session.value(element.attribute(variable));
    const std::string_view wanted = element.attribute("identifier");
    const bool has = std::any_of(value.scalars.begin(), value.scalars.end(),
                                 [&](const Scalar& scalar) { return to_text(scalar) == wanted; });
    return has == (element.attribute("showHide") != "hide");
  }

  void block(const Element& element) {
    const std::string& name = element.name;
    const bool is_line = name == "li" || name == "dt" || name == "dd";
    const bool is_heading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
    if (name == "ul" || name == "ol" || name == "dl") return list(element);
    add(is_line ? "\n" : "\n\n");
    if (is_heading)
      emphasis(element);
    else
      children(element);
    add(is_line ? "\n" : "\n\n");
  }

  void list(const Element& element) {
    const std::vector<const Element*> children = element.elements();
    if (element.name == "dl") return lines(children);
    ListStyle style;
    if (element.name == "ol")
      style = numbered_list(element.attribute("start"), element.has("reversed"), children.size());
    std::vector<std::string> entries;
    for (const Element* child : children) {
      const std::string words = inside(*child);
      if (const auto value = whole_number(child->attribute("value"))) style.next = static_cast<long>(*value);
      // What is asked by itself ends the text that it stands in, and so the list.
      entries.push_back(words.find('\x01') == std::string::npos ? list_entry(style, words) : "\n\n" + words + "\n\n");
    }
    add("\n\n" + as_list(entries) + "\n\n");
  }

  void lines(const std::vector<const Element*>& children) {
    add("\n\n");
    for (const Element* child : children) add(inside(*child) + "\n");
    add("\n\n");
  }

  void remark(const char* code, std::string sentence) {
    around_.remarks.push_back({Outcome::Approximated, code, around_.where, std::move(sentence)});
  }

  const ContentSurroundings& around_;
  Content content_;
};

}  // namespace

Content write_content(const Element& element, const ContentSurroundings& around) {
  return Writer(around).write(element);
}

std::string plain_words(std::string_view markup) {
  std::string words;
  for (std::size_t at = 0; at < markup.size(); ++at) {
    const bool is_escape =
        markup[at] == '\\' && at + 1 < markup.size() && std::string_view("$*\\[-.|").find(markup[at + 1]) < 7;
    if (is_escape)
      words += markup[++at];
    else if (markup[at] != '$' && markup[at] != '*')
      words += markup[at] == '\n' ? ' ' : markup[at];
  }
  return std::string(trimmed(words));
}

std::string tidied(std::string_view markup) {
  std::string result;
  for (std::size_t at = 0; at < markup.size(); ++at) {
    const char c = markup[at];
    if (c == '\n') {
      while (!result.empty() && result.back() == ' ') result.pop_back();
      if (result.empty() || result.ends_with("\n\n")) continue;
    } else if (c == ' ' && (result.empty() || result.back() == '\n')) {
      // Pairs of them are the depth of an entry.
      const std::size_t words = std::min(markup.find_first_not_of(' ', at), markup.size());
      if (!result.empty()) result.append((words - at) / 2 * 2, ' ');
      at = words - 1;
      continue;
    } else if (c == ' ' && result.back() == ' ') {
      continue;
    }
    result += c;
  }
  while (!result.empty() && is_space(result.back())) result.pop_back();
  // A list of one entry is one by its line end.
  return is_list(result) && result.find('\n') == std::string::npos ? result + "\n" : result;
}

}  // namespace hornbook::content::qti

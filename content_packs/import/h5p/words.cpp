#include "content_packs/import/h5p/words.hpp"

#include <algorithm>
#include <array>
#include <pugixml.hpp>

#include "content_packs/import/html_names.hpp"
#include "content_packs/import/spelling.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::content::h5p {
namespace {

constexpr std::size_t html_depth_max = 64;

bool is_block(std::string_view name) {
  constexpr std::array<std::string_view, 11> blocks{"p",  "div", "br", "li", "ul",   "ol",
                                                    "h1", "h2",  "h3", "tr", "table"};
  return std::find(blocks.begin(), blocks.end(), name) != blocks.end();
}

void end_line(std::string& words) {
  while (!words.empty() && words.back() == ' ') words.pop_back();
  if (!words.empty() && words.back() != '\n') words += '\n';
}

// Runs of white space are one space, as browsers show them.
void add_words(std::string& words, std::string text) {
  constexpr std::string_view no_break = "\xC2\xA0";
  for (std::size_t at = text.find(no_break); at != std::string::npos; at = text.find(no_break, at))
    text.replace(at, no_break.size(), " ");
  for (const char c : text) {
    const bool is_space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!is_space) words += c;
    if (is_space && !words.empty() && words.back() != ' ' && words.back() != '\n') words += ' ';
  }
}

bool add_node(std::string& words, const pugi::xml_node& node, std::size_t depth) {
  if (depth > html_depth_max) return false;
  for (const pugi::xml_node& child : node) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
      add_words(words, with_html_names_read(child.value()));
      continue;
    }
    const bool block = is_block(child.name());
    if (block) end_line(words);
    if (!add_node(words, child, depth + 1)) return false;
    if (block) end_line(words);
  }
  return true;
}

std::optional<Blank> blank_of(std::string_view inside) {
  inside = inside.substr(0, std::min(inside.find("\\+"), inside.find("\\-")));
  Blank blank;
  const std::size_t colon = inside.find(':');
  if (colon != std::string_view::npos) blank.tip = trimmed(inside.substr(colon + 1));
  blank.answers = parts_of(inside.substr(0, colon), '/');
  if (blank.answers.empty()) return std::nullopt;
  return blank;
}

}  // namespace

std::optional<std::string> words_of_html(std::string_view html) {
  if (html.size() > limits::item_text_bytes_max) return std::nullopt;
  const std::string whole = "<body>" + std::string(html) + "</body>";
  constexpr unsigned options = (pugi::parse_default & ~pugi::parse_escapes) | pugi::parse_ws_pcdata;
  pugi::xml_document document;
  if (!document.load_buffer(whole.data(), whole.size(), options)) return std::nullopt;
  std::string words;
  if (!add_node(words, document.child("body"), 0)) return std::nullopt;
  return std::string(trimmed(words));
}

TextWithBlanks cut_at_blanks(std::string_view words) {
  TextWithBlanks result;
  result.words.emplace_back();
  while (true) {
    const std::size_t begin = words.find('*');
    const std::size_t end = begin == std::string_view::npos ? begin : words.find('*', begin + 1);
    const auto blank =
        end == std::string_view::npos ? std::nullopt : blank_of(words.substr(begin + 1, end - begin - 1));
    if (end == std::string_view::npos) {
      result.words.back() += words;
      return result;
    }
    result.words.back() += words.substr(0, begin);
    if (blank) {
      result.blanks.push_back(*blank);
      result.words.emplace_back();
    }
    words.remove_prefix(end + 1);
  }
}

}  // namespace hornbook::content::h5p

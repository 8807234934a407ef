#include "content_packs/import/h5p/words.hpp"

#include <algorithm>

#include "content_packs/import/spelling.hpp"
#include "content_packs/import/things.hpp"
#include "content_packs/import/xhtml/document.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::content::h5p {
namespace {

// Nothing when it has no words.
std::string words_of(std::string_view html) {
  Remarks unused;
  return markup_of_html(html, "", unused).value_or("");
}

std::optional<Blank> blank_of(std::string_view inside) {
  inside = inside.substr(0, std::min(inside.find("\\+"), inside.find("\\-")));
  Blank blank;
  const std::string words = inside.find('<') == std::string_view::npos ? std::string() : words_of(inside);
  if (!words.empty()) inside = words;
  const std::size_t colon = inside.find(':');
  if (colon != std::string_view::npos) blank.tip = words_of(inside.substr(colon + 1));
  for (const std::string& answer : parts_of(inside.substr(0, colon), '/'))
    if (std::string markup = words_of(answer); !markup.empty()) blank.answers.push_back(std::move(markup));
  if (blank.answers.empty()) return std::nullopt;
  return blank;
}

// `\( … \)`, as H5P's editors write mathematics. Its signs were taken literally by whoever reads words.
std::string with_formulas(std::string_view markup) {
  constexpr std::string_view opens = "\\\\(", closes = "\\\\)";
  std::string result;
  while (true) {
    const std::size_t begin = markup.find(opens);
    const std::size_t end = begin == std::string_view::npos ? begin : markup.find(closes, begin);
    if (end == std::string_view::npos) return result + std::string(markup);
    result += markup.substr(0, begin);
    std::string tex;
    for (std::size_t at = begin + opens.size(); at < end; ++at) {
      if (markup[at] == '\\') ++at;
      tex += markup[at];
    }
    if (const std::string_view formula = trimmed(tex); !formula.empty()) result += "$" + std::string(formula) + "$";
    markup.remove_prefix(end + closes.size());
  }
}

}  // namespace

std::optional<std::string> markup_of_html(std::string_view html, const std::string& where, Remarks& remarks) {
  if (html.size() > limits::item_text_bytes_max) return std::nullopt;
  std::string whole = "<body>" + std::string(html) + "</body>";
  for (const std::string_view no_break : {"&nbsp;", "\xC2\xA0"}) whole = replaced(std::move(whole), no_break, " ");
  Remarks found;
  xhtml::Document document = xhtml::read_document(where, as_bytes(whole), found);
  if (outcome_of(found) == Outcome::Refused) return std::nullopt;
  remarks.insert(remarks.end(), found.begin(), found.end());
  std::string markup;
  std::size_t left_out = document.pictures.size();
  for (const ReaderBlock& block : document.blocks) {
    if (std::holds_alternative<ReaderPicture>(block)) ++left_out;
    const auto* paragraph = std::get_if<ReaderParagraph>(&block);
    const auto* heading = std::get_if<ReaderHeading>(&block);
    if (paragraph != nullptr) markup = joined(markup, paragraph->text, "\n\n");
    if (heading != nullptr) markup = joined(markup, heading->text, "\n\n");
  }
  markup = with_things(markup, [](std::size_t) { return std::string(); });
  if (left_out > 0 || !document.played.empty())
    remarks.push_back(
        {Outcome::Approximated, "media-left-out", where, "a picture or sound within a text was left out"});
  return with_formulas(markup);
}

std::string blank_here(std::size_t number) {
  const auto place = number - 1;
  return {'\xEE', static_cast<char>(0x80 + place / 64), static_cast<char>(0x80 + place % 64)};
}

TextWithBlanks cut_at_blanks(std::string_view source) {
  TextWithBlanks result;
  const std::string safe = replaced(std::string(source), "\xEE", "");  // the private area is for blanks
  std::string_view html = safe;
  while (true) {
    const std::size_t begin = html.find('*');
    const std::size_t end = begin == std::string_view::npos ? begin : html.find('*', begin + 1);
    const auto blank = end == std::string_view::npos ? std::nullopt : blank_of(html.substr(begin + 1, end - begin - 1));
    if (end == std::string_view::npos) {
      result.html += html;
      return result;
    }
    result.html += html.substr(0, begin);
    if (blank) {
      result.blanks.push_back(*blank);
      if (result.blanks.size() <= blank_numbers_max) result.html += blank_here(result.blanks.size());
    }
    html.remove_prefix(end + 1);
  }
}

}  // namespace hornbook::content::h5p

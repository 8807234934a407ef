#include "runtime/engage/kinds/marked_text.hpp"

#include <algorithm>
#include <charconv>

#include "runtime/engage/source/item_parts.hpp"
#include "runtime/engage/source/text_blocks.hpp"
#include "runtime/engage/template/compose.hpp"

namespace hornbook::engage {
namespace {

constexpr std::string_view opening = "[[";
constexpr std::string_view closing = "]]";

class MarkCutter {
 public:
  MarkCutter(std::string_view text, std::size_t things, MarkWords words) : text_(text), words_(words) {
    marked_.words.resize(things);
    found_.resize(things);
  }

  Result<MarkedText> cut() {
    if (text_.find(mark_character) != std::string_view::npos)
      return senseless("the character U+FFFC cannot stand in this text; remove it");
    while (at_ < text_.size()) TRY_DONE(step());
    for (std::size_t thing = 0; thing < found_.size(); ++thing)
      if (!found_[thing]) return senseless("[[" + std::to_string(thing + 1) + "]] is missing in this text; add it");
    return std::move(marked_);
  }

 private:
  Done step() {
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("\\[[")) {
      keep(opening, 3);
    } else if (rest.front() == '\\') {
      keep(rest.substr(0, 2), 2);
    } else if (rest.starts_with(opening)) {
      return mark(rest);
    } else if (const std::size_t end = end_of_mathematics(text_, at_)) {
      const std::string_view mathematics = text_.substr(at_, end - at_);
      if (mathematics.find(opening) != std::string_view::npos)
        return senseless("a mark stands in the mathematics; end it with $ before [[ and begin it anew behind ]]");
      keep(mathematics, mathematics.size());
    } else {
      keep(rest.substr(0, 1), 1);
    }
    return {};
  }

  void keep(std::string_view words, std::size_t length) {
    marked_.text += words;
    at_ += std::min(length, text_.size() - at_);
  }

  Done mark(std::string_view rest) {
    const std::size_t end = rest.find(closing);
    if (end == std::string_view::npos) return senseless("a [[ is not closed by ]]; write \\[[ for two brackets");
    const std::string_view inside = rest.substr(opening.size(), end - opening.size());
    const std::size_t colon = std::min(inside.find(':'), inside.size());
    std::size_t number = 0;
    const char* const number_end = inside.data() + colon;
    const auto read = std::from_chars(inside.data(), number_end, number);
    if (read.ec != std::errc() || read.ptr != number_end || number == 0 || number > found_.size())
      return senseless("[[" + std::string(inside.substr(0, 40)) + "]] names nothing: here are 1 to " +
                       std::to_string(found_.size()));
    if (found_[number - 1]) return senseless("[[" + std::to_string(number) + "]] stands twice in this text");
    if (words_ == MarkWords::Needed && colon + 1 >= inside.size())
      return senseless("the mark needs its words: [[" + std::to_string(number) + ":words]]");
    if (words_ == MarkWords::None && colon < inside.size())
      return senseless("a place has no words here: write [[" + std::to_string(number) + "]]");
    found_[number - 1] = true;
    marked_.order.push_back(static_cast<std::uint8_t>(number - 1));
    if (colon < inside.size()) marked_.words[number - 1] = inside.substr(colon + 1);
    marked_.text += mark_character;
    at_ += end + closing.size();
    return {};
  }

  std::string_view text_;
  MarkWords words_;
  std::size_t at_ = 0;
  MarkedText marked_;
  std::vector<bool> found_;
};

}  // namespace

Result<MarkedText> cut_at_marks(std::string_view text, std::size_t things, MarkWords words) {
  return MarkCutter(text, things, words).cut();
}

Read<Texts> read_marked_text(Fields& fields, std::size_t things, MarkWords words, const ItemParts& parts) {
  TRY_ASSIGN(const Located field, fields.required("text"));
  TRY_ASSIGN(Texts texts, parts.texts(field));
  const auto check = [&](const SourceValue& value, const std::string& pointer) -> Read<void> {
    const auto* text = value.as<std::string>();
    if (text == nullptr) return {};
    const std::vector<TextBlock> blocks = blocks_of(*text);
    const bool has_table = std::any_of(blocks.begin(), blocks.end(), [](const TextBlock& block) {
      return std::holds_alternative<TextTable>(block.what);
    });
    if (has_table) return bad_field(pointer, "a text with marks has no table; \"table\" is the task for blanks in one");
    const auto cut = cut_at_marks(*text, things, words);
    if (!cut) return bad_field(pointer, cut.error().sentence);
    return {};
  };
  TRY_DONE(check(*field.value, field.pointer));
  if (const auto* languages = field.value->as<SourceValue::Map>())
    for (const auto& [language, value] : *languages) TRY_DONE(check(value, field.pointer + "/" + language));
  return texts;
}

std::string with_words(const MarkedText& marked, const std::vector<std::string>& words) {
  std::string filled;
  std::size_t at = 0;
  for (const std::uint8_t thing : marked.order) {
    const std::size_t mark = marked.text.find(mark_character, at);
    if (mark == std::string::npos) break;
    filled.append(marked.text, at, mark - at).append(thing < words.size() ? words[thing] : std::string());
    at = mark + mark_character.size();
  }
  return filled.append(marked.text, std::min(at, marked.text.size()));
}

}  // namespace hornbook::engage

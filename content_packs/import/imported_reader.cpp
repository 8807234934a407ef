#include "content_packs/import/imported_reader.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "content_packs/import/text_structure.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::content {
namespace {

// JSON's quotation marks and field names around each block, and what else the object holds.
constexpr std::size_t bytes_around_block = 64;
constexpr std::size_t blocks_bytes_max = limits::object_bytes_max / 2;
constexpr std::size_t paragraph_bytes_max = 4000;  // a page or two: longer ones are cut

std::size_t size_of(const ReaderBlock& block) {
  const auto size = [](const auto& each) {
    if constexpr (requires { each.text; }) return each.text.size();
    if constexpr (requires { each.path; }) return each.path.size() + each.description.size();
  };
  return std::visit(size, block) + bytes_around_block;
}

bool is_blank(const std::string& text) { return text.find_first_not_of(" \n\t") == std::string::npos; }

// Behind the last line of a list, or the last sentence or word that fits; `text` is longer.
std::size_t cut_within(const std::string& text, std::size_t bytes_max) {
  const std::size_t line = text.rfind('\n', bytes_max - 1);
  if (line != std::string::npos && line > 0 && is_list(text)) return line + 1;
  const std::size_t sentence = text.rfind(". ", bytes_max - 2);
  if (sentence != std::string::npos && sentence > bytes_max / 4) return sentence + 2;
  const std::size_t space = text.rfind(' ', bytes_max - 1);
  if (space != std::string::npos && space > 0) return space + 1;
  std::size_t cut = bytes_max;
  while (cut > 1 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) --cut;
  return cut;
}

void add_paragraph(std::vector<ReaderBlock>& blocks, std::string text) {
  while (text.size() > paragraph_bytes_max) {
    const std::size_t cut = cut_within(text, paragraph_bytes_max);
    std::string part = text.substr(0, cut);
    if (part.back() == ' ') part.pop_back();
    if (part.back() == '\n' && part.find('\n') + 1 < part.size()) part.pop_back();
    blocks.emplace_back(ReaderParagraph{std::move(part)});
    text.erase(0, cut);
  }
  if (!is_blank(text)) blocks.emplace_back(ReaderParagraph{std::move(text)});
}

std::vector<ReaderBlock> tidied(std::vector<ReaderBlock> blocks) {
  std::vector<ReaderBlock> tidy;
  for (ReaderBlock& block : blocks) {
    if (auto* paragraph = std::get_if<ReaderParagraph>(&block)) {
      add_paragraph(tidy, std::move(paragraph->text));
    } else if (auto* heading = std::get_if<ReaderHeading>(&block); heading == nullptr || !is_blank(heading->text)) {
      tidy.push_back(std::move(block));
    }
  }
  return tidy;
}

bool is_something_to_read(const std::vector<ReaderBlock>& blocks) {
  return std::any_of(blocks.begin(), blocks.end(),
                     [](const ReaderBlock& block) { return !std::holds_alternative<ReaderHeading>(block); });
}

}  // namespace

std::size_t count_words(const ImportedReader& reader) {
  std::size_t words = 0;
  for (const ReaderBlock& block : reader.blocks) {
    const auto* paragraph = std::get_if<ReaderParagraph>(&block);
    if (paragraph == nullptr) continue;
    bool in_word = false;
    for (const char c : paragraph->text) {
      const bool is_space = c == ' ' || c == '\n';
      if (!is_space && !in_word) ++words;
      in_word = !is_space;
    }
  }
  return words;
}

std::uint8_t level_by_words(std::size_t words) {
  constexpr std::array<std::size_t, limits::passage_levels_max - 1> words_max{250, 600, 1500};
  const auto* level = std::lower_bound(words_max.begin(), words_max.end(), words);
  return static_cast<std::uint8_t>(level - words_max.begin() + 1);
}

std::vector<ImportedReader> fitting(ImportedReader reader) {
  std::vector<ReaderBlock> blocks = tidied(std::move(reader.blocks));
  std::vector<std::vector<ReaderBlock>> parts(1);
  std::size_t bytes = 0;
  for (ReaderBlock& block : blocks) {
    const std::size_t size = size_of(block);
    if (parts.back().size() == limits::passage_blocks_max || bytes + size > blocks_bytes_max) {
      parts.emplace_back();
      bytes = 0;
    }
    bytes += size;
    parts.back().push_back(std::move(block));
  }
  std::erase_if(parts, [](const auto& part) { return !is_something_to_read(part); });
  std::vector<ImportedReader> readers;
  for (std::size_t at = 0; at < parts.size(); ++at) {
    ImportedReader part = reader;
    part.blocks = std::move(parts[at]);
    const std::string number = std::to_string(at + 1);
    if (parts.size() > 1) part.title += " (" + number + ")";
    if (at > 0) part.id += "-part-" + number;
    if (at > 0) part.sound.reset();
    readers.push_back(std::move(part));
  }
  return readers;
}

}  // namespace hornbook::content

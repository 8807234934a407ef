// A passage as its pack describes it: in every language. One file of a pack's source is one passage; the fields are
// told in content_packs/schema/FORMAT.md.
#pragma once

#include "runtime/engage/passage/passage.hpp"
#include "runtime/engage/source/item_parts.hpp"

namespace hornbook::engage {

struct HeadingTemplate {
  Texts text;
};
struct ParagraphTemplate {
  Texts text;
};
using PassageBlockTemplate = std::variant<HeadingTemplate, ParagraphTemplate, FigureTemplate>;

struct PassageLevelTemplate {
  std::uint8_t level = 1;
  std::optional<std::uint8_t> grade;
  std::vector<PassageBlockTemplate> blocks;
};

struct PassageTemplate {
  std::string id;
  std::map<std::string, std::string, std::less<>> title;  // by language
  std::vector<PassageLevelTemplate> levels;
  std::map<std::string, std::vector<GlossaryWord>, std::less<>> glossary;  // by language; one without words is missing
  std::vector<std::string> authors;
  std::string licence;
  std::string source;
};

// `surroundings` must say that texts have no holes.
[[nodiscard]] Read<PassageTemplate> read_passage(Fields& fields, const ItemSurroundings& surroundings);

// `language` must be one of the pack's. BadInput when a figure's numbers make no sense.
[[nodiscard]] Result<Passage> compose_passage(const PassageTemplate& source, std::string_view language);

// The fewest paragraphs of any level: up to this one, every level has what an item's `paragraph` names.
[[nodiscard]] std::size_t paragraphs_of_every_level(const PassageTemplate& source);

}  // namespace hornbook::engage

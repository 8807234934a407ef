#include "runtime/engage/passage/passage_template.hpp"

#include <algorithm>

#include "runtime/core/limits.hpp"
#include "runtime/engage/template/compose.hpp"

namespace hornbook::engage {
namespace {

std::size_t paragraphs_of(const PassageLevelTemplate& level) {
  return static_cast<std::size_t>(std::count_if(level.blocks.begin(), level.blocks.end(), [](const auto& block) {
    return std::holds_alternative<ParagraphTemplate>(block);
  }));
}

// "a word" without spaces at its ends, which would never be found.
Read<std::string> word_of(const Located& value) {
  TRY_ASSIGN(std::string word, value.text(limits::typed_answer_bytes_max));
  if (word.empty() || word.front() == ' ' || word.back() == ' ')
    return bad_field(value.pointer, "a word of the glossary is empty or has a space at its end");
  return word;
}

Read<std::vector<std::string>> texts_of(const Located& list) {
  TRY_ASSIGN(const auto entries, list.entries(1, limits::pack_list_entries_max));
  std::vector<std::string> result;
  for (const Located& entry : entries) {
    TRY_ASSIGN(std::string text, entry.text(limits::pack_text_bytes_max));
    result.push_back(std::move(text));
  }
  return result;
}

class PassageReader {
 public:
  explicit PassageReader(const ItemSurroundings& surroundings) : surroundings_(surroundings), parts_(surroundings) {}

  Read<PassageTemplate> read(Fields& fields) {
    PassageTemplate passage;
    TRY_ASSIGN(passage.id, fields.text("id", limits::identifier_bytes_max));
    TRY_ASSIGN(const Located title, fields.required("title"));
    TRY_ASSIGN(passage.title, parts_.words(title));
    TRY_ASSIGN(passage.levels, levels(fields));
    TRY_ASSIGN(passage.glossary, glossary(fields));
    if (const auto authors = fields.optional("authors")) {
      TRY_ASSIGN(passage.authors, texts_of(*authors));
    }
    TRY_ASSIGN(passage.licence, optional_text(fields, "licence", limits::identifier_bytes_max));
    TRY_ASSIGN(passage.source, optional_text(fields, "source", limits::pack_text_bytes_max));
    TRY_DONE(fields.end());
    return passage;
  }

 private:
  static Read<std::string> optional_text(Fields& fields, std::string_view name, std::size_t bytes_max) {
    const auto field = fields.optional(name);
    if (!field) return std::string();
    return field->text(bytes_max);
  }

  Read<std::vector<PassageLevelTemplate>> levels(Fields& fields) const {
    TRY_ASSIGN(const Located list, fields.required("levels"));
    TRY_ASSIGN(const auto entries, list.entries(1, limits::passage_levels_max));
    std::vector<PassageLevelTemplate> result;
    for (const Located& entry : entries) {
      TRY_ASSIGN(PassageLevelTemplate one, level(entry));
      if (!result.empty() && result.back().level >= one.level)
        return bad_field(entry.pointer, "the levels go up from the easiest, each one once");
      result.push_back(std::move(one));
    }
    return result;
  }

  Read<PassageLevelTemplate> level(const Located& entry) const {
    TRY_ASSIGN(Fields fields, Fields::of(entry));
    PassageLevelTemplate result;
    TRY_ASSIGN(const Located number, fields.required("level"));
    TRY_ASSIGN(const std::int64_t level, number.whole(1, static_cast<std::int64_t>(limits::passage_levels_max)));
    result.level = static_cast<std::uint8_t>(level);
    if (const auto grade = fields.optional("grade")) {
      TRY_ASSIGN(const std::int64_t years, grade->whole(0, 12));
      result.grade = static_cast<std::uint8_t>(years);
    }
    TRY_ASSIGN(const Located text, fields.required("text"));
    TRY_ASSIGN(const auto blocks, text.entries(1, limits::passage_blocks_max));
    for (const Located& each : blocks) {
      TRY_ASSIGN(PassageBlockTemplate read, block(each));
      result.blocks.push_back(std::move(read));
    }
    TRY_DONE(fields.end());
    const bool only_headings = std::all_of(result.blocks.begin(), result.blocks.end(), [](const auto& each) {
      return std::holds_alternative<HeadingTemplate>(each);
    });
    if (only_headings) return bad_field(text.pointer, "there is nothing to read but headings; add a paragraph");
    return result;
  }

  Read<PassageBlockTemplate> block(const Located& entry) const {
    if (entry.value->as<std::string>() == nullptr) {
      TRY_ASSIGN(Fields fields, Fields::of(entry));
      if (const auto heading = fields.optional("heading")) {
        TRY_DONE(fields.end());
        TRY_ASSIGN(Texts text, parts_.texts(*heading));
        return PassageBlockTemplate(HeadingTemplate{std::move(text)});
      }
      if (const auto figure = fields.optional("figure")) {
        TRY_DONE(fields.end());
        TRY_ASSIGN(FigureTemplate read, parts_.figure(*figure));
        return PassageBlockTemplate(std::move(read));
      }
    }
    TRY_ASSIGN(Texts text, parts_.texts(entry));
    return PassageBlockTemplate(ParagraphTemplate{std::move(text)});
  }

  Read<decltype(PassageTemplate::glossary)> glossary(Fields& fields) const {
    decltype(PassageTemplate::glossary) result;
    const auto field = fields.optional("glossary");
    if (!field) return result;
    TRY_ASSIGN(Fields languages, Fields::of(*field));
    for (const std::string& language : surroundings_.languages) {
      const auto list = languages.optional(language);
      if (!list) continue;
      TRY_ASSIGN(const auto entries, list->entries(1, limits::glossary_words_max));
      for (const Located& entry : entries) {
        TRY_ASSIGN(GlossaryWord word, glossary_word(entry));
        result[language].push_back(std::move(word));
      }
    }
    TRY_DONE(languages.end());
    return result;
  }

  static Read<GlossaryWord> glossary_word(const Located& entry) {
    TRY_ASSIGN(Fields fields, Fields::of(entry));
    GlossaryWord result;
    TRY_ASSIGN(const Located word, fields.required("word"));
    TRY_ASSIGN(result.word, word_of(word));
    TRY_ASSIGN(result.meaning, fields.text("meaning", limits::pack_text_bytes_max));
    if (const auto forms = fields.optional("forms")) {
      TRY_ASSIGN(const auto entries, forms->entries(0, limits::glossary_forms_max));
      for (const Located& each : entries) {
        TRY_ASSIGN(std::string form, word_of(each));
        result.forms.push_back(std::move(form));
      }
    }
    TRY_DONE(fields.end());
    return result;
  }

  const ItemSurroundings& surroundings_;
  ItemParts parts_;
};

struct BlockIn {
  const Composer& composer;

  Result<PassageBlock> operator()(const HeadingTemplate& heading) const {
    TRY_ASSIGN(std::string text, composer.text(heading.text));
    return PassageBlock(PassageHeading{std::move(text)});
  }
  Result<PassageBlock> operator()(const ParagraphTemplate& paragraph) const {
    TRY_ASSIGN(std::string text, composer.text(paragraph.text));
    return PassageBlock(PassageParagraph{std::move(text)});
  }
  Result<PassageBlock> operator()(const FigureTemplate& figure) const {
    TRY_ASSIGN(auto drawn, composer.figure(figure));
    return PassageBlock(std::move(drawn));
  }
};

}  // namespace

Read<PassageTemplate> read_passage(Fields& fields, const ItemSurroundings& surroundings) {
  return PassageReader(surroundings).read(fields);
}

Result<Passage> compose_passage(const PassageTemplate& source, std::string_view language) {
  const auto title = source.title.find(language);
  if (title == source.title.end()) return fail(ErrorCode::BadInput, "passage", "it is not in that language");
  const Draw nothing_drawn;
  const Composer composer(nothing_drawn, language);
  const BlockIn block_in{composer};
  Passage passage;
  passage.id = source.id;
  passage.language = language;
  passage.title = title->second;
  for (const PassageLevelTemplate& level : source.levels) {
    PassageLevel composed{level.level, level.grade, {}};
    for (const PassageBlockTemplate& block : level.blocks) {
      TRY_ASSIGN(PassageBlock one, std::visit(block_in, block));
      composed.blocks.push_back(std::move(one));
    }
    passage.levels.push_back(std::move(composed));
  }
  if (const auto words = source.glossary.find(language); words != source.glossary.end())
    passage.glossary = words->second;
  passage.authors = source.authors;
  passage.licence = source.licence;
  passage.source = source.source;
  return passage;
}

std::size_t paragraphs_of_every_level(const PassageTemplate& source) {
  std::size_t fewest = limits::passage_blocks_max;
  for (const PassageLevelTemplate& level : source.levels) fewest = std::min(fewest, paragraphs_of(level));
  return fewest;
}

}  // namespace hornbook::engage

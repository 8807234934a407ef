#include "content_packs/build/passage_check.hpp"

#include <set>

#include "runtime/engage/passage/glossary.hpp"

namespace hornbook::content {
namespace {

using engage::Passage;

std::string at_level(const engage::PassageLevel& level) { return "level " + std::to_string(level.level) + ": "; }

std::optional<std::string> problem_of_paragraph(const std::string& text) {
  if (text.find_first_not_of(" \n") == std::string::npos) return "a paragraph is empty; remove it";
  if (text.find("\n\n") != std::string::npos)
    return "a paragraph has a blank line (\"" + text.substr(0, 40) + "…\"); make two entries of it";
  return std::nullopt;
}

std::optional<std::string> problem_of_paragraphs(const Passage& passage) {
  for (const engage::PassageLevel& level : passage.levels)
    for (const engage::PassageBlock& block : level.blocks) {
      const auto* paragraph = std::get_if<engage::PassageParagraph>(&block);
      if (paragraph == nullptr) continue;
      if (const auto fault = problem_of_paragraph(paragraph->text)) return at_level(level) + *fault;
    }
  return std::nullopt;
}

std::optional<std::string> problem_of_glossary(const Passage& passage) {
  std::set<std::size_t> found;
  for (const engage::PassageLevel& level : passage.levels)
    for (const engage::PassageBlock& block : level.blocks)
      if (const auto* paragraph = std::get_if<engage::PassageParagraph>(&block))
        for (const engage::GlossaryPlace& place : engage::find_glossary_words(paragraph->text, passage.glossary))
          found.insert(place.word);
  for (std::size_t at = 0; at < passage.glossary.size(); ++at)
    if (!found.contains(at))
      return "the word \"" + passage.glossary[at].word +
             "\" of the glossary stands in no paragraph; mend it, or list it "
             "as the text has it in its forms";
  return std::nullopt;
}

}  // namespace

std::optional<std::string> problem_of_passage(const engage::PassageTemplate& passage, std::string_view language) {
  const auto composed = engage::compose_passage(passage, language);
  if (!composed) return composed.error().sentence;
  if (auto fault = problem_of_paragraphs(*composed)) return fault;
  return problem_of_glossary(*composed);
}

}  // namespace hornbook::content

#include "runtime/engage/passage/glossary.hpp"
#include "runtime/pack/passage_decode.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hornbook;
  const auto json = pack::parse_json({data, size}, "passage");
  if (!json) return 0;
  engage::ItemSurroundings surroundings;
  surroundings.languages = {"en", "es"};
  surroundings.misconception = [](const std::string&) { return std::optional<std::uint16_t>(); };
  surroundings.media = [](const std::string&, engage::MediaUse) { return engage::MediaFile{}; };
  const auto decoded = pack::decode_passage(*json, surroundings);
  if (!decoded) return 0;
  const auto passage = engage::compose_passage(*decoded, "en");
  if (!passage) return 0;
  for (const engage::PassageLevel& level : passage->levels)
    for (const engage::PassageBlock& block : level.blocks)
      if (const auto* paragraph = std::get_if<engage::PassageParagraph>(&block))
        for (const engage::GlossaryPlace& place : engage::find_glossary_words(paragraph->text, passage->glossary))
          if (place.begin >= place.end || place.end > paragraph->text.size()) __builtin_trap();
  return 0;
}

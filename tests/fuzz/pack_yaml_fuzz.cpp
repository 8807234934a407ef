#include "content_packs/build/manifest.hpp"
#include "content_packs/build/yaml_document.hpp"
#include "runtime/pack/item_decode.hpp"

// The input is read as each of the files of a source.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hornbook;
  const auto document = content::parse_yaml({data, size});
  if (!document) return 0;
  pack::Index index;
  static_cast<void>(content::decode_manifest(document->json, index));
  index.languages = {"en"};
  static_cast<void>(content::decode_skills(document->json, index));
  static_cast<void>(content::decode_misconceptions(document->json, index));
  index.skills = {{"s", {}, {}, {}, {}, {}, {}}};
  for (const char* id : {"a", "b", "c"}) {
    index.items.emplace_back().id = id;
    index.items.back().skills = {0};
    index.items.back().kind = engage::MultipleChoiceTemplate::number;
  }
  static_cast<void>(content::decode_experiments(document->json, index));
  pack::ItemSurroundings surroundings;
  surroundings.languages = index.languages;
  surroundings.misconception = [](const std::string&) { return std::optional<std::uint16_t>(); };
  surroundings.media = [](const std::string& path, engage::MediaUse) { return engage::no_such_media(path); };
  if (const auto item = pack::decode_item(document->json, surroundings); !item)
    static_cast<void>(document->line_of(item.error().pointer));
  return 0;
}

#include "runtime/engage/template/instantiate.hpp"
#include "runtime/pack/item_decode.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hornbook;
  const auto json = pack::parse_json({data, size}, "item");
  if (!json) return 0;
  pack::ItemSurroundings surroundings;
  surroundings.languages = {"en", "es"};
  surroundings.misconception = [](const std::string&) { return std::optional<std::uint16_t>(0); };
  surroundings.media = [](const std::string&, engage::MediaUse) {
    return engage::MediaFile{{}, std::nullopt, "WEBVTT\n\n00:01.000 --> 00:02.000\na\n"};
  };
  if (const auto item = pack::decode_item(*json, surroundings))
    static_cast<void>(engage::instantiate(item->item, 0, 1, "en"));
  return 0;
}

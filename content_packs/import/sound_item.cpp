#include "content_packs/import/sound_item.hpp"

#include "content_packs/build/sample.hpp"
#include "content_packs/build/yaml_document.hpp"
#include "content_packs/import/pack_writer.hpp"

namespace hornbook::content {
namespace {

constexpr const char* place = "item";

// A pack in this language with every file that an item may name.
pack::ItemSurroundings surroundings_in(const std::string& language) {
  pack::ItemSurroundings surroundings;
  surroundings.languages = {language};
  surroundings.misconception = [](const std::string&) { return std::optional<std::uint16_t>(); };
  surroundings.media = [](const std::string&, engage::MediaUse use) {
    engage::MediaFile file;
    if (use == engage::MediaUse::Captions) file.text = "WEBVTT\n\n00:00.000 --> 00:00.001\n…\n";
    return file;
  };
  return surroundings;
}

}  // namespace

Result<pack::DecodedItem> sound_item(const ImportedItem& item, const std::string& language) {
  const auto document = parse_yaml(to_yaml(item, language));
  if (!document) return fail(ErrorCode::BadInput, place, document.error().sentence);
  auto decoded = pack::decode_item(document->json, surroundings_in(language));
  if (!decoded) return fail(ErrorCode::BadInput, place, decoded.error().sentence);
  if (const auto problem = problem_of_instances(decoded->item, language))
    return fail(ErrorCode::BadInput, place, *problem);
  return std::move(*decoded);
}

void take_item(std::optional<ImportedItem> item, ItemReport report, Imported& imported) {
  if (item)
    if (const auto sound = sound_item(*item, imported.pack.language); !sound) {
      report.remarks.push_back({Outcome::Refused, "not-a-good-item", "", sound.error().sentence});
      item.reset();
    }
  report.outcome = outcome_of(report.remarks);
  StepReport step{"a", {}, 0, 0, report.outcome, {}};
  if (item) {
    step.kind = kind_of(item->steps.front().task);
    step.hints = item->steps.front().hints.size();
    report.items = {item->id};
    imported.pack.items.push_back(std::move(*item));
  }
  report.steps.push_back(std::move(step));
  imported.report.items.push_back(std::move(report));
}

}  // namespace hornbook::content

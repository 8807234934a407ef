#include <set>

#include "runtime/core/limits.hpp"
#include "runtime/engage/kinds/hot_spot/hot_spot.hpp"
#include "runtime/engage/source/item_parts.hpp"
#include "runtime/engage/template/compose.hpp"

namespace hornbook::engage {
namespace {

Read<HotAreaTemplate> read_area(const Located& entry, const PictureMapTemplate& map, const ItemParts& parts) {
  TRY_ASSIGN(Fields fields, Fields::of(entry));
  TRY_ASSIGN(PictureShape shape, read_shape(fields, map));
  TRY_ASSIGN(Texts description, parts.texts(fields, "description"));
  TRY_ASSIGN(Expression correct, ItemParts::expression_or(fields, "correct", "false"));
  TRY_ASSIGN(WrongAnswerTemplate wrong, parts.wrong_answer(fields));
  TRY_DONE(fields.end());
  return HotAreaTemplate{std::move(shape), std::move(description), std::move(correct), std::move(wrong)};
}

Result<HotArea> compose_area(const HotAreaTemplate& source, const Composer& composer) {
  HotArea area;
  area.shape = source.shape;
  TRY_ASSIGN(area.description, composer.text(source.description));
  TRY_ASSIGN(area.correct, source.correct.truth(composer.values()));
  TRY_ASSIGN(area.wrong, composer.wrong_answer(source.wrong));
  return area;
}

}  // namespace

Read<HotSpotTemplate> HotSpotTemplate::read(Fields& fields, const ItemParts& parts) {
  HotSpotTemplate result;
  TRY_ASSIGN(result.picture, read_picture_map(fields, parts));
  TRY_ASSIGN(const std::size_t select, fields.one_of("select", {"one", "any"}, 0));
  result.several = select == 1;
  TRY_ASSIGN(const Located list, fields.required("areas"));
  TRY_ASSIGN(const auto entries, list.entries(2, limits::picture_areas_max));
  for (const Located& entry : entries) {
    TRY_ASSIGN(HotAreaTemplate area, read_area(entry, result.picture, parts));
    result.areas.push_back(std::move(area));
  }
  return result;
}

Result<HotSpot> compose(const HotSpotTemplate& source, const Composer& composer, SeededRandom&) {
  HotSpot result;
  TRY_ASSIGN(result.picture, compose_picture_map(source.picture, composer));
  result.several = source.several;
  std::set<std::string> descriptions;
  for (const HotAreaTemplate& each : source.areas) {
    TRY_ASSIGN(HotArea area, compose_area(each, composer));
    area.source_index = static_cast<std::uint8_t>(result.areas.size());
    if (!descriptions.insert(area.description).second) return senseless("two areas have the same description");
    result.areas.push_back(std::move(area));
  }
  if (right_ones(result.areas).empty()) return senseless("at least one area must be correct, here none is");
  for (const HotArea& area : result.areas)
    if (!place_to_touch(result, area)) return senseless("\"" + area.description + "\" lies wholly under other areas");
  return result;
}

}  // namespace hornbook::engage

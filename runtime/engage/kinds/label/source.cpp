#include "runtime/core/limits.hpp"
#include "runtime/engage/kinds/label/label.hpp"
#include "runtime/engage/source/item_parts.hpp"
#include "runtime/engage/template/compose.hpp"

namespace hornbook::engage {
namespace {

Read<PairTemplate> read_place(Fields& fields, const ItemParts& parts) {
  PairTemplate place;
  TRY_ASSIGN(place.target.text, parts.texts(fields, "description"));
  TRY_ASSIGN(const Located tile, fields.required("tile"));
  TRY_ASSIGN(place.tile, read_thing(tile, parts));
  TRY_ASSIGN(place.wrong, parts.wrong_answer(fields));
  TRY_DONE(fields.end());
  return place;
}

}  // namespace

Read<LabelTemplate> LabelTemplate::read(Fields& fields, const ItemParts& parts) {
  LabelTemplate result;
  TRY_ASSIGN(result.picture, read_picture_map(fields, parts));
  TRY_ASSIGN(const Located list, fields.required("places"));
  TRY_ASSIGN(const auto entries, list.entries(2, limits::label_tiles_max));
  for (const Located& entry : entries) {
    TRY_ASSIGN(Fields one, Fields::of(entry));
    TRY_ASSIGN(const Located at, one.required("at"));
    TRY_ASSIGN(const PicturePoint point, read_point(at, result.picture));
    TRY_ASSIGN(PairTemplate place, read_place(one, parts));
    result.at.push_back(point);
    result.match.pairs.push_back(std::move(place));
  }
  TRY_ASSIGN(result.match.extra, read_things(fields, "extra", limits::label_tiles_max - result.at.size(), parts));
  return result;
}

Result<LabelTask> compose(const LabelTemplate& source, const Composer& composer, SeededRandom& random) {
  LabelTask result;
  TRY_ASSIGN(result.picture, compose_picture_map(source.picture, composer));
  TRY_ASSIGN(result.match, compose(source.match, composer, random));
  result.at = source.at;
  return result;
}

}  // namespace hornbook::engage

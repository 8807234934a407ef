#include "runtime/core/limits.hpp"
#include "runtime/engage/kinds/drawing/drawing.hpp"
#include "runtime/engage/kinds/text_list.hpp"
#include "runtime/engage/source/item_parts.hpp"
#include "runtime/engage/template/compose.hpp"

namespace hornbook::engage {

Read<DrawingTemplate> DrawingTemplate::read(Fields& fields, const ItemParts& parts) {
  DrawingTemplate result;
  TRY_ASSIGN(const std::size_t ground, fields.one_of("sheet", {"blank", "squared", "dotted"}, 0));
  result.ground = static_cast<SheetGround>(ground);
  TRY_ASSIGN(result.picture, parts.optional_figure(fields));
  TRY_ASSIGN(result.checklist, read_text_list(fields, "checklist", limits::item_checklist_max, parts));
  if (result.picture && !std::holds_alternative<PictureTemplate>(result.picture->drawing))
    return bad_field(fields.pointer(), "what is drawn on is a picture of the pack's media, or a sheet");
  if (result.picture && result.ground != SheetGround::Plain)
    return bad_field(fields.pointer(), "it is drawn on a picture or on a sheet with lines or dots; remove one");
  return result;
}

Result<DrawingTask> compose(const DrawingTemplate& source, const Composer& composer, SeededRandom&) {
  DrawingTask result;
  result.ground = source.ground;
  TRY_ASSIGN(result.picture, composer.figure(source.picture));
  TRY_ASSIGN(result.checklist, compose_text_list(source.checklist, composer));
  return result;
}

}  // namespace hornbook::engage

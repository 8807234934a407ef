#include "runtime/engage/kinds/flash_card/flash_card.hpp"
#include "runtime/engage/source/item_parts.hpp"
#include "runtime/engage/template/compose.hpp"

namespace hornbook::engage {
namespace {

Read<CardSideTemplate> read_side(Fields& card, std::string_view name, const ItemParts& parts) {
  TRY_ASSIGN(const Located side, card.required(name));
  TRY_ASSIGN(Fields fields, Fields::of(side));
  CardSideTemplate result;
  TRY_ASSIGN(result.text, parts.optional_texts(fields, "text"));
  TRY_ASSIGN(result.figure, parts.optional_figure(fields));
  TRY_DONE(fields.end());
  if (result.text.empty() && !result.figure) return bad_field(side.pointer, "a text or a figure is needed here");
  return result;
}

Result<CardSide> compose_side(const CardSideTemplate& source, const Composer& composer) {
  CardSide side;
  TRY_ASSIGN(side.text, composer.text(source.text));
  TRY_ASSIGN(side.figure, composer.figure(source.figure));
  return side;
}

}  // namespace

Read<FlashCardTemplate> FlashCardTemplate::read(Fields& fields, const ItemParts& parts) {
  FlashCardTemplate result;
  TRY_ASSIGN(result.front, read_side(fields, "front", parts));
  TRY_ASSIGN(result.back, read_side(fields, "back", parts));
  return result;
}

Result<FlashCard> compose(const FlashCardTemplate& source, const Composer& composer, SeededRandom&) {
  FlashCard card;
  TRY_ASSIGN(card.front, compose_side(source.front, composer));
  TRY_ASSIGN(card.back, compose_side(source.back, composer));
  if (look_of(card.front.text, card.front.figure) == look_of(card.back.text, card.back.figure))
    return senseless("the front and the back of the card say the same");
  return card;
}

}  // namespace hornbook::engage

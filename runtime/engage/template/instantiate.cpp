#include "runtime/engage/template/instantiate.hpp"

#include "runtime/engage/template/compose.hpp"
#include "runtime/engage/template/draw.hpp"

namespace hornbook::engage {

Result<ItemInstance> instantiate(const ItemTemplate& item, std::uint32_t item_index, std::uint32_t seed,
                                 std::string_view language) {
  SeededRandom random(seed);
  TRY_ASSIGN(const Draw draw, draw_parameters(item, language, random));
  const Composer composer(draw, language);
  ItemInstance instance;
  instance.item_index = item_index;
  instance.seed = seed;
  instance.language = language;
  TRY_ASSIGN(instance.prompt, composer.text(item.prompt));
  TRY_ASSIGN(instance.figure, composer.figure(item.figure));
  TRY_ASSIGN(instance.task, composer.task(item.task, random));
  for (const Texts& hint : item.hints) {
    TRY_ASSIGN(std::string text, composer.text(hint));
    instance.hints.push_back(std::move(text));
  }
  TRY_ASSIGN(instance.explanation, composer.text(item.explanation));
  TRY_ASSIGN(instance.not_yet, composer.text(item.not_yet));
  return instance;
}

}  // namespace hornbook::engage

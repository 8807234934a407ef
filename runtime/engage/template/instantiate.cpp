#include "runtime/engage/template/instantiate.hpp"

#include "runtime/engage/template/compose.hpp"
#include "runtime/engage/template/draw.hpp"

namespace hornbook::engage {
namespace {

Result<Task> compose_task(const TaskTemplate& task, const Composer& composer, SeededRandom& random) {
  const auto compose_kind = [&](const auto& kind) -> Result<Task> {
    TRY_ASSIGN(auto composed, compose(kind, composer, random));
    return Task(std::move(composed));
  };
  return std::visit(compose_kind, task);
}

}  // namespace

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
  TRY_ASSIGN(instance.task, compose_task(item.task, composer, random));
  for (const Texts& hint : item.hints) {
    TRY_ASSIGN(std::string text, composer.text(hint));
    instance.hints.push_back(std::move(text));
  }
  TRY_ASSIGN(instance.explanation, composer.text(item.explanation));
  TRY_ASSIGN(instance.not_yet, composer.text(item.not_yet));
  return instance;
}

}  // namespace hornbook::engage

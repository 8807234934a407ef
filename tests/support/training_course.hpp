// Another course than the sample one, for what is trained on class days and then measured on others: nine skills of
// five items each, other difficulties and prerequisites, other items.
#pragma once

#include "tests/support/class_day.hpp"

namespace hornbook::test {

inline constexpr std::size_t training_items_per_skill = 5;

inline std::shared_ptr<const interpret::Curriculum> training_curriculum() {
  auto curriculum = std::make_shared<interpret::Curriculum>();
  curriculum->pack_hash.bytes.fill(0xc3);
  const std::vector<std::vector<std::uint16_t>> prerequisites{{}, {}, {0}, {0, 1}, {2}, {2, 3}, {4}, {5}, {6, 7}};
  for (std::size_t skill = 0; skill < prerequisites.size(); ++skill) {
    curriculum->skills.push_back({7000 + skill, prerequisites[skill]});
    for (std::size_t item = 0; item < training_items_per_skill; ++item) {
      const auto difficulty_milli = static_cast<std::int32_t>(item) * 420 - 900 + static_cast<std::int32_t>(skill) * 35;
      curriculum->items.push_back(
          {9000 + 10 * skill + item, {static_cast<std::uint16_t>(skill)}, difficulty_milli, true});
    }
  }
  return curriculum;
}

// Of every five items two ask for a typed number or fraction; the others have four choices.
inline Result<engage::ItemInstance> training_item(std::uint16_t pack, std::uint32_t item_index, std::uint32_t seed,
                                                  std::string_view language) {
  Result<engage::ItemInstance> item = sample_item(pack, item_index % items_per_skill, seed, language);
  item->item_index = item_index;
  if (item_index % 5 < 3) return item;
  engage::NumberEntry task;
  task.expected = engage::Rational::create(1 + (seed * 7 + item_index) % 19, item_index % 5 == 3 ? 1 : 10).value();
  item->steps.front().question.task = std::move(task);
  return item;
}

inline std::shared_ptr<session::SessionContext> training_context() {
  static const std::shared_ptr<const interpret::Curriculum> curriculum = training_curriculum();
  auto context = sample_context();
  context->packs = {{0, curriculum.get()}};
  context->bindings = {{0, curriculum->pack_hash}};
  context->curricula = {{curriculum->pack_hash, curriculum}};
  context->instantiate = training_item;
  return context;
}

}  // namespace hornbook::test

// A small course for tests of the cycle: six skills, each with templates of four difficulties, and items made from
// numbers.
//   0 → 1 → 3 → 5
//   0 → 2 → 3,  2 → 4
// The items of skill 4 are about one text at three levels.
#pragma once

#include <memory>
#include <string>

#include "runtime/engage/item.hpp"
#include "runtime/engage/passage/passage.hpp"
#include "runtime/interpret/curriculum.hpp"

namespace hornbook::test {

inline constexpr std::size_t items_per_skill = 4;
inline constexpr std::size_t reading_skill = 4;

inline engage::Passage sample_passage() {
  engage::Passage passage;
  passage.id = "tale";
  passage.title = "A tale";
  for (std::uint8_t level = 1; level <= 3; ++level)
    passage.levels.push_back({level, {}, {engage::PassageParagraph{"Once."}, engage::PassageParagraph{"The end."}}});
  return passage;
}

inline std::shared_ptr<const interpret::Curriculum> sample_curriculum() {
  auto curriculum = std::make_shared<interpret::Curriculum>();
  curriculum->pack_hash.bytes.fill(0x5a);
  const std::vector<std::vector<std::uint16_t>> prerequisites{{}, {0}, {0}, {1, 2}, {2}, {3}};
  for (std::size_t skill = 0; skill < prerequisites.size(); ++skill) {
    curriculum->skills.push_back({100 + skill, prerequisites[skill]});
    for (std::size_t item = 0; item < items_per_skill; ++item) {
      const auto difficulty_milli = static_cast<std::int32_t>(item) * 500 - 750;
      curriculum->items.push_back(
          {1000 + 10 * skill + item, {static_cast<std::uint16_t>(skill)}, difficulty_milli, true});
      if (skill == reading_skill) curriculum->items.back().passage = 1;
    }
  }
  return curriculum;
}

// Four choices; the right one follows from the seed.
inline Result<engage::ItemInstance> sample_item(std::uint16_t, std::uint32_t item_index, std::uint32_t seed,
                                                std::string_view language) {
  engage::ItemInstance item;
  item.item_index = item_index;
  item.seed = seed;
  item.language = std::string(language);
  if (item_index / items_per_skill == reading_skill)
    item.passage = std::make_shared<const engage::Passage>(sample_passage());
  engage::MultipleChoice task;
  for (std::uint8_t choice = 0; choice < 4; ++choice) {
    task.choices.push_back({choice, std::to_string(choice), {}, choice == seed % 4, {std::uint16_t{choice}, ""}});
  }
  engage::Question question;
  question.task = std::move(task);
  question.hints = {{{}, "point", {}, {}, {}}, {{}, "teach", {}, {0}, {}}, {{}, "bottom out", {}, {1}, {}}};
  item.steps.push_back({std::move(question), {}, false});
  return item;
}

}  // namespace hornbook::test

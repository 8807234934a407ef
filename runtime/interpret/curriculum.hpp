// What the fold needs to know of a pack: skills, their prerequisites, and which skills an item exercises. It is made
// from the pack by runtime/pack and named by the pack's hash, so it is a versioned parameter of the fold.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/core/ids.hpp"

namespace hornbook::interpret {

// Of the skills or items of earlier versions whose progress one takes over: runtime/interpret/inherit.hpp.
struct FormerKeys {
  std::vector<std::uint64_t> was;     // one and the same under other names, the latest first
  std::vector<std::uint64_t> merges;  // parts that became one
};

struct SkillNode {
  SkillKey key = 0;
  std::vector<std::uint16_t> prerequisites;  // indexes into Curriculum::skills; the graph has no cycles
  FormerKeys former{};
};

struct ItemNode {
  ItemKey key = 0;
  std::vector<std::uint16_t> skills;                      // indexes; at least one; the first is the main one
  std::int32_t difficulty_milli = 0;                      // prior on the logit scale × 1000; greater is harder
  bool is_template = false;                               // new numbers each time
  std::uint8_t kind = 0;                                  // how it is answered, as the pack's index numbers it
  std::vector<std::vector<std::uint16_t>> step_skills{};  // of each step when there are several, else empty
  FormerKeys former{};
  std::uint32_t passage = 0;                    // what is read for it: the n-th of the pack; 0: none
  std::vector<std::uint16_t> misconceptions{};  // indexes, ascending: those that a wrong answer to it can show
  std::uint32_t typical_ms = 0;                 // that a first right answer to a question usually takes; 0: not known
  std::uint16_t experiment = 0;                 // the n-th of Curriculum::experiments; 0: everybody has the item
  std::uint8_t arm = 0;                         // of that experiment: who is in the other has not got the item
  // Of each step when there are several, as `misconceptions`; empty: none, or of a pack that does not say which step.
  std::vector<std::vector<std::uint16_t>> step_misconceptions{};
};
// The skills that a step of the item practises; none when it has no such step.
[[nodiscard]] std::span<const std::uint16_t> skills_of_step(const ItemNode& item, std::uint8_t step);
// The misconceptions that a wrong answer to that step can show, as far as the pack says which step it is.
[[nodiscard]] std::span<const std::uint16_t> misconceptions_of_step(const ItemNode& item, std::uint8_t step);
// Whether an answer to the step tells of a misconception. Of a pack that does not say which step, every step may.
[[nodiscard]] bool is_telling(const ItemNode& item, std::uint8_t step);

struct Curriculum {
  Hash pack_hash;
  std::vector<SkillNode> skills;
  std::vector<ItemNode> items;
  std::vector<MisconceptionKey> misconceptions{};
  std::vector<ExperimentId> experiments{};
};

using CurriculumSet =
    std::map<Hash, std::shared_ptr<const Curriculum>>;  // shared: a station and a fold hold the same one

// The key of a skill, an item or a misconception through all versions of its pack.
[[nodiscard]] std::uint64_t stable_key(std::string_view pack_name, std::string_view id);

}  // namespace hornbook::interpret

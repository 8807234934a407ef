// The items of each skill in packs, by one look at every item: a decision asks for those of several skills. Pure.
#pragma once

#include <span>
#include <vector>

#include "runtime/adapt/frontier.hpp"

namespace hornbook::adapt {

// Borrows the curricula of `packs`.
class ItemsBySkill {
 public:
  explicit ItemsBySkill(std::span<const PackInPlay> packs);
  // Calls `visit` with the index of each item whose main skill it is, ascending.
  template <class Visit>
  void each_of(const SkillInView& skill, const Visit& visit) const {
    for (const Chains& pack : packs_) {
      if (pack.curriculum != skill.curriculum) continue;
      for (std::uint32_t item = pack.first[skill.skill_index]; item != none; item = pack.next[item]) visit(item);
    }
  }

 private:
  static constexpr std::uint32_t none = 0xFFFF'FFFF;
  struct Chains {
    const interpret::Curriculum* curriculum = nullptr;
    std::vector<std::uint32_t> first;  // of each skill
    std::vector<std::uint32_t> next;   // after each item, of the same skill
  };
  std::vector<Chains> packs_;
};

}  // namespace hornbook::adapt

// Skills in the order of the course, the same number of items each, whatever the learner does: a book.
#pragma once

#include "platform/programs/model/simulate/policy.hpp"

namespace hornbook::simulate {

inline constexpr std::size_t fixed_items_a_skill = 10;

class FixedOrder final : public Policy {
 public:
  // Borrows the course. `items_a_skill` is at least 1; a skill with fewer items begins anew.
  FixedOrder(const Course& course, SkillList skills, std::size_t items_a_skill = fixed_items_a_skill)
      : course_(course), skills_(std::move(skills)), items_a_skill_(items_a_skill) {}
  [[nodiscard]] std::optional<std::size_t> choose(UnixMs now) override;
  void record(std::size_t item, const Performance& performance, UnixMs now) override;
  [[nodiscard]] bool is_done(std::size_t skill) const override;

 private:
  const Course& course_;
  SkillList skills_;
  std::size_t items_a_skill_;
  std::size_t answered_ = 0;
};

}  // namespace hornbook::simulate

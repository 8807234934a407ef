// A bound: what a policy would do that saw what the learner knows. Of the skills that were never known yet and whose
// prerequisites have been, the one practised longest ago, any item of it, and not one item more once it is known. Where
// things are forgotten it is not the least possible: it never waits for the next day, nor goes back.
#pragma once

#include "platform/programs/model/simulate/policy.hpp"

namespace hornbook::simulate {

class Informed final : public Policy {
 public:
  // Borrows the course and the student.
  Informed(const Course& course, const Student& student, std::uint64_t seed)
      : course_(course),
        student_(student),
        random_(stream_of(seed, {8})),
        was_known_(course.skills.size()),
        last_turn_(course.skills.size()) {}
  [[nodiscard]] std::optional<std::size_t> choose(UnixMs now) override;
  void record(std::size_t item, const Performance& performance, UnixMs now) override;
  [[nodiscard]] bool is_done(std::size_t skill) const override { return was_known_[skill]; }

 private:
  void look();

  const Course& course_;
  const Student& student_;
  SeededRandom random_;
  std::vector<bool> was_known_;
  std::vector<std::size_t> last_turn_;  // by skill
  std::size_t turns_ = 0;
};

}  // namespace hornbook::simulate

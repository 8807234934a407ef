// How classes use exercises without an engine: problem sets in the order of the book, the same for the whole class;
// some sets end after some items right in a row, as the "skill builders" of ASSISTments do (Heffernan & Heffernan
// 2014); now and then a mixed review; mistakes are sometimes done again. Nothing is declared mastered.
#pragma once

#include "platform/programs/model/simulate/policy.hpp"

namespace hornbook::simulate {

struct ProblemSet {
  std::vector<std::size_t> items;
  std::size_t right_in_row = 0;  // ends the set; 0: all items are done
  bool repeats_mistakes = false;
};

// What one class does, from the skill `first` on.
struct ClassPlan {
  std::size_t first = 0;
  double level = 0;       // of the class, added to each learner's
  double days_share = 1;  // as in Schedule
  std::int64_t session_ms = 0;
  std::vector<ProblemSet> sets;
};
[[nodiscard]] ClassPlan make_class_plan(const Course& course, SeededRandom& random);

// One learner's way through the plan; borrows it.
class Classroom final : public Policy {
 public:
  explicit Classroom(const ClassPlan& plan) : plan_(plan) {}
  [[nodiscard]] std::optional<std::size_t> choose(UnixMs now) override;
  void record(std::size_t item, const Performance& performance, UnixMs now) override;
  [[nodiscard]] bool is_done(std::size_t) const override { return false; }

 private:
  const ClassPlan& plan_;
  std::size_t set_ = 0;
  std::size_t place_ = 0;
  std::size_t in_row_ = 0;
  std::vector<std::size_t> mistakes_;
};

}  // namespace hornbook::simulate

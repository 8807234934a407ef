// A log of attempts in memory, learner by learner and each in the order of time: what the response model is fitted on.
#pragma once

#include <cstdint>
#include <vector>

#include "runtime/interpret/response_model/attempt.hpp"

namespace hornbook::interpret {

struct LearnerRows {
  std::uint32_t first = 0;
  std::uint32_t last = 0;  // one past
};

class AttemptLog {
 public:
  // Learners come one after another; rows of the last begun.
  void begin_learner();
  // Items and skills are counted from 0 without gaps; item no_index: not known.
  void add(std::uint32_t item, std::span<const std::uint32_t> skills, double seconds, bool correct);

  [[nodiscard]] std::size_t size() const { return items_.size(); }
  [[nodiscard]] std::uint32_t item_count() const { return item_count_; }
  [[nodiscard]] std::uint32_t skill_count() const { return skill_count_; }
  [[nodiscard]] const std::vector<LearnerRows>& learners() const { return learners_; }
  // Valid as long as the log is not added to.
  [[nodiscard]] Attempt at(std::size_t row) const;

 private:
  std::vector<LearnerRows> learners_;
  std::vector<std::uint32_t> items_;
  std::vector<std::uint32_t> skills_from_{0};
  std::vector<std::uint32_t> skills_;
  std::vector<double> seconds_;
  std::vector<char> correct_;
  std::uint32_t item_count_ = 0;
  std::uint32_t skill_count_ = 0;
};

// Places of learners in the log.
using Learners = std::vector<std::uint32_t>;
[[nodiscard]] Learners all_learners(const AttemptLog& log);

// Every `parts`-th learner, from the `part`-th on; and the others.
struct Split {
  Learners in;
  Learners out;
};
[[nodiscard]] Split leave_out(const Learners& learners, std::size_t part, std::size_t parts);

}  // namespace hornbook::interpret

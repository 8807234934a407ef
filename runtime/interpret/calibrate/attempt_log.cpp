#include "runtime/interpret/calibrate/attempt_log.hpp"

#include <algorithm>
#include <numeric>

namespace hornbook::interpret {

void AttemptLog::begin_learner() {
  const auto row = static_cast<std::uint32_t>(items_.size());
  learners_.push_back({row, row});
}

void AttemptLog::add(std::uint32_t item, std::span<const std::uint32_t> skills, double seconds, bool correct) {
  items_.push_back(item);
  if (item != no_index) item_count_ = std::max(item_count_, item + 1);
  for (const std::uint32_t skill : skills) {
    skills_.push_back(skill);
    skill_count_ = std::max(skill_count_, skill + 1);
  }
  skills_from_.push_back(static_cast<std::uint32_t>(skills_.size()));
  seconds_.push_back(seconds);
  correct_.push_back(correct ? 1 : 0);
  ++learners_.back().last;
}

Attempt AttemptLog::at(std::size_t row) const {
  const std::span<const std::uint32_t> all(skills_);
  const std::uint32_t from = skills_from_[row];
  return {{items_[row], all.subspan(from, skills_from_[row + 1] - from), seconds_[row]}, correct_[row] != 0};
}

Learners all_learners(const AttemptLog& log) {
  Learners learners(log.learners().size());
  std::iota(learners.begin(), learners.end(), 0u);
  return learners;
}

Split leave_out(const Learners& learners, std::size_t part, std::size_t parts) {
  Split split;
  for (std::size_t at = 0; at < learners.size(); ++at)
    (at % parts == part ? split.out : split.in).push_back(learners[at]);
  return split;
}

}  // namespace hornbook::interpret

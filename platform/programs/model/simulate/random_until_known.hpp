// The usual on-device tutor: any item of any skill that is not mastered yet, until Bayesian knowledge tracing says .95
// (Corbett & Anderson 1995). One set of textbook parameters for all skills, as nobody has fitted them; a hint counts as
// not correct, as in cognitive tutors.
#pragma once

#include "platform/programs/model/simulate/policy.hpp"

namespace hornbook::simulate {

struct TracingParameters {
  double initial = 0.25;
  double learn = 0.15;
  double slip = 0.1;
  double guess = 0.2;
  double mastery = 0.95;
};

class RandomUntilKnown final : public Policy {
 public:
  // Borrows the course.
  RandomUntilKnown(const Course& course, SkillList skills, std::uint64_t seed, const TracingParameters& parameters = {})
      : course_(course),
        skills_(std::move(skills)),
        random_(stream_of(seed, {6})),
        parameters_(parameters),
        known_(course.skills.size(), parameters.initial) {}
  [[nodiscard]] std::optional<std::size_t> choose(UnixMs now) override;
  void record(std::size_t item, const Performance& performance, UnixMs now) override;
  [[nodiscard]] bool is_done(std::size_t skill) const override { return known_[skill] >= parameters_.mastery; }
  [[nodiscard]] double known(std::size_t skill) const { return known_[skill]; }

 private:
  const Course& course_;
  SkillList skills_;
  SeededRandom random_;
  TracingParameters parameters_;
  std::vector<double> known_;
};

}  // namespace hornbook::simulate

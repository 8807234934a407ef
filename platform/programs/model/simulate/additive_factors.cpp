#include "platform/programs/model/simulate/additive_factors.hpp"

#include "runtime/core/portable_math.hpp"

namespace hornbook::simulate {
namespace {

struct SkillGains {
  double ease = 0;
  double success = 0;
  double failure = 0;
};

struct Model {
  const Course& course;
  AdditiveFactorsRanges ranges;
  std::vector<SkillGains> skills;
};

class AdditiveKnowledge final : public Knowledge {
 public:
  AdditiveKnowledge(const Model& model, const Aptitude& aptitude)
      : model_(model), gain_(portable_exp(model.ranges.pace_effect * aptitude.pace)) {
    for (std::size_t skill = 0; skill < model.skills.size(); ++skill) {
      const double taught = skill < aptitude.taught ? model.ranges.taught_effect : 0;
      logits_.push_back(model.skills[skill].ease + model.ranges.level_effect * aptitude.level + taught);
    }
  }

  void wait_until(UnixMs, SeededRandom&) override {}

  [[nodiscard]] double chance(std::size_t item) const override {
    const Item& asked = model_.course.items[item];
    double sum = 0;
    for (const std::size_t skill : asked.skills) sum += logits_[skill];
    sum /= static_cast<double>(asked.skills.size());
    if (asked.skills.size() > 1) sum -= model_.ranges.several_skills_cost;
    return logistic(asked.discrimination * (sum - asked.difficulty));
  }

  [[nodiscard]] std::optional<std::uint16_t> bug_shown(std::size_t, SeededRandom&) const override {
    return std::nullopt;
  }

  void learn_from(std::size_t item, const Practice& practice, SeededRandom&) override {
    for (const std::size_t skill : model_.course.items[item].skills) {
      const SkillGains& gains = model_.skills[skill];
      const double gain = practice.right_at_once ? gains.success : gains.failure;
      const double ready = knows_all(model_.course.skills[skill].prerequisites) ? 1 : model_.ranges.unprepared;
      logits_[skill] += gain_ * gain * ready * practice.effort;
    }
  }

  [[nodiscard]] bool knows(std::size_t skill) const override { return logistic(logits_[skill]) >= additive_mastery; }

 private:
  const Model& model_;
  double gain_;
  std::vector<double> logits_;  // of an average item of the skill
};

class AdditiveFactors final : public Family {
 public:
  explicit AdditiveFactors(Model model) : model_(std::move(model)) {}
  [[nodiscard]] std::unique_ptr<Knowledge> new_learner(const Aptitude& aptitude, SeededRandom&) const override {
    return std::make_unique<AdditiveKnowledge>(model_, aptitude);
  }

 private:
  Model model_;
};

}  // namespace

std::unique_ptr<Family> make_additive_factors(const Course& course, const AdditiveFactorsRanges& ranges,
                                              SeededRandom& random) {
  Model model{course, ranges, {}};
  for (std::size_t skill = 0; skill < course.skills.size(); ++skill) {
    const double ease = uniform(random, ranges.skill_ease);
    const double success = uniform(random, ranges.success_gain);
    model.skills.push_back({ease, success, uniform(random, ranges.failure_gain)});
  }
  return std::make_unique<AdditiveFactors>(std::move(model));
}

}  // namespace hornbook::simulate

#include "platform/programs/model/simulate/knowledge_tracing.hpp"

#include <algorithm>

#include "runtime/core/portable_math.hpp"

namespace hornbook::simulate {
namespace {

constexpr double ms_a_day = 24.0 * 60 * 60 * 1000;

struct SkillRates {
  double initial = 0;
  double learn = 0;
  double slip = 0;
  double guess = 0;
  double forget_a_day = 0;
};

struct Model {
  const Course& course;
  KnowledgeTracingRanges ranges;
  std::vector<SkillRates> skills;
};

class TracedKnowledge final : public Knowledge {
 public:
  TracedKnowledge(const Model& model, const Aptitude& aptitude, SeededRandom& random)
      : model_(model), pace_shift_(model.ranges.pace_effect * aptitude.pace), known_(model.skills.size()) {
    for (std::size_t skill = 0; skill < known_.size(); ++skill) {
      const double shift =
          model.ranges.level_effect * aptitude.level + (skill < aptitude.taught ? model.ranges.taught_effect : 0);
      const bool may_know = happens(random, shifted(model.skills[skill].initial, shift));
      const bool holds = is_prepared(skill) || happens(random, model.ranges.unprepared);
      known_[skill] = may_know && holds;
    }
  }

  void wait_until(UnixMs now, SeededRandom& random) override {
    const double days = last_ == 0 ? 0 : static_cast<double>(now - last_) / ms_a_day;
    last_ = now;
    if (days < 0.25) return;  // within a school day nothing is forgotten
    for (std::size_t skill = 0; skill < known_.size(); ++skill) {
      const double keep = portable_pow(1 - model_.skills[skill].forget_a_day, days);
      if (known_[skill] && !happens(random, keep)) known_[skill] = false;
    }
  }

  [[nodiscard]] double chance(std::size_t item) const override {
    const Item& asked = model_.course.items[item];
    const SkillRates& rates = model_.skills[asked.skills.front()];
    const double base = knows_all(asked.skills) ? 1 - rates.slip : rates.guess;
    return shifted(base, -model_.ranges.item_effect * asked.difficulty * asked.discrimination);
  }

  [[nodiscard]] std::optional<std::uint16_t> bug_shown(std::size_t, SeededRandom&) const override {
    return std::nullopt;
  }

  void learn_from(std::size_t item, const Practice& practice, SeededRandom& random) override {
    for (const std::size_t skill : model_.course.items[item].skills) {
      if (known_[skill]) continue;
      const double ready = is_prepared(skill) ? 1 : model_.ranges.unprepared;
      const double learn = std::min(shifted(model_.skills[skill].learn, pace_shift_) * ready * practice.effort, 1.0);
      known_[skill] = happens(random, learn);
    }
  }

  [[nodiscard]] bool knows(std::size_t skill) const override { return known_[skill]; }

 private:
  [[nodiscard]] bool is_prepared(std::size_t skill) const {
    return knows_all(model_.course.skills[skill].prerequisites);
  }

  const Model& model_;
  double pace_shift_;
  std::vector<bool> known_;
  UnixMs last_ = 0;
};

class KnowledgeTracing final : public Family {
 public:
  explicit KnowledgeTracing(Model model) : model_(std::move(model)) {}
  [[nodiscard]] std::unique_ptr<Knowledge> new_learner(const Aptitude& aptitude, SeededRandom& random) const override {
    return std::make_unique<TracedKnowledge>(model_, aptitude, random);
  }

 private:
  Model model_;
};

}  // namespace

std::unique_ptr<Family> make_knowledge_tracing(const Course& course, const KnowledgeTracingRanges& ranges,
                                               SeededRandom& random) {
  Model model{course, ranges, {}};
  for (std::size_t skill = 0; skill < course.skills.size(); ++skill) {
    const double initial = uniform(random, ranges.initial);
    const double learn = uniform(random, ranges.learn);
    const double slip = uniform(random, ranges.slip);
    const double guess = uniform(random, ranges.guess);
    model.skills.push_back({initial, learn, slip, guess, uniform(random, ranges.forget_a_day)});
  }
  return std::make_unique<KnowledgeTracing>(std::move(model));
}

}  // namespace hornbook::simulate

#include "platform/programs/model/simulate/memory_decay.hpp"

#include <algorithm>

#include "runtime/core/portable_math.hpp"

namespace hornbook::simulate {
namespace {

// A longer pause than this is time away from the task.
constexpr UnixMs away_after_ms = 30 * 60 * 1000;
constexpr double mastery_delay_s = 24.0 * 60 * 60;
// When a skill was practised before the course: on the clock of the task, a day to six weeks.
constexpr Range before_s{2e3, 1e5};
// With more traces than this, the one that will be weakest tomorrow is given up: it hardly counts.
constexpr std::size_t traces_max = 128;

struct SkillMemory {
  double bias = 0;
  double decay_scale = 0;
  double decay_least = 0;
  double encoding = 1;
};

struct Model {
  const Course& course;
  MemoryDecayRanges ranges;
  std::vector<SkillMemory> skills;
};

// One practice: when, on the clock of the task, how fast it fades, how much it is worth.
struct Trace {
  double at_s = 0;
  double decay = 0;
  double weight = 1;
};

class FadingKnowledge final : public Knowledge {
 public:
  FadingKnowledge(const Model& model, const Aptitude& aptitude, SeededRandom& random)
      : model_(model),
        bias_(model.ranges.level_effect * aptitude.level),
        fading_(portable_exp(-model.ranges.pace_effect * aptitude.pace)),
        traces_(model.skills.size()) {
    for (std::size_t skill = 0; skill < traces_.size(); ++skill) {
      const bool is_taught = skill < aptitude.taught;
      const double met = is_taught ? model.ranges.met_before_taught : model.ranges.met_before;
      if (!happens(random, shifted(met, aptitude.level))) continue;
      // Spaced, so that it fades slowly.
      const std::size_t times = 1 + random.below(is_taught ? 8 : 4);
      for (std::size_t time = 0; time < times; ++time)
        traces_[skill].push_back(
            {-uniform(random, before_s), fading_ * model.skills[skill].decay_least * uniform(random, {1, 1.3}), 1});
    }
  }

  void wait_until(UnixMs now, SeededRandom&) override {
    const UnixMs passed = last_ == 0 ? 0 : now - last_;
    const double factor = passed > away_after_ms ? model_.ranges.away_factor : 1;
    clock_s_ += factor * static_cast<double>(passed) / 1000;
    last_ = now;
  }

  [[nodiscard]] double chance(std::size_t item) const override {
    const Item& asked = model_.course.items[item];
    const double harder = model_.ranges.item_effect * asked.difficulty * asked.discrimination;
    double recalled = 1;
    for (const std::size_t skill : asked.skills) recalled *= recall(skill, clock_s_, harder);
    return recalled * (1 - model_.ranges.slip) + (1 - recalled) * asked.blind_chance;
  }

  [[nodiscard]] std::optional<std::uint16_t> bug_shown(std::size_t, SeededRandom&) const override {
    return std::nullopt;
  }

  void learn_from(std::size_t item, const Practice& practice, SeededRandom&) override {
    for (const std::size_t skill : model_.course.items[item].skills) {
      const SkillMemory& memory = model_.skills[skill];
      const double before = strength(skill, clock_s_);
      const double decay = fading_ * (memory.decay_scale * before + memory.decay_least);
      const double ready = is_prepared(skill) ? 1 : model_.ranges.unprepared;
      const double weight = ready * memory.encoding * practice.effort;
      if (weight <= 0) continue;
      if (traces_[skill].size() == traces_max) forget_weakest(traces_[skill]);
      traces_[skill].push_back({clock_s_, decay, weight});
    }
  }

  [[nodiscard]] bool knows(std::size_t skill) const override {
    return recall(skill, clock_s_ + mastery_delay_s * model_.ranges.away_factor, 0) >= memory_mastery;
  }

 private:
  // Prerequisites help when they come to mind now, whether they will tomorrow or not.
  [[nodiscard]] bool is_prepared(std::size_t skill) const {
    const std::vector<std::size_t>& needed = model_.course.skills[skill].prerequisites;
    return std::all_of(needed.begin(), needed.end(),
                       [this](std::size_t each) { return recall(each, clock_s_, 0) >= memory_mastery; });
  }

  void forget_weakest(std::vector<Trace>& traces) const {
    const double then = clock_s_ + mastery_delay_s * model_.ranges.away_factor;
    const auto worth = [then](const Trace& trace) {
      return trace.weight * portable_pow(then - trace.at_s, -trace.decay);
    };
    traces.erase(std::min_element(traces.begin(), traces.end(),
                                  [&](const Trace& a, const Trace& b) { return worth(a) < worth(b); }));
  }

  // exp(m) without the bias: 0 when there is no trace.
  [[nodiscard]] double strength(std::size_t skill, double at_s) const {
    double sum = 0;
    for (const Trace& trace : traces_[skill])
      sum += trace.weight * portable_pow(std::max(at_s - trace.at_s, 1.0), -trace.decay);
    return sum;
  }

  [[nodiscard]] double recall(std::size_t skill, double at_s, double harder) const {
    const double sum = strength(skill, at_s);
    if (sum <= 0) return 0;
    const double activation = model_.skills[skill].bias + bias_ + portable_log(sum) - harder;
    return logistic((activation - model_.ranges.threshold) / model_.ranges.noise);
  }

  const Model& model_;
  double bias_;
  double fading_;  // factor of every decay
  std::vector<std::vector<Trace>> traces_;
  UnixMs last_ = 0;
  double clock_s_ = 0;
};

class MemoryDecay final : public Family {
 public:
  explicit MemoryDecay(Model model) : model_(std::move(model)) {}
  [[nodiscard]] std::unique_ptr<Knowledge> new_learner(const Aptitude& aptitude, SeededRandom& random) const override {
    return std::make_unique<FadingKnowledge>(model_, aptitude, random);
  }

 private:
  Model model_;
};

}  // namespace

std::unique_ptr<Family> make_memory_decay(const Course& course, const MemoryDecayRanges& ranges, SeededRandom& random) {
  Model model{course, ranges, {}};
  for (std::size_t skill = 0; skill < course.skills.size(); ++skill) {
    const double bias = ranges.skill_deviation * normal(random);
    const double scale = uniform(random, ranges.decay_scale);
    const double least = uniform(random, ranges.decay_least);
    model.skills.push_back({bias, scale, least, uniform(random, ranges.encoding)});
  }
  return std::make_unique<MemoryDecay>(std::move(model));
}

}  // namespace hornbook::simulate

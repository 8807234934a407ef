#include "runtime/interpret/calibrate/fit_effects.hpp"

#include <algorithm>
#include <utility>

#include "runtime/core/portable_math.hpp"
#include "runtime/interpret/calibrate/slope.hpp"
#include "runtime/interpret/response_model/ability_filter.hpp"

namespace hornbook::interpret {
namespace {

constexpr int rounds = 7;  // each moves skills, items and practice once; more change the likelihood in the fifth place
constexpr int rounds_before_search = 4;
constexpr std::size_t rows_of_search = 60'000;

// Slopes by index, emptied in the time that it took to fill them.
class Slopes {
 public:
  explicit Slopes(std::size_t size) : slopes_(size) {}
  void add(std::uint32_t index, double score, double information) {
    if (slopes_[index].information == 0) touched_.push_back(index);
    slopes_[index].add(score, information);
  }
  [[nodiscard]] const Slope& at(std::uint32_t index) const { return slopes_[index]; }
  void clear() {
    for (const std::uint32_t index : touched_) slopes_[index] = {};
    touched_.clear();
  }

 private:
  std::vector<Slope> slopes_;
  std::vector<std::uint32_t> touched_;
};

enum class Move : std::uint8_t { Nothing, Skills, Items, Practice };

// One effect without a learner's own part in it.
double without(const EffectTable& table, std::uint32_t index, const Slope& own) {
  const Effect effect = table.at(index);
  return effect.value - own.score / (std::max(0.0, effect.information - own.information) + 1 / table.prior_variance);
}

class EffectFit {
 public:
  EffectFit(const AttemptLog& log, const Learners& learners, const AbilityPrior& prior)
      : log_(log),
        learners_(learners),
        rows_(log.size()),
        own_items_(log.item_count()),
        own_skills_(log.skill_count()) {
    population_.prior = prior;
    population_.items.effects.resize(log.item_count());
    population_.skills.effects.resize(log.skill_count());
  }

  void run(int count) {
    for (int round = 0; round < count; ++round) {
      for (const Move move : {Move::Skills, Move::Items, Move::Practice}) pass(move, learners_.size());
    }
  }

  // Mean negative log-likelihood of the answers of the first learners.
  double loss(std::size_t learners) { return pass(Move::Nothing, learners); }

  Population& population() { return population_; }

 private:
  struct Sums {
    std::vector<Slope> items, skills, practice;
    Slope base;
    double loss = 0;
    std::size_t answers = 0;
  };

  double pass(Move move, std::size_t learners) {
    Sums sums;
    sums.items.resize(log_.item_count());
    sums.skills.resize(log_.skill_count());
    sums.practice.resize(practice_steps);
    for (std::size_t at = 0; at < learners; ++at) filter_learner(log_.learners()[learners_[at]], move, sums);
    if (move != Move::Nothing) take_step(move, sums);
    return sums.loss / static_cast<double>(std::max<std::size_t>(1, sums.answers));
  }

  void filter_learner(const LearnerRows& rows, Move move, Sums& sums) {
    collect_own(rows);
    LearnerHistory history = new_learner(population_);
    for (std::uint32_t row = rows.first; row < rows.last; ++row) {
      const Attempt attempt = log_.at(row);
      const Question& question = attempt.question;
      const FilterExpectation expectation =
          expect(history, question, population_, own_free_item(question.item), own_free_skills(question.skills));
      const double p = expectation.probability;
      const Slope slope{(attempt.correct ? 1 : 0) - p, p * (1 - p)};
      sums.loss -= portable_log(attempt.correct ? p : 1 - p);
      ++sums.answers;
      if (move != Move::Nothing) add_slopes(sums, history, question, slope, row);
      move_beliefs(history, attempt, expectation, population_);
      for (const std::uint32_t index : question.skills) {
        SkillHistory& skill = history.skills.at(index);
        ++skill.opportunities;
        skill.last_seconds = question.seconds;
      }
    }
    own_items_.clear();
    own_skills_.clear();
  }

  void collect_own(const LearnerRows& rows) {
    for (std::uint32_t row = rows.first; row < rows.last; ++row) {
      const Slope& slope = rows_[row];
      if (slope.information == 0) continue;
      const Question question = log_.at(row).question;
      if (question.item != no_index) own_items_.add(question.item, slope.score, slope.information);
      const double share = share_of_each(question.skills.size());
      for (const std::uint32_t skill : question.skills)
        own_skills_.add(skill, share * slope.score, share * share * slope.information);
    }
  }

  double own_free_item(std::uint32_t item) const {
    return item == no_index ? 0 : without(population_.items, item, own_items_.at(item));
  }

  double own_free_skills(std::span<const std::uint32_t> skills) const {
    return mean_over(skills,
                     [&](std::uint32_t skill) { return without(population_.skills, skill, own_skills_.at(skill)); });
  }

  void add_slopes(Sums& sums, const LearnerHistory& history, const Question& question, const Slope& slope,
                  std::uint32_t row) {
    const double share = share_of_each(question.skills.size());
    double opportunities = 0;
    for (const std::uint32_t skill : question.skills) {
      sums.skills[skill].add(share * slope.score, share * share * slope.information);
      const auto found = history.skills.find(skill);
      if (found != history.skills.end()) opportunities += share * found->second.opportunities;
    }
    if (question.item != no_index) sums.items[question.item].add(slope.score, slope.information);
    sums.practice[practice_step(opportunities)].add(slope.score, slope.information);
    sums.base.add(slope.score, slope.information);
    rows_[row] = slope;
  }

  void take_step(Move move, const Sums& sums) {
    step(population_.items, sums.items, move == Move::Items);
    step(population_.skills, sums.skills, move == Move::Skills);
    if (move == Move::Skills && sums.base.information > 0) population_.base += sums.base.score / sums.base.information;
    if (move != Move::Practice) return;
    constexpr double prior_information = 20;
    for (std::size_t at = 0; at < practice_steps; ++at)
      population_.practice[at] += sums.practice[at].score / (sums.practice[at].information + prior_information);
  }

  static void step(EffectTable& table, const std::vector<Slope>& slopes, bool is_moved) {
    double spread = 0;
    double count = 0;
    for (std::size_t at = 0; at < slopes.size(); ++at) {
      Effect& effect = table.effects[at];
      effect.information = slopes[at].information;
      if (!is_moved || effect.information == 0) continue;
      const double precision = effect.information + 1 / table.prior_variance;
      effect.value += (slopes[at].score - effect.value / table.prior_variance) / precision;
      spread += effect.value * effect.value + 1 / precision;
      ++count;
    }
    constexpr double variance_min = 0.01;
    if (count > 0) table.prior_variance = std::max(variance_min, (table.prior_variance + spread / count) / 2);
  }

  const AttemptLog& log_;
  const Learners& learners_;
  std::vector<Slope> rows_;  // of each row at the last pass
  Slopes own_items_;
  Slopes own_skills_;
  Population population_;
};

// Whether another value of one prior predicts better; then it is kept.
bool improve(EffectFit& fit, double& value, double factor, std::size_t learners, double& best) {
  constexpr double value_min = 1e-5;
  constexpr double value_max = 4;
  constexpr double gain_min = 1e-6;
  const double old = value;
  value = old * factor;
  if (value >= value_min && value <= value_max) {
    const double loss = fit.loss(learners);
    if (loss < best - gain_min) {
      best = loss;
      return true;
    }
  }
  value = old;
  return false;
}

}  // namespace

Population fit_effects(const AttemptLog& log, const Learners& learners, const AbilityPrior& prior) {
  EffectFit fit(log, learners, prior);
  fit.run(rounds);
  return std::move(fit.population());
}

AbilityPrior choose_prior(const AttemptLog& log, const Learners& learners) {
  EffectFit fit(log, learners, {});
  fit.run(rounds_before_search);
  std::size_t some = 0;
  for (std::size_t rows = 0; some < learners.size() && rows < rows_of_search; ++some) {
    const LearnerRows& own = log.learners()[learners[some]];
    rows += own.last - own.first;
  }
  AbilityPrior& prior = fit.population().prior;
  double best = fit.loss(some);
  constexpr int sweeps = 3;
  for (int sweep = 0; sweep < sweeps; ++sweep) {
    for (double* value : {&prior.ability_variance, &prior.skill_variance, &prior.ability_drift, &prior.skill_drift,
                          &prior.forgetting}) {
      for (const double factor : {0.5, 2.0}) {
        while (improve(fit, *value, factor, some, best)) continue;
      }
    }
  }
  return prior;
}

}  // namespace hornbook::interpret

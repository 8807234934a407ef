#include "platform/programs/model/simulate/misconceptions.hpp"

#include <algorithm>

#include "runtime/core/portable_math.hpp"

namespace hornbook::simulate {
namespace {

constexpr double ms_a_day = 24.0 * 60 * 60 * 1000;

struct SkillBugs {
  double known = 0;
  double bug_held = 0;
  double consistency = 0;
  double remedy = 0;
  double learn = 0;
  double bug_birth = 0;
  double relapse_a_day = 0;
};

struct Model {
  const Course& course;
  MisconceptionRanges ranges;
  std::vector<SkillBugs> skills;
};

enum class Rule : std::uint8_t { None, Buggy, Right };

struct SkillRule {
  Rule rule = Rule::None;
  std::size_t bug = 0;  // which one is, or was, held
  bool was_buggy = false;
};

class BuggyKnowledge final : public Knowledge {
 public:
  BuggyKnowledge(const Model& model, const Aptitude& aptitude, SeededRandom& random)
      : model_(model), pace_shift_(model.ranges.pace_effect * aptitude.pace), rules_(model.skills.size()) {
    for (std::size_t skill = 0; skill < rules_.size(); ++skill) {
      const double shift =
          model.ranges.level_effect * aptitude.level + (skill < aptitude.taught ? model.ranges.taught_effect : 0);
      const bool may_know = happens(random, shifted(model.skills[skill].known, shift));
      const bool may_err = happens(random, model.skills[skill].bug_held);
      rules_[skill].bug = random.below(bugs_per_skill);
      const bool holds = is_prepared(skill) || happens(random, model.ranges.unprepared);
      if (may_know && holds)
        rules_[skill].rule = Rule::Right;
      else if (may_err)
        hold_bug(rules_[skill]);
    }
  }

  void wait_until(UnixMs now, SeededRandom& random) override {
    const double days = last_ == 0 ? 0 : static_cast<double>(now - last_) / ms_a_day;
    last_ = now;
    if (days < 0.25) return;
    for (std::size_t skill = 0; skill < rules_.size(); ++skill) {
      const double stays = portable_pow(1 - model_.skills[skill].relapse_a_day, days);
      if (rules_[skill].was_buggy && rules_[skill].rule != Rule::Buggy && !happens(random, stays))
        hold_bug(rules_[skill]);
    }
  }

  [[nodiscard]] double chance(std::size_t item) const override {
    const Item& asked = model_.course.items[item];
    const double harder = -model_.ranges.item_effect * asked.difficulty * asked.discrimination;
    const double knowing = shifted(1 - model_.ranges.slip, harder);
    const double guessing = shifted(std::max(asked.blind_chance, 0.08), harder);
    for (std::size_t other = 1; other < asked.skills.size(); ++other)
      if (rules_[asked.skills[other]].rule != Rule::Right) return guessing;
    const std::size_t skill = asked.skills.front();
    if (rules_[skill].rule == Rule::None) return guessing;
    if (rules_[skill].rule == Rule::Right || !asked.shows_bugs) return knowing;
    return (1 - model_.skills[skill].consistency) * knowing;
  }

  // Where the bug makes a difference a wrong answer is nearly always its answer: the rest slipped.
  [[nodiscard]] std::optional<std::uint16_t> bug_shown(std::size_t item, SeededRandom& random) const override {
    const Item& asked = model_.course.items[item];
    const std::size_t skill = asked.skills.front();
    if (rules_[skill].rule != Rule::Buggy || !asked.shows_bugs) return std::nullopt;
    const double consistency = model_.skills[skill].consistency;
    const double slipped = (1 - consistency) * model_.ranges.slip;
    if (!happens(random, consistency / (consistency + slipped))) return std::nullopt;
    return bug_tag(skill, rules_[skill].bug);
  }

  void learn_from(std::size_t item, const Practice& practice, SeededRandom& random) override {
    const Item& asked = model_.course.items[item];
    for (const std::size_t skill : asked.skills) {
      const double ready = is_prepared(skill) ? 1 : model_.ranges.unprepared;
      const double attention = ready * practice.effort;
      if (rules_[skill].rule == Rule::Buggy) {
        const bool is_refuted = skill == asked.skills.front() && asked.shows_bugs && !practice.right_at_once;
        if (is_refuted) remedy(skill, attention, random);
      } else if (rules_[skill].rule == Rule::None) {
        learn(skill, attention, practice.right_at_once, random);
      }
    }
  }

  [[nodiscard]] bool knows(std::size_t skill) const override { return rules_[skill].rule == Rule::Right; }

 private:
  [[nodiscard]] bool is_prepared(std::size_t skill) const {
    return knows_all(model_.course.skills[skill].prerequisites);
  }

  static void hold_bug(SkillRule& rule) {
    rule.rule = Rule::Buggy;
    rule.was_buggy = true;
  }

  void remedy(std::size_t skill, double attention, SeededRandom& random) {
    const double chance = std::min(shifted(model_.skills[skill].remedy, pace_shift_) * attention, 1.0);
    if (!happens(random, chance)) return;
    rules_[skill].rule = happens(random, model_.ranges.known_after_remedy) ? Rule::Right : Rule::None;
  }

  void learn(std::size_t skill, double attention, bool was_right, SeededRandom& random) {
    const double chance = std::min(shifted(model_.skills[skill].learn, pace_shift_) * attention, 1.0);
    if (happens(random, chance)) {
      rules_[skill].rule = Rule::Right;
    } else if (!was_right && happens(random, model_.skills[skill].bug_birth)) {
      rules_[skill].bug = random.below(bugs_per_skill);
      hold_bug(rules_[skill]);
    }
  }

  const Model& model_;
  double pace_shift_;
  std::vector<SkillRule> rules_;
  UnixMs last_ = 0;
};

class Misconceptions final : public Family {
 public:
  explicit Misconceptions(Model model) : model_(std::move(model)) {}
  [[nodiscard]] std::unique_ptr<Knowledge> new_learner(const Aptitude& aptitude, SeededRandom& random) const override {
    return std::make_unique<BuggyKnowledge>(model_, aptitude, random);
  }

 private:
  Model model_;
};

}  // namespace

std::unique_ptr<Family> make_misconceptions(const Course& course, const MisconceptionRanges& ranges,
                                            SeededRandom& random) {
  Model model{course, ranges, {}};
  for (std::size_t skill = 0; skill < course.skills.size(); ++skill) {
    SkillBugs bugs;
    bugs.known = uniform(random, ranges.known);
    bugs.bug_held = uniform(random, ranges.bug_held);
    bugs.consistency = uniform(random, ranges.consistency);
    bugs.remedy = uniform(random, ranges.remedy);
    bugs.learn = uniform(random, ranges.learn);
    bugs.bug_birth = uniform(random, ranges.bug_birth);
    bugs.relapse_a_day = uniform(random, ranges.relapse_a_day);
    model.skills.push_back(bugs);
  }
  return std::make_unique<Misconceptions>(std::move(model));
}

}  // namespace hornbook::simulate

#include "platform/programs/model/simulate/compare.hpp"

#include <algorithm>
#include <numeric>

#include "platform/programs/model/simulate/fixed_order.hpp"
#include "platform/programs/model/simulate/informed.hpp"
#include "platform/programs/model/simulate/practise.hpp"
#include "platform/programs/model/simulate/random_until_known.hpp"
#include "platform/programs/model/simulate/station_engine.hpp"

namespace hornbook::simulate {
namespace {

constexpr std::int64_t ms_a_day = 24LL * 60 * 60 * 1000;
constexpr std::int64_t later_ms = 28 * ms_a_day;

SkillList all_skills(const Course& course) {
  SkillList skills(course.skills.size());
  std::iota(skills.begin(), skills.end(), std::size_t{0});
  return skills;
}

// A learner under a policy that begins anew when the learner is sent back.
class Pupil {
 public:
  Pupil(PolicyKind kind, const Course& course, Student student, std::uint64_t seed)
      : kind_(kind),
        course_(course),
        student_(std::move(student)),
        seed_(seed),
        declared_(course.skills.size()),
        settled_(course.skills.size()) {
    begin_pass(all_skills(course));
  }

  [[nodiscard]] LearnerOutcome learn(const Schedule& schedule) {
    LearnerOutcome outcome;
    outcome.skills = course_.skills.size();
    UnixMs first = 0;
    UnixMs last = 0;
    practise(student_, forward_, schedule, seed_, [&](std::size_t, const Performance& performance, UnixMs shown_at) {
      if (outcome.items++ == 0) first = shown_at;
      last = shown_at + performance.duration_ms();
      note_standing(outcome);
      if (passes_ == 1) {
        ++outcome.first_pass_items;
        outcome.days = static_cast<std::size_t>((last - first) / ms_a_day) + 1;
      }
      if (!all_done()) return false;
      SkillList missing = unsettled_skills();
      outcome.finished = missing.empty();
      if (!outcome.finished) {
        forward_.policy->end_session(last);
        begin_pass(std::move(missing));
        forward_.policy->begin_session(last);
      }
      return outcome.finished;
    });
    if (!outcome.finished) outcome.items = schedule.items_max;
    student_.rest_until(last + later_ms);
    for (std::size_t item = 0; item < course_.items.size(); ++item)
      outcome.later_success += student_.knowledge().chance(item) / static_cast<double>(course_.items.size());
    return outcome;
  }

 private:
  // Whatever policy is in force now.
  struct Forward final : Policy {
    std::unique_ptr<Policy> policy;
    void begin_session(UnixMs now) override { policy->begin_session(now); }
    void end_session(UnixMs now) override { policy->end_session(now); }
    [[nodiscard]] std::optional<std::size_t> choose(UnixMs now) override { return policy->choose(now); }
    void record(std::size_t item, const Performance& performance, UnixMs now) override {
      policy->record(item, performance, now);
    }
    [[nodiscard]] bool is_done(std::size_t skill) const override { return policy->is_done(skill); }
  };

  void begin_pass(SkillList skills) {
    skills_ = std::move(skills);
    const std::uint64_t seed = stream_of(seed_, {21, passes_++}).next();
    switch (kind_) {
      case PolicyKind::FixedOrder:
        forward_.policy = std::make_unique<FixedOrder>(course_, skills_);
        break;
      case PolicyKind::RandomUntilKnown:
        forward_.policy = std::make_unique<RandomUntilKnown>(course_, skills_, seed);
        break;
      case PolicyKind::Hornbook:
        forward_.policy = std::make_unique<StationEngine>(course_, skills_, seed);
        break;
      case PolicyKind::Informed:
        forward_.policy = std::make_unique<Informed>(course_, student_, seed);
        break;
    }
  }

  void note_standing(LearnerOutcome& outcome) {
    for (const std::size_t skill : skills_) {
      const bool is_noted = declared_[skill] && settled_[skill];
      if (is_noted || !forward_.policy->is_done(skill)) continue;
      settled_[skill] = settled_[skill] || student_.knows(skill);
      if (declared_[skill] || passes_ > 1) continue;
      declared_[skill] = true;
      ++outcome.declared;
      outcome.falsely_declared += settled_[skill] ? 0u : 1u;
    }
  }

  [[nodiscard]] bool all_done() const {
    return std::all_of(skills_.begin(), skills_.end(),
                       [this](std::size_t skill) { return forward_.policy->is_done(skill); });
  }

  [[nodiscard]] SkillList unsettled_skills() const {
    SkillList unsettled;
    for (std::size_t skill = 0; skill < course_.skills.size(); ++skill)
      if (!settled_[skill]) unsettled.push_back(skill);
    return unsettled;
  }

  PolicyKind kind_;
  const Course& course_;
  Student student_;
  std::uint64_t seed_;
  std::uint64_t passes_ = 0;
  SkillList skills_;  // of this pass
  Forward forward_;
  std::vector<bool> declared_;  // in the first pass
  std::vector<bool> settled_;
};

LearnerOutcome try_learner(FamilyKind kind, PolicyKind policy, const Trial& trial, std::uint64_t seed) {
  SeededRandom random(seed);
  const Course course = make_course(trial.course, random);
  const std::unique_ptr<Family> family = make_family(kind, course, random);
  const Manner manner = draw_manner(ranges_of(draw_behaviour(random)), random);
  Aptitude aptitude{normal(random), normal(random), 0};
  aptitude.taught = random.below(course.skills.size() / 3 + 1);
  Schedule schedule;
  schedule.items_max = trial.items_a_skill_max * course.skills.size();
  schedule.school_days_max = 10 * schedule.items_max;  // it is the items that end it
  return Pupil(policy, course, make_student(course, *family, manner, aptitude, seed), seed).learn(schedule);
}

}  // namespace

std::string_view name_of(PolicyKind kind) {
  switch (kind) {
    case PolicyKind::FixedOrder:
      return "fixed";
    case PolicyKind::RandomUntilKnown:
      return "random-bkt95";
    case PolicyKind::Hornbook:
      return "hornbook";
    case PolicyKind::Informed:
      return "informed";
  }
  return "";
}

std::vector<LearnerOutcome> try_policy(FamilyKind family, PolicyKind policy, const Trial& trial, std::size_t learners,
                                       std::uint64_t seed) {
  std::vector<LearnerOutcome> outcomes;
  for (std::size_t learner = 0; learner < learners; ++learner) {
    const std::uint64_t learner_seed = stream_of(seed, {20, static_cast<std::uint64_t>(family), learner}).next();
    outcomes.push_back(try_learner(family, policy, trial, learner_seed));
  }
  return outcomes;
}

}  // namespace hornbook::simulate

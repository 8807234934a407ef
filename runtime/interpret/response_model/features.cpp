#include "runtime/interpret/response_model/features.hpp"

#include <algorithm>
#include <cmath>

#include "runtime/core/portable_math.hpp"
#include "runtime/interpret/response_model/context_keys.hpp"

namespace hornbook::interpret {
namespace {

constexpr std::array<FeatureAbout, feature_count> features_about = {{
    {"expected", Group::GuessAndSlip},
    {"item effect", Group::ThisItem},
    {"item information", Group::ThisItem},
    {"skill effect", Group::ThisSkill},
    {"hardest skill", Group::ThisSkill},
    {"skill count", Group::ThisSkill},
    {"ability", Group::Ability},
    {"ability variance", Group::Ability},
    {"answers", Group::Ability},
    {"skill ability", Group::SkillSoFar},
    {"skill variance", Group::SkillSoFar},
    {"weakest skill", Group::SkillSoFar},
    {"opportunities", Group::SkillSoFar},
    {"successes", Group::SkillSoFar},
    {"failures", Group::SkillSoFar},
    {"fewest opportunities", Group::SkillSoFar},
    {"success, slow", Group::Ability},
    {"success, middle", Group::Lately},
    {"success, fast", Group::Lately},
    {"surprise, slow", Group::Ability},
    {"surprise, middle", Group::Lately},
    {"surprise, fast", Group::Lately},
    {"surprise, last", Group::Lately},
    {"skill success", Group::SkillSoFar},
    {"skill success, fast", Group::SkillSoFar},
    {"skill surprise, slow", Group::SkillSoFar},
    {"skill surprise", Group::SkillSoFar},
    {"skill surprise, fast", Group::SkillSoFar},
    {"known", Group::SkillSoFar},
    {"least known", Group::SkillSoFar},
    {"streak", Group::SkillSoFar},
    {"latest outcomes", Group::Lately, false},
    {"latest in skill", Group::SkillSoFar, false},
    {"gap", Group::TimeSince},
    {"gap beside typical", Group::Pace},
    {"last pace", Group::Pace},
    {"pace", Group::Pace},
    {"time since skill", Group::TimeSince},
    {"answers since skill", Group::TimeSince},
    {"attempts at item", Group::ItemBefore},
    {"last at item", Group::ItemBefore},
    {"time since item", Group::ItemBefore},
    {"answers since item", Group::ItemBefore},
    {"rate at item", Group::ItemBefore},
    {"answers in session", Group::Session},
    {"answers in row", Group::Session},
    {"last on same skills", Group::Lately},
    {"item after answer", Group::Order},
    {"item after outcomes", Group::Order},
    {"item again", Group::ItemBefore},
    {"skill after answer", Group::Order},
    {"skill after outcomes", Group::Order},
    {"item after skill's item", Group::Order},
    {"related items", Group::RelatedItems},
}};

constexpr std::array<std::string_view, group_count> group_names = {
    "start",  "this item",     "this skill",       "ability",  "this skill so far",
    "lately", "time since",    "this item before", "pace",     "session",
    "order",  "related items", "guess and slip",   "interplay"};

constexpr double attempts_max = 10;
constexpr double run_max = 30;
constexpr double streak_max = 8;

double log1p(double value) { return portable_log(1 + value); }

double log_time_since(double then, double now) { return then >= 0 && now >= 0 ? log1p(std::max(0.0, now - then)) : -1; }

// Fills the features one group after another.
class Reader {
 public:
  Reader(const LearnerHistory& history, const Question& question, const FilterExpectation& expectation,
         const Population& population)
      : history_(history), question_(question), expectation_(expectation), population_(population) {}

  Features read() {
    item_and_skills();
    learner();
    skills_so_far();
    pace_and_session();
    item_before();
    contexts();
    return features_;
  }

 private:
  void set(Feature feature, double value) {
    features_[static_cast<std::size_t>(feature)] = static_cast<float>(std::isfinite(value) ? value : 0);
  }

  void item_and_skills() {
    set(Feature::Expected, expectation_.logit);
    const Effect item = population_.items.at(question_.item);
    set(Feature::ItemEffect, item.value);
    set(Feature::ItemInformation, log1p(item.information));
    set(Feature::SkillEffect, mean_skill_effect(question_, population_));
    double hardest = 0;
    for (std::size_t at = 0; at < question_.skills.size(); ++at) {
      const double effect = population_.skills.at(question_.skills[at]).value;
      hardest = at == 0 ? effect : std::min(hardest, effect);
    }
    set(Feature::HardestSkill, hardest);
    set(Feature::SkillCount, static_cast<double>(question_.skills.size()));
  }

  void learner() {
    set(Feature::Ability, history_.ability.mean);
    set(Feature::AbilityVariance, history_.ability.variance);
    set(Feature::Answers, log1p(history_.answers));
    set(Feature::SuccessSlow, history_.success[0]);
    set(Feature::SuccessMiddle, history_.success[1]);
    set(Feature::SuccessFast, history_.success[2]);
    set(Feature::SurpriseSlow, history_.surprise[0]);
    set(Feature::SurpriseMiddle, history_.surprise[1]);
    set(Feature::SurpriseFast, history_.surprise[2]);
    set(Feature::SurpriseLast, history_.surprise[3]);
    set(Feature::LatestOutcomes, history_.outcomes.code);
  }

  struct SkillMeans {
    SkillHistory mean;
    double opportunities = 0, correct = 0, streak = 0, age = 0, log_seconds = -1;
    double weakest = 0, least_known = 1, fewest = 0;
  };

  void count_in(SkillMeans& sum, const SkillHistory& skill, double share, bool is_first) const {
    sum.mean.ability.mean += share * skill.ability.mean;
    sum.mean.ability.variance += share * skill.ability.variance;
    sum.mean.known += share * skill.known;
    for (std::size_t at = 0; at < skill.success.size(); ++at) sum.mean.success[at] += share * skill.success[at];
    for (std::size_t at = 0; at < skill.surprise.size(); ++at) sum.mean.surprise[at] += share * skill.surprise[at];
    sum.opportunities += share * skill.opportunities;
    sum.correct += share * skill.correct;
    sum.streak += share * skill.streak;
    sum.weakest = is_first ? skill.ability.mean : std::min(sum.weakest, skill.ability.mean);
    sum.fewest = is_first ? skill.opportunities : std::min<double>(sum.fewest, skill.opportunities);
    sum.least_known = std::min(sum.least_known, skill.known);
    if (skill.opportunities == 0) return;
    sum.log_seconds = std::max(sum.log_seconds, log_time_since(skill.last_seconds, question_.seconds));
    sum.age += share * log1p(history_.answers - skill.last_answer);
  }

  void skills_so_far() {
    SkillMeans sum;
    sum.mean.success = {};
    const SkillHistory unseen = new_skill(population_);
    const double share = share_of_each(question_.skills.size());
    for (std::size_t at = 0; at < question_.skills.size(); ++at) {
      const auto found = history_.skills.find(question_.skills[at]);
      count_in(sum, found == history_.skills.end() ? unseen : found->second, share, at == 0);
      if (at == 0 && found != history_.skills.end()) set(Feature::LatestInSkill, found->second.outcomes.code);
    }
    set(Feature::SkillAbility, sum.mean.ability.mean);
    set(Feature::SkillVariance, sum.mean.ability.variance);
    set(Feature::WeakestSkill, sum.weakest);
    set(Feature::Opportunities, log1p(sum.opportunities));
    set(Feature::Successes, log1p(sum.correct));
    set(Feature::Failures, log1p(sum.opportunities - sum.correct));
    set(Feature::FewestOpportunities, log1p(sum.fewest));
    set(Feature::SkillSuccess, sum.mean.success[0]);
    set(Feature::SkillSuccessFast, sum.mean.success[1]);
    set(Feature::SkillSurpriseSlow, sum.mean.surprise[0]);
    set(Feature::SkillSurprise, sum.mean.surprise[1]);
    set(Feature::SkillSurpriseFast, sum.mean.surprise[2]);
    set(Feature::Known, sum.mean.known);
    set(Feature::LeastKnown, sum.least_known);
    set(Feature::Streak, std::clamp(sum.streak, -streak_max, streak_max));
    set(Feature::SkillSeconds, sum.log_seconds);
    set(Feature::SkillAge, sum.age);
  }

  void pace_and_session() {
    const double gap = gap_before(history_, question_);
    constexpr double no_gap = -9;
    set(Feature::Gap, gap);
    set(Feature::GapBesideTypical, gap < 0 ? no_gap : gap - population_.gap_of(question_.item));
    set(Feature::LastPace, history_.last_pace);
    set(Feature::Pace, history_.pace);
    set(Feature::SessionAnswers, log1p(history_.answers_in_session));
    set(Feature::RowOnSkills, std::min<double>(run_max, history_.answers_in_row_on_skills));
    const bool is_same = history_.answers > 0 && std::ranges::equal(history_.last_skills, question_.skills);
    set(Feature::LastOnSameSkills, is_same ? (history_.last_correct ? 2 : 1) : 0);
  }

  void item_before() {
    const auto found = question_.item == no_index ? history_.items.end() : history_.items.find(question_.item);
    const bool is_new = found == history_.items.end();
    const ItemHistory item = is_new ? ItemHistory{} : found->second;
    set(Feature::ItemAttempts, std::min<double>(attempts_max, item.answers));
    set(Feature::ItemLast, is_new ? 0 : (item.last_correct ? 2 : 1));
    set(Feature::ItemSeconds, is_new ? -1 : log_time_since(item.last_seconds, question_.seconds));
    set(Feature::ItemAge, is_new ? -1 : log1p(history_.answers - item.last_answer));
    set(Feature::ItemRate, (item.correct + 1.0) / (item.answers + 2.0));
  }

  void contexts() {
    const ContextKeys keys = context_keys(history_, question_);
    for (std::size_t at = 0; at < context_count; ++at) {
      const auto found = population_.contexts[at].find(keys[at]);
      const double effect = found == population_.contexts[at].end() ? 0 : static_cast<double>(found->second);
      set(static_cast<Feature>(static_cast<std::size_t>(Feature::ItemAfterAnswer) + at), effect);
    }
    set(Feature::RelatedEvidence, population_.related.evidence(history_.traces, question_));
  }

  const LearnerHistory& history_;
  const Question& question_;
  const FilterExpectation& expectation_;
  const Population& population_;
  Features features_{};
};

}  // namespace

static_assert(static_cast<std::size_t>(Feature::RelatedEvidence) + 1 == feature_count);
static_assert(static_cast<std::size_t>(Feature::ItemAfterSkillsItem) + 1 ==
              static_cast<std::size_t>(Feature::RelatedEvidence));

std::string_view name_of(Group group) { return group_names[static_cast<std::size_t>(group)]; }

const FeatureAbout& about(std::size_t feature) { return features_about[feature]; }

Features features_of(const LearnerHistory& history, const Question& question, const FilterExpectation& expectation,
                     const Population& population) {
  return Reader(history, question, expectation, population).read();
}

}  // namespace hornbook::interpret

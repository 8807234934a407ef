#include "platform/programs/model/simulate/placement_trial.hpp"

#include <cmath>
#include <numeric>

#include "platform/programs/model/simulate/practise.hpp"
#include "platform/programs/model/simulate/station_engine.hpp"
#include "runtime/adapt/placement/check.hpp"

namespace hornbook::simulate {
namespace {

constexpr std::int64_t ms_a_day = 24LL * 60 * 60 * 1000;

// A learner who can be made anew, as they were at the beginning.
struct Beginning {
  const Course& course;
  const Family& family;
  Manner manner;
  Aptitude aptitude;
  std::uint64_t seed;
  [[nodiscard]] Student student() const { return make_student(course, family, manner, aptitude, seed); }
};

SkillList all_skills(const Course& course) {
  SkillList skills(course.skills.size());
  std::iota(skills.begin(), skills.end(), std::size_t{0});
  return skills;
}

std::vector<bool> known_to(const Student& student, const Course& course) {
  std::vector<bool> known;
  for (std::size_t skill = 0; skill < course.skills.size(); ++skill) known.push_back(student.knows(skill));
  return known;
}

// The check alone, on the learner as they are: nothing is learned from it.
class CheckAlone {
 public:
  explicit CheckAlone(const Beginning& beginning)
      : student_(beginning.student()),
        known_(known_to(student_, beginning.course)),
        curriculum_(curriculum_of(beginning.course, all_skills(beginning.course))),
        chance_(stream_of(beginning.seed, {31})) {
    for (std::uint8_t& byte : learner_.bytes) byte = static_cast<std::uint8_t>(chance_.below(256));
  }

  void find(PlacementOutcome& outcome) {
    const adapt::PackInPlay pack{0, curriculum_.get()};
    while (const auto offer = adapt::check_to_offer(state_, pack, parameters_)) {
      interpret::take(state_, measure::CheckStarted{0, offer->cluster}, *curriculum_, parameters_);
      const adapt::CheckStanding standing = ask_all(pack);
      note(standing, outcome);
      const measure::CheckEnded ended{0, offer->cluster, *standing.ends, 0, 0};
      interpret::take(state_, ended, *curriculum_, parameters_);
    }
    for (const auto& [key, skill] : state_.placement.placed) {
      ++outcome.placed;
      outcome.wrongly_placed += known_[static_cast<std::size_t>(key) - 1] ? 0u : 1u;
    }
  }

 private:
  adapt::CheckStanding ask_all(const adapt::PackInPlay& pack) {
    const std::span<const adapt::PackInPlay> packs(&pack, 1);
    while (true) {
      const auto standing = adapt::check_at_hand(state_, packs, parameters_);
      if (standing->ends) return *standing;
      const auto decision = adapt::choose_next(state_, learner_, packs, 0, decisions_++, parameters_);
      const std::uint32_t item = decision->chosen.item_index;
      const bool right = happens(chance_, student_.knowledge().chance(item));
      interpret::keep_answer(state_.placement,
                             {curriculum_->items[item].key,
                              right ? interpret::CheckOutcome::Right : interpret::CheckOutcome::NotRight, 0});
      ++state_.responses;
    }
  }

  void note(const adapt::CheckStanding& standing, PlacementOutcome& outcome) const {
    ClusterFound found{*standing.ends, standing.questions, standing.estimate.standard_error, 0, 0};
    const auto count = static_cast<double>(standing.cluster.skills.size());
    for (std::size_t at = 0; at < standing.cluster.skills.size(); ++at) {
      const bool known = known_[standing.cluster.skills[at].skill];
      found.estimated_share += standing.estimate.known[at] / count;
      found.true_share += (known ? 1 : 0) / count;
      ++outcome.skills;
      outcome.known += known ? 1u : 0u;
    }
    outcome.clusters.push_back(found);
  }

  Student student_;
  std::vector<bool> known_;
  std::shared_ptr<const interpret::Curriculum> curriculum_;  // shared as curriculum_of makes it
  SeededRandom chance_;
  LearnerId learner_;
  interpret::LearnerState state_;
  interpret::Parameters parameters_ = interpret::default_parameters();
  std::uint32_t decisions_ = 0;
};

WayThrough go_through(const Beginning& beginning, const PlacementTrial& trial, bool with_check) {
  Student student = beginning.student();
  const std::vector<bool> known = known_to(student, beginning.course);
  StationEngine engine(beginning.course, all_skills(beginning.course), beginning.seed);
  Schedule schedule;
  schedule.items_max = trial.items_a_skill_max * beginning.course.skills.size();
  schedule.school_days_max = 10 * schedule.items_max;
  WayThrough way;
  if (with_check) {
    SeededRandom chance = stream_of(beginning.seed, {32});
    way.items = engine.find_start(schedule.first_monday_ms - ms_a_day,
                                  [&](std::size_t item) { return happens(chance, student.knowledge().chance(item)); });
  }
  bool met_new = false;
  std::vector<bool> declared(known.size());
  practise(student, engine, schedule, beginning.seed, [&](std::size_t item, const Performance&, UnixMs) {
    const std::size_t main_skill = beginning.course.items[item].skills.front();
    ++way.items;
    way.items_on_known += known[main_skill] ? 1u : 0u;
    met_new = met_new || !known[main_skill];
    way.items_before_new += met_new ? 0u : 1u;
    bool is_done = true;
    for (std::size_t skill = 0; skill < known.size(); ++skill) {
      const bool is_mastered = engine.is_done(skill);
      is_done = is_done && is_mastered;
      if (!is_mastered || declared[skill]) continue;
      declared[skill] = true;
      way.falsely_declared += student.knows(skill) ? 0u : 1u;
    }
    return is_done;
  });
  return way;
}

PlacementOutcome try_learner(FamilyKind kind, const PlacementTrial& trial, std::uint64_t seed) {
  SeededRandom random(seed);
  const Course course = make_course(trial.course, random);
  const std::unique_ptr<Family> family = make_family(kind, course, random);
  const Manner manner = draw_manner(ranges_of(draw_behaviour(random)), random);
  Aptitude aptitude{normal(random), normal(random), 0};
  aptitude.taught = random.below(course.skills.size() + 1);
  const Beginning beginning{course, *family, manner, aptitude, seed};
  PlacementOutcome outcome;
  CheckAlone(beginning).find(outcome);
  outcome.with = go_through(beginning, trial, true);
  outcome.without = go_through(beginning, trial, false);
  return outcome;
}

// Pearson's.
double correlation_of(const std::vector<ClusterFound>& clusters) {
  double mean_a = 0;
  double mean_b = 0;
  for (const ClusterFound& each : clusters) {
    mean_a += each.estimated_share / static_cast<double>(clusters.size());
    mean_b += each.true_share / static_cast<double>(clusters.size());
  }
  double both = 0;
  double a = 0;
  double b = 0;
  for (const ClusterFound& each : clusters) {
    both += (each.estimated_share - mean_a) * (each.true_share - mean_b);
    a += (each.estimated_share - mean_a) * (each.estimated_share - mean_a);
    b += (each.true_share - mean_b) * (each.true_share - mean_b);
  }
  return a > 0 && b > 0 ? both / std::sqrt(a * b) : 0;
}

double ratio(double part, double whole) { return whole > 0 ? part / whole : 0; }

void add_clusters(const std::vector<ClusterFound>& clusters, PlacementSummary& summary) {
  const auto count = static_cast<double>(clusters.size());
  double precise = 0;
  for (const ClusterFound& each : clusters) {
    summary.questions += ratio(static_cast<double>(each.questions), count);
    summary.bias += ratio(each.estimated_share - each.true_share, count);
    summary.floor_share += each.reason == measure::CheckEndReason::Floor ? 1 / count : 0;
    summary.ceiling_share += each.reason == measure::CheckEndReason::Ceiling ? 1 / count : 0;
    if (each.reason != measure::CheckEndReason::Precise) continue;
    ++precise;
    summary.questions_to_precise += static_cast<double>(each.questions);
  }
  summary.precise_share = ratio(precise, count);
  summary.questions_to_precise = ratio(summary.questions_to_precise, precise);
  summary.correlation = correlation_of(clusters);
}

}  // namespace

std::vector<PlacementOutcome> try_placement(FamilyKind family, const PlacementTrial& trial, std::size_t learners,
                                            std::uint64_t seed) {
  std::vector<PlacementOutcome> outcomes;
  for (std::size_t learner = 0; learner < learners; ++learner) {
    const std::uint64_t learner_seed = stream_of(seed, {30, static_cast<std::uint64_t>(family), learner}).next();
    outcomes.push_back(try_learner(family, trial, learner_seed));
  }
  return outcomes;
}

PlacementSummary summarise(const std::vector<PlacementOutcome>& outcomes) {
  PlacementSummary summary;
  std::vector<ClusterFound> clusters;
  double skills = 0;
  double known = 0;
  double placed = 0;
  const auto learners = static_cast<double>(outcomes.size());
  for (const PlacementOutcome& each : outcomes) {
    clusters.insert(clusters.end(), each.clusters.begin(), each.clusters.end());
    skills += static_cast<double>(each.skills);
    known += static_cast<double>(each.known);
    placed += static_cast<double>(each.placed);
    summary.wrongly_opened += static_cast<double>(each.wrongly_placed);
    summary.held_back += static_cast<double>(each.known + each.wrongly_placed) - static_cast<double>(each.placed);
    summary.items_with += static_cast<double>(each.with.items);
    summary.items_without += static_cast<double>(each.without.items);
    summary.on_known_with += static_cast<double>(each.with.items_on_known) / learners;
    summary.on_known_without += static_cast<double>(each.without.items_on_known) / learners;
    summary.before_new_with += static_cast<double>(each.with.items_before_new) / learners;
    summary.before_new_without += static_cast<double>(each.without.items_before_new) / learners;
    summary.false_with += static_cast<double>(each.with.falsely_declared);
    summary.false_without += static_cast<double>(each.without.falsely_declared);
  }
  add_clusters(clusters, summary);
  summary.wrongly_opened = ratio(summary.wrongly_opened, placed);
  summary.held_back = ratio(summary.held_back, known);
  for (double* sum : {&summary.items_with, &summary.items_without, &summary.false_with, &summary.false_without})
    *sum = ratio(*sum, skills);
  return summary;
}

}  // namespace hornbook::simulate

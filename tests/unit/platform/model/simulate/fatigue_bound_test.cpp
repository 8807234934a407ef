// How well anybody could tell who tires: the likelihood ratio (Neyman & Pearson 1933) of one who knows all that the
// simulation knows of a learner but for the tiring itself: how probable each answer is when they are fresh, how long it
// takes, how readily they ask for hints, and from which ranges the tiring is drawn. No detector knows as much.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "tests/support/learners/observed_learner.hpp"
#include "tests/unit/platform/model/simulate/detector_counts.hpp"

namespace hornbook::test {
namespace {

using simulate::Behaviour;

constexpr int learners_of_a_family = 8;
constexpr std::size_t items_of_a_learner = 200;
constexpr std::size_t grid = 6;
// As the simulation has them (simulate/student.cpp).
constexpr double slower_a_tired_minute = 0.03;
constexpr double help_of_hint[] = {0.25, 0.5, 0.95};

struct Tiring {
  double after_min = 0;
  double logits_a_min = 0;
};

// Every pair of the two ranges, evenly.
std::vector<Tiring> drawn_from(const simulate::MannerRanges& ranges) {
  const auto at = [](const simulate::Range& range, std::size_t place) {
    return range.low + (range.high - range.low) * (static_cast<double>(place) + 0.5) / grid;
  };
  std::vector<Tiring> all;
  for (std::size_t i = 0; i < grid; ++i)
    for (std::size_t j = 0; j < grid; ++j)
      all.push_back({at(ranges.tiring_after_min, i), at(ranges.tiring_logits_a_min, j)});
  return all;
}

double log_logistic_shifted(double chance, double logits, bool right) {
  const double p = 1 / (1 + std::exp(-(std::log(chance / (1 - chance)) - logits)));
  return std::log(right ? p : 1 - p);
}

// ln of the density of hints, answer and time of a first try.
double log_likelihood(const simulate::Performance& performance, const simulate::Manner& manner, const Tiring& tiring) {
  const simulate::Planted& planted = performance.planted;
  const double tired_min = std::max(planted.session_minutes - tiring.after_min, 0.0);
  double chance = std::clamp(planted.fresh_chance, 1e-6, 1 - 1e-6);
  chance = 1 / (1 + std::exp(-(std::log(chance / (1 - chance)) - tiring.logits_a_min * tired_min)));
  double sum = 0;
  const std::size_t hints = performance.hints_before_first_try();
  for (std::size_t hint = 0; hint < hints; ++hint) {
    sum += std::log(manner.hint_when_unsure * (1 - chance));
    chance += (1 - chance) * help_of_hint[hint];
  }
  if (hints < simulate::hints_an_item) sum += std::log(1 - manner.hint_when_unsure * (1 - chance));
  sum += log_logistic_shifted(chance, 0, performance.right_at_first_try());
  if (planted.idled) return sum;
  const double slow = std::log(static_cast<double>(performance.acts.front().after_ms) /
                               (planted.fresh_ms * (1 + slower_a_tired_minute * tired_min)));
  return sum - 0.5 * slow * slow / (manner.time_log_deviation * manner.time_log_deviation);
}

using Totals = std::vector<double>;  // ln likelihood under each way to tire

double log_mean(const Totals& totals) {
  const double greatest = *std::max_element(totals.begin(), totals.end());
  double sum = 0;
  for (const double total : totals) sum += std::exp(total - greatest);
  return greatest + std::log(sum / static_cast<double>(totals.size()));
}

// Two hypotheses of one learner, over some items.
class Weighing {
 public:
  explicit Weighing(Behaviour honest)
      : tired_(drawn_from(ranges_of(Behaviour::Tiring))),
        fresh_(drawn_from(ranges_of(honest))),
        of_tired_(tired_.size()),
        of_fresh_(fresh_.size()) {}

  void take(const simulate::Performance& performance, const simulate::Manner& manner) {
    if (performance.planted.fresh_ms == 0) return;  // a guess, or hints run through
    for (std::size_t i = 0; i < tired_.size(); ++i) of_tired_[i] += log_likelihood(performance, manner, tired_[i]);
    for (std::size_t i = 0; i < fresh_.size(); ++i) of_fresh_[i] += log_likelihood(performance, manner, fresh_[i]);
  }
  [[nodiscard]] double evidence() const { return log_mean(of_tired_) - log_mean(of_fresh_); }

 private:
  std::vector<Tiring> tired_, fresh_;
  Totals of_tired_, of_fresh_;
};

struct Case {
  double evidence = 0;
  bool planted = false;
};

// The best that any threshold reaches; and at the last one that at most `false_share` of what was not planted passes.
Counts at_best(std::vector<Case> cases, double false_share = 1) {
  std::ranges::sort(cases, std::ranges::greater{}, &Case::evidence);
  Counts counts;
  for (const Case& each : cases) ++(each.planted ? counts.misses : counts.quiet);
  Counts best = counts;
  for (const Case& each : cases) {
    --(each.planted ? counts.misses : counts.quiet);
    ++(each.planted ? counts.hits : counts.false_alarms);
    if (counts.false_share() <= false_share && counts.f1() > best.f1()) best = counts;
  }
  return best;
}

TEST(FatigueBound, EvenWhoKnowsEverythingElse_DoesNotTellAllWhoTire) {
  std::vector<Case> learners;
  std::vector<Case> sessions;
  std::uint64_t seed = 1'500'000;
  for (const Behaviour behaviour :
       {Behaviour::Tiring, Behaviour::Typical, Behaviour::SlowCareful, Behaviour::FastFluent}) {
    for (const simulate::FamilyKind family : simulate::all_families) {
      for (int learner = 0; learner < learners_of_a_family; ++learner) {
        const ObservedLearner observed = observe_learner(family, ranges_of(behaviour), items_of_a_learner, ++seed);
        Weighing all(Behaviour::Typical);
        Weighing session(Behaviour::Typical);
        bool is_tired = false;
        double last_minutes = 0;
        const auto close = [&] {
          sessions.push_back({session.evidence(), behaviour == Behaviour::Tiring && is_tired});
          session = Weighing(Behaviour::Typical);
          is_tired = false;
        };
        for (const ObservedItem& item : observed.items) {
          const simulate::Planted& planted = item.performance.planted;
          if (planted.session_minutes < last_minutes) close();
          last_minutes = planted.session_minutes;
          is_tired = is_tired || planted.tired;
          all.take(item.performance, observed.manner);
          session.take(item.performance, observed.manner);
        }
        close();
        learners.push_back({all.evidence(), behaviour == Behaviour::Tiring});
      }
    }
  }
  print("learners, at best", at_best(learners));
  print("sessions, at best", at_best(sessions));
  print("sessions, 2 % false", at_best(sessions, 0.02));
  EXPECT_LT(at_best(sessions).f1(), 0.9) << "then a detector could reach the bar";
}

}  // namespace
}  // namespace hornbook::test

#include "platform/programs/model/simulate/summary.hpp"

#include <algorithm>
#include <functional>

#include "platform/programs/model/simulate/draw.hpp"

namespace hornbook::simulate {
namespace {

constexpr std::size_t samples = 1000;

using Sample = std::vector<std::size_t>;  // places of learners, with repetitions
using Statistic = std::function<double(const Sample&)>;

Sample everybody(std::size_t learners) {
  Sample sample(learners);
  for (std::size_t at = 0; at < learners; ++at) sample[at] = at;
  return sample;
}

Estimate bootstrap(std::size_t learners, std::uint64_t seed, const Statistic& statistic) {
  SeededRandom random = stream_of(seed, {30});
  std::vector<double> values;
  Sample sample(learners);
  for (std::size_t round = 0; round < samples; ++round) {
    for (std::size_t& at : sample) at = random.below(learners);
    values.push_back(statistic(sample));
  }
  std::sort(values.begin(), values.end());
  return {statistic(everybody(learners)), values[samples * 25 / 1000], values[samples * 975 / 1000 - 1]};
}

double sum(const std::vector<LearnerOutcome>& outcomes, const Sample& sample, std::size_t LearnerOutcome::*field) {
  double total = 0;
  for (const std::size_t at : sample) total += static_cast<double>(outcomes[at].*field);
  return total;
}

double share(double part, double whole) { return whole > 0 ? part / whole : 0; }

double items_a_mastery(const std::vector<LearnerOutcome>& outcomes, const Sample& sample) {
  const double truly =
      sum(outcomes, sample, &LearnerOutcome::declared) - sum(outcomes, sample, &LearnerOutcome::falsely_declared);
  return sum(outcomes, sample, &LearnerOutcome::first_pass_items) / std::max(truly, 1.0);
}

double items_to_all(const std::vector<LearnerOutcome>& outcomes, const Sample& sample) {
  return share(sum(outcomes, sample, &LearnerOutcome::items), sum(outcomes, sample, &LearnerOutcome::skills));
}

double false_share(const std::vector<LearnerOutcome>& outcomes, const Sample& sample) {
  return share(sum(outcomes, sample, &LearnerOutcome::falsely_declared),
               sum(outcomes, sample, &LearnerOutcome::declared));
}

using Measure = double (*)(const std::vector<LearnerOutcome>&, const Sample&);

}  // namespace

Summary summarise(const std::vector<LearnerOutcome>& outcomes, std::uint64_t seed) {
  Summary summary;
  summary.learners = outcomes.size();
  if (outcomes.empty()) return summary;
  const auto estimate = [&](Measure measure) {
    return bootstrap(outcomes.size(), seed, [&](const Sample& sample) { return measure(outcomes, sample); });
  };
  summary.items_a_mastery = estimate(items_a_mastery);
  summary.items_to_all = estimate(items_to_all);
  summary.false_share = estimate(false_share);
  const Sample all = everybody(outcomes.size());
  const auto of = [&](std::size_t LearnerOutcome::*field) { return sum(outcomes, all, field); };
  const auto never = std::count_if(outcomes.begin(), outcomes.end(), [](const auto& each) { return !each.finished; });
  const auto learners = static_cast<double>(outcomes.size());
  summary.never_share = static_cast<double>(never) / learners;
  summary.first_pass_items = share(of(&LearnerOutcome::first_pass_items), of(&LearnerOutcome::skills));
  summary.declared_share = share(of(&LearnerOutcome::declared), of(&LearnerOutcome::skills));
  summary.days = of(&LearnerOutcome::days) / learners;
  for (const LearnerOutcome& outcome : outcomes) summary.later_success += outcome.later_success / learners;
  return summary;
}

Saving saving(const std::vector<LearnerOutcome>& tried, const std::vector<LearnerOutcome>& usual, std::uint64_t seed) {
  if (tried.empty() || tried.size() != usual.size()) return {};
  const auto estimate = [&](Measure measure) {
    return bootstrap(tried.size(), seed,
                     [&](const Sample& sample) { return 1 - measure(tried, sample) / measure(usual, sample); });
  };
  return {estimate(items_a_mastery), estimate(items_to_all)};
}

}  // namespace hornbook::simulate

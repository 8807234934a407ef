#include "platform/programs/model/simulate/student.hpp"

#include <algorithm>
#include <array>

#include "runtime/engage/activity.hpp"

namespace hornbook::simulate {
namespace {

constexpr double ms_a_second = 1000;
constexpr int school_days_a_week = 5;

// Share of what is missing to a right answer that the n-th hint gives: it points, teaches, says the answer.
constexpr std::array<double, hints_an_item> help_of_hint{0.25, 0.5, 0.95};
// The same of being told "not yet": one way less to be wrong.
constexpr double help_of_feedback = 0.2;
// What little is learned without attention.
constexpr double effort_of_guess = 0.1;
constexpr double effort_of_gaming = 0.2;
// Below this P(right) a gamer takes the hints instead.
constexpr double unsure_below = 0.75;
constexpr double guess_log_deviation = 0.35;
// To enter an answer that is known.
constexpr double entering_ms = 1500;
// How much longer everything takes with each minute past the one in which tiring sets in.
constexpr double slower_a_tired_minute = 0.03;
// The share of wrong answers by chance that meet a tag: two of three wrong choices carry one.
constexpr double stray_share_of_choices = 0.67;

std::int64_t whole_ms(double ms) { return std::max(static_cast<std::int64_t>(ms), std::int64_t{1}); }

bool offers_choices(const Item& item) { return item.blind_chance >= 0.2; }

}  // namespace

bool Performance::right_at_first_try() const {
  const auto first = std::find_if(acts.begin(), acts.end(), [](const Act& act) { return !act.is_hint; });
  return first != acts.end() && first->right;
}

std::size_t Performance::hints_before_first_try() const {
  const auto first = std::find_if(acts.begin(), acts.end(), [](const Act& act) { return !act.is_hint; });
  return static_cast<std::size_t>(first - acts.begin());
}

std::int64_t Performance::duration_ms() const {
  std::int64_t sum = 0;
  for (const Act& act : acts) sum += act.after_ms;
  return sum;
}

Student::Student(const Course& course, std::unique_ptr<Knowledge> knowledge, const Manner& manner, std::uint64_t seed)
    : course_(course),
      knowledge_(std::move(knowledge)),
      manner_(manner),
      random_(stream_of(seed, {1})),
      attendance_(stream_of(seed, {2})) {}

bool Student::comes_to_school() {
  if (days_away_ > 0) {
    --days_away_;
    return false;
  }
  if (happens(attendance_, manner_.weeks_away_begin)) {
    days_away_ = static_cast<std::size_t>(uniform(attendance_, manner_.weeks_away) * school_days_a_week);
    return false;
  }
  return !happens(attendance_, manner_.day_missed);
}

bool Student::is_in_guess_bout() {
  if (bout_left_ == 0 && happens(random_, manner_.guess_bout))
    bout_left_ = 1 + static_cast<std::size_t>(2 * uniform(random_) * (manner_.guess_bout_items - 1));
  if (bout_left_ == 0) return false;
  --bout_left_;
  return true;
}

std::optional<std::uint16_t> Student::stray_bug(const Item& item) {
  if (!item.shows_bugs || !offers_choices(item) || !happens(random_, stray_share_of_choices)) return std::nullopt;
  return bug_tag(item.skills.front(), random_.below(bugs_per_skill));
}

Performance Student::guess(const Item& item) {
  Performance performance;
  performance.planted.rapid_guess = true;
  for (int attempt = 0; attempt < engage::tries_max; ++attempt) {
    // Choices that were wrong are not taken again: 1/4, 1/3, 1/2.
    const double chance = offers_choices(item) ? 1 / (1 / item.blind_chance - attempt) : item.blind_chance;
    const bool right = happens(random_, chance);
    const double ms = log_normal(random_, manner_.guess_ms, guess_log_deviation);
    performance.acts.push_back({false, whole_ms(ms), right, right ? std::nullopt : stray_bug(item)});
    if (right) break;
  }
  return performance;
}

Performance Student::game(const Item& item) {
  Performance performance;
  performance.planted.gamed_hints = true;
  const auto dwell = [this] { return log_normal(random_, manner_.gaming_dwell_ms, guess_log_deviation); };
  for (std::size_t hint = 0; hint < hints_an_item; ++hint) performance.acts.push_back({true, whole_ms(dwell())});
  for (int attempt = 0; attempt < engage::tries_max; ++attempt) {
    const bool right = happens(random_, help_of_hint.back());
    const double ms = dwell() + log_normal(random_, entering_ms, guess_log_deviation);
    performance.acts.push_back({false, whole_ms(ms), right, right ? std::nullopt : stray_bug(item)});
    if (right) break;
  }
  return performance;
}

Performance Student::try_honestly(std::size_t item, double chance, double slower) {
  const Item& asked = course_.items[item];
  const double median_ms = asked.seconds * ms_a_second * manner_.time_factor * slower;
  Performance performance;
  double waited = 0;
  if (happens(random_, manner_.idle_share)) {
    waited = uniform(random_, manner_.idle_ms);
    performance.planted.idled = true;
  }
  std::size_t hints = 0;
  for (int attempt = 0; attempt < engage::tries_max; ++attempt) {
    const double factor = attempt == 0 ? 1 : manner_.retry_time_factor;
    double thinking = waited + log_normal(random_, median_ms * factor, manner_.time_log_deviation);
    waited = 0;
    while (hints < hints_an_item && happens(random_, manner_.hint_when_unsure * (1 - chance))) {
      performance.acts.push_back({true, whole_ms(thinking)});
      chance += (1 - chance) * help_of_hint[hints++];
      thinking = log_normal(random_, manner_.hint_reading_ms, manner_.time_log_deviation) + median_ms * factor / 2;
    }
    const bool right = happens(random_, chance);
    std::optional<std::uint16_t> bug;
    if (!right) bug = knowledge_->bug_shown(item, random_);
    if (!right && !bug) bug = stray_bug(asked);
    performance.acts.push_back({false, whole_ms(thinking), right, bug});
    if (right) break;
    chance += (1 - chance) * help_of_feedback;
  }
  return performance;
}

Performance Student::work_on(std::size_t item, UnixMs now, double minutes) {
  knowledge_->wait_until(now, random_);
  double chance = knowledge_->chance(item);
  if (chance > 0.5) chance += (1 - chance) * manner_.care;
  Performance performance;
  double effort = 1;
  if (is_in_guess_bout()) {
    performance = guess(course_.items[item]);
    effort = effort_of_guess;
  } else if (chance < unsure_below && happens(random_, manner_.gaming_share)) {
    performance = game(course_.items[item]);
    effort = effort_of_gaming;
  } else {
    const double tired_min = std::max(minutes - manner_.tiring_after_min, 0.0);
    const double logits = manner_.tiring_logits_a_min * tired_min;
    performance = try_honestly(item, shifted(chance, -logits), 1 + slower_a_tired_minute * tired_min);
    performance.planted.tired = logits > 0;
    performance.planted.fresh_chance = chance;
    performance.planted.fresh_ms = course_.items[item].seconds * ms_a_second * manner_.time_factor;
    performance.planted.session_minutes = minutes;
    if (!performance.right_at_first_try()) effort = manner_.failure_effort;
  }
  const bool helped = performance.hints_before_first_try() > 0;
  knowledge_->learn_from(item, {performance.right_at_first_try() && !helped, helped, effort}, random_);
  return performance;
}

Student make_student(const Course& course, const Family& family, const Manner& manner, Aptitude aptitude,
                     std::uint64_t seed) {
  aptitude.level += manner.level_shift;
  aptitude.pace += manner.pace_shift;
  SeededRandom random = stream_of(seed, {3});
  return {course, family.new_learner(aptitude, random), manner, seed};
}

}  // namespace hornbook::simulate

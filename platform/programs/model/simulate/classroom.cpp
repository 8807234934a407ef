#include "platform/programs/model/simulate/classroom.hpp"

#include <algorithm>

namespace hornbook::simulate {
namespace {

constexpr double skipped_share = 0.15;   // of skills
constexpr double builder_share = 0.35;   // of sets that end by right answers in a row
constexpr double shuffled_share = 0.25;  // of sets whose items are not in the book's order
constexpr double repeated_share = 0.2;   // of sets whose mistakes are done again
constexpr std::size_t review_every = 4;  // sets
constexpr std::size_t review_reach = 6;  // sets back

std::vector<std::size_t> some_items(std::vector<std::size_t> items, std::size_t count, SeededRandom& random) {
  if (happens(random, shuffled_share)) {
    random.shuffle(items);
  } else {
    while (items.size() > count) items.erase(items.begin() + static_cast<std::ptrdiff_t>(random.below(items.size())));
  }
  items.resize(std::min(items.size(), count));
  return items;
}

ProblemSet set_on(const Course& course, std::size_t skill, SeededRandom& random) {
  ProblemSet set;
  const bool is_builder = happens(random, builder_share);
  set.items = some_items(course.items_of_skill[skill], is_builder ? 12 : 5 + random.below(8), random);
  if (is_builder) set.right_in_row = 3 + random.below(3);
  set.repeats_mistakes = !is_builder && happens(random, repeated_share);
  return set;
}

ProblemSet review_of(const std::vector<ProblemSet>& sets, SeededRandom& random) {
  const std::size_t reach = std::min(sets.size(), review_reach);
  ProblemSet review;
  for (std::size_t count = 6 + random.below(7); count > 0; --count) {
    const ProblemSet& set = sets[sets.size() - 1 - random.below(reach)];
    const std::size_t item = set.items[random.below(set.items.size())];
    if (std::find(review.items.begin(), review.items.end(), item) == review.items.end()) review.items.push_back(item);
  }
  return review;
}

}  // namespace

ClassPlan make_class_plan(const Course& course, SeededRandom& random) {
  ClassPlan plan;
  plan.first = random.below(course.skills.size() / 2 + 1);
  plan.level = 0.5 * normal(random);
  plan.days_share = uniform(random, {0.3, 1});
  plan.session_ms = static_cast<std::int64_t>(uniform(random, {10, 40}) * 60'000);
  for (std::size_t skill = plan.first; skill < course.skills.size(); ++skill) {
    if (happens(random, skipped_share)) continue;
    plan.sets.push_back(set_on(course, skill, random));
    if (plan.sets.size() % (review_every + 1) == review_every) plan.sets.push_back(review_of(plan.sets, random));
  }
  return plan;
}

std::optional<std::size_t> Classroom::choose(UnixMs) {
  while (set_ < plan_.sets.size()) {
    const ProblemSet& set = plan_.sets[set_];
    const bool is_over = set.right_in_row > 0 && in_row_ >= set.right_in_row;
    if (!is_over && place_ < set.items.size()) return set.items[place_];
    if (set.repeats_mistakes && !mistakes_.empty()) return mistakes_.front();
    ++set_;
    place_ = in_row_ = 0;
    mistakes_.clear();
  }
  return std::nullopt;
}

void Classroom::record(std::size_t item, const Performance& performance, UnixMs) {
  const bool is_right = performance.right_at_first_try();
  in_row_ = is_right ? in_row_ + 1 : 0;
  const bool is_repeat = place_ >= plan_.sets[set_].items.size();
  if (is_repeat)
    mistakes_.erase(mistakes_.begin());
  else if (!is_right)
    mistakes_.push_back(item);
  if (!is_repeat) ++place_;
}

}  // namespace hornbook::simulate

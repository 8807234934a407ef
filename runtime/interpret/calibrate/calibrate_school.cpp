#include "runtime/interpret/calibrate/calibrate_school.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "runtime/core/limits.hpp"
#include "runtime/interpret/calibrate/fit_effects.hpp"
#include "runtime/interpret/calibrate/typical_time.hpp"
#include "runtime/interpret/response_model/ability_filter.hpp"

namespace hornbook::interpret {
namespace {

constexpr double milli = 1000;
constexpr double step_milli = 50;

std::int32_t rounded(double milli_logits) {
  const double greatest = limits::difficulty_milli_max;
  return static_cast<std::int32_t>(std::clamp(std::round(milli_logits / step_milli) * step_milli, -greatest, greatest));
}

struct ItemAnswers {
  std::uint32_t learners = 0;
  std::span<const std::uint32_t> skills;
};

std::vector<ItemAnswers> answers_by_item(const AttemptLog& log) {
  std::vector<ItemAnswers> items(log.item_count());
  std::vector<std::uint32_t> last_learner(log.item_count(), no_index);
  std::uint32_t learner = 0;
  for (const LearnerRows& rows : log.learners()) {
    for (std::size_t row = rows.first; row < rows.last; ++row) {
      const Question question = log.at(row).question;
      ItemAnswers& item = items[question.item];
      item.skills = question.skills;
      item.learners += last_learner[question.item] == learner ? 0u : 1u;
      last_learner[question.item] = learner;
    }
    ++learner;
  }
  return items;
}

// Of a learner of whom nothing is known, at an item of which nothing is known: the station's model has no variances, so
// that what uncertainty takes off a logit is taken off here.
FilterExpectation expectation_at_first(const Population& population) {
  const std::array<std::uint32_t, 1> some_skill{no_index};
  return expect(new_learner(population), {no_index, some_skill}, population);
}

struct Shift {
  double sum = 0;
  double items = 0;
};

void sort_by_key(std::vector<CalibratedValue>& values) { std::ranges::sort(values, {}, &CalibratedValue::key); }

}  // namespace

std::optional<Parameters> calibrate(const SchoolAttempts& attempts, const Parameters& rules) {
  const std::vector<ItemAnswers> answers = answers_by_item(attempts.log);
  std::vector<std::uint32_t> told;
  for (std::uint32_t item = 0; item < answers.size(); ++item)
    if (answers[item].learners >= learners_of_value_min) told.push_back(item);
  if (told.empty()) return std::nullopt;
  std::ranges::stable_sort(told, std::ranges::greater{}, [&](std::uint32_t item) { return answers[item].learners; });
  told.resize(std::min(told.size(), limits::pack_items_max));

  const Learners learners = all_learners(attempts.log);
  const Population population = fit_effects(attempts.log, learners, choose_prior(attempts.log, learners));
  const FilterExpectation at_first = expectation_at_first(population);
  const double scale = milli * at_first.scale;
  Parameters parameters = rules;
  parameters.intercept_milli = rounded(milli * (at_first.base + at_first.practice));
  std::vector<Shift> shifts(attempts.skills.size());
  for (const std::uint32_t item : told) {
    const double ease = population.items.at(item).value + mean_over(answers[item].skills, [&](std::uint32_t skill) {
                          return population.skills.at(skill).value;
                        });
    const CalibratedValue value{attempts.items[item].key, rounded(-scale * ease)};
    parameters.calibration.items.push_back(value);
    for (const std::uint32_t skill : answers[item].skills) {
      shifts[skill].sum += value.milli - attempts.items[item].milli;
      ++shifts[skill].items;
    }
  }
  for (std::size_t skill = 0; skill < std::min(shifts.size(), limits::pack_skills_max); ++skill)
    if (shifts[skill].items > 0)
      parameters.calibration.skills.push_back(
          {attempts.skills[skill], rounded(shifts[skill].sum / shifts[skill].items)});
  parameters.times = typical_times(attempts);
  sort_by_key(parameters.calibration.items);
  sort_by_key(parameters.calibration.skills);
  return parameters;
}

}  // namespace hornbook::interpret

#include "runtime/interpret/calibrate/fit_related_items.hpp"

#include <cmath>
#include <limits>

#include "runtime/core/portable_math.hpp"
#include "runtime/core/seeded_random.hpp"
#include "runtime/interpret/calibrate/walk.hpp"

namespace hornbook::interpret {
namespace {

constexpr int epochs_max = 12;
constexpr int epochs_without_gain_max = 3;
// Small steps for traces that skills already tell, large ones for what only the answers show.
constexpr std::array<double, 2> steps = {0.05, 0.3};
constexpr double penalty = 3e-3;
// What AdaGrad's sums of squares begin with: more means smaller first steps, so that what is rarely seen stays small.
constexpr float item_squares = 10;
constexpr float skill_squares = 1;
constexpr double trace_start = 0.3;       // of skills
constexpr double item_trace_start = 0.1;  // not 0, from where no item could tell another
constexpr double reading_start = 0.01;
constexpr std::uint64_t seed = 7;

// Parameters and AdaGrad's sums beside them.
template <std::size_t size>
struct Rows {
  std::vector<std::array<float, size>>& values;
  std::vector<std::array<float, size>> squares;

  Rows(std::vector<std::array<float, size>>& rows, std::size_t count, float squares_start) : values(rows) {
    values.assign(count, {});
    squares.resize(count);
    for (auto& row : squares) row.fill(squares_start);
  }

  void climb(std::size_t row, std::size_t at, double gradient, double step) {
    float& value = values[row][at];
    float& sum = squares[row][at];
    const double slope = gradient - penalty * static_cast<double>(value);
    sum += static_cast<float>(slope * slope);
    value += static_cast<float>(step * slope) / std::sqrt(sum);
  }
};

// About normal with variance 1: the sum of twelve uniform numbers (the central limit is near enough for a start).
double about_normal(SeededRandom& random) {
  constexpr double whole = 18446744073709551616.0;  // 2^64
  double sum = -6;
  for (int at = 0; at < 12; ++at) sum += static_cast<double>(random.next()) / whole;
  return sum;
}

class RelatedItemsFit {
 public:
  RelatedItemsFit(const AttemptLog& log, const Learners& learners, const Population& population, double step)
      : log_(log),
        step_(step),
        learners_(learners),
        random_(seed),
        item_traces_(related_.item_traces, log.item_count() * std::size_t{2}, item_squares),
        skill_traces_(related_.skill_traces, log.skill_count() * std::size_t{2}, skill_squares),
        item_readings_(related_.item_readings, log.item_count(), item_squares),
        skill_readings_(related_.skill_readings, log.skill_count(), skill_squares),
        offsets_(log.size()) {
    set_offsets(learners, population);
    for (std::size_t skill = 0; skill < log.skill_count(); ++skill) start_skill(skill);
    for (auto& trace : related_.item_traces) {
      for (float& value : trace) value = static_cast<float>(item_trace_start * about_normal(random_));
    }
  }

  // Logits of everything else, for the answers of these learners.
  void set_offsets(const Learners& learners, const Population& population) {
    walk(log_, learners, population,
         [&](std::size_t row, const Attempt&, const LearnerHistory&, const FilterExpectation& expectation) {
           offsets_[row] = static_cast<float>(expectation.logit);
         });
  }

  void run_epoch() {
    random_.shuffle(learners_);
    for (const std::uint32_t learner : learners_) learn_from(log_.learners()[learner]);
  }

  [[nodiscard]] double loss(const Learners& learners) const {
    double sum = 0;
    for (const std::uint32_t learner : learners) {
      TraceSums traces{};
      const LearnerRows& rows = log_.learners()[learner];
      for (std::size_t row = rows.first; row < rows.last; ++row) {
        const Attempt attempt = log_.at(row);
        const double p = logistic(static_cast<double>(offsets_[row]) + related_.evidence(traces, attempt.question));
        sum -= portable_log(attempt.correct ? p : 1 - p);
        add_trace(traces, related_.trace_of(attempt));
      }
    }
    return sum;
  }

  // The same without any traces.
  [[nodiscard]] double loss_without(const Learners& learners) const {
    double sum = 0;
    for (const std::uint32_t learner : learners) {
      const LearnerRows& rows = log_.learners()[learner];
      for (std::size_t row = rows.first; row < rows.last; ++row) {
        const double p = logistic(static_cast<double>(offsets_[row]));
        sum -= portable_log(log_.at(row).correct ? p : 1 - p);
      }
    }
    return sum;
  }

  RelatedItems& related() { return related_; }

 private:
  void start_skill(std::size_t skill) {
    for (std::size_t at = 0; at < trace_size; ++at) {
      const auto value = static_cast<float>(trace_start * about_normal(random_));
      related_.skill_traces[skill * 2][at] = -value;
      related_.skill_traces[skill * 2 + 1][at] = value;
    }
    for (float& value : related_.skill_readings[skill])
      value = static_cast<float>(reading_start * about_normal(random_));
  }

  void learn_from(const LearnerRows& rows) {
    const std::size_t count = rows.last - rows.first;
    sums_before_.resize(count);
    surprises_.resize(count);
    TraceSums sums{};
    for (std::size_t at = 0; at < count; ++at) {
      const Attempt attempt = log_.at(rows.first + at);
      sums_before_[at] = sums;
      const double logit = static_cast<double>(offsets_[rows.first + at]) + related_.evidence(sums, attempt.question);
      surprises_[at] = (attempt.correct ? 1 : 0) - logistic(logit);
      add_trace(sums, related_.trace_of(attempt));
    }
    TraceSums later{};  // gradient with respect to a trace, of all answers after it
    for (std::size_t at = count; at-- > 0;) step_back(rows.first + at, at, later);
  }

  void step_back(std::size_t row, std::size_t at, TraceSums& later) {
    const Attempt attempt = log_.at(row);
    Trace trace_gradient{};
    for (std::size_t decay = 0; decay < trace_decays.size(); ++decay) {
      for (std::size_t place = 0; place < trace_size; ++place)
        trace_gradient[place] += (1 - trace_decays[decay]) * later[decay][place];
    }
    const Reading reading = related_.reading_of(attempt.question);
    Reading reading_gradient{};
    for (std::size_t decay = 0; decay < trace_decays.size(); ++decay) {
      for (std::size_t place = 0; place < trace_size; ++place) {
        const std::size_t entry = decay * trace_size + place;
        later[decay][place] = trace_decays[decay] * later[decay][place] + surprises_[at] * reading[entry];
        reading_gradient[entry] = surprises_[at] * sums_before_[at][decay][place];
      }
    }
    climb(attempt, trace_gradient, reading_gradient);
  }

  void climb(const Attempt& attempt, const Trace& trace_gradient, const Reading& reading_gradient) {
    const std::size_t outcome = attempt.correct ? 1 : 0;
    const Question& question = attempt.question;
    if (question.item != no_index) {
      const std::size_t own = std::size_t{question.item} * 2 + outcome;
      for (std::size_t at = 0; at < trace_size; ++at) item_traces_.climb(own, at, trace_gradient[at], step_);
      for (std::size_t at = 0; at < reading_size; ++at)
        item_readings_.climb(question.item, at, reading_gradient[at], step_);
    }
    const double share = 1.0 / static_cast<double>(question.skills.size());
    for (const std::uint32_t skill : question.skills) {
      const std::size_t own = std::size_t{skill} * 2 + outcome;
      for (std::size_t at = 0; at < trace_size; ++at) skill_traces_.climb(own, at, share * trace_gradient[at], step_);
      for (std::size_t at = 0; at < reading_size; ++at)
        skill_readings_.climb(skill, at, share * reading_gradient[at], step_);
    }
  }

  const AttemptLog& log_;
  double step_;
  Learners learners_;
  SeededRandom random_;
  RelatedItems related_;
  Rows<trace_size> item_traces_;
  Rows<trace_size> skill_traces_;
  Rows<reading_size> item_readings_;
  Rows<reading_size> skill_readings_;
  std::vector<float> offsets_;
  std::vector<TraceSums> sums_before_;  // of the learner at hand
  std::vector<double> surprises_;
};

}  // namespace

void fit_related_items(const AttemptLog& log, const Learners& learners, const TraceSchedule& schedule,
                       Population& population) {
  if (schedule.epochs == 0) return;
  RelatedItemsFit fit(log, learners, population, schedule.step);
  for (int epoch = 0; epoch < schedule.epochs; ++epoch) fit.run_epoch();
  population.related = std::move(fit.related());
}

TraceSchedule choose_trace_schedule(const AttemptLog& log, const Split& split, const Population& population) {
  TraceSchedule best;
  double best_loss = std::numeric_limits<double>::infinity();
  for (const double step : steps) {
    RelatedItemsFit fit(log, split.in, population, step);
    fit.set_offsets(split.out, population);
    if (best.epochs == 0) best_loss = std::min(best_loss, fit.loss_without(split.out));
    int last_gain = 0;
    for (int epoch = 1; epoch <= epochs_max && epoch <= last_gain + epochs_without_gain_max; ++epoch) {
      fit.run_epoch();
      const double loss = fit.loss(split.out);
      if (loss >= best_loss) continue;
      best_loss = loss;
      best = {step, epoch};
      last_gain = epoch;
    }
  }
  return best;
}

}  // namespace hornbook::interpret

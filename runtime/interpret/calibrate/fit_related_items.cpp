#include "runtime/interpret/calibrate/fit_related_items.hpp"

#include <algorithm>
#include <cmath>

#include "runtime/core/portable_math.hpp"
#include "runtime/core/seeded_random.hpp"
#include "runtime/interpret/calibrate/common_factors.hpp"
#include "runtime/interpret/calibrate/symmetric_solve.hpp"
#include "runtime/interpret/calibrate/walk.hpp"

namespace hornbook::interpret {
namespace {

constexpr int epochs_max = 12;
constexpr int epochs_without_gain_max = 3;
constexpr double step = 0.05;
constexpr int newton_steps = 4;
constexpr double scale_prior = 1;  // information
constexpr double penalty = 3e-3;
// What AdaGrad's sums of squares begin with: more means smaller first steps, so that what is rarely seen stays small.
constexpr float item_squares = 10;
constexpr float skill_squares = 1;
constexpr std::uint64_t seed = 7;  // of the order of learners

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

  void climb(std::size_t row, std::size_t at, double gradient) {
    float& value = values[row][at];
    float& sum = squares[row][at];
    const double slope = gradient - penalty * static_cast<double>(value);
    sum += static_cast<float>(slope * slope);
    value += static_cast<float>(step * slope) / std::sqrt(sum);
  }
};

class RelatedItemsFit {
 public:
  RelatedItemsFit(const AttemptLog& log, const Learners& learners, const Population& population)
      : log_(log),
        learners_(learners),
        random_(seed),
        item_traces_(related_.item_traces, log.item_count() * std::size_t{2}, item_squares),
        skill_traces_(related_.skill_traces, log.skill_count() * std::size_t{2}, skill_squares),
        item_readings_(related_.item_readings, log.item_count(), item_squares),
        skill_readings_(related_.skill_readings, log.skill_count(), skill_squares),
        offsets_(log.size()) {
    set_offsets(learners, population);
    begin_from(find_common_factors(log, learners, surprises_of(learners)));
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

  // How much of each factor predicts the answers of these learners best, none less than nothing: Newton steps on the
  // likelihood with a normal prior.
  [[nodiscard]] Trace scales_for(const Learners& learners) const {
    Trace scales{};
    for (int newton = 0; newton < newton_steps; ++newton) {
      const std::vector<double> move = step_of_scales(learners, scales);
      for (std::size_t at = 0; at < trace_size; ++at) scales[at] = std::max(0.0, scales[at] + move[at]);
    }
    return scales;
  }

  void scale(const Trace& scales) {
    for (auto* readings : {&related_.item_readings, &related_.skill_readings}) {
      for (auto& reading : *readings) {
        for (std::size_t at = 0; at < trace_size; ++at) reading[at] *= static_cast<float>(scales[at]);
      }
    }
  }

  RelatedItems& related() { return related_; }

 private:
  [[nodiscard]] std::vector<double> step_of_scales(const Learners& learners, const Trace& scales) const {
    std::vector<double> score(trace_size);
    SymmetricMatrix information(trace_size);
    for (std::size_t at = 0; at < trace_size; ++at) {
      information.at(at, at) = scale_prior;
      score[at] = -scale_prior * scales[at];
    }
    for (const std::uint32_t learner : learners) {
      TraceSums traces{};
      const LearnerRows& rows = log_.learners()[learner];
      for (std::size_t row = rows.first; row < rows.last; ++row) {
        const Attempt attempt = log_.at(row);
        add_slope(attempt, static_cast<double>(offsets_[row]), related_.reading_of(attempt.question), traces.front(),
                  scales, score, information);
        add_trace(traces, related_.trace_of(attempt));
      }
    }
    return solve(std::move(information), std::move(score));
  }

  static void add_slope(const Attempt& attempt, double logit, const Reading& reading, const Trace& sums,
                        const Trace& scales, std::vector<double>& score, SymmetricMatrix& information) {
    Trace evidence{};
    for (std::size_t at = 0; at < trace_size; ++at) {
      evidence[at] = sums[at] * reading[at];
      logit += scales[at] * evidence[at];
    }
    const double p = logistic(logit);
    for (std::size_t row = 0; row < trace_size; ++row) {
      score[row] += ((attempt.correct ? 1 : 0) - p) * evidence[row];
      for (std::size_t column = 0; column < trace_size; ++column)
        information.at(row, column) += p * (1 - p) * evidence[row] * evidence[column];
    }
  }

  [[nodiscard]] std::vector<float> surprises_of(const Learners& learners) const {
    std::vector<float> surprises(log_.size());
    for (const std::uint32_t learner : learners) {
      const LearnerRows& rows = log_.learners()[learner];
      for (std::size_t row = rows.first; row < rows.last; ++row) {
        const double p = logistic(static_cast<double>(offsets_[row]));
        surprises[row] = static_cast<float>((log_.at(row).correct ? 1 : 0) - p);
      }
    }
    return surprises;
  }

  // An answer's trace is its item's factors, as far as it was a surprise; the slowest sum is read with them.
  void begin_from(const CommonFactors& common) {
    const auto begin = [](const Trace& factors, double rate, auto& wrong, auto& right, auto& reading) {
      for (std::size_t at = 0; at < trace_size; ++at) {
        wrong[at] = static_cast<float>(-rate * factors[at]);
        right[at] = static_cast<float>((1 - rate) * factors[at]);
        reading[at] = static_cast<float>(factors[at]);
      }
    };
    for (std::size_t item = 0; item < common.items.size(); ++item)
      begin(common.items[item], common.item_rates[item], related_.item_traces[item * 2],
            related_.item_traces[item * 2 + 1], related_.item_readings[item]);
    for (std::size_t skill = 0; skill < common.skills.size(); ++skill)
      begin(common.skills[skill], common.skill_rates[skill], related_.skill_traces[skill * 2],
            related_.skill_traces[skill * 2 + 1], related_.skill_readings[skill]);
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
      for (std::size_t at = 0; at < trace_size; ++at) item_traces_.climb(own, at, trace_gradient[at]);
      for (std::size_t at = 0; at < reading_size; ++at) item_readings_.climb(question.item, at, reading_gradient[at]);
    }
    const double share = share_of_each(question.skills.size());
    for (const std::uint32_t skill : question.skills) {
      const std::size_t own = std::size_t{skill} * 2 + outcome;
      for (std::size_t at = 0; at < trace_size; ++at) skill_traces_.climb(own, at, share * trace_gradient[at]);
      for (std::size_t at = 0; at < reading_size; ++at) skill_readings_.climb(skill, at, share * reading_gradient[at]);
    }
  }

  const AttemptLog& log_;
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

void fit_related_items(const AttemptLog& log, const Learners& learners, const std::optional<TraceSchedule>& schedule,
                       Population& population) {
  if (!schedule) return;
  RelatedItemsFit fit(log, learners, population);
  fit.scale(schedule->scales);
  for (int epoch = 0; epoch < schedule->epochs; ++epoch) fit.run_epoch();
  population.related = std::move(fit.related());
}

std::optional<TraceSchedule> choose_trace_schedule(const AttemptLog& log, const Split& split,
                                                   const Population& population) {
  RelatedItemsFit fit(log, split.in, population);
  fit.set_offsets(split.out, population);
  std::optional<TraceSchedule> best;
  double best_loss = fit.loss_without(split.out);
  const Trace scales = fit.scales_for(split.out);
  fit.scale(scales);
  int last_gain = 0;
  for (int epoch = 0; epoch <= epochs_max && epoch <= last_gain + epochs_without_gain_max; ++epoch) {
    if (epoch > 0) fit.run_epoch();
    const double loss = fit.loss(split.out);
    if (loss >= best_loss) continue;
    best_loss = loss;
    best = {scales, epoch};
    last_gain = epoch;
  }
  return best;
}

}  // namespace hornbook::interpret

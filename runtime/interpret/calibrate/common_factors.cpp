#include "runtime/interpret/calibrate/common_factors.hpp"

#include <algorithm>
#include <cmath>

#include "runtime/core/seeded_random.hpp"

namespace hornbook::interpret {
namespace {

constexpr int rounds = 10;
constexpr double learner_prior = 5;  // answers
constexpr double item_prior = 20;
constexpr double rate_prior = 10;
constexpr std::uint64_t seed = 11;

// Items, and after them the skills that stand in where no item is known.
class Factors {
 public:
  Factors(const AttemptLog& log, const Learners& learners, const std::vector<float>& surprises)
      : log_(log), learners_(learners), surprises_(surprises), vectors_(log.item_count() + log.skill_count()) {
    counts_.resize(vectors_.size());
    SeededRandom random(seed);
    for (Trace& vector : vectors_) {
      for (double& value : vector) value = static_cast<double>(random.below(2001)) / 1000 - 1;
    }
    for (const std::uint32_t learner : learners) {
      const LearnerRows& rows = log.learners()[learner];
      for (std::size_t row = rows.first; row < rows.last; ++row) {
        if (const std::size_t at = place(log.at(row).question); at < counts_.size()) ++counts_[at];
      }
    }
  }

  void run() {
    for (int round = 0; round < rounds; ++round) {
      iterate();
      orthogonalise();
    }
  }

  [[nodiscard]] const std::vector<Trace>& vectors() const { return vectors_; }
  [[nodiscard]] double count(std::size_t at) const { return counts_[at]; }

  // Past the end when neither item nor skill is known.
  [[nodiscard]] std::size_t place(const Question& question) const {
    if (question.item != no_index) return question.item;
    return question.skills.empty() ? counts_.size() : log_.item_count() + question.skills.front();
  }

 private:
  void iterate() {
    std::vector<Trace> next(vectors_.size());
    for (const std::uint32_t learner : learners_) {
      const LearnerRows& rows = log_.learners()[learner];
      const Trace sum = sum_of(rows);
      const double others = learner_prior + (rows.last - rows.first) - 1;
      for (std::size_t row = rows.first; row < rows.last; ++row) {
        const std::size_t at = place(log_.at(row).question);
        if (at == vectors_.size()) continue;
        const auto surprise = static_cast<double>(surprises_[row]);
        for (std::size_t factor = 0; factor < trace_size; ++factor)
          next[at][factor] += surprise * (sum[factor] - surprise * vectors_[at][factor]) / others;
      }
    }
    for (std::size_t at = 0; at < next.size(); ++at) {
      for (double& value : next[at]) value /= counts_[at] + item_prior;
    }
    vectors_ = std::move(next);
  }

  Trace sum_of(const LearnerRows& rows) const {
    Trace sum{};
    for (std::size_t row = rows.first; row < rows.last; ++row) {
      const std::size_t at = place(log_.at(row).question);
      if (at == vectors_.size()) continue;
      for (std::size_t factor = 0; factor < trace_size; ++factor)
        sum[factor] += static_cast<double>(surprises_[row]) * vectors_[at][factor];
    }
    return sum;
  }

  // Gram and Schmidt's way, over answers.
  void orthogonalise() {
    for (std::size_t factor = 0; factor < trace_size; ++factor) {
      for (std::size_t before = 0; before < factor; ++before) {
        const double overlap = product(factor, before);
        for (Trace& vector : vectors_) vector[factor] -= overlap * vector[before];
      }
      const double size = std::sqrt(product(factor, factor));
      for (Trace& vector : vectors_) vector[factor] = size > 0 ? vector[factor] / size : 0;
    }
  }

  [[nodiscard]] double product(std::size_t one, std::size_t other) const {
    double sum = 0;
    double count = 0;
    for (std::size_t at = 0; at < vectors_.size(); ++at) {
      sum += counts_[at] * vectors_[at][one] * vectors_[at][other];
      count += counts_[at];
    }
    return count > 0 ? sum / count : 0;
  }

  const AttemptLog& log_;
  const Learners& learners_;
  const std::vector<float>& surprises_;
  std::vector<Trace> vectors_;
  std::vector<double> counts_;
};

struct Rate {
  double right = 0;
  double count = 0;
  [[nodiscard]] double towards(double prior) const { return (right + rate_prior * prior) / (count + rate_prior); }
};

void set_rates(const AttemptLog& log, const Learners& learners, CommonFactors& common) {
  Rate all;
  std::vector<Rate> items(log.item_count()), skills(log.skill_count());
  const auto count = [](Rate& rate, bool correct) {
    ++rate.count;
    rate.right += correct ? 1 : 0;
  };
  for (const std::uint32_t learner : learners) {
    const LearnerRows& rows = log.learners()[learner];
    for (std::size_t row = rows.first; row < rows.last; ++row) {
      const Attempt attempt = log.at(row);
      count(all, attempt.correct);
      if (attempt.question.item != no_index) count(items[attempt.question.item], attempt.correct);
      for (const std::uint32_t skill : attempt.question.skills) count(skills[skill], attempt.correct);
    }
  }
  const double rate = all.towards(0.5);
  for (const Rate& item : items) common.item_rates.push_back(item.towards(rate));
  for (const Rate& skill : skills) common.skill_rates.push_back(skill.towards(rate));
}

// A skill's vector is the mean of its answers'; an item keeps what it adds to its skills'.
void share_with_skills(const AttemptLog& log, const Learners& learners, const Factors& factors, CommonFactors& common) {
  common.skills.assign(log.skill_count(), {});
  common.items.assign(log.item_count(), {});
  std::vector<double> counts(log.skill_count(), item_prior);
  std::vector<std::size_t> row_of(log.item_count(), log.size());
  for (const std::uint32_t learner : learners) {
    const LearnerRows& rows = log.learners()[learner];
    for (std::size_t row = rows.first; row < rows.last; ++row) {
      const Question question = log.at(row).question;
      const std::size_t at = factors.place(question);
      if (question.item != no_index) row_of[question.item] = row;
      for (const std::uint32_t skill : question.skills) {
        ++counts[skill];
        for (std::size_t factor = 0; factor < trace_size; ++factor)
          common.skills[skill][factor] += factors.vectors()[at][factor];
      }
    }
  }
  for (std::size_t skill = 0; skill < counts.size(); ++skill) {
    for (double& value : common.skills[skill]) value /= counts[skill];
  }
  for (std::size_t item = 0; item < common.items.size(); ++item) {
    if (row_of[item] == log.size()) continue;
    const Question question = log.at(row_of[item]).question;
    for (std::size_t factor = 0; factor < trace_size; ++factor) {
      double shared = 0;
      for (const std::uint32_t skill : question.skills) shared += common.skills[skill][factor];
      if (!question.skills.empty()) shared /= static_cast<double>(question.skills.size());
      common.items[item][factor] = factors.vectors()[item][factor] - shared;
    }
  }
}

}  // namespace

CommonFactors find_common_factors(const AttemptLog& log, const Learners& learners,
                                  const std::vector<float>& surprises) {
  Factors factors(log, learners, surprises);
  factors.run();
  CommonFactors common;
  set_rates(log, learners, common);
  share_with_skills(log, learners, factors, common);
  return common;
}

}  // namespace hornbook::interpret

#include "runtime/interpret/calibrate/fit_terms.hpp"

#include <algorithm>
#include <limits>

#include "runtime/core/portable_math.hpp"
#include "runtime/interpret/calibrate/choose_pairs.hpp"
#include "runtime/interpret/calibrate/term_block.hpp"

namespace hornbook::interpret {
namespace {

constexpr int newton_steps = 10;
constexpr int newton_steps_with_pairs = 6;
constexpr int newton_steps_at_last = 5;
constexpr int sweeps_a_step = 2;
// From loose to tight; the more learners there are, the looser can be the best.
constexpr std::array<Penalty, 7> penalties = {
    {{100, 3}, {1000, 3}, {1000, 30}, {10'000, 30}, {10'000, 300}, {100'000, 300}, {100'000, 3000}}};
constexpr double information_min = 1e-3;  // of one answer

// The terms fitted so far, and the state of the fit for every row.
class TermsFit {
 public:
  TermsFit(const FeatureTable& table, const std::vector<char>& held_out) : table_(table) {
    for (std::size_t row = 0; row < table.rows; ++row)
      (held_out[row] != 0 ? held_out_ : rows_).push_back(static_cast<std::uint32_t>(row));
    slopes_.resize(table.rows);
    information_.resize(table.rows);
    change_.resize(table.rows);
  }

  void begin(const Penalty& penalty) {
    start_ = 0;
    blocks_.clear();
    for (std::size_t feature = 0; feature < feature_count; ++feature)
      blocks_.push_back(smooth_block(table_, feature, penalty));
    logits_.assign(table_.offsets.begin(), table_.offsets.end());
  }

  void add_pairs(const std::vector<FeaturePair>& pairs) {
    for (const FeaturePair& pair : pairs) blocks_.push_back(pair_block(table_, pair.first, pair.second));
  }

  void use_all_rows() {
    rows_.insert(rows_.end(), held_out_.begin(), held_out_.end());
    std::ranges::sort(rows_);
    held_out_.clear();
  }

  void run(int steps) {
    for (int step = 0; step < steps; ++step) newton_step();
  }

  // Mean negative log-likelihood of the rows kept aside.
  [[nodiscard]] double held_out_loss() const {
    double loss = 0;
    for (const std::uint32_t row : held_out_) {
      const double p = logistic(static_cast<double>(logits_[row]));
      loss -= portable_log(std::max(1e-9, table_.correct[row] != 0 ? p : 1 - p));
    }
    return loss / static_cast<double>(std::max<std::size_t>(1, held_out_.size()));
  }

  // By what the logits of the rows kept aside should be multiplied: Newton steps on their likelihood (Cox 1958, "Two
  // further applications of a model for binary regression"), drawn to 1 by a prior.
  [[nodiscard]] double held_out_scale() const {
    constexpr int steps = 5;
    constexpr double prior_information = 2000;
    double scale = 1;
    for (int step = 0; step < steps; ++step) {
      double score = prior_information * (1 - scale);
      double information = prior_information;
      for (const std::uint32_t row : held_out_) {
        const auto logit = static_cast<double>(logits_[row]);
        const double p = logistic(scale * logit);
        score += ((table_.correct[row] != 0 ? 1 : 0) - p) * logit;
        information += p * (1 - p) * logit * logit;
      }
      scale += score / information;
    }
    return scale;
  }

  [[nodiscard]] std::vector<FeaturePair> pairs(std::size_t count) const {
    return choose_pairs(table_, rows_, logits_, count);
  }

  [[nodiscard]] AdditiveTerms terms() const;

 private:
  void newton_step() {
    for (const std::uint32_t row : rows_) {
      const double p = logistic(static_cast<double>(logits_[row]));
      slopes_[row] = static_cast<float>((table_.correct[row] != 0 ? 1 : 0) - p);
      information_[row] = static_cast<float>(std::max(information_min, p * (1 - p)));
    }
    std::ranges::fill(change_, 0.0f);
    for (int sweep = 0; sweep < sweeps_a_step; ++sweep) {
      move_start();
      for (TermBlock& block : blocks_) move(block);
    }
    for (std::size_t row = 0; row < table_.rows; ++row) logits_[row] += change_[row];
  }

  void move_start() {
    double score = 0;
    double information = 0;
    for (const std::uint32_t row : rows_) {
      score += static_cast<double>(slopes_[row] - information_[row] * change_[row]);
      information += static_cast<double>(information_[row]);
    }
    const double step = information > 0 ? score / information : 0;
    start_ += step;
    for (float& change : change_) change += static_cast<float>(step);
  }

  // The values of one term that fit best beside those of all the others.
  void move(TermBlock& block) {
    SymmetricMatrix matrix = block.penalty;
    std::vector<double> score(block.values.size());
    for (const std::uint32_t row : rows_) {
      const std::size_t bin = block.bin(row);
      score[bin] += static_cast<double>(slopes_[row] - information_[row] * change_[row]);
      matrix.at(bin, bin) += static_cast<double>(information_[row]);
    }
    for (std::size_t row = 0; row < block.values.size(); ++row) {
      for (std::size_t column = 0; column < block.values.size(); ++column)
        score[row] -= block.penalty.at(row, column) * block.values[column];
    }
    const std::vector<double> step = solve(std::move(matrix), std::move(score));
    for (std::size_t bin = 0; bin < step.size(); ++bin) block.values[bin] += step[bin];
    for (std::size_t row = 0; row < table_.rows; ++row) change_[row] += static_cast<float>(step[block.bin(row)]);
  }

  const FeatureTable& table_;
  std::vector<std::uint32_t> rows_;
  std::vector<std::uint32_t> held_out_;
  double start_ = 0;
  std::vector<TermBlock> blocks_;
  std::vector<float> logits_;
  std::vector<float> slopes_;
  std::vector<float> information_;
  std::vector<float> change_;  // of the logits since the Newton step began
};

// The values with mean 0 over all rows; what is taken off is added to the start.
std::vector<float> centred(const FeatureTable& table, const TermBlock& block, double& start) {
  double sum = 0;
  for (std::size_t row = 0; row < table.rows; ++row) sum += block.values[block.bin(row)];
  const double mean = sum / static_cast<double>(std::max<std::size_t>(1, table.rows));
  start += mean;
  std::vector<float> values;
  for (const double value : block.values) values.push_back(static_cast<float>(value - mean));
  return values;
}

AdditiveTerms TermsFit::terms() const {
  AdditiveTerms terms;
  terms.start = start_;
  for (const TermBlock& block : blocks_) {
    std::vector<float> values = centred(table_, block, terms.start);
    if (block.second == nullptr) {
      terms.smooth.push_back({block.first_feature, block.first->cuts, std::move(values)});
    } else {
      terms.pairs.push_back(
          {block.first_feature, block.second_feature, block.first->cuts, block.second->cuts, std::move(values)});
    }
  }
  return terms;
}

}  // namespace

AdditiveTerms fit_terms(const FeatureTable& table, const std::vector<char>& held_out) {
  TermsFit fit(table, held_out);
  const Penalty* best = nullptr;
  double best_loss = std::numeric_limits<double>::infinity();
  for (const Penalty& penalty : penalties) {
    fit.begin(penalty);
    fit.run(newton_steps);
    const double loss = fit.held_out_loss();
    if (loss >= best_loss) continue;
    best_loss = loss;
    best = &penalty;
  }
  fit.begin(*best);
  fit.run(newton_steps);
  const std::vector<FeaturePair> pairs = fit.pairs(pairs_max);
  fit.add_pairs(pairs);
  fit.run(newton_steps_with_pairs);
  const bool pairs_help = fit.held_out_loss() < best_loss;
  if (!pairs_help) {
    fit.begin(*best);
    fit.run(newton_steps);
  }
  const double scale = fit.held_out_scale();
  fit.use_all_rows();
  fit.run(newton_steps_at_last);
  AdditiveTerms terms = fit.terms();
  terms.scale = scale;
  return terms;
}

}  // namespace hornbook::interpret

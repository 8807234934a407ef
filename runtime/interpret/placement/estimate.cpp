#include "runtime/interpret/placement/estimate.hpp"

#include <array>
#include <cmath>

#include "runtime/core/portable_math.hpp"

namespace hornbook::interpret {
namespace {

// From −4 to 4 in steps of a fifth: half the standard error at which a check stops, so that the sums are smooth.
constexpr std::size_t grid_points = 41;
constexpr double grid_end = 4;
constexpr double grid_step = 2 * grid_end / (grid_points - 1);

double theta_at(std::size_t point) { return -grid_end + grid_step * static_cast<double>(point); }

// What the answers about one skill are worth to somebody who knows it and to somebody who does not.
struct SkillLikelihood {
  double if_known = 1;
  double if_not = 1;
};

std::vector<SkillLikelihood> likelihoods(const Cluster& cluster, std::span<const CheckedAnswer> answers) {
  std::vector<SkillLikelihood> skills(cluster.skills.size());
  for (const CheckedAnswer& answer : answers) {
    SkillLikelihood& skill = skills[answer.question.skill];
    skill.if_known *= answer.right ? 1 - answer.question.slip : answer.question.slip;
    skill.if_not *= answer.right ? answer.question.guess : 1 - answer.question.guess;
  }
  return skills;
}

double known_before(const ClusterSkill& skill, double ability) {
  return logistic(cluster_slope * (ability - skill.location));
}

double known_after(double known, const SkillLikelihood& seen) {
  return known * seen.if_known / (known * seen.if_known + (1 - known) * seen.if_not);
}

// The posterior over the grid; sums to 1. The prior is standard normal.
std::array<double, grid_points> weigh(const Cluster& cluster, const std::vector<SkillLikelihood>& seen) {
  std::array<double, grid_points> weights{};
  double sum = 0;
  for (std::size_t point = 0; point < grid_points; ++point) {
    const double theta = theta_at(point);
    double weight = portable_exp(-theta * theta / 2);
    for (std::size_t at = 0; at < seen.size(); ++at) {
      const double known = known_before(cluster.skills[at], theta);
      weight *= known * seen[at].if_known + (1 - known) * seen[at].if_not;
    }
    weights[point] = weight;
    sum += weight;
  }
  for (double& weight : weights) weight /= sum;
  return weights;
}

}  // namespace

ClusterEstimate estimate(const Cluster& cluster, std::span<const CheckedAnswer> answers) {
  const std::vector<SkillLikelihood> seen = likelihoods(cluster, answers);
  const std::array<double, grid_points> weights = weigh(cluster, seen);
  ClusterEstimate result;
  result.known.assign(cluster.skills.size(), 0);
  double square = 0;
  for (std::size_t point = 0; point < grid_points; ++point) {
    const double theta = theta_at(point);
    result.ability += weights[point] * theta;
    square += weights[point] * theta * theta;
    for (std::size_t at = 0; at < seen.size(); ++at)
      result.known[at] += weights[point] * known_after(known_before(cluster.skills[at], theta), seen[at]);
  }
  const double variance = square - result.ability * result.ability;
  result.standard_error = variance > 0 ? std::sqrt(variance) : 0;
  return result;
}

std::vector<double> known_at(const Cluster& cluster, std::span<const CheckedAnswer> answers, double ability) {
  const std::vector<SkillLikelihood> seen = likelihoods(cluster, answers);
  std::vector<double> known;
  for (std::size_t at = 0; at < seen.size(); ++at)
    known.push_back(known_after(known_before(cluster.skills[at], ability), seen[at]));
  return known;
}

double information(const CheckQuestion& question, double known) {
  const double right = success_of(question, known);
  const double slope = (1 - question.slip - question.guess) * cluster_slope * known * (1 - known);
  return slope * slope / (right * (1 - right));
}

double success_of(const CheckQuestion& question, double known) {
  return known * (1 - question.slip) + (1 - known) * question.guess;
}

}  // namespace hornbook::interpret

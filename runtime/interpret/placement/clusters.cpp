#include "runtime/interpret/placement/clusters.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "runtime/core/portable_math.hpp"
#include "runtime/engage/kinds/flash_card/flash_card.hpp"
#include "runtime/engage/task.hpp"

namespace hornbook::interpret {
namespace {

// A pack's difficulties are an author's estimates: they count for this share, as in answer_model.cpp.
constexpr double difficulty_trust = 0.7;
// Φ⁻¹(p) ≈ logit(p) / 1.702 (Haley 1952).
constexpr double normal_as_logistic = 1.702;

struct Asked {
  std::uint32_t items = 0;
  double difficulty = 0;  // the sum
};

std::vector<Asked> asked_about(const Curriculum& curriculum, const Calibration& calibration) {
  std::vector<Asked> skills(curriculum.skills.size());
  for (const ItemNode& item : curriculum.items) {
    if (!can_be_asked(item)) continue;
    Asked& asked = skills[item.skills.front()];
    ++asked.items;
    asked.difficulty += difficulty_milli_of(item, curriculum, calibration) / 1000.0;
  }
  return skills;
}

// The first skill of the part of the graph that each skill belongs to.
std::vector<std::size_t> first_of_part(const Curriculum& curriculum) {
  std::vector<std::size_t> first(curriculum.skills.size());
  std::iota(first.begin(), first.end(), std::size_t{0});
  const auto find = [&first](std::size_t skill) {
    while (first[skill] != skill) skill = first[skill] = first[first[skill]];
    return skill;
  };
  for (std::size_t skill = 0; skill < first.size(); ++skill) {
    for (const std::uint16_t other : curriculum.skills[skill].prerequisites) {
      const std::size_t a = find(skill);
      const std::size_t b = find(other);
      first[std::max(a, b)] = std::min(a, b);
    }
  }
  for (std::size_t skill = 0; skill < first.size(); ++skill) first[skill] = find(skill);
  return first;
}

// The graph has no circle: each round settles one level at least.
std::vector<std::uint32_t> levels_of(const Curriculum& curriculum) {
  std::vector<std::uint32_t> levels(curriculum.skills.size());
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t skill = 0; skill < levels.size(); ++skill) {
      for (const std::uint16_t other : curriculum.skills[skill].prerequisites) {
        if (levels[skill] > levels[other]) continue;
        levels[skill] = levels[other] + 1;
        changed = true;
      }
    }
  }
  return levels;
}

void locate(Cluster& cluster) {
  struct Level {
    double skills = 0;
    double difficulty = 0;
    double before = 0;  // skills on lower levels
  };
  std::map<std::uint32_t, Level> levels;
  for (const ClusterSkill& skill : cluster.skills) {
    ++levels[skill.level].skills;
    levels[skill.level].difficulty += skill.mean_difficulty;
  }
  double before = 0;
  for (auto& [number, level] : levels) {
    level.before = before;
    before += level.skills;
  }
  for (ClusterSkill& skill : cluster.skills) {
    const Level& level = levels[skill.level];
    const double middle = (level.before + level.skills / 2) / before;
    const double harder = skill.mean_difficulty - level.difficulty / level.skills;
    skill.location = logit(middle) / normal_as_logistic + difficulty_trust * harder / cluster_slope;
  }
}

}  // namespace

bool can_be_asked(const ItemNode& item) {
  const bool rates_itself = item.kind == engage::FlashCardTemplate::number;
  return item.step_skills.empty() && item.passage == 0 && item.skills.size() == 1 && engage::is_evidence(item.kind) &&
         !rates_itself && item.experiment == 0;
}

std::vector<Cluster> clusters_of(const Curriculum& curriculum, const Calibration& calibration) {
  const std::vector<Asked> asked = asked_about(curriculum, calibration);
  const std::vector<std::size_t> first = first_of_part(curriculum);
  const std::vector<std::uint32_t> levels = levels_of(curriculum);
  std::map<std::size_t, Cluster> parts;
  std::map<std::size_t, std::size_t> can_be_asked_about;
  for (std::size_t skill = 0; skill < first.size(); ++skill) {
    const Asked& questions = asked[skill];
    const double mean = questions.items == 0 ? 0 : questions.difficulty / questions.items;
    parts[first[skill]].skills.push_back({static_cast<std::uint16_t>(skill), levels[skill], 0, mean});
    can_be_asked_about[first[skill]] += questions.items > 0 ? 1u : 0u;
  }
  std::vector<Cluster> clusters;
  for (auto& [place, part] : parts) {
    if (can_be_asked_about[place] < cluster_skills_min) continue;
    part.number = static_cast<std::uint16_t>(clusters.size());
    part.name = curriculum.skills[place].key;
    locate(part);
    clusters.push_back(std::move(part));
  }
  return clusters;
}

}  // namespace hornbook::interpret

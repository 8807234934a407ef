// What a check asks about at once: skills that belong together, and how far along each of them lies. Derived from a
// pack's prerequisite graph alone, so that every device finds the same clusters in the same pack. Pure.
//
// A *cluster* is a part of the graph that hangs together (a connected component). Its skills stand on *levels*: that of
// a skill is the length of the longest way of prerequisites that leads to it. The scale of a cluster has mean 0 and
// deviation 1 in the population, and is laid so that a new learner's place is as likely in any tenth of the skills as
// in any other: a level lies at the normal score of the middle of its share of them (Blom 1958, "Statistical estimates
// and transformed beta-variables", for scores of ranks).
#pragma once

#include <cstdint>
#include <vector>

#include "runtime/interpret/parameters.hpp"

namespace hornbook::interpret {

struct ClusterSkill {
  std::uint16_t skill = 0;     // its place in the curriculum
  std::uint32_t level = 0;     // 0: needs nothing before it
  double location = 0;         // where half of those who are there know it
  double mean_difficulty = 0;  // of its questions, logits, as the pack or the school has it
};

struct Cluster {
  std::uint16_t number = 0;          // its place in the pack
  SkillKey name = 0;                 // the key of its first skill: stays the same through versions of the pack
  std::vector<ClusterSkill> skills;  // ascending by place in the curriculum
};

// With fewer skills than these that can be asked about, a check costs as much as it saves: they are no cluster.
inline constexpr std::size_t cluster_skills_min = 4;
// How steeply knowing rises along the scale, logits a deviation: two skills of a cluster then go together with a
// correlation of .8 (of normal variables behind them): what is taught in one order is known in that order.
inline constexpr double cluster_slope = 3.5;

// Whether the item may stand in a check: one question about one skill, right or wrong by rule and not by the
// learner's own word, nothing to read first.
[[nodiscard]] bool can_be_asked(const ItemNode& item);

// In the order of their first skills.
[[nodiscard]] std::vector<Cluster> clusters_of(const Curriculum& curriculum, const Calibration& calibration);

}  // namespace hornbook::interpret

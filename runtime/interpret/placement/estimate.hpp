// How able somebody is in a cluster of skills, and which of these they know, from a few answers: expected a posteriori
// ability on a fixed grid (Bock & Mislevy 1982, "Adaptive EAP estimation of ability in a microcomputer environment").
// Pure, and the same bits on every processor.
//
// A skill is known or not; the chance that it is rises along the cluster's scale θ as a logistic function with the
// slope of the cluster (de la Torre & Douglas 2004, "Higher-order latent trait models for cognitive diagnosis"). A
// question is answered rightly by 1 − slip of those who know its skill and by `guess` of the others. With one question
// a skill this is the logistic model with guessing and with a ceiling (Birnbaum 1968; Barton & Lord 1981):
//   P(right | θ) = guess + (1 − slip − guess) / (1 + e^(−slope (θ − location)))
// Several questions about one skill are not taken for several proofs of θ.
#pragma once

#include <span>

#include "runtime/interpret/placement/clusters.hpp"

namespace hornbook::interpret {

struct CheckQuestion {
  std::size_t skill = 0;  // its place in Cluster::skills
  double slip = 0.1;      // slip and guess together below 1
  double guess = 0.2;
};

struct CheckedAnswer {
  CheckQuestion question;
  bool right = false;
};

struct ClusterEstimate {
  double ability = 0;         // mean of θ given the answers
  double standard_error = 1;  // its deviation
  std::vector<double> known;  // P(known) of each of the cluster's skills
};

// The order of the answers does not matter, save for rounding.
[[nodiscard]] ClusterEstimate estimate(const Cluster& cluster, std::span<const CheckedAnswer> answers);

// P(known) of each of the cluster's skills for somebody at θ who gave these answers.
[[nodiscard]] std::vector<double> known_at(const Cluster& cluster, std::span<const CheckedAnswer> answers,
                                           double ability);

// Fisher's information of the question about θ, where its skill is known with this probability:
// P'² / (P (1 − P)), P' = (1 − slip − guess) · slope · known · (1 − known).
[[nodiscard]] double information(const CheckQuestion& question, double known);

// P(right).
[[nodiscard]] double success_of(const CheckQuestion& question, double known);

}  // namespace hornbook::interpret

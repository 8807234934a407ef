// Score and information of an effect: the first and the negative second derivative of the log-likelihood.
#pragma once

namespace hornbook::interpret {

struct Slope {
  double score = 0;
  double information = 0;
  void add(double more_score, double more_information) {
    score += more_score;
    information += more_information;
  }
};

}  // namespace hornbook::interpret

// Smooth and pairwise terms by penalised maximum likelihood: Newton steps on the log-likelihood, each solved by
// backfitting, one term after another (Hastie & Tibshirani 1990, chapter 6). Smoothness is a penalty on second
// differences (Eilers & Marx 1996, "Flexible smoothing with B-splines and penalties"); pairs are chosen by what they
// would gain on the residuals of the smooth terms (Lou, Caruana, Gehrke & Hooker 2013).
#pragma once

#include "runtime/interpret/calibrate/feature_table.hpp"

namespace hornbook::interpret {

// `held_out` says of each row whether its learner is kept aside to choose the smoothness and the number of pairs by;
// the terms returned are then fitted on all rows.
[[nodiscard]] AdditiveTerms fit_terms(const FeatureTable& table, const std::vector<char>& held_out);

}  // namespace hornbook::interpret

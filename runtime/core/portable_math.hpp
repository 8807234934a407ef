// exp, log and pow for the learner's state: built from IEEE-754 +, −, × and ÷ alone, so that every processor gives the
// same bits (libm picks other instructions on other processors). Relative error of exp and log below 1e-14 on the
// ranges given.
#pragma once

namespace hornbook {

// e^x for any x; x is clamped to [-700, 700].
[[nodiscard]] double portable_exp(double x);
// Natural logarithm; x must be a positive normal number, anything else gives -700.
[[nodiscard]] double portable_log(double x);
// x^y for a positive normal x, as e^(y·ln x): relative error below 1e-15 · (4 + |y·ln x|), for |y·ln x| up to 700.
[[nodiscard]] double portable_pow(double x, double y);
// 1 / (1 + e^-x)
[[nodiscard]] double logistic(double x);
// ln(p / (1 - p)) with p clamped to [1e-9, 1 - 1e-9]
[[nodiscard]] double logit(double p);

}  // namespace hornbook

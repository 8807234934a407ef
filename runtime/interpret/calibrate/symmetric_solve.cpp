#include "runtime/interpret/calibrate/symmetric_solve.hpp"

#include <algorithm>
#include <cmath>

namespace hornbook::interpret {
namespace {

constexpr double pivot_min = 1e-12;

// Row by row; the factor takes the lower triangle's place.
void factorise(SymmetricMatrix& a) {
  for (std::size_t row = 0; row < a.size; ++row) {
    for (std::size_t column = 0; column <= row; ++column) {
      double sum = a.at(row, column);
      for (std::size_t at = 0; at < column; ++at) sum -= a.at(row, at) * a.at(column, at);
      a.at(row, column) = row == column ? std::sqrt(std::max(pivot_min, sum)) : sum / a.at(column, column);
    }
  }
}

}  // namespace

std::vector<double> solve(SymmetricMatrix a, std::vector<double> b) {
  factorise(a);
  for (std::size_t row = 0; row < a.size; ++row) {
    for (std::size_t at = 0; at < row; ++at) b[row] -= a.at(row, at) * b[at];
    b[row] /= a.at(row, row);
  }
  for (std::size_t row = a.size; row-- > 0;) {
    for (std::size_t at = row + 1; at < a.size; ++at) b[row] -= a.at(at, row) * b[at];
    b[row] /= a.at(row, row);
  }
  return b;
}

}  // namespace hornbook::interpret

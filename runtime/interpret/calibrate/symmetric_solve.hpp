// Small dense systems of equations.
#pragma once

#include <cstddef>
#include <vector>

namespace hornbook::interpret {

struct SymmetricMatrix {
  explicit SymmetricMatrix(std::size_t count) : size(count), values(count * count) {}
  double& at(std::size_t row, std::size_t column) { return values[row * size + column]; }
  [[nodiscard]] double at(std::size_t row, std::size_t column) const { return values[row * size + column]; }
  std::size_t size;
  std::vector<double> values;
};

// x with A x = b, by Cholesky's factorisation; A must be positive definite, a pivot below 1e-12 is taken as that.
[[nodiscard]] std::vector<double> solve(SymmetricMatrix a, std::vector<double> b);

}  // namespace hornbook::interpret

#include "runtime/interpret/calibrate/term_block.hpp"

namespace hornbook::interpret {
namespace {

constexpr double code_ridge_factor = 10;  // codes have no neighbours that would hold them
constexpr double pair_ridge = 10;
constexpr double pair_smoothness = 20;

void add_second_differences(SymmetricMatrix& penalty, double weight) {
  constexpr std::array<double, 3> difference = {1, -2, 1};
  for (std::size_t from = 0; from + 2 < penalty.size; ++from) {
    for (std::size_t row = 0; row < 3; ++row) {
      for (std::size_t column = 0; column < 3; ++column)
        penalty.at(from + row, from + column) += weight * difference[row] * difference[column];
    }
  }
}

void add_difference(SymmetricMatrix& penalty, std::size_t one, std::size_t other, double weight) {
  penalty.at(one, one) += weight;
  penalty.at(other, other) += weight;
  penalty.at(one, other) -= weight;
  penalty.at(other, one) -= weight;
}

SymmetricMatrix diagonal(std::size_t size, double value) {
  SymmetricMatrix matrix(size);
  for (std::size_t at = 0; at < size; ++at) matrix.at(at, at) = value;
  return matrix;
}

}  // namespace

TermBlock smooth_block(const FeatureTable& table, std::size_t feature, const Penalty& penalty) {
  TermBlock block;
  block.first = &table.fine[feature];
  block.first_feature = feature;
  block.values.resize(block.first->count());
  const bool is_ordered = about(feature).is_ordered;
  block.penalty = diagonal(block.values.size(), penalty.ridge * (is_ordered ? 1 : code_ridge_factor));
  if (is_ordered) add_second_differences(block.penalty, penalty.smoothness);
  return block;
}

TermBlock pair_block(const FeatureTable& table, std::size_t first, std::size_t second) {
  TermBlock block;
  block.first = &table.coarse[first];
  block.second = &table.coarse[second];
  block.first_feature = first;
  block.second_feature = second;
  const std::size_t rows = block.first->count();
  const std::size_t columns = block.second->count();
  block.values.resize(rows * columns);
  block.penalty = diagonal(block.values.size(), pair_ridge);
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t column = 0; column < columns; ++column) {
      const std::size_t here = row * columns + column;
      if (column + 1 < columns) add_difference(block.penalty, here, here + 1, pair_smoothness);
      if (row + 1 < rows) add_difference(block.penalty, here, here + columns, pair_smoothness);
    }
  }
  return block;
}

}  // namespace hornbook::interpret

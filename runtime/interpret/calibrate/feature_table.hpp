// The features of every answer of a log, by column and in bins: what the additive terms are fitted on.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "runtime/interpret/response_model/additive_terms.hpp"

namespace hornbook::interpret {

inline constexpr std::size_t fine_bins = 48;    // of a smooth term
inline constexpr std::size_t code_bins = 81;    // of a feature whose values are codes
inline constexpr std::size_t coarse_bins = 10;  // of each side of a pair

struct Binned {
  Cuts cuts;
  std::vector<std::uint8_t> bins;  // by row
  [[nodiscard]] std::size_t count() const { return cuts.size() + 1; }
};

struct FeatureTable {
  explicit FeatureTable(std::size_t rows);
  void set(std::size_t row, const Features& features, bool is_correct);
  // Cuts where about as many answers lie on either side; call once, when every row is set. The values are then dropped.
  void sort_into_bins();

  std::size_t rows = 0;
  std::vector<float> offsets;  // the ability filter's logit
  std::vector<char> correct;
  std::array<Binned, feature_count> fine;
  std::array<Binned, feature_count> coarse;

 private:
  std::array<std::vector<float>, feature_count> columns_;
};

}  // namespace hornbook::interpret

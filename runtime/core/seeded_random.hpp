// A seeded generator for shuffles and template parameters: the same everywhere, and never for keys.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace hornbook {

// SplitMix64 (Steele, Lea, Flood 2014, "Fast splittable pseudorandom number generators").
class SeededRandom {
 public:
  explicit SeededRandom(std::uint64_t seed) : state_(seed) {}

  [[nodiscard]] std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15u;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
  }

  // Uniform in [0, count); count ≥ 1. Rejection keeps it unbiased.
  [[nodiscard]] std::uint64_t below(std::uint64_t count) {
    const std::uint64_t threshold = (0 - count) % count;
    std::uint64_t value = next();
    while (value < threshold) value = next();
    return value % count;
  }

  template <class T>
  void shuffle(std::vector<T>& values) {
    for (std::size_t i = values.size(); i > 1; --i)
      std::swap(values[i - 1], values[static_cast<std::size_t>(below(i))]);
  }

 private:
  std::uint64_t state_;
};

}  // namespace hornbook

// Pictures that are drawn from numbers. Each has a description for whoever does not see it.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "runtime/core/ids.hpp"

namespace hornbook::engage {

struct FractionBar {
  std::uint32_t parts = 1;
  std::uint32_t shaded = 0;
};
struct FractionCircle {
  std::uint32_t parts = 1;
  std::uint32_t shaded = 0;
};
struct CounterSet {  // a row of counters, some of them filled
  std::uint32_t total = 1;
  std::uint32_t filled = 0;
};
struct MediaPicture {
  Hash object;  // an SVG or PNG object of the pack
};
struct Figure {
  std::variant<FractionBar, FractionCircle, CounterSet, MediaPicture> drawing;
  std::string description;
};

}  // namespace hornbook::engage

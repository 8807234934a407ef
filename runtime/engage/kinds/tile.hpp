// A thing that is carried to its place.
#pragma once

#include "runtime/engage/kinds/pieces.hpp"

namespace hornbook::engage {

struct Tile {
  std::uint8_t source_index = 0;
  std::string text;
  std::optional<Figure> figure;
};

}  // namespace hornbook::engage

#include <array>
#include <cstddef>

#include "ui/text/math_setter.hpp"

namespace hornbook::ui::text {
namespace {

// 0 none, 1 thin, 2 medium, 3 thick; negative: none in scripts. Rows are the left neighbour, columns the right one.
constexpr std::array<std::array<signed char, 8>, 8> spaces{{
    // ordinary, operator, binary, relation, opening, closing, punctuation, inner
    {0, 1, -2, -3, 0, 0, 0, -1},
    {1, 1, 0, -3, 0, 0, 0, -1},
    {-2, -2, 0, 0, -2, 0, 0, -2},
    {-3, -3, 0, 0, -3, 0, 0, -3},
    {0, 0, 0, 0, 0, 0, 0, 0},
    {0, 1, -2, -3, 0, 0, 0, -1},
    {-1, -1, 0, -1, -1, -1, -1, -1},
    {-1, 1, -2, -3, -1, 0, -1, -1},
}};
constexpr std::array<float, 4> ems{0, 3.0f / 18, 4.0f / 18, 5.0f / 18};

}  // namespace

float space_between(MathClass left, MathClass right, bool tight) {
  const int space = spaces[static_cast<std::size_t>(left)][static_cast<std::size_t>(right)];
  if (space < 0) return tight ? 0 : ems[static_cast<std::size_t>(-space)];
  return ems[static_cast<std::size_t>(space)];
}

}  // namespace hornbook::ui::text

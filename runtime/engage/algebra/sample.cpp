#include "runtime/engage/algebra/sample.hpp"

#include "runtime/core/seeded_random.hpp"

namespace hornbook::engage::algebra {
namespace {

constexpr std::uint64_t seed = 0x686f726e626f6f6b;

Number draw(SeededRandom& random, std::size_t shape) {
  const auto whole = [&](std::uint64_t count) { return Integer(static_cast<unsigned long>(random.below(count))); };
  switch (shape) {
    case 0:
      return make_number(1 + whole(63), 64);  // inside the domains of inverse functions
    case 1:
      return Number(1 + whole(9));
    case 2:
      return make_number(1 + 2 * whole(200), 64);
    case 3:
      return make_number(2 * whole(200) - 199, 64);
    case 4:
      return Number(whole(41) - 20);
    default:
      return make_number(2 * whole(64) - 63, 64);
  }
}

}  // namespace

Point sample_point(const std::set<std::string>& letters, std::size_t index, Letters kind) {
  SeededRandom random(seed + index);
  const std::size_t shape = kind == Letters::Positive ? index % 3 : index % 6;
  Point point;
  for (const std::string& letter : letters) point[letter] = draw(random, shape);
  return point;
}

}  // namespace hornbook::engage::algebra

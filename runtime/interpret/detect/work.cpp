#include "runtime/interpret/detect/work.hpp"

#include <algorithm>

#include "runtime/core/portable_math.hpp"

namespace hornbook::interpret::detect {

double log_seconds_of(std::int64_t milliseconds) {
  return portable_log(static_cast<double>(std::max(milliseconds, std::int64_t{10})) / 1000);
}

}  // namespace hornbook::interpret::detect

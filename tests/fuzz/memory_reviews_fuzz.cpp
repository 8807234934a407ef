// Whatever the file, reading it ends with an error or with reviews that each have their line and a probability.
#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <sstream>

#include "platform/programs/model/memory_reviews.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto reviews = hornbook::platform::read_reviews({reinterpret_cast<const char*>(data), size});
  if (!reviews) return 0;
  std::stringstream lines;
  for (const auto weights : {hornbook::platform::Weights::Published, hornbook::platform::Weights::FittedToThePast}) {
    if (!hornbook::platform::write_recall(*reviews, weights, lines)) std::abort();
  }
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    double probability = -1;
    std::from_chars(line.data(), line.data() + line.size(), probability);
    if (line != "nan" && !(probability >= 0 && probability <= 1)) std::abort();
  }
  if (count != 2 * reviews->size()) std::abort();
  return 0;
}

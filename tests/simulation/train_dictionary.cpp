// Makes a dictionary for segments: `train_dictionary FILE`. Columns of class days of a course that nothing is measured
// on, in the sizes that stations seal. A dictionary that was ever shipped stays as it is: a better one gets the next
// number.
#define ZDICT_STATIC_LINKING_ONLY  // the trainer that looks for the best parameters
#include <zdict.h>

#include <array>
#include <cstdio>
#include <fstream>

#include "runtime/measure/event_codec.hpp"
#include "tests/support/training_course.hpp"

namespace hornbook {
namespace {

constexpr std::uint64_t first_seed = 1000;
constexpr std::size_t days = 300;
constexpr std::size_t dictionary_bytes = 8192;
constexpr std::array<std::size_t, 3> segment_sizes{100, 256, 44};  // events, one after the other in a day

struct Samples {
  Bytes bytes;
  std::vector<std::size_t> sizes;
};

Samples samples() {
  Samples all;
  for (std::size_t day = 0; day < days; ++day) {
    const auto events = test::ClassDay(first_seed + day, test::training_context).take(400);
    std::size_t from = 0;
    for (const std::size_t size : segment_sizes) {
      const Bytes columns = measure::encode_columns(std::span(events).subspan(from, size)).value();
      all.bytes.insert(all.bytes.end(), columns.begin(), columns.end());
      all.sizes.push_back(columns.size());
      from += size;
    }
  }
  return all;
}

Bytes trained() {
  const Samples from = samples();
  ZDICT_cover_params_t how{};
  how.zParams.compressionLevel = 19;
  Bytes dictionary(dictionary_bytes);
  const std::size_t size =
      ZDICT_optimizeTrainFromBuffer_cover(dictionary.data(), dictionary.size(), from.bytes.data(), from.sizes.data(),
                                          static_cast<unsigned>(from.sizes.size()), &how);
  dictionary.resize(ZDICT_isError(size) != 0 ? 0 : size);
  return dictionary;
}

}  // namespace
}  // namespace hornbook

int main(int count, char** arguments) {
  if (count != 2) return 2;
  const hornbook::Bytes dictionary = hornbook::trained();
  std::ofstream out(arguments[1], std::ios::binary);
  out.write(reinterpret_cast<const char*>(dictionary.data()), static_cast<std::streamsize>(dictionary.size()));
  std::printf("%zu bytes\n", dictionary.size());
  return out.good() && !dictionary.empty() ? 0 : 1;
}

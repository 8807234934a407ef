// Runs a fuzz target without libFuzzer: its seeds (tests/fuzz/seeds/NAME of the target, when there are any), then
// seeded mutations of them, a fixed number. So each build's tests try every parser on bad input.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "runtime/core/seeded_random.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using Input = std::vector<std::uint8_t>;

std::vector<Input> read_seeds(const std::filesystem::path& folder) {
  std::vector<Input> seeds{Input{}};
  std::error_code none;
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder, none)) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  for (const auto& path : paths) {
    std::ifstream file(path, std::ios::binary);
    seeds.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return seeds;
}

Input mutate(Input input, hornbook::SeededRandom& random) {
  for (std::uint64_t edits = 1 + random.below(4); edits > 0; --edits) {
    const std::size_t at = input.empty() ? 0 : static_cast<std::size_t>(random.below(input.size()));
    const auto byte = static_cast<std::uint8_t>(random.below(256));
    switch (random.below(4)) {
      case 0:
        input.insert(input.begin() + static_cast<std::ptrdiff_t>(at), byte);
        break;
      case 1:
        if (!input.empty()) input[at] = byte;
        break;
      case 2:
        if (!input.empty()) input[at] = static_cast<std::uint8_t>(input[at] ^ (1u << random.below(8)));
        break;
      default:
        input.resize(at);
        break;
    }
  }
  return input;
}

}  // namespace

int main(int count, char** arguments) {
  const std::filesystem::path name = std::filesystem::path(arguments[0]).filename();
  const auto folder = count > 1 ? std::filesystem::path(arguments[1])
                                : std::filesystem::path(HORNBOOK_SOURCE_DIR) / "tests/fuzz/seeds" / name;
  const std::vector<Input> seeds = read_seeds(folder);
  for (const Input& seed : seeds) LLVMFuzzerTestOneInput(seed.data(), seed.size());
  hornbook::SeededRandom random(20261123);
  constexpr int rounds = 20'000;
  for (int round = 0; round < rounds; ++round) {
    const Input input = mutate(seeds[static_cast<std::size_t>(random.below(seeds.size()))], random);
    LLVMFuzzerTestOneInput(input.data(), input.size());
  }
  std::printf("%s: %zu seeds, %d mutations, no crash\n", name.c_str(), seeds.size(), rounds);
  return 0;
}

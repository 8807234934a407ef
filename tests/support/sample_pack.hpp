// A small signed pack whose objects are pictures of noise: something to carry.
#pragma once

#include <string>
#include <vector>

#include "runtime/core/seeded_random.hpp"
#include "runtime/pack/container.hpp"
#include "runtime/pack/object_codec.hpp"

namespace hornbook::test {

struct SamplePack {
  Bytes signed_index;
  Hash hash;
  pack::CompressedObjects objects;
};

[[nodiscard]] inline SamplePack sample_pack(const SigningKey& publisher, std::size_t pictures, std::uint64_t seed = 1) {
  SeededRandom random(seed);
  SamplePack sample;
  pack::Index index;
  index.name = "org.example.sample";
  index.version = "1.0.0";
  index.languages = {"en"};
  index.title = {{"en", "Sample"}};
  index.licence = "CC-BY-4.0";
  index.authors = {"Nobody"};
  index.subject = "mathematics";
  index.levels = {"3"};
  std::vector<std::pair<std::string, Hash>> media;
  for (std::size_t i = 0; i < pictures; ++i) {
    Bytes plain(2000);
    for (std::uint8_t& byte : plain) byte = static_cast<std::uint8_t>(random.next());
    const Hash name = hash(plain);
    sample.objects.emplace(name, pack::compress_object(plain));
    media.emplace_back("media/picture" + std::to_string(100 + i) + ".png", name);
  }
  for (const auto& [name, compressed] : sample.objects) index.objects.push_back({name, 2000});
  for (const auto& [path, content] : media) {
    const auto at = static_cast<std::uint32_t>(std::distance(sample.objects.begin(), sample.objects.find(content)));
    index.media.push_back({path, content, {at}});
  }
  const SigningKey* const keys[] = {&publisher};
  sample.signed_index = pack::sign_index(index, keys);
  sample.hash = hash(pack::encode(index));
  return sample;
}

}  // namespace hornbook::test

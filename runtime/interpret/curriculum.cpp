#include "runtime/interpret/curriculum.hpp"

#include "runtime/core/crypto.hpp"

namespace hornbook::interpret {

std::uint64_t stable_key(std::string_view pack_name, std::string_view id) {
  const Hash digest = hash({as_bytes(pack_name), as_bytes("/"), as_bytes(id)});
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < 8; ++i) key |= std::uint64_t{digest.bytes[i]} << (8 * i);
  return key;
}

}  // namespace hornbook::interpret

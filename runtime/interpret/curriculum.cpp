#include "runtime/interpret/curriculum.hpp"

#include "runtime/core/crypto.hpp"

namespace hornbook::interpret {

std::uint64_t stable_key(std::string_view pack_name, std::string_view id) {
  const Hash digest = hash({as_bytes(pack_name), as_bytes("/"), as_bytes(id)});
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < 8; ++i) key |= std::uint64_t{digest.bytes[i]} << (8 * i);
  return key;
}

std::span<const std::uint16_t> skills_of_step(const ItemNode& item, std::uint8_t step) {
  if (item.step_skills.empty()) return step == 0 ? std::span(item.skills) : std::span<const std::uint16_t>();
  return step < item.step_skills.size() ? std::span(item.step_skills[step]) : std::span<const std::uint16_t>();
}

std::span<const std::uint16_t> misconceptions_of_step(const ItemNode& item, std::uint8_t step) {
  if (item.step_skills.empty()) return step == 0 ? std::span(item.misconceptions) : std::span<const std::uint16_t>();
  if (step >= item.step_misconceptions.size()) return {};
  return item.step_misconceptions[step];
}

bool is_telling(const ItemNode& item, std::uint8_t step) {
  return item.step_misconceptions.empty() ? !item.misconceptions.empty() : !misconceptions_of_step(item, step).empty();
}

}  // namespace hornbook::interpret

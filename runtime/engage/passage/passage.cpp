#include "runtime/engage/passage/passage.hpp"

#include <algorithm>

namespace hornbook::engage {

std::size_t count_paragraphs(const PassageLevel& level) {
  return static_cast<std::size_t>(
      std::count_if(level.blocks.begin(), level.blocks.end(),
                    [](const PassageBlock& block) { return std::holds_alternative<PassageParagraph>(block); }));
}

}  // namespace hornbook::engage

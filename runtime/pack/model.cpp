#include "runtime/pack/model.hpp"

#include <algorithm>

namespace hornbook::pack {
namespace {

std::string_view base_language(std::string_view tag) { return tag.substr(0, tag.find('-')); }

}  // namespace

const std::string& best_language(const std::vector<std::string>& languages, std::string_view wanted) {
  for (const std::string_view tag : {wanted, base_language(wanted)}) {
    const auto found = std::find(languages.begin(), languages.end(), tag);
    if (found != languages.end()) return *found;
  }
  return languages.front();
}

}  // namespace hornbook::pack

#include "runtime/pack/model.hpp"

#include <algorithm>

namespace hornbook::pack {
namespace {

std::string_view base_language(std::string_view tag) { return tag.substr(0, tag.find('-')); }

}  // namespace

const std::string& in_language(const LocalisedText& text, std::string_view language) {
  static const std::string nothing;
  if (text.empty()) return nothing;
  if (const auto exact = text.find(std::string(language)); exact != text.end()) return exact->second;
  const auto base = text.find(std::string(base_language(language)));
  return base != text.end() ? base->second : text.begin()->second;
}

const std::string& best_language(const std::vector<std::string>& languages, std::string_view wanted) {
  for (const std::string_view tag : {wanted, base_language(wanted)}) {
    const auto found = std::find(languages.begin(), languages.end(), tag);
    if (found != languages.end()) return *found;
  }
  return languages.front();
}

}  // namespace hornbook::pack

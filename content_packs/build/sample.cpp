#include "content_packs/build/sample.hpp"

#include <set>

#include "runtime/engage/template/instantiate.hpp"

namespace hornbook::content {
namespace {

using engage::ItemInstance;

// What a learner sees of a choice or tile: two alike cannot be told apart.
std::string looks(const std::string& text, const std::optional<engage::Figure>& figure) {
  return text + "\n" + (figure ? figure->description : std::string());
}

template <class Entries>
std::optional<std::string> doubles(const Entries& entries) {
  std::set<std::string> seen;
  for (const auto& entry : entries)
    if (!seen.insert(looks(entry.text, entry.figure)).second)
      return "two choices or tiles look the same (\"" + entry.text.substr(0, 40) + "\"); add a constraint";
  return std::nullopt;
}

std::optional<std::string> problem_of(const ItemInstance& instance) {
  if (instance.prompt.size() > prompt_bytes_max)
    return "the prompt is longer than " + std::to_string(prompt_bytes_max) + " bytes; shorten it";
  if (const auto* choice = std::get_if<engage::MultipleChoice>(&instance.task)) return doubles(choice->choices);
  if (const auto* order = std::get_if<engage::OrderTask>(&instance.task)) return doubles(order->tiles);
  return std::nullopt;
}

}  // namespace

std::optional<std::string> problem_of_instances(const engage::ItemTemplate& item, std::string_view language) {
  for (std::uint32_t seed = 1; seed <= sampled_seeds; ++seed) {
    const auto instance = engage::instantiate(item, 0, seed, language);
    const std::string with_seed = " (seed " + std::to_string(seed) + ")";
    if (!instance) return instance.error().sentence + with_seed;
    if (const auto fault = problem_of(*instance)) return *fault + with_seed;
  }
  return std::nullopt;
}

}  // namespace hornbook::content

#include "content_packs/build/sample.hpp"

#include <set>

#include "runtime/engage/task.hpp"
#include "runtime/engage/template/instantiate.hpp"

namespace hornbook::content {
namespace {

using engage::ItemInstance;

// Two things that look alike cannot be told apart.
std::optional<std::string> doubles(const std::vector<std::string>& looks) {
  std::set<std::string> seen;
  for (const std::string& look : looks)
    if (!seen.insert(look).second)
      return "two choices or tiles look the same (\"" + look.substr(0, 40) + "\"); add a constraint";
  return std::nullopt;
}

std::optional<std::string> problem_of(const std::string& prompt) {
  if (prompt.size() <= prompt_bytes_max) return std::nullopt;
  return "the prompt is longer than " + std::to_string(prompt_bytes_max) + " bytes; shorten it";
}

std::optional<std::string> problem_of(const engage::Question& question) {
  if (auto fault = problem_of(question.prompt)) return fault;
  if (!engage::is_judged_by_person(question.task) &&
      !engage::assess_answer(question, engage::right_answer(question.task)).correct)
    return "its own right answer is not taken as right; mend the task";
  if (auto fault = doubles(engage::things_of(question.task))) return fault;
  for (const engage::Hint& hint : question.hints) {
    if (!hint.question) continue;
    if (auto fault = problem_of(*hint.question)) return "a hint that asks: " + *fault;
  }
  return std::nullopt;
}

std::optional<std::string> problem_of(const ItemInstance& instance) {
  if (auto fault = problem_of(instance.prompt)) return fault;
  for (std::size_t at = 0; at < instance.steps.size(); ++at) {
    const auto fault = problem_of(instance.steps[at].question);
    if (fault && instance.steps.size() == 1) return fault;
    if (fault) return "step " + std::to_string(at + 1) + ": " + *fault;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> problem_of_instances(const engage::ItemTemplate& item, std::string_view language) {
  const std::uint32_t seeds = item.parameters.empty() ? 1 : sampled_seeds;  // what draws nothing is always the same
  for (std::uint32_t seed = 1; seed <= seeds; ++seed) {
    const auto instance = engage::instantiate(item, 0, seed, language);
    const std::string with_seed = " (seed " + std::to_string(seed) + ")";
    if (!instance) return instance.error().sentence + with_seed;
    if (const auto fault = problem_of(*instance)) return *fault + with_seed;
  }
  return std::nullopt;
}

}  // namespace hornbook::content

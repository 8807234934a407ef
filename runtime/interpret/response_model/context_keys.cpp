#include "runtime/interpret/response_model/context_keys.hpp"

#include <algorithm>
#include <initializer_list>

namespace hornbook::interpret {
namespace {

// One number for a few: the finaliser of SplitMix64 (Steele, Lea & Flood 2014) over each in turn.
std::uint64_t mixed(std::initializer_list<std::uint64_t> parts) {
  std::uint64_t hash = 0;
  for (const std::uint64_t part : parts) {
    hash = hash * 0x9e3779b97f4a7c15u + part + 1;
    hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9u;
    hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebu;
    hash ^= hash >> 31;
  }
  return hash;
}

std::uint64_t outcome(bool correct) { return correct ? 1 : 0; }

// Items and skills as places that never meet.
std::uint64_t item_or_skill(std::uint32_t item, std::uint32_t skill) {
  constexpr std::uint64_t skills_from = std::uint64_t{1} << 32;
  return item != no_index ? item : skills_from + skill;
}

}  // namespace

ContextKeys context_keys(const LearnerHistory& history, const Question& question) {
  const std::uint32_t skill = question.skills.empty() ? no_index : question.skills.front();
  const std::uint32_t last_skill = history.last_skills.empty() ? no_index : history.last_skills.front();
  const std::uint64_t here = item_or_skill(question.item, skill);
  const auto practised = history.skills.find(skill);
  const SkillHistory none;
  const SkillHistory& so_far = practised == history.skills.end() ? none : practised->second;
  const auto met = history.items.find(question.item);
  const bool is_again = question.item != no_index && met != history.items.end();
  const std::uint64_t attempts = is_again ? std::min<std::uint64_t>(3, met->second.answers) : 0;
  const std::uint64_t last_here = is_again ? outcome(met->second.last_correct) : 0;
  const std::uint64_t last_answer = outcome(history.last_correct);
  return {
      mixed({0, item_or_skill(history.last_item, last_skill), last_answer, here}),
      mixed({1, so_far.outcomes.latest(2), here}),
      mixed({2, attempts, last_here, here}),
      mixed({3, last_skill, last_answer, skill}),
      mixed({4, so_far.outcomes.latest(4), skill}),
      mixed({5, so_far.last_item, so_far.outcomes.latest(1), here}),
  };
}

}  // namespace hornbook::interpret

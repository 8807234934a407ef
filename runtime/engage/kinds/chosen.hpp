// Things to take several of, each right or not: what the kinds of task that have them share. A thing has a
// `source_index`, `correct` and `wrong`.
#pragma once

#include <iterator>

#include "runtime/engage/kinds/pieces.hpp"

namespace hornbook::engage {

using Chosen = std::vector<std::uint8_t>;  // source indexes, ascending

// Takes it, or lets it go.
inline void toggle(Chosen& chosen, std::uint8_t source_index) {
  const auto at = std::lower_bound(chosen.begin(), chosen.end(), source_index);
  if (at != chosen.end() && *at == source_index)
    chosen.erase(at);
  else
    chosen.insert(at, source_index);
}

template <class Thing>
[[nodiscard]] Chosen right_ones(const std::vector<Thing>& things) {
  Chosen chosen;
  for (const Thing& thing : things)
    if (thing.correct) chosen.push_back(thing.source_index);
  std::sort(chosen.begin(), chosen.end());
  return chosen;
}

// Nothing when the answer takes no thing, one that is not there, or the same again.
template <class Thing>
[[nodiscard]] std::optional<Chosen> chosen_by(const std::vector<Thing>& things, const Answer& answer) {
  if (answer.numbers.empty() || !answer.texts.empty()) return std::nullopt;
  Chosen chosen;
  for (const std::uint32_t number : answer.numbers) {
    const auto source_index = static_cast<std::uint8_t>(number);
    if (number > 255 || thing_at(things, source_index) == nullptr) return std::nullopt;
    if (!chosen.empty() && chosen.back() >= source_index) return std::nullopt;
    chosen.push_back(source_index);
  }
  return chosen;
}

// Credit is the share of right things taken, less as much for each that is not right.
template <class Thing>
[[nodiscard]] Verdict assess_chosen(const std::vector<Thing>& things, const Chosen& chosen) {
  const std::size_t all = right_ones(things).size();
  std::size_t found = 0;
  std::size_t mistaken = 0;
  const Thing* first_wrong = nullptr;
  for (const std::uint8_t source_index : chosen) {
    const Thing* thing = thing_at(things, source_index);
    if (thing == nullptr) return not_yet();
    if (thing->correct) {
      ++found;
    } else {
      ++mistaken;
      if (first_wrong == nullptr || first_wrong->wrong.feedback.empty()) first_wrong = thing;
    }
  }
  if (found == all && mistaken == 0) return right();
  const std::size_t earned = found > mistaken ? found - mistaken : 0;
  const auto credit = static_cast<std::uint16_t>(all == 0 ? 0 : earned * full_credit / all);
  Verdict verdict = first_wrong == nullptr ? not_yet(credit) : wrong_as(first_wrong->wrong, credit);
  verdict.remark = mistaken > 0 ? Remark::NotAllOfThem : Remark::MoreToFind;
  return verdict;
}

// The right things and one that is not; then all of the right ones but the first.
template <class Thing>
[[nodiscard]] std::vector<Chosen> wrongly_chosen(const std::vector<Thing>& things) {
  const Chosen correct = right_ones(things);
  std::vector<Chosen> wrong;
  for (const Thing& thing : things) {
    if (thing.correct) continue;
    wrong.push_back(correct);
    toggle(wrong.back(), thing.source_index);
  }
  if (correct.size() > 1) wrong.emplace_back(std::next(correct.begin()), correct.end());
  return wrong;
}

// The first thing that the one takes and the other does not.
[[nodiscard]] inline std::optional<std::uint8_t> first_difference(const Chosen& one, const Chosen& other) {
  Chosen different;
  std::set_symmetric_difference(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(different));
  return different.empty() ? std::nullopt : std::optional(different.front());
}

[[nodiscard]] inline bool is_taken(const Chosen& chosen, std::uint8_t source_index) {
  return std::binary_search(chosen.begin(), chosen.end(), source_index);
}

}  // namespace hornbook::engage

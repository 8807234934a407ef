#include "runtime/interpret/agency/interest.hpp"

#include <algorithm>

#include "runtime/core/limits.hpp"

namespace hornbook::interpret {
namespace {

template <class Key>
void lean_to(std::map<Key, double>& shares, const Key& chosen) {
  for (auto& [key, share] : shares) share *= 1 - interest_step;
  shares[chosen] += interest_step;
  if (shares.size() <= limits::state_interests_max) return;
  const auto smaller = [](const auto& a, const auto& b) { return a.second < b.second; };
  shares.erase(std::min_element(shares.begin(), shares.end(), smaller));
}

template <class Key>
double share_of(const std::map<Key, double>& shares, const Key& key) {
  const auto found = shares.find(key);
  return found == shares.end() ? 0 : found->second;
}

}  // namespace

void take_choice(InterestState& interest, std::uint8_t option) { interest.chose = option != 0; }

void take_item(InterestState& interest, std::uint8_t kind, const Hash& pack) {
  if (!interest.chose) return;
  interest.chose = false;
  lean_to(interest.kinds, kind);
  lean_to(interest.packs, pack);
}

double interest_in(const InterestState& interest, std::uint8_t kind) { return share_of(interest.kinds, kind); }

double interest_in(const InterestState& interest, const Hash& pack) { return share_of(interest.packs, pack); }

}  // namespace hornbook::interpret

#include "content_packs/import/qti/combine.hpp"

#include <algorithm>
#include <set>

#include "runtime/core/limits.hpp"
#include "runtime/core/seeded_random.hpp"

namespace hornbook::content::qti {
namespace {

constexpr std::size_t most = limits::qti_responses_max;

class Combiner {
 public:
  explicit Combiner(const std::vector<std::vector<std::uint32_t>>& choices) : choices_(choices) {}

  Combinations combine(const std::vector<std::uint32_t>& first) {
    add(first);
    std::size_t count = 1;
    for (const auto& each : choices_) count = std::min(most + 1, count * each.size());
    if (count <= most)
      add_all();
    else
      add_some(first);
    return std::move(result_);
  }

 private:
  void add(const std::vector<std::uint32_t>& one) {
    if (result_.list.size() < most && seen_.insert(one).second) result_.list.push_back(one);
  }

  void add_all() {
    std::vector<std::size_t> at(choices_.size());
    while (true) {
      std::vector<std::uint32_t> one;
      for (std::size_t place = 0; place < at.size(); ++place) one.push_back(choices_[place][at[place]]);
      add(one);
      std::size_t place = 0;
      while (place < at.size() && ++at[place] == choices_[place].size()) at[place++] = 0;
      if (place == at.size()) return;
    }
  }

  void add_some(const std::vector<std::uint32_t>& first) {
    result_.is_complete = false;
    for (std::size_t place = 0; place < choices_.size(); ++place)
      for (const std::uint32_t choice : choices_[place]) {
        std::vector<std::uint32_t> one = first;
        one[place] = choice;
        add(one);
      }
    SeededRandom random(3);
    for (std::size_t time = 0; time < most; ++time) {
      std::vector<std::uint32_t> one = first;
      for (std::size_t place = 0; place < one.size(); ++place)
        if (random.below(2) == 0) one[place] = choices_[place][random.below(choices_[place].size())];
      add(one);
    }
  }

  const std::vector<std::vector<std::uint32_t>>& choices_;
  std::set<std::vector<std::uint32_t>> seen_;
  Combinations result_;
};

}  // namespace

Combinations combine(const std::vector<std::vector<std::uint32_t>>& choices, const std::vector<std::uint32_t>& first) {
  return Combiner(choices).combine(first);
}

}  // namespace hornbook::content::qti

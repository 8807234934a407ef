// How often something was planted and told, neither, or one without the other; and Beck & Gong's definition of wheel
// spinning, by which skills are judged whatever a learner was made as.
#pragma once

#include <cstdint>
#include <cstdio>
#include <map>
#include <set>
#include <string_view>

#include "runtime/interpret/learner_state.hpp"

namespace hornbook::test {

struct Counts {
  double hits = 0, false_alarms = 0, misses = 0, quiet = 0;
  void add(bool planted, bool told) { ++(planted ? (told ? hits : misses) : (told ? false_alarms : quiet)); }
  [[nodiscard]] double precision() const { return hits + false_alarms > 0 ? hits / (hits + false_alarms) : 1; }
  [[nodiscard]] double recall() const { return hits + misses > 0 ? hits / (hits + misses) : 1; }
  [[nodiscard]] double f1() const { return hits > 0 ? 2 * hits / (2 * hits + false_alarms + misses) : 0; }
  // Of those in which nothing was planted.
  [[nodiscard]] double false_share() const {
    return false_alarms + quiet > 0 ? false_alarms / (false_alarms + quiet) : 0;
  }
};

inline void print(std::string_view what, const Counts& counts) {
  std::printf("  %-20s precision %.3f  recall %.3f  F1 %.3f  (%.0f planted)\n", std::string(what).c_str(),
              counts.precision(), counts.recall(), counts.f1(), counts.hits + counts.misses);
}

constexpr std::size_t number_of(interpret::detect::Detector detector) { return static_cast<std::size_t>(detector); }

inline std::vector<SkillKey> skills_of(const interpret::Curriculum& curriculum, std::uint32_t item) {
  std::vector<SkillKey> keys;
  for (const std::uint16_t skill : curriculum.items[item].skills) keys.push_back(curriculum.skills[skill].key);
  return keys;
}

// Skills of one learner: ten honest first tries without three unaided right ones in a row.
class SkillsByDefinition {
 public:
  void take(SkillKey key, bool unaided_right) {
    Practised& skill = skills_[key];
    if (skill.got_there_in_time) return;
    ++skill.opportunities;
    skill.in_row = unaided_right ? skill.in_row + 1 : 0;
    skill.got_there_in_time = skill.in_row >= 3 && skill.opportunities <= 10;
  }
  void tell(SkillKey key) { told_.insert(key); }
  [[nodiscard]] bool got_there_in_time(SkillKey key) const {
    const auto found = skills_.find(key);
    return found != skills_.end() && found->second.got_there_in_time;
  }
  // Of skills of which it can be said.
  void count(Counts& counts) const {
    for (const auto& [key, skill] : skills_)
      if (skill.got_there_in_time || skill.opportunities >= 10)
        counts.add(!skill.got_there_in_time, told_.contains(key));
  }

 private:
  struct Practised {
    int opportunities = 0;
    int in_row = 0;
    bool got_there_in_time = false;
  };
  std::map<SkillKey, Practised> skills_;
  std::set<SkillKey> told_;
};

}  // namespace hornbook::test

// One simulated learner at a station: knowledge of some family, worked with in some manner. Each item yields the acts
// that a station would record, and beside them what was planted there, for detectors to be judged by.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "platform/programs/model/simulate/manner.hpp"

namespace hornbook::simulate {

struct Act {
  bool is_hint = false;       // else an answer
  std::int64_t after_ms = 0;  // since the act before it, or since the item was shown: what is read is read in here
  bool right = false;
  std::optional<std::uint16_t> bug{};  // that a wrong answer shows, as the item's author tagged it
};

struct Planted {
  bool rapid_guess = false;
  bool gamed_hints = false;
  bool idled = false;
  bool tired = false;  // P(right) was lowered by the length of the session
  // Of an honest first try, were the learner as fresh as at the session's start: for what could be told at best.
  double fresh_chance = 0;  // of a right answer without hints
  double fresh_ms = 0;      // median time
  double session_minutes = 0;
};

// At least one answer; the last one is right, or the station shows the answer after it.
struct Performance {
  std::vector<Act> acts;
  Planted planted;

  [[nodiscard]] bool right_at_first_try() const;
  [[nodiscard]] std::size_t hints_before_first_try() const;
  [[nodiscard]] std::int64_t duration_ms() const;
};

inline constexpr std::size_t hints_an_item = 3;  // point, teach, bottom out

class Student {
 public:
  // Borrows the course.
  Student(const Course& course, std::unique_ptr<Knowledge> knowledge, const Manner& manner, std::uint64_t seed);

  // `minutes` since the session began.
  [[nodiscard]] Performance work_on(std::size_t item, UnixMs now, double minutes);
  // Lets time pass without practice.
  void rest_until(UnixMs now) { knowledge_->wait_until(now, random_); }
  // Asked once for each school day, in order.
  [[nodiscard]] bool comes_to_school();
  [[nodiscard]] const Knowledge& knowledge() const { return *knowledge_; }
  [[nodiscard]] bool knows(std::size_t skill) const { return knowledge_->knows(skill); }

 private:
  [[nodiscard]] bool is_in_guess_bout();
  [[nodiscard]] Performance guess(const Item& item);
  [[nodiscard]] Performance game(const Item& item);
  [[nodiscard]] Performance try_honestly(std::size_t item, double chance, double slower);
  [[nodiscard]] std::optional<std::uint16_t> stray_bug(const Item& item);

  const Course& course_;
  std::unique_ptr<Knowledge> knowledge_;
  Manner manner_;
  SeededRandom random_;
  SeededRandom attendance_;
  std::size_t bout_left_ = 0;
  std::size_t days_away_ = 0;
};

// Aptitude from the population, moved by the manner; knowledge of the family. All that follows depends on the seed.
[[nodiscard]] Student make_student(const Course& course, const Family& family, const Manner& manner, Aptitude aptitude,
                                   std::uint64_t seed);

}  // namespace hornbook::simulate

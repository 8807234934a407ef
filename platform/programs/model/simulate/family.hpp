// A family of simulated learners: what they know, how it comes and how it goes. None is the engine's own model; each
// has a file of its own with its source and with what it calls true mastery. Behaviour is apart from it: manner.hpp.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string_view>

#include "platform/programs/model/simulate/course.hpp"
#include "runtime/core/time.hpp"

namespace hornbook::simulate {

// How learners differ, whatever the family. Standard normal in the population, unless their manner shifts them.
struct Aptitude {
  double level = 0;        // of what is known at the start
  double pace = 0;         // of learning
  std::size_t taught = 0;  // skills before this one were taught, in lessons or earlier years
};

// What became of one item that a learner worked on.
struct Practice {
  bool right_at_once = false;  // at the first try without help
  bool helped = false;         // a hint was opened before the right answer
  double effort = 1;           // attention to the item and to the feedback; 1 is an honest try, 0 is none
};

// Times do not run back.
class Knowledge {
 public:
  Knowledge() = default;
  Knowledge(const Knowledge&) = delete;
  Knowledge& operator=(const Knowledge&) = delete;
  virtual ~Knowledge() = default;

  // Lets time pass up to `now`, before anything else is asked.
  virtual void wait_until(UnixMs now, SeededRandom& random) = 0;
  // P(right) of an honest first try without help.
  [[nodiscard]] virtual double chance(std::size_t item) const = 0;
  // The tag of a wrong answer to it; nothing when it shows no bug.
  [[nodiscard]] virtual std::optional<std::uint16_t> bug_shown(std::size_t item, SeededRandom& random) const = 0;
  virtual void learn_from(std::size_t item, const Practice& practice, SeededRandom& random) = 0;
  // True mastery, as the family defines it.
  [[nodiscard]] virtual bool knows(std::size_t skill) const = 0;

 protected:
  [[nodiscard]] bool knows_all(const std::vector<std::size_t>& skills) const {
    for (const std::size_t skill : skills)
      if (!knows(skill)) return false;
    return true;
  }
};

// What is the same for all learners of a course: how hard its skills are to learn.
class Family {
 public:
  Family() = default;
  Family(const Family&) = delete;
  Family& operator=(const Family&) = delete;
  virtual ~Family() = default;

  // The learner borrows the family and its course.
  [[nodiscard]] virtual std::unique_ptr<Knowledge> new_learner(const Aptitude& aptitude,
                                                               SeededRandom& random) const = 0;
};

enum class FamilyKind : std::uint8_t { KnowledgeTracing, AdditiveFactors, MemoryDecay, Misconceptions };
inline constexpr std::array all_families{FamilyKind::KnowledgeTracing, FamilyKind::AdditiveFactors,
                                         FamilyKind::MemoryDecay, FamilyKind::Misconceptions};
[[nodiscard]] std::string_view name_of(FamilyKind kind);

// With the family's own ranges. It borrows the course.
[[nodiscard]] std::unique_ptr<Family> make_family(FamilyKind kind, const Course& course, SeededRandom& random);

}  // namespace hornbook::simulate

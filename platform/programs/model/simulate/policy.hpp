// What a learner is given next, and when a skill counts as done. A policy sees what a station records, never what a
// learner knows.
#pragma once

#include <memory>
#include <optional>

#include "platform/programs/model/simulate/student.hpp"

namespace hornbook::simulate {

// Which skills of a course are to be learned, in the order of the course: all, or those that are still missing.
using SkillList = std::vector<std::size_t>;

class Policy {
 public:
  Policy() = default;
  Policy(const Policy&) = delete;
  Policy& operator=(const Policy&) = delete;
  virtual ~Policy() = default;

  virtual void begin_session(UnixMs) {}
  virtual void end_session(UnixMs) {}
  // The next item; nothing when there is none to give.
  [[nodiscard]] virtual std::optional<std::size_t> choose(UnixMs now) = 0;
  // What the learner did with it, from `now` on.
  virtual void record(std::size_t item, const Performance& performance, UnixMs now) = 0;
  // Whether the skill, one of those to be learned, counts as mastered now.
  [[nodiscard]] virtual bool is_done(std::size_t skill) const = 0;
};

}  // namespace hornbook::simulate

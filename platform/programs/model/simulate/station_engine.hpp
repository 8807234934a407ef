// Hornbook itself: the session of a station (runtime/session) with its events, its fold and its decisions. The learner
// takes the first suggestion. A skill is done when its standing is "mastered".
#pragma once

#include "platform/programs/model/simulate/policy.hpp"
#include "runtime/session/session.hpp"

namespace hornbook::simulate {

// What the learner does when the station says that it is enough for today.
enum class WhenEnough : std::uint8_t { Leaves, WantsMore };

class StationEngine final : public Policy {
 public:
  StationEngine(const Course& course, const SkillList& skills, std::uint64_t seed,
                WhenEnough when_enough = WhenEnough::Leaves);
  void begin_session(UnixMs now) override;
  void end_session(UnixMs now) override;
  [[nodiscard]] std::optional<std::size_t> choose(UnixMs now) override;
  void record(std::size_t item, const Performance& performance, UnixMs now) override;
  [[nodiscard]] bool is_done(std::size_t skill) const override;

  // A check of where to start, from its first question to its last, in as many sessions as it takes, one an hour. Gives
  // the number of questions.
  using IsRight = std::function<bool(std::size_t item)>;
  std::size_t find_start(UnixMs now, const IsRight& is_right);

  // Everything that the station has recorded so far, and the decision at hand.
  [[nodiscard]] const std::vector<measure::EventRecord>& events() const { return events_; }
  [[nodiscard]] const session::SessionState& state() const { return state_; }

 private:
  void keep(session::SessionStep step);
  void pass_on(UnixMs now);
  void intend(const session::SessionIntent& intent, UnixMs now);

  std::shared_ptr<const interpret::Curriculum> curriculum_;  // shared with the session's context
  std::vector<std::size_t> items_;                           // of the course, by their index in the curriculum
  session::SessionContext context_;                          // of the next session
  session::SessionState state_;
  WhenEnough when_enough_;
  std::uint32_t sessions_ = 0;
  std::vector<measure::EventRecord> events_;
};

}  // namespace hornbook::simulate

#include "runtime/interpret/detect/frustration.hpp"

#include <algorithm>

#include "runtime/core/portable_math.hpp"

namespace hornbook::interpret::detect {
namespace {

// ln time of a failed try that follows a failure, beside an honest first one: a further try usually takes some 60 % of
// it, the next question all of it, a hasty one a sixth.
constexpr LogTime hasty{-1.8, 0.4, 0.4};
constexpr LogTime further{-0.5, 0.6, 0.6};
constexpr LogTime next{0, 0.6, 0.6};
// Until a hint is opened after a failure: time to take it in, or none.
constexpr LogTime taken_in{1.6, 0.7, 0.7};
constexpr LogTime at_once{0, 0.4, 0.4};
// Not every act of one who is frustrated is hasty.
constexpr double share_hasty = 0.6;
// One act alone says no more than this, so that it takes three.
constexpr double evidence_of_one_max = 2;
constexpr double evidence_of_hint_max = 1;
constexpr double evidence_of_leaving = 2;
// Right answers: three of ten of one who is frustrated, seven of ten else.
constexpr double evidence_of_right = -0.8472978603872037;
// A cumulative sum that starts anew at 0 passes h falsely at most once in e^h acts.
constexpr double fires_at = 5.5;
constexpr double clears_below = 2;
constexpr double evidence_max = 8;

void judge(Frustration& state, std::uint64_t sequence) {
  if (state.evidence >= fires_at || (state.alarm.is_on() && state.evidence >= clears_below))
    state.alarm = {strength_of(state.evidence / evidence_max), state.first_sequence, sequence};
  else
    state.alarm = {};
}

void add(Frustration& state, double evidence, std::uint64_t item_sequence) {
  if (state.evidence <= 0) state.first_sequence = item_sequence;
  state.evidence = std::clamp(state.evidence + evidence, 0.0, evidence_max);
}

double evidence_of(const LogTime& frustrated, const LogTime& usual, double log_time, double most) {
  // Faster than hasty is hasty; slower than usual is usual.
  const double time = std::clamp(log_time, frustrated.mean, usual.mean);
  const double ratio = portable_exp(log_density(frustrated, time) - log_density(usual, time));
  return std::min(portable_log(share_hasty * ratio + 1 - share_hasty), most);
}

}  // namespace

void begin_sitting(Frustration& state) { state = {}; }

void leave_item(Frustration& state, std::uint64_t item_sequence, std::uint64_t sequence) {
  add(state, evidence_of_leaving, item_sequence);
  judge(state, sequence);
}

void open_hint(Frustration& state, double log_seconds, std::uint64_t item_sequence, std::uint64_t sequence) {
  add(state, evidence_of(at_once, taken_in, log_seconds, evidence_of_hint_max), item_sequence);
  judge(state, sequence);
}

void take_try(Frustration& state, const Try& made, double guessed) {
  const bool is_first = made.answer.attempt == 1;
  const bool follows_failure = !is_first || state.failed_before;
  if (is_first) state.failed_before = !made.answer.correct;
  if (made.answer.correct) {
    add(state, evidence_of_right, made.item_sequence);
  } else if (follows_failure && made.log_seconds && !made.follows_hint && guessed < 0.5) {
    add(state, evidence_of(hasty, is_first ? next : further, *made.log_seconds - made.honest.mean, evidence_of_one_max),
        made.item_sequence);
  }
  judge(state, made.sequence);
}

}  // namespace hornbook::interpret::detect

// The state machine of one question: entering an answer, hints, feedback, another try. No drawing, no clock of its own.
// Several of them make a problem: runtime/engage/problem.hpp.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "runtime/core/time.hpp"
#include "runtime/engage/item.hpp"
#include "runtime/engage/task.hpp"

namespace hornbook::engage {

inline constexpr int tries_max = 3;  // then the answer is shown and the learner goes on

struct Answering {};  // the learner is at work
struct Checking {};   // submitted; waits for the verdict
struct TryAgain {
  Verdict verdict;
};  // not yet; the entry stays, the next act leads back to Answering
struct Finished {
  Verdict verdict;
};  // right, shown after the last try, or of a kind that has one try
using Phase = std::variant<Answering, Checking, TryAgain, Finished>;

struct Activity {
  std::shared_ptr<const Question> question;  // shared: states are values that are copied, the question is not
  Entry entry;
  Phase phase;
  int tries = 0;             // answers submitted
  int hints_shown = 0;       // 0 … the number of the question's hints
  MonotonicMs shown_at = 0;  // when the question, or the last feedback, appeared
};

[[nodiscard]] Activity start_activity(std::shared_ptr<const Question> question, MonotonicMs now);

// What can happen in an activity.
struct Submit {};
struct AskHint {};
struct GiveVerdict {
  Verdict verdict;
};  // from scoring, after Submit
using ActivityIntent = std::variant<Gesture, Submit, AskHint, GiveVerdict>;

// What the activity asks of the session around it.
struct AnswerSubmitted {
  Answer answer;
  std::uint32_t response_ms = 0;
};
struct HintOpened {
  std::uint8_t grade = 0;
};  // the place of the hint, from 1
using ActivityEffect = std::variant<AnswerSubmitted, HintOpened>;

struct ActivityStep {
  Activity activity;
  std::vector<ActivityEffect> effects;
};

// Pure. An intent that does not fit the task or phase changes nothing.
[[nodiscard]] ActivityStep update(Activity activity, const ActivityIntent& intent, MonotonicMs now);

// Whether there is something to submit.
[[nodiscard]] bool can_submit(const Activity& activity);
// Whether the learner may work on the answer or ask for a hint.
[[nodiscard]] bool is_open(const Activity& activity);
[[nodiscard]] bool is_finished(const Activity& activity);

}  // namespace hornbook::engage

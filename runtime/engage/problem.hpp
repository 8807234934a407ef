// An item as a learner works on it: its steps, and the smaller questions that hints ask, as cognitive tutors have them
// (VanLehn 2006, "The Behavior of Tutoring Systems": the outer loop is runtime/adapt, the inner loop is here). An item
// of one question is a problem of one step. No drawing, no clock of its own.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

#include "runtime/engage/activity.hpp"

namespace hornbook::engage {

// One of a problem's questions: a step's own, or that of the step's hint at `hint`.
struct QuestionPlace {
  std::uint8_t step = 0;
  std::optional<std::uint8_t> hint;
  bool operator==(const QuestionPlace&) const = default;
};

struct StepInWork {
  Activity own;
  std::map<std::uint8_t, Activity> scaffolds;  // that were opened, by the place of their hint
};

struct Problem {
  std::shared_ptr<const ItemInstance> item;
  std::vector<StepInWork> steps;  // as in the item
  QuestionPlace at;               // the question at hand
};

[[nodiscard]] Problem start_problem(ItemInstance item, MonotonicMs now);

[[nodiscard]] const Activity& at_hand(const Problem& problem);
[[nodiscard]] Activity& at_hand(Problem& problem);

// Steps that can be worked on now. Where paths part, the next step of each; the first answer chooses the path.
[[nodiscard]] std::vector<std::uint8_t> open_steps(const Problem& problem);
// Whether every step of one path is finished.
[[nodiscard]] bool is_done(const Problem& problem);
// Where the learner goes on from the question at hand; nothing when the problem is done.
[[nodiscard]] std::optional<QuestionPlace> next_place(const Problem& problem);
// Whether "hint" leads to something: a hint that was not given yet, or a scaffold that waits for its answer.
[[nodiscard]] bool can_ask_hint(const Problem& problem);

// To a step that is open or finished, or to a scaffold that was opened.
struct TurnTo {
  QuestionPlace place;
};
using ProblemIntent = std::variant<Gesture, Submit, AskHint, GiveVerdict, TurnTo>;

struct ProblemEffect {
  QuestionPlace place;
  ActivityEffect effect;
};
struct ProblemStep {
  Problem problem;
  std::vector<ProblemEffect> effects;
};

// Pure. Acts go to the question at hand. A hint that asks is turned to at once; a hint that comes after an unanswered
// one leads back to that one. An intent that does not fit changes nothing.
[[nodiscard]] ProblemStep update(Problem problem, const ProblemIntent& intent, MonotonicMs now);

}  // namespace hornbook::engage

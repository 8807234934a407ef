#include "runtime/engage/problem.hpp"

#include <algorithm>
#include <set>

namespace hornbook::engage {
namespace {

// Lives as long as the item.
std::shared_ptr<const Question> question_of(const std::shared_ptr<const ItemInstance>& item, const Question& question) {
  return {item, &question};
}

template <class AnyProblem>
auto& question_at_hand(AnyProblem& problem) {
  auto& step = problem.steps[problem.at.step];
  return problem.at.hint ? step.scaffolds.at(*problem.at.hint) : step.own;
}

void show_worked(Activity& activity) {
  activity.entry = right_entry_of(activity.question->task);
  Verdict verdict = right();
  verdict.feedback = activity.question->explanation;
  activity.phase = Finished{std::move(verdict)};
}

// The path that the learner's answers are on; empty until one of its steps was answered.
std::string chosen_way(const Problem& problem) {
  for (std::size_t at = 0; at < problem.steps.size(); ++at) {
    const std::string& way = problem.item->steps[at].way;
    if (!way.empty() && problem.steps[at].own.tries > 0) return way;
  }
  return {};
}

bool is_on(const Problem& problem, std::size_t step, const std::string& way) {
  const std::string& own = problem.item->steps[step].way;
  return own.empty() || way.empty() || own == way;
}

bool is_way_done(const Problem& problem, const std::string& way) {
  for (std::size_t at = 0; at < problem.steps.size(); ++at) {
    const std::string& own = problem.item->steps[at].way;
    if ((own.empty() || own == way) && !is_finished(problem.steps[at].own)) return false;
  }
  return true;
}

bool is_worked(const Problem& problem, std::size_t step) {
  return step < problem.steps.size() && problem.item->steps[step].worked;
}

bool is_unanswered(const StepInWork& step, std::uint8_t hint) {
  const auto found = step.scaffolds.find(hint);
  return found != step.scaffolds.end() && !is_finished(found->second);
}

// The scaffold of the step at hand that has to be answered before another hint can be given, or that is all there is.
std::optional<std::uint8_t> waiting_scaffold(const Problem& problem) {
  if (problem.at.hint) return std::nullopt;
  const StepInWork& step = problem.steps[problem.at.step];
  const std::vector<Hint>& hints = step.own.question->hints;
  const auto next = static_cast<std::size_t>(step.own.hints_shown);
  if (next < hints.size()) {
    for (const std::uint8_t before : hints[next].after)
      if (is_unanswered(step, before)) return before;
    return std::nullopt;
  }
  for (const auto& [hint, activity] : step.scaffolds)
    if (!is_finished(activity)) return hint;
  return std::nullopt;
}

bool can_turn_to(const Problem& problem, const QuestionPlace& place) {
  if (place.step >= problem.steps.size() || std::holds_alternative<Checking>(at_hand(problem).phase)) return false;
  const StepInWork& step = problem.steps[place.step];
  if (place.hint) return step.scaffolds.contains(*place.hint);
  const std::vector<std::uint8_t> open = open_steps(problem);
  return is_finished(step.own) || std::find(open.begin(), open.end(), place.step) != open.end();
}

struct ApplyToProblem {
  ProblemStep& step;
  MonotonicMs now;

  void operator()(const TurnTo& turn) const {
    if (can_turn_to(step.problem, turn.place)) go(turn.place);
  }

  void operator()(const AskHint& ask) const {
    if (!is_open(at_hand(step.problem))) return;
    if (const auto waiting = waiting_scaffold(step.problem)) return go({step.problem.at.step, waiting});
    pass_on(ask);
    if (!step.problem.at.hint && !step.effects.empty()) open_scaffold();
  }

  template <class Other>
  void operator()(const Other& intent) const {
    pass_on(intent);
  }

 private:
  void go(const QuestionPlace& place) const {
    step.problem.at = place;
    at_hand(step.problem).shown_at = now;
  }

  void pass_on(const ActivityIntent& intent) const {
    Activity& activity = at_hand(step.problem);
    ActivityStep done = update(std::move(activity), intent, now);
    activity = std::move(done.activity);
    for (ActivityEffect& effect : done.effects) step.effects.push_back({step.problem.at, std::move(effect)});
  }

  // When the hint that was given last asks.
  void open_scaffold() const {
    StepInWork& work = step.problem.steps[step.problem.at.step];
    const auto hint = static_cast<std::uint8_t>(work.own.hints_shown - 1);
    const std::optional<Question>& question = work.own.question->hints[hint].question;
    if (!question) return;
    work.scaffolds.emplace(hint, start_activity(question_of(step.problem.item, *question), now));
    go({step.problem.at.step, hint});
  }
};

}  // namespace

Problem start_problem(ItemInstance item, MonotonicMs now) {
  Problem problem;
  problem.item = std::make_shared<const ItemInstance>(std::move(item));
  for (const Step& step : problem.item->steps) {
    problem.steps.push_back({start_activity(question_of(problem.item, step.question), now), {}});
    if (step.worked) show_worked(problem.steps.back().own);
  }
  // What is shown done at the beginning is read first, where steps have an order.
  const std::vector<std::uint8_t> open = open_steps(problem);
  const bool is_read_first = is_worked(problem, 0) && !problem.item->any_order;
  if (!open.empty() && !is_read_first) problem.at.step = open.front();
  return problem;
}

const Activity& at_hand(const Problem& problem) { return question_at_hand(problem); }

Activity& at_hand(Problem& problem) { return question_at_hand(problem); }

std::vector<std::uint8_t> open_steps(const Problem& problem) {
  const std::string way = chosen_way(problem);
  std::vector<std::uint8_t> open;
  std::set<std::string> ways_begun;
  for (std::size_t at = 0; at < problem.steps.size(); ++at) {
    if (is_finished(problem.steps[at].own) || !is_on(problem, at, way)) continue;
    if (!problem.item->any_order) {
      const std::string& own = problem.item->steps[at].way;
      const bool is_next = open.empty() || (way.empty() && !own.empty() && !ways_begun.contains(own));
      // A step that every path has comes after what the paths have before it.
      if (!is_next || ways_begun.contains("")) continue;
      ways_begun.insert(own);
    }
    open.push_back(static_cast<std::uint8_t>(at));
  }
  return open;
}

bool is_done(const Problem& problem) {
  const std::string way = chosen_way(problem);
  if (!way.empty()) return is_way_done(problem, way);
  std::set<std::string> ways;
  for (const Step& step : problem.item->steps) ways.insert(step.way);
  if (ways.size() > 1) ways.erase("");
  return std::any_of(ways.begin(), ways.end(), [&](const std::string& each) { return is_way_done(problem, each); });
}

std::optional<QuestionPlace> next_place(const Problem& problem) {
  if (problem.at.hint) return QuestionPlace{problem.at.step, std::nullopt};
  const std::vector<std::uint8_t> open = open_steps(problem);
  if (is_done(problem) || open.empty()) return std::nullopt;
  const auto following = static_cast<std::uint8_t>(problem.at.step + 1);
  if (is_worked(problem, problem.at.step) && is_worked(problem, following))
    return QuestionPlace{following, std::nullopt};
  const auto after = std::find_if(open.begin(), open.end(), [&](std::uint8_t step) { return step > problem.at.step; });
  return QuestionPlace{after == open.end() ? open.front() : *after, std::nullopt};
}

bool can_ask_hint(const Problem& problem) {
  const Activity& activity = at_hand(problem);
  if (!is_open(activity)) return false;
  return static_cast<std::size_t>(activity.hints_shown) < activity.question->hints.size() ||
         waiting_scaffold(problem).has_value();
}

ProblemStep update(Problem problem, const ProblemIntent& intent, MonotonicMs now) {
  ProblemStep step{std::move(problem), {}};
  std::visit(ApplyToProblem{step, now}, intent);
  return step;
}

}  // namespace hornbook::engage

#include "runtime/engage/activity.hpp"

#include <algorithm>

namespace hornbook::engage {
namespace {

struct Apply {
  ActivityStep& step;
  MonotonicMs now;

  // After "not yet", the same entry is not worth a try: something has to change first. So a double tap costs nothing.
  void operator()(const Submit&) const {
    Activity& activity = step.activity;
    if (!std::holds_alternative<Answering>(activity.phase) || !can_submit(activity)) return;
    activity.phase = Checking{};
    ++activity.tries;
    const MonotonicMs took_ms = std::clamp<MonotonicMs>(now - activity.shown_at, 0, 0xffffffff);
    step.effects.push_back(
        AnswerSubmitted{answer_of(activity.question->task, activity.entry), static_cast<std::uint32_t>(took_ms)});
  }

  void operator()(const AskHint&) const {
    Activity& activity = step.activity;
    const auto available = static_cast<int>(activity.question->hints.size());
    if (!is_open(activity) || activity.hints_shown >= available) return;
    activity.phase = Answering{};
    ++activity.hints_shown;
    step.effects.push_back(HintOpened{static_cast<std::uint8_t>(activity.hints_shown)});
  }

  void operator()(const GiveVerdict& intent) const {
    Activity& activity = step.activity;
    if (!std::holds_alternative<Checking>(activity.phase)) return;
    if (intent.verdict.correct || intent.verdict.is_last || activity.tries >= tries_max)
      activity.phase = Finished{intent.verdict};
    else
      activity.phase = TryAgain{intent.verdict};
    activity.shown_at = now;
  }

  void operator()(const Gesture& gesture) const {
    Activity& activity = step.activity;
    if (is_open(activity) && apply(activity.question->task, activity.entry, gesture)) activity.phase = Answering{};
  }
};

}  // namespace

Activity start_activity(std::shared_ptr<const Question> question, MonotonicMs now) {
  Activity activity;
  activity.entry = start_entry(question->task);
  activity.question = std::move(question);
  activity.phase = Answering{};
  activity.shown_at = now;
  return activity;
}

ActivityStep update(Activity activity, const ActivityIntent& intent, MonotonicMs now) {
  ActivityStep step{std::move(activity), {}};
  std::visit(Apply{step, now}, intent);
  return step;
}

bool can_submit(const Activity& activity) { return is_answerable(activity.question->task, activity.entry); }

bool is_open(const Activity& activity) {
  return std::holds_alternative<Answering>(activity.phase) || std::holds_alternative<TryAgain>(activity.phase);
}

bool is_finished(const Activity& activity) { return std::holds_alternative<Finished>(activity.phase); }

}  // namespace hornbook::engage

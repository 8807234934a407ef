#include "runtime/engage/activity.hpp"

#include <algorithm>

namespace hornbook::engage {
namespace {

bool may_act(const Activity& activity) {
  return std::holds_alternative<Answering>(activity.phase) || std::holds_alternative<TryAgain>(activity.phase);
}

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
        AnswerSubmitted{answer_of(activity.item.task, activity.entry), static_cast<std::uint32_t>(took_ms)});
  }

  void operator()(const AskHint&) const {
    Activity& activity = step.activity;
    const int available = std::min(hint_grades, static_cast<int>(activity.item.hints.size()));
    if (!may_act(activity) || activity.hints_shown >= available) return;
    activity.phase = Answering{};
    ++activity.hints_shown;
    step.effects.push_back(HintOpened{static_cast<std::uint8_t>(activity.hints_shown)});
  }

  void operator()(const GiveVerdict& intent) const {
    Activity& activity = step.activity;
    if (!std::holds_alternative<Checking>(activity.phase)) return;
    if (intent.verdict.correct || activity.tries >= tries_max)
      activity.phase = Finished{intent.verdict};
    else
      activity.phase = TryAgain{intent.verdict};
    activity.shown_at = now;
  }

  void operator()(const Gesture& gesture) const {
    Activity& activity = step.activity;
    if (may_act(activity) && apply(activity.item.task, activity.entry, gesture)) activity.phase = Answering{};
  }
};

}  // namespace

Activity start_activity(ItemInstance item, MonotonicMs now) {
  Activity activity;
  activity.entry = start_entry(item.task);
  activity.item = std::move(item);
  activity.phase = Answering{};
  activity.shown_at = now;
  return activity;
}

ActivityStep update(Activity activity, const ActivityIntent& intent, MonotonicMs now) {
  ActivityStep step{std::move(activity), {}};
  std::visit(Apply{step, now}, intent);
  return step;
}

bool can_submit(const Activity& activity) { return is_answerable(activity.item.task, activity.entry); }

}  // namespace hornbook::engage

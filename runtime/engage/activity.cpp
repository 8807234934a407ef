#include "runtime/engage/activity.hpp"

#include <algorithm>
#include <string_view>

#include "runtime/core/limits.hpp"

namespace hornbook::engage {
namespace {

constexpr std::string_view typed_characters = "0123456789/.,- ";

struct EmptyEntry {
  Entry operator()(const MultipleChoice&) const { return ChoiceEntry{}; }
  Entry operator()(const NumberEntry&) const { return NumberEntryText{}; }
  Entry operator()(const OrderTask& task) const {
    OrderEntry entry;
    entry.places.resize(task.tiles.size());
    return entry;
  }
  Entry operator()(const NumberLine&) const { return NumberLineEntry{}; }
};

struct IsComplete {
  bool operator()(const ChoiceEntry& entry) const { return entry.source_index.has_value(); }
  bool operator()(const NumberEntryText& entry) const {
    return std::any_of(entry.text.begin(), entry.text.end(), [](char c) { return c >= '0' && c <= '9'; });
  }
  bool operator()(const OrderEntry& entry) const {
    return std::all_of(entry.places.begin(), entry.places.end(), [](const auto& place) { return place.has_value(); });
  }
  bool operator()(const NumberLineEntry& entry) const { return entry.tick.has_value(); }
};

struct ToAnswer {
  Answer operator()(const ChoiceEntry& entry) const { return ChoiceAnswer{entry.source_index.value_or(0)}; }
  Answer operator()(const NumberEntryText& entry) const { return NumberAnswer{entry.text}; }
  Answer operator()(const OrderEntry& entry) const {
    OrderAnswer answer;
    for (const auto& place : entry.places) answer.source_indexes.push_back(place.value_or(0));
    return answer;
  }
  Answer operator()(const NumberLineEntry& entry) const { return NumberLineAnswer{entry.tick.value_or(0)}; }
};

bool may_act(const Activity& activity) {
  return std::holds_alternative<Answering>(activity.phase) || std::holds_alternative<TryAgain>(activity.phase);
}

template <class Things>
bool has_source_index(const Things& things, std::uint8_t source_index) {
  return std::any_of(things.begin(), things.end(), [=](const auto& t) { return t.source_index == source_index; });
}

// Each changes the entry and says whether it fitted; what does not fit falls to the template below.
bool enter(ChoiceEntry& entry, const Task& task, const SelectChoice& intent) {
  if (!has_source_index(std::get<MultipleChoice>(task).choices, intent.source_index)) return false;
  entry.source_index = intent.source_index;
  return true;
}

bool enter(NumberEntryText& entry, const Task&, const TypeText& intent) {
  std::string typed = entry.text;
  for (const char c : intent.text) {
    if (typed_characters.find(c) != std::string_view::npos) typed.push_back(c);
  }
  if (typed.size() == entry.text.size() || typed.size() > limits::typed_answer_bytes_max) return false;
  entry.text = std::move(typed);
  return true;
}

bool enter(NumberEntryText& entry, const Task&, const EraseLast&) {
  if (entry.text.empty()) return false;
  entry.text.pop_back();
  return true;
}

bool enter(OrderEntry& entry, const Task& task, const PickTile& intent) {
  if (!has_source_index(std::get<OrderTask>(task).tiles, intent.source_index)) return false;
  if (entry.picked_up == intent.source_index) {
    entry.picked_up.reset();
    return true;
  }
  for (auto& place : entry.places) {
    if (place == intent.source_index) place.reset();
  }
  entry.picked_up = intent.source_index;
  return true;
}

bool enter(OrderEntry& entry, const Task&, const PlaceTile& intent) {
  if (intent.place >= entry.places.size()) return false;
  auto& place = entry.places[intent.place];
  if (!place && !entry.picked_up) return false;
  std::swap(place, entry.picked_up);
  return true;
}

bool enter(OrderEntry& entry, const Task&, const EraseLast&) {
  const auto last =
      std::find_if(entry.places.rbegin(), entry.places.rend(), [](const auto& p) { return p.has_value(); });
  if (last == entry.places.rend()) return false;
  last->reset();
  return true;
}

bool enter(NumberLineEntry& entry, const Task& task, const MoveMarker& intent) {
  if (intent.tick > std::get<NumberLine>(task).intervals) return false;
  entry.tick = intent.tick;
  return true;
}

template <class AnyEntry>
bool enter(AnyEntry& entry, const Task& task, const EraseAll&) {
  entry = std::get<AnyEntry>(std::visit(EmptyEntry{}, task));
  return true;
}

template <class AnyEntry, class AnyIntent>
bool enter(AnyEntry&, const Task&, const AnyIntent&) {
  return false;
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
        AnswerSubmitted{std::visit(ToAnswer{}, activity.entry), static_cast<std::uint32_t>(took_ms)});
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

  template <class Edit>
  void operator()(const Edit& edit) const {
    Activity& activity = step.activity;
    if (!may_act(activity)) return;
    const bool fitted = std::visit([&](auto& entry) { return enter(entry, activity.item.task, edit); }, activity.entry);
    if (fitted) activity.phase = Answering{};
  }
};

}  // namespace

Activity start_activity(ItemInstance item, MonotonicMs now) {
  Activity activity;
  activity.entry = std::visit(EmptyEntry{}, item.task);
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

bool can_submit(const Activity& activity) { return std::visit(IsComplete{}, activity.entry); }

}  // namespace hornbook::engage

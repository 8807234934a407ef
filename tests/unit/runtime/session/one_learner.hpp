// A learner at one station with the sample course, whose answers a test decides.
#pragma once

#include <gtest/gtest.h>

#include <set>

#include "runtime/engage/task.hpp"
#include "runtime/session/session.hpp"
#include "tests/support/sample_context.hpp"

namespace hornbook::test {

class OneLearner {
 public:
  explicit OneLearner(std::shared_ptr<session::SessionContext> context = sample_context()) {
    session::SessionOpening opening;
    opening.context = std::move(context);
    opening.time = {1'790'000'000'000, 1000};
    keep(session::begin(std::move(opening), now_).value());
  }
  explicit OneLearner(session::SessionOpening opening) { keep(session::begin(std::move(opening), now_).value()); }

  // As if the decision had offered this item of the first pack.
  void present(std::uint32_t item_index) {
    state_.decision.chosen.pack_index = 0;
    state_.decision.chosen.item_index = item_index;
    intend(session::ChooseOption{0});
  }

  void intend(const session::SessionIntent& intent) { keep(session::update(std::move(state_), intent, now_)); }
  void wait(std::int64_t ms) { now_ += ms; }

  // To the next item: past a rest that is offered, and past an example that it comes with.
  void go_on() {
    intend(session::GoOn{});
    if (std::holds_alternative<session::Resting>(state_.place)) intend(session::GoOn{});
    if (std::holds_alternative<session::ReadingExample>(state_.place)) intend(session::GoOn{});
  }

  // Selects the right or a wrong choice and submits it, 5 s later.
  void answer(bool right) {
    wait(5000);
    const std::uint32_t source_index = engage::right_answer(activity().question->task).numbers.front();
    const auto chosen = static_cast<std::uint8_t>(right ? source_index : (source_index + 1) % 4);
    intend(session::Act{engage::Choose{chosen}});
    intend(session::Act{engage::Submit{}});
  }
  // Works on the current item until it is finished, then goes on to the next one; when it is enough for today, another
  // day.
  void finish_item(bool right) {
    while (!std::holds_alternative<engage::Finished>(activity().phase)) answer(right);
    wait(2000);
    go_on();
    if (!adapt::is_enough_for_today(state_.decision)) return;
    wait(24LL * 60 * 60 * 1000);
    intend(session::ChooseOption{1});
  }

  [[nodiscard]] const session::SessionState& state() const { return state_; }
  [[nodiscard]] const engage::ItemInstance& item() const {
    return *std::get<session::Working>(state_.place).problem.item;
  }
  [[nodiscard]] const engage::Activity& activity() const {
    return engage::at_hand(std::get<session::Working>(state_.place).problem);
  }
  [[nodiscard]] const std::vector<measure::Event>& events() const { return events_; }
  [[nodiscard]] std::vector<int> event_numbers() const {
    std::vector<int> numbers;
    for (const measure::Event& event : events_) numbers.push_back(measure::number_of(event.body));
    return numbers;
  }

 private:
  void keep(session::SessionStep step) {
    for (session::SessionEffect& effect : step.effects) events_.push_back(std::move(effect.event));
    state_ = std::move(step.state);
  }

  MonotonicMs now_ = 1000;
  session::SessionState state_;
  std::vector<measure::Event> events_;
};

}  // namespace hornbook::test

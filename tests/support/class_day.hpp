// A class's day at one station, by seed.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "runtime/core/seeded_random.hpp"
#include "runtime/engage/task.hpp"
#include "tests/support/sample_context.hpp"

namespace hornbook::test {

// Every other item asks for a typed fraction.
inline Result<engage::ItemInstance> mixed_item(std::uint16_t pack, std::uint32_t item_index, std::uint32_t seed,
                                               std::string_view language) {
  Result<engage::ItemInstance> item = sample_item(pack, item_index, seed, language);
  if (item_index % 2 != 0) return item;
  engage::NumberEntry task;
  task.expected = engage::Rational::create(1 + seed % 11, 12).value();
  item->steps.front().question.task = std::move(task);
  return item;
}

inline std::shared_ptr<session::SessionContext> mixed_context() {
  auto context = sample_context();
  context->instantiate = mixed_item;
  return context;
}

// One learner after the other at one station, some ten items each: real sessions, with times in milliseconds, choices,
// typed fractions, hints and errors. The events of an epoch follow one another from sequence 1.
class ClassDay {
 public:
  using Surroundings = std::shared_ptr<session::SessionContext> (*)();

  explicit ClassDay(std::uint64_t seed, Surroundings surroundings = mixed_context)
      : random_(seed), surroundings_(surroundings) {}

  // The first `count` events of the day. Once.
  [[nodiscard]] std::vector<measure::Event> take(std::size_t count) {
    while (events_.size() < count) one_session();
    events_.resize(count);
    return std::move(events_);
  }

  // Whole sessions of at least `count` events, as a station commits them: what one touch gives, in one transaction.
  // Once.
  [[nodiscard]] std::vector<std::vector<measure::Event>> take_commits(std::size_t count) {
    while (events_.size() < count) one_session();
    std::vector<std::vector<measure::Event>> commits;
    for (std::size_t i = 0, from = 0; i < commit_ends_.size(); from = commit_ends_[i++])
      commits.emplace_back(events_.begin() + static_cast<std::ptrdiff_t>(from),
                           events_.begin() + static_cast<std::ptrdiff_t>(commit_ends_[i]));
    return commits;
  }

 private:
  void one_session() {
    auto context = surroundings_();
    for (std::uint8_t& byte : context->learner.bytes) byte = static_cast<std::uint8_t>(random_.next());
    context->learner_index = ++learners_;
    session::SessionOpening opening;
    opening.context = std::move(context);
    opening.time = {1'790'000'000'000 + now_, 1000};
    opening.next_sequence = events_.size() + 1;
    keep(session::begin(std::move(opening), now_).value());
    wait(2000, 8000);
    intend(session::ChooseOption{static_cast<std::uint8_t>(random_.below(4) == 0 ? 1 : 0)});
    const std::uint64_t items = 8 + random_.below(8);
    for (std::uint64_t item = 0; item < items; ++item) one_item();
    intend(session::Leave{});
    wait(5000, 30'000);
  }

  void one_item() {
    // When it is enough for today, they take what is extra.
    if (std::holds_alternative<session::AtHome>(state_.place)) intend(session::ChooseOption{1});
    const auto* working = std::get_if<session::Working>(&state_.place);
    while (!std::holds_alternative<engage::Finished>(engage::at_hand(working->problem).phase)) {
      wait(3000, 25'000);
      if (random_.below(12) == 0) intend(session::Act{engage::AskHint{}});
      enter(engage::at_hand(working->problem), random_.below(4) != 0);
      intend(session::Act{engage::Submit{}});
      working = std::get_if<session::Working>(&state_.place);
    }
    wait(1200, 5000);
    intend(session::GoOn{});
    // A rest is left, an example is read.
    while (std::holds_alternative<session::Resting>(state_.place) ||
           std::holds_alternative<session::ReadingExample>(state_.place)) {
      wait(3000, 25'000);
      intend(session::GoOn{});
    }
  }

  void enter(const engage::Activity& activity, bool right) {
    const engage::Answer answer = engage::right_answer(activity.question->task);
    if (answer.kind == engage::MultipleChoiceTemplate::number) {
      const auto choice = static_cast<std::uint8_t>(answer.numbers.front());
      const auto wrong = static_cast<std::uint8_t>((choice + 1 + random_.below(3)) % 4);
      intend(session::Act{engage::Choose{right ? choice : wrong}});
      return;
    }
    const std::string wrong = std::to_string(1 + random_.below(9)) + "/" + std::to_string(2 + random_.below(11));
    intend(session::Act{engage::EraseAll{}});
    intend(session::Act{engage::TypeText{right ? answer.texts.front() : wrong}});
  }

  void wait(std::int64_t least_ms, std::int64_t most_ms) {
    now_ += least_ms + static_cast<std::int64_t>(random_.below(static_cast<std::uint64_t>(most_ms - least_ms)));
  }
  void intend(const session::SessionIntent& intent) { keep(session::update(std::move(state_), intent, now_)); }
  void keep(session::SessionStep step) {
    for (session::SessionEffect& effect : step.effects) events_.push_back(std::move(effect.event));
    if (!step.effects.empty()) commit_ends_.push_back(events_.size());
    state_ = std::move(step.state);
  }

  SeededRandom random_;
  Surroundings surroundings_;
  MonotonicMs now_ = 1000;
  std::uint32_t learners_ = 0;
  session::SessionState state_;
  std::vector<measure::Event> events_;
  std::vector<std::size_t> commit_ends_;  // in events_
};

}  // namespace hornbook::test

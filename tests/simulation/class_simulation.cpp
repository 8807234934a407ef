#include "tests/simulation/class_simulation.hpp"

#include <gtest/gtest.h>

#include "runtime/engage/task.hpp"
#include "tests/support/sample_course.hpp"

namespace hornbook::test {
namespace {

using session::SessionIntent;

SessionIntent random_intent(const session::SessionState& state, SeededRandom& random) {
  const auto* working = std::get_if<session::Working>(&state.place);
  if (std::holds_alternative<session::ReadingExample>(state.place)) return session::GoOn{};
  if (std::holds_alternative<session::Resting>(state.place)) {
    if (random.below(2) == 0) return session::TakeBreak{};
    return session::GoOn{};
  }
  if (working == nullptr) return session::ChooseOption{static_cast<std::uint8_t>(random.below(4))};
  const engage::Activity& activity = engage::at_hand(working->problem);
  if (std::holds_alternative<engage::Finished>(activity.phase)) {
    if (random.below(5) == 0) return session::GoHome{};
    return session::GoOn{};
  }
  switch (random.below(14)) {
    case 12:
      return session::LeavePage{static_cast<std::uint16_t>(random.below(3))};
    case 13:
      return session::ReadLevel{static_cast<std::uint8_t>(random.below(5))};
    case 0:
      return session::GoHome{};
    case 1:
      return session::Act{engage::AskHint{}};
    case 2:
    case 3:
      return session::Act{engage::Choose{static_cast<std::uint8_t>(random.below(4))}};
    case 4:
    case 5: {
      const engage::Answer right = engage::right_answer(activity.question->task);
      return session::Act{engage::Choose{static_cast<std::uint8_t>(right.numbers.front())}};
    }
    default:
      return session::Act{engage::Submit{}};
  }
}

}  // namespace

void SimulatedServer::commit(const measure::EventRecord& record) {
  const interpret::CurriculumSet curricula{{sample_curriculum()->pack_hash, sample_curriculum()}};
  interpret::fold(base_.state, record, curricula, interpret::default_parameters());
  interpret::include(base_.contains, record.device, record.epoch, record.event.sequence);
  committed_.push_back(record);
}

SimulatedDevice::SimulatedDevice(std::uint8_t number, const interpret::CurriculumSet& curricula)
    : curricula_(curricula) {
  device_.bytes.fill(number);
  learner_.bytes.fill(77);
}

SimulatedDevice::SimulatedDevice(const DeviceId& device, const LearnerId& learner,
                                 const interpret::CurriculumSet& curricula)
    : device_(device), learner_(learner), curricula_(curricula) {}

void SimulatedDevice::sign_in(MonotonicMs now, TimeEstimate time) {
  if (parked_) base_ = interpret::decode_base(*parked_).value();
  parked_.reset();
  auto context = std::make_shared<session::SessionContext>();
  context->device = device_;
  context->epoch = ++epoch_;
  context->learner_index = 1;
  context->learner = learner_;
  context->language = "en";
  const auto& [hash, curriculum] = *curricula_.begin();
  context->packs = {{0, curriculum.get()}};
  context->bindings = {{0, hash}};
  context->curricula = curricula_;
  context->parameters = interpret::default_parameters();
  context->instantiate = sample_item;
  context->epoch_started_monotonic = now - 10;
  session::SessionOpening opening;
  opening.context = std::move(context);
  opening.base = base_;
  opening.tail = log_;
  opening.session_number = sessions_++;
  opening.time = time;
  Result<session::SessionStep> step = session::begin(std::move(opening), now);
  ASSERT_TRUE(step) << describe(step.error());
  keep(std::move(*step));
}

void SimulatedDevice::act(SeededRandom& random, MonotonicMs now) {
  const SessionIntent intent = random_intent(*session_, random);
  keep(session::update(std::move(*session_), intent, now));
}

void SimulatedDevice::sign_out(MonotonicMs now) {
  keep(session::update(std::move(*session_), session::Leave{}, now));
  session_.reset();
}

void SimulatedDevice::lose_power() { session_.reset(); }

void SimulatedDevice::deliver(std::size_t count, SimulatedServer& server) {
  for (; count > 0 && has_undelivered(); --count) server.commit(log_[delivered_++]);
}

void SimulatedDevice::park_base(const interpret::Base& base) { parked_ = interpret::encode(base); }

interpret::LearnerState SimulatedDevice::refolded() const {
  interpret::LearnerState state = base_.state;
  for (const measure::EventRecord& record : log_) {
    if (interpret::covers(base_.contains, record.device, record.epoch, record.event.sequence)) continue;
    interpret::fold(state, record, curricula_, interpret::default_parameters());
  }
  return state;
}

void SimulatedDevice::keep(session::SessionStep step) {
  for (session::SessionEffect& effect : step.effects) log_.push_back({device_, epoch_, std::move(effect.event)});
  session_ = std::move(step.state);
}

}  // namespace hornbook::test

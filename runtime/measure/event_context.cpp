#include "runtime/measure/event_context.hpp"

namespace hornbook::measure {
namespace {

// Unsigned, so that hostile values wrap instead of overflowing.
std::int64_t wrapping_difference(std::int64_t a, std::int64_t b) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b));
}
std::int64_t wrapping_sum(std::int64_t a, std::int64_t b) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

struct Remember {
  EventContext& context;
  const Event& event;

  void operator()(const SessionStart& start) const {
    context.session = start;
    context.session_elapsed_ms = event.elapsed_ms;
    context.learners[event.learner_index] = LearnerContext{};
  }
  void operator()(const Decision& decision) const {
    LearnerContext& learner = context.learner();
    learner.decision = decision;
    learner.has_decision = true;
    learner.option = 0;
    const auto note_skill = [this](const Candidate& candidate) {
      context.skill_of_item[{candidate.pack_index, candidate.item_index}] = candidate.skill_index;
    };
    note_skill(decision.chosen);
    for (const Candidate& candidate : decision.alternatives) note_skill(candidate);
  }
  void operator()(const ChoiceMade& choice) const { context.learner().option = choice.option; }
  void operator()(const ItemPresented& item) const {
    LearnerContext& learner = context.learner();
    learner.item = item;
    learner.shown_ms = event.elapsed_ms;
    learner.step = 0;
    learner.hint = 0;
    learner.attempts = 0;
    learner.hints = 0;
  }
  void operator()(const Response& response) const {
    LearnerContext& learner = context.learner();
    learner.attempts = response.attempt;
    learner.hints = response.hints_used;
    learner.shown_ms = event.elapsed_ms;
    context.shape_of_kind[response.answer.kind] = shape_of(response.answer);
  }
  void operator()(const HintShown& hint) const { context.learner().hints = hint.grade; }
  void operator()(const StepAnswered& answered) const { (*this)(answered.response); }
  void operator()(const StepHintShown& shown) const { context.learner().hints = shown.grade; }
  template <class Other>
  void operator()(const Other&) const {}
};

}  // namespace

void turn_to(LearnerContext& learner, std::uint8_t step, std::uint8_t hint) {
  if (learner.step == step && learner.hint == hint) return;
  learner.step = step;
  learner.hint = hint;
  learner.attempts = 0;
  learner.hints = 0;
}

TimeEstimate expected_time(const EventContext& context, std::int64_t elapsed_ms) {
  const std::int64_t since = wrapping_difference(elapsed_ms, context.session_elapsed_ms);
  return {wrapping_sum(context.session.time.unix_ms, since), context.session.time.uncertainty_ms};
}

ItemPresented expected_item(const LearnerContext& learner) {
  const std::size_t option = learner.option;
  const bool is_alternative = option > 0 && option <= learner.decision.alternatives.size();
  const Candidate& candidate = is_alternative ? learner.decision.alternatives[option - 1] : learner.decision.chosen;
  return {candidate.pack_index, candidate.item_index, candidate.seed};
}

Response expected_response(const LearnerContext& learner, std::int64_t elapsed_ms, bool correct) {
  Response response;
  response.correct = correct;
  response.credit_permille = correct ? 1000 : 0;
  response.attempt = static_cast<std::uint8_t>(learner.attempts + 1);
  response.hints_used = learner.hints;
  response.response_ms = static_cast<std::uint32_t>(wrapping_difference(elapsed_ms, learner.shown_ms));
  return response;
}

Candidate candidate_before(const LearnerContext& learner, const EventContext& context) {
  Candidate before = learner.decision.chosen;
  if (learner.has_decision) ++before.seed;
  if (!learner.has_decision && !context.session.packs.empty()) before.pack_index = context.session.packs[0].pack_index;
  return before;
}

std::uint16_t expected_skill(const EventContext& context, const Candidate& candidate) {
  const auto found = context.skill_of_item.find({candidate.pack_index, candidate.item_index});
  return found == context.skill_of_item.end() ? std::uint16_t{0} : found->second;
}

AnswerShape shape_of(const engage::Answer& answer) { return {answer.numbers.size(), answer.texts.size()}; }

AnswerShape expected_shape(const EventContext& context, std::uint8_t kind) {
  constexpr std::uint8_t typed_number = 2;
  const auto found = context.shape_of_kind.find(kind);
  if (found != context.shape_of_kind.end()) return found->second;
  return kind == typed_number ? AnswerShape{0, 1} : AnswerShape{1, 0};
}

std::uint32_t expected_decision_number(const LearnerContext& learner) {
  return learner.has_decision ? learner.decision.number + 1 : 0;
}

void remember(EventContext& context, const Event& event) {
  context.sequence = event.sequence;
  context.learner_index = event.learner_index;
  context.elapsed_ms = event.elapsed_ms;
  std::visit(Remember{context, event}, event.body);
}

}  // namespace hornbook::measure

#include "platform/programs/station/sign_in.hpp"

#include <algorithm>
#include <utility>

#include "runtime/session/clock_correction.hpp"

namespace hornbook::platform {
namespace {

// Whether everything that `older` contains is contained in `newer`.
bool covers_all(const measure::BaseVector& newer, const measure::BaseVector& older) {
  return std::all_of(older.begin(), older.end(), [&](const measure::VectorEntry& entry) {
    return interpret::covers(newer, entry.device, entry.epoch, entry.sequence);
  });
}

Result<interpret::Base> base_of(const journal::Capsule& capsule) {
  if (capsule.base.empty()) return interpret::Base{};
  return interpret::decode_base(capsule.base);
}

// The base that waits for the learner, when there is one that this learner's key opens.
std::optional<interpret::Base> parked_base(const journal::Store& store, const journal::RosterLearner& learner) {
  const auto parked = store.parked_base(learner.learner);
  if (!parked || !*parked) return std::nullopt;
  const auto plain = open_random(learner.capsule_key, learner.learner.view(), **parked);
  if (!plain) return std::nullopt;
  auto base = interpret::decode_base(*plain);
  return base ? std::optional(std::move(*base)) : std::nullopt;
}

// Puts the school's base in the place of the capsule's and drops what it covers from the tail. A parked base that is
// older, or that this key does not open, is dropped: the school sends a newer one.
Done adopt(journal::Writer& writer, const journal::RosterLearner& learner, journal::Capsule& capsule,
           interpret::Base& base) {
  auto parked = parked_base(writer.store(), learner);
  // With the same events it is another one when the school's packs or parameters are.
  const bool is_another =
      parked && covers_all(parked->contains, base.contains) && interpret::encode(*parked) != capsule.base;
  if (is_another) {
    base = std::move(*parked);
    capsule.base = interpret::encode(base);
    std::erase_if(capsule.tail, [&](const measure::EventRecord& record) {
      return interpret::covers(base.contains, record.device, record.epoch, record.event.sequence);
    });
    TRY_DONE(writer.rewrite_capsule(capsule));
  }
  return writer.store().drop_parked_base(learner.learner);
}

// A damaged capsule must not keep a child from learning: its events are in the journal, and the school's next base
// brings back what they showed.
Result<journal::Capsule> open_capsule(journal::Writer& writer, const journal::RosterLearner& learner) {
  Result<journal::Capsule> capsule = writer.sign_in(learner.learner, learner.capsule_key);
  if (capsule || capsule.error().code != ErrorCode::Corrupt) return capsule;
  return writer.sign_in_afresh(learner.learner, learner.capsule_key);
}

std::shared_ptr<const session::SessionContext> make_context(DeviceData& data, const DeviceId& device,
                                                            const journal::RosterLearner& learner) {
  auto context = std::make_shared<session::SessionContext>();
  context->device = device;
  context->epoch = data.writer.epoch();
  context->learner_index = data.writer.learner_index(learner.learner);
  context->learner = learner.learner;
  context->language = learner.language;
  context->parameters = data.parameters;
  context->epoch_started_monotonic = data.writer.opened_at();
  data.shelf.put_into(*context);
  return context;
}

// Its first events are durable when this returns.
Result<session::SessionState> begin(DeviceData& data, session::SessionOpening opening, const Clock& clock) {
  opening.time = believable_time(data, clock);
  opening.next_sequence = data.writer.next_sequence();
  TRY_ASSIGN(session::SessionStep step, session::begin(std::move(opening), clock.monotonic_ms()));
  std::vector<measure::Event> events;
  for (session::SessionEffect& effect : step.effects) events.push_back(std::move(effect.event));
  TRY_DONE(data.writer.append(events));
  return std::move(step.state);
}

Result<SignedInLearner> begin_with_capsule(DeviceData& data, const DeviceId& device,
                                           const journal::RosterLearner& learner, const Clock& clock) {
  TRY_ASSIGN(journal::Capsule capsule, open_capsule(data.writer, learner));
  TRY_ASSIGN(interpret::Base base, base_of(capsule));
  TRY_DONE(adopt(data.writer, learner, capsule, base));
  session::SessionOpening opening;
  opening.context = make_context(data, device, learner);
  opening.base = std::move(base);
  opening.tail = std::move(capsule.tail);
  opening.session_number = capsule.sessions + 1;  // those before this one are counted there
  TRY_ASSIGN(session::SessionState state, begin(data, std::move(opening), clock));
  return SignedInLearner{std::move(state), std::move(capsule.settings)};
}

}  // namespace

TimeEstimate believable_time(DeviceData& data, const Clock& clock) {
  return session::believable(clock.now(), data.writer.store().latest_signed_ms().value_or(0));
}

Result<SignedInLearner> sign_in(DeviceData& data, const DeviceId& device, const journal::RosterLearner& learner,
                                const Clock& clock) {
  Result<SignedInLearner> signed_in = begin_with_capsule(data, device, learner, clock);
  if (!signed_in) {
    // The error that the learner's teacher must hear is the first one.
    [[maybe_unused]] const Done signed_out = data.writer.sign_out();
  }
  return signed_in;
}

Result<SignedInLearner> begin_without_name(DeviceData& data, const DeviceId& device,
                                           const journal::RosterLearner& nameless, const Clock& clock) {
  session::SessionOpening opening;
  opening.context = make_context(data, device, nameless);
  opening.session_number = 1;
  opening.provisional = true;
  TRY_ASSIGN(session::SessionState state, begin(data, std::move(opening), clock));
  return SignedInLearner{std::move(state), {}};
}

}  // namespace hornbook::platform

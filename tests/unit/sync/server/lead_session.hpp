// A session as a station leads it, with decisions of its own: who and where, and the events that come of it.
#pragma once

#include <memory>
#include <vector>

#include "runtime/session/session.hpp"
#include "tests/support/sample_course.hpp"
#include "tests/unit/sync/server/sample_pack.hpp"

namespace hornbook::test {

struct SessionPlace {
  DeviceId device;
  std::uint64_t epoch = 1;
  LearnerId learner;
};

[[nodiscard]] inline session::SessionOpening opening_of(const SessionPlace& place,
                                                        const interpret::CurriculumSet& known, const Hash& pack,
                                                        const TimeEstimate& time) {
  auto context = std::make_shared<session::SessionContext>();
  context->device = place.device;
  context->epoch = place.epoch;
  context->learner_index = 1;
  context->learner = place.learner;
  context->language = "en";
  context->curricula = known;
  context->packs = {{0, context->curricula.at(pack).get()}};
  context->bindings = {{0, pack}};
  context->parameters = interpret::default_parameters();
  context->instantiate = sample_item;
  session::SessionOpening opening;
  opening.context = std::move(context);
  opening.time = time;
  return opening;
}

// What is suggested is done, three tries an item, right in some of them.
[[nodiscard]] inline std::vector<measure::Event> lead_session(session::SessionOpening opening, int items) {
  session::SessionStep step = session::begin(std::move(opening), 1000).value();
  std::vector<measure::Event> events;
  MonotonicMs now = 1000;
  const auto act = [&](const session::SessionIntent& intent) {
    for (const session::Record& record : step.effects) events.push_back(record.event);
    now += 3000;
    step = session::update(std::move(step.state), intent, now);
  };
  act(session::ChooseOption{0});
  for (int item = 0; item < items; ++item) {
    for (int attempt = 0; attempt < 3; ++attempt) {
      act(session::Act{engage::Choose{static_cast<std::uint8_t>((item + attempt) % 4)}});
      act(session::Act{engage::Submit{}});
    }
    act(session::GoOn{});
  }
  act(session::Leave{});
  for (const session::Record& record : step.effects) events.push_back(record.event);
  return events;
}

}  // namespace hornbook::test

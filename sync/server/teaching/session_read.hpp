// A learner's session as far as its events have been read, for pages that go through what learners did.
#pragma once

#include <optional>

#include "runtime/engage/item.hpp"
#include "runtime/interpret/learner_state.hpp"
#include "sync/server/teaching/library.hpp"

namespace hornbook::server {

struct SessionRead {
  interpret::OpenSession open;
  std::string language;  // in which the items were shown
};
// Takes in what later events of the session need.
void read(SessionRead& session, const measure::Event& event);

// 0: the device knew no time.
[[nodiscard]] UnixMs time_in(const SessionRead& session, const measure::Event& event);

// nullptr when the school has not got it.
[[nodiscard]] const pack::Pack* pack_of(const SessionRead& session, const Library& library, std::uint16_t pack_index);

// A question in the words that the learner had before them; empty when the school has not got the pack.
struct Asked {
  std::string words;
  std::optional<engage::Task> task;
};
// Of the item at hand. `where` of an item that asks one question is the first step.
[[nodiscard]] Asked asked_in(const SessionRead& session, const Library& library, const measure::StepAnswered& where);

}  // namespace hornbook::server

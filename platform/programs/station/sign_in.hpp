// From a learner of the roster to a running session: capsule, base, tail, first decision.
#pragma once

#include <map>
#include <string>

#include "platform/programs/station/device_data.hpp"
#include "runtime/journal/class_lease.hpp"
#include "runtime/session/session.hpp"

namespace hornbook::platform {

struct SignedInLearner {
  session::SessionState session;
  std::map<std::string, std::string> settings;  // of the capsule
};

// The clock as far as it can be believed beside what the school has signed.
[[nodiscard]] TimeEstimate believable_time(DeviceData& data, const Clock& clock);

// Opens the learner's capsule, adopts the base that the school sent when it covers more than the capsule's, and begins
// the session; its first events are durable when this returns. After an error nobody is signed in.
[[nodiscard]] Result<SignedInLearner> sign_in(DeviceData& data, const DeviceId& device,
                                              const journal::RosterLearner& learner, const Clock& clock);

// Begins a session of somebody without a name: from nothing, and nothing of it stays here but the events.
[[nodiscard]] Result<SignedInLearner> begin_without_name(DeviceData& data, const DeviceId& device,
                                                         const journal::RosterLearner& nameless, const Clock& clock);

}  // namespace hornbook::platform

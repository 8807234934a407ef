// Learners without a name: after a power cut a station cannot say who its learners are, and lets a child begin all the
// same, under an id of that session alone. Their record stands by itself until a teacher says whose it is; then it is
// part of that learner's, as if it came from a device of its own, because the learner's devices did not know of it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <tuple>
#include <vector>

#include "runtime/measure/event.hpp"
#include "sync/server/school/learners.hpp"

namespace hornbook::server {

// Of one device, that nobody was found for: more are somebody's mischief.
inline constexpr std::uint64_t nameless_learners_max = 64;
// Of one record: each takes an entry of limits::base_vector_entries_max in the bases of its learner.
inline constexpr std::size_t joined_sessions_max = 64;

struct NamelessLearner {
  std::int64_t number = 0;  // of the learner's row
  LearnerId id;
  std::string device_name;
};

// Makes the row of a learner without a name who worked at this device. Nothing when the device has
// nameless_learners_max that nobody was found for: its next ones wait.
[[nodiscard]] Result<std::optional<std::int64_t>> take_in_nameless(School& school, std::int64_t device_number,
                                                                   const LearnerId& id, std::string_view language);

// Who the learners without a name of this device turned out to be: their rows, and the row of whose record they are
// part of, where that is known.
[[nodiscard]] Result<std::map<std::int64_t, std::optional<std::int64_t>>> nameless_of_device(
    School& school, std::int64_t device_number);

// Of the devices of a class, those of whom there are events and nobody has said whose they are. In order of arrival.
[[nodiscard]] Result<std::vector<NamelessLearner>> nameless_of_class(School& school, std::int64_t class_number);

// Device, epoch and learner index of the sessions that joined this learner's record, and the name under which each is a
// device of its own there.
using JoinedSessions = std::map<std::tuple<std::int64_t, std::uint64_t, std::uint32_t>, DeviceId>;
[[nodiscard]] Result<JoinedSessions> joined_sessions(School& school, std::int64_t learner_number);

}  // namespace hornbook::server

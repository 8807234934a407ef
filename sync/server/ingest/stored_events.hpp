// Events as the store keeps them: each sealed, under its learner's data key once it is placed.
#pragma once

#include <functional>
#include <vector>

#include "runtime/measure/event.hpp"
#include "sync/server/ingest/arrivals.hpp"
#include "sync/server/school/learners.hpp"

namespace hornbook::server {

[[nodiscard]] Bytes seal_event(const SecretKey& data_key, const Device& device, std::uint64_t epoch,
                               ByteView encoded_event);
// Calls `use` for each event of a learner with a commit number above `after`, in canonical order, until it fails. What
// joined the record from a session without a name comes from a device of its own (school/nameless.hpp).
using UseEvent = std::function<Done(std::int64_t commit_number, const measure::EventRecord&)>;
[[nodiscard]] Done for_each_event(School& school, std::int64_t learner_number, const SecretKey& data_key,
                                  std::int64_t after, const UseEvent& use);

// Puts a learner's events at the end of another's record, sealed under that one's key. Must run inside a transaction.
[[nodiscard]] Done move_events(School& school, const Learner& from, const Learner& to);

// The row forms (measure::encode_event) of a device's stored events with after < sequence ≤ last, placed or waiting.
[[nodiscard]] Result<std::map<std::uint64_t, Bytes>> stored_row_forms(School& school, const Device& device,
                                                                      std::uint64_t epoch, std::uint64_t after,
                                                                      std::uint64_t last);

// Events that wait, opened and taken out of the table.
[[nodiscard]] Result<std::map<EventPlace, measure::Event>> take_waiting(School& school, const Device& device);
[[nodiscard]] Done put_waiting(School& school, const Device& device, std::uint64_t epoch, const measure::Event& event);
[[nodiscard]] Result<std::uint64_t> count_waiting(School& school, std::int64_t device_number);

}  // namespace hornbook::server

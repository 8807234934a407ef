// "I want to talk to my teacher": what learners asked for, noted as soon as it arrives, whatever is still missing
// before it, and who has seen it. The events themselves take their place in the learners' records as all others do.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "sync/server/ingest/arrivals.hpp"
#include "sync/server/school/accounts.hpp"
#include "sync/server/school/learners.hpp"

namespace hornbook::server {

struct TalkRequest {
  std::int64_t number = 0;  // grows with each that arrives
  UnixMs at_ms = 0;         // when the learner asked; 0: the device knew no time
};

// Notes the requests among `arrivals`. One for a learner whom the device may not write for becomes a fault. Must run
// inside the ingest's transaction.
[[nodiscard]] Done note_talk_requests(School& school, const Device& device, const Arrivals& arrivals, UnixMs now_ms);

// Of a class's learners, by their row numbers: the latest that nobody has seen.
[[nodiscard]] Result<std::map<std::int64_t, TalkRequest>> open_talk_requests(School& school, std::int64_t class_number);

// The account has seen request `number`, and so what its learner asked for before. NotFound when the account does not
// see the class, or no learner of the class asked for it.
[[nodiscard]] Done mark_talk_seen(School& school, const Account& account, std::int64_t class_number,
                                  std::int64_t number, UnixMs now_ms);

// What a teacher has seen of the device's requests in the last two weeks, the latest first: it is told to the device.
[[nodiscard]] Result<std::vector<journal::UrgentPlace>> seen_requests_of(School& school, std::int64_t device_number,
                                                                         UnixMs now_ms);

}  // namespace hornbook::server

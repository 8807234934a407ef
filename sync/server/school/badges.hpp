// Learners' badges as the school makes them. The secret is kept under the learner's data key, so that a sheet can be
// printed again and a changed entry sealed anew; devices get the sealed entries alone.
#pragma once

#include <optional>
#include <vector>

#include "runtime/journal/badge_slot.hpp"
#include "sync/server/school/learners.hpp"
#include "sync/server/school/school.hpp"

namespace hornbook::server {

// The learner's badge; makes one when there never was any. Nothing when it was revoked.
[[nodiscard]] Result<std::optional<journal::Badge>> badge_for_sheet(School& school, const Learner& learner);
// A new badge in place of the one that was lost or revoked: that opens nothing any more from the devices' next contact.
[[nodiscard]] Result<journal::Badge> renew_badge(School& school, const Learner& learner);
// NotFound when the learner has none.
[[nodiscard]] Done revoke_badge(School& school, const Learner& learner);
// After a change of the learner's profile: the same badge opens the new entry. Changes nothing for who has none.
[[nodiscard]] Done reseal_badge(School& school, const Learner& learner);

// Of every learner of the device's classes, in the order of their addresses.
[[nodiscard]] Result<std::vector<journal::BadgeSlot>> badges_of_device(School& school, std::int64_t device_number);

}  // namespace hornbook::server

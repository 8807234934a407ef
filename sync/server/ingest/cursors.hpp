// What the school believes each device to have, so that a device need only name its cursor: sync/bundle/cursor.hpp.
#pragma once

#include <map>

#include "sync/bundle/cursor.hpp"
#include "sync/server/school/devices.hpp"

namespace hornbook::server {

struct DeviceCursor {
  bundle::Cursor cursor;
  std::map<std::int64_t, Hash> brought;  // by learner's number: which of `cursor.bases` is whose, as far as it is known
};

// The cursor that the bundle brings or names. nullopt when the name is not known here, as after a restore.
[[nodiscard]] Result<std::optional<DeviceCursor>> cursor_of(School& school, const Device& device,
                                                            const bundle::UpBundle& up);

// Names what the device will have when it has taken in the answer, whose bases are those of `learners`, in this order,
// and keeps it beside what the device has now, for an answer may be lost. Of older ones the latest few are kept.
[[nodiscard]] Done expect_cursor(School& school, const Device& device, const DeviceCursor& now,
                                 const std::vector<std::int64_t>& learners, bundle::DownBundle& answer);

}  // namespace hornbook::server

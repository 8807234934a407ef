// Takes a roster into the school: new learners get an id, keys, an avatar and a picture password; known ones keep
// theirs.
#pragma once

#include <vector>

#include "sync/server/roster/one_roster.hpp"
#include "sync/server/school/school.hpp"

namespace hornbook::server {

struct RosterReport {
  std::size_t classes_new = 0;
  std::size_t classes_changed = 0;
  std::size_t learners_new = 0;
  std::size_t learners_changed = 0;
  std::size_t learners_unchanged = 0;
  std::size_t memberships_ended = 0;
  std::size_t teachers = 0;
  std::vector<RosterRefusal> refusals;

  [[nodiscard]] bool took_something() const {
    return classes_new + classes_changed + learners_new + learners_changed + learners_unchanged > 0;
  }
};

// One transaction. Who is no longer enrolled in a class of the set leaves that class, but only when no line was
// refused: a broken line must not put a child out of class. Leases of changed classes are sealed anew.
[[nodiscard]] Result<RosterReport> import_roster(School& school, const RosterDraft& draft);

}  // namespace hornbook::server

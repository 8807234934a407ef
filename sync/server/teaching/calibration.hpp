// The parameters that a school's devices and its own fold go by: the program's, or what the school has learned from the
// answers of all its learners (runtime/interpret/calibrate/calibrate_school.hpp). Every set that was ever in use stays,
// because sessions name theirs by hash and are replayed under it.
#pragma once

#include <optional>

#include "runtime/interpret/calibrate/calibrate_school.hpp"
#include "sync/server/school/school.hpp"
#include "sync/server/teaching/library.hpp"

namespace hornbook::server {

// The latest calibration; the program's own when there is none, or when its rules are of another version.
[[nodiscard]] Result<interpret::Parameters> current_parameters(School& school);
// Also those that devices were given with experiments (experiments/terms.hpp). Nothing when neither the program nor the
// school ever used them.
[[nodiscard]] Result<std::optional<interpret::Parameters>> find_parameters(School& school, const Hash& name);

// First tries at items of the school's packs, learner by learner, in canonical order: right when right without a hint;
// and how long the first right one of each learner took.
[[nodiscard]] Result<interpret::SchoolAttempts> read_attempts(School& school, const Library& library);

struct CalibrationReport {
  std::size_t learners = 0;
  std::size_t answers = 0;
  std::size_t items = 0;        // with an answer
  std::size_t items_told = 0;   // with answers of enough learners, and so in the parameters
  std::size_t items_timed = 0;  // that enough learners were right at, with a time
  std::optional<Hash> name;     // of the new parameters; none when there were too few answers, or they are in use
};
[[nodiscard]] CalibrationReport report_of(const interpret::SchoolAttempts& attempts,
                                          const std::optional<interpret::Parameters>& calibrated);
// Takes them into use: devices get them with their next contact, and learners' states are folded anew. True unless they
// are those that are in use.
[[nodiscard]] Result<bool> adopt(School& school, const interpret::Parameters& calibrated, UnixMs now_ms);
// All of it: what `hornbook-server calibrate` does.
[[nodiscard]] Result<CalibrationReport> calibrate(School& school, UnixMs now_ms);

// When the latest calibration was made; 0: never.
[[nodiscard]] Result<UnixMs> calibrated_at(School& school);

}  // namespace hornbook::server

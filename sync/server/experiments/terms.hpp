// When and on what basis of consent experiments run, and who takes part. Nothing runs that was not started here; every
// term stays on record. What runs travels to devices within the school's signed parameters.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "runtime/interpret/parameters.hpp"
#include "sync/server/experiments/declared.hpp"

namespace hornbook::server {

struct Term {
  ExperimentId experiment;
  std::uint64_t seed = 0;  // of the experiment, the same for all its terms
  UnixMs started_ms = 0;
  std::string started_by;
  std::string basis;    // of consent, in words; it names no learner
  UnixMs until_ms = 0;  // from then on it does not run
  std::uint16_t second_permille = 500;
  interpret::Participation participation{};
  std::optional<UnixMs> stopped_ms;
  std::string stopped_by;
};
[[nodiscard]] bool is_running(const Term& term, UnixMs now_ms);

struct StartOrder {
  std::string by;
  std::string basis;
  UnixMs until_ms = 0;
  std::optional<std::uint16_t> second_permille;  // 1 … 999; none: as declared
  interpret::Participation participation{};
  std::vector<std::int64_t> consented;  // rows of learners; with ListedOnly
};
// The latest terms of an experiment take the place of those that run: nobody who was assigned is moved.
// NotAllowed without a basis or a name, BadInput when the end is past or another experiment that runs changes the same
// rule, LimitExceeded past limits::experiments_running_max.
[[nodiscard]] Done start(School& school, const DeclaredExperiment& declared, const StartOrder& order, UnixMs now_ms);
// NotFound when it does not run.
[[nodiscard]] Done stop(School& school, const DeclaredExperiment& declared, std::string_view by, UnixMs now_ms);

enum class Consent : std::uint8_t { Withdrawn = 0, Given = 1 };
// From each device's next contact on, who withdrew is in no arm of it, and their record is left out of its outcomes.
[[nodiscard]] Done record_consent(School& school, const DeclaredExperiment& declared,
                                  const std::vector<std::int64_t>& learners, Consent consent, std::string_view by,
                                  UnixMs now_ms);
// Rows of the learners whose ids of the roster stand one a line. NotFound names the line, never what stands there.
[[nodiscard]] Result<std::vector<std::int64_t>> read_learner_list(School& school, ByteView text);

// The last of an experiment; nothing when it never ran.
[[nodiscard]] Result<std::optional<Term>> latest_term(School& school, const ExperimentId& experiment);
// Whether the record of a learner may be looked at for the experiment.
[[nodiscard]] Result<bool> takes_part(School& school, const Term& term, std::int64_t learner_number);

// What devices go by: the school's calibration, and what runs.
[[nodiscard]] Result<interpret::Parameters> parameters_for_devices(School& school, UnixMs now_ms);
// Sessions name parameters by hash and are replayed under them: what a device was given is kept.
[[nodiscard]] Done remember_given(School& school, const interpret::Parameters& parameters, UnixMs now_ms);

}  // namespace hornbook::server

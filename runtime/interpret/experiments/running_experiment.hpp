// An experiment that a school runs: learners are drawn into one of two arms, which differ in what a decision may choose
// from (a pack's experiment: its items of that arm) or in a rule of the decisions (a school's). It is part of the
// parameters (parameters.hpp), signed and named by hash, so that decisions stay functions of what a replay has. Without
// an entry there, no experiment runs: everybody has the first arm of a pack's, and the usual rules.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "runtime/core/bytes.hpp"
#include "runtime/core/error.hpp"
#include "runtime/core/ids.hpp"
#include "runtime/core/time.hpp"

namespace hornbook::interpret {

inline constexpr std::size_t experiment_arms = 2;
// What an arm may do to the band of expected success, so that it stays between .50 and 1.
inline constexpr std::int16_t arm_easier_permille_max = 150;
inline constexpr std::uint8_t arm_rests_after_max = 10;

// The rules of decisions in which the arms of a school's experiment may differ. As they stand here they change nothing.
struct ArmRules {
  std::int16_t easier_permille = 0;  // by which the band of expected success moves, ±arm_easier_permille_max
  // Unaided right answers in a row after which a skill rests until another day, up to arm_rests_after_max; 0: as usual.
  std::uint8_t rests_after = 0;
  bool has_messages = true;  // words of encouragement and advice beside the feedback
  bool operator==(const ArmRules&) const = default;
};

// Who takes part. A learner is listed by a key that says nothing to whoever does not know the learner's id.
enum class Participation : std::uint8_t {
  AllButListed = 0,  // the listed were withdrawn
  ListedOnly = 1,    // those for whom there is a consent of their own
};

struct RunningExperiment {
  ExperimentId id;
  std::uint64_t seed = 0;               // drawn when it first started
  std::uint16_t second_permille = 500;  // chance of the second arm, of who is not assigned yet
  UnixMs ends_ms = 0;                   // from then on nobody is in it
  Participation participation = Participation::AllButListed;
  std::vector<std::uint64_t> listed;  // participant_key, ascending; at most limits::experiment_learners_max
  std::array<ArmRules, experiment_arms> rules{};
  bool operator==(const RunningExperiment&) const = default;
};

// Of what declares it (a pack's name, or "school:" and a school's id in hexadecimal) and its id there: the same through
// all versions of a pack. The first 16 bytes of BLAKE2b("experiment/<declared by>/<id>").
[[nodiscard]] ExperimentId experiment_id(std::string_view declared_by, std::string_view id);

// First 8 bytes, little-endian, of BLAKE2b("participant", experiment, learner).
[[nodiscard]] std::uint64_t participant_key(const ExperimentId& experiment, const LearnerId& learner);
[[nodiscard]] bool takes_part(const RunningExperiment& experiment, const LearnerId& learner);

// Canonical bytes: one list has one encoding. Format: runtime/interpret/STATE.md. Ids rise.
void put(ByteWriter& writer, const std::vector<RunningExperiment>& experiments);
// BadInput when ids or keys do not rise or a value is out of its range, LimitExceeded past a limit.
[[nodiscard]] Result<std::vector<RunningExperiment>> read_experiments(ByteReader& reader);

}  // namespace hornbook::interpret

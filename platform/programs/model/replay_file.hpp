// `hornbook-model replay EVENTS.jsonl`: events as JSON Lines → every decision computed again, and each learner's state.
// The lines of both sides: platform/programs/model/REPLAY.md.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <map>
#include <vector>

#include "runtime/interpret/learner_state.hpp"

namespace hornbook::platform {

struct ReplayFile {
  interpret::CurriculumSet curricula;
  std::map<Hash, interpret::Parameters> parameters;               // by their hash; the defaults are always there
  std::map<LearnerId, std::vector<measure::EventRecord>> events;  // in the order of the file
};

// BadInput names the line that is wrong.
[[nodiscard]] Result<ReplayFile> read_replay_file(std::istream& lines);

struct ReplayTotals {
  std::uint64_t decisions = 0;
  std::uint64_t same = 0;
};
// One line a decision, then one a learner.
[[nodiscard]] ReplayTotals write_replay(const ReplayFile& file, std::ostream& lines);

}  // namespace hornbook::platform

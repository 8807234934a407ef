// What the class page shows, as plain values: read from the school, without a word of HTML.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "runtime/adapt/pace.hpp"
#include "runtime/interpret/prediction.hpp"
#include "sync/server/ingest/epochs.hpp"
#include "sync/server/ingest/faults.hpp"
#include "sync/server/school/accounts.hpp"
#include "sync/server/school/devices.hpp"
#include "sync/server/school/learners.hpp"
#include "sync/server/teaching/evidence.hpp"
#include "sync/server/teaching/library.hpp"
#include "sync/server/teaching/talk_requests.hpp"
#include "sync/server/web/experiments_section.hpp"

namespace hornbook::server {

struct SkillColumn {
  SkillKey key = 0;
  std::string title;
};
struct SkillCell {
  interpret::SkillStanding standing{};
  std::optional<LatestAnswer> latest;
};
// What a detector told of a learner in the last days, with the skill that was at hand.
struct NoticedLine {
  interpret::detect::Detector detector{};
  std::string skill;  // its title; empty when it is not known
  UnixMs at_ms = 0;
};
struct LearnerRow {
  LearnerId id;
  std::string name;
  std::optional<TalkRequest> talk{};  // the latest that nobody has seen
  std::vector<NoticedLine> noticed;   // what is most urgent first
  std::uint32_t sessions = 0;
  std::uint32_t answers = 0;
  std::uint32_t answers_right = 0;
  UnixMs last_seen_ms = 0;
  std::vector<SkillCell> cells;           // one a column
  std::uint32_t term_end_day = 0;         // 0: none
  std::optional<adapt::TermPace> pace{};  // until then; nothing when it is over
};
// Somebody's work of whom nobody knows yet who they are.
struct NamelessRow {
  LearnerId id;
  std::string device_name;
  std::uint32_t answers = 0;
  std::uint32_t answers_right = 0;
  UnixMs last_seen_ms = 0;
};
struct DeviceCard {
  Device device;
  std::uint64_t events_waiting = 0;
  std::vector<Fault> faults;
  MissingHistory missing;
  bool unsynced = false;
};
struct ClassView {
  std::string school_name;
  SchoolClass shown;
  std::vector<SchoolClass> classes;
  std::vector<SkillColumn> skills;
  std::vector<LearnerRow> learners;
  std::vector<NamelessRow> nameless;
  std::vector<DeviceCard> devices;
  std::vector<ExperimentLine> experiments;  // those that run
  UnixMs now_ms = 0;
};

// The skills of all packs in use, each once, in the packs' order.
[[nodiscard]] Result<std::vector<SkillColumn>> skill_columns(School& school, const Library& library,
                                                             std::string_view language);

// NotFound when there is no such class, or the account may not see it. `language` chooses the skills' titles.
[[nodiscard]] Result<ClassView> view_class(School& school, const Library& library, const Account& account,
                                           std::int64_t class_number, std::string_view language, UnixMs now_ms);

}  // namespace hornbook::server

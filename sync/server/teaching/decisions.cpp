#include "sync/server/teaching/decisions.hpp"

#include <algorithm>
#include <map>

#include "runtime/session/replay.hpp"
#include "sync/server/ingest/stored_events.hpp"
#include "sync/server/teaching/calibration.hpp"
#include "sync/server/teaching/states.hpp"

namespace hornbook::server {
namespace {

struct Past {
  std::vector<measure::EventRecord> committed;
  std::size_t first_new = 0;
};

// True when an event came in after a later one of its device.
bool has_late_event(const Past& past) {
  std::map<DeviceId, std::pair<std::uint64_t, std::uint64_t>> latest;
  for (std::size_t i = 0; i < past.committed.size(); ++i) {
    const measure::EventRecord& record = past.committed[i];
    const std::pair place(record.epoch, record.event.sequence);
    auto& reached = latest[record.device];
    if (i >= past.first_new && place < reached) return true;
    reached = std::max(reached, place);
  }
  return false;
}

Result<Past> load_past(School& school, const Learner& learner, std::int64_t last_known) {
  Past past;
  TRY_DONE(for_each_event(school, learner.number, learner.data_key, 0,
                          [&](std::int64_t commit_number, const measure::EventRecord& record) -> Done {
                            if (commit_number <= last_known) ++past.first_new;
                            past.committed.push_back(record);
                            return {};
                          }));
  if (has_late_event(past)) past.first_new = 0;
  return past;
}

struct Count {
  std::uint64_t decisions = 0;
  std::uint64_t unmatched = 0;
};

}  // namespace

Done count_new_decisions(School& school, const Library& library, std::int64_t learner_number, std::int64_t last_known) {
  TRY_ASSIGN(const Learner learner, load_learner(school, learner_number));
  TRY_ASSIGN(const Past past, load_past(school, learner, last_known));
  Done lookup;
  const auto find_base = [&](const measure::BaseName& name) -> std::optional<interpret::LearnerState> {
    auto base = find_issued_base(school, learner, name.state_hash);
    if (!base) lookup = tl::unexpected(std::move(base).error());
    return base && *base ? std::optional((*base)->state) : std::nullopt;
  };
  const auto find_named = [&](std::uint32_t, const Hash& name) -> std::optional<interpret::Parameters> {
    auto parameters = find_parameters(school, name);
    if (!parameters) lookup = tl::unexpected(std::move(parameters).error());
    return parameters ? std::move(*parameters) : std::nullopt;
  };
  const auto replayed = session::replay(past.committed, {library.curricula(), find_named, find_base}, past.first_new);
  TRY_DONE(lookup);
  std::map<DeviceId, Count> counts;
  for (const session::ReplayedDecision& decision : replayed) {
    ++counts[decision.device].decisions;
    if (decision.outcome != session::ReplayOutcome::Same) ++counts[decision.device].unmatched;
  }
  Database& database = school.database();
  if (past.first_new == 0) TRY_DONE(database.run("DELETE FROM decision_check WHERE learner = ?", learner_number));
  for (const auto& [device, count] : counts)
    TRY_DONE(
        database.run("INSERT INTO decision_check (learner, device, decisions, unmatched) SELECT ?1, number, ?3, ?4 "
                     "FROM device WHERE device = ?2 ON CONFLICT (learner, device) DO UPDATE SET "
                     "decisions = decisions + ?3, unmatched = unmatched + ?4",
                     learner_number, device, count.decisions, count.unmatched));
  return {};
}

}  // namespace hornbook::server

#include "runtime/session/replay.hpp"

#include <map>

#include "runtime/adapt/choose_next.hpp"

namespace hornbook::session {
namespace {

using measure::EventRecord;

// What one device knew, rebuilt event by event.
struct DevicePast {
  std::vector<const EventRecord*> events;
  interpret::LearnerState state;
  measure::SessionStart start;
  std::uint64_t epoch = 0;
  std::optional<interpret::Parameters> parameters;
  std::optional<ReplayOutcome> obstacle = ReplayOutcome::NoSessionStart;
};

class Replay {
 public:
  Replay(std::span<const EventRecord> committed, const interpret::CurriculumSet& curricula,
         const FindParameters& find_parameters)
      : committed_(committed), curricula_(curricula), find_parameters_(find_parameters) {}

  [[nodiscard]] std::vector<ReplayedDecision> run() {
    for (const EventRecord& record : committed_) take(record);
    return std::move(decisions_);
  }

 private:
  void take(const EventRecord& record) {
    DevicePast& past = devices_[record.device];
    if (const auto* start = std::get_if<measure::SessionStart>(&record.event.body))
      open(past, record, *start);
    else if (record.epoch != past.epoch)
      past.obstacle = ReplayOutcome::NoSessionStart;
    if (const auto* decision = std::get_if<measure::Decision>(&record.event.body)) check(past, record, *decision);
    past.events.push_back(&record);
    if (past.parameters) interpret::fold(past.state, record, curricula_, *past.parameters);
  }

  // The state that the device had just before it recorded the session start.
  void open(DevicePast& past, const EventRecord& record, const measure::SessionStart& start) const {
    past.start = start;
    past.epoch = record.epoch;
    past.obstacle.reset();
    past.parameters = find_parameters_(start.parameter_version, start.parameter_hash);
    if (!past.parameters) {
      past.obstacle = ReplayOutcome::UnknownParameters;
      return;
    }
    past.state = fold_covered(committed_, start.base.contains, curricula_, *past.parameters);
    if (interpret::hash_of(past.state) != start.base.state_hash) past.obstacle = ReplayOutcome::BaseDiffers;
    for (const EventRecord* own : past.events) {
      if (interpret::covers(start.base.contains, own->device, own->epoch, own->event.sequence)) continue;
      interpret::fold(past.state, *own, curricula_, *past.parameters);
    }
  }

  void check(const DevicePast& past, const EventRecord& record, const measure::Decision& recorded) {
    ReplayedDecision result{record.device, record.epoch, record.event.sequence, {}, recorded, std::nullopt};
    std::vector<adapt::PackInPlay> packs;
    bool all_known = true;
    for (const measure::PackBinding& binding : past.start.packs) {
      const auto found = curricula_.find(binding.pack_hash);
      all_known = all_known && found != curricula_.end();
      if (found != curricula_.end()) packs.push_back({binding.pack_index, found->second.get()});
    }
    if (past.obstacle) {
      result.outcome = *past.obstacle;
    } else if (!all_known) {
      result.outcome = ReplayOutcome::UnknownPack;
    } else {
      decide_again(past, record, packs, result);
    }
    decisions_.push_back(std::move(result));
  }

  static void decide_again(const DevicePast& past, const EventRecord& record, std::span<const adapt::PackInPlay> packs,
                           ReplayedDecision& result) {
    const auto session = past.state.open_sessions.find(record.device);
    result.outcome = ReplayOutcome::Different;
    if (session == past.state.open_sessions.end()) return;
    const UnixMs now = interpret::session_time(session->second, record.event.elapsed_ms);
    const Result<measure::Decision> again =
        adapt::choose_next(past.state, past.start.learner, packs, now, session->second.decisions, *past.parameters);
    if (!again) return;
    result.replayed = *again;
    if (*again == result.recorded) result.outcome = ReplayOutcome::Same;
  }

  std::span<const EventRecord> committed_;
  const interpret::CurriculumSet& curricula_;
  const FindParameters& find_parameters_;
  std::map<DeviceId, DevicePast> devices_;
  std::vector<ReplayedDecision> decisions_;
};

}  // namespace

interpret::LearnerState fold_covered(std::span<const EventRecord> committed, const measure::BaseVector& contains,
                                     const interpret::CurriculumSet& curricula,
                                     const interpret::Parameters& parameters) {
  interpret::LearnerState state;
  for (const EventRecord& record : committed) {
    if (!interpret::covers(contains, record.device, record.epoch, record.event.sequence)) continue;
    interpret::fold(state, record, curricula, parameters);
  }
  return state;
}

std::vector<ReplayedDecision> replay(std::span<const EventRecord> committed, const interpret::CurriculumSet& curricula,
                                     const FindParameters& parameters) {
  return Replay(committed, curricula, parameters).run();
}

}  // namespace hornbook::session

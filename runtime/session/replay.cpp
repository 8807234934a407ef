#include "runtime/session/replay.hpp"

#include <algorithm>
#include <map>

#include "runtime/adapt/choose_next.hpp"

namespace hornbook::session {
namespace {

using measure::EventRecord;

// One device's events, lived again in its own order.
class DeviceReplay {
 public:
  DeviceReplay(std::span<const EventRecord> committed, const ReplaySources& sources, std::vector<std::size_t> own)
      : committed_(committed), sources_(sources), own_(std::move(own)) {
    std::sort(own_.begin(), own_.end(), [&](std::size_t a, std::size_t b) {
      return std::pair(committed[a].epoch, committed[a].event.sequence) <
             std::pair(committed[b].epoch, committed[b].event.sequence);
    });
  }

  // Decisions by their position in the canonical order.
  void run(std::size_t first, std::map<std::size_t, ReplayedDecision>& decisions) {
    for (std::size_t place = first_session(first); place < own_.size(); ++place) {
      const EventRecord& record = committed_[own_[place]];
      if (const auto* start = std::get_if<measure::SessionStart>(&record.event.body))
        enter(record, *start, place);
      else if (record.epoch != epoch_)
        obstacle_ = ReplayOutcome::NoSessionStart;
      const auto* decision = std::get_if<measure::Decision>(&record.event.body);
      if (decision != nullptr && own_[place] >= first) decisions.emplace(own_[place], check(record, *decision));
      if (parameters_) interpret::fold(state_, record, sources_.curricula, *parameters_);
    }
  }

 private:
  // The session that the first wanted event belongs to: what comes before it is not lived again.
  [[nodiscard]] std::size_t first_session(std::size_t first) const {
    std::size_t session = 0;
    for (std::size_t place = 0; place < own_.size(); ++place) {
      if (std::holds_alternative<measure::SessionStart>(committed_[own_[place]].event.body)) session = place;
      if (own_[place] >= first) return session;
    }
    return own_.size();
  }

  [[nodiscard]] interpret::LearnerState base_of(const measure::SessionStart& start) const {
    if (start.base.contains.empty()) return {};
    if (sources_.find_base) {
      if (auto found = sources_.find_base(start.base)) return std::move(*found);
    }
    return fold_covered(committed_, start.base.contains, sources_.curricula, *parameters_);
  }

  // The state that the device had just before it recorded the session start.
  void enter(const EventRecord& record, const measure::SessionStart& start, std::size_t place) {
    start_ = &start;
    epoch_ = record.epoch;
    obstacle_.reset();
    parameters_ = sources_.find_parameters(start.parameter_version, start.parameter_hash);
    if (!parameters_) {
      obstacle_ = ReplayOutcome::UnknownParameters;
      return;
    }
    state_ = base_of(start);
    if (interpret::hash_of(state_) != start.base.state_hash) obstacle_ = ReplayOutcome::BaseDiffers;
    for (std::size_t earlier = 0; earlier < place; ++earlier) {
      const EventRecord& own = committed_[own_[earlier]];
      if (interpret::covers(start.base.contains, own.device, own.epoch, own.event.sequence)) continue;
      interpret::fold(state_, own, sources_.curricula, *parameters_);
    }
  }

  [[nodiscard]] ReplayedDecision check(const EventRecord& record, const measure::Decision& recorded) const {
    ReplayedDecision result{record.device, record.epoch, record.event.sequence, {}, recorded, std::nullopt};
    if (obstacle_) {
      result.outcome = *obstacle_;
      return result;
    }
    std::vector<adapt::PackInPlay> packs;
    for (const measure::PackBinding& binding : start_->packs) {
      const auto found = sources_.curricula.find(binding.pack_hash);
      if (found == sources_.curricula.end()) {
        result.outcome = ReplayOutcome::UnknownPack;
        return result;
      }
      packs.push_back({binding.pack_index, found->second.get()});
    }
    decide_again(record, packs, result);
    return result;
  }

  void decide_again(const EventRecord& record, std::span<const adapt::PackInPlay> packs,
                    ReplayedDecision& result) const {
    const auto session = state_.open_sessions.find(record.device);
    result.outcome = ReplayOutcome::Different;
    if (session == state_.open_sessions.end()) return;
    const UnixMs now = interpret::session_time(session->second, record.event.elapsed_ms);
    const Result<measure::Decision> again =
        adapt::choose_next(state_, start_->learner, packs, now, session->second.decisions, *parameters_);
    if (!again) return;
    result.replayed = *again;
    if (*again == result.recorded) result.outcome = ReplayOutcome::Same;
  }

  std::span<const EventRecord> committed_;
  const ReplaySources& sources_;
  std::vector<std::size_t> own_;  // positions in the canonical order
  interpret::LearnerState state_;
  const measure::SessionStart* start_ = nullptr;
  std::uint64_t epoch_ = 0;
  std::optional<interpret::Parameters> parameters_;
  std::optional<ReplayOutcome> obstacle_ = ReplayOutcome::NoSessionStart;
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

std::vector<ReplayedDecision> replay(std::span<const EventRecord> committed, const ReplaySources& sources,
                                     std::size_t first) {
  std::map<DeviceId, std::vector<std::size_t>> devices;
  for (std::size_t position = 0; position < committed.size(); ++position)
    devices[committed[position].device].push_back(position);
  std::map<std::size_t, ReplayedDecision> found;
  for (auto& [device, own] : devices) DeviceReplay(committed, sources, std::move(own)).run(first, found);
  std::vector<ReplayedDecision> decisions;
  for (auto& [position, decision] : found) decisions.push_back(std::move(decision));
  return decisions;
}

}  // namespace hornbook::session

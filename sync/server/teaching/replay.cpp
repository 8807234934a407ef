#include "sync/server/teaching/replay.hpp"

#include <algorithm>

#include "runtime/adapt/choose_next.hpp"
#include "sync/server/ingest/stored_events.hpp"
#include "sync/server/teaching/states.hpp"

namespace hornbook::server {
namespace {

struct PastEvent {
  std::int64_t commit_number = 0;
  measure::EventRecord record;
};

// A session as it is lived again.
struct Relived {
  interpret::LearnerState state;
  measure::SessionStart start;
  std::int64_t started_elapsed_ms = 0;
  bool base_known = false;
};

class Replayer {
 public:
  Replayer(School& school, const Library& library, const Learner& learner, std::vector<PastEvent> past)
      : school_(school), library_(library), learner_(learner), past_(std::move(past)) {}

  Result<ReplayCount> run(std::int64_t last_known) {
    for (std::size_t i = first_session(last_known); i < past_.size(); ++i) {
      const measure::EventRecord& record = past_[i].record;
      if (const auto* start = std::get_if<measure::SessionStart>(&record.event.body)) TRY_DONE(enter(*start, i));
      const auto* decision = std::get_if<measure::Decision>(&record.event.body);
      if (decision != nullptr && past_[i].commit_number > last_known) {
        ++count_.decisions;
        if (!matches(*decision, record.event)) ++count_.unmatched;
      }
      fold(session_.state, record);
    }
    return count_;
  }

 private:
  // The session that the first new event belongs to: what was replayed before is not replayed again.
  [[nodiscard]] std::size_t first_session(std::int64_t last_known) const {
    std::size_t session = 0;
    for (std::size_t i = 0; i < past_.size(); ++i) {
      if (std::holds_alternative<measure::SessionStart>(past_[i].record.event.body)) session = i;
      if (past_[i].commit_number > last_known) break;
    }
    return session;
  }

  void fold(interpret::LearnerState& state, const measure::EventRecord& record) {
    interpret::fold(state, record, library_.curricula(), parameters_);
  }

  // The base that the session named, and this device's own earlier events that it does not contain.
  Done enter(const measure::SessionStart& start, std::size_t position) {
    session_ = Relived{};
    session_.start = start;
    session_.started_elapsed_ms = past_[position].record.event.elapsed_ms;
    session_.base_known = start.base.contains.empty();
    if (!session_.base_known) {
      TRY_ASSIGN(const auto base, find_issued_base(school_, learner_, start.base.state_hash));
      if (!base) return {};
      session_.base_known = true;
      session_.state = base->state;
    }
    for (std::size_t i = 0; i < position; ++i) {
      const measure::EventRecord& record = past_[i].record;
      if (!interpret::covers(start.base.contains, record.device, record.epoch, record.event.sequence))
        fold(session_.state, record);
    }
    return {};
  }

  bool matches(const measure::Decision& decision, const measure::Event& event) {
    if (!session_.base_known) return false;
    std::vector<adapt::PackInPlay> packs;
    for (const measure::PackBinding& binding : session_.start.packs) {
      const auto curriculum = library_.curricula().find(binding.pack_hash);
      if (curriculum == library_.curricula().end()) return false;
      packs.push_back({binding.pack_index, curriculum->second.get()});
    }
    const UnixMs now = session_.start.time.unix_ms + (event.elapsed_ms - session_.started_elapsed_ms);
    const auto again =
        adapt::choose_next(session_.state, session_.start.learner, packs, now, decision.number, parameters_);
    return again && *again == decision;
  }

  School& school_;
  const Library& library_;
  const Learner& learner_;
  std::vector<PastEvent> past_;
  interpret::Parameters parameters_ = interpret::default_parameters();
  Relived session_;
  ReplayCount count_;
};

}  // namespace

Result<ReplayCount> replay_new_decisions(School& school, const Library& library, const Device& device,
                                         std::int64_t learner_number, std::int64_t last_known) {
  TRY_ASSIGN(const Learner learner, load_learner(school, learner_number));
  std::vector<PastEvent> past;
  const auto use = [&](std::int64_t commit_number, const measure::EventRecord& record) -> Done {
    if (record.device == *device.id) past.push_back({commit_number, record});
    return {};
  };
  TRY_DONE(for_each_event(school, learner_number, learner.data_key, 0, use));
  std::sort(past.begin(), past.end(), [](const PastEvent& a, const PastEvent& b) {
    return std::pair(a.record.epoch, a.record.event.sequence) < std::pair(b.record.epoch, b.record.event.sequence);
  });
  return Replayer(school, library, learner, std::move(past)).run(last_known);
}

}  // namespace hornbook::server

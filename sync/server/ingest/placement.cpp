#include "sync/server/ingest/placement.hpp"

#include <algorithm>
#include <set>

#include "runtime/measure/event_codec.hpp"
#include "sync/server/ingest/faults.hpp"
#include "sync/server/ingest/stored_events.hpp"
#include "sync/server/school/nameless.hpp"

namespace hornbook::server {
namespace {

// The station itself: its events concern no learner and lie under the school's key.
constexpr std::int64_t station_number = 0;

// What a teacher decides is written by the school into the learner's record. A device that writes it does so for
// nobody.
bool is_the_schools(const measure::EventBody& body) {
  if (const auto* goal = std::get_if<measure::GoalSet>(&body)) return goal->by == measure::DecidedBy::Teacher;
  return std::holds_alternative<measure::PlanSet>(body) || std::holds_alternative<measure::CheckAsked>(body);
}

struct Writing {
  std::int64_t learner = 0;
  SecretKey data_key;
  std::int64_t last_commit = 0;
};

class Placer {
 public:
  Placer(School& school, const Device& device, UnixMs now_ms, Statement insert)
      : school_(school), device_(device), now_ms_(now_ms), insert_(std::move(insert)) {}

  Done load_permissions() {
    TRY_ASSIGN(Statement row,
               school_.database().query("SELECT DISTINCT membership.learner FROM membership JOIN device_class ON "
                                        "device_class.class = membership.class WHERE device_class.device = ?",
                                        device_.number));
    while (true) {
      TRY_ASSIGN(const bool found, row.step());
      if (!found) break;
      permitted_.insert(row.integer(0));
    }
    TRY_ASSIGN(nameless_, nameless_of_device(school_, device_.number));
    return {};
  }

  // True when the event has its place now; false when it must wait.
  Result<bool> place(std::uint64_t epoch, const measure::Event& event) {
    if (is_the_schools(event.body)) {
      TRY_DONE(fault(FaultKind::NotTheDevices, epoch, event.sequence));
      return false;
    }
    if (const auto* start = std::get_if<measure::SessionStart>(&event.body)) {
      TRY_ASSIGN(const bool bound, bind(epoch, event, *start));
      if (!bound) return false;
    }
    TRY_ASSIGN(Writing* const writing, writing_for(epoch, event.learner_index));
    if (writing == nullptr) return false;
    TRY_ASSIGN(const Bytes plain, measure::encode_event(event));
    TRY_DONE(insert_.run_with(device_.number, epoch, event.sequence, writing->learner, writing->last_commit + 1,
                              seal_event(writing->data_key, device_, epoch, plain)));
    if (writing->learner != station_number) placed_.learners.emplace(writing->learner, writing->last_commit);
    ++writing->last_commit;
    ++placed_.events;
    return true;
  }

  Done keep_waiting(std::uint64_t epoch, const measure::Event& event) {
    ++placed_.waiting;
    return put_waiting(school_, device_, epoch, event);
  }

  Result<Placed> finish() {
    for (const auto& [number, writing] : writings_)
      if (number != station_number)
        TRY_DONE(
            school_.database().run("UPDATE learner SET commits = ? WHERE number = ?", writing.last_commit, number));
    return std::move(placed_);
  }

 private:
  Done fault(FaultKind kind, std::uint64_t epoch, std::uint64_t sequence) {
    return record_fault(school_, device_.number, {kind, epoch, sequence, 1, now_ms_});
  }

  // Binds the session's index to its learner. False when the device may not write for them.
  Result<bool> bind(std::uint64_t epoch, const measure::Event& event, const measure::SessionStart& start) {
    TRY_ASSIGN(auto learner, find_learner(school_, start.learner));
    if (!learner && start.provisional) {
      TRY_ASSIGN(learner, take_in_nameless(school_, device_.number, start.learner, start.language));
      if (learner) nameless_.emplace(*learner, std::nullopt);
    }
    if (!learner || !may_write_for(*learner)) {
      TRY_DONE(fault(FaultKind::ForeignLearner, epoch, event.sequence));
      return false;
    }
    TRY_ASSIGN(const auto bound, bound_learner(epoch, event.learner_index));
    if (bound && *bound == *learner) return true;
    if (bound || event.learner_index == 0) {
      TRY_DONE(fault(FaultKind::IndexReused, epoch, event.sequence));
      return false;
    }
    TRY_DONE(school_.database().run("INSERT INTO binding (device, epoch, learner_index, learner) VALUES (?, ?, ?, ?)",
                                    device_.number, epoch, event.learner_index, *learner));
    bindings_[{epoch, event.learner_index}] = *learner;
    return true;
  }

  [[nodiscard]] bool may_write_for(std::int64_t learner) const {
    return learner == station_number || permitted_.contains(learner) || nameless_.contains(learner);
  }

  // Whose record it is: that of a learner without a name may be part of another's by now.
  [[nodiscard]] std::int64_t owner_of(std::int64_t learner) const {
    const auto nameless = nameless_.find(learner);
    return nameless == nameless_.end() ? learner : nameless->second.value_or(learner);
  }

  Result<std::optional<std::int64_t>> bound_learner(std::uint64_t epoch, std::uint32_t index) {
    if (index == 0) return std::optional<std::int64_t>(station_number);
    const auto known = bindings_.find({epoch, index});
    if (known != bindings_.end()) return std::optional<std::int64_t>(known->second);
    TRY_ASSIGN(Statement row, school_.database().query(
                                  "SELECT learner FROM binding WHERE device = ? AND epoch = ? AND learner_index = ?",
                                  device_.number, epoch, index));
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return std::optional<std::int64_t>{};
    bindings_[{epoch, index}] = row.integer(0);
    return std::optional<std::int64_t>(row.integer(0));
  }

  // Null when the index is bound to nobody, or to a learner whom the device may no longer write for.
  Result<Writing*> writing_for(std::uint64_t epoch, std::uint32_t index) {
    TRY_ASSIGN(const auto learner, bound_learner(epoch, index));
    if (!learner || !may_write_for(*learner)) return nullptr;
    const std::int64_t owner = owner_of(*learner);
    const auto known = writings_.find(owner);
    if (known != writings_.end()) return &known->second;
    TRY_ASSIGN(Writing writing, open_writing(owner));
    return &writings_.emplace(owner, std::move(writing)).first->second;
  }

  Result<Writing> open_writing(std::int64_t learner) {
    TRY_ASSIGN(Statement row, school_.database().query(
                                  "SELECT coalesce(max(commit_number), 0) FROM event WHERE learner = ?", learner));
    TRY_ASSIGN(const bool found, row.step());
    const std::int64_t last_commit = found ? row.integer(0) : 0;
    if (learner == station_number) return Writing{learner, school_.vault().station_key(), last_commit};
    TRY_ASSIGN(SecretKey data_key, load_data_key(school_, learner));
    return Writing{learner, std::move(data_key), last_commit};
  }

  School& school_;
  const Device& device_;
  UnixMs now_ms_;
  Statement insert_;
  std::set<std::int64_t> permitted_;
  std::map<std::int64_t, std::optional<std::int64_t>> nameless_;  // of this device, and whose record theirs is part of
  std::map<std::pair<std::uint64_t, std::uint32_t>, std::int64_t> bindings_;
  std::map<std::int64_t, Writing> writings_;
  Placed placed_;
};

// Whether everything before `epoch` on its device is placed, as far as the headers tell. When the header just before is
// not known, its predecessors count as complete where they have no gap.
bool predecessor_is_placed(const KnownEpochs& epochs, const KnownEpoch& epoch) {
  const auto here = epochs.find(epoch.epoch);
  const bool has_neighbour = here != epochs.begin() && std::prev(here)->first + 1 == epoch.epoch;
  if (!has_neighbour) {
    if (epoch.previous_last_sequence > 0) return false;
    return here == epochs.begin() || std::prev(here)->second.placed_through >= std::prev(here)->second.stored.highest();
  }
  const KnownEpoch& before = std::prev(here)->second;
  return before.placed_through >= std::max(epoch.previous_last_sequence, before.stored.highest());
}

// Urgent events come before older ones, so that a gap below them alone says nothing yet.
using Events = std::map<EventPlace, measure::Event>;
bool only_urgent_above(const Events& events, const EventPlace& place) {
  bool any = false;
  for (auto next = events.upper_bound(place); next != events.end() && next->first.first == place.first; ++next) {
    if (!measure::is_urgent(next->second.body)) return false;
    any = true;
  }
  return any;
}

// Up to which sequence the epoch's events may be placed now.
std::uint64_t frontier_of(const KnownEpochs& epochs, KnownEpoch& epoch, const Events& events) {
  const bool has_gap = epoch.stored.highest() > epoch.stored.through();
  const bool may_start = predecessor_is_placed(epochs, epoch);
  if (may_start && !has_gap) {
    epoch.waited_bundles = 0;
    return epoch.stored.highest();
  }
  if (!only_urgent_above(events, {epoch.epoch, may_start ? epoch.stored.through() : 0})) ++epoch.waited_bundles;
  if (epoch.waited_bundles > gap_patience_bundles) return epoch.stored.highest();
  return may_start ? epoch.stored.through() : 0;
}

}  // namespace

Result<Placed> place_events(School& school, const Device& device, Arrivals& arrivals, UnixMs now_ms) {
  TRY_ASSIGN(Statement insert, school.database().prepare("INSERT INTO event (device, epoch, sequence, learner, "
                                                         "commit_number, body) VALUES (?, ?, ?, ?, ?, ?)"));
  Placer placer(school, device, now_ms, std::move(insert));
  TRY_DONE(placer.load_permissions());
  TRY_ASSIGN(auto events, take_waiting(school, device));
  events.merge(arrivals.events);
  auto next = events.begin();
  for (auto& [number, epoch] : arrivals.epochs) {
    const bool has_unplaced = epoch.stored.highest() > epoch.placed_through;
    const std::uint64_t frontier =
        std::max(epoch.placed_through, has_unplaced ? frontier_of(arrivals.epochs, epoch, events) : std::uint64_t{0});
    for (; next != events.end() && next->first.first == number; ++next) {
      bool placed = false;
      if (next->first.second <= frontier) {
        TRY_ASSIGN(placed, placer.place(number, next->second));
      }
      if (!placed) TRY_DONE(placer.keep_waiting(number, next->second));
    }
    const bool changed = has_unplaced || arrivals.touched.contains(number);
    epoch.placed_through = frontier;
    if (changed) TRY_DONE(save_epoch(school, device.number, epoch));
  }
  return placer.finish();
}

}  // namespace hornbook::server

// How good the detectors are: what they say beside what was planted. The figures are printed, and stand in
// runtime/interpret/MODEL.md.
#include <gtest/gtest.h>

#include <bitset>
#include <cstdio>

#include "runtime/core/crypto.hpp"
#include "tests/support/learners/observed_learner.hpp"
#include "tests/unit/platform/model/simulate/planted_sessions.hpp"

namespace hornbook::test {
namespace {

using interpret::detect::Detector;
using simulate::Behaviour;

struct Counts {
  double hits = 0, false_alarms = 0, misses = 0, quiet = 0;
  void add(bool planted, bool told) { ++(planted ? (told ? hits : misses) : (told ? false_alarms : quiet)); }
  [[nodiscard]] double precision() const { return hits + false_alarms > 0 ? hits / (hits + false_alarms) : 1; }
  [[nodiscard]] double recall() const { return hits + misses > 0 ? hits / (hits + misses) : 1; }
  [[nodiscard]] double f1() const { return hits > 0 ? 2 * hits / (2 * hits + false_alarms + misses) : 0; }
};

// What one session had, and what was told in it.
struct SessionSeen {
  std::bitset<16> told;  // by the detectors' numbers
  double guessed = 0, gamed = 0, idled = 0;
};

struct Figures {
  Counts guessed_items, gamed_items, idle_items;
  Counts guessing_sessions, gaming_sessions, idle_sessions;
  Counts persisters, tiring, stuck;    // learners
  std::map<Behaviour, Counts> alarms;  // of sessions in which nothing was planted: any alarm that has no ground
  std::map<Behaviour, std::array<double, 9>> told;  // sessions by detector; [0]: all
};

constexpr auto number(Detector detector) { return static_cast<std::size_t>(detector); }

bool is_honest(Behaviour behaviour) {
  return behaviour == Behaviour::SlowCareful || behaviour == Behaviour::FastFluent || behaviour == Behaviour::Typical;
}

class Judge {
 public:
  Judge(Figures& figures, Behaviour behaviour) : figures_(figures), behaviour_(behaviour) {}

  void read(const PlantedLearner& learner) {
    const interpret::CurriculumSet curricula{{learner.curriculum->pack_hash, learner.curriculum}};
    const interpret::Parameters parameters = interpret::default_parameters();
    std::size_t next = 0;
    for (std::size_t at = 0; at < learner.events.size(); ++at) {
      const auto& body = learner.events[at].event.body;
      const bool ends = std::holds_alternative<measure::SessionEnd>(body);
      if (ends || std::holds_alternative<measure::ItemPresented>(body)) close_item();
      interpret::fold(state_, learner.events[at], curricula, parameters);
      for (const Detector each : interpret::detect::all_detectors)
        if (interpret::detect::alarm_of(state_.detectors, each).is_on()) seen_.told.set(number(each));
      if (next < learner.items.size() && learner.items[next].first_event == at) item_ = &learner.items[next++].planted;
      if (ends) close_session();
    }
    close_learner();
  }

 private:
  void close_item() {
    if (item_ == nullptr) return;
    const interpret::detect::Detectors& detectors = state_.detectors;
    const auto concerns = [this](Behaviour planted) { return behaviour_ == planted || is_honest(behaviour_); };
    if (concerns(Behaviour::RapidGuesser))
      figures_.guessed_items.add(item_->rapid_guess, detectors.rapid_guessing.guessed >= 0.5);
    if (concerns(Behaviour::HintGamer))
      figures_.gamed_items.add(item_->gamed_hints, detectors.hint_gaming.gamed >= 0.5);
    if (concerns(Behaviour::Idler)) figures_.idle_items.add(item_->idled, detectors.idle.item_paused >= interpret::detect::pause_seen_at);
    seen_.guessed += item_->rapid_guess ? 1 : 0;
    seen_.gamed += item_->gamed_hints ? 1 : 0;
    seen_.idled += item_->idled ? 1 : 0;
    item_ = nullptr;
  }

  // One guessed or gamed item of a session alone is not yet behaviour, and counts neither way.
  void close_session() {
    const auto told = [this](Detector detector) { return seen_.told.test(number(detector)); };
    if (seen_.guessed != 1 && (is_honest(behaviour_) || behaviour_ == Behaviour::RapidGuesser))
      figures_.guessing_sessions.add(seen_.guessed > 1, told(Detector::RapidGuessing));
    if (seen_.gamed != 1 && (is_honest(behaviour_) || behaviour_ == Behaviour::HintGamer))
      figures_.gaming_sessions.add(seen_.gamed > 1, told(Detector::HintGaming));
    if (is_honest(behaviour_) || behaviour_ == Behaviour::Idler)
      figures_.idle_sessions.add(seen_.idled > 0, told(Detector::Idle));
    const bool groundless =
        (told(Detector::RapidGuessing) && seen_.guessed == 0) || (told(Detector::HintGaming) && seen_.gamed == 0) ||
        (told(Detector::Idle) && seen_.idled == 0) || told(Detector::Fatigue) || told(Detector::Frustration);
    figures_.alarms[behaviour_].add(false, groundless);
    ++figures_.told[behaviour_][0];
    for (const Detector each : interpret::detect::all_detectors)
      figures_.told[behaviour_][number(each)] += told(each) ? 1 : 0;
    sessions_.push_back(seen_);
    seen_ = {};
  }

  void close_learner() {
    const auto sessions_with = [this](Detector detector) {
      return std::count_if(sessions_.begin(), sessions_.end(),
                           [&](const SessionSeen& each) { return each.told.test(number(detector)); });
    };
    const auto judge = [&](Counts& counts, Behaviour planted, bool told) {
      if (behaviour_ == planted || is_honest(behaviour_)) counts.add(behaviour_ == planted, told);
    };
    judge(figures_.persisters, Behaviour::Persister, sessions_with(Detector::Persistence) >= 2);
    judge(figures_.tiring, Behaviour::Tiring, sessions_with(Detector::Fatigue) >= 2);
    judge(figures_.stuck, Behaviour::Stuck,
          2 * sessions_with(Detector::WheelSpinning) >= static_cast<std::ptrdiff_t>(sessions_.size()));
  }

  Figures& figures_;
  Behaviour behaviour_;
  interpret::LearnerState state_;
  const simulate::Planted* item_ = nullptr;
  SessionSeen seen_;
  std::vector<SessionSeen> sessions_;
};

void print(const char* what, const Counts& counts) {
  std::printf("  %-20s precision %.3f  recall %.3f  F1 %.3f  (%.0f planted)\n", what, counts.precision(),
              counts.recall(), counts.f1(), counts.hits + counts.misses);
}

void print(const char* title, const Figures& figures) {
  std::printf("%s\n", title);
  print("guessed items", figures.guessed_items);
  print("gamed items", figures.gamed_items);
  print("idle items", figures.idle_items);
  print("guessing sessions", figures.guessing_sessions);
  print("gaming sessions", figures.gaming_sessions);
  print("idle sessions", figures.idle_sessions);
  print("persisters", figures.persisters);
  print("tiring learners", figures.tiring);
  print("stuck learners", figures.stuck);
  std::printf("  share of sessions (%%)   guess  hints  wheel   idle  tired  frust  persi   easy\n");
  for (const auto& [behaviour, told] : figures.told) {
    std::printf("  %-20s", std::string(name_of(behaviour)).c_str());
    for (std::size_t at = 1; at < told.size(); ++at) std::printf("  %5.1f", 100 * told[at] / told[0]);
    std::printf("\n");
  }
  for (const auto& [behaviour, counts] : figures.alarms)
    std::printf("  groundless alarms, %-18s %.4f of %.0f sessions\n", std::string(name_of(behaviour)).c_str(),
                counts.false_alarms / (counts.false_alarms + counts.quiet), counts.false_alarms + counts.quiet);
}

PlantedLearner planted_in(ObservedLearner observed) {
  PlantedLearner learner{observed.curriculum, std::move(observed.events), {}};
  for (const ObservedItem& item : observed.items) learner.items.push_back({item.first_event, item.performance.planted});
  return learner;
}

template <class RangesOf>
Figures judge_school(RangesOf ranges_of_behaviour, std::uint64_t first_seed) {
  Figures figures;
  std::uint64_t seed = first_seed;
  for (const Behaviour behaviour : simulate::all_behaviours) {
    for (const simulate::FamilyKind family : simulate::all_families) {
      for (int learner = 0; learner < 8; ++learner)
        Judge(figures, behaviour)
            .read(planted_in(observe_learner(family, ranges_of_behaviour(behaviour), 200, ++seed)));
    }
  }
  return figures;
}

Figures judge_crude(std::uint64_t first_seed) {
  Figures figures;
  std::uint64_t seed = first_seed;
  for (const Behaviour behaviour : simulate::all_behaviours) {
    if (behaviour == Behaviour::LongAbsent) continue;
    for (int learner = 0; learner < 40; ++learner)
      Judge(figures, behaviour).read(PlantedSessions(behaviour, ++seed).make(8));
  }
  return figures;
}

double groundless(const Figures& figures, Behaviour behaviour) {
  const Counts& counts = figures.alarms.at(behaviour);
  return counts.false_alarms / (counts.false_alarms + counts.quiet);
}

TEST(DetectorFigures, OnTheRangesTheyWereMadeWith) {
  ASSERT_TRUE(crypto_start().has_value());
  const Figures figures = judge_school([](Behaviour behaviour) { return simulate::ranges_of(behaviour); }, 500'000);
  print("default ranges", figures);
  for (const Counts* counts : {&figures.guessed_items, &figures.gamed_items, &figures.guessing_sessions,
                               &figures.gaming_sessions, &figures.idle_sessions})
    EXPECT_GE(counts->f1(), 0.9);
  EXPECT_LE(groundless(figures, Behaviour::SlowCareful), 0.03);
}

TEST(DetectorFigures, OnRangesHeldOut) {
  ASSERT_TRUE(crypto_start().has_value());
  const Figures figures = judge_school([](Behaviour behaviour) { return held_out_ranges_of(behaviour); }, 900'000);
  print("held-out ranges", figures);
  for (const Counts* counts : {&figures.guessed_items, &figures.gamed_items}) EXPECT_GE(counts->f1(), 0.8);
}

TEST(DetectorFigures, OnAnotherGenerator) {
  ASSERT_TRUE(crypto_start().has_value());
  const Figures figures = judge_crude(700'000);
  print("gamma and uniform times", figures);
  for (const Counts* counts : {&figures.guessed_items, &figures.gamed_items}) EXPECT_GE(counts->f1(), 0.8);
}

}  // namespace
}  // namespace hornbook::test

// How good the detectors are on the third generator, which was written before their rules and looked at after them.
// The figures are printed, and stand in runtime/interpret/MODEL.md.
#include <gtest/gtest.h>

#include <bitset>

#include "tests/support/learners/mixed_school.hpp"
#include "tests/unit/platform/model/simulate/detector_counts.hpp"

namespace hornbook::test {
namespace {

using interpret::detect::Detector;

constexpr int learners_of_a_kind = 60;
constexpr int sessions_of_a_learner = 6;

struct SchoolFigures {
  std::map<Detector, Counts> sessions;  // planted for it, beside those of slow, fluent and typical learners
  Counts guessed_items, gamed_items, idle_items;
  Counts skills;                                // by definition
  std::map<Pupil, std::array<double, 9>> told;  // sessions by detector; [0]: all
  std::map<Pupil, Counts> groundless;           // sessions with an alarm that nothing explains
};

std::optional<Detector> planted_for(Pupil pupil) {
  switch (pupil) {
    case Pupil::RapidGuesser:
      return Detector::RapidGuessing;
    case Pupil::HintGamer:
      return Detector::HintGaming;
    case Pupil::Idler:
      return Detector::Idle;
    case Pupil::Tiring:
      return Detector::Fatigue;
    case Pupil::Spinner:
      return Detector::WheelSpinning;
    case Pupil::Frustrated:
      return Detector::Frustration;
    case Pupil::Persister:
      return Detector::Persistence;
    case Pupil::Bored:
      return Detector::TooEasy;
    case Pupil::SlowCareful:
    case Pupil::FastFluent:
    case Pupil::Typical:
    case Pupil::Struggler:
    case Pupil::Mixed:
      break;
  }
  return std::nullopt;
}

class SchoolJudge {
 public:
  SchoolJudge(SchoolFigures& figures, Pupil pupil) : figures_(figures), pupil_(pupil) {}

  void read(const MixedLearner& learner) {
    const interpret::CurriculumSet curricula{{learner.curriculum->pack_hash, learner.curriculum}};
    const interpret::Parameters parameters = interpret::default_parameters();
    std::size_t next = 0;
    for (std::size_t at = 0; at < learner.events.size(); ++at) {
      const auto& body = learner.events[at].event.body;
      const bool ends = std::holds_alternative<measure::SessionEnd>(body);
      if (ends || std::holds_alternative<measure::ItemPresented>(body)) close_item();
      if (next < learner.items.size() && learner.items[next].first_event == at) item_ = &learner.items[next++];
      if (const auto* shown = std::get_if<measure::ItemPresented>(&body))
        practised_ = skills_of(*learner.curriculum, shown->item_index);
      if (const auto* response = std::get_if<measure::Response>(&body)) take(*response);
      interpret::fold(state_, learner.events[at], curricula, parameters);
      note_alarms();
      if (ends) close_session(learner.planted[session_++]);
    }
    skills_.count(figures_.skills);
    for (const auto& [told, wheels] : sessions_) close_honest(told, wheels);
  }

 private:
  [[nodiscard]] bool is_honest() const { return pupil_ <= Pupil::Typical; }

  void take(const measure::Response& response) {
    if (response.attempt == 1 && !item_->guessed && !item_->gamed)
      for (const SkillKey skill : practised_) skills_.take(skill, response.correct && response.hints_used == 0);
  }

  void note_alarms() {
    for (const Detector each : interpret::detect::all_detectors)
      if (interpret::detect::alarm_of(state_.detectors, each).is_on()) told_.set(number_of(each));
    if (!state_.detectors.wheel_spinning.alarm.is_on()) return;
    skills_.tell(state_.detectors.wheel_spinning.skill);
    if (interpret::detect::alarm_of(state_.detectors, Detector::WheelSpinning).is_on())
      wheels_.insert(state_.detectors.wheel_spinning.skill);
  }

  void close_item() {
    if (item_ == nullptr) return;
    const interpret::detect::Detectors& detectors = state_.detectors;
    if (is_honest() || pupil_ == Pupil::RapidGuesser)
      figures_.guessed_items.add(item_->guessed, detectors.rapid_guessing.guessed >= 0.5);
    if (is_honest() || pupil_ == Pupil::HintGamer)
      figures_.gamed_items.add(item_->gamed, detectors.hint_gaming.gamed >= 0.5);
    if (is_honest() || pupil_ == Pupil::Idler)
      figures_.idle_items.add(item_->idled, detectors.idle.item_paused >= interpret::detect::pause_seen_at);
    item_ = nullptr;
  }

  void close_session(bool planted) {
    for (const Pupil other : all_pupils) {
      const std::optional<Detector> detector = planted_for(other);
      if (detector && (other == pupil_ || is_honest()))
        figures_.sessions[*detector].add(other == pupil_ && planted, told_.test(number_of(*detector)));
    }
    auto& told = figures_.told[pupil_];
    ++told[0];
    for (std::size_t at = 1; at < told.size(); ++at) told[at] += told_.test(at) ? 1 : 0;
    sessions_.emplace_back(told_, wheels_);
    told_ = {};
    wheels_ = {};
  }

  // Persistence and "too easy" blame nobody, and a skill that spins by definition is no false alarm.
  void close_honest(std::bitset<16> told, const std::set<SkillKey>& wheels) {
    bool groundless =
        std::any_of(wheels.begin(), wheels.end(), [this](SkillKey skill) { return skills_.got_there_in_time(skill); });
    for (const Detector each :
         {Detector::RapidGuessing, Detector::HintGaming, Detector::Idle, Detector::Fatigue, Detector::Frustration})
      groundless = groundless || told.test(number_of(each));
    figures_.groundless[pupil_].add(false, groundless);
  }

  SchoolFigures& figures_;
  Pupil pupil_;
  interpret::LearnerState state_;
  const MixedItem* item_ = nullptr;
  std::vector<SkillKey> practised_;
  std::size_t session_ = 0;
  std::bitset<16> told_;
  std::set<SkillKey> wheels_;  // skills that were told to spin
  std::vector<std::pair<std::bitset<16>, std::set<SkillKey>>> sessions_;
  SkillsByDefinition skills_;
};

void print(const SchoolFigures& figures) {
  std::printf("third generator\n");
  for (const auto& [detector, counts] : figures.sessions) print(interpret::detect::name_of(detector), counts);
  print("guessed items", figures.guessed_items);
  print("gamed items", figures.gamed_items);
  print("idle items", figures.idle_items);
  print("skills that spin", figures.skills);
  std::printf("  share of sessions (%%)   guess  hints  wheel   idle  tired  frust  persi   easy  groundless\n");
  for (const auto& [pupil, told] : figures.told) {
    std::printf("  %-20s", std::string(name_of(pupil)).c_str());
    for (std::size_t at = 1; at < told.size(); ++at) std::printf("  %5.1f", 100 * told[at] / told[0]);
    std::printf("  %5.1f\n", 100 * figures.groundless.at(pupil).false_share());
  }
}

TEST(DetectorFigures, OnASchoolThatTheRulesNeverSaw) {
  SchoolFigures figures;
  std::uint64_t seed = 0;
  for (const Pupil pupil : all_pupils)
    for (int learner = 0; learner < learners_of_a_kind; ++learner)
      SchoolJudge(figures, pupil).read(mixed_learner(pupil, sessions_of_a_learner, ++seed));
  print(figures);
  for (const Detector detector :
       {Detector::RapidGuessing, Detector::HintGaming, Detector::Idle, Detector::Frustration, Detector::Persistence})
    EXPECT_GE(figures.sessions.at(detector).f1(), 0.9) << name_of(detector);
  for (const Counts* counts : {&figures.guessed_items, &figures.gamed_items, &figures.idle_items})
    EXPECT_GE(counts->f1(), 0.9);
  for (const Pupil pupil : {Pupil::SlowCareful, Pupil::FastFluent})
    EXPECT_LE(figures.groundless.at(pupil).false_share(), 0.02) << name_of(pupil);
  EXPECT_GE(figures.skills.f1(), 0.88);                                // missed
  EXPECT_GE(figures.sessions.at(Detector::WheelSpinning).f1(), 0.78);  // missed
  EXPECT_GE(figures.sessions.at(Detector::Fatigue).f1(), 0.34);        // missed
  EXPECT_GE(figures.sessions.at(Detector::TooEasy).f1(), 0.66);        // missed
}

}  // namespace
}  // namespace hornbook::test

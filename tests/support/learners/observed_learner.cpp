#include "tests/support/learners/observed_learner.hpp"

#include "platform/programs/model/simulate/practise.hpp"
#include "platform/programs/model/simulate/station_engine.hpp"

namespace hornbook::test {

using namespace simulate;

namespace {

constexpr double calibration_log_deviation = 0.2;

std::shared_ptr<const interpret::Curriculum> with_times(const interpret::Curriculum& curriculum, const Course& course,
                                                        std::uint64_t seed) {
  SeededRandom random = stream_of(seed, {41});
  auto timed = std::make_shared<interpret::Curriculum>(curriculum);
  for (interpret::ItemNode& item : timed->items)
    item.typical_ms = static_cast<std::uint32_t>(
        1000 * log_normal(random, course.items[item.key - 1].seconds, calibration_log_deviation));
  return timed;
}

}  // namespace

ObservedLearner observe_learner(FamilyKind family_kind, const MannerRanges& ranges, std::size_t items,
                                std::uint64_t seed, ItemTimes times) {
  SeededRandom random = stream_of(seed, {40});
  const Course course = make_course({.skills = 6}, random);
  const std::unique_ptr<Family> family = make_family(family_kind, course, random);
  const Manner manner = draw_manner(ranges, random);
  const Aptitude aptitude{normal(random), normal(random), 0};
  Student student = make_student(course, *family, manner, aptitude, seed);
  const SkillList skills{0, 1, 2, 3, 4, 5};
  StationEngine engine(course, skills, seed, WhenEnough::WantsMore);
  Schedule schedule;
  schedule.items_max = items;
  ObservedLearner observed;
  observed.manner = manner;
  observed.curriculum = curriculum_of(course, skills);
  if (times == ItemTimes::Calibrated) observed.curriculum = with_times(*observed.curriculum, course, seed);
  practise(student, engine, schedule, seed, [&](std::size_t, const Performance& performance, UnixMs) {
    std::size_t at = engine.events().size() - 1;
    while (!std::holds_alternative<measure::ItemPresented>(engine.events()[at].event.body)) --at;
    const auto& presented = std::get<measure::ItemPresented>(engine.events()[at].event.body);
    observed.items.push_back({at, presented.item_index, performance});
    return false;
  });
  observed.events = engine.events();
  return observed;
}

MannerRanges held_out_ranges_of(Behaviour behaviour) {
  MannerRanges ranges = ranges_of(behaviour);
  ranges.time_log_deviation = {0.25, 0.7};
  ranges.hint_when_unsure = {0, 0.7};
  ranges.hint_reading_ms = {3500, 22'000};
  switch (behaviour) {
    case Behaviour::Typical:
    case Behaviour::LongAbsent:
    case Behaviour::Stuck:
      ranges.time_factor = {0.5, 2.2};
      break;
    case Behaviour::RapidGuesser:
      ranges.guess_bout = {0.02, 0.3};
      ranges.guess_bout_items = {2, 15};
      ranges.guess_ms = {350, 2600};
      break;
    case Behaviour::HintGamer:
      ranges.gaming_share = {0.2, 0.95};
      ranges.gaming_dwell_ms = {200, 2500};
      break;
    case Behaviour::Idler:
      ranges.idle_share = {0.05, 0.35};
      ranges.idle_ms = {45'000, 900'000};
      break;
    case Behaviour::Persister:
      ranges.time_factor = {0.9, 2.6};
      ranges.hint_when_unsure = {0, 0.2};
      break;
    case Behaviour::SlowCareful:
      ranges.time_factor = {1.6, 4.5};
      break;
    case Behaviour::FastFluent:
      ranges.time_factor = {0.15, 0.6};
      break;
    case Behaviour::Tiring:
      ranges.tiring_after_min = {3, 10};
      ranges.tiring_logits_a_min = {0.1, 0.5};
      break;
  }
  return ranges;
}

}  // namespace hornbook::test

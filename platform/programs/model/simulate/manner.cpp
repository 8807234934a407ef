#include "platform/programs/model/simulate/manner.hpp"

namespace hornbook::simulate {

std::string_view name_of(Behaviour behaviour) {
  switch (behaviour) {
    case Behaviour::Typical:
      return "typical";
    case Behaviour::RapidGuesser:
      return "rapid guesser";
    case Behaviour::HintGamer:
      return "hint gamer";
    case Behaviour::Idler:
      return "idler";
    case Behaviour::Persister:
      return "persister";
    case Behaviour::SlowCareful:
      return "slow and careful";
    case Behaviour::FastFluent:
      return "fast and fluent";
    case Behaviour::LongAbsent:
      return "absent for weeks";
    case Behaviour::Tiring:
      return "tiring";
    case Behaviour::Stuck:
      return "stuck";
  }
  return "";
}

MannerRanges ranges_of(Behaviour behaviour) {
  MannerRanges ranges;
  switch (behaviour) {
    case Behaviour::Typical:
      break;
    case Behaviour::RapidGuesser:
      ranges.guess_bout = {0.04, 0.15};
      ranges.level_shift = {-1, 0};
      break;
    case Behaviour::HintGamer:
      ranges.gaming_share = {0.3, 0.8};
      ranges.level_shift = {-1, 0};
      break;
    case Behaviour::Idler:
      ranges.idle_share = {0.08, 0.25};
      ranges.idle_ms = {60'000, 420'000};
      break;
    case Behaviour::Persister:
      ranges.time_factor = {1.2, 2};
      ranges.hint_when_unsure = {0, 0.1};
      ranges.retry_time_factor = {0.9, 1.6};
      ranges.failure_effort = {1.3, 1.7};
      ranges.level_shift = {-1.2, -0.3};
      break;
    case Behaviour::SlowCareful:
      ranges.time_factor = {1.8, 3.2};
      ranges.time_log_deviation = {0.25, 0.45};
      ranges.care = {0.2, 0.5};
      ranges.hint_reading_ms = {12'000, 30'000};
      break;
    case Behaviour::FastFluent:
      ranges.time_factor = {0.25, 0.5};
      ranges.time_log_deviation = {0.2, 0.4};
      ranges.level_shift = {0.8, 1.8};
      ranges.pace_shift = {0.3, 1.2};
      break;
    case Behaviour::LongAbsent:
      ranges.weeks_away_begin = {0.03, 0.08};
      ranges.weeks_away = {2, 6};
      break;
    case Behaviour::Tiring:
      ranges.tiring_after_min = {4, 8};
      ranges.tiring_logits_a_min = {0.15, 0.35};
      break;
    case Behaviour::Stuck:
      ranges.level_shift = {-1.5, -0.5};
      ranges.pace_shift = {-3, -1.5};
      break;
  }
  return ranges;
}

Manner draw_manner(const MannerRanges& ranges, SeededRandom& random) {
  Manner manner;
  manner.time_factor = uniform(random, ranges.time_factor);
  manner.time_log_deviation = uniform(random, ranges.time_log_deviation);
  manner.guess_bout = uniform(random, ranges.guess_bout);
  manner.guess_bout_items = uniform(random, ranges.guess_bout_items);
  manner.guess_ms = uniform(random, ranges.guess_ms);
  manner.hint_when_unsure = uniform(random, ranges.hint_when_unsure);
  manner.hint_reading_ms = uniform(random, ranges.hint_reading_ms);
  manner.gaming_share = uniform(random, ranges.gaming_share);
  manner.gaming_dwell_ms = uniform(random, ranges.gaming_dwell_ms);
  manner.idle_share = uniform(random, ranges.idle_share);
  manner.idle_ms = ranges.idle_ms;
  manner.retry_time_factor = uniform(random, ranges.retry_time_factor);
  manner.failure_effort = uniform(random, ranges.failure_effort);
  manner.care = uniform(random, ranges.care);
  manner.level_shift = uniform(random, ranges.level_shift);
  manner.pace_shift = uniform(random, ranges.pace_shift);
  manner.tiring_after_min = uniform(random, ranges.tiring_after_min);
  manner.tiring_logits_a_min = uniform(random, ranges.tiring_logits_a_min);
  manner.day_missed = uniform(random, ranges.day_missed);
  manner.weeks_away_begin = uniform(random, ranges.weeks_away_begin);
  manner.weeks_away = ranges.weeks_away;
  return manner;
}

Behaviour draw_behaviour(SeededRandom& random) {
  const double place = uniform(random);
  double sum = 0;
  for (const Behaviour behaviour : all_behaviours) {
    const bool is_common = behaviour == Behaviour::SlowCareful || behaviour == Behaviour::FastFluent;
    const double share = behaviour == Behaviour::Typical ? 0.56 : is_common ? 0.08 : 0.04;
    sum += share;
    if (place < sum) return behaviour;
  }
  return Behaviour::Typical;
}

}  // namespace hornbook::simulate

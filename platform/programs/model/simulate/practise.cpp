#include "platform/programs/model/simulate/practise.hpp"

namespace hornbook::simulate {
namespace {

constexpr std::int64_t ms_a_day = 24LL * 60 * 60 * 1000;
constexpr double ms_a_minute = 60'000;
// Between the feedback of one item and the next.
constexpr Range pause_ms{1500, 5000};

UnixMs school_day(const Schedule& schedule, std::size_t day) {
  const auto days = static_cast<std::int64_t>(day / 5 * 7 + day % 5);
  return schedule.first_monday_ms + days * ms_a_day;
}

// Whether there is more to come.
bool sit_through(Student& student, Policy& policy, UnixMs start, std::size_t& items, const Schedule& schedule,
                 SeededRandom& random, const AfterItem& after_item) {
  UnixMs now = start;
  policy.begin_session(now);
  bool goes_on = true;
  while (goes_on && now < start + schedule.session_ms) {
    const std::optional<std::size_t> item = policy.choose(now);
    if (!item) break;  // enough for today
    const Performance performance = student.work_on(*item, now, static_cast<double>(now - start) / ms_a_minute);
    policy.record(*item, performance, now);
    goes_on = !after_item(*item, performance, now) && ++items < schedule.items_max;
    now += performance.duration_ms() + static_cast<std::int64_t>(uniform(random, pause_ms));
  }
  policy.end_session(now);
  return goes_on;
}

}  // namespace

void practise(Student& student, Policy& policy, const Schedule& schedule, std::uint64_t seed,
              const AfterItem& after_item) {
  SeededRandom days = stream_of(seed, {4});
  SeededRandom pauses = stream_of(seed, {5});
  std::size_t items = 0;
  bool goes_on = true;
  for (std::size_t day = 0; goes_on && day < schedule.school_days_max; ++day) {
    const auto turn = static_cast<std::int64_t>(uniform(days) * static_cast<double>(schedule.latest_start_ms));
    const bool is_station_day = happens(days, schedule.days_share);
    const bool comes = student.comes_to_school();
    if (!is_station_day || !comes) continue;
    goes_on = sit_through(student, policy, school_day(schedule, day) + turn, items, schedule, pauses, after_item);
  }
}

}  // namespace hornbook::simulate

#include "tests/support/field_school.hpp"

#include <algorithm>
#include <span>

#include "runtime/journal/writer.hpp"
#include "sync/client/inbox.hpp"
#include "sync/client/outbox.hpp"
#include "sync/device/enrol.hpp"
#include "sync/server/ingest/exchange.hpp"
#include "sync/server/roster/import.hpp"
#include "sync/server/school/devices.hpp"
#include "sync/server/school/learners.hpp"
#include "tests/support/class_day.hpp"
#include "tests/support/simulated_clock.hpp"

namespace hornbook::test {
namespace {

constexpr const char* class_title = "4 Robin";
constexpr std::int64_t a_day_ms = 24 * 60 * 60'000;

Result<server::School> open_school(const std::filesystem::path& folder) {
  return server::School::open({folder, std::nullopt});
}

server::RosterFiles roster_of(std::size_t learners) {
  std::string users = "sourcedId,givenName,familyName\n";
  std::string enrolments = "sourcedId,classSourcedId,userSourcedId,role\n";
  for (std::size_t i = 1; i <= learners; ++i) {
    const std::string number = std::to_string(i);
    users += "u" + number + ",Learner,Number " + number + "\n";
    enrolments += "e" + number + ",k1,u" + number + ",student\n";
  }
  return {{"classes.csv", std::string("sourcedId,title\nk1,") + class_title + "\n"},
          {"users.csv", users},
          {"enrollments.csv", enrolments}};
}

}  // namespace

Result<FieldSchool> FieldSchool::create(const std::filesystem::path& folder, std::size_t learners,
                                        const std::string& url) {
  FieldSchool made(folder, url);
  const SimulatedClock clock;
  TRY_ASSIGN(server::School school,
             server::School::create({made.server_data(), std::nullopt}, "Lake School", clock.now().unix_ms));
  TRY_ASSIGN(const auto draft, server::read_one_roster(roster_of(learners)));
  TRY_ASSIGN([[maybe_unused]] const auto imported, server::import_roster(school, draft));
  for (std::size_t i = 1; i <= learners; ++i) {
    TRY_ASSIGN(const auto number, server::find_learner_by_source(school, "u" + std::to_string(i)));
    if (!number) return fail(ErrorCode::OurBug, "test", "a learner is missing");
    TRY_ASSIGN(const server::Learner learner, server::load_learner(school, *number));
    made.learners_.push_back(learner.id);
  }
  return made;
}

Result<std::filesystem::path> FieldSchool::add_device() {
  TRY_ASSIGN(server::School school, open_school(server_data()));
  const SimulatedClock clock;
  const std::string name = "Station " + std::to_string(++devices_);
  const server::EnrolmentOrder order{name, journal::Profile::Station, url_, a_day_ms * 3650, clock.now().unix_ms};
  TRY_ASSIGN(const auto file, server::order_enrolment(school, order));
  TRY_ASSIGN(const auto device, server::find_device_by_name(school, name));
  TRY_ASSIGN(const auto group, server::find_class(school, class_title));
  TRY_DONE(server::assign_class(school, group.number, device.number));
  const std::filesystem::path data = folder_ / ("device-" + std::to_string(devices_));
  TRY_ASSIGN([[maybe_unused]] const auto enrolled, device::enrol(data, bundle::to_json(file)));
  return data;
}

Done FieldSchool::first_sync(const std::filesystem::path& device) const {
  TRY_ASSIGN(server::School school, open_school(server_data()));
  server::Library library;
  TRY_ASSIGN(device::DeviceFolder folder, device::open_device_folder(device));
  TRY_ASSIGN(const device::Outbox outbox, device::collect(folder, limits::exchange_event_bytes_max));
  TRY_ASSIGN(const auto exchanged, server::exchange(school, library, outbox.bundle, SimulatedClock().now().unix_ms));
  return device::take_in(folder, exchanged.reply);
}

Done FieldSchool::practise(const std::filesystem::path& device, std::size_t events, std::uint64_t seed) const {
  TRY_ASSIGN(const auto identity, journal::load_identity(device));
  const SimulatedClock clock;
  TRY_ASSIGN(auto writer, journal::Writer::open(device, identity, clock, "boot"));
  std::vector<measure::Event> day = ClassDay(seed).take(events);
  for (measure::Event& event : day)
    if (auto* start = std::get_if<measure::SessionStart>(&event.body))
      start->learner = learners_[(event.learner_index + seed) % learners_.size()];
  constexpr std::size_t commit_events = 16;
  for (std::size_t at = 0; at < day.size(); at += commit_events)
    TRY_DONE(writer.append(std::span(day).subspan(at, std::min(commit_events, day.size() - at))));
  return writer.seal();
}

Result<std::uint64_t> FieldSchool::events_stored() const {
  TRY_ASSIGN(server::School school, open_school(server_data()));
  TRY_ASSIGN(server::Statement row, school.database().query("SELECT (SELECT count(*) FROM event) + "
                                                            "(SELECT count(*) FROM waiting_event)"));
  TRY_ASSIGN([[maybe_unused]] const bool found, row.step());
  return row.number(0);
}

}  // namespace hornbook::test

// seed_school DIR: makes the school that the browser tests look at, through the same doors that people and devices use.
// What stands in it is written once more, by hand, in class_page.mjs.
#include <cstdio>

#include "platform/system/clock.hpp"
#include "runtime/interpret/learner_state.hpp"
#include "sync/server/ingest/exchange.hpp"
#include "sync/server/roster/import.hpp"
#include "sync/server/school/accounts.hpp"
#include "sync/server/school/devices.hpp"
#include "sync/server/school/learners.hpp"
#include "sync/server/store/files.hpp"
#include "tests/support/with_crypto.hpp"
#include "tests/unit/sync/server/device_card.hpp"
#include "tests/unit/sync/server/sample_pack.hpp"

namespace hornbook {
namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t day_ms = 24 * 60 * minute_ms;

struct Answered {
  std::uint32_t item = 0;  // two items a skill
  bool correct = false;
  std::uint8_t hints = 0;
  std::string written{};  // in place of a choice, when it is for a person to read
  std::string drawn{};    // the code of a drawing beside it
};

struct Lesson {
  std::string source;       // of the learner, in the roster; empty: nobody knows whose it is
  std::int64_t age_ms = 0;  // how long ago it began
  std::vector<Answered> answers;
  bool wants_to_talk = false;
};

const server::RosterFiles roster{
    {"classes.csv", "sourcedId,title\nk1,4 Robin\nk2,5 Heron\n"},
    {"users.csv",
     "sourcedId,givenName,familyName\nu1,Amina,Diallo\nu2,Bartolomé,Cruz\nu3,Chidi,<i>Okafor</i>\n"
     "u4,Dara,Sok\nu5,Elif,Yıldız-Papadopoulou\nu6,Farid,Rahimi\nu7,Gita,Nair\n"},
    {"enrollments.csv",
     "classSourcedId,userSourcedId,role\nk1,u1,student\nk1,u2,student\nk1,u3,student\nk1,u4,student\nk1,u5,student\n"
     "k1,u6,student\nk2,u7,student\n"}};

// Two eyes and a mouth.
std::string face() {
  return engage::code_of(std::vector<engage::Stroke>{
      {{1, 2}, {{430, 320}}}, {{1, 2}, {{590, 320}}}, {{3, 1}, {{400, 440}, {450, 500}, {570, 500}, {620, 440}}}});
}

const std::vector<Lesson> lessons{
    {"u1", 2 * day_ms, {{0, true}, {1, true}, {0, true}, {1, true}, {0, true}}},
    {"u1", 2 * 60 * minute_ms, {{0, true}, {1, true}, {2, false}, {3, true, 1}}},
    {"u2", 25 * minute_ms, {{0, false, 2}, {1, true}, {0, false}}},
    {"u3", 3 * day_ms, {{0, true}, {2, true, 3}}},
    {"", 40 * minute_ms, {{0, true}, {1, false}}},
    {"u5",
     5 * minute_ms,
     {{4, true}, {test::sample_writing_item, false, 0, "Half of <i>what</i>?\nIt depends."}},
     true},
    {"u6", 3 * minute_ms, {{test::sample_drawing_item, false, 0, "It <i>smiles</i>.", face()}}}};

class Seeding {
 public:
  explicit Seeding(server::School school, UnixMs now) : school_(std::move(school)), now_(now) {}

  Done run(const std::filesystem::path& directory) {
    TRY_ASSIGN(const server::RosterDraft draft, server::read_one_roster(roster));
    TRY_ASSIGN(const server::RosterReport report, server::import_roster(school_, draft));
    if (report.learners_new != 7) return fail(ErrorCode::OurBug, "seed", "the roster was not taken whole");
    TRY_DONE(server::add_account(school_, "teacher", server::Role::Administrator, "robins are red"));
    const std::filesystem::path file = directory / "sample.hbpack";
    TRY_DONE(server::write_private_file(file, pack_.file));
    TRY_ASSIGN(const Hash added, server::add_pack(school_, file, pack_.trust(), now_));
    if (added != pack_.hash) return fail(ErrorCode::OurBug, "seed", "another pack was added");
    TRY_DONE(teach());
    TRY_ASSIGN(const test::DeviceCard silent, card("Station by the window"));
    TRY_DONE(send(silent, silent.with_enrolment({}), now_ - 3 * day_ms));
    return order("Station in its box");
  }

 private:
  Done order(const std::string& name) {
    TRY_ASSIGN(const test::DeviceCard ordered, card(name));
    return {};
  }

  Result<test::DeviceCard> card(const std::string& name) {
    const server::EnrolmentOrder order{name, journal::Profile::Station, "https://127.0.0.1:1", 30 * day_ms,
                                       now_ - 10 * day_ms};
    TRY_ASSIGN(bundle::EnrolmentFile file, server::order_enrolment(school_, order));
    TRY_ASSIGN(const server::Device device, server::find_device_by_name(school_, name));
    TRY_ASSIGN(const server::SchoolClass robin, server::find_class(school_, "4 Robin"));
    TRY_DONE(server::assign_class(school_, robin.number, device.number));
    return test::DeviceCard(std::move(file));
  }

  Done send(const test::DeviceCard& from, const bundle::UpBundle& up, UnixMs at) {
    TRY_ASSIGN(const server::Exchanged exchanged, server::exchange(school_, library_, from.sealed(up), at));
    return exchanged.events_waiting == 0 ? Done{} : fail(ErrorCode::OurBug, "seed", "an event has no place");
  }

  Done teach() {
    TRY_ASSIGN(test::DeviceCard station, card("Station 1"));
    const test::OpenEpoch epoch = station.open_epoch(0);
    std::vector<measure::Event> events;
    std::uint32_t index = 0;
    for (const Lesson& lesson : lessons) TRY_DONE(add_lesson(events, ++index, lesson));
    TRY_DONE(send(station, station.with_enrolment(station.bundle(epoch, {station.segment(epoch, 0, events)})),
                  now_ - 4 * minute_ms));
    journal::Segment damaged = station.segment(epoch, 1, {{events.size() + 1, 0, 0, measure::ClockCorrected{}}});
    damaged.sealed.back() ^= 1;
    return send(station, station.bundle(epoch, {damaged}), now_ - 4 * minute_ms);
  }

  Done add_lesson(std::vector<measure::Event>& events, std::uint32_t index, const Lesson& lesson) {
    TRY_ASSIGN(const LearnerId learner, learner_of(lesson));
    std::int64_t elapsed_ms = static_cast<std::int64_t>(index) * 60 * minute_ms;
    const auto add = [&](measure::EventBody body) {
      events.push_back({events.size() + 1, index, elapsed_ms, std::move(body)});
      elapsed_ms += 10'000;
    };
    measure::SessionStart start;
    start.learner = learner;
    start.provisional = lesson.source.empty();
    start.base.state_hash = interpret::hash_of(interpret::LearnerState{});
    start.packs = {{0, pack_.hash}};
    start.time = {now_ - lesson.age_ms, 1000};
    start.language = "en";
    add(start);
    for (const Answered& answered : lesson.answers) {
      add(measure::ItemPresented{0, answered.item, 1});
      measure::Response response;
      response.answer = engage::Answer{1, {0}, {}};
      if (!answered.written.empty())
        response.answer = engage::Answer{engage::OpenResponseTemplate::number, {}, {answered.written}};
      if (!answered.drawn.empty())
        response.answer = engage::Answer{engage::DrawingTemplate::number, {1}, {answered.drawn, answered.written}};
      response.correct = answered.correct;
      response.hints_used = answered.hints;
      response.response_ms = 6000;
      add(response);
    }
    if (lesson.wants_to_talk) add(measure::TalkRequested{learner, {now_ - lesson.age_ms, 1000}});
    add(measure::SessionEnd{});
    return {};
  }

  Result<LearnerId> learner_of(const Lesson& lesson) {
    if (lesson.source.empty()) return id_from_bytes<LearnerId>(random_bytes(LearnerId::size));
    TRY_ASSIGN(const auto number, server::find_learner_by_source(school_, lesson.source));
    if (!number) return fail(ErrorCode::OurBug, "seed", "a lesson has no learner");
    TRY_ASSIGN(const server::Learner learner, server::load_learner(school_, *number));
    return learner.id;
  }

  server::School school_;
  server::Library library_;
  test::SamplePack pack_;
  UnixMs now_;
};

Done seed(const std::filesystem::path& directory) {
  const UnixMs now = platform::SystemClock().now().unix_ms;
  TRY_ASSIGN(server::School school, server::School::create({directory, std::nullopt}, "Lakeside School", now));
  return Seeding(std::move(school), now).run(directory);
}

}  // namespace
}  // namespace hornbook

int main(int count, char** arguments) {
  if (count != 2) return hornbook::exit_code(hornbook::ErrorCode::WrongUsage);
  const hornbook::Done done = hornbook::seed(arguments[1]);
  if (done) return 0;
  std::fprintf(stderr, "seed_school: %s\n", hornbook::describe(done.error()).c_str());
  return hornbook::exit_code(done.error().code);
}

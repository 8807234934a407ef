// From learners' answers to better predictions at the station: events go up over TLS, the school calibrates, the next
// exchange brings the parameters, and learners whom nobody has seen are predicted better with them than with what the
// pack's author thought.
#include <gtest/gtest.h>

#include <cmath>

#include "platform/programs/model/simulate/student.hpp"
#include "runtime/interpret/prediction.hpp"
#include "runtime/session/session.hpp"
#include "sync/client/exchange.hpp"
#include "sync/client/settings.hpp"
#include "sync/server/teaching/calibration.hpp"
#include "sync/server/web/site.hpp"
#include "tests/support/running_server.hpp"
#include "tests/support/sample_course.hpp"
#include "tests/unit/sync/server/field_device.hpp"

namespace hornbook::server {
namespace {

constexpr std::size_t learners = 40;
constexpr std::size_t others = 40;  // whose answers the school never gets
constexpr std::size_t answers_each = 60;
constexpr std::uint64_t seed = 5;

struct PlannedAnswer {
  std::uint32_t item = 0;
  bool right = false;
  bool hinted = false;
  UnixMs at_ms = 0;
};

// A course of six skills and its signed pack, whose items have the difficulties that an author would guess.
struct Course {
  explicit Course(simulate::FamilyKind kind)
      : random(simulate::stream_of(seed, {1})),
        course(simulate::make_course({.skills = 6}, random)),
        family(simulate::make_family(kind, course, random)) {
    pack::Index index;
    index.name = "org.example.course";
    index.version = "1.0.0";
    index.languages = {"en"};
    index.title = {{"en", "Course"}};
    index.licence = "CC-BY-4.0";
    index.authors = {"Tests"};
    index.subject = "mathematics";
    index.levels = {"4"};
    const Bytes object(3, std::uint8_t{'{'});
    index.objects = {{hornbook::hash(object), object.size()}};
    for (std::size_t skill = 0; skill < course.skills.size(); ++skill) {
      pack::Skill entry;
      entry.id = "skill-" + std::to_string(skill);
      entry.title = {{"en", entry.id}};
      entry.can_do = entry.title;
      index.skills.push_back(std::move(entry));
    }
    for (const simulate::Item& item : course.items) {
      pack::IndexItem entry;
      entry.id = "item-" + std::to_string(index.items.size());
      for (const std::size_t skill : item.skills) entry.skills.push_back(static_cast<std::uint16_t>(skill));
      entry.kind = engage::MultipleChoiceTemplate::number;
      entry.difficulty_milli = static_cast<std::int32_t>(std::lround(item.believed_difficulty * 1000));
      index.items.push_back(std::move(entry));
    }
    const std::array<const SigningKey*, 1> keys{&publisher};
    const Bytes signed_index = pack::sign_index(index, keys);
    hash = pack::read_signed_index(signed_index).value().hash;
    std::map<Hash, Bytes> objects{{hornbook::hash(object), pack::compress_object(object)}};
    file = pack::write_container(signed_index, objects);
  }

  // One learner's way through items in a random order, in sessions of ten.
  [[nodiscard]] std::vector<PlannedAnswer> answers_of(std::uint64_t learner, UnixMs from_ms) {
    SeededRandom own = simulate::stream_of(seed, {2, learner});
    const simulate::Manner manner = simulate::draw_manner(simulate::ranges_of(simulate::draw_behaviour(own)), own);
    simulate::Student student = simulate::make_student(
        course, *family, manner, {simulate::normal(own), simulate::normal(own), 0}, seed * 1000 + learner);
    std::vector<PlannedAnswer> answers;
    UnixMs now = from_ms;
    for (std::size_t at = 0; at < answers_each; ++at) {
      if (at % 10 == 0) now += test::a_day_ms;
      const auto item = static_cast<std::uint32_t>(own.below(course.items.size()));
      const simulate::Performance done = student.work_on(item, now, 0);
      answers.push_back({item, done.right_at_first_try(), done.hints_before_first_try() > 0, now});
      now += done.duration_ms() + 3000;
    }
    return answers;
  }

  SeededRandom random;
  simulate::Course course;
  std::unique_ptr<simulate::Family> family;
  SigningKey publisher = SigningKey::generate();
  Hash hash;
  Bytes file;
};

class Calibration : public test::FieldDeviceBed {
 protected:
  void set_up_school(Course& course) {
    const std::filesystem::path file = folder_.path() / "course.hbpack";
    ASSERT_TRUE(write_private_file(file, course.file));
    ASSERT_TRUE(add_pack(*school_, file, {{course.publisher.verify_key()}, 1}, clock_.now().unix_ms));
    RosterFiles roster = {{"classes.csv", "sourcedId,title\nk9,Many\n"},
                          {"users.csv", "sourcedId,givenName,familyName\n"},
                          {"enrollments.csv", "sourcedId,classSourcedId,userSourcedId,role\n"}};
    for (std::size_t learner = 0; learner < learners; ++learner) {
      const std::string id = "m" + std::to_string(learner);
      roster["users.csv"] += id + ",Child,Number " + std::to_string(learner) + "\n";
      roster["enrollments.csv"] += "e" + id + ",k9," + id + ",student\n";
    }
    ASSERT_TRUE(import_roster(*school_, read_one_roster(roster).value()));
    tls_ = school_->tls();
    site_ = std::make_unique<Site>(School::open(opening()).value(), clock_, true);
    server_ = std::make_unique<test::RunningServer>(
        [this](const link::HttpRequest& request) { return site_->answer(request); }, &*tls_);
    const EnrolmentOrder order{"Station 1", journal::Profile::Station, server_->url(), test::a_day_ms,
                               clock_.now().unix_ms};
    const auto enrolment = order_enrolment(*school_, order).value();
    const auto device = find_device_by_name(*school_, "Station 1").value();
    ASSERT_TRUE(assign_class(*school_, find_class(*school_, "Many")->number, device.number));
    ASSERT_TRUE(device::enrol(data(), bundle::to_json(enrolment)));
    exchange_over_tls();
  }

  void exchange_over_tls() {
    device::DeviceFolder folder = open_device();
    const auto report = device::synchronise(folder, {});
    ASSERT_TRUE(report) << describe(report.error());
    ASSERT_EQ(report->events_unsent, 0u);
  }

  [[nodiscard]] interpret::Parameters parameters_of_device() const {
    const auto bytes = open_device().store.setting(device::parameters_setting).value();
    return bytes ? interpret::decode_parameters(*bytes).value() : interpret::default_parameters();
  }

  static std::vector<measure::Event> events_of(const std::vector<PlannedAnswer>& answers, const LearnerId& learner,
                                               std::uint32_t index, std::uint64_t& sequence, const Hash& pack,
                                               const interpret::Parameters& parameters) {
    std::vector<measure::Event> events;
    const UnixMs first_ms = answers.front().at_ms;
    const auto add = [&](UnixMs at_ms, measure::EventBody body) {
      events.push_back({sequence++, index, at_ms - first_ms, std::move(body)});
    };
    measure::SessionStart start;
    start.learner = learner;
    start.base.state_hash = interpret::hash_of(interpret::LearnerState{});
    start.parameter_version = parameters.version;
    start.parameter_hash = interpret::hash_of(parameters);
    start.packs = {{0, pack}};
    start.time = {first_ms, 1000};
    start.session_number = 1;
    start.language = "en";
    add(first_ms, start);
    for (const PlannedAnswer& answer : answers) {
      add(answer.at_ms, measure::ItemPresented{0, answer.item, 0});
      measure::Response response;
      response.answer = engage::Answer{engage::MultipleChoiceTemplate::number, {0}, {}};
      response.correct = answer.right;
      response.credit_permille = answer.right ? 1000 : 0;
      response.hints_used = answer.hinted ? 1 : 0;
      response.response_ms = 6000;
      add(answer.at_ms + 6000, response);
    }
    add(answers.back().at_ms + 9000, measure::SessionEnd{});
    return events;
  }

  // `count` learners' answers, written at the station and sent.
  void practise(Course& course, std::size_t first, std::size_t count) {
    const journal::DeviceIdentity identity = journal::load_identity(data()).value();
    {
      journal::Writer writer = journal::Writer::open(data(), identity, clock_, "boot").value();
      std::uint64_t sequence = 1;
      std::uint32_t index = 0;
      for (std::size_t number = first; number < first + count; ++number) {
        const auto events =
            events_of(course.answers_of(number, clock_.now().unix_ms), learner("m" + std::to_string(number)), ++index,
                      sequence, course.hash, interpret::default_parameters());
        ASSERT_TRUE(writer.append(events));
      }
      ASSERT_TRUE(writer.seal());
    }
    exchange_over_tls();
  }

  // Nats an answer of learners who are new to everybody, each predicted from those before it, as the station does.
  [[nodiscard]] double loss_of_others(Course& course, const interpret::Parameters& parameters) {
    EXPECT_TRUE(library_.refresh(*school_));
    const interpret::CurriculumSet& curricula = library_.curricula();
    const interpret::Curriculum& curriculum = *curricula.at(course.hash);
    double loss = 0;
    for (std::size_t other = 0; other < others; ++other) {
      const auto answers = course.answers_of(1000 + other, clock_.now().unix_ms);
      std::uint64_t sequence = 1;
      interpret::LearnerState state;
      auto next = answers.begin();
      for (const measure::Event& event : events_of(answers, {}, 1, sequence, course.hash, parameters)) {
        if (std::holds_alternative<measure::Response>(event.body)) {
          const double p = interpret::predict(state, curriculum, next->item, next->at_ms, parameters).success;
          loss -= std::log(next->right && !next->hinted ? p : 1 - p);
          ++next;
        }
        interpret::fold(state, {{}, 1, event}, curricula, parameters);
      }
    }
    return loss / static_cast<double>(others * answers_each);
  }

  std::optional<link::TlsIdentity> tls_;
  std::unique_ptr<Site> site_;
  std::unique_ptr<test::RunningServer> server_;
};

TEST_F(Calibration, AnswersOfASchool_MakeItsStationsPredictStrangersBetter) {
  std::size_t improved = 0;
  for (const simulate::FamilyKind kind : simulate::all_families) {
    // A school and a device of their own for each family.
    SCOPED_TRACE(simulate::name_of(kind));
    Course course(kind);
    if (kind != simulate::all_families.front()) {
      server_.reset();
      site_.reset();
      school_.reset();
      library_ = {};
      std::filesystem::remove_all(folder_.path() / "school");
      std::filesystem::remove_all(data());
      school_ = std::make_unique<School>(School::create(opening(), "Lake School", clock_.now().unix_ms).value());
    }
    set_up_school(course);
    practise(course, 0, learners);
    EXPECT_EQ(parameters_of_device(), interpret::default_parameters());

    const auto report = calibrate(*school_, clock_.now().unix_ms);
    ASSERT_TRUE(report) << describe(report.error());
    EXPECT_EQ(report->answers, learners * answers_each);
    ASSERT_TRUE(report->name);
    exchange_over_tls();
    const interpret::Parameters calibrated = parameters_of_device();
    EXPECT_EQ(interpret::hash_of(calibrated), *report->name);
    EXPECT_GT(report->items_timed, 0u);
    for (const interpret::TypicalTime& time : calibrated.times.items) EXPECT_EQ(time.ms, 6000u) << "as all took";

    const double before = loss_of_others(course, interpret::default_parameters());
    const double after = loss_of_others(course, calibrated);
    interpret::Parameters start_alone = calibrated;
    start_alone.calibration = {};
    std::printf(
        "calibration, %s: log-loss of %zu others %.4f with the pack's, %.4f with the school's start, %.4f with "
        "its difficulties too (%zu answers of %zu learners, %zu items told)\n",
        std::string(simulate::name_of(kind)).c_str(), others, before, loss_of_others(course, start_alone), after,
        report->answers, report->learners, report->items_told);
    EXPECT_LT(after, before + 0.005) << "it never does harm";
    improved += after < before - 0.005 ? 1u : 0u;
  }
  EXPECT_GE(improved, 3u) << "where success does not go by the difficulty of items, there is little to learn of it";
}

TEST_F(Calibration, FewLearners_AreNotToldOf) {
  Course course(simulate::FamilyKind::KnowledgeTracing);
  set_up_school(course);
  practise(course, 0, interpret::learners_of_value_min - 1);
  const auto few = calibrate(*school_, clock_.now().unix_ms);
  ASSERT_TRUE(few);
  EXPECT_GT(few->answers, 0u);
  EXPECT_EQ(few->items_told, 0u);
  EXPECT_FALSE(few->name);
  exchange_over_tls();
  EXPECT_TRUE(parameters_of_device().calibration.empty());
}

TEST_F(Calibration, SessionsUnderCalibratedParameters_AreReplayedByTheSchool) {
  Course course(simulate::FamilyKind::AdditiveFactors);
  set_up_school(course);
  practise(course, 0, learners);
  clock_.advance(5 * 60'000);
  EXPECT_FALSE(*site_->calibrate_when_due()) << "a device has only just called";
  clock_.advance(5 * 60'000);
  ASSERT_TRUE(*site_->calibrate_when_due());
  EXPECT_FALSE(*site_->calibrate_when_due()) << "once a day";
  exchange_over_tls();
  ASSERT_FALSE(parameters_of_device().calibration.empty());
  ASSERT_TRUE(library_.refresh(*school_));
  const journal::DeviceIdentity identity = journal::load_identity(data()).value();
  journal::Writer writer = journal::Writer::open(data(), identity, clock_, "boot").value();
  auto context = std::make_shared<session::SessionContext>();
  context->device = identity.id();
  context->epoch = writer.epoch();
  context->learner_index = 1;
  context->learner = learner("m3");
  context->language = "en";
  context->curricula = library_.curricula();
  context->packs = {{0, context->curricula.at(course.hash).get()}};
  context->bindings = {{0, course.hash}};
  context->parameters = parameters_of_device();
  context->instantiate = test::sample_item;
  session::SessionOpening opening;
  opening.context = std::move(context);
  opening.base = state_of("m3").base;
  opening.session_number = 2;
  opening.time = clock_.now();
  session::SessionStep step = session::begin(std::move(opening), 1000).value();
  std::size_t decisions = 0;
  MonotonicMs now = 1000;
  const auto keep = [&] {
    for (const session::Record& record : step.effects) {
      decisions += std::holds_alternative<measure::Decision>(record.event.body) ? 1u : 0u;
      ASSERT_TRUE(writer.append({&record.event, 1}));
    }
  };
  const auto act = [&](const session::SessionIntent& intent) {
    keep();
    now += 3000;
    step = session::update(std::move(step.state), intent, now);
  };
  // Where it is enough for today, what is extra is taken.
  const auto begin_item = [&] {
    const bool rests = step.state.decision.chosen.reason == measure::ReasonCode::Rest;
    if (std::holds_alternative<session::AtHome>(step.state.place))
      act(session::ChooseOption{static_cast<std::uint8_t>(rests ? 1 : 0)});
  };
  for (int item = 0; item < 10; ++item) {
    begin_item();
    for (int attempt = 0; attempt < 3; ++attempt) {
      act(session::Act{engage::Choose{static_cast<std::uint8_t>((item + attempt) % 4)}});
      act(session::Act{engage::Submit{}});
    }
    act(session::GoOn{});
  }
  act(session::Leave{});
  keep();
  ASSERT_TRUE(writer.seal());
  exchange_over_tls();
  ASSERT_GT(decisions, 5u);
  const Device device = find_device_by_name(*school_, "Station 1").value();
  EXPECT_GE(device.decisions, decisions);
  EXPECT_EQ(device.decisions_unmatched, 0u);
}

}  // namespace
}  // namespace hornbook::server

// An experiment from its start to its figures: sixty learners at two stations that meet only at the school, which
// starts it, changes its share, takes a learner out and reads what became of the arms. Over TLS.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "runtime/journal/writer.hpp"
#include "runtime/session/session.hpp"
#include "sync/client/exchange.hpp"
#include "sync/client/settings.hpp"
#include "sync/device/enrol.hpp"
#include "sync/server/experiments/difference.hpp"
#include "sync/server/experiments/outcomes.hpp"
#include "sync/server/web/site.hpp"
#include "tests/support/running_server.hpp"
#include "tests/support/sample_course.hpp"
#include "tests/unit/sync/server/server_bed.hpp"

namespace hornbook::server {
namespace {

constexpr std::size_t learners = 60;
constexpr std::size_t latecomers = 40;  // who come when the share has changed
constexpr std::uint16_t skills = 3;
constexpr std::uint16_t items_each = 6;  // of a skill; the last two are of the two arms
constexpr std::size_t stations = 2;

std::string source_of(std::size_t learner) { return "m" + std::to_string(learner); }

// A signed pack that declares an experiment.
struct Course {
  Course() {
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
    pack::Experiment experiment;
    experiment.id = "pictures";
    experiment.question = {{"en", "Do pictures help?"}};
    experiment.arms = {pack::ExperimentArm{{{"en", "words"}}, {}}, pack::ExperimentArm{{{"en", "pictures"}}, {}}};
    for (std::uint16_t skill = 0; skill < skills; ++skill) {
      pack::Skill entry;
      entry.id = "skill-" + std::to_string(skill);
      entry.title = entry.can_do = {{"en", entry.id}};
      index.skills.push_back(std::move(entry));
      for (std::uint16_t item = 0; item < items_each; ++item) {
        const auto number = static_cast<std::uint32_t>(index.items.size());
        if (item >= items_each - 2) experiment.arms[item - (items_each - 2u)].items.push_back(number);
        pack::IndexItem each;
        each.id = "item-" + std::to_string(number);
        each.skills = {skill};
        each.kind = engage::MultipleChoiceTemplate::number;
        each.is_template = true;
        index.items.push_back(std::move(each));
      }
    }
    index.experiments = {experiment};
    const std::array<const SigningKey*, 1> keys{&publisher};
    const Bytes signed_index = pack::sign_index(index, keys);
    hash = pack::read_signed_index(signed_index).value().hash;
    std::map<Hash, Bytes> objects{{hornbook::hash(object), pack::compress_object(object)}};
    file = pack::write_container(signed_index, objects);
  }

  SigningKey publisher = SigningKey::generate();
  Hash hash;
  Bytes file;
};

class Experiments : public test::ServerBed {
 protected:
  void SetUp() override {
    const std::filesystem::path file = folder_.path() / "course.hbpack";
    ASSERT_TRUE(write_private_file(file, course_.file));
    ASSERT_TRUE(add_pack(*school_, file, {{course_.publisher.verify_key()}, 1}, now()));
    import_learners();
    ASSERT_TRUE(library_.refresh(*school_));
    tls_ = school_->tls();
    site_ = std::make_unique<Site>(School::open(opening()).value(), clock_, true);
    server_ = std::make_unique<test::RunningServer>(
        [this](const link::HttpRequest& request) { return site_->answer(request); }, &*tls_);
    for (std::size_t station = 0; station < stations; ++station) enrol(station);
    declared_ = find_declared(*school_, library_, "pictures").value();
  }

  [[nodiscard]] UnixMs now() const { return clock_.now().unix_ms; }
  [[nodiscard]] static std::string name_of(std::size_t station) { return "Station " + std::to_string(station); }
  [[nodiscard]] std::filesystem::path data(std::size_t station) const { return folder_.path() / name_of(station); }

  void import_learners() {
    RosterFiles roster = {{"classes.csv", "sourcedId,title\nk9,Many\n"},
                          {"users.csv", "sourcedId,givenName,familyName\n"},
                          {"enrollments.csv", "sourcedId,classSourcedId,userSourcedId,role\n"}};
    for (std::size_t learner = 0; learner < learners + latecomers; ++learner) {
      const std::string id = source_of(learner);
      roster["users.csv"] += id + ",Child,Number " + std::to_string(learner) + "\n";
      roster["enrollments.csv"] += "e" + id + ",k9," + id + ",student\n";
    }
    ASSERT_TRUE(import_roster(*school_, read_one_roster(roster).value()));
  }

  void enrol(std::size_t station) {
    const EnrolmentOrder order{name_of(station), journal::Profile::Station, server_->url(), test::a_day_ms, now()};
    const auto enrolment = order_enrolment(*school_, order).value();
    const auto device = find_device_by_name(*school_, name_of(station)).value();
    ASSERT_TRUE(assign_class(*school_, find_class(*school_, "Many")->number, device.number));
    ASSERT_TRUE(device::enrol(data(station), bundle::to_json(enrolment)));
    exchange(station);
  }

  void exchange(std::size_t station) {
    clock_.advance(1000);
    device::DeviceFolder folder = device::open_device_folder(data(station)).value();
    const auto report = device::synchronise(folder, {});
    ASSERT_TRUE(report) << describe(report.error());
    ASSERT_EQ(report->events_unsent, 0u);
  }
  void exchange_all() {
    for (std::size_t station = 0; station < stations; ++station) exchange(station);
  }

  [[nodiscard]] interpret::Parameters parameters_of(std::size_t station) const {
    const auto bytes = device::open_device_folder(data(station)).value().store.setting(device::parameters_setting);
    return bytes.value() ? interpret::decode_parameters(**bytes).value() : interpret::default_parameters();
  }

  // What a session recorded.
  struct Recorded {
    std::vector<measure::ExperimentAssigned> assigned;
    std::size_t exposed = 0;
    std::set<std::uint8_t> arms_of_items;  // 0 and 1, of items of the experiment that were presented
  };
  enum class From { Nothing, TheSchoolsBase };

  Recorded session(journal::Writer& writer, const DeviceId& device, const interpret::Parameters& parameters,
                   std::size_t learner_number, std::uint32_t index, std::uint64_t& sequence, From from) {
    auto context = std::make_shared<session::SessionContext>();
    context->device = device;
    context->epoch = writer.epoch();
    context->learner_index = index;
    context->learner = learner(source_of(learner_number));
    context->language = "en";
    context->curricula = library_.curricula();
    const interpret::Curriculum& curriculum = *context->curricula.at(course_.hash);
    context->packs = {{0, &curriculum}};
    context->bindings = {{0, course_.hash}};
    context->parameters = parameters;
    context->instantiate = test::sample_item;
    session::SessionOpening opening;
    opening.context = std::move(context);
    if (from == From::TheSchoolsBase) opening.base = state_of(source_of(learner_number)).base;
    opening.session_number = 1;
    opening.time = clock_.now();
    opening.next_sequence = sequence;
    Recorded recorded;
    std::vector<measure::Event> events;  // committed at the end: a commit waits for the disk
    MonotonicMs at = 1000;
    SeededRandom random(learner_number * 977 + writer.epoch());
    session::SessionStep step = session::begin(std::move(opening), at).value();
    const auto keep = [&] {
      for (const session::Record& record : step.effects) {
        note(recorded, record.event, curriculum);
        events.push_back(record.event);
      }
      sequence = step.state.next_sequence;
    };
    const auto act = [&](const session::SessionIntent& intent) {
      keep();
      at += 7000;
      step = session::update(std::move(step.state), intent, at);
    };
    const bool rests = step.state.decision.chosen.reason == measure::ReasonCode::Rest;
    act(session::ChooseOption{static_cast<std::uint8_t>(rests ? 1 : 0)});
    for (int item = 0; item < 12; ++item) {
      while (!engage::is_done(std::get<session::Working>(step.state.place).problem)) {
        const std::uint32_t seed = std::get<session::Working>(step.state.place).problem.item->seed;
        const std::uint32_t slip = random.below(100) < 25 ? 1 : 0;
        act(session::Act{engage::Choose{static_cast<std::uint8_t>((seed + slip) % 4)}});
        act(session::Act{engage::Submit{}});
      }
      act(session::GoOn{});
      // When it is enough for today, they take what is extra.
      if (std::holds_alternative<session::AtHome>(step.state.place)) act(session::ChooseOption{1});
    }
    act(session::Leave{});
    keep();
    EXPECT_TRUE(writer.append(events));
    return recorded;
  }

  static void note(Recorded& recorded, const measure::Event& event, const interpret::Curriculum& curriculum) {
    if (const auto* assigned = std::get_if<measure::ExperimentAssigned>(&event.body))
      recorded.assigned.push_back(*assigned);
    if (std::holds_alternative<measure::ExperimentExposed>(event.body)) ++recorded.exposed;
    const auto* shown = std::get_if<measure::ItemPresented>(&event.body);
    if (shown != nullptr && curriculum.items[shown->item_index].experiment != 0)
      recorded.arms_of_items.insert(curriculum.items[shown->item_index].arm);
  }

  // One session of each of these learners at a station, sealed and not sent.
  std::vector<Recorded> lesson_day(std::size_t station, std::size_t first, std::size_t count, From from) {
    const interpret::Parameters parameters = parameters_of(station);
    const journal::DeviceIdentity identity = journal::load_identity(data(station)).value();
    journal::Writer writer = journal::Writer::open(data(station), identity, clock_, "boot").value();
    std::vector<Recorded> recorded;
    std::uint64_t sequence = 1;
    for (std::size_t at = 0; at < count; ++at)
      recorded.push_back(
          session(writer, identity.id(), parameters, first + at, static_cast<std::uint32_t>(at + 1), sequence, from));
    EXPECT_TRUE(writer.seal());
    return recorded;
  }

  void start_with_share(std::uint16_t share) {
    StartOrder order;
    order.by = "A. Head";
    order.basis = "guardians' consent, form of 2026-09-01";
    order.until_ms = now() + 60 * test::a_day_ms;
    order.second_permille = share;
    ASSERT_TRUE(start(*school_, declared_, order, now()));
  }

  [[nodiscard]] std::uint8_t arm_of(std::size_t learner_number) {
    return state_of(source_of(learner_number)).base.state.experiments.arms.at(declared_.id);
  }

  void nothing_runs_that_was_not_started() {
    for (const Recorded& each : lesson_day(0, 0, 10, From::Nothing)) {
      EXPECT_TRUE(each.assigned.empty());
      EXPECT_EQ(each.exposed, 0u);
      EXPECT_FALSE(each.arms_of_items.contains(1));
    }
    exchange_all();
    EXPECT_TRUE(parameters_of(0).experiments.empty());
  }

  // They have not met when they do.
  void two_stations_assign_alike() {
    start_with_share(500);
    exchange_all();
    ASSERT_EQ(parameters_of(1).experiments.size(), 1u);
    clock_.advance(test::a_day_ms);
    const auto at_first = lesson_day(0, 0, learners, From::TheSchoolsBase);
    const auto at_second = lesson_day(1, 0, learners, From::Nothing);
    std::size_t exposed = 0;
    for (std::size_t each = 0; each < learners; ++each) {
      ASSERT_EQ(at_first[each].assigned.size(), 1u);
      ASSERT_EQ(at_second[each].assigned.size(), 1u);
      const std::uint8_t arm = at_first[each].assigned.front().arm;
      EXPECT_EQ(at_second[each].assigned.front(), at_first[each].assigned.front());
      EXPECT_FALSE(at_first[each].arms_of_items.contains(arm == 0 ? 1 : 0));
      arms_.push_back(arm);
      exposed += at_first[each].exposed > 0 ? 1u : 0u;
    }
    EXPECT_NEAR(static_cast<double>(in_second_arm()), learners / 2.0, 3 * 3.9) << "three standard deviations";
    EXPECT_GT(exposed, learners / 2);
    exchange_all();
  }

  // Nor are they assigned again; who is new gets the new share.
  void another_share_moves_nobody() {
    for (std::size_t each = 0; each < learners; ++each) EXPECT_EQ(arm_of(each), arms_[each]);
    start_with_share(900);
    exchange_all();
    clock_.advance(test::a_day_ms);
    for (const Recorded& each : lesson_day(1, 0, learners, From::TheSchoolsBase)) EXPECT_TRUE(each.assigned.empty());
    std::size_t new_in_second_arm = 0;
    for (const Recorded& each : lesson_day(0, learners, latecomers, From::Nothing)) {
      ASSERT_EQ(each.assigned.size(), 1u);
      arms_.push_back(each.assigned.front().arm);
      new_in_second_arm += arms_.back();
    }
    EXPECT_NEAR(static_cast<double>(new_in_second_arm), 0.9 * latecomers, 3 * 1.9);
    exchange_all();
    for (std::size_t each = 0; each < arms_.size(); ++each) EXPECT_EQ(arm_of(each), arms_[each]);
  }

  // On every station, and they are named to nobody.
  void who_is_withdrawn_is_treated_as_before() {
    const auto withdrawn =
        static_cast<std::size_t>(std::find(arms_.begin(), arms_.end(), std::uint8_t{1}) - arms_.begin());
    const std::string source = source_of(withdrawn);
    ASSERT_TRUE(record_consent(*school_, declared_, {learner_number(source)}, Consent::Withdrawn, "A. Head", now()));
    exchange_all();
    const LearnerId id = learner(source);
    for (std::size_t station = 0; station < stations; ++station) {
      const Bytes bytes = interpret::encode(parameters_of(station));
      EXPECT_EQ(std::search(bytes.begin(), bytes.end(), id.bytes.begin(), id.bytes.end()), bytes.end());
      const Recorded after = lesson_day(station, withdrawn, 1, From::TheSchoolsBase).front();
      EXPECT_TRUE(after.assigned.empty());
      EXPECT_EQ(after.exposed, 0u);
      EXPECT_FALSE(after.arms_of_items.contains(1));
      exchange(station);
    }
  }

  // And are in it still.
  void figures_are_those_of_who_was_assigned() {
    const Term term = latest_term(*school_, declared_.id).value().value();
    const Outcomes outcomes = outcomes_of(*school_, library_, term).value();
    ASSERT_TRUE(outcomes.can_be_told());
    EXPECT_EQ(outcomes.withdrawn, 1u);
    EXPECT_EQ(outcomes.arms[1].learners, in_second_arm() - 1);
    EXPECT_EQ(outcomes.arms[0].learners, arms_.size() - in_second_arm());
    for (const ArmOutcomes& arm : outcomes.arms) {
      EXPECT_EQ(arm.items.size(), arm.learners);
      EXPECT_GT(mean_of(arm.items), 10);
      EXPECT_NEAR(mean_of(arm.right), 0.75, 0.08);
      EXPECT_LE(arm.exposed, arm.learners);
      EXPECT_GT(arm.exposed, arm.learners / 2);
    }
    const Difference difference = difference_of(outcomes.arms[0].right, outcomes.arms[1].right).value();
    EXPECT_LT(difference.low, 0.02);
    EXPECT_GT(difference.high, -0.02);
  }

  [[nodiscard]] std::size_t in_second_arm() const {
    return static_cast<std::size_t>(std::count(arms_.begin(), arms_.end(), std::uint8_t{1}));
  }

  Course course_;
  DeclaredExperiment declared_;
  std::vector<std::uint8_t> arms_;  // by the number of the learner
  std::optional<link::TlsIdentity> tls_;
  std::unique_ptr<Site> site_;
  std::unique_ptr<test::RunningServer> server_;
};

TEST_F(Experiments, FromTheStartToTheFigures_AtTwoStations) {
  nothing_runs_that_was_not_started();
  two_stations_assign_alike();
  another_share_moves_nobody();
  who_is_withdrawn_is_treated_as_before();
  for (std::size_t station = 0; station < stations; ++station) {
    const Device device = find_device_by_name(*school_, name_of(station)).value();
    EXPECT_GT(device.decisions, 500u);
    EXPECT_EQ(device.decisions_unmatched, 0u) << name_of(station);
  }
  figures_are_those_of_who_was_assigned();
  ASSERT_TRUE(stop(*school_, declared_, "A. Head", now()));
  exchange_all();
  EXPECT_EQ(parameters_of(0), interpret::default_parameters());
  EXPECT_EQ(parameters_of(1), interpret::default_parameters());
}

TEST_F(Experiments, FewLearners_AreNotToldOf) {
  start_with_share(500);
  exchange_all();
  static_cast<void>(lesson_day(0, 0, 12, From::Nothing));
  exchange_all();
  const Term term = latest_term(*school_, declared_.id).value().value();
  EXPECT_FALSE(outcomes_of(*school_, library_, term).value().can_be_told());
}

}  // namespace
}  // namespace hornbook::server

#include "sync/server/experiments/difference.hpp"
#include "sync/server/experiments/outcomes.hpp"
#include "sync/server/experiments/terms.hpp"
#include "sync/server/teaching/calibration.hpp"
#include "sync/server/teaching/wishes.hpp"
#include "sync/server/web/class_page.hpp"
#include "tests/unit/sync/server/server_bed.hpp"

namespace hornbook::server {
namespace {

constexpr std::string_view resting = R"({"id":"resting","question":"Does <more> practice help?","second_permille":400,)"
                                     R"("arms":[{"name":"as usual"},{"name":"three & more","rests_after":3}]})";
constexpr std::string_view quiet =
    R"({"id":"quiet","question":"Do messages help?","arms":[{"name":"with"},{"name":"without","messages":false}]})";

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

class Experiments : public test::ServerBed {
 protected:
  [[nodiscard]] DeclaredExperiment declared(std::string_view json = resting) {
    return declare(*school_, as_bytes(json)).value();
  }
  [[nodiscard]] StartOrder order() const {
    StartOrder order;
    order.by = "A. Head";
    order.basis = "guardians' consent, form of 2026-09-01";
    order.until_ms = now() + 30 * test::a_day_ms;
    return order;
  }
  [[nodiscard]] UnixMs now() const { return clock_.now().unix_ms; }
  [[nodiscard]] std::vector<interpret::RunningExperiment> running() {
    return parameters_for_devices(*school_, now()).value().experiments;
  }
  [[nodiscard]] std::string refusal(const Done& done) const { return done ? "" : done.error().sentence; }
};

TEST_F(Experiments, DeclaredAlone_DoesNotRun) {
  const DeclaredExperiment experiment = declared();
  EXPECT_EQ(experiment.name, "resting");
  EXPECT_EQ(experiment.second_permille, 400);
  EXPECT_EQ(experiment.arms[1].rules.rests_after, 3);
  EXPECT_TRUE(running().empty());
  EXPECT_EQ(parameters_for_devices(*school_, now()).value(), interpret::default_parameters());
  EXPECT_FALSE(latest_term(*school_, experiment.id).value());
}

TEST_F(Experiments, Declarations_ThatAreWrong_SayWhere) {
  const auto sentence = [](std::string_view json) {
    const auto read = read_declaration(as_bytes(json));
    return read ? std::string() : describe(read.error());
  };
  const auto replaced = [](std::string_view old, std::string_view by) {
    return std::string(resting).replace(resting.find(old), old.size(), by);
  };
  EXPECT_EQ(sentence(resting), "");
  EXPECT_TRUE(contains(sentence("{"), "experiment"));
  EXPECT_TRUE(contains(sentence(replaced("\"rests_after\":3", "\"rests_after\":11")), "/arms/1/rests_after"));
  EXPECT_TRUE(contains(sentence(replaced("\"rests_after\":3", "\"rests_after\":0")), "/arms/1/rests_after"));
  EXPECT_TRUE(contains(sentence(replaced("\"rests_after\":3", "\"easier_permille\":151")), "easier_permille"));
  EXPECT_TRUE(contains(sentence(replaced(",\"rests_after\":3", "")), "same rules"));
  EXPECT_TRUE(contains(sentence(replaced("\"rests_after\"", "\"rest_after\"")), "rest_after"));
  EXPECT_TRUE(contains(sentence(replaced("\"resting\"", "\"Resting one\"")), "id"));
  EXPECT_TRUE(contains(sentence(replaced("400", "1000")), "second_permille"));
  EXPECT_TRUE(contains(sentence(replaced("Does <more> practice help?", "")), "/question: the text is empty"));
}

TEST_F(Experiments, WithoutABasisOfConsent_NoneStarts) {
  const DeclaredExperiment experiment = declared();
  for (const std::string_view basis : {"", " \t\n"}) {
    StartOrder wrong = order();
    wrong.basis = basis;
    const Done done = start(*school_, experiment, wrong, now());
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::NotAllowed);
    EXPECT_TRUE(contains(refusal(done), "basis of consent"));
  }
  StartOrder nobody = order();
  nobody.by = "";
  EXPECT_TRUE(contains(refusal(start(*school_, experiment, nobody, now())), "who starts it"));
  StartOrder past = order();
  past.until_ms = now();
  EXPECT_TRUE(contains(refusal(start(*school_, experiment, past, now())), "past"));
  StartOrder of_nobody = order();
  of_nobody.participation = interpret::Participation::ListedOnly;
  EXPECT_TRUE(contains(refusal(start(*school_, experiment, of_nobody, now())), "names nobody"));
  EXPECT_TRUE(running().empty());
  EXPECT_EQ(count("experiment_term"), 0);
}

TEST_F(Experiments, Started_TravelsWithinTheParameters_UntilItEnds) {
  const DeclaredExperiment experiment = declared();
  ASSERT_TRUE(start(*school_, experiment, order(), now()));
  ASSERT_EQ(running().size(), 1u);
  const interpret::RunningExperiment sent = running().front();
  EXPECT_EQ(sent.id, experiment.id);
  EXPECT_EQ(sent.second_permille, 400);
  EXPECT_EQ(sent.ends_ms, order().until_ms);
  EXPECT_EQ(sent.rules[1].rests_after, 3);
  EXPECT_NE(sent.seed, 0u);
  clock_.advance(30 * test::a_day_ms);
  EXPECT_TRUE(running().empty());
  EXPECT_FALSE(is_running(latest_term(*school_, experiment.id).value().value(), now()));
}

TEST_F(Experiments, AnotherTerm_KeepsTheSeed_AndWhatWasBefore) {
  const DeclaredExperiment experiment = declared();
  ASSERT_TRUE(start(*school_, experiment, order(), now()));
  const std::uint64_t seed = running().front().seed;
  clock_.advance(1000);
  StartOrder more = order();
  more.second_permille = 700;
  more.by = "B. Head";
  ASSERT_TRUE(start(*school_, experiment, more, now()));
  ASSERT_EQ(running().size(), 1u);
  EXPECT_EQ(running().front().seed, seed);
  EXPECT_EQ(running().front().second_permille, 700);
  EXPECT_EQ(count("experiment_term"), 2);
  EXPECT_FALSE(declare(*school_, as_bytes(resting))) << "what has run stays as it was";
}

TEST_F(Experiments, Stopped_IsOnRecord) {
  const DeclaredExperiment experiment = declared();
  EXPECT_FALSE(stop(*school_, experiment, "A. Head", now())) << "it does not run";
  ASSERT_TRUE(start(*school_, experiment, order(), now()));
  EXPECT_FALSE(stop(*school_, experiment, "", now()));
  clock_.advance(1000);
  ASSERT_TRUE(stop(*school_, experiment, "B. Head", now()));
  EXPECT_TRUE(running().empty());
  const Term term = latest_term(*school_, experiment.id).value().value();
  EXPECT_EQ(term.stopped_ms, now());
  EXPECT_EQ(term.stopped_by, "B. Head");
  EXPECT_EQ(term.basis, order().basis);
}

TEST_F(Experiments, TwoThatChangeTheSameRule_DoNotRunTogether) {
  ASSERT_TRUE(start(*school_, declared(), order(), now()));
  const auto other = std::string(resting).replace(resting.find("resting"), 7, "another");
  EXPECT_TRUE(contains(refusal(start(*school_, declared(other), order(), now())), "the same rule"));
  EXPECT_TRUE(start(*school_, declared(quiet), order(), now()));
  EXPECT_EQ(running().size(), 2u);
}

TEST_F(Experiments, WhoWithdraws_IsListed_AndWhoConsentsIsNoMore) {
  const DeclaredExperiment experiment = declared();
  ASSERT_TRUE(start(*school_, experiment, order(), now()));
  EXPECT_TRUE(running().front().listed.empty());
  const std::vector<std::int64_t> amina{learner_number("u1")};
  ASSERT_TRUE(record_consent(*school_, experiment, amina, Consent::Withdrawn, "A. Head", now()));
  EXPECT_EQ(running().front().listed,
            std::vector<std::uint64_t>{interpret::participant_key(experiment.id, learner("u1"))});
  EXPECT_FALSE(interpret::takes_part(running().front(), learner("u1")));
  EXPECT_TRUE(interpret::takes_part(running().front(), learner("u2")));
  ASSERT_TRUE(record_consent(*school_, experiment, amina, Consent::Given, "A. Head", now()));
  EXPECT_TRUE(interpret::takes_part(running().front(), learner("u1")));
}

TEST_F(Experiments, WithConsentsOfTheirOwn_OnlyThoseTakePart) {
  StartOrder only = order();
  only.participation = interpret::Participation::ListedOnly;
  only.consented = {learner_number("u1"), learner_number("u2")};
  const DeclaredExperiment experiment = declared();
  ASSERT_TRUE(start(*school_, experiment, only, now()));
  EXPECT_TRUE(interpret::takes_part(running().front(), learner("u2")));
  EXPECT_FALSE(interpret::takes_part(running().front(), learner("u3")));
  ASSERT_TRUE(record_consent(*school_, experiment, {learner_number("u2")}, Consent::Withdrawn, "A. Head", now()));
  EXPECT_FALSE(interpret::takes_part(running().front(), learner("u2")));
  const Term term = latest_term(*school_, experiment.id).value().value();
  EXPECT_TRUE(takes_part(*school_, term, learner_number("u1")).value());
  EXPECT_FALSE(takes_part(*school_, term, learner_number("u2")).value());
  EXPECT_FALSE(takes_part(*school_, term, learner_number("u3")).value());
}

TEST_F(Experiments, ListOfLearners_NamesNobodyInItsErrors) {
  EXPECT_EQ(read_learner_list(*school_, as_bytes("u2\r\nu1\n\n")).value().size(), 2u);
  const auto unknown = read_learner_list(*school_, as_bytes("u1\nnobody-of-ours\n"));
  ASSERT_FALSE(unknown);
  EXPECT_TRUE(contains(describe(unknown.error()), "line 2"));
  EXPECT_FALSE(contains(describe(unknown.error()), "nobody-of-ours"));
  EXPECT_FALSE(read_learner_list(*school_, as_bytes("\n")));
}

TEST_F(Experiments, DeviceThatCannotReadThem_GetsNone) {
  ASSERT_TRUE(start(*school_, declared(), order(), now()));
  const test::DeviceCard card = enrolled_device("Station 1");
  bundle::UpBundle up;
  up.device = card.id();
  up.cursor.parameters = interpret::hash_of(interpret::default_parameters());
  EXPECT_FALSE(answer_to(card, up).parameters) << "an older program";
  EXPECT_EQ(count("given_parameters"), 0);
  up.cursor.parameter_format = bundle::experiments_parameter_format;
  const auto given = answer_to(card, up).parameters;
  ASSERT_TRUE(given);
  const interpret::Parameters parameters = interpret::decode_parameters(*given).value();
  EXPECT_EQ(parameters.experiments, running());
  EXPECT_EQ(find_parameters(*school_, interpret::hash_of(parameters)).value(), parameters) << "for replays";
  up.cursor.parameters = interpret::hash_of(parameters);
  EXPECT_FALSE(answer_to(card, up).parameters);
}

TEST_F(Experiments, ClassPage_SaysWhatRunsWhyAndOnWhatBasis) {
  const auto html = [&](const char* language) {
    EXPECT_TRUE(library_.refresh(*school_));
    const ClassView view = view_class(*school_, library_, {"head", Role::Administrator},
                                      find_class(*school_, "4 Robin").value().number, language, now())
                               .value();
    return render_class_page(view, words_for(language), "token");
  };
  const DeclaredExperiment experiment = declared();
  EXPECT_FALSE(contains(html("en"), "Experiments"));
  ASSERT_TRUE(start(*school_, experiment, order(), now()));
  const std::string english = html("en");
  EXPECT_TRUE(contains(english, "Does &lt;more&gt; practice help?"));
  EXPECT_TRUE(contains(english, "“as usual” and “three &amp; more”"));
  EXPECT_TRUE(contains(english, "form of 2026-09-01 (recorded by A. Head)"));
  EXPECT_TRUE(contains(english, "hornbook-server experiment stop resting"));
  EXPECT_TRUE(contains(html("es"), "Base del consentimiento"));
  ASSERT_TRUE(stop(*school_, experiment, "A. Head", now()));
  EXPECT_FALSE(contains(html("en"), "practice help?"));
}

TEST_F(Experiments, SentenceForATeacher_SaysWhichExperimentShapedTheDecision) {
  add_sample_pack();
  const DeclaredExperiment experiment = declared();
  test::DeviceCard card = enrolled_device("Station 1");
  const test::OpenEpoch epoch = card.open_epoch(0);
  std::vector<measure::Event> events = lesson("u1", 1, {true});
  const measure::Event last = events.back();
  events.pop_back();
  measure::Decision decision;
  decision.number = 3;
  const std::vector<measure::EventBody> bodies{
      decision, measure::ExperimentExposed{experiment.id, 1, 3},
      measure::OverrideMade{measure::DecidedBy::Learner, 3, measure::OverrideReason::TooEasy, {}}, last.body};
  for (const measure::EventBody& body : bodies)
    events.push_back({events.back().sequence + 1, last.learner_index, events.back().elapsed_ms + 1, body});
  ASSERT_TRUE(send(card, card.bundle(epoch, {card.segment(epoch, 0, events)})).has_value());
  ASSERT_TRUE(library_.refresh(*school_));
  const auto said = [&](std::string_view language) {
    return wishes_of_class(*school_, library_, find_class(*school_, "4 Robin").value().number, language)
        .value()
        .at(0)
        .decision;
  };
  EXPECT_TRUE(contains(said("en"), "An experiment shaped it: “Does <more> practice help?”, arm “three & more”."));
  EXPECT_TRUE(contains(said("es"), "Influyó un experimento: «Does <more> practice help?»"));
}

TEST(Difference, AgreesWithStudentsSleepData) {
  // Student 1908, by Welch's test as R's t.test gives it: 95 % from -0.2054832 to 3.3654832.
  const std::vector<double> first{0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
  const std::vector<double> second{1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};
  const Difference difference = difference_of(first, second).value();
  EXPECT_NEAR(difference.estimate, 1.58, 1e-9);
  EXPECT_NEAR(difference.low, -0.2054832, 1e-3);
  EXPECT_NEAR(difference.high, 3.3654832, 1e-3);
}

TEST(Difference, OfTooFewOrOfEqualValues) {
  EXPECT_FALSE(difference_of(std::vector<double>{1}, std::vector<double>{1, 2}));
  const Difference none = difference_of(std::vector<double>{2, 2}, std::vector<double>{5, 5}).value();
  EXPECT_EQ(none.low, 3);
  EXPECT_EQ(none.high, 3);
}

}  // namespace
}  // namespace hornbook::server

// What a teacher lays down: an event of the learner's record, in the base that a device gets, in decisions replayed.
#include "sync/server/teaching/plans.hpp"

#include "sync/server/web/class_page.hpp"
#include "sync/server/web/html.hpp"
#include "sync/server/web/plan_page.hpp"
#include "tests/unit/sync/server/lead_session.hpp"
#include "tests/unit/sync/server/server_bed.hpp"

namespace hornbook::server {
namespace {

constexpr std::uint32_t monday = 20'900;

class Plans : public test::ServerBed {
 protected:
  void SetUp() override {
    add_sample_pack();
    ASSERT_TRUE(library_.refresh(*school_).has_value());
    class_number_ = find_class(*school_, "4 Robin").value().number;
  }
  [[nodiscard]] Whom only(const std::string& source) { return {class_number_, learner(source)}; }
  [[nodiscard]] Whom everybody() const { return {class_number_, std::nullopt}; }

  // As a station would that opens the base under the learner's own key.
  [[nodiscard]] std::optional<interpret::Base> base_brought(const bundle::DownBundle& down, const std::string& source) {
    const Learner who = load_learner(*school_, learner_number(source)).value();
    for (const auto& base : down.bases) {
      if (base.learner != who.id) continue;
      return interpret::decode_base(open_random(who.profile.capsule_key, who.id.view(), base.sealed).value()).value();
    }
    return std::nullopt;
  }

  Account head_{"head", Role::Administrator};
  std::int64_t class_number_ = 0;
};

TEST_F(Plans, OfTheClass_IsEverybodysAndNobodyElses) {
  measure::PlanSet plan{monday, {}};
  plan.allowed.own_choice = false;
  ASSERT_TRUE(set_plan(*school_, library_, head_, everybody(), plan).has_value());
  for (const char* source : {"u1", "u2", "u3"}) {
    EXPECT_EQ(state_of(source).base.state.plan.term_end_day, monday);
    EXPECT_FALSE(state_of(source).base.state.plan.allowed.own_choice);
  }
  EXPECT_EQ(state_of("u4").base.state.plan, interpret::PlanState{}) << "of another class";
  ASSERT_TRUE(set_plan(*school_, library_, head_, only("u2"), {}).has_value());
  EXPECT_EQ(state_of("u2").base.state.plan, interpret::PlanState{});
  EXPECT_EQ(state_of("u1").base.state.plan.term_end_day, monday);
}

TEST_F(Plans, OfAnotherTeachersClass_IsRefused) {
  ASSERT_TRUE(add_account(*school_, "other", Role::Teacher, "a good password").has_value());
  const Done done = set_plan(*school_, library_, {"other", Role::Teacher}, everybody(), {monday, {}});
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::NotFound);
  EXPECT_EQ(count("event"), 0);
  EXPECT_FALSE(set_plan(*school_, library_, head_, only("u4"), {}).has_value()) << "a learner of another class";
}

TEST_F(Plans, ReachTheDeviceInTheBase_AndItsDecisionsReplay) {
  test::DeviceCard card = enrolled_device("Station 1");
  ASSERT_TRUE(set_goal(*school_, library_, head_, only("u1"), {0, 4, monday, {}}).has_value());
  measure::PlanSet plan{monday, {}};
  plan.allowed.messages = false;
  ASSERT_TRUE(set_plan(*school_, library_, head_, only("u1"), plan).has_value());
  const auto base = base_brought(answer_to(card, card.bundle(card.open_epoch(0), {})), "u1");
  ASSERT_TRUE(base) << "somebody who never answered anything gets one, too";
  EXPECT_EQ(base->state.plan.term_end_day, monday);
  EXPECT_TRUE(base->state.agency.goal.by_teacher);
  EXPECT_EQ(base->contains.front().device, school_writer(*school_));

  const TimeEstimate time{static_cast<UnixMs>(monday) * test::a_day_ms, 1000};
  session::SessionOpening opening =
      test::opening_of({card.id(), 2, learner("u1")}, library_.curricula(), pack_.hash, time);
  opening.base = *base;
  EXPECT_TRUE(session::has_goal(session::begin(opening, 1000).value().state));
  const std::vector<measure::Event> events = test::lead_session(std::move(opening), 5);
  const test::OpenEpoch epoch = card.open_epoch(0);
  // While the session lasted the teacher thought again: what the device decided still replays from what it knew.
  ASSERT_TRUE(set_plan(*school_, library_, head_, everybody(), {}).has_value());
  ASSERT_TRUE(send(card, card.bundle(epoch, {card.segment(epoch, 0, events)})).has_value());
  const Device device = find_device(*school_, card.id()).value().value();
  EXPECT_GT(device.decisions, 4u);
  EXPECT_EQ(device.decisions_unmatched, 0u);
  EXPECT_GE(state_of("u1").base.state.agency.goal.done, 4u);
  EXPECT_EQ(state_of("u1").base.state.plan, interpret::PlanState{});
}

TEST_F(Plans, Check_NeedsAPackThatHasPartsToAskAbout) {
  const Done done = ask_check(*school_, library_, head_, everybody(), pack_.hash, false);
  ASSERT_FALSE(done) << "three skills are too few";
  EXPECT_EQ(done.error().code, ErrorCode::NotFound);
  Hash unknown;
  EXPECT_FALSE(ask_check(*school_, library_, head_, everybody(), unknown, false).has_value());
}

TEST_F(Plans, TheSchoolAsAWriter_IsNoDevice) {
  ASSERT_TRUE(set_plan(*school_, library_, head_, everybody(), {monday, {}}).has_value());
  EXPECT_TRUE(list_devices(*school_).value().empty());
  reopen();
  ASSERT_TRUE(library_.refresh(*school_).has_value());
  ASSERT_TRUE(set_plan(*school_, library_, head_, everybody(), {monday + 1, {}}).has_value());
  EXPECT_EQ(state_of("u3").base.state.plan.term_end_day, monday + 1);
  EXPECT_EQ(count("event"), 6);
}

TEST(PlanDays, AreWrittenAndReadAsDates) {
  EXPECT_EQ(day_in("1970-01-01"), 0u);
  EXPECT_EQ(day_in("2026-12-18"), 20'805u);
  EXPECT_EQ(day_text(20'805), "2026-12-18");
  EXPECT_EQ(day_text(0), "");
  for (const char* wrong : {"", "2026-13-01", "2026-02-30", "18.12.2026", "2026-12-1a", "1969-12-31", "2026-12-018"})
    EXPECT_FALSE(day_in(wrong)) << wrong;
}

class PlanPage : public Plans {
 protected:
  [[nodiscard]] Done send_form(Form form) {
    return take_plan_form(*school_, library_, head_, class_number_, form, clock_.now().unix_ms);
  }
  [[nodiscard]] PlanView view() {
    return view_plan(*school_, library_, head_, class_number_, "en", clock_.now().unix_ms).value();
  }
  [[nodiscard]] std::string day_from_now(std::uint32_t days) {
    return day_text(interpret::day_of(clock_.now().unix_ms) + days);
  }
};

TEST_F(PlanPage, Forms_SetWhatTheTableShows) {
  ASSERT_TRUE(send_form({{"act", "plan"},
                         {"who", "all"},
                         {"term_end", day_from_now(40)},
                         {"own_choice", "yes"},
                         {"messages", "yes"},
                         {"checks_later", "yes"},
                         {"how_it_fitted", "yes"}})
                  .has_value());
  ASSERT_TRUE(send_form({{"act", "goal"},
                         {"who", to_hex(learner("u1").view())},
                         {"skill", std::to_string(view().skills.at(1).key)},
                         {"items", "6"},
                         {"day", day_from_now(3)}})
                  .has_value());
  const PlanView shown = view();
  ASSERT_EQ(shown.learners.size(), 3u);
  EXPECT_FALSE(shown.learners[0].plan.allowed.own_goals);
  ASSERT_TRUE(shown.learners[0].goal);
  EXPECT_EQ(shown.learners[0].goal_skill, "Unit fractions");
  EXPECT_FALSE(shown.learners[1].goal);
  const std::string html = render_plan_page(shown, words_for("en"), "token");
  for (const std::string& part : {day_from_now(40), std::string("own goals"), std::string("Unit fractions: 0 of 6"),
                                  std::string("set by a teacher"), std::string("&lt;b&gt;Okafor&lt;/b&gt;"),
                                  std::string("name=\"own_choice\" value=\"yes\" checked")})
    EXPECT_NE(html.find(part), std::string::npos) << part;
  EXPECT_EQ(html.find("name=\"own_goals\" value=\"yes\" checked"), std::string::npos);
  EXPECT_EQ(html.find("style="), std::string::npos);
  EXPECT_NE(render_plan_page(shown, words_for("es"), "token").find("puesta por una maestra"), std::string::npos);
}

TEST_F(PlanPage, FormThatThePageDidNotWrite_ChangesNothing) {
  EXPECT_FALSE(send_form({{"act", "plan"}, {"who", "all"}, {"term_end", "2020-01-01"}}).has_value()) << "past";
  EXPECT_FALSE(send_form({{"act", "plan"}, {"who", "nobody"}}).has_value());
  EXPECT_FALSE(send_form({{"act", "goal"}, {"who", "all"}, {"skill", "0"}, {"items", "-1"}, {"day", day_from_now(1)}})
                   .has_value());
  EXPECT_FALSE(send_form({{"act", "goal"}, {"who", "all"}, {"skill", "0"}, {"items", "5"}, {"day", ""}}).has_value());
  EXPECT_FALSE(send_form({{"act", "check"}, {"who", "all"}, {"pack", "zz"}, {"ask", "yes"}}).has_value());
  EXPECT_FALSE(send_form({{"act", "burn"}, {"who", "all"}}).has_value());
  EXPECT_EQ(count("event"), 0);
}

TEST_F(PlanPage, ClassPage_SaysHowFarTheyGetUntilTheTermEnds) {
  const auto class_page = [&] {
    return render_class_page(view_class(*school_, library_, head_, class_number_, "en", clock_.now().unix_ms).value(),
                             words_for("en"), "t");
  };
  EXPECT_EQ(class_page().find("At this pace"), std::string::npos);
  ASSERT_TRUE(send_form({{"act", "plan"}, {"who", "all"}, {"term_end", day_from_now(2)}}).has_value());
  EXPECT_NE(class_page().find("At this pace 0 of 3 skills by " + day_from_now(2)), std::string::npos);
  ASSERT_TRUE(send_form({{"act", "plan"}, {"who", "all"}, {"term_end", day_from_now(300)}}).has_value());
  EXPECT_NE(class_page().find("At this pace 3 of 3 skills by " + day_from_now(300)), std::string::npos);
}

}  // namespace
}  // namespace hornbook::server

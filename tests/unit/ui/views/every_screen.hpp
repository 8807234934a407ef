// Every screen of the station and every phase of every kind of task, for tests that ask the same of all of them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tests/unit/ui/views/shown.hpp"

namespace hornbook::ui::test {

struct NamedState {
  std::string name;
  StationState state;
  std::string about = {};  // which of those with the same name, for whoever reads of a failure
};

inline StationState with_screen(StationState state, StationScreen screen) {
  state.screen = std::move(screen);
  return state;
}

inline const engage::Verdict right_verdict{true, 1000, std::nullopt, "You counted the parts."};
inline const engage::Verdict wrong_verdict{false, 0, std::nullopt, "Count the equal parts once more."};

// Messages, a goal, what a detector calls for, and what the learner says of an item.
inline void add_guidance(std::vector<NamedState>& states, const StationState& base, const StationState& lesson) {
  const std::string& language = base.language;
  StationState guided = lesson;
  guided.session->message = std::uint16_t{31};
  guided.session->learner.agency.goal = {0, 10, 10, 0, guided.session->learner.sessions, false, false};
  states.push_back({"home", with_screen(guided, Home{}), " with a message and a goal"});
  states.push_back({"goal", with_screen(guided, GoalChoice{})});
  states.push_back({"goal", with_screen(lesson, GoalChoice{}), " before there is one"});
  states.push_back({"goodbye",
                    with_screen(base, Goodbye{{3, 1, 1, 0},
                                              "Amina",
                                              "lion",
                                              language,
                                              0,
                                              std::uint16_t{39},
                                              interpret::GoalState{0, 10, 4, 0, 1, false, false}}),
                    " with a message and a goal"});
  for (const engage::Verdict& verdict : {right_verdict, wrong_verdict}) {
    StationState told = in_phase(0, engage::Finished{verdict}, language);
    told.session->message = std::uint16_t{29};
    states.push_back({"activity", told, " done, with a message"});
    std::get<Activity>(told.screen).says_how_it_fitted = true;
    states.push_back({"activity", std::move(told), " done: how was it?"});
    StationState supported = in_phase(0, engage::Finished{verdict}, language);
    supported.session->support = adapt::Support::Gentler;
    states.push_back({"activity", std::move(supported), " done, with support"});
  }
}

// What becomes of a wish to talk to the teacher, with all else that home can say.
inline void add_talk(std::vector<NamedState>& states, const StationState& lesson) {
  StationState asked = with_screen(lesson, Home{});
  for (const TalkStanding standing : {TalkStanding::Waits, TalkStanding::Arrived, TalkStanding::Seen}) {
    asked.talk = standing;
    states.push_back({"home", asked, " with a wish to talk"});
  }
  asked.session->learner.agency.goal = {0, 10, 4, 0, asked.session->learner.sessions, true, false};
  asked.session->message = std::uint16_t{31};
  states.push_back({"home", asked, " with a wish to talk, a teacher's goal and a message"});
}

// A check of where to start, from the offer at home to what comes of it.
inline void add_check(std::vector<NamedState>& states, const std::string& language) {
  const StationState beginning = beginning_station(language);
  states.push_back({"home", beginning, " with a check offered"});
  states.push_back({"check", with_screen(beginning, CheckIntroduction{})});
  StationState asked = checking_station(language);
  states.push_back({"activity", asked, " first of a check"});
  states.push_back({"check", with_screen(asked, CheckIntroduction{}), " in the middle of it"});
  asked = update(std::move(asked), ToSession{session::PassOver{}}, 0).state;
  states.push_back({"activity", asked, " of a check"});
  states.push_back({"home", update(asked, ToSession{session::GoHome{}}, 0).state, " with a check that goes on"});
  for (const auto reason :
       {measure::CheckEndReason::Floor, measure::CheckEndReason::Ceiling, measure::CheckEndReason::Later}) {
    StationState closed = with_screen(beginning, Home{});
    closed.session->place = session::CheckClosed{0, reason, 9};
    states.push_back({"check-closed", std::move(closed)});
  }
}

// Every phase of every kind of task.
inline void add_tasks(std::vector<NamedState>& states, const std::string& language) {
  for (std::uint32_t item = 0; item < sample_tasks; ++item) {
    const std::string task = " of sample task " + std::to_string(item);
    states.push_back({"activity", working_station(item, language), task});
    StationState hinted = working_station(item, language);
    engage::at_hand(std::get<session::Working>(hinted.session->place).problem).hints_shown = 2;
    states.push_back({"activity", std::move(hinted), task + " with hints"});
    states.push_back({"activity", in_phase(item, engage::TryAgain{wrong_verdict}, language), task + " to try again"});
    states.push_back({"activity", in_phase(item, engage::Finished{right_verdict}, language), task + " done"});
    states.push_back({"activity", in_phase(item, engage::Finished{wrong_verdict}, language), task + " shown"});
  }
}

// At home, when all that is open rests until another day.
inline StationState enough_for_today(StationState lesson) {
  lesson.screen = Home{};
  measure::Decision& decision = lesson.session->decision;
  decision.alternatives.insert(decision.alternatives.begin(), decision.chosen);
  for (measure::Candidate& extra : decision.alternatives) extra.reason = measure::ReasonCode::Fallback;
  decision.chosen.reason = measure::ReasonCode::Rest;
  return lesson;
}

// What is shown done, and what comes between activities.
inline void add_supports(std::vector<NamedState>& states, const StationState& lesson, const std::string& language) {
  for (std::uint32_t item = 0; item < sample_tasks; ++item) {
    StationState read = working_station(item, language);
    engage::ItemInstance shown = *std::get<session::Working>(read.session->place).problem.item;
    if (!engage::is_evidence(engage::kind_of(shown.steps.front().question.task))) continue;
    for (engage::Step& step : shown.steps) step.worked = true;
    read.session->place = session::ReadingExample{engage::start_problem(std::move(shown), 0), {}};
    states.push_back({"activity", std::move(read), " example of sample task " + std::to_string(item)});
  }
  StationState resting = with_screen(lesson, Home{});
  resting.session->place = session::Resting{};
  states.push_back({"rest", resting, " offered"});
  resting.session->place = session::Resting{0};
  states.push_back({"rest", resting, " taken"});
  resting.session->learner.supports.rest = {resting.session->learner.sessions, 4};
  states.push_back({"rest", resting, " taken again"});
  StationState enough = enough_for_today(lesson);
  states.push_back({"home", enough, " with enough done for today"});
  enough.session->message = std::uint16_t{31};
  enough.session->learner.plan.allowed.own_choice = false;
  states.push_back({"home", std::move(enough), " with enough done for today and a message"});
  StationState planned = with_screen(lesson, Home{});
  planned.session->learner.agency.goal = {0, 10, 4, 0, planned.session->learner.sessions, true, false};
  planned.session->message = std::uint16_t{31};
  states.push_back({"home", planned, " with a teacher's goal and a message"});
  planned.session->learner.plan.allowed = {false, false, false, false, false};
  states.push_back({"home", planned, " with all that a teacher withholds"});
}

// Drawings, steps, texts and media.
inline void add_other_activities(std::vector<NamedState>& states, const std::string& language) {
  for (const engage::DrawingPart part : {engage::DrawingPart::InWords, engage::DrawingPart::AmongPens})
    states.push_back({"activity", drawing_station(part, language), " drawing"});
  StationState handed_in = drawing_station(engage::DrawingPart::OnSheet, language);
  engage::at_hand(std::get<session::Working>(handed_in.session->place).problem).phase =
      engage::Finished{engage::kept_for_teacher()};
  states.push_back({"activity", std::move(handed_in), " drawing"});
  states.push_back({"activity", stepping_station(language), " in steps"});
  states.push_back({"activity", asked_by_a_hint(language), " asked by a hint"});
  states.push_back({"reading", reading_station(language, true, sample_task(0))});
  states.push_back({"activity", reading_station(language, false, sample_task(0)), " beside a text"});
  states.push_back({"activity", reading_station(language, false, sample_task(1)), " about a text"});
  states.push_back({"activity", reading_station(language, false, engage::Reading{}), " of a text that is read"});
  states.push_back({"media", watching_station(language)});
  StationState words = watching_station(language);
  std::get<Activity>(words.screen).at_words = true;
  states.push_back({"media", std::move(words), " as words"});
  StationState asked = watching_station(language);
  asked = update(std::move(asked), ToSession{session::ControlMedia{engage::MediaControl::ReadOn}}, 0).state;
  states.push_back({"activity", std::move(asked), " at a check point"});
  StationState looked_up = reading_station(language, true, engage::Reading{}, 1);
  std::get<Activity>(looked_up.screen).meaning = std::uint16_t{0};
  states.push_back({"reading", std::move(looked_up)});
}

inline StationState with_badges(const StationState& base, StationScreen screen) {
  StationState state = with_screen(base, std::move(screen));
  state.takes_badges = true;
  return state;
}

inline StationState at_home(const StationState& base) {
  StationState state = with_screen(base, Locked{});
  state.at_home = true;
  return state;
}

// Every screen of the station, and every phase of every kind of task.
inline std::vector<NamedState> every_screen(const std::string& language = "en") {
  StationState base = sample_station(20);
  base.language = language;
  for (LearnerCard& card : base.learners) card.language = language;
  const StationState lesson = signed_in_station(language);
  StationState choosing_look = lesson;
  choosing_look.choosing_look = true;
  StationState choosing_voice = choosing_look;
  choosing_voice.look_page = 1;
  StationState trouble = lesson;
  trouble.save_trouble = "The card is full. Ask your teacher.";
  std::vector<NamedState> states{
      {"locked", with_screen(base, Locked{"abc", false, false, "", false})},
      {"badge", with_badges(base, BadgeEntry{"HB000G40R40M30E209185GR38E1W8124GK2GAHC5TA", {}})},
      {"badge", with_badges(base, BadgeEntry{{}, StayedShut::BadgeOfAnotherSchool})},
      {"locked", with_badges(base, Locked{"abc", true, false, "", false, StayedShut::BadgeUnknown})},
      {"attract", with_badges(base, Attract{})},
      {"who", with_badges(base, Who{})},
      {"locked", at_home(base)},
      {"attract", base},
      {"who", with_screen(base, Who{})},
      {"picture-password", with_screen(base, PicturePassword{2, {1}, 0, 0})},
      {"signing-in", with_screen(base, SigningIn{2})},
      {"home", lesson},
      {"progress", with_screen(lesson, ProgressPath{})},
      {"goodbye", with_screen(base, Goodbye{{3, 1, 1, 0}, "Amina", "lion", language, 0})},
      {"out-of-order", with_screen(base, OutOfOrder{"Ask your teacher."})},
      {"not-saved", trouble},
      {"how-it-looks", choosing_look},
      {"how-it-looks", choosing_voice},
  };
  add_guidance(states, base, lesson);
  add_check(states, language);
  add_tasks(states, language);
  add_other_activities(states, language);
  add_supports(states, lesson, language);
  add_talk(states, lesson);
  return states;
}

}  // namespace hornbook::ui::test

#include "platform/script/give_answer.hpp"

#include "platform/script/enter_answer.hpp"
#include "platform/script/finger.hpp"
#include "platform/script/pick_answer.hpp"
#include "runtime/core/limits.hpp"
#include "runtime/engage/task.hpp"
#include "ui/views/workplace.hpp"

namespace hornbook::platform {
namespace {

constexpr std::int64_t thinks_ms_min = 2500, thinks_ms_spread = 5000;
constexpr std::int64_t guesses_after_ms = 400;
constexpr std::int64_t reads_page_ms = 4000;
constexpr std::int64_t looks_up_ms = 500;  // how often whoever watches looks whether a question is asked

template <class Kind>
const Kind* session_intent(const ui::Intent& intent) {
  const auto* to_session = std::get_if<ui::ToSession>(&intent);
  return to_session == nullptr ? nullptr : std::get_if<Kind>(&to_session->intent);
}

Done tap_on(Stage& stage, const WantedIntent& wanted, const char* missing) {
  const ui::Node* node = find_action(stage, wanted);
  if (node == nullptr) return fail(ErrorCode::BadInput, "script", std::string(missing) + " is not on the screen");
  return tap(stage, *node);
}

// Plays what takes the leaf until its next question is asked, or to its end.
Done watch(Stage& stage) {
  const auto play = [](const ui::Intent& intent) {
    const auto* control = session_intent<session::ControlMedia>(intent);
    return control != nullptr && control->control == engage::MediaControl::Play;
  };
  const auto is_over = [](const ui::Intent& intent) { return session_intent<session::GoOn>(intent) != nullptr; };
  const std::int64_t looks_max = std::int64_t{limits::media_seconds_max} * 1000 / looks_up_ms + 2;
  for (std::int64_t look = 0; look < looks_max; ++look) {
    const auto* activity = std::get_if<ui::Activity>(&stage.state().screen);
    if (activity == nullptr || !activity->at_media || find_action(stage, is_over) != nullptr) return {};
    if (const ui::Node* node = find_action(stage, play)) TRY_DONE(tap(stage, *node));
    stage.pass(looks_up_ms);
  }
  return fail(ErrorCode::BadInput, "script", "what is watched does not end");
}

// After the last question the rest of the media comes before the next activity.
Done watch_the_rest(Stage& stage) {
  const auto rest = [](const ui::Intent& intent) {
    const auto* show = std::get_if<ui::ShowMedia>(&intent);
    return show != nullptr && !show->again;
  };
  const ui::Node* node = find_action(stage, rest);
  if (node == nullptr) return {};
  TRY_DONE(tap(stage, *node));
  return watch(stage);
}

bool is_before_an_activity(const Stage& stage) {
  const auto& session = stage.state().session;
  return session && (std::holds_alternative<session::Resting>(session->place) ||
                     std::holds_alternative<session::ReadingExample>(session->place));
}

// The step at hand is shown done.
bool is_read(const engage::Problem* problem) {
  return problem != nullptr && problem->item->steps[problem->at.step].worked;
}

// A rest that is offered is left, an example is read page by page.
Done pass_what_comes_before(Stage& stage) {
  const auto onwards = [&stage](const ui::Intent& intent) {
    const auto* turn = std::get_if<ui::TurnPage>(&intent);
    if (turn != nullptr) return turn->by > 0;
    const engage::Problem* problem = problem_of(stage);
    const auto next = problem == nullptr ? std::nullopt : engage::next_place(*problem);
    const auto* step = act_of<engage::TurnTo>(intent);
    return next ? step != nullptr && step->place == *next : session_intent<session::GoOn>(intent) != nullptr;
  };
  const auto is_to_read = [&stage] { return is_before_an_activity(stage) || is_read(problem_of(stage)); };
  for (std::size_t page = 0; is_to_read() && page < limits::passage_blocks_max; ++page) {
    stage.pass(reads_page_ms);
    TRY_DONE(tap_on(stage, onwards, "the way on"));
  }
  return {};
}

// At home: what is suggested, or what is extra when it is enough for today.
Done choose_activity(Stage& stage) {
  const auto& session = stage.state().session;
  const bool rests = session && session->decision.chosen.reason == measure::ReasonCode::Rest;
  const auto suggestion = [option = rests ? 1 : 0](const ui::Intent& intent) {
    const auto* choice = session_intent<session::ChooseOption>(intent);
    return choice != nullptr && choice->option == option;
  };
  return tap_on(stage, suggestion, "an activity to choose");
}

Done open_activity(Stage& stage) {
  const engage::Problem* problem = problem_of(stage);
  if (problem != nullptr && !is_read(problem) && engage::is_finished(engage::at_hand(*problem))) {
    TRY_DONE(watch_the_rest(stage));
    problem = problem_of(stage);
    if (problem == nullptr) return fail(ErrorCode::BadInput, "script", "the activity closed while it was watched");
    const auto next = engage::next_place(*problem);
    const auto way_on = [&](const ui::Intent& intent) {
      const auto* turn = act_of<engage::TurnTo>(intent);
      return next ? turn != nullptr && turn->place == *next : session_intent<session::GoOn>(intent) != nullptr;
    };
    TRY_DONE(tap_on(stage, way_on, "the way on"));
  }
  if (problem_of(stage) == nullptr && !is_before_an_activity(stage)) TRY_DONE(choose_activity(stage));
  TRY_DONE(pass_what_comes_before(stage));
  if (activity_of(stage) == nullptr) return fail(ErrorCode::BadInput, "script", "no activity is open");
  return watch(stage);
}

// Turns the pages of a passage that takes the leaf, to its question.
Done read_to_the_end(Stage& stage) {
  const auto onwards = [](const ui::Intent& intent) {
    const auto* turn = std::get_if<ui::TurnText>(&intent);
    return turn != nullptr && turn->is_way_on;
  };
  for (std::size_t page = 0; page < limits::passage_blocks_max; ++page) {
    const auto* activity = std::get_if<ui::Activity>(&stage.state().screen);
    if (activity == nullptr || !activity->at_text) return {};
    stage.pass(reads_page_ms);
    TRY_DONE(tap_on(stage, onwards, "the way on in the text"));
  }
  return fail(ErrorCode::BadInput, "script", "the text does not end");
}

Done turn_the_pages_of_the_question(Stage& stage) {
  for (std::size_t page = 0; page < limits::passage_blocks_max; ++page) {
    const ui::Node* on = find_button(stage, ui::views::to_the_answer_id);
    if (on == nullptr) return {};
    TRY_DONE(tap(stage, *on));
  }
  return fail(ErrorCode::BadInput, "script", "the question does not end");
}

// A small screen shows the question, what was said of the last answer and the place to answer as pages. As a learner
// would: "Try again" after "not yet", then on to the place to answer.
Done turn_to_the_answer(Stage& stage) {
  TRY_DONE(read_to_the_end(stage));
  const engage::Activity* activity = activity_of(stage);
  if (activity != nullptr && std::holds_alternative<engage::TryAgain>(activity->phase)) {
    const engage::Gesture way_back = engage::way_back_of(activity->question->task);
    const auto again = [&](const ui::Intent& intent) {
      const auto* gesture = act_of<engage::Gesture>(intent);
      return gesture != nullptr && *gesture == way_back;
    };
    if (const ui::Node* node = find_action(stage, again)) TRY_DONE(tap(stage, *node));
  }
  return turn_the_pages_of_the_question(stage);
}

}  // namespace

Done give_answer(Stage& stage, AnswerKind kind) {
  TRY_DONE(open_activity(stage));
  if (kind == AnswerKind::Hint) {
    return tap_on(
        stage, [](const ui::Intent& intent) { return act_of<engage::AskHint>(intent) != nullptr; }, "the hint");
  }
  const auto thinks_ms = thinks_ms_min + static_cast<std::int64_t>(stage.chance().below(thinks_ms_spread));
  stage.pass(kind == AnswerKind::Guess ? guesses_after_ms : thinks_ms);
  const engage::Activity* activity = activity_of(stage);
  if (activity == nullptr) return fail(ErrorCode::BadInput, "script", "the activity closed before the answer");
  TRY_ASSIGN(const engage::Answer answer, pick_answer(activity->question->task, kind, stage.chance()));
  TRY_DONE(turn_to_the_answer(stage));
  TRY_DONE(enter_answer(stage, answer));
  return tap_on(
      stage, [](const ui::Intent& intent) { return act_of<engage::Submit>(intent) != nullptr; }, "the way to check it");
}

}  // namespace hornbook::platform

#include "tests/unit/runtime/session/one_learner.hpp"

namespace hornbook::session {
namespace {

constexpr int session_start = 1;
constexpr int session_end = 2;
constexpr int item_presented = 3;
constexpr int response = 4;
constexpr int hint_shown = 5;
constexpr int message_shown = 13;
constexpr int decision = 16;
constexpr int choice_made = 17;

TEST(Session, Begin_RecordsTheStartAndOffersThreeDifferentThings) {
  const test::OneLearner learner;
  EXPECT_EQ(learner.event_numbers(), (std::vector<int>{session_start, decision, message_shown}));
  const measure::Decision& offered = learner.state().decision;
  ASSERT_GE(offered.alternatives.size(), 2u);
  std::set<std::uint32_t> items{offered.chosen.item_index};
  for (std::size_t i = 0; i < 2; ++i) items.insert(offered.alternatives[i].item_index);
  EXPECT_EQ(items.size(), 3u);
}

TEST(Session, OneItem_LeavesItsEventsInOrder) {
  test::OneLearner learner;
  learner.intend(ChooseOption{1});
  learner.intend(Act{engage::AskHint{}});
  learner.answer(false);
  learner.answer(true);
  learner.intend(GoOn{});
  learner.intend(GoHome{});
  learner.intend(Leave{});
  EXPECT_EQ(learner.event_numbers(),
            (std::vector<int>{session_start, decision, message_shown, choice_made, item_presented, hint_shown, response,
                              response, decision, item_presented, decision, message_shown, session_end}));
  const auto& second = std::get<measure::Response>(learner.events()[7].body);
  EXPECT_TRUE(second.correct);
  EXPECT_EQ(second.attempt, 2);
  EXPECT_EQ(second.hints_used, 1);
  EXPECT_EQ(second.response_ms, 5000u);
}

// Every item has two steps that practise skills of their own; a hint of the first one asks.
std::shared_ptr<SessionContext> course_of_two_steps() {
  auto context = test::sample_context();
  auto curriculum = std::make_shared<interpret::Curriculum>(*test::sample_curriculum());
  for (interpret::ItemNode& item : curriculum->items) item.step_skills = {item.skills, {5}};
  context->packs.front().curriculum = curriculum.get();
  context->curricula = {{curriculum->pack_hash, curriculum}};
  context->instantiate = [](std::uint16_t pack, std::uint32_t item, std::uint32_t seed, std::string_view language) {
    return test::sample_item(pack, item, seed, language).map([](engage::ItemInstance instance) {
      instance.steps.push_back(instance.steps.front());
      instance.steps.front().question.hints = {{{}, {}, {}, {}, instance.steps.back().question}};
      return instance;
    });
  };
  return context;
}

// The learner in front of the first question about the text.
test::OneLearner a_reader(double recent, std::uint32_t opportunities) {
  auto context = test::sample_context();
  auto curriculum = std::make_shared<interpret::Curriculum>(*test::sample_curriculum());
  for (interpret::SkillNode& skill : curriculum->skills) skill.prerequisites.clear();
  context->packs.front().curriculum = curriculum.get();
  context->curricula = {{curriculum->pack_hash, curriculum}};
  session::SessionOpening opening;
  opening.context = context;
  opening.time = {1'790'000'000'000, 1000};
  interpret::SkillState& skill = opening.base.state.skills[curriculum->skills[test::reading_skill].key];
  skill.recent = recent;
  skill.opportunities = opportunities;
  skill.known = 0.5;
  return test::OneLearner(std::move(opening));
}

constexpr std::uint32_t first_question = test::reading_skill * test::items_per_skill;

TEST(Session, ItemAboutAText_OpensItAtTheLevelOfTheEvidence) {
  constexpr int level_chosen = 12;
  for (const auto& [recent, opportunities, level] :
       {std::tuple{0.5, 0U, 2}, std::tuple{0.95, 9U, 3}, std::tuple{0.05, 9U, 1}}) {
    test::OneLearner learner = a_reader(recent, opportunities);
    learner.present(first_question);
    EXPECT_EQ(learner.event_numbers().back(), level_chosen);
    ASSERT_TRUE(learner.state().reading.has_value());
    EXPECT_EQ(learner.state().reading->level, level) << recent;
  }
}

TEST(Session, WhatIsWatched_IsRecordedWithItsPosition) {
  auto context = test::sample_context();
  context->instantiate = [sample = context->instantiate](std::uint16_t pack, std::uint32_t item, std::uint32_t seed,
                                                         std::string_view language) {
    auto instance = sample(pack, item, seed, language);
    instance->media = engage::Media{"a bar", engage::Video{}, {}, 9'000};
    instance->steps.front().at_ms = 4'000;
    return instance;
  };
  test::OneLearner learner(std::move(context));
  learner.present(0);
  const auto last = [&] { return std::get<measure::MediaProgress>(learner.events().back().body); };
  learner.intend(ControlMedia{engage::MediaControl::Play});
  EXPECT_EQ(last(), (measure::MediaProgress{0, 9'000, engage::MediaAct::Played}));
  learner.wait(1'500);
  learner.intend(ControlMedia{engage::MediaControl::Pause});
  EXPECT_EQ(last(), (measure::MediaProgress{1'500, 9'000, engage::MediaAct::Paused}));
  learner.intend(ControlMedia{engage::MediaControl::Play});
  learner.wait(5'000);
  learner.intend(ControlMedia{engage::MediaControl::Follow});
  EXPECT_EQ(last(), (measure::MediaProgress{4'000, 9'000, engage::MediaAct::CheckPoint}));
  const std::size_t before = learner.events().size();
  learner.intend(ControlMedia{engage::MediaControl::Follow});
  EXPECT_EQ(learner.events().size(), before) << "what rests says nothing";
}

TEST(Session, MediaOfAnItemWithoutAny_AreNothing) {
  test::OneLearner learner;
  learner.present(0);
  const std::size_t before = learner.events().size();
  learner.intend(ControlMedia{engage::MediaControl::Play});
  EXPECT_EQ(learner.events().size(), before);
}

TEST(Session, PagesAndLevelsOfAText_AreRecordedAndTheLevelStays) {
  test::OneLearner learner = a_reader(0.5, 0);
  learner.present(first_question);
  learner.wait(4000);
  learner.intend(LeavePage{2});
  const auto progress = std::get<measure::ReadingProgress>(learner.events().back().body);
  EXPECT_EQ(progress, (measure::ReadingProgress{0, 0, 2, 2, 4000}));
  learner.intend(ReadLevel{4});
  EXPECT_EQ(measure::number_of(learner.events().back().body), 9) << "the text has no such level";
  learner.intend(ReadLevel{1});
  const auto chosen = std::get<measure::ReadingLevelChosen>(learner.events().back().body);
  EXPECT_EQ(chosen, (measure::ReadingLevelChosen{0, 0, 1, measure::LevelChosenBy::Learner}));
  const std::size_t before = learner.events().size();
  learner.finish_item(true);
  EXPECT_EQ(learner.item().item_index, first_question + 1) << "its questions follow one another";
  EXPECT_EQ(learner.state().reading->level, 1);
  for (std::size_t at = before; at < learner.events().size(); ++at)
    EXPECT_NE(measure::number_of(learner.events()[at].body), 12) << "the level is chosen once";
}

TEST(Session, ItemWithoutAText_HasNothingToTurn) {
  test::OneLearner learner;
  learner.intend(ChooseOption{0});
  const std::size_t before = learner.events().size();
  learner.intend(LeavePage{1});
  learner.intend(ReadLevel{1});
  EXPECT_EQ(learner.events().size(), before);
}

TEST(Session, StepsOfAProblem_AreTracedOneByOne) {
  constexpr int step_answered = 7, step_hint_shown = 11;
  test::OneLearner learner(course_of_two_steps());
  learner.intend(ChooseOption{0});
  learner.intend(Act{engage::AskHint{}});
  learner.answer(true);  // what the hint asks
  learner.intend(Act{engage::TurnTo{{0, std::nullopt}}});
  learner.answer(true);
  learner.intend(GoOn{});  // too early: a step is left
  learner.intend(Act{engage::TurnTo{{1, std::nullopt}}});
  learner.answer(false);
  learner.answer(true);
  learner.intend(GoOn{});
  EXPECT_EQ(learner.event_numbers(),
            (std::vector<int>{session_start, decision, message_shown, choice_made, item_presented, step_hint_shown,
                              step_answered, step_answered, step_answered, step_answered, decision, item_presented}));
  const auto step_at = [&](std::size_t at) { return std::get<measure::StepAnswered>(learner.events()[at].body); };
  EXPECT_EQ(step_at(6).hint, 1) << "the scaffold";
  EXPECT_EQ(step_at(7).hint, 0);
  EXPECT_EQ(step_at(7).response.hints_used, 1);
  EXPECT_EQ(step_at(9).step, 1);
  EXPECT_EQ(step_at(9).response.attempt, 2);
  EXPECT_EQ(learner.state().tally.finished, 1u) << "one problem, however many steps";
  EXPECT_EQ(learner.state().tally.right_after_trying, 1u);
}

TEST(Session, AStep_IsEvidenceOfItsOwnSkillsAndAScaffoldOfNone) {
  test::OneLearner learner(course_of_two_steps());
  learner.intend(ChooseOption{0});
  learner.intend(Act{engage::AskHint{}});
  learner.answer(true);
  EXPECT_TRUE(learner.state().learner.skills.empty());
  learner.intend(Act{engage::TurnTo{{0, std::nullopt}}});
  learner.answer(true);
  EXPECT_EQ(learner.state().learner.skills.size(), 1u);
  learner.intend(Act{engage::TurnTo{{1, std::nullopt}}});
  learner.answer(false);
  const SkillKey second = learner.state().context->packs.front().curriculum->skills[5].key;
  ASSERT_TRUE(learner.state().learner.skills.contains(second));
  EXPECT_EQ(learner.state().learner.skills.at(second).failures_in_row, 1u);
}

TEST(Session, Sequences_HaveNoGaps) {
  test::OneLearner learner;
  learner.intend(ChooseOption{0});
  for (int i = 0; i < 5; ++i) learner.finish_item(true);
  for (std::size_t i = 0; i < learner.events().size(); ++i) EXPECT_EQ(learner.events()[i].sequence, i + 1);
  EXPECT_EQ(learner.state().next_sequence, learner.events().size() + 1);
}

TEST(Session, State_IsTheFoldOfItsEvents) {
  test::OneLearner learner;
  learner.intend(ChooseOption{2});
  for (int i = 0; i < 20; ++i) learner.finish_item(i % 3 != 0);
  const SessionContext& context = *learner.state().context;
  interpret::LearnerState folded;
  for (const measure::Event& event : learner.events()) {
    interpret::fold(folded, {context.device, context.epoch, event}, context.curricula, context.parameters);
  }
  EXPECT_EQ(folded, learner.state().learner);
}

TEST(Session, OptionTaken_IsTheItemShown) {
  test::OneLearner learner;
  const measure::Candidate wanted = learner.state().decision.alternatives.at(1);
  learner.intend(ChooseOption{2});
  EXPECT_EQ(learner.item().item_index, wanted.item_index);
  EXPECT_EQ(learner.item().seed, wanted.seed);
}

TEST(Session, OptionThatIsNotThere_ChangesNothing) {
  test::OneLearner learner;
  const std::size_t before = learner.events().size();
  learner.intend(ChooseOption{99});
  EXPECT_TRUE(std::holds_alternative<AtHome>(learner.state().place));
  EXPECT_EQ(learner.events().size(), before);
}

TEST(Session, IntentsThatDoNotFit_RecordNothing) {
  test::OneLearner learner;
  std::size_t before = learner.events().size();
  learner.intend(GoOn{});
  learner.intend(GoHome{});
  learner.intend(Act{engage::Submit{}});
  learner.intend(SayHowItFitted{measure::OverrideReason::TooHard});
  EXPECT_EQ(learner.events().size(), before);
  learner.intend(ChooseOption{0});
  before = learner.events().size();
  learner.intend(GoOn{});  // not finished yet
  learner.intend(ChooseOption{1});
  EXPECT_EQ(learner.events().size(), before);
}

TEST(Session, ThreeWrongAnswers_FinishTheItemAndCountIt) {
  test::OneLearner learner;
  learner.intend(ChooseOption{0});
  for (int i = 0; i < 3; ++i) learner.answer(false);
  EXPECT_TRUE(std::holds_alternative<engage::Finished>(learner.activity().phase));
  EXPECT_EQ(learner.state().tally.finished, 1u);
  EXPECT_EQ(learner.state().tally.right_first_time, 0u);
}

TEST(Session, ItemThatCannotBeOpened_IsTroubleAndHomeOffersOthers) {
  auto context = test::sample_context();
  context->instantiate = [](std::uint16_t, std::uint32_t, std::uint32_t, std::string_view) {
    return Result<engage::ItemInstance>(fail(ErrorCode::Corrupt, "item", "its object is damaged"));
  };
  test::OneLearner learner(context);
  learner.intend(ChooseOption{0});
  ASSERT_TRUE(std::holds_alternative<Trouble>(learner.state().place));
  learner.intend(GoHome{});
  EXPECT_TRUE(std::holds_alternative<AtHome>(learner.state().place));
}

TEST(Session, NoPackWithAnItem_CannotBegin) {
  auto context = test::sample_context();
  context->packs.clear();
  SessionOpening opening;
  opening.context = context;
  const Result<SessionStep> step = begin(std::move(opening), 0);
  ASSERT_FALSE(step);
  EXPECT_EQ(step.error().code, ErrorCode::BadInput);
}

TEST(Session, TailThatTheBaseContains_IsNotFoldedTwice) {
  test::OneLearner learner;
  learner.intend(ChooseOption{0});
  learner.finish_item(true);
  SessionOpening opening;
  opening.context = learner.state().context;
  for (const measure::Event& event : learner.events()) {
    opening.tail.push_back({opening.context->device, opening.context->epoch, event});
  }
  opening.base.state = learner.state().learner;
  opening.base.contains = {{opening.context->device, 1, learner.events().back().sequence}};
  const SessionStep step = begin(std::move(opening), 90'000).value();
  EXPECT_EQ(step.state.learner.responses, learner.state().learner.responses);
  EXPECT_EQ(step.state.learner.sessions, 2u);
}

}  // namespace
}  // namespace hornbook::session

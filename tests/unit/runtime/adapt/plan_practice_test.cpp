#include "runtime/adapt/plan_practice.hpp"

#include <gtest/gtest.h>

#include <array>

#include "runtime/adapt/choose_next.hpp"
#include "runtime/interpret/answer_model.hpp"

namespace hornbook::adapt {
namespace {

using measure::ReasonCode;

constexpr UnixMs now = 1'790'000'000'000;
constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;

// Two skills, the second built on the first; six items each, the even ones tell of a misconception.
interpret::Curriculum pair_of_skills() {
  interpret::Curriculum curriculum;
  curriculum.skills = {{1, {}}, {2, {0}}};
  curriculum.misconceptions = {7};
  for (std::uint16_t skill = 0; skill < 2; ++skill) {
    for (int item = 0; item < 6; ++item) {
      interpret::ItemNode node{ItemKey{skill} * 10 + static_cast<ItemKey>(item) + 10, {skill}, 0, true};
      if (item % 2 == 0) node.misconceptions = {0};
      curriculum.items.push_back(node);
    }
  }
  return curriculum;
}

interpret::SkillState practised(double mastery, std::uint32_t right_in_row, std::int64_t ago_ms) {
  interpret::SkillState skill;
  skill.opportunities = 5;
  skill.correct = skill.unaided_correct = 3;
  skill.unaided_in_row = right_in_row;
  skill.known = mastery;
  skill.recent = 0.6;
  skill.last_seen_ms = now - ago_ms;
  skill.belief.answers = 5;
  skill.belief.ability = {0, 1};
  skill.belief.memory = {3, 5};
  skill.belief.mastery = mastery;
  return skill;
}

interpret::SkillState mastered(std::int64_t ago_ms) {
  interpret::SkillState skill = practised(0.98, 4, ago_ms);
  skill.delayed_correct = true;
  skill.belief.mastered = true;
  return skill;
}

measure::Decision choose(const interpret::LearnerState& state) {
  static const interpret::Curriculum curriculum = pair_of_skills();
  const PackInPlay packs[] = {{0, &curriculum}};
  return choose_next(state, {}, packs, now, 0, interpret::default_parameters()).value();
}

TEST(PlanPractice, NewLearner_BeginsWithWhatNeedsNothingBefore) {
  const measure::Decision decision = choose({});
  EXPECT_EQ(decision.chosen.reason, ReasonCode::FirstContact);
  EXPECT_EQ(decision.chosen.skill_index, 0);
}

TEST(PlanPractice, NewSkill_IsMetInABlockBeforeItIsMixedWithOthers) {
  interpret::LearnerState state;
  state.sessions = 2;
  state.skills[1] = practised(0.7, 0, day_ms);
  state.skills[2] = practised(0.2, 1, 60'000);
  state.skills[2].opportunities = 1;
  state.skills[2].last_session = 2;
  EXPECT_EQ(choose(state).chosen.reason, ReasonCode::KeepGoing);
  EXPECT_EQ(choose(state).chosen.skill_index, 1);
  state.skills[2].opportunities = first_block_items;
  EXPECT_EQ(choose(state).chosen.skill_index, 0) << "the block is over: what was seen longest ago comes first";
  state.skills[2].opportunities = 1;
  state.skills[2].last_session = 1;
  EXPECT_EQ(choose(state).chosen.skill_index, 0) << "a block is of one sitting";
}

// Of two packs with something new, that from which the learner chose by themselves comes first; of items that fit
// alike, the kind of task that they like to do.
TEST(PlanPractice, OwnChoices_DecideAmongWhatFitsAlike) {
  std::array<interpret::Curriculum, 2> packs_of;
  for (std::size_t pack = 0; pack < 2; ++pack) {
    packs_of[pack].pack_hash.bytes.fill(static_cast<std::uint8_t>(1 + pack));
    packs_of[pack].skills = {{SkillKey{1} + pack, {}}};
    for (std::uint8_t kind = 0; kind < 8; ++kind)
      packs_of[pack].items.push_back(
          {ItemKey{10} * (pack + 1) + kind, {0}, 0, true, kind < 4 ? kind : std::uint8_t{5}});
  }
  const PackInPlay packs[] = {{0, &packs_of[0]}, {1, &packs_of[1]}};
  interpret::LearnerState state;
  const auto chosen = [&](std::uint32_t number) {
    return choose_next(state, {}, packs, now, number, interpret::default_parameters()).value().chosen;
  };
  EXPECT_EQ(chosen(0).pack_index, 0);
  for (int i = 0; i < 12; ++i) {
    interpret::take_choice(state.interest, 1);
    interpret::take_item(state.interest, 5, packs_of[1].pack_hash);
  }
  for (std::uint32_t number = 0; number < 20; ++number) {
    const measure::Candidate candidate = chosen(number);
    EXPECT_EQ(candidate.pack_index, 1) << number;
    EXPECT_GE(candidate.item_index, 4u) << number;
  }
}

TEST(PlanPractice, SkillThatWasRightToday_RestsUntilAnotherDay) {
  interpret::LearnerState state;
  state.skills[1] = practised(0.3, rests_after_in_row, 60'000);
  EXPECT_EQ(choose(state).chosen.reason, ReasonCode::Rest);
  state.skills[1].last_seen_ms = now - static_cast<std::int64_t>(another_day_days * day_ms);
  EXPECT_EQ(choose(state).chosen.reason, ReasonCode::Strengthen);
  state.skills[1] = practised(0.3, rests_after_in_row - 1, 60'000);
  EXPECT_EQ(choose(state).chosen.reason, ReasonCode::Strengthen);
}

TEST(PlanPractice, WithoutAClock_AnotherSittingIsAnotherDay) {
  interpret::LearnerState state;
  state.sessions = 4;
  state.skills[1] = practised(0.3, rests_after_in_row, 0);
  for (const UnixMs last_seen : {UnixMs{0}, now + 30 * day_ms}) {  // never a clock; a clock that was lost again
    state.skills[1].last_seen_ms = last_seen;
    state.skills[1].last_session = 4;
    EXPECT_EQ(choose(state).chosen.reason, ReasonCode::Rest) << last_seen;
    state.skills[1].last_session = 3;
    EXPECT_EQ(choose(state).chosen.reason, ReasonCode::Strengthen) << last_seen;
  }
}

TEST(PlanPractice, RestingSkill_DoesNotKeepWhatIsBuiltOnItWaiting) {
  interpret::LearnerState state;
  state.skills[1] = practised(0.7, rests_after_in_row, 60'000);
  const measure::Decision decision = choose(state);
  EXPECT_EQ(decision.chosen.reason, ReasonCode::FirstContact);
  EXPECT_EQ(decision.chosen.skill_index, 1);
}

TEST(PlanPractice, StalledSkill_LooksAgainAtWhatItBuildsOnUnlessThatWasJustSeen) {
  interpret::LearnerState state;
  state.skills[1] = mastered(5 * day_ms);
  state.skills[2] = practised(0.1, 0, 60'000);
  state.skills[2].failures_in_row = 3;
  const measure::Decision back = choose(state);
  EXPECT_EQ(back.chosen.reason, ReasonCode::StepBack);
  EXPECT_EQ(back.chosen.skill_index, 0);
  state.skills[1].last_seen_ms = now - day_ms;
  EXPECT_EQ(choose(state).chosen.reason, ReasonCode::EasierAfterFailures) << "it was right yesterday";
  state.skills[1].belief.mastery = 0.6;
  EXPECT_EQ(choose(state).chosen.reason, ReasonCode::StepBack) << "it is in doubt";
}

TEST(PlanPractice, MasteredSkill_IsReviewedWhenDueUnlessItIsExercised) {
  interpret::LearnerState state;
  state.skills[1] = mastered(60 * day_ms);
  state.skills[2] = mastered(day_ms);
  EXPECT_EQ(choose(state).chosen.reason, ReasonCode::Review);
  EXPECT_EQ(choose(state).chosen.skill_index, 0);
  state.skills[2] = practised(0.3, rests_after_in_row, 60'000);
  EXPECT_EQ(choose(state).chosen.reason, ReasonCode::Rest) << "what is built on it is in practice";
  state.skills[1] = mastered(2 * day_ms);
  state.skills[2] = mastered(day_ms);
  EXPECT_EQ(choose(state).chosen.reason, ReasonCode::Rest);
}

// Weeks after mastery: check-ups that waited long come first, and three make a sitting's.
TEST(PlanPractice, OverdueCheckUps_ComeBeforeNewThings_ThreeASitting) {
  interpret::Curriculum course;
  interpret::LearnerState state;
  state.sessions = 9;
  for (std::uint16_t skill = 0; skill < 6; ++skill) {
    course.skills.push_back({SkillKey{1} + skill, {}});
    course.items.push_back({ItemKey{10} + skill, {skill}, 0, true});
    if (skill < 5) state.skills[SkillKey{1} + skill] = mastered(60 * day_ms);
  }
  const PackInPlay packs[] = {{0, &course}};
  const auto next = [&] {
    return choose_next(state, {}, packs, now, 0, interpret::default_parameters()).value().chosen;
  };
  for (int checkup = 0; checkup < 3; ++checkup) {
    const measure::Candidate chosen = next();
    ASSERT_EQ(chosen.reason, ReasonCode::Review) << checkup;
    interpret::SkillState& skill = state.skills.at(SkillKey{1} + chosen.skill_index);
    skill.last_session = state.sessions;
    skill.last_seen_ms = now;
  }
  EXPECT_EQ(next().reason, ReasonCode::FirstContact) << "enough of them today";
  ++state.sessions;
  EXPECT_EQ(next().reason, ReasonCode::Review);
}

TEST(PlanPractice, PlacedSkill_IsConfirmedAfterWhatIsNew) {
  interpret::LearnerState state;
  interpret::begin_at(state, state.skills[1], 0.9, 8, interpret::default_parameters());
  state.placement.placed[1] = {0.9};
  const measure::Decision decision = choose(state);
  EXPECT_EQ(decision.chosen.reason, ReasonCode::FirstContact);
  EXPECT_EQ(decision.chosen.skill_index, 1) << "what it opens";
  ASSERT_FALSE(decision.alternatives.empty());
  EXPECT_EQ(decision.alternatives[0].reason, ReasonCode::Confirm);
  state.placement.placed.clear();
  EXPECT_EQ(choose(state).chosen.skill_index, 0) << "without the check's word nothing was shown of it";
}

TEST(PlanPractice, StalledSkill_LooksAtWhatACheckOpenedItWith) {
  interpret::LearnerState state;
  interpret::begin_at(state, state.skills[1], 0.9, 8, interpret::default_parameters());
  state.placement.placed[1] = {0.9};
  state.skills[2] = practised(0.1, 0, 60'000);
  state.skills[2].failures_in_row = 3;
  EXPECT_EQ(choose(state).chosen.reason, ReasonCode::StepBack);
  EXPECT_EQ(choose(state).chosen.skill_index, 0);
}

TEST(PlanPractice, ItemsThatTellOfMisconceptions_ComeFirst) {
  interpret::LearnerState state;
  state.skills[1] = practised(0.4, 0, day_ms);
  for (std::uint32_t number = 0; number < 20; ++number) {
    state.responses = number;
    EXPECT_EQ(choose(state).chosen.item_index % 2, 0u) << number;
  }
}

}  // namespace
}  // namespace hornbook::adapt

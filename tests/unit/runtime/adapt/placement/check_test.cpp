#include "runtime/adapt/placement/check.hpp"

#include <gtest/gtest.h>

#include <set>

#include "runtime/adapt/frontier.hpp"

namespace hornbook::adapt {
namespace {

using interpret::CheckOutcome;
using measure::CheckEndReason;
using measure::ReasonCode;

constexpr UnixMs now = 1'790'000'000'000;
constexpr int items_a_skill = 6;

// A chain of skills with six items each, of differing difficulty.
const interpret::Curriculum& chain() {
  static const interpret::Curriculum curriculum = [] {
    interpret::Curriculum made;
    for (std::uint16_t skill = 0; skill < 10; ++skill) {
      made.skills.push_back({100U + skill, {}});
      if (skill > 0) made.skills.back().prerequisites = {static_cast<std::uint16_t>(skill - 1)};
      for (int item = 0; item < items_a_skill; ++item)
        made.items.push_back({1000U + 10U * skill + static_cast<unsigned>(item), {skill}, (item - 2) * 300, true});
    }
    return made;
  }();
  return curriculum;
}

const interpret::Parameters& parameters() {
  static const interpret::Parameters made = interpret::default_parameters();
  return made;
}

class Checked {
 public:
  Checked() {
    state_.placement.asking = 100;
    state_.placement.checks[100];
  }

  [[nodiscard]] measure::Decision ask() {
    return choose_next(state_, {}, packs_, now, decisions_++, parameters()).value();
  }
  [[nodiscard]] CheckStanding standing() const { return *check_at_hand(state_, packs_, parameters()); }
  void answer(const measure::Candidate& asked, CheckOutcome outcome) {
    const ItemKey item = chain().items[asked.item_index].key;
    interpret::keep_answer(state_.placement, {item, outcome, now});
    state_.items[item].last_response_number = ++state_.responses;
  }
  // Until it ends, by somebody who knows the first so many skills and never slips.
  CheckEndReason run(std::size_t known) {
    while (!standing().ends) {
      const measure::Candidate asked = ask().chosen;
      asked_.push_back(asked);
      answer(asked, asked.skill_index < known ? CheckOutcome::Right : CheckOutcome::NotRight);
    }
    return *standing().ends;
  }
  [[nodiscard]] const std::vector<measure::Candidate>& asked() const { return asked_; }
  [[nodiscard]] interpret::LearnerState& state() { return state_; }
  [[nodiscard]] std::span<const PackInPlay> packs() const { return packs_; }

 private:
  interpret::LearnerState state_;
  std::vector<PackInPlay> packs_{{0, &chain()}};
  std::uint32_t decisions_ = 0;
  std::vector<measure::Candidate> asked_;
};

TEST(Check, FindsWhereSomebodyStands_WithinFewQuestions) {
  for (std::size_t known = 0; known <= 10; ++known) {
    Checked check;
    check.run(known);
    EXPECT_LE(check.asked().size(), check_questions_max) << known;
    const std::vector<double> found = check.standing().estimate.known;
    for (std::size_t skill = 0; skill < 10; ++skill) {
      const double least = skill + 2 < known ? 0.7 : 0;
      const double most = skill > known + 1 ? 0.4 : 1;
      EXPECT_GE(found[skill], least) << known << ' ' << skill;
      EXPECT_LE(found[skill], most) << known << ' ' << skill;
    }
  }
}

TEST(Check, EndsWhenItIsPreciseEnough_AndAtTheEndsOfTheScale) {
  Checked nothing;
  EXPECT_EQ(nothing.run(0), CheckEndReason::Floor);
  Checked everything;
  EXPECT_EQ(everything.run(10), CheckEndReason::Ceiling);
  Checked middling;
  const CheckEndReason reason = middling.run(5);
  const bool is_precise = middling.standing().estimate.standard_error <= check_precise_at;
  EXPECT_EQ(reason, is_precise ? CheckEndReason::Precise : CheckEndReason::Enough);
  EXPECT_TRUE(is_precise || middling.asked().size() == check_questions_max);
}

TEST(Check, NoItemIsShownTwice) {
  Checked check;
  check.run(6);
  std::set<std::uint32_t> items;
  for (const measure::Candidate& asked : check.asked()) EXPECT_TRUE(items.insert(asked.item_index).second);
}

TEST(Check, SkillsThatTellNearlyTheSame_AreAskedAboutInTurn) {
  Checked check;
  check.run(5);
  std::vector<std::size_t> asked(10);
  for (const measure::Candidate& each : check.asked()) ++asked[each.skill_index];
  for (const std::size_t count : asked) EXPECT_LE(count, 4u);
  EXPECT_GE(std::count_if(asked.begin(), asked.end(), [](std::size_t count) { return count > 0; }), 4);
}

TEST(Check, BeginsEasierThanTheMiddle) {
  Checked check;
  EXPECT_LT(check.ask().chosen.skill_index, 5);
}

TEST(Check, Decision_GivesReasonEvidenceAndAlternatives) {
  Checked check;
  const measure::Candidate first = check.ask().chosen;
  check.answer(first, CheckOutcome::Right);
  const measure::Decision decision = check.ask();
  EXPECT_EQ(decision.chosen.reason, ReasonCode::Check);
  EXPECT_EQ(decision.opportunities, 1) << "answers so far";
  EXPECT_EQ(decision.model_version, parameters().version);
  EXPECT_LE(decision.alternatives.size(), check_left_to_chance - 1);
  EXPECT_FALSE(decision.alternatives.empty());
  for (const measure::Candidate& other : decision.alternatives) EXPECT_EQ(other.reason, ReasonCode::Check);
  EXPECT_GT(decision.chosen.success_permille, 150);
  EXPECT_LT(decision.chosen.success_permille, 950);
}

TEST(Check, ChildrenSideBySide_GetDifferentQuestions) {
  std::set<std::uint32_t> first;
  for (std::uint8_t learner = 0; learner < 20; ++learner) {
    Checked check;
    LearnerId id;
    id.bytes.fill(learner);
    first.insert(choose_next(check.state(), id, check.packs(), now, 0, parameters()).value().chosen.item_index);
  }
  EXPECT_GE(first.size(), 3u);
}

TEST(Check, ItemsOfLatePractice_AreAvoidedWhileThereAreOthers) {
  Checked check;
  std::set<ItemKey> practised;
  for (std::size_t at = 0; at < chain().items.size(); ++at) {
    if (at % items_a_skill >= 3) continue;
    practised.insert(chain().items[at].key);
    check.state().items[chain().items[at].key].last_response_number = ++check.state().responses;
  }
  for (int question = 0; question < 6; ++question) {
    const measure::Candidate asked = check.ask().chosen;
    EXPECT_FALSE(practised.contains(chain().items[asked.item_index].key));
    check.answer(asked, question % 2 == 0 ? CheckOutcome::Right : CheckOutcome::NotRight);
  }
}

TEST(Check, AnswersThatSayNothing_EndItAfterAWhileAllTheSame) {
  Checked check;
  std::size_t questions = 0;
  for (; !check.standing().ends; ++questions) check.answer(check.ask().chosen, CheckOutcome::Unread);
  EXPECT_EQ(questions, check_questions_max);
  EXPECT_NEAR(check.standing().estimate.ability, 0, 1e-12);
}

TEST(Check, FewItems_AreAskedAndThenItIsOver) {
  interpret::Curriculum small;
  for (std::uint16_t skill = 0; skill < 4; ++skill) {
    small.skills.push_back({100U + skill, {}});
    if (skill > 0) small.skills.back().prerequisites = {0};
    small.items.push_back({1000U + skill, {skill}, 0, true});
  }
  const std::vector<PackInPlay> packs{{0, &small}};
  interpret::LearnerState state;
  state.placement.asking = 100;
  state.placement.checks[100] = {};
  for (int question = 0; question < 4; ++question) {
    const auto decision = choose_next(state, {}, packs, now, 0, parameters()).value();
    ASSERT_EQ(decision.chosen.reason, ReasonCode::Check);
    state.placement.checks[100].answers.push_back({small.items[decision.chosen.item_index].key,
                                                   question % 2 == 0 ? CheckOutcome::Right : CheckOutcome::NotRight,
                                                   now});
  }
  EXPECT_EQ(check_at_hand(state, packs, parameters())->ends, CheckEndReason::Enough);
  EXPECT_NE(choose_next(state, {}, packs, now, 0, parameters()).value().chosen.reason, ReasonCode::Check);
}

TEST(Check, IsOfferedWhereNothingIsKnown_AndUntilItHasEnded) {
  interpret::LearnerState state;
  const PackInPlay pack{3, &chain()};
  const auto offer = [&] { return check_to_offer(state, pack, parameters()); };
  ASSERT_TRUE(offer().has_value());
  EXPECT_EQ(offer()->pack_index, 3);
  EXPECT_FALSE(offer()->goes_on);
  EXPECT_FALSE(check_to_offer(state, pack, interpret::shipped_parameters().front())) << "older rules know none";
  state.skills[104].opportunities = 1;
  EXPECT_FALSE(offer()) << "who has begun is not asked again";
  state.placement.checks[100].answers = {{1000, CheckOutcome::Right, now}};
  ASSERT_TRUE(offer().has_value()) << "what was begun goes on, whatever was practised in between";
  EXPECT_TRUE(offer()->goes_on);
  state.placement.checks[100].ended = CheckEndReason::Stopped;
  EXPECT_FALSE(offer());
}

TEST(Check, WhatItFound_OpensTheWay) {
  Checked check;
  check.run(6);
  const measure::CheckEnded ended{0, 0, *check.standing().ends, 0, 0};
  interpret::take(check.state(), ended, chain(), parameters());
  const measure::Decision decision = choose_next(check.state(), {}, check.packs(), now, 50, parameters()).value();
  EXPECT_EQ(decision.chosen.reason, ReasonCode::FirstContact);
  EXPECT_GE(decision.chosen.skill_index, 4) << "at the frontier";
  EXPECT_LE(decision.chosen.skill_index, 7);
  const std::vector<SkillInView> skills = view_skills(check.state(), check.packs(), parameters());
  EXPECT_TRUE(skills[0].placed);
  EXPECT_TRUE(skills[0].ready);
  bool is_confirmed = false;
  for (const measure::Candidate& other : decision.alternatives) is_confirmed |= other.reason == ReasonCode::Confirm;
  EXPECT_TRUE(is_confirmed) << "what is known is offered beside it";
}

}  // namespace
}  // namespace hornbook::adapt

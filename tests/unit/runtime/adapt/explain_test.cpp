#include "runtime/adapt/explain.hpp"

#include <gtest/gtest.h>

#include <set>

namespace hornbook::adapt {
namespace {

using measure::Candidate;
using measure::ReasonCode;

constexpr ReasonCode every_reason[] = {
    ReasonCode::FirstContact, ReasonCode::KeepGoing,           ReasonCode::Strengthen,     ReasonCode::StepBack,
    ReasonCode::Review,       ReasonCode::EasierAfterFailures, ReasonCode::Fallback,       ReasonCode::Probe,
    ReasonCode::Confirm,      ReasonCode::WorkedExample,       ReasonCode::BeforeTermEnds, ReasonCode::Rest};

TEST(Explain, EveryReasonInEveryLanguage_IsASentenceOfItsOwnThatNamesTheSkill) {
  std::set<std::string> seen;
  for (const ReasonCode reason : every_reason) {
    for (const char* language : {"en", "es"}) {
      Candidate candidate;
      candidate.reason = reason;
      const std::string sentence = reason_for_learner(candidate, "unit fractions", language);
      EXPECT_NE(sentence.find("unit fractions"), std::string::npos) << sentence;
      EXPECT_EQ(sentence.back(), '.');
      EXPECT_EQ(sentence.find('%'), std::string::npos);
      EXPECT_TRUE(seen.insert(sentence).second) << sentence;
    }
  }
}

TEST(Explain, QuestionOfACheck_TellsTheChildThatSomeIsNewAndTheTeacherTheNumbers) {
  measure::Decision decision;
  decision.chosen.reason = ReasonCode::Check;
  decision.chosen.success_permille = 620;
  decision.mastery_permille = 550;
  decision.opportunities = 3;
  decision.model_version = 4;
  EXPECT_EQ(reason_for_learner(decision.chosen, "halves", "en"),
            "Let's see what you know already. Some will be new to you; that is fine.");
  EXPECT_EQ(reason_for_learner(decision.chosen, "mitades", "es"),
            "Veamos qué sabes ya. Habrá cosas nuevas para ti, y no pasa nada.");
  EXPECT_EQ(reason_for_teacher(decision, "Halves", "en"),
            "Halves: check of where to start; answers and mastery are those of the check; predicted success 62 %, "
            "mastery 55 %, opportunities 3, alternatives 0; model 4.");
}

TEST(Explain, LanguageThatWeDoNotSpeak_FallsBackToEnglish) {
  EXPECT_EQ(reason_for_learner({}, "halves", "sw"), reason_for_learner({}, "halves", "en"));
  EXPECT_EQ(reason_for_learner({}, "mitades", "es-MX"), reason_for_learner({}, "mitades", "es"));
}

TEST(Explain, Teacher_SeesTheNumbersBehindTheDecision) {
  measure::Decision decision;
  decision.chosen.reason = ReasonCode::StepBack;
  decision.chosen.success_permille = 725;
  decision.mastery_permille = 412;
  decision.opportunities = 6;
  decision.model_version = 3;
  decision.alternatives.resize(2);
  EXPECT_EQ(reason_for_teacher(decision, "Equivalent fractions", "en"),
            "Equivalent fractions: weakest prerequisite after repeated failure; predicted success 73 %, mastery 41 %, "
            "opportunities 6, alternatives 2; model 3.");
}

}  // namespace
}  // namespace hornbook::adapt

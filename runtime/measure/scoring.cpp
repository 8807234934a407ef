#include "runtime/measure/scoring.hpp"

#include "runtime/engage/task.hpp"

namespace hornbook::measure {

engage::Verdict score(const engage::Question& question, const engage::Answer& answer) {
  engage::Verdict verdict = engage::assess_answer(question, answer);
  const bool is_kept = engage::is_judged_by_person(question.task);
  const bool says_nothing = verdict.feedback.empty() && (verdict.remark == engage::Remark::None || is_kept);
  if (says_nothing) verdict.feedback = verdict.correct || is_kept ? question.explanation : question.not_yet;
  return verdict;
}

}  // namespace hornbook::measure

#include "platform/script/pick_answer.hpp"

#include "runtime/engage/task.hpp"

namespace hornbook::platform {

Result<engage::Answer> pick_answer(const engage::Task& task, AnswerKind kind, SeededRandom& chance) {
  if (kind == AnswerKind::Hint) return fail(ErrorCode::BadInput, "script", "a hint is no answer");
  if (kind == AnswerKind::Right) return engage::right_answer(task);
  std::vector<engage::Answer> answers = engage::wrong_answers(task);
  if (kind == AnswerKind::Guess) {
    answers.push_back(engage::right_answer(task));
    return answers[static_cast<std::size_t>(chance.below(answers.size()))];
  }
  if (answers.empty()) return fail(ErrorCode::BadInput, "script", "the question has no wrong answer");
  return answers.front();
}

}  // namespace hornbook::platform

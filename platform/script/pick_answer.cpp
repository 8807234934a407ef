#include "platform/script/pick_answer.hpp"

#include <utility>

#include "runtime/measure/scoring.hpp"

namespace hornbook::platform {
namespace {

using engage::Answer;

// Wrong answers to try, the likeliest first; scoring has the last word.
std::vector<Answer> wrong_candidates(const engage::MultipleChoice& task) {
  std::vector<Answer> answers;
  for (const engage::Choice& choice : task.choices) answers.push_back(engage::ChoiceAnswer{choice.source_index});
  return answers;
}

std::vector<Answer> wrong_candidates(const engage::NumberEntry& task) {
  std::vector<Answer> answers;
  for (const engage::ExpectedWrongNumber& wrong : task.wrong) {
    answers.push_back(engage::NumberAnswer{engage::to_text(wrong.value)});
  }
  answers.push_back(engage::NumberAnswer{"9973"});
  answers.push_back(engage::NumberAnswer{"9967"});
  return answers;
}

std::vector<Answer> wrong_candidates(const engage::OrderTask& task) {
  const auto& right = task.correct_order;
  std::vector<std::uint8_t> swapped = right;
  if (swapped.size() > 1) std::swap(swapped[0], swapped[1]);
  return {engage::OrderAnswer{{right.rbegin(), right.rend()}}, engage::OrderAnswer{std::move(swapped)}};
}

std::vector<Answer> wrong_candidates(const engage::NumberLine& task) {
  std::vector<Answer> answers;
  for (const engage::ExpectedWrongTick& wrong : task.wrong) answers.push_back(engage::NumberLineAnswer{wrong.tick});
  answers.push_back(engage::NumberLineAnswer{0});
  answers.push_back(engage::NumberLineAnswer{task.intervals});
  return answers;
}

Answer guess(const engage::MultipleChoice& task, SeededRandom& chance) {
  return engage::ChoiceAnswer{task.choices[static_cast<std::size_t>(chance.below(task.choices.size()))].source_index};
}
Answer guess(const engage::NumberEntry&, SeededRandom& chance) {
  return engage::NumberAnswer{std::to_string(1 + chance.below(9))};
}
Answer guess(const engage::OrderTask& task, SeededRandom& chance) {
  engage::OrderAnswer answer;
  for (const engage::Tile& tile : task.tiles) answer.source_indexes.push_back(tile.source_index);
  chance.shuffle(answer.source_indexes);
  return answer;
}
Answer guess(const engage::NumberLine& task, SeededRandom& chance) {
  return engage::NumberLineAnswer{static_cast<std::uint32_t>(chance.below(task.intervals + 1))};
}

Result<Answer> wrong_answer(const engage::ItemInstance& item) {
  const auto candidates = std::visit([](const auto& task) { return wrong_candidates(task); }, item.task);
  for (const Answer& answer : candidates) {
    if (!measure::score(item, answer).correct) return answer;
  }
  return fail(ErrorCode::BadInput, "script", "the item has no wrong answer");
}

}  // namespace

Result<Answer> pick_answer(const engage::ItemInstance& item, AnswerKind kind, SeededRandom& chance) {
  switch (kind) {
    case AnswerKind::Right:
      return measure::right_answer(item);
    case AnswerKind::Wrong:
      return wrong_answer(item);
    case AnswerKind::Guess:
      return std::visit([&](const auto& task) { return guess(task, chance); }, item.task);
    case AnswerKind::Hint:
      break;
  }
  return fail(ErrorCode::BadInput, "script", "a hint is no answer");
}

}  // namespace hornbook::platform

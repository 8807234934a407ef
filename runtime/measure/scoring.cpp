#include "runtime/measure/scoring.hpp"

#include <algorithm>

namespace hornbook::measure {
namespace {

using engage::ItemInstance;
using engage::Verdict;

constexpr std::uint16_t full_credit = 1000;
constexpr std::uint16_t right_value_wrong_form = 500;

Verdict right(const ItemInstance& item) { return {true, full_credit, {}, item.explanation}; }
Verdict not_yet(const ItemInstance& item, std::uint16_t credit = 0) { return {false, credit, {}, item.not_yet}; }
Verdict wrong_as(const ItemInstance& item, const engage::WrongAnswer& wrong) {
  return {false, 0, wrong.misconception, wrong.feedback.empty() ? item.not_yet : wrong.feedback};
}

Verdict score_task(const ItemInstance& item, const engage::MultipleChoice& task, const engage::ChoiceAnswer& answer) {
  for (const engage::Choice& choice : task.choices) {
    if (choice.source_index == answer.source_index) return choice.correct ? right(item) : wrong_as(item, choice.wrong);
  }
  return not_yet(item);
}

// A whole number is at home in every form.
bool has_form(const engage::TypedNumber& typed, engage::NumberForm form) {
  const bool is_whole = typed.value.denominator() == 1 && !typed.is_fraction;
  switch (form) {
    case engage::NumberForm::Any:
      return true;
    case engage::NumberForm::Integer:
      return is_whole;
    case engage::NumberForm::Fraction:
      return is_whole || (typed.is_fraction && !typed.is_mixed);
    case engage::NumberForm::SimplestFraction:
      return is_whole || (typed.is_fraction && !typed.is_mixed && typed.is_lowest_terms);
    case engage::NumberForm::MixedNumber:
      return is_whole || typed.is_mixed;
  }
  return false;
}

Verdict score_task(const ItemInstance& item, const engage::NumberEntry& task, const engage::NumberAnswer& answer) {
  const Result<engage::TypedNumber> typed = engage::parse_typed_number(answer.typed);
  if (!typed) return not_yet(item);
  if (typed->value == task.expected)
    return has_form(*typed, task.form) ? right(item) : not_yet(item, right_value_wrong_form);
  for (const engage::ExpectedWrongNumber& expected : task.wrong) {
    if (expected.value == typed->value) return wrong_as(item, expected.wrong);
  }
  return not_yet(item);
}

std::size_t place_in(const std::vector<std::uint8_t>& order, std::uint8_t source_index) {
  return static_cast<std::size_t>(std::find(order.begin(), order.end(), source_index) - order.begin());
}

Verdict score_task(const ItemInstance& item, const engage::OrderTask& task, const engage::OrderAnswer& answer) {
  const std::vector<std::uint8_t>& given = answer.source_indexes;
  const std::vector<std::uint8_t>& correct = task.correct_order;
  if (given == correct) return right(item);
  if (given.size() < 2 || !std::is_permutation(given.begin(), given.end(), correct.begin(), correct.end()))
    return not_yet(item);
  if (std::equal(given.begin(), given.end(), correct.rbegin())) return wrong_as(item, task.reversed);
  std::size_t in_order = 0;
  for (std::size_t i = 1; i < given.size(); ++i) {
    if (place_in(correct, given[i - 1]) < place_in(correct, given[i])) ++in_order;
  }
  return not_yet(item, static_cast<std::uint16_t>(in_order * full_credit / (given.size() - 1)));
}

Verdict score_task(const ItemInstance& item, const engage::NumberLine& task, const engage::NumberLineAnswer& answer) {
  if (answer.tick == task.target_tick) return right(item);
  for (const engage::ExpectedWrongTick& expected : task.wrong) {
    if (expected.tick == answer.tick) return wrong_as(item, expected.wrong);
  }
  return not_yet(item);
}

template <class Task, class Answer>
Verdict score_task(const ItemInstance& item, const Task&, const Answer&) {
  return not_yet(item);
}

std::string in_form(engage::Rational value, engage::NumberForm form) {
  const std::int64_t numerator = value.numerator();
  const std::int64_t denominator = value.denominator();
  const bool is_improper = numerator > denominator || -numerator > denominator;
  if (form != engage::NumberForm::MixedNumber || denominator == 1 || !is_improper) return engage::to_text(value);
  const std::int64_t rest = (numerator < 0 ? -numerator : numerator) % denominator;
  return std::to_string(numerator / denominator) + " " + std::to_string(rest) + "/" + std::to_string(denominator);
}

struct RightAnswer {
  engage::Answer operator()(const engage::MultipleChoice& task) const {
    const auto found = std::find_if(task.choices.begin(), task.choices.end(), [](const auto& c) { return c.correct; });
    return engage::ChoiceAnswer{found == task.choices.end() ? std::uint8_t{0} : found->source_index};
  }
  engage::Answer operator()(const engage::NumberEntry& task) const {
    return engage::NumberAnswer{in_form(task.expected, task.form)};
  }
  engage::Answer operator()(const engage::OrderTask& task) const { return engage::OrderAnswer{task.correct_order}; }
  engage::Answer operator()(const engage::NumberLine& task) const { return engage::NumberLineAnswer{task.target_tick}; }
};

}  // namespace

engage::Verdict score(const engage::ItemInstance& item, const engage::Answer& answer) {
  return std::visit([&item](const auto& task, const auto& given) { return score_task(item, task, given); }, item.task,
                    answer);
}

engage::Answer right_answer(const engage::ItemInstance& item) { return std::visit(RightAnswer{}, item.task); }

}  // namespace hornbook::measure

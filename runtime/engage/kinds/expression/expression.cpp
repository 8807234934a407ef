#include "runtime/engage/kinds/expression/expression.hpp"

#include "runtime/engage/algebra/written.hpp"

namespace hornbook::engage {
namespace {

using algebra::Equivalence;
using algebra::MathExpression;

constexpr std::uint16_t right_value_other_form = 500;

Result<MathExpression> read(const ExpressionTask& task, std::string_view text) {
  return read_mathematics(text, task.is_quantity);
}

std::vector<std::string> right_answers(const ExpressionTask& task) {
  std::vector<std::string> answers{task.expected};
  answers.insert(answers.end(), task.accepted.begin(), task.accepted.end());
  return answers;
}

// The best of what the expected and the accepted answers say of it.
Equivalence compare_with_right(const ExpressionTask& task, const MathExpression& typed) {
  Equivalence best = Equivalence::Different;
  for (const std::string& answer : right_answers(task)) {
    const Result<MathExpression> expected = read(task, answer);
    if (!expected) continue;
    const Equivalence found = algebra::compare(*expected, typed, task.requirement).equivalence;
    if (found == Equivalence::Same) return found;
    if (found == Equivalence::SameValueOtherForm || best == Equivalence::Different) best = found;
  }
  return best;
}

const WrongAnswer* recognised(const ExpressionTask& task, const MathExpression& typed) {
  algebra::Requirement any_form = task.requirement;
  any_form.form = algebra::Form::Any;
  for (const ExpectedWrongExpression& each : task.wrong) {
    const Result<MathExpression> mistake = read(task, each.answer);
    if (mistake && algebra::compare(*mistake, typed, any_form).equivalence == Equivalence::Same) return &each.wrong;
  }
  return nullptr;
}

Remark remark_on(algebra::Form form) {
  switch (form) {
    case algebra::Form::Simplified:
      return Remark::Simplify;
    case algebra::Form::Expanded:
      return Remark::Expand;
    case algebra::Form::Factored:
      return Remark::Factor;
    case algebra::Form::Fraction:
      return Remark::AsFraction;
    case algebra::Form::Decimal:
      return Remark::AsDecimal;
    case algebra::Form::Scientific:
      return Remark::AsPowerOfTen;
    case algebra::Form::Any:
      break;
  }
  return Remark::OtherForm;
}

Verdict remarked(std::uint16_t credit_permille, Remark remark) {
  Verdict verdict = not_yet(credit_permille);
  verdict.remark = remark;
  return verdict;
}

std::string typed_form(const ExpressionTask& task, const std::string& answer) {
  const Result<MathExpression> expression = read(task, answer);
  return expression ? algebra::as_typed(*expression) : answer;
}

}  // namespace

ExpressionEntry empty_entry(const ExpressionTask&) { return {}; }

bool enter(const ExpressionTask&, ExpressionEntry& entry, const Gesture& gesture) { return enter(entry, gesture); }

// What cannot be read is not finished: it costs no try.
bool is_complete(const ExpressionTask& task, const ExpressionEntry& entry) {
  return !entry.text.empty() && read(task, entry.text).has_value();
}

Answer to_answer(const ExpressionTask&, const ExpressionEntry& entry) { return to_answer(entry); }

std::optional<ExpressionEntry> from_answer(const ExpressionTask&, const Answer& answer) {
  auto text = text_of(answer);
  return text ? std::optional(ExpressionEntry{std::move(*text)}) : std::nullopt;
}

Verdict assess(const ExpressionTask& task, const ExpressionEntry& entry) {
  const Result<MathExpression> typed = read(task, entry.text);
  if (!typed) return not_yet();
  const Equivalence found = compare_with_right(task, *typed);
  if (found == Equivalence::Same) return right();
  if (found == Equivalence::SameValueOtherForm)
    return remarked(right_value_other_form, remark_on(task.requirement.form));
  if (const WrongAnswer* mistake = recognised(task, *typed)) return wrong_as(*mistake);
  return found == Equivalence::CannotTell ? remarked(0, Remark::CannotTell) : not_yet();
}

ExpressionEntry right_entry(const ExpressionTask& task) { return {typed_form(task, task.expected)}; }

std::vector<ExpressionEntry> wrong_entries(const ExpressionTask& task) {
  std::vector<ExpressionEntry> entries;
  for (const ExpectedWrongExpression& wrong : task.wrong) entries.push_back({typed_form(task, wrong.answer)});
  for (const char* other : {"0", "1"}) entries.push_back({other});
  return entries;
}

std::optional<Gesture> next_gesture(const ExpressionTask&, const ExpressionEntry& now, const ExpressionEntry& wanted) {
  return next_key(now.text, wanted.text, 0);
}

Gesture way_back(const ExpressionTask&) { return LookAgain{}; }

std::string in_words(const ExpressionTask& task, const ExpressionEntry& entry) {
  const auto mathematics = as_mathematics(task, entry.text);
  return mathematics ? "$" + *mathematics + "$" : escaped_for_markup(entry.text);
}

std::vector<std::string> offered(const ExpressionTask&) { return {}; }

Result<MathExpression> read_mathematics(std::string_view text, bool is_quantity) {
  return is_quantity ? algebra::parse_quantity(text) : algebra::parse_expression(text);
}

std::vector<std::string> signs_needed(const ExpressionTask& task) {
  std::vector<std::string> answers = right_answers(task);
  for (const ExpectedWrongExpression& wrong : task.wrong) answers.push_back(wrong.answer);
  std::vector<std::string> needed;
  for (const std::string& answer : answers) {
    const Result<MathExpression> expression = read(task, answer);
    if (!expression) continue;
    for (std::string& sign : algebra::signs_to_type(*expression))
      if (std::find(needed.begin(), needed.end(), sign) == needed.end()) needed.push_back(std::move(sign));
  }
  return needed;
}

std::optional<std::string> as_mathematics(const ExpressionTask& task, std::string_view typed) {
  const Result<MathExpression> expression = read(task, typed);
  return expression ? std::optional<std::string>(algebra::in_tex(*expression)) : std::nullopt;
}

}  // namespace hornbook::engage

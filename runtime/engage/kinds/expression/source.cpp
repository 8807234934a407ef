#include "runtime/core/limits.hpp"
#include "runtime/engage/kinds/expression/expression.hpp"
#include "runtime/engage/source/item_parts.hpp"
#include "runtime/engage/template/compose.hpp"

namespace hornbook::engage {
namespace {

Result<std::string> readable(const TextTemplate& source, const Composer& composer, bool is_quantity) {
  TRY_ASSIGN(std::string answer, composer.text(source));
  const auto expression = read_mathematics(answer, is_quantity);
  if (!expression) return senseless("the answer \"" + answer + "\" cannot be read: " + expression.error().sentence);
  return answer;
}

Read<std::vector<WrongExpressionTemplate>> read_wrong(Fields& fields, const ItemParts& parts) {
  std::vector<WrongExpressionTemplate> result;
  const auto list = fields.optional("wrong");
  if (!list) return result;
  TRY_ASSIGN(const auto entries, list->entries(0, limits::item_choices_max));
  for (const Located& entry : entries) {
    TRY_ASSIGN(Fields one, Fields::of(entry));
    TRY_ASSIGN(TextTemplate answer, parts.formula(one, "answer"));
    TRY_ASSIGN(WrongAnswerTemplate wrong, parts.wrong_answer(one));
    TRY_DONE(one.end());
    result.push_back({std::move(answer), std::move(wrong)});
  }
  return result;
}

// A mistake whose numbers happen to make it right is none in this draw.
Result<std::vector<ExpectedWrongExpression>> compose_wrong(const ExpressionTemplate& source, const Composer& composer,
                                                           const ExpressionTask& task) {
  std::vector<ExpectedWrongExpression> result;
  for (const WrongExpressionTemplate& each : source.wrong) {
    TRY_ASSIGN(std::string answer, readable(each.answer, composer, source.is_quantity));
    if (assess(task, {answer}).correct) continue;
    TRY_ASSIGN(WrongAnswer wrong, composer.wrong_answer(each.wrong));
    result.push_back({std::move(answer), std::move(wrong)});
  }
  return result;
}

}  // namespace

Read<ExpressionTemplate> ExpressionTemplate::read(Fields& fields, const ItemParts& parts) {
  TRY_ASSIGN(TextTemplate answer, parts.formula(fields, "answer"));
  ExpressionTemplate result{std::move(answer), {}, {}, {}, {}, false, {}};
  TRY_ASSIGN(result.accept, parts.formulas(fields, "accept"));
  TRY_ASSIGN(
      const std::size_t form,
      fields.one_of("form", {"any", "simplified", "expanded", "factored", "fraction", "decimal", "scientific"}, 0));
  result.form = static_cast<algebra::Form>(form);
  TRY_ASSIGN(const std::size_t letters, fields.one_of("letters", {"real", "positive"}, 0));
  result.letters = static_cast<algebra::Letters>(letters);
  if (const auto tolerance = fields.optional("tolerance")) {
    TRY_ASSIGN(result.tolerance, ItemParts::expression(*tolerance));
  }
  TRY_ASSIGN(result.is_quantity, fields.truth("quantity", false));
  TRY_ASSIGN(result.wrong, read_wrong(fields, parts));
  return result;
}

Result<ExpressionTask> compose(const ExpressionTemplate& source, const Composer& composer, SeededRandom&) {
  ExpressionTask result;
  result.is_quantity = source.is_quantity;
  result.requirement.form = source.form;
  result.requirement.letters = source.letters;
  TRY_ASSIGN(result.expected, readable(source.answer, composer, source.is_quantity));
  for (const TextTemplate& each : source.accept) {
    TRY_ASSIGN(std::string answer, readable(each, composer, source.is_quantity));
    result.accepted.push_back(std::move(answer));
  }
  if (source.tolerance) {
    TRY_ASSIGN(const Rational tolerance, source.tolerance->number(composer.values()));
    if (tolerance < Rational::whole(0)) return senseless("the tolerance is below 0");
    result.requirement.tolerance = tolerance;
  }
  TRY_ASSIGN(result.wrong, compose_wrong(source, composer, result));
  return result;
}

}  // namespace hornbook::engage

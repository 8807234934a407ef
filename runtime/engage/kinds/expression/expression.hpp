// A mathematical answer that is typed: an expression, an equation, an interval, a quantity. Its answer is one text, as
// typed. What counts as equal: runtime/engage/algebra.
#pragma once

#include "runtime/engage/algebra/algebra.hpp"
#include "runtime/engage/entry/typed_text.hpp"
#include "runtime/engage/kinds/pieces.hpp"

namespace hornbook::engage {

struct ExpressionEntry : TypedText {};

struct ExpectedWrongExpression {
  std::string answer;
  WrongAnswer wrong;
};
// Every answer in it can be read.
struct ExpressionTask {
  using Entry = ExpressionEntry;
  std::string expected;               // in TeX or as typed
  std::vector<std::string> accepted;  // right as well
  algebra::Requirement requirement;
  bool is_quantity = false;  // numbers with units
  std::vector<ExpectedWrongExpression> wrong;
};

struct WrongExpressionTemplate {
  TextTemplate answer;
  WrongAnswerTemplate wrong;
};
struct ExpressionTemplate {
  using Task = ExpressionTask;
  static constexpr std::uint8_t number = 5;
  static constexpr std::string_view name = "expression";
  [[nodiscard]] static Read<ExpressionTemplate> read(Fields& fields, const ItemParts& parts);

  TextTemplate answer;
  std::vector<TextTemplate> accept;
  algebra::Form form = algebra::Form::Any;
  algebra::Letters letters = algebra::Letters::Real;
  std::optional<Expression> tolerance;
  bool is_quantity = false;
  std::vector<WrongExpressionTemplate> wrong;
};

[[nodiscard]] Result<ExpressionTask> compose(const ExpressionTemplate& source, const Composer& composer,
                                             SeededRandom& random);
[[nodiscard]] ExpressionEntry empty_entry(const ExpressionTask& task);
[[nodiscard]] bool enter(const ExpressionTask& task, ExpressionEntry& entry, const Gesture& gesture);
[[nodiscard]] bool is_complete(const ExpressionTask& task, const ExpressionEntry& entry);
[[nodiscard]] Answer to_answer(const ExpressionTask& task, const ExpressionEntry& entry);
[[nodiscard]] std::optional<ExpressionEntry> from_answer(const ExpressionTask& task, const Answer& answer);
// The right value in another form than asked for earns half.
[[nodiscard]] Verdict assess(const ExpressionTask& task, const ExpressionEntry& entry);
[[nodiscard]] ExpressionEntry right_entry(const ExpressionTask& task);
[[nodiscard]] std::vector<ExpressionEntry> wrong_entries(const ExpressionTask& task);
[[nodiscard]] std::optional<Gesture> next_gesture(const ExpressionTask& task, const ExpressionEntry& now,
                                                  const ExpressionEntry& wanted);
[[nodiscard]] Gesture way_back(const ExpressionTask& task);
[[nodiscard]] std::string in_words(const ExpressionTask& task, const ExpressionEntry& entry);
[[nodiscard]] std::vector<std::string> offered(const ExpressionTask& task);

// As the checker of answers reads it: with units where the answer is a quantity.
[[nodiscard]] Result<algebra::MathExpression> read_mathematics(std::string_view text, bool is_quantity);
// What the keys must offer beside digits, the point, + − × / ^ and round brackets.
[[nodiscard]] std::vector<std::string> signs_needed(const ExpressionTask& task);
// What is typed as TeX; nothing while it cannot be read.
[[nodiscard]] std::optional<std::string> as_mathematics(const ExpressionTask& task, std::string_view typed);

}  // namespace hornbook::engage

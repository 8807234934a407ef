// Fills a template's parts with one draw, in one language. Used by instantiate() alone.
#pragma once

#include "runtime/engage/template/draw.hpp"

namespace hornbook::engage {

class Composer {
 public:
  Composer(const Draw& draw, std::string_view language) : draw_(draw), language_(language) {}

  [[nodiscard]] Result<std::string> text(const Texts& texts) const;  // "" when there are no texts at all
  [[nodiscard]] Result<std::optional<Figure>> figure(const std::optional<FigureTemplate>& figure) const;
  [[nodiscard]] Result<WrongAnswer> wrong_answer(const WrongAnswerTemplate& wrong) const;
  [[nodiscard]] const Values& values() const { return draw_.values; }

  // Tasks. `random` decides the order on screen.
  [[nodiscard]] Result<Task> task(const TaskTemplate& task, SeededRandom& random) const;

 private:
  [[nodiscard]] Result<Task> compose(const MultipleChoiceTemplate& task, SeededRandom& random) const;
  [[nodiscard]] Result<Task> compose(const NumberEntryTemplate& task, SeededRandom& random) const;
  [[nodiscard]] Result<Task> compose(const OrderTemplate& task, SeededRandom& random) const;
  [[nodiscard]] Result<Task> compose(const NumberLineTemplate& task, SeededRandom& random) const;
  [[nodiscard]] Result<Choice> choice(const ChoiceTemplate& choice) const;
  [[nodiscard]] Result<std::vector<ExpectedWrongNumber>> wrong_numbers(const std::vector<WrongNumberTemplate>& wrong,
                                                                       Rational answer) const;

  const Draw& draw_;
  std::string_view language_;
};

}  // namespace hornbook::engage

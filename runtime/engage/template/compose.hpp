// Fills a template's parts with one draw, in one language. Used by instantiate() and the kinds of task.
#pragma once

#include "runtime/engage/template/draw.hpp"

namespace hornbook::engage {

// BadInput for a draw that makes no sense as a task.
[[nodiscard]] inline tl::unexpected<Error> senseless(std::string sentence) {
  return fail(ErrorCode::BadInput, "item", std::move(sentence));
}

class Composer {
 public:
  Composer(const Draw& draw, std::string_view language) : draw_(draw), language_(language) {}

  [[nodiscard]] Result<std::string> text(const Texts& texts) const;  // "" when there are no texts at all
  [[nodiscard]] Result<std::string> text(const TextTemplate& text) const {
    return text.fill(draw_.values, draw_.words);
  }
  [[nodiscard]] Result<Figure> figure(const FigureTemplate& figure) const;
  [[nodiscard]] Result<std::optional<Figure>> figure(const std::optional<FigureTemplate>& figure) const;
  [[nodiscard]] Result<Hash> file(const MediaFiles& files) const;
  [[nodiscard]] Result<std::optional<Sound>> sound(const std::optional<SoundTemplate>& sound) const;
  [[nodiscard]] Result<WrongAnswer> wrong_answer(const WrongAnswerTemplate& wrong) const;
  [[nodiscard]] const Values& values() const { return draw_.values; }
  [[nodiscard]] std::string_view language() const { return language_; }

  // Those that equal the answer or an earlier one are left out.
  [[nodiscard]] Result<std::vector<ExpectedWrongNumber>> wrong_numbers(const std::vector<WrongNumberTemplate>& wrong,
                                                                       Rational answer) const;

 private:
  const Draw& draw_;
  std::string_view language_;
};

}  // namespace hornbook::engage

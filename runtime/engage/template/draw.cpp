#include "runtime/engage/template/draw.hpp"

#include "runtime/core/limits.hpp"

namespace hornbook::engage {
namespace {

Result<Value> draw_number(const NumberRange& range, SeededRandom& random) {
  const std::int64_t count = (std::int64_t{range.to} - range.from) / range.step + 1;
  const auto steps = static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(count)));
  TRY_ASSIGN(const Rational value, Rational::create(range.from + steps * range.step, 1));
  return Value(value);
}

class Drawing {
 public:
  Drawing(const ItemTemplate& item, std::string_view language, SeededRandom& random)
      : item_(item), language_(language), random_(random) {}

  // Whether the constraints hold for what was drawn.
  Result<bool> attempt() {
    draw_ = {};
    for (const Parameter& parameter : item_.parameters) TRY_DONE(draw_parameter(parameter));
    for (const ComputedValue& computed : item_.computed) {
      TRY_ASSIGN(const Value value, computed.expression.evaluate(draw_.values));
      draw_.values.insert_or_assign(computed.name, value);
    }
    for (const Expression& constraint : item_.constraints) {
      TRY_ASSIGN(const bool holds, constraint.truth(draw_.values));
      if (!holds) return false;
    }
    TRY_DONE(pick_words());
    return true;
  }

  Draw take() { return std::move(draw_); }

 private:
  Done draw_parameter(const Parameter& parameter) {
    if (const auto* range = std::get_if<NumberRange>(&parameter.draw)) {
      TRY_ASSIGN(const Value value, draw_number(*range, random_));
      draw_.values.insert_or_assign(parameter.name, value);
    } else if (const auto* list = std::get_if<NumberList>(&parameter.draw)) {
      const auto index = static_cast<std::size_t>(random_.below(list->numbers.size()));
      draw_.values.insert_or_assign(parameter.name, list->numbers[index]);
    } else {
      const auto& words = std::get<WordList>(parameter.draw);
      if (!words.pick)
        return keep_word(parameter.name, words, static_cast<std::size_t>(random_.below(words.words.size())));
    }
    return {};
  }

  // Words that depend on numbers come last, when every number is known.
  Done pick_words() {
    for (const Parameter& parameter : item_.parameters) {
      const auto* words = std::get_if<WordList>(&parameter.draw);
      if (words == nullptr || !words->pick) continue;
      const auto last = static_cast<std::int64_t>(words->words.size()) - 1;
      TRY_ASSIGN(const std::int64_t index, words->pick->whole(draw_.values, 0, last));
      TRY_DONE(keep_word(parameter.name, *words, static_cast<std::size_t>(index)));
    }
    return {};
  }

  Done keep_word(const std::string& name, const WordList& words, std::size_t index) {
    const auto found = words.words[index].find(language_);
    if (found == words.words[index].end())
      return fail(ErrorCode::BadInput, "item", "the word list \"" + name + "\" lacks a language");
    draw_.words.insert_or_assign(name, found->second);
    return {};
  }

  const ItemTemplate& item_;
  std::string_view language_;
  SeededRandom& random_;
  Draw draw_;
};

}  // namespace

Result<Draw> draw_parameters(const ItemTemplate& item, std::string_view language, SeededRandom& random) {
  Drawing drawing(item, language, random);
  for (std::size_t tries = 0; tries < limits::template_tries_max; ++tries) {
    TRY_ASSIGN(const bool holds, drawing.attempt());
    if (holds) return drawing.take();
  }
  return fail(ErrorCode::BadInput, "item",
              "its constraints can hardly be met: widen the parameters or drop a constraint");
}

}  // namespace hornbook::engage

#include "runtime/engage/template/instantiate.hpp"

#include "runtime/engage/template/compose.hpp"
#include "runtime/engage/template/draw.hpp"

namespace hornbook::engage {
namespace {

Result<Task> compose_task(const TaskTemplate& task, const Composer& composer, SeededRandom& random) {
  const auto compose_kind = [&](const auto& kind) -> Result<Task> {
    TRY_ASSIGN(auto composed, compose(kind, composer, random));
    return Task(std::move(composed));
  };
  return std::visit(compose_kind, task);
}

class Questions {
 public:
  Questions(const Composer& composer, SeededRandom& random) : composer_(composer), random_(random) {}

  Result<Question> compose(const QuestionTemplate& source) {
    Question question;
    TRY_ASSIGN(question.prompt, composer_.text(source.prompt));
    TRY_ASSIGN(question.figure, composer_.figure(source.figure));
    TRY_ASSIGN(question.sound, composer_.sound(source.sound));
    TRY_ASSIGN(question.task, compose_task(source.task, composer_, random_));
    question.credit = source.credit;
    for (const HintTemplate& hint : source.hints) {
      TRY_ASSIGN(Hint composed, compose(hint));
      question.hints.push_back(std::move(composed));
    }
    TRY_ASSIGN(question.explanation, composer_.text(source.explanation));
    TRY_ASSIGN(question.not_yet, composer_.text(source.not_yet));
    return question;
  }

  Result<Step> compose(const StepTemplate& source) {
    Step step;
    TRY_ASSIGN(step.question, compose(source.question));
    step.way = source.way;
    step.at_ms = source.at_ms;
    if (!source.worked) return step;
    TRY_ASSIGN(step.worked, source.worked->truth(composer_.values()));
    return step;
  }

 private:
  Result<Hint> compose(const HintTemplate& source) {
    Hint hint;
    TRY_ASSIGN(hint.title, composer_.text(source.title));
    TRY_ASSIGN(hint.text, composer_.text(source.text));
    TRY_ASSIGN(hint.figure, composer_.figure(source.figure));
    TRY_ASSIGN(hint.sound, composer_.sound(source.sound));
    hint.after = source.after;
    if (!source.question) return hint;
    TRY_ASSIGN(hint.question, compose(*source.question));
    return hint;
  }

  const Composer& composer_;
  SeededRandom& random_;
};

}  // namespace

Result<ItemInstance> instantiate(const ItemTemplate& item, std::uint32_t item_index, std::uint32_t seed,
                                 std::string_view language) {
  SeededRandom random(seed);
  TRY_ASSIGN(const Draw draw, draw_parameters(item, language, random));
  const Composer composer(draw, language);
  ItemInstance instance;
  instance.item_index = item_index;
  instance.seed = seed;
  instance.language = language;
  instance.read_aloud = item.read_aloud;
  instance.any_order = item.any_order;
  TRY_ASSIGN(instance.prompt, composer.text(item.prompt));
  TRY_ASSIGN(instance.figure, composer.figure(item.figure));
  TRY_ASSIGN(instance.sound, composer.sound(item.sound));
  if (item.media) {
    TRY_ASSIGN(instance.media, compose(*item.media, composer));
  }
  Questions questions(composer, random);
  bool is_anything_asked = false;
  for (const StepTemplate& step : item.steps) {
    TRY_ASSIGN(Step composed, questions.compose(step));
    is_anything_asked = is_anything_asked || !composed.worked;
    instance.steps.push_back(std::move(composed));
  }
  if (!is_anything_asked) return senseless("every step is worked; leave one to do");
  return instance;
}

}  // namespace hornbook::engage

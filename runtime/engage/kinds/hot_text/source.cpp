#include "runtime/core/limits.hpp"
#include "runtime/engage/kinds/hot_text/hot_text.hpp"
#include "runtime/engage/source/item_parts.hpp"
#include "runtime/engage/template/compose.hpp"

namespace hornbook::engage {
namespace {

Read<HotWordTemplate> read_word(const Located& entry, const ItemParts& parts) {
  TRY_ASSIGN(Fields fields, Fields::of(entry));
  TRY_ASSIGN(Expression correct, ItemParts::expression_or(fields, "correct", "false"));
  TRY_ASSIGN(WrongAnswerTemplate wrong, parts.wrong_answer(fields));
  TRY_DONE(fields.end());
  return HotWordTemplate{std::move(correct), std::move(wrong)};
}

Read<std::size_t> count_in(Fields& fields, std::string_view name, std::size_t least, std::size_t greatest,
                           std::size_t otherwise) {
  const auto field = fields.optional(name);
  if (!field) return otherwise;
  TRY_ASSIGN(const std::int64_t count,
             field->whole(static_cast<std::int64_t>(least), static_cast<std::int64_t>(greatest)));
  return static_cast<std::size_t>(count);
}

// How many may be chosen: one, or what "minimum" and "maximum" say.
Read<void> read_counts(Fields& fields, HotTextTemplate& task) {
  TRY_ASSIGN(const std::size_t select, fields.one_of("select", {"one", "any"}, 0));
  if (select == 0) return {};
  TRY_ASSIGN(task.minimum, count_in(fields, "minimum", 1, task.words.size(), 1));
  TRY_ASSIGN(task.maximum, count_in(fields, "maximum", task.minimum, task.words.size(), task.words.size()));
  return {};
}

}  // namespace

Read<HotTextTemplate> HotTextTemplate::read(Fields& fields, const ItemParts& parts) {
  HotTextTemplate result;
  TRY_ASSIGN(const Located list, fields.required("words"));
  TRY_ASSIGN(const auto entries, list.entries(2, limits::hot_words_max));
  for (const Located& entry : entries) {
    TRY_ASSIGN(HotWordTemplate word, read_word(entry, parts));
    result.words.push_back(std::move(word));
  }
  TRY_DONE(read_counts(fields, result));
  TRY_ASSIGN(result.text, read_marked_text(fields, entries.size(), MarkWords::Needed, parts));
  return result;
}

Result<HotText> compose(const HotTextTemplate& source, const Composer& composer, SeededRandom&) {
  HotText result;
  result.minimum = source.minimum;
  result.maximum = source.maximum;
  TRY_ASSIGN(const std::string text, composer.text(source.text));
  TRY_ASSIGN(result.text, cut_at_marks(text, source.words.size(), MarkWords::Needed));
  for (const HotWordTemplate& each : source.words) {
    Choice word;
    word.source_index = static_cast<std::uint8_t>(result.choices.size());
    word.text = result.text.words[word.source_index];
    TRY_ASSIGN(word.correct, each.correct.truth(composer.values()));
    TRY_ASSIGN(word.wrong, composer.wrong_answer(each.wrong));
    result.choices.push_back(std::move(word));
  }
  const std::size_t correct = count_correct(result.choices);
  if (correct < result.minimum || correct > result.maximum)
    return senseless("from " + std::to_string(result.minimum) + " to " + std::to_string(result.maximum) +
                     " words may be chosen, but " + std::to_string(correct) + " are correct");
  return result;
}

}  // namespace hornbook::engage

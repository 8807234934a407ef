#include "content_packs/import/qti/task.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::content::qti {
namespace {

std::optional<ImportedBlank> blank_of(const Part& part) {
  const auto built = build_task(part.interaction, part.learnt, part.around);
  if (!built) return std::nullopt;
  if (const auto* words = std::get_if<ImportedShortText>(&built->task)) return *words;
  if (const auto* choices = std::get_if<ImportedChoices>(&built->task); choices != nullptr && !choices->several)
    return *choices;
  const auto* number = std::get_if<ImportedExpression>(&built->task);
  const bool is_exact = number != nullptr && number->tolerance.empty() && number->accept.empty();
  if (is_exact) return ImportedNumber{number->answer, "any"};
  return std::nullopt;
}

}  // namespace

std::optional<BuiltTask> build_cloze(const std::string& text, const std::vector<Part>& parts, const Learnt& whole) {
  const std::vector<std::size_t> things = things_in(text);
  if (parts.size() > limits::blanks_max || things.size() != parts.size()) return std::nullopt;
  ImportedCloze task;
  for (const Part& part : parts) {
    auto blank = blank_of(part);
    if (!blank) return std::nullopt;
    task.blanks.push_back(std::move(*blank));
  }
  std::size_t number = 0;
  task.text = with_things(
      text, [&](std::size_t) { return mark(++number); }, in_source);
  BuiltTask built{std::move(task), {}, {}};
  for (const Response& response : whole.responses.list) built.answers.push_back({0, response.picks, response.typed});
  return built;
}

}  // namespace hornbook::content::qti

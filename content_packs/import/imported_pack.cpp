#include "content_packs/import/imported_pack.hpp"

#include <algorithm>

namespace hornbook::content {

std::string kind_of(const ImportedTask& task) {
  if (std::holds_alternative<ImportedExpression>(task)) return "expression";
  if (std::holds_alternative<ImportedShortText>(task)) return "short_text";
  const auto& choices = std::get<ImportedChoices>(task).choices;
  const auto is_correct = [](const ImportedChoice& choice) { return choice.correct; };
  return std::count_if(choices.begin(), choices.end(), is_correct) > 1 ? "multiple_answer" : "choice";
}

}  // namespace hornbook::content

#include "content_packs/import/imported_pack.hpp"

#include <algorithm>

namespace hornbook::content {
namespace {

struct NameOfKind {
  std::string operator()(const ImportedExpression&) const { return "expression"; }
  std::string operator()(const ImportedShortText&) const { return "short_text"; }
  std::string operator()(const ImportedChoices& task) const {
    const auto is_correct = [](const ImportedChoice& choice) { return choice.correct; };
    return std::count_if(task.choices.begin(), task.choices.end(), is_correct) > 1 || task.several ? "multiple_answer"
                                                                                                   : "choice";
  }
  std::string operator()(const ImportedOrder&) const { return "order"; }
  std::string operator()(const ImportedMatch&) const { return "match"; }
  std::string operator()(const ImportedSort&) const { return "sort"; }
  std::string operator()(const ImportedHotSpot&) const { return "hot_spot"; }
  std::string operator()(const ImportedLabel&) const { return "label"; }
  std::string operator()(const ImportedNumberLine&) const { return "number_line"; }
};

}  // namespace

std::string kind_of(const ImportedTask& task) { return std::visit(NameOfKind(), task); }

}  // namespace hornbook::content

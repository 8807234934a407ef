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
  std::string operator()(const ImportedCloze&) const { return "cloze"; }
  std::string operator()(const ImportedHotText&) const { return "hot_text"; }
  std::string operator()(const ImportedOpenResponse&) const { return "open_response"; }
  std::string operator()(const ImportedTable&) const { return "table"; }
};

constexpr std::string_view object_character = "\uFFFC";

std::string with_each_replaced(std::string_view words, std::string_view what, std::string_view by) {
  std::string result;
  std::size_t at = 0;
  for (std::size_t found = words.find(what); found != std::string_view::npos; found = words.find(what, at)) {
    result.append(words.substr(at, found - at)).append(by);
    at = found + what.size();
  }
  return result.append(words.substr(at));
}

}  // namespace

std::string mark(std::size_t number) { return "[[" + std::to_string(number) + "]]"; }

std::string mark(std::size_t number, std::string_view words) {
  return "[[" + std::to_string(number) + ":" + with_each_replaced(words, "]]", "] ]") + "]]";
}

std::string in_source(std::string_view words) {
  return with_each_replaced(with_each_replaced(words, object_character, "\uFFFD"), "[[", "\\[[");
}

std::string kind_of(const ImportedTask& task) { return std::visit(NameOfKind(), task); }

}  // namespace hornbook::content

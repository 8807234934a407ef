// A step, or a scaffold, as a task of ours.
#pragma once

#include "content_packs/import/imported_pack.hpp"
#include "content_packs/import/oatutor/figures.hpp"
#include "content_packs/import/oatutor/record.hpp"

namespace hornbook::content::oatutor {

struct Question {
  std::string where;         // its id, for remarks; also what the order of its choices comes from
  std::string problem_type;  // "TextBox", "MultipleChoice", …
  std::string answer_type;   // "arithmetic", "string", "numeric", …
  std::vector<std::string> answers;
  std::vector<std::string> choices;
  std::string answer_latex;
  std::string answer_validator;
  std::string precision;
  std::vector<std::string> formulas;  // in what it asks
  bool keeps_order = false;           // of its choices
};

// The fields of a step or a scaffold but its texts. `answers` names the field "stepAnswer" or "hintAnswer".
[[nodiscard]] Question read_question(const Record& record, const char* answers, std::string where);

// Nothing when it cannot be asked; then a remark of weight Refused says why.
[[nodiscard]] std::optional<ImportedTask> task_of(const Question& question, const Figures& figures, Remarks& remarks);

// The same for an answer that is typed, and for choices.
[[nodiscard]] std::optional<ImportedTask> typed_task(const Question& question, Remarks& remarks);
[[nodiscard]] std::optional<ImportedTask> choice_task(const Question& question, const Figures& figures,
                                                      Remarks& remarks);

// An answer as a text with markup, for a hint that gives it away.
[[nodiscard]] std::string answer_in_words(const Question& question);

}  // namespace hornbook::content::oatutor

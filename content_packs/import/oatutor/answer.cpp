// Answers that are typed.
#include <algorithm>

#include "content_packs/import/oatutor/formula_answer.hpp"
#include "content_packs/import/oatutor/question.hpp"
#include "content_packs/import/spelling.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::content::oatutor {
namespace {

constexpr std::size_t precision_max = 8;  // decimals that an exact tolerance can say

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// What is typed has to fit into an event.
bool is_too_long(const std::string& text) { return text.size() > limits::typed_answer_bytes_max; }

// An answer without the signs of mathematics.
std::string bare(const std::string& answer) { return std::string(trimmed(replaced(answer, "$$", ""))); }

// Words such as "true" may be typed with any capitals. In "CO", "x" or "(A, b)" a capital means something else.
bool is_plain_word(std::string_view text) {
  std::size_t letters = 0;
  bool has_inner_capital = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_accented = static_cast<unsigned char>(text[at]) >= 0x80;
    if (!is_letter(text[at]) && !is_accented && text[at] != ' ' && text[at] != '-') return false;
    letters += text[at] == ' ' || text[at] == '-' ? 0u : 1u;
    has_inner_capital = has_inner_capital || (is_capital(text[at]) && at > 0 && is_letter(text[at - 1]));
  }
  return letters >= 3 && !has_inner_capital;
}

// Nothing when no answer can be typed.
std::optional<ImportedTask> short_text_of(const Question& question, Remarks& remarks) {
  const std::vector<std::string>& answers = question.answers;
  ImportedShortText task;
  std::vector<std::string> spellings;
  const auto add = [&](const std::string& spelling) {
    const bool is_new = std::find(spellings.begin(), spellings.end(), spelling) == spellings.end();
    if (!spelling.empty() && is_new && !is_too_long(spelling)) spellings.push_back(spelling);
  };
  for (const std::string& each : answers) {
    const std::string answer = bare(each);
    add(answer);
    add(replaced(answer, " ", ""));
    add(replaced(answer, "**", "^"));
    add(replaced(answer, "inf", "∞"));
  }
  if (spellings.empty()) {
    remarks.push_back(
        {Outcome::Refused, "answer-too-long", question.where, "its right answer is too long to be typed"});
    return std::nullopt;
  }
  if (spellings.size() > limits::item_accepted_max) spellings.resize(limits::item_accepted_max);
  task.answer = spellings.front();
  task.accept.assign(spellings.begin() + 1, spellings.end());
  task.exact_case =
      !std::all_of(answers.begin(), answers.end(), [](const std::string& each) { return is_plain_word(bare(each)); });
  return task;
}

// Half a unit of the last decimal that counts.
std::string tolerance_of(const std::string& precision) {
  std::size_t decimals = 5;  // what OATutor takes when it is not said
  if (precision.size() == 1 && precision[0] >= '0' && precision[0] <= '9')
    decimals = static_cast<std::size_t>(precision[0] - '0');
  return "1/2" + std::string(std::min(decimals, precision_max), '0');
}

struct Readable {
  std::vector<FormulaAnswer> answers;
  std::size_t unreadable = 0;
};

Readable readable_answers(const Question& question) {
  Readable result;
  for (const std::string& each : question.answers) {
    if (auto read = read_formula_answer(each)) {
      result.answers.push_back(std::move(*read));
    } else {
      ++result.unreadable;
    }
  }
  return result;
}

// TeX looks better than what is typed, where both say the same.
FormulaAnswer shown_answer(const FormulaAnswer& typed, const std::string& tex) {
  if (typed.text.starts_with('$') || tex.empty()) return typed;
  auto read = read_formula_answer(tex);
  return read && read->text.starts_with('$') && is_same(*read, typed) ? std::move(*read) : typed;
}

ImportedExpression expression_of(const Question& question, const std::vector<FormulaAnswer>& answers) {
  const FormulaAnswer shown = shown_answer(answers.front(), question.answer_latex);
  ImportedExpression task;
  task.answer = shown.text;
  task.quantity = shown.is_quantity;
  for (const FormulaAnswer& each : answers)
    if (!is_same(shown, each) && task.accept.size() < limits::item_accepted_max) task.accept.push_back(each.text);
  task.form = question.answer_validator == "simplified" ? "simplified" : form_wanted(shown, answers, question.formulas);
  return task;
}

bool is_known_type(const std::string& type) {
  return type == "arithmetic" || type == "string" || type == "numeric" || type == "number";
}

}  // namespace

std::optional<ImportedTask> typed_task(const Question& question, Remarks& remarks) {
  const auto remark = [&](Outcome weight, const char* code, std::string sentence) {
    remarks.push_back({weight, code, question.where, std::move(sentence)});
  };
  if (question.answer_type == "short-essay") {
    remark(Outcome::Refused, "essay", "an essay cannot be checked without a person");
    return std::nullopt;
  }
  if (!is_known_type(question.answer_type))
    remark(Outcome::Approximated, "answer-type-unknown",
           "\"" + cut(question.answer_type, 40) + "\" is no known type of answer; it was taken as mathematics");
  if (question.answer_type == "string") return short_text_of(question, remarks);
  Readable readable = readable_answers(question);
  if (readable.answers.empty()) {
    if (auto tex = read_formula_answer(question.answer_latex)) readable.answers.push_back(std::move(*tex));
  }
  if (readable.answers.empty()) {
    remark(Outcome::Approximated, "answer-not-mathematics",
           "the checker of mathematics does not read \"" + cut(question.answers.front(), 80) +
               "\"; it is compared as a text");
    return short_text_of(question, remarks);
  }
  if (readable.unreadable > 0)
    remark(Outcome::Approximated, "answer-not-read",
           std::to_string(readable.unreadable) + " of its right answers could not be read");
  ImportedExpression task = expression_of(question, readable.answers);
  if (question.answer_type != "arithmetic" && question.answer_type != "string")
    task.tolerance = tolerance_of(question.precision);
  return task;
}

Question read_question(const Record& record, const char* answers, std::string where) {
  Question question;
  question.where = std::move(where);
  question.problem_type = record.text("problemType");
  question.answer_type = record.text("answerType");
  question.answers = record.texts(answers);
  std::erase_if(question.answers, [](const std::string& answer) { return bare(answer).empty(); });
  question.choices = record.texts("choices");
  question.answer_latex = record.text("answerLatex");
  question.answer_validator = record.text("answerValidator");
  question.precision = record.text("precision");
  return question;
}

std::optional<ImportedTask> task_of(const Question& question, const Figures& figures, Remarks& remarks) {
  const auto remark = [&](Outcome weight, const char* code, std::string sentence) {
    remarks.push_back({weight, code, question.where, std::move(sentence)});
  };
  if (question.answers.empty()) {
    remark(Outcome::Refused, "answer-missing", "it has no right answer");
    return std::nullopt;
  }
  const bool is_typed = question.problem_type == "TextBox" || question.problem_type == "GridInput" ||
                        question.problem_type == "MatrixInput";
  const bool is_choice = question.problem_type == "MultipleChoice";
  if (!is_typed && !is_choice)
    remark(Outcome::Approximated, "problem-type-unknown",
           "\"" + cut(question.problem_type, 40) + "\" is no known type of problem; it was taken as " +
               (question.choices.empty() ? "a typed answer" : "choices"));
  if (is_typed && !question.choices.empty())
    remark(Outcome::Taken, "choices-not-asked-for", "its answer is typed; the choices it also has were left out");
  if (is_choice || (!is_typed && !question.choices.empty())) return choice_task(question, figures, remarks);
  return typed_task(question, remarks);
}

std::string answer_in_words(const Question& question) {
  if (question.answers.empty()) return {};
  Remarks unused;
  const std::string& answer = question.answers.front();
  if (question.answer_type != "arithmetic" || answer.find("$$") != std::string::npos)
    return convert_text(answer, question.where, unused).markup;
  const auto read = read_formula_answer(answer);
  return read && !read->text.starts_with('$') ? "$" + read->text + "$"
                                              : convert_text(answer, question.where, unused).markup;
}

}  // namespace hornbook::content::oatutor

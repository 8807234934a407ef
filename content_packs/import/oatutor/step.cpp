#include "content_packs/import/oatutor/step.hpp"

#include <algorithm>

#include "content_packs/build/sample.hpp"
#include "content_packs/import/oatutor/hints.hpp"
#include "content_packs/import/spelling.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::content::oatutor {
namespace {

class StepReader {
 public:
  StepReader(const PoolStep& source, const StepSurroundings& around, Remarks& remarks)
      : source_(source), around_(around), remarks_(remarks) {}

  std::optional<ReadStep> read() {
    const auto json = file(source_.file, Outcome::Refused);
    if (!json) return std::nullopt;
    const Record record(*json, source_.name, remarks_);
    record.remark_unknown({"id", "stepAnswer", "problemType", "stepTitle", "stepBody", "answerType", "variabilization",
                           "answerLatex", "choices", "precision", "units", "answerValidator", "numRows", "numCols",
                           "hints"});
    record.remark_id(source_.name);
    Question question = read_question(record, "stepAnswer", source_.name);
    question.keeps_order = around_.keeps_choice_order;
    question.formulas = texts(record);
    auto task = task_of(question, around_.figures, remarks_);
    if (!task) return std::nullopt;
    result_.step.task = std::move(*task);
    if (result_.figures.size() > 1 && to_lettered_choices()) result_.figures.clear();
    skills();
    result_.step.hints = hints();
    return std::move(result_);
  }

 private:
  std::optional<pack::Json> file(const Bytes* bytes, Outcome weight) {
    auto json = read_json(bytes, source_.name, weight, remarks_);
    if (!json) return std::nullopt;
    const Variables variables = variables_of(*json, around_.variables);
    return written_out(std::move(*json), variables, around_.draw);
  }

  // Fills prompt and figures; all formulas that the learner sees before answering.
  std::vector<std::string> texts(const Record& record) {
    const Text title = convert_text(record.text("stepTitle"), source_.name, remarks_);
    const Text body = convert_text(record.text("stepBody"), source_.name, remarks_);
    const Text units = convert_text(record.text("units"), source_.name, remarks_);
    std::string prompt = joined(title.markup, body.markup, "\n\n");
    if (!units.markup.empty()) prompt = joined(prompt, "(" + units.markup + ")", " ");
    result_.step.prompt = fitting(std::move(prompt), source_.name, remarks_);
    Text all = title;
    all.pictures.insert(all.pictures.end(), body.pictures.begin(), body.pictures.end());
    result_.figures = around_.figures.all_of(all, around_.description, source_.name, remarks_);
    if (result_.step.prompt.empty() && result_.figures.empty())
      remark(around_.says_something ? Outcome::Taken : Outcome::Approximated, "step-without-text",
             around_.says_something ? "what it asks is said by its problem alone"
                                    : "neither it nor its problem says what it asks");
    std::vector<std::string> formulas = around_.formulas;
    formulas.insert(formulas.end(), title.formulas.begin(), title.formulas.end());
    formulas.insert(formulas.end(), body.formulas.begin(), body.formulas.end());
    return formulas;
  }

  // Whether there is a choice "A" for the first picture, "B" for the second, and so on.
  bool to_lettered_choices() {
    auto* task = std::get_if<ImportedChoices>(&result_.step.task);
    if (task == nullptr || task->choices.size() != result_.figures.size()) return false;
    std::vector<ImportedChoice*> choices;
    for (ImportedChoice& choice : task->choices) choices.push_back(&choice);
    std::sort(choices.begin(), choices.end(),
              [](const ImportedChoice* one, const ImportedChoice* other) { return one->text < other->text; });
    for (std::size_t i = 0; i < choices.size(); ++i)
      if (choices[i]->figure || choices[i]->text != std::string(1, static_cast<char>('A' + i))) return false;
    for (std::size_t i = 0; i < choices.size(); ++i)
      choices[i]->figure = ImportedFigure{result_.figures[i].path, choices[i]->text};
    return true;
  }

  void skills() {
    std::vector<std::string> names = around_.curriculum.skills_of(source_.name);
    if (names.empty()) {
      names.push_back(around_.lesson_title.empty() ? "Other" : around_.lesson_title);
      remark(Outcome::Approximated, "skill-missing", "it has no skill; its lesson stands in");
    }
    if (names.size() > limits::item_skills_max) {
      names.resize(limits::item_skills_max);
      remark(Outcome::Approximated, "skills-too-many", "the first 16 skills were kept");
    }
    std::vector<std::string>& ids = result_.step.skills;
    for (const std::string& name : names) {
      const std::string id = skill_id(name);
      if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
      result_.skills.insert(name);
    }
  }

  std::vector<ImportedHint> hints() {
    const auto chosen = std::find_if(source_.pathways.begin(), source_.pathways.end(), [](const auto& pathway) {
      return pathway.first.find("DefaultPathway") != std::string::npos;
    });
    const auto& pathway = chosen == source_.pathways.end() ? source_.pathways.begin() : chosen;
    if (source_.pathways.empty() || pathway == source_.pathways.end()) {
      remark(Outcome::Taken, "hints-missing", "it has no hints");
      return {};
    }
    if (source_.pathways.size() > 1)
      remark(Outcome::Approximated, "pathway-beyond-the-first",
             "of " + std::to_string(source_.pathways.size()) + " pathways of hints one was taken");
    const auto json = file(pathway->second, Outcome::Approximated);
    if (!json) return {};
    auto read = hints_of(*json, source_.name, around_.description, around_.figures, remarks_);
    if (read.empty()) remark(Outcome::Taken, "hints-missing", "it has no hints");
    return read;
  }

  void remark(Outcome weight, const char* code, std::string sentence) {
    remarks_.push_back({weight, code, source_.name, std::move(sentence)});
  }

  const PoolStep& source_;
  const StepSurroundings& around_;
  Remarks& remarks_;
  ReadStep result_;
};

}  // namespace

std::optional<ReadStep> read_step(const PoolStep& source, const StepSurroundings& around, Remarks& remarks) {
  return StepReader(source, around, remarks).read();
}

std::string fitting(std::string prompt, const std::string& where, Remarks& remarks) {
  if (prompt.size() <= prompt_bytes_max) return prompt;
  remarks.push_back(
      {Outcome::Approximated, "text-too-long", where, "it is longer than a prompt may be; its end was cut"});
  return cut(std::move(prompt), prompt_bytes_max);
}

}  // namespace hornbook::content::oatutor

#include "content_packs/import/oatutor/problem.hpp"

#include <algorithm>

#include "content_packs/build/sample.hpp"
#include "content_packs/import/identifiers.hpp"
#include "content_packs/import/oatutor/hints.hpp"
#include "content_packs/import/oatutor/variables.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::content::oatutor {
namespace {

constexpr std::size_t steps_max = 64;
constexpr std::size_t draws_max = 12;  // more of the same problem teach nothing new
constexpr std::size_t step_name_bytes_max = 64;

std::string joined(const std::string& one, const std::string& other, const char* between) {
  return one.empty() ? other : other.empty() ? one : one + between + other;
}

// A title that is part of the task, not a heading over it.
bool says_something(const Text& title) {
  const std::string_view ends = ".?:!";
  return !title.formulas.empty() || !title.pictures.empty() ||
         (!title.markup.empty() && ends.find(title.markup.back()) != std::string_view::npos);
}

std::string cut(std::string text, std::size_t bytes_max) {
  if (text.size() <= bytes_max) return text;
  while (bytes_max > 0 && (static_cast<unsigned char>(text[bytes_max]) & 0xC0) == 0x80) --bytes_max;
  return text.substr(0, bytes_max);
}

// A prompt within what lint allows.
std::string fitting(std::string prompt, const std::string& where, Remarks& remarks) {
  if (prompt.size() <= prompt_bytes_max) return prompt;
  remarks.push_back(
      {Outcome::Approximated, "text-too-long", where, "it is longer than a prompt may be; its end was cut"});
  return cut(std::move(prompt), prompt_bytes_max);
}

// One draw of a problem.
class Converter {
 public:
  Converter(const PoolProblem& problem, const Curriculum& curriculum, const Figures& figures, Variables variables,
            std::size_t draw)
      : problem_(problem),
        curriculum_(curriculum),
        figures_(figures),
        variables_(std::move(variables)),
        draw_(draw),
        folder_(identifier_of(problem.name)) {
    result_.report.id = problem.name;
  }

  // Nothing in the item when no step could be taken.
  ConvertedProblem convert(const pack::Json& source) {
    const pack::Json json = written_out(source, variables_, draw_);
    const Record record(json, problem_.name, result_.report.remarks);
    record.remark_unknown(
        {"id", "title", "body", "variabilization", "oer", "license", "lesson", "lessonId", "courseName"});
    if (const std::string id = record.text("id"); id != problem_.name)
      remark(Outcome::Approximated, "id-not-of-its-folder",
             "its id \"" + id.substr(0, 60) + "\" is not its folder's name");
    texts(record);
    const Lesson* lesson = curriculum_.lesson_with(record.text("lessonId"));
    keeps_choice_order_ = lesson != nullptr && lesson->keeps_choice_order;
    lesson_title_ = lesson != nullptr ? lesson->title : record.text("lesson");
    for (const PoolStep& step : problem_.steps) this->step(step);
    finish();
    return std::move(result_);
  }

 private:
  void texts(const Record& record) {
    Remarks& remarks = result_.report.remarks;
    const Text title = convert_text(record.text("title"), problem_.name, remarks);
    const Text body = convert_text(record.text("body"), problem_.name, remarks);
    item_.objective = cut(plain_words(title.markup.empty() ? body.markup : title.markup), 200);
    const bool is_title_shown = body.markup.empty() || says_something(title);
    item_.prompt =
        fitting(joined(is_title_shown ? title.markup : std::string(), body.markup, "\n\n"), problem_.name, remarks);
    Text both = title;
    both.pictures.insert(both.pictures.end(), body.pictures.begin(), body.pictures.end());
    spare_figures_ = figures_.all_of(both, described(), problem_.name, remarks);
    if (!spare_figures_.empty()) item_.figure = take_spare();
    formulas_ = title.formulas;
    formulas_.insert(formulas_.end(), body.formulas.begin(), body.formulas.end());
  }

  [[nodiscard]] std::string described() const { return item_.objective.empty() ? problem_.name : item_.objective; }

  ImportedFigure take_spare() {
    ImportedFigure first = std::move(spare_figures_.front());
    spare_figures_.erase(spare_figures_.begin());
    return first;
  }

  void step(const PoolStep& source) {
    StepReport report;
    report.id = source.name;
    if (auto step = read_step(source, report.remarks)) {
      report.kind = kind_of(step->task);
      report.hints = step->hints.size();
      const auto is_scaffold = [](const ImportedHint& hint) { return hint.task.has_value(); };
      report.scaffolds = static_cast<std::size_t>(std::count_if(step->hints.begin(), step->hints.end(), is_scaffold));
      item_.steps.push_back(std::move(*step));
    }
    report.outcome = outcome_of(report.remarks);
    result_.report.steps.push_back(std::move(report));
  }

  std::optional<ImportedStep> read_step(const PoolStep& source, Remarks& remarks) {
    const auto json = read_json(source.file, source.name, Outcome::Refused, remarks);
    if (!json) return std::nullopt;
    if (item_.steps.size() == steps_max) {
      remarks.push_back({Outcome::Refused, "steps-too-many", source.name, "an item has at most 64 steps"});
      return std::nullopt;
    }
    const Record record(*json, source.name, remarks);
    record.remark_unknown({"id", "stepAnswer", "problemType", "stepTitle", "stepBody", "answerType", "variabilization",
                           "answerLatex", "choices", "precision", "units", "answerValidator", "numRows", "numCols",
                           "hints"});
    if (const std::string id = record.text("id"); id != source.name)
      remarks.push_back({Outcome::Approximated, "id-not-of-its-folder", source.name,
                         "its id \"" + id.substr(0, 60) + "\" is not its folder's name"});
    ImportedStep step;
    step.id = ids_.give(cut(source.name, step_name_bytes_max));
    Question question = read_question(record, "stepAnswer", source.name);
    question.keeps_order = keeps_choice_order_;
    question.formulas = step_texts(record, source.name, step, remarks);
    auto task = task_of(question, figures_, remarks);
    if (!task) return std::nullopt;
    step.task = std::move(*task);
    place_figures(step, source.name, remarks);
    step.skills = skills_of(source.name, remarks);
    step.hints = read_hints(source, remarks);
    return step;
  }

  // Fills prompt and figure; all formulas that the learner sees before answering.
  std::vector<std::string> step_texts(const Record& record, const std::string& name, ImportedStep& step,
                                      Remarks& remarks) {
    const Text title = convert_text(record.text("stepTitle"), name, remarks);
    const Text body = convert_text(record.text("stepBody"), name, remarks);
    const Text units = convert_text(record.text("units"), name, remarks);
    step.prompt = joined(title.markup, body.markup, "\n\n");
    if (!units.markup.empty()) step.prompt = joined(step.prompt, "(" + units.markup + ")", " ");
    step.prompt = fitting(std::move(step.prompt), name, remarks);
    Text all = title;
    all.pictures.insert(all.pictures.end(), body.pictures.begin(), body.pictures.end());
    step_figures_ = figures_.all_of(all, described(), name, remarks);
    if (step.prompt.empty() && step_figures_.empty() && item_.prompt.empty() && !item_.figure)
      remarks.push_back({Outcome::Approximated, "step-without-text", name, "neither it nor its problem says anything"});
    std::vector<std::string> formulas = formulas_;
    formulas.insert(formulas.end(), title.formulas.begin(), title.formulas.end());
    formulas.insert(formulas.end(), body.formulas.begin(), body.formulas.end());
    return formulas;
  }

  // A step has one picture. Others go to choices called A, B, C, or beside the problem where there is room.
  void place_figures(ImportedStep& step, const std::string& name, Remarks& remarks) {
    if (step_figures_.size() > 1 && to_lettered_choices(step)) return;
    if (step_figures_.empty() && !spare_figures_.empty()) step_figures_.push_back(take_spare());
    if (step_figures_.size() > 1 && !item_.figure && item_.steps.empty()) {
      item_.figure = std::move(step_figures_.front());
      step_figures_.erase(step_figures_.begin());
    }
    if (!step_figures_.empty()) step.figure = step_figures_.front();
    for (std::size_t i = 1; i < step_figures_.size(); ++i) leave_out(step_figures_[i], name, remarks);
  }

  // Whether there is a choice "A" for the first picture, "B" for the second, and so on.
  bool to_lettered_choices(ImportedStep& step) {
    auto* task = std::get_if<ImportedChoices>(&step.task);
    if (task == nullptr || task->choices.size() != step_figures_.size()) return false;
    std::vector<ImportedChoice*> choices;
    for (ImportedChoice& choice : task->choices) choices.push_back(&choice);
    std::sort(choices.begin(), choices.end(),
              [](const ImportedChoice* one, const ImportedChoice* other) { return one->text < other->text; });
    for (std::size_t i = 0; i < choices.size(); ++i)
      if (choices[i]->figure || choices[i]->text != std::string(1, static_cast<char>('A' + i))) return false;
    for (std::size_t i = 0; i < choices.size(); ++i)
      choices[i]->figure = ImportedFigure{step_figures_[i].path, choices[i]->text};
    return true;
  }

  std::vector<std::string> skills_of(const std::string& step, Remarks& remarks) {
    std::vector<std::string> names = curriculum_.skills_of(step);
    if (names.empty()) {
      names.push_back(lesson_title_.empty() ? "Other" : lesson_title_);
      remarks.push_back({Outcome::Approximated, "skill-missing", step, "it has no skill; its lesson stands in"});
    }
    if (names.size() > limits::item_skills_max) {
      names.resize(limits::item_skills_max);
      remarks.push_back({Outcome::Approximated, "skills-too-many", step, "the first 16 skills were kept"});
    }
    std::vector<std::string> ids;
    for (const std::string& name : names) {
      const std::string id = skill_id(name);
      if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
      result_.skills.insert(name);
    }
    return ids;
  }

  std::vector<ImportedHint> read_hints(const PoolStep& source, Remarks& remarks) {
    const auto chosen = std::find_if(source.pathways.begin(), source.pathways.end(), [](const auto& pathway) {
      return pathway.first.find("DefaultPathway") != std::string::npos;
    });
    const auto& pathway = chosen == source.pathways.end() ? source.pathways.begin() : chosen;
    if (source.pathways.empty() || pathway == source.pathways.end()) {
      remarks.push_back({Outcome::Taken, "hints-missing", source.name, "it has no hints"});
      return {};
    }
    if (source.pathways.size() > 1)
      remarks.push_back({Outcome::Approximated, "pathway-beyond-the-first", source.name,
                         "of " + std::to_string(source.pathways.size()) + " pathways of hints one was taken"});
    const auto json = read_json(pathway->second, source.name, Outcome::Approximated, remarks);
    if (!json) return {};
    auto hints = hints_of(*json, source.name, described(), figures_, remarks);
    if (hints.empty()) remarks.push_back({Outcome::Taken, "hints-missing", source.name, "it has no hints"});
    return hints;
  }

  std::optional<pack::Json> read_json(const Bytes* file, const std::string& name, Outcome weight,
                                      Remarks& remarks) const {
    if (file == nullptr) {
      remarks.push_back({weight, "file-missing", name, "its JSON file is missing"});
      return std::nullopt;
    }
    auto parsed = pack::parse_json(*file, "OATutor pool");
    if (!parsed) {
      remarks.push_back({weight, "json-broken", name, parsed.error().sentence});
      return std::nullopt;
    }
    return written_out(std::move(*parsed), variables_of(*parsed, variables_), draw_);
  }

  void finish() {
    ItemReport& report = result_.report;
    for (const ImportedFigure& figure : spare_figures_) leave_out(figure, problem_.name, report.remarks);
    if (item_.steps.empty()) {
      remark(Outcome::Refused, "problem-without-steps",
             problem_.steps.empty() ? "it has no steps" : "none of its steps could be taken");
    } else {
      for (const ImportedStep& step : item_.steps)
        for (const std::string& skill : step.skills)
          if (std::find(item_.skills.begin(), item_.skills.end(), skill) == item_.skills.end())
            item_.skills.push_back(skill);
      if (item_.skills.size() > limits::item_skills_max) item_.skills.resize(limits::item_skills_max);
      if (item_.objective.empty()) item_.objective = lesson_title_.empty() ? problem_.name : lesson_title_;
      item_.id = folder_;
      result_.items.push_back(std::move(item_));
    }
    report.outcome = outcome_of(report.remarks);
    for (const StepReport& step : report.steps)
      if (step.outcome != Outcome::Taken) report.outcome = std::max(report.outcome, Outcome::Approximated);
  }

  void remark(Outcome weight, const char* code, std::string sentence) {
    result_.report.remarks.push_back({weight, code, problem_.name, std::move(sentence)});
  }

  const PoolProblem& problem_;
  const Curriculum& curriculum_;
  const Figures& figures_;
  Variables variables_;
  std::size_t draw_;
  std::string folder_;
  std::string lesson_title_;
  bool keeps_choice_order_ = false;
  std::vector<std::string> formulas_;
  std::vector<ImportedFigure> spare_figures_;  // of the problem's texts, that have no place yet
  std::vector<ImportedFigure> step_figures_;   // of the step that is being read
  UniqueIdentifiers ids_;
  ImportedItem item_;
  ConvertedProblem result_;
};

}  // namespace

ConvertedProblem convert_problem(const PoolProblem& problem, const pack::Json& json, const Curriculum& curriculum,
                                 std::map<std::string, Bytes>& media) {
  const Figures figures(problem, identifier_of(problem.name), media);
  const Variables variables = variables_of(json);
  const std::size_t draws = std::min(draws_of(variables), draws_max);
  ConvertedProblem result = Converter(problem, curriculum, figures, variables, 0).convert(json);
  if (draws > 1)
    result.report.remarks.push_back({Outcome::Taken, "variables", problem.name,
                                     "it was written out for " + std::to_string(draws) + " draws of its variables"});
  for (std::size_t draw = 1; draw < draws; ++draw) {
    ConvertedProblem other = Converter(problem, curriculum, figures, variables, draw).convert(json);
    for (ImportedItem& item : other.items) result.items.push_back(std::move(item));
  }
  return result;
}

}  // namespace hornbook::content::oatutor

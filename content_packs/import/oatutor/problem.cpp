#include "content_packs/import/oatutor/problem.hpp"

#include <algorithm>

#include "content_packs/import/identifiers.hpp"
#include "content_packs/import/oatutor/record.hpp"
#include "content_packs/import/oatutor/step.hpp"
#include "content_packs/import/spelling.hpp"
#include "runtime/core/limits.hpp"
#include "runtime/engage/entry/typed_text.hpp"

namespace hornbook::content::oatutor {
namespace {

constexpr std::size_t draws_max = 12;  // more of the same problem teach nothing new
constexpr std::size_t step_name_bytes_max = 64;
constexpr std::size_t objective_bytes_max = 200;

// A title that is part of the task, not a heading over it.
bool says_something(const Text& title) {
  const std::string_view ends = ".?:!";
  return !title.formulas.empty() || !title.pictures.empty() ||
         (!title.markup.empty() && ends.find(title.markup.back()) != std::string_view::npos);
}

// One draw of a problem.
class Converter {
 public:
  Converter(const PoolProblem& problem, const Curriculum& curriculum, const Figures& figures,
            const Variables& variables, std::size_t draw)
      : problem_(problem), around_{curriculum, figures, variables, draw, {}, false, {}, {}, false} {
    result_.report.id = problem.name;
  }

  // Without an item when no step could be taken.
  ConvertedProblem convert(const pack::Json& source) {
    const pack::Json json = written_out(source, around_.variables, around_.draw);
    const Record record(json, problem_.name, remarks());
    record.remark_unknown(
        {"id", "title", "body", "variabilization", "oer", "license", "lesson", "lessonId", "courseName"});
    record.remark_id(problem_.name);
    const Lesson* lesson = around_.curriculum.lesson_with(record.text("lessonId"));
    around_.keeps_choice_order = lesson != nullptr && lesson->keeps_choice_order;
    around_.lesson_title = lesson != nullptr ? lesson->title : record.text("lesson");
    texts(record);
    for (const PoolStep& each : problem_.steps) step(each);
    finish();
    return std::move(result_);
  }

 private:
  void texts(const Record& record) {
    const Text title = convert_text(record.text("title"), problem_.name, remarks());
    const Text body = convert_text(record.text("body"), problem_.name, remarks());
    item_.objective = cut(plain_words(title.markup.empty() ? body.markup : title.markup), objective_bytes_max);
    const bool is_title_shown = body.markup.empty() || says_something(title);
    item_.prompt =
        fitting(joined(is_title_shown ? title.markup : std::string(), body.markup, "\n\n"), problem_.name, remarks());
    Text both = title;
    both.pictures.insert(both.pictures.end(), body.pictures.begin(), body.pictures.end());
    around_.description = item_.objective.empty() ? problem_.name : item_.objective;
    figures_ = around_.figures.all_of(both, around_.description, problem_.name, remarks());
    if (!figures_.empty()) item_.figure = take_first(figures_);
    around_.says_something = !item_.prompt.empty() || item_.figure;
    around_.formulas = title.formulas;
    around_.formulas.insert(around_.formulas.end(), body.formulas.begin(), body.formulas.end());
  }

  static ImportedFigure take_first(std::vector<ImportedFigure>& figures) {
    ImportedFigure first = std::move(figures.front());
    figures.erase(figures.begin());
    return first;
  }

  void step(const PoolStep& source) {
    StepReport report;
    report.id = source.name;
    if (item_.steps.size() == limits::steps_max) {
      report.remarks.push_back({Outcome::Refused, "steps-too-many", source.name, "an item has at most 64 steps"});
    } else if (auto read = read_step(source, around_, report.remarks)) {
      place_figures(*read, report.remarks);
      result_.skills.merge(read->skills);
      read->step.id = ids_.give(cut(source.name, step_name_bytes_max));
      describe(read->step, report);
      item_.steps.push_back(std::move(read->step));
    }
    report.outcome = outcome_of(report.remarks);
    result_.report.steps.push_back(std::move(report));
  }

  static void describe(const ImportedStep& step, StepReport& report) {
    report.kind = kind_of(step.task);
    report.hints = step.hints.size();
    const auto is_scaffold = [](const ImportedHint& hint) { return hint.task.has_value(); };
    report.scaffolds = static_cast<std::size_t>(std::count_if(step.hints.begin(), step.hints.end(), is_scaffold));
  }

  // A step has one picture. Another one goes beside the problem where there is room, and one of the problem's to a step
  // that has none.
  void place_figures(ReadStep& read, Remarks& step_remarks) {
    std::vector<ImportedFigure>& own = read.figures;
    if (own.empty() && !figures_.empty()) own.push_back(take_first(figures_));
    if (own.size() > 1 && !item_.figure && item_.steps.empty()) item_.figure = take_first(own);
    if (!own.empty()) read.step.figure = take_first(own);
    for (const ImportedFigure& figure : own) leave_out(figure, problem_.name, step_remarks);
  }

  void finish() {
    ItemReport& report = result_.report;
    for (const ImportedFigure& figure : figures_) leave_out(figure, problem_.name, remarks());
    if (item_.steps.empty()) {
      remarks().push_back({Outcome::Refused, "problem-without-steps", problem_.name,
                           problem_.steps.empty() ? "it has no steps" : "none of its steps could be taken"});
    } else {
      for (const ImportedStep& step : item_.steps)
        for (const std::string& skill : step.skills)
          if (std::find(item_.skills.begin(), item_.skills.end(), skill) == item_.skills.end())
            item_.skills.push_back(skill);
      if (item_.skills.size() > limits::item_skills_max) item_.skills.resize(limits::item_skills_max);
      if (item_.objective.empty())
        item_.objective = around_.lesson_title.empty() ? problem_.name : around_.lesson_title;
      if (item_.prompt.empty()) {
        item_.prompt = engage::escaped_for_markup(item_.objective);
        remarks().push_back({Outcome::Taken, "problem-without-text", problem_.name,
                             "what it says stands in its steps; the name of its lesson stands above them"});
      }
      item_.id = identifier_of(problem_.name);
      result_.items.push_back(std::move(item_));
    }
    report.outcome = outcome_of(report.remarks);
    for (const StepReport& step : report.steps)
      if (step.outcome != Outcome::Taken) report.outcome = std::max(report.outcome, Outcome::Approximated);
  }

  Remarks& remarks() { return result_.report.remarks; }

  const PoolProblem& problem_;
  StepSurroundings around_;
  std::vector<ImportedFigure> figures_;  // of the problem's texts, that have no place yet
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

#include "content_packs/import/oatutor/import_oatutor.hpp"

#include <algorithm>

#include "content_packs/import/identifiers.hpp"
#include "content_packs/import/oatutor/licence.hpp"
#include "content_packs/import/oatutor/make_sound.hpp"
#include "content_packs/import/oatutor/problem.hpp"
#include "content_packs/import/oatutor/record.hpp"
#include "content_packs/import/oatutor/step.hpp"
#include "content_packs/import/pack_writer.hpp"
#include "content_packs/import/spelling.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::content {
namespace {

using namespace oatutor;

constexpr const char* place = "OATutor pool";
constexpr std::size_t authors_max = 64;
constexpr std::size_t title_bytes_max = 200;
constexpr std::size_t subject_bytes_max = 100;

struct Loaded {
  const PoolProblem* problem;
  pack::Json json;
  std::string course;
  std::string lesson;
};

class Importer {
 public:
  Importer(const Pool& pool, const OatutorOptions& options) : pool_(pool), options_(options) {
    result_.report.format = "oatutor";
    result_.report.remarks = pool.remarks;
    curriculum_ = Curriculum::read(pool, result_.report.remarks);
  }

  Result<Imported> import() {
    for (const PoolProblem& problem : pool_.problems) load(problem);
    TRY_DONE(choose());
    sort();
    for (const Loaded& loaded : loaded_) convert(loaded);
    if (result_.pack.items.empty()) return fail(ErrorCode::BadInput, place, "none of its problems could be taken");
    describe();
    return std::move(result_);
  }

 private:
  void load(const PoolProblem& problem) {
    Remarks found;
    auto parsed = read_json(problem.file, problem.name, Outcome::Refused, found);
    if (!parsed) return refuse(problem, found.front().code, found.front().sentence);
    if (!parsed->is_object()) return refuse(problem, "problem-of-wrong-kind", "its file holds no object");
    const Record record(*parsed, problem.name, found);
    const std::string lesson = record.text("lessonId");
    Loaded loaded{&problem, {}, curriculum_.course_with(lesson, record.text("courseName")), lesson};
    loaded.json = std::move(*parsed);
    loaded_.push_back(std::move(loaded));
  }

  // Every step that is refused is counted, too.
  void refuse(const PoolProblem& problem, const std::string& code, const std::string& sentence) {
    ItemReport report;
    report.id = problem.name;
    report.outcome = Outcome::Refused;
    report.remarks.push_back({Outcome::Refused, code, problem.name, sentence});
    for (const PoolStep& step : problem.steps) {
      StepReport refused;
      refused.id = step.name;
      refused.outcome = Outcome::Refused;
      refused.remarks.push_back({Outcome::Refused, "problem-refused", step.name, "its problem was refused"});
      report.steps.push_back(std::move(refused));
    }
    result_.report.items.push_back(std::move(report));
  }

  [[nodiscard]] bool says_its_language(const Loaded& loaded) const {
    const Course* course = curriculum_.course_called(loaded.course);
    return course != nullptr && !course->language.empty();
  }

  [[nodiscard]] std::string language_of(const Loaded& loaded) const {
    if (says_its_language(loaded)) return curriculum_.course_called(loaded.course)->language;
    return options_.language.empty() ? "en" : options_.language;
  }

  // The course that was asked for, or the language that most problems are in.
  Done choose() {
    if (!options_.course.empty()) {
      const auto is_other = [this](const Loaded& loaded) { return loaded.course != options_.course; };
      std::erase_if(loaded_, is_other);
      if (loaded_.empty())
        return fail(ErrorCode::NotFound, place,
                    "it has no course \"" + options_.course + "\"; it has " + course_names());
    }
    std::map<std::string, std::size_t> problems_in;
    for (const Loaded& loaded : loaded_) ++problems_in[language_of(loaded)];
    for (const auto& [language, problems] : problems_in)
      if (result_.pack.language.empty() || problems > problems_in[result_.pack.language])
        result_.pack.language = language;
    std::erase_if(loaded_, [this](const Loaded& loaded) {
      if (language_of(loaded) == result_.pack.language) return false;
      refuse(*loaded.problem, "language-other", "it is in another language; import its course by itself");
      return true;
    });
    return {};
  }

  [[nodiscard]] std::string course_names() const {
    std::string names;
    for (const Course& course : curriculum_.courses()) names += (names.empty() ? "\"" : ", \"") + course.name + "\"";
    return names.empty() ? "none" : names;
  }

  void sort() {
    const auto place_of = [this](const Loaded& loaded) { return curriculum_.place_of(loaded.course, loaded.lesson); };
    std::stable_sort(loaded_.begin(), loaded_.end(),
                     [&](const Loaded& one, const Loaded& other) { return place_of(one) < place_of(other); });
  }

  void convert(const Loaded& loaded) {
    ConvertedProblem converted = convert_problem(*loaded.problem, loaded.json, curriculum_, result_.pack.media);
    if (std::any_of(converted.items.begin(), converted.items.end(), [this](const ImportedItem& item) {
          return to_yaml(item, result_.pack.language).size() > limits::object_bytes_max;
        }))
      return refuse(*loaded.problem, "item-too-long", "it is longer than an item may be");
    std::erase_if(converted.items,
                  [&](ImportedItem& item) { return !make_sound(item, result_.pack.language, converted.report); });
    settle(converted);
    for (ImportedItem& item : converted.items) {
      item.id = ids_.give(item.id);
      converted.report.items.push_back(item.id);
      result_.pack.items.push_back(std::move(item));
    }
    if (!converted.items.empty()) {
      used_skills_.insert(converted.skills.begin(), converted.skills.end());
      about(loaded);
    }
    result_.report.items.push_back(std::move(converted.report));
  }

  static void settle(ConvertedProblem& converted) {
    ItemReport& report = converted.report;
    const Outcome own = outcome_of(report.remarks);
    report.outcome = converted.items.empty() ? Outcome::Refused : std::min(own, Outcome::Approximated);
    for (StepReport& step : report.steps) {
      if (converted.items.empty() && step.outcome != Outcome::Refused) {
        step.remarks.push_back({Outcome::Refused, "problem-refused", step.id, "its problem was refused"});
        step.outcome = Outcome::Refused;
      }
      if (step.outcome != Outcome::Taken) report.outcome = std::max(report.outcome, Outcome::Approximated);
    }
  }

  // Whose work it is.
  void about(const Loaded& loaded) {
    Remarks unused;
    const Record record(loaded.json, loaded.problem->name, unused);
    const Course* course = curriculum_.course_called(loaded.course);
    ++courses_[loaded.course];
    assumed_language_ += says_its_language(loaded) ? 0U : 1U;
    if (const std::string author = author_of(record.text("oer")); !author.empty()) ++authors_[author];
    std::string licence = record.text("license");
    if (licence.empty() && course != nullptr) licence = course->licence;
    if (const auto spdx = spdx_of(licence)) {
      licences_.insert(*spdx);
    } else {
      ++unclear_licences_[licence];
    }
  }

  void describe() {
    ImportedPack& pack = result_.pack;
    pack.skills = curriculum_.skills(used_skills_);
    std::string names;
    for (const auto& [course, problems] : courses_)
      if (!course.empty()) names += (names.empty() ? "" : " · ") + course;
    pack.title = names.empty() ? "OATutor" : cut(names, title_bytes_max);
    pack.name = "org.oatutor." + identifier_of(pack.title);
    pack.subject = cut(pack.title, subject_bytes_max);
    pack.licence = licence();
    pack.authors = authors();
    if (assumed_language_ > 0 && options_.language.empty())
      remark(Outcome::Approximated, "language-assumed",
             std::to_string(assumed_language_) + " problems do not say their language; English was assumed, and " +
                 "--language says another");
    remark(Outcome::Approximated, "course-order", "skills build on those of the lesson before; OATutor says no more");
    remark(Outcome::Approximated, "difficulty-unknown", "OATutor has no difficulties; every item begins at 5");
    remark(Outcome::Taken, "mastery-parameters",
           "bkt-params and mastery thresholds are not used: Hornbook has its own");
    result_.report.skills = pack.skills.size();
    result_.report.media = pack.media.size();
  }

  std::string licence() {
    for (const auto& [written, problems] : unclear_licences_)
      remark(Outcome::Approximated, "licence-unclear",
             std::to_string(problems) + " problems have the licence \"" + cut(written, 80) +
                 "\", which is not known; ask before they are passed on");
    std::string all;
    for (const std::string& each : licences_) all += (all.empty() ? "" : " AND ") + each;
    if (all.size() > limits::identifier_bytes_max) return "LicenseRef-several";
    return all.empty() ? "LicenseRef-unknown" : all;
  }

  std::vector<std::string> authors() {
    std::vector<std::pair<std::size_t, std::string>> sorted;
    for (const auto& [author, problems] : authors_) sorted.emplace_back(problems, author);
    std::sort(sorted.rbegin(), sorted.rend());
    if (sorted.size() > authors_max)
      remark(Outcome::Approximated, "authors-too-many",
             "of " + std::to_string(sorted.size()) + " sources those of most problems are named");
    std::vector<std::string> names;
    for (const auto& [problems, author] : sorted)
      if (names.size() < authors_max) names.push_back(cut(author, 1000));
    const auto is_oatutor = [](const std::string& name) { return name.find("OATutor") != std::string::npos; };
    if (std::none_of(names.begin(), names.end(), is_oatutor)) names.emplace_back("OATutor, https://OATutor.io");
    return names;
  }

  void remark(Outcome weight, const char* code, std::string sentence) {
    result_.report.remarks.push_back({weight, code, "", std::move(sentence)});
  }

  const Pool& pool_;
  const OatutorOptions& options_;
  Curriculum curriculum_;
  std::vector<Loaded> loaded_;
  UniqueIdentifiers ids_;
  std::set<std::string> used_skills_;
  std::map<std::string, std::size_t> courses_;
  std::size_t assumed_language_ = 0;  // problems that do not say theirs
  std::map<std::string, std::size_t> authors_;
  std::set<std::string> licences_;
  std::map<std::string, std::size_t> unclear_licences_;
  Imported result_;
};

}  // namespace

Result<Imported> import_oatutor(const SourceTree& tree, const OatutorOptions& options) {
  TRY_ASSIGN(const Pool pool, find_pool(tree));
  return Importer(pool, options).import();
}

}  // namespace hornbook::content

#include "content_packs/import/oatutor/course.hpp"

#include <algorithm>

#include "content_packs/import/identifiers.hpp"
#include "content_packs/import/oatutor/record.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::content::oatutor {
namespace {

Lesson lesson_of(const pack::Json& json, Remarks& remarks) {
  Remarks unused;
  Lesson lesson;
  lesson.id = Record(json, "", unused).text("id");
  const Record record(json, lesson.id, remarks);
  const std::string topics = record.text("topics");
  lesson.title = topics.empty() ? record.text("name") : topics;
  lesson.keeps_choice_order = record.truth("keepMCOrder");
  if (record.has("learningObjectives") && json.at("learningObjectives").is_object())
    for (const auto& [name, mastery] : json.at("learningObjectives").items()) lesson.skills.push_back(name);
  return lesson;
}

Course course_of(const pack::Json& json, Remarks& remarks) {
  const Record record(json, "coursePlans.json", remarks);
  Course course;
  course.name = record.text("courseName");
  course.language = language_tag(record.text("language"));
  course.source = record.text("courseOER");
  course.licence = record.text("courseLicense");
  for (const pack::Json& lesson : record.list("lessons"))
    if (lesson.is_object()) course.lessons.push_back(lesson_of(lesson, remarks));
  return course;
}

// "factor_x**2" is "Factor x^2".
std::string title_of(const std::string& name) {
  std::string title;
  for (std::size_t at = 0; at < name.size(); ++at) {
    const bool is_power = name.compare(at, 2, "**") == 0;
    title += is_power ? '^' : name[at] == '_' ? ' ' : name[at];
    at += is_power ? 1 : 0;
  }
  if (!title.empty() && title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
  return title.empty() ? "Unnamed" : title;
}

class SkillLister {
 public:
  explicit SkillLister(const std::set<std::string>& used) : used_(used) {}

  void course(const Course& course) {
    std::vector<std::string> before;
    for (const Lesson& lesson : course.lessons) {
      std::vector<std::string> here;
      for (const std::string& name : lesson.skills)
        if (add(name, before)) here.push_back(skill_id(name));
      if (!here.empty()) before = std::move(here);
    }
  }

  std::vector<ImportedSkill> finish() {
    for (const std::string& name : used_) static_cast<void>(add(name, {}));
    return std::move(skills_);
  }

 private:
  // Whether the skill is used and was not listed before.
  bool add(const std::string& name, const std::vector<std::string>& before) {
    const std::string id = skill_id(name);
    if (!used_.contains(name) || !listed_.insert(id).second) return false;
    skills_.push_back({id, title_of(name), title_of(name), before});
    return true;
  }

  const std::set<std::string>& used_;
  std::set<std::string> listed_;
  std::vector<ImportedSkill> skills_;
};

}  // namespace

Curriculum Curriculum::read(const Pool& pool, Remarks& remarks) {
  Curriculum curriculum;
  const pack::Json plans =
      read_json(pool.course_plans, "coursePlans.json", Outcome::Approximated, remarks).value_or(pack::Json());
  if (plans.is_array())
    for (const pack::Json& each : plans)
      if (each.is_object()) curriculum.courses_.push_back(course_of(each, remarks));
  const pack::Json model =
      read_json(pool.skill_model, "skillModel.json", Outcome::Approximated, remarks).value_or(pack::Json());
  if (model.is_object())
    for (const auto& [step, names] : model.items()) {
      std::vector<std::string> skills = Record(model, "skillModel.json", remarks).texts(step.c_str());
      std::erase(skills, std::string());
      curriculum.skills_of_steps_.emplace(step, std::move(skills));
    }
  return curriculum;
}

const Course* Curriculum::course_called(const std::string& name) const {
  const auto found =
      std::find_if(courses_.begin(), courses_.end(), [&](const Course& each) { return each.name == name; });
  return found == courses_.end() ? nullptr : &*found;
}

std::string Curriculum::course_with(const std::string& lesson, const std::string& named) const {
  const auto has_it = [&](const Course& course) {
    return std::any_of(course.lessons.begin(), course.lessons.end(),
                       [&](const Lesson& each) { return each.id == lesson; });
  };
  const Course* said = course_called(named);
  if (lesson.empty() || (said != nullptr && has_it(*said))) return named;
  const auto found = std::find_if(courses_.begin(), courses_.end(), has_it);
  return found == courses_.end() ? named : found->name;
}

const Lesson* Curriculum::lesson_with(const std::string& id) const {
  for (const Course& course : courses_)
    for (const Lesson& lesson : course.lessons)
      if (lesson.id == id) return &lesson;
  return nullptr;
}

std::vector<std::string> Curriculum::skills_of(const std::string& step) const {
  const auto found = skills_of_steps_.find(step);
  return found == skills_of_steps_.end() ? std::vector<std::string>() : found->second;
}

std::pair<std::size_t, std::size_t> Curriculum::place_of(const std::string& course, const std::string& lesson) const {
  for (std::size_t c = 0; c < courses_.size(); ++c) {
    if (courses_[c].name != course) continue;
    const auto& lessons = courses_[c].lessons;
    const auto found =
        std::find_if(lessons.begin(), lessons.end(), [&](const Lesson& each) { return each.id == lesson; });
    return {c, static_cast<std::size_t>(found - lessons.begin())};
  }
  return {courses_.size(), 0};
}

std::vector<ImportedSkill> Curriculum::skills(const std::set<std::string>& used) const {
  SkillLister lister(used);
  for (const Course& course : courses_) lister.course(course);
  return lister.finish();
}

std::string skill_id(const std::string& name) { return identifier_of(name); }

std::string language_tag(const std::string& language) {
  if (language.empty()) return "";
  if (language == "se") return "sv";
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  };
  const bool is_tag = language.size() >= 2 && language.size() <= limits::language_bytes_max &&
                      std::all_of(language.begin(), language.end(), fits);
  return is_tag ? language : "und";
}

}  // namespace hornbook::content::oatutor

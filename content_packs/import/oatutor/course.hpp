// The order that OATutor has: courses of lessons of skills (coursePlans.json), and the skills of each step
// (skillModel.json).
#pragma once

#include <optional>
#include <set>

#include "content_packs/import/imported_pack.hpp"
#include "content_packs/import/oatutor/pool.hpp"

namespace hornbook::content::oatutor {

struct Lesson {
  std::string id;
  std::string title;
  bool keeps_choice_order = false;
  std::vector<std::string> skills;  // by their names in the skill model
};

struct Course {
  std::string name;
  std::string language;  // BCP 47; empty: it does not say
  std::string source;
  std::string licence;
  std::vector<Lesson> lessons;
};

class Curriculum {
 public:
  // What is missing or broken becomes a remark.
  [[nodiscard]] static Curriculum read(const Pool& pool, Remarks& remarks);

  [[nodiscard]] const std::vector<Course>& courses() const { return courses_; }
  [[nodiscard]] const Course* course_called(const std::string& name) const;
  // The course that a problem of this lesson is in: the one that it names where that has the lesson, else the first
  // that has it, for problems are shared among courses and keep the name of the one they were written for. Where no
  // course has it, the one that it names.
  [[nodiscard]] std::string course_with(const std::string& lesson, const std::string& named) const;
  [[nodiscard]] const Lesson* lesson_with(const std::string& id) const;
  // The skills of a step by name; none when the model does not say.
  [[nodiscard]] std::vector<std::string> skills_of(const std::string& step) const;
  // Where a lesson stands in its course, and the course among all; beyond all when it is not known.
  [[nodiscard]] std::pair<std::size_t, std::size_t> place_of(const std::string& course,
                                                             const std::string& lesson) const;

  // The skills that are used, in the order of the lessons that teach them; those of no lesson come last. Each builds on
  // the skills of the lesson before its own.
  [[nodiscard]] std::vector<ImportedSkill> skills(const std::set<std::string>& used) const;

 private:
  std::vector<Course> courses_;
  std::map<std::string, std::vector<std::string>> skills_of_steps_;
};

// A skill's id in the pack.
[[nodiscard]] std::string skill_id(const std::string& name);

// The BCP 47 tag; OATutor calls Swedish "se". "und" when it is none, empty when nothing is said.
[[nodiscard]] std::string language_tag(const std::string& language);

}  // namespace hornbook::content::oatutor

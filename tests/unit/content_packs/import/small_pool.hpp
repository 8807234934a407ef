// A pool of one course in memory, for tests to put one fault into.
#pragma once

#include "content_packs/import/oatutor/import_oatutor.hpp"

namespace hornbook::content::tests {

using pack::Json;

inline void put(SourceTree& tree, const std::string& path, const std::string& text) {
  tree[path] = Bytes(text.begin(), text.end());
}
inline void put(SourceTree& tree, const std::string& path, const Json& json) { put(tree, path, json.dump()); }

inline Json problem_json(const std::string& id) {
  return {{"id", id},
          {"title", "A heading"},
          {"body", "Simplify:"},
          {"license", "https://creativecommons.org/licenses/by/4.0/ <CC BY 4.0>"},
          {"oer", "https://example.org/book <The Book>"},
          {"lessonId", "l1"},
          {"courseName", "Course"},
          {"variabilization", Json::object()}};
}

inline Json step_json(const std::string& id) {
  return {{"id", id},
          {"stepTitle", "$$2+3$$"},
          {"stepBody", ""},
          {"stepAnswer", {"$$5$$"}},
          {"problemType", "TextBox"},
          {"answerType", "arithmetic"}};
}

inline Json hint_json(const std::string& id, const std::vector<std::string>& dependencies) {
  return {{"id", id}, {"type", "hint"}, {"title", "Look"}, {"text", "Count on."}, {"dependencies", dependencies}};
}

inline std::string problem_path(const std::string& id) { return "content-pool/" + id + "/" + id + ".json"; }
inline std::string step_path(const std::string& problem, const std::string& step) {
  return "content-pool/" + problem + "/steps/" + step + "/" + step + ".json";
}
inline std::string pathway_path(const std::string& problem, const std::string& step) {
  return "content-pool/" + problem + "/steps/" + step + "/tutoring/" + step + "DefaultPathway.json";
}

// Problem p1 with step p1a, which has the hints p1a-h1 and p1a-h2.
inline SourceTree small_pool() {
  SourceTree tree;
  put(tree, "coursePlans.json",
      Json::array(
          {{{"courseName", "Course"},
            {"language", "en"},
            {"courseLicense", "https://creativecommons.org/licenses/by/4.0/ <CC BY 4.0>"},
            {"lessons", {{{"id", "l1"}, {"topics", "Adding"}, {"learningObjectives", {{"add_numbers", 0.85}}}}}}}}));
  put(tree, "skillModel.json", Json{{"p1a", {"add_numbers"}}});
  put(tree, problem_path("p1"), problem_json("p1"));
  put(tree, step_path("p1", "p1a"), step_json("p1a"));
  put(tree, pathway_path("p1", "p1a"), Json::array({hint_json("p1a-h1", {}), hint_json("p1a-h2", {"p1a-h1"})}));
  return tree;
}

// The codes of all remarks about problems and steps.
inline std::vector<std::string> codes_of(const ImportReport& report) {
  std::vector<std::string> codes;
  for (const ItemReport& item : report.items) {
    for (const Remark& remark : item.remarks) codes.push_back(remark.code);
    for (const StepReport& step : item.steps)
      for (const Remark& remark : step.remarks) codes.push_back(remark.code);
  }
  return codes;
}

}  // namespace hornbook::content::tests

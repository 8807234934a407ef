#include "content_packs/import/oatutor/course.hpp"

#include <gtest/gtest.h>

#include "content_packs/import/oatutor/licence.hpp"
#include "tests/unit/content_packs/import/small_pool.hpp"

namespace hornbook::content {
namespace {

using tests::Json;
using Ids = std::vector<std::string>;

TEST(OatutorCourse, Skills_BuildOnThoseOfTheLessonBefore) {
  SourceTree tree = tests::small_pool();
  tests::put(tree, "coursePlans.json",
             Json::array({{{"courseName", "Course"},
                           {"lessons",
                            {{{"id", "l1"}, {"learningObjectives", {{"a", 1}, {"b", 1}}}},
                             {{"id", "l2"}, {"learningObjectives", {{"unused", 1}}}},
                             {{"id", "l3"}, {"learningObjectives", {{"a", 1}, {"factor_x**2", 1}}}}}}}}));
  const oatutor::Pool pool = oatutor::find_pool(tree).value();
  Remarks remarks;
  const auto skills = oatutor::Curriculum::read(pool, remarks).skills({"a", "b", "factor_x**2", "Other"});
  ASSERT_EQ(skills.size(), 4u);
  EXPECT_EQ(skills[2].id, "factor_x-2");
  EXPECT_EQ(skills[2].title, "Factor x^2");
  EXPECT_EQ(skills[2].prerequisites, Ids({"a", "b"}));
  EXPECT_EQ(skills[3].id, "other");
  EXPECT_TRUE(skills[3].prerequisites.empty());
}

TEST(OatutorCourse, Swedish_HasItsOwnTag) {
  EXPECT_EQ(oatutor::language_tag("se"), "sv");
  EXPECT_EQ(oatutor::language_tag("es"), "es");
  EXPECT_EQ(oatutor::language_tag(""), "");
  EXPECT_EQ(oatutor::language_tag("English (US)"), "und");
}

TEST(OatutorCourse, Licences_AreCalledAsSpdxDoes) {
  using oatutor::spdx_of;
  EXPECT_EQ(spdx_of("https://creativecommons.org/licenses/by/4.0/ <CC BY 4.0>"), "CC-BY-4.0");
  EXPECT_EQ(spdx_of("https://creativecommons.org/licenses/by-nc-sa/3.0"), "CC-BY-NC-SA-3.0");
  EXPECT_EQ(spdx_of("CC BY-SA 4.0"), "CC-BY-SA-4.0");
  EXPECT_EQ(spdx_of("https://creativecommons.org/publicdomain/zero/1.0/"), "CC0-1.0");
  EXPECT_EQ(spdx_of("openstax"), std::nullopt);
  EXPECT_EQ(spdx_of(""), std::nullopt);
}

TEST(OatutorCourse, Sources_AreNamedWithTheirAddress) {
  EXPECT_EQ(oatutor::author_of("https://OATutor.io <OATutor>"), "OATutor, https://OATutor.io");
  EXPECT_EQ(oatutor::author_of(" openstax.org "), "openstax.org");
  EXPECT_EQ(oatutor::author_of("0.0"), "");
}

TEST(OatutorCourse, TwoLanguages_AreTwoPacks) {
  SourceTree tree = tests::small_pool();
  Json plans = Json::parse(as_text(tree.at("coursePlans.json")));
  plans.push_back({{"courseName", "Matematik"}, {"language", "se"}, {"lessons", {{{"id", "m1"}}}}});
  tests::put(tree, "coursePlans.json", plans);
  for (const char* id : {"p2", "p3"}) {
    Json problem = tests::problem_json(id);
    problem["lessonId"] = std::string(id) == "p2" ? "m1" : "l1";
    tests::put(tree, tests::problem_path(id), problem);
    tests::put(tree, tests::step_path(id, std::string(id) + "a"), tests::step_json(std::string(id) + "a"));
  }
  const Imported most = import_oatutor(tree).value();
  EXPECT_EQ(most.pack.language, "en");
  EXPECT_EQ(most.pack.items.size(), 2u);
  EXPECT_EQ(count(most.report).problems.refused, 1u);
  const Imported swedish = import_oatutor(tree, {"Matematik"}).value();
  EXPECT_EQ(swedish.pack.language, "sv");
  EXPECT_EQ(swedish.pack.items.size(), 1u);
  EXPECT_EQ(swedish.pack.title, "Matematik");
  EXPECT_NE(import_oatutor(tree, {"Latin"}).error().sentence.find("\"Matematik\""), std::string::npos);
}

TEST(OatutorCourse, NumbersInNames_AreOrderedAsNumbers) {
  EXPECT_TRUE(oatutor::comes_before("real9", "real10"));
  EXPECT_FALSE(oatutor::comes_before("real10", "real9"));
  EXPECT_TRUE(oatutor::comes_before("a1", "a1b"));
  EXPECT_FALSE(oatutor::comes_before("a01", "a1"));
}

}  // namespace
}  // namespace hornbook::content

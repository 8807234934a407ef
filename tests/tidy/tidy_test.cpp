#include <gtest/gtest.h>

#include "tests/support/temporary_directory.hpp"
#include "tests/tidy/rules.hpp"

namespace hornbook::tidy {
namespace {

const SourceTree& project() {
  static const SourceTree tree = read_tree(HORNBOOK_SOURCE_DIR);
  return tree;
}

void expect_none(const Violations& violations) {
  for (const std::string& violation : violations) ADD_FAILURE() << violation;
}

SourceTree planted(const std::string& path, const std::string& text) {
  return {HORNBOOK_SOURCE_DIR, {parse_source(path, text)}};
}

TEST(Tree, IsReadWhole) { EXPECT_GT(project().files.size(), 100u); }

TEST(Tree, KeepsItsLayers) { expect_none(check_layers(project())); }
TEST(Tree, HasNoRingOfIncludes) { expect_none(check_rings(project())); }
TEST(Tree, CallsNothingBanned) { expect_none(check_banned_calls(project())); }
TEST(Tree, HasShortFunctionsAndFiles) { expect_none(check_lengths(project())); }
TEST(Tree, HasNoDeadInclude) { expect_none(check_dead_includes(project())); }
TEST(Tree, NamesEveryModuleInAReadme) { expect_none(check_readmes(project())); }
TEST(Tree, StandsAlone) { expect_none(check_stands_alone(project())); }

TEST(PlantedViolation, RuntimeThatIncludesPlatform_IsCaught) {
  EXPECT_EQ(check_layers(planted("runtime/core/a.cpp", "#include \"platform/system/clock.hpp\"\n")).size(), 1u);
}
TEST(PlantedViolation, SqliteInTheUserInterface_IsCaught) {
  EXPECT_EQ(check_layers(planted("ui/views/a.cpp", "#include <sqlite3.h>\n")).size(), 1u);
  EXPECT_EQ(check_layers(planted("runtime/journal/a.cpp", "#include <sqlite3.h>\n")).size(), 0u);
}
TEST(PlantedViolation, SodiumOutsideCrypto_IsCaught) {
  EXPECT_EQ(check_layers(planted("runtime/journal/a.cpp", "#include <sodium.h>\n")).size(), 1u);
}
TEST(PlantedViolation, TwoModulesThatIncludeEachOther_AreCaught) {
  SourceTree tree = planted("runtime/one/a.hpp", "#include \"runtime/two/b.hpp\"\n");
  tree.files.push_back(parse_source("runtime/two/b.hpp", "#include \"runtime/one/a.hpp\"\n"));
  EXPECT_EQ(check_rings(tree).size(), 1u);
}
TEST(PlantedViolation, ClockOutsidePlatform_IsCaughtAndACommentIsNot) {
  const std::string call = "auto t = std::chrono::steady_clock::now();\n";
  EXPECT_EQ(check_banned_calls(planted("runtime/core/a.cpp", call)).size(), 1u);
  EXPECT_EQ(check_banned_calls(planted("runtime/core/a.cpp", "// " + call)).size(), 0u);
  EXPECT_EQ(check_banned_calls(planted("platform/system/a.cpp", call)).size(), 0u);
}
TEST(PlantedViolation, RandomLocaleAndLibm_AreCaught) {
  EXPECT_EQ(check_banned_calls(planted("ui/a.cpp", "int r = rand();\n")).size(), 1u);
  EXPECT_EQ(check_banned_calls(planted("runtime/a.cpp", "double d = std::stod(text);\n")).size(), 1u);
  EXPECT_EQ(check_banned_calls(planted("runtime/a.cpp", "double d = std::exp(x);\n")).size(), 1u);
  EXPECT_EQ(check_banned_calls(planted("runtime/a.cpp", "double d = portable_exp(x);\n")).size(), 0u);
}
TEST(PlantedViolation, FunctionOfSeventyOneLines_IsCaughtAndOneOfSeventyIsNot) {
  const auto function = [](std::size_t lines) {
    std::string text = "namespace a {\nint f(int x) {\n";
    for (std::size_t i = 2; i < lines; ++i) text += "  ++x;\n";
    return text + "}\n}\n";
  };
  EXPECT_EQ(check_lengths(planted("runtime/a.cpp", function(71))).size(), 1u);
  EXPECT_EQ(check_lengths(planted("runtime/a.cpp", function(70))).size(), 0u);
  // A brace in a character is no brace of the code.
  const std::string brace = "bool f(char32_t c) { return c == U'{' || c > 1'000; }\n";
  EXPECT_EQ(check_lengths(planted("runtime/a.cpp", brace + std::string(80, '\n') + "int a[] = {1};\n}\n")).size(), 0u);
}
TEST(PlantedViolation, HeaderThatIsNotThereOrIncludedTwice_IsCaught) {
  EXPECT_EQ(check_dead_includes(planted("runtime/a.cpp", "#include \"runtime/nowhere.hpp\"\n")).size(), 1u);
  EXPECT_EQ(check_dead_includes(planted("runtime/a.cpp", "#include <map>\n#include <map>\n")).size(), 1u);
  EXPECT_EQ(check_dead_includes(planted("runtime/lonely.hpp", "\n")).size(), 1u);
}
TEST(PlantedViolation, ModuleThatNoReadmeNames_IsCaught) {
  EXPECT_EQ(check_readmes(planted("runtime/unheard_of/a.cpp", "\n")).size(), 1u);
}
TEST(PlantedViolation, ReferenceToTheFolderBeside_IsCaught) {
  EXPECT_EQ(check_stands_alone(planted("runtime/a.cpp", "// see ../shared/design.md\n")).size(), 1u);
  EXPECT_EQ(check_stands_alone(planted("tests/unit/a.cpp", "find(\"../shared/corpora/roster\");\n")).size(), 0u);
}

}  // namespace
}  // namespace hornbook::tidy

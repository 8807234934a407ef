#include "ui/semantics/dump.hpp"

#include <gtest/gtest.h>

namespace hornbook::ui {
namespace {

TEST(Dump, TreeOfTwo_IsWrittenWithInheritedLanguageStateAndRectangle) {
  Node root;
  root.role = Role::Screen;
  root.id = "home";
  root.name = "Home";
  root.language = "es";
  root.rect = {0, 0, 1280, 800};
  Node child;
  child.role = Role::TextField;
  child.name = "Respuesta";
  child.value = "3/4";
  child.state.focused = true;
  child.state.disabled = true;
  child.rect = {10.25f, -0.5f, 64, 64};
  root.children.push_back(child);
  EXPECT_EQ(dump(root),
            "{\"role\": \"screen\", \"id\": \"home\", \"name\": \"Home\", \"value\": \"\", \"state\": [], "
            "\"lang\": \"es\", \"rect\": [0, 0, 1280, 800], \"children\": [\n"
            "  {\"role\": \"textfield\", \"name\": \"Respuesta\", \"value\": \"3/4\", "
            "\"state\": [\"disabled\", \"focused\"], \"lang\": \"es\", \"rect\": [10.3, -0.5, 64, 64], "
            "\"children\": []}\n]}\n");
}

TEST(Dump, QuotesControlsAndBadBytes_StayValidJson) {
  Node root;
  root.name = "a\"b\\c\nd\xC3\xA9\xFF";
  EXPECT_NE(dump(root).find("\"a\\\"b\\\\c\\u000ad\xC3\xA9\xEF\xBF\xBD\""), std::string::npos);
}

}  // namespace
}  // namespace hornbook::ui

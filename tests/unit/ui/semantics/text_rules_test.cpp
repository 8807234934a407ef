#include <gtest/gtest.h>

#include "ui/semantics/language.hpp"
#include "ui/semantics/shown_text.hpp"
#include "ui/semantics/utf8.hpp"

namespace hornbook::ui {
namespace {

TEST(Language, ScriptSubtag_DecidesBeforeTheLanguage) {
  EXPECT_TRUE(is_right_to_left("ar"));
  EXPECT_TRUE(is_right_to_left("fa-IR"));
  EXPECT_TRUE(is_right_to_left("az-Arab"));
  EXPECT_FALSE(is_right_to_left("ur-Latn-PK"));
  EXPECT_FALSE(is_right_to_left("es"));
  EXPECT_FALSE(is_right_to_left("arn"));
  EXPECT_FALSE(is_right_to_left(""));
}

TEST(ShownText, ButtonWithoutText_ShowsItsNameUnlessSomethingElseShowsIt) {
  Node button;
  button.role = Role::Button;
  button.name = "Check";
  EXPECT_EQ(shown_text(button), "Check");
  button.look.drawing = Picture{"lamp"};
  EXPECT_EQ(shown_text(button), "");
  button.text = "Go";
  EXPECT_EQ(shown_text(button), "Go");
}

TEST(ShownText, TextField_ShowsItsValueAndAGroupNothing) {
  Node field;
  field.role = Role::TextField;
  field.name = "Answer";
  field.value = "12";
  EXPECT_EQ(shown_text(field), "12");
  field.role = Role::Group;
  EXPECT_EQ(shown_text(field), "");
}

TEST(Utf8, EveryLength_SurvivesARoundTrip) {
  for (const char32_t code : {U'A', U'é', U'अ', U'𝟙', char32_t{0x10FFFF}}) {
    std::string text;
    append_utf8(text, code);
    const Utf8Character decoded = decode_utf8(text, 0);
    EXPECT_EQ(decoded.code, code);
    EXPECT_EQ(decoded.bytes, text.size());
  }
}

TEST(Utf8, OverlongSurrogateAndTruncated_AreOneBadByte) {
  for (const char* text :
       {"\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\x80", "\xFF"}) {
    const Utf8Character decoded = decode_utf8(text, 0);
    EXPECT_EQ(decoded.code, char32_t{0xFFFD});
    EXPECT_EQ(decoded.bytes, 1u);
  }
}

}  // namespace
}  // namespace hornbook::ui

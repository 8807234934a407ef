#include <gtest/gtest.h>

#include "runtime/core/limits.hpp"
#include "sync/server/web/cookies.hpp"
#include "sync/server/web/form.hpp"
#include "sync/server/web/formula.hpp"
#include "sync/server/web/html.hpp"
#include "sync/server/web/words.hpp"

namespace hornbook::server {
namespace {

TEST(Form, EscapesAndSpaces_AreDecoded) {
  const Form form = parse_form("user=t%C3%A9o&password=a+b%2Bc%26d&empty=").value();
  EXPECT_EQ(field(form, "user"), "téo");
  EXPECT_EQ(field(form, "password"), "a b+c&d");
  EXPECT_EQ(field(form, "empty"), "");
  EXPECT_EQ(field(form, "absent"), "");
}

TEST(Form, BrokenEscapesAndRepeatedFields_AreRefused) {
  for (const char* bad : {"a=%", "a=%4", "a=%zz", "a=1&a=2"})
    EXPECT_EQ(parse_form(bad).error().code, ErrorCode::BadInput) << bad;
  EXPECT_EQ(parse_form(std::string(limits::form_bytes_max + 1, 'a')).error().code, ErrorCode::LimitExceeded);
}

TEST(Cookies, OneAmongOthers_IsFound) {
  EXPECT_EQ(find_cookie("a=1; hornbook_session=abc=; b=2", "hornbook_session"), "abc=");
  EXPECT_EQ(find_cookie("xhornbook_session=abc", "hornbook_session"), std::nullopt);
  EXPECT_EQ(find_cookie("", "a"), std::nullopt);
  EXPECT_EQ(find_cookie("a=" + std::string(limits::cookie_bytes_max, 'x'), "a"), std::nullopt);
}

TEST(Html, WhatPeopleWrote_CannotBecomeMarkup) {
  EXPECT_EQ(escaped("<b a='1' c=\"2\">&"), "&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;");
}

TEST(Html, Times_AreSaidRoundlyAndGivenExactly) {
  const Words& words = words_for("en");
  const UnixMs now = 1'790'000'000'000;
  EXPECT_EQ(utc_text(now), "2026-09-21T14:13Z");
  EXPECT_EQ(time_ago(0, now, words), "never");
  EXPECT_NE(time_ago(now - 5 * 60'000, now, words).find("5 min ago"), std::string::npos);
  EXPECT_NE(time_ago(now - 30 * 60 * 60'000, now, words).find("30 h ago"), std::string::npos);
  EXPECT_NE(time_ago(now + 60'000, now, words).find("just now"), std::string::npos);
}

TEST(Words, FirstLanguageThatIsKnown_IsTaken) {
  EXPECT_EQ(words_for("es-MX,es;q=0.9,en;q=0.8").language, "es");
  EXPECT_EQ(words_for("fr, ES;q=0.5, en").language, "es");
  EXPECT_EQ(words_for("en-GB,es").language, "en");
  EXPECT_EQ(words_for("fr").language, "en");
  EXPECT_EQ(words_for("").language, "en");
}

TEST(FormulaInALine, IsWhatOneWouldWriteInAMessage) {
  EXPECT_EQ(formula_in_a_line("\\frac{1}{5}"), "1/5");
  EXPECT_EQ(formula_in_a_line("\\dfrac 3 4"), "3/4");
  EXPECT_EQ(formula_in_a_line("2\\frac{x+1}{3}"), "2(x+1)/3");
  EXPECT_EQ(formula_in_a_line("3 \\times x \\le \\sqrt{2}"), "3 × x ≤ √2");
  EXPECT_EQ(formula_in_a_line("5\\,\\text{km}, 20\\%"), "5 km, 20%");
  EXPECT_EQ(formula_in_a_line("x^{2}+y^{n+1}"), "x^2+y^(n+1)");
}

TEST(FormulaInALine, WhatIsBroken_NeverFails) {
  EXPECT_EQ(formula_in_a_line("\\frac{1"), "1/");
  EXPECT_EQ(formula_in_a_line("a}b"), "a");
  EXPECT_EQ(formula_in_a_line("\\"), "");
  EXPECT_LT(formula_in_a_line(std::string(100'000, '{')).size(), 1u);
}

TEST(MarkedUp, FormulasAreReadable_AndNothingElseBecomesMarkup) {
  EXPECT_EQ(marked_up("*One* $\\frac{1}{2}<x$"), "<p><em>One</em> <code>1/2&lt;x</code></p>");
}

}  // namespace
}  // namespace hornbook::server

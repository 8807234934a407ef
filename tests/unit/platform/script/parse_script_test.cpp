#include "platform/script/parse_script.hpp"

#include <gtest/gtest.h>

namespace hornbook::platform {
namespace {

TEST(ParseScript, EachStep_KeepsItsLineAndEmptyLinesArePassedOver) {
  const auto script = parse_script("{\"advance_ms\":60000}\n\n  \n{\"key\":\"Tab\"}");
  ASSERT_TRUE(script);
  ASSERT_EQ(script->size(), 2u);
  EXPECT_EQ(script->at(0).line, 1u);
  EXPECT_EQ(std::get<Advance>(script->at(0).act).ms, 60000);
  EXPECT_EQ(script->at(1).line, 4u);
  EXPECT_EQ(std::get<PressKey>(script->at(1).act).key, "Tab");
}

TEST(ParseScript, EveryKindOfStep_IsRead) {
  const auto script = parse_script(R"({"tap":"role=button[name=\"Check\"]"}
{"drag":"[name~\"one\"]","to":"[name~\"two\"]"}
{"type":"3/4"}
{"wait":"screen=home","ms":900}
{"expect":"role=textfield","value":"3/4"}
{"expect":"role=status","text~":"not yet"}
{"absent":"role=alert"}
{"capture":"home-1"}
{"tree":"home_1"}
{"answer":"right"}
{"loop":3,"steps":[{"answer":"wrong"},{"loop":2,"steps":[{"answer":"hint"}]}]})");
  ASSERT_TRUE(script) << script.error().sentence;
  ASSERT_EQ(script->size(), 11u);
  EXPECT_EQ(std::get<Tap>(script->at(0).act).target.name, "Check");
  EXPECT_EQ(std::get<Wait>(script->at(3).act).ms_max, 900);
  EXPECT_EQ(std::get<Expect>(script->at(4).act).value, "3/4");
  EXPECT_EQ(std::get<Expect>(script->at(5).act).text_part, "not yet");
  EXPECT_EQ(std::get<GiveAnswer>(script->at(9).act).kind, AnswerKind::Right);
  EXPECT_EQ(std::get<Loop>(script->at(10).act).times, 3u);
  EXPECT_EQ(std::get<Loop>(script->at(10).act).steps.size(), 2u);
}

TEST(ParseScript, AWaitWithoutATime_WaitsFiveSeconds) {
  EXPECT_EQ(std::get<Wait>(parse_script(R"({"wait":"screen=home"})").value().at(0).act).ms_max, 5000);
}

TEST(ParseScript, WhatIsMalformed_IsRefusedWithItsLine) {
  for (const char* step : {"{", "[]", "7", "{}", R"({"tpa":"screen=home"})", R"({"tap":"screen=home","twice":true})",
                           R"({"tap":7})", R"({"tap":"role=nothing"})", R"({"answer":"maybe"})", R"({"advance_ms":-1})",
                           R"({"advance_ms":1.5})", R"({"capture":"../x"})", R"({"capture":""})", R"({"loop":2})",
                           R"({"loop":2,"steps":[{"answer":"maybe"}]})", R"({"speech":"../x"})"}) {
    const auto script = parse_script(std::string("{\"key\":\"Tab\"}\n") + step);
    ASSERT_FALSE(script) << step;
    EXPECT_EQ(script.error().code, ErrorCode::BadInput) << step;
    EXPECT_NE(script.error().sentence.find("line 2"), std::string::npos) << script.error().sentence;
  }
}

TEST(ParseScript, LoopsInLoops_EndAtTheLimit) {
  std::string step = R"({"key":"Tab"})";
  for (int depth = 0; depth < 4; ++depth) step = R"({"loop":1,"steps":[)" + step + "]}";
  EXPECT_TRUE(parse_script(step));
  EXPECT_FALSE(parse_script(R"({"loop":1,"steps":[)" + step + "]}"));
}

TEST(ParseScript, DeepNesting_IsRefused) {
  EXPECT_FALSE(parse_script("{\"tap\":" + std::string(100'000, '[') + std::string(100'000, ']') + "}"));
}

}  // namespace
}  // namespace hornbook::platform

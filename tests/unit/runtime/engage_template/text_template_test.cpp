#include "runtime/engage/template/text_template.hpp"

#include <gtest/gtest.h>

#include <string>

#include "runtime/core/limits.hpp"

namespace hornbook::engage {
namespace {

std::string fill(std::string_view text) {
  const auto parsed = TextTemplate::parse(text);
  if (!parsed) return "refused: " + parsed.error().sentence;
  const auto filled = parsed->fill({{"a", Rational::whole(3)}, {"b", Rational::whole(4)}}, {{"who", "Amina"}});
  return filled ? *filled : "failed: " + filled.error().sentence;
}

TEST(TextTemplate, Holes_TakeNumbersWordsAndExpressions) {
  EXPECT_EQ(fill("{who} has {a} of {b} parts, {b - a} left."), "Amina has 3 of 4 parts, 1 left.");
  EXPECT_EQ(fill("No hole."), "No hole.");
}

TEST(TextTemplate, BracesOfMathematics_StayAsTheyAre) {
  EXPECT_EQ(fill("$\\frac{1}{2}$"), "$\\frac{1}{2}$");
  EXPECT_EQ(fill("$\\frac{{a}}{{b}}$"), "$\\frac{3}{4}$");
  EXPECT_EQ(fill("$\\frac{ {a} }{ {b} }$"), "$\\frac{ 3 }{ 4 }$");
  EXPECT_EQ(fill("${a}\\frac{{a}}{{b}} \\times {b}$"), "$3\\frac{3}{4} \\times 4$");
  EXPECT_EQ(fill("$x{a}$"), "$x3$");
}

TEST(TextTemplate, FractionAndMixedFormats_WriteMathematics) {
  EXPECT_EQ(fill("${a/b:fraction}$"), "$\\frac{3}{4}$");
  EXPECT_EQ(fill("${b/a:mixed}$"), "$1\\frac{1}{3}$");
  EXPECT_EQ(fill("${-b/a:mixed}$"), "$-1\\frac{1}{3}$");
  EXPECT_EQ(fill("${b/b:fraction}$"), "$1$");
}

TEST(TextTemplate, WhatIsNotClosedOrUnknown_IsRefused) {
  for (const char* text : {"{a", "{a{b}}", "a}", "$\\frac{1}{2$", "$1", "{a:fraction}", "${a:roman}$", "{}", "{a +}"})
    EXPECT_EQ(fill(text).substr(0, 8), "refused:") << text;
  EXPECT_EQ(fill("{nobody}").substr(0, 7), "failed:");
}

TEST(TextTemplate, Backslash_TakesASignAlong) {
  EXPECT_EQ(fill("\\$5 and $x$ and \\*"), "\\$5 and $x$ and \\*");
  EXPECT_EQ(fill("$\\{1, {a}\\}$"), "$\\{1, 3\\}$");
  EXPECT_EQ(fill("$\\$3.71$ of {a}"), "$\\$3.71$ of 3");
}

TEST(TextTemplate, WithoutHoles_EverySignIsWhatItLooksLike) {
  const auto plain = [](std::string_view text) {
    const auto parsed = TextTemplate::parse(text, Holes::None);
    return parsed ? parsed->fill({}, {}).value() : "refused";
  };
  for (const char* text : {"$x^{10}$", "$\\frac{1}{2$ of }", "{who}", "\\$5", "$1.79"}) EXPECT_EQ(plain(text), text);
  EXPECT_EQ(plain(std::string(limits::item_text_bytes_max + 1, 'x')), "refused");
}

TEST(TextTemplate, TooLong_IsRefused) {
  EXPECT_EQ(TextTemplate::parse(std::string(limits::item_text_bytes_max + 1, 'x')).error().code,
            ErrorCode::LimitExceeded);
  const auto grows = TextTemplate::parse(std::string(limits::item_text_bytes_max - 3, 'x') + "{n}").value();
  EXPECT_EQ(grows.fill({{"n", Rational::whole(12345)}}, {}).error().code, ErrorCode::LimitExceeded);
}

}  // namespace
}  // namespace hornbook::engage

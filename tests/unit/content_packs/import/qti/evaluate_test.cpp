#include "content_packs/import/qti/evaluate.hpp"

#include <gtest/gtest.h>

#include "content_packs/import/qti/pattern.hpp"
#include "content_packs/import/qti/processing.hpp"

namespace hornbook::content::qti {
namespace {

Result<Value> value_of(const std::string& expression) {
  static const std::vector<Declaration> none;
  Session session(none, 1);
  TRY_ASSIGN(const Element element, parse_xml(as_bytes(expression)));
  return evaluate(element, session);
}

std::string text_of_expression(const std::string& expression) {
  const auto value = value_of(expression);
  if (!value) return "error";
  std::string text;
  for (const Scalar& scalar : value->scalars) text += (text.empty() ? "" : "|") + to_text(scalar);
  return value->is_null() ? "NULL" : text;
}

std::string of_type(const char* type, const std::string& value) {
  return std::string("<baseValue baseType='") + type + "'>" + value + "</baseValue>";
}
std::string integer(int value) { return of_type("integer", std::to_string(value)); }
std::string real(const std::string& value) { return of_type("float", value); }
std::string call(const std::string& start, const std::string& operands) {
  return "<" + start + ">" + operands + "</" + start.substr(0, start.find(' ')) + ">";
}

TEST(QtiExpression, Arithmetic_KeepsWholeNumbersWhole) {
  EXPECT_EQ(text_of_expression(call("sum", integer(2) + integer(3))), "5");
  EXPECT_EQ(text_of_expression(call("product", integer(2) + real("0.5"))), "1");
  EXPECT_EQ(text_of_expression(call("divide", integer(1) + integer(4))), "0.25");
  EXPECT_EQ(text_of_expression(call("divide", integer(1) + integer(0))), "NULL");
  EXPECT_EQ(text_of_expression(call("integerDivide", integer(-7) + integer(2))), "-4");
  EXPECT_EQ(text_of_expression(call("integerModulus", integer(-7) + integer(2))), "1");
  EXPECT_EQ(text_of_expression(call("round", real("-2.5"))), "-2");
  EXPECT_EQ(text_of_expression(call("truncate", real("-2.5"))), "-2");
  EXPECT_EQ(text_of_expression(call("gcd", integer(12) + integer(18))), "6");
  EXPECT_EQ(text_of_expression(call("lcm", integer(4) + integer(6))), "12");
  EXPECT_EQ(text_of_expression(call("roundTo roundingMode='decimalPlaces' figures='2'", real("1.276"))), "1.28");
}

TEST(QtiExpression, NullGoesThroughArithmeticAndComparison) {
  EXPECT_EQ(text_of_expression(call("sum", integer(2) + "<null/>")), "NULL");
  EXPECT_EQ(text_of_expression(call("match", integer(2) + "<null/>")), "NULL");
  EXPECT_EQ(text_of_expression(call("and", of_type("boolean", "false") + "<null/>")), "false");
  EXPECT_EQ(text_of_expression(call("and", of_type("boolean", "true") + "<null/>")), "NULL");
  EXPECT_EQ(text_of_expression(call("or", of_type("boolean", "true") + "<null/>")), "true");
  EXPECT_EQ(text_of_expression(call("not", "<null/>")), "NULL");
  EXPECT_EQ(text_of_expression(call("isNull", of_type("string", ""))), "true");
}

TEST(QtiExpression, Containers_MatchByTheirCardinality) {
  const std::string ab = of_type("identifier", "A") + of_type("identifier", "B");
  const std::string ba = of_type("identifier", "B") + of_type("identifier", "A");
  EXPECT_EQ(text_of_expression(call("match", call("multiple", ab) + call("multiple", ba))), "true");
  EXPECT_EQ(text_of_expression(call("match", call("ordered", ab) + call("ordered", ba))), "false");
  EXPECT_EQ(text_of_expression(call("contains", call("multiple", ab) + call("multiple", of_type("identifier", "B")))),
            "true");
  EXPECT_EQ(text_of_expression(call("delete", of_type("identifier", "A") + call("ordered", ab))), "B");
  EXPECT_EQ(text_of_expression(call("index n='2'", call("ordered", ab))), "B");
  EXPECT_EQ(text_of_expression(call("match", of_type("pair", "a b") + of_type("pair", "b a"))), "true");
  EXPECT_EQ(text_of_expression(call("match", of_type("directedPair", "a b") + of_type("directedPair", "b a"))),
            "false");
}

TEST(QtiExpression, Equal_HasTolerancesAroundTheFirst) {
  const std::string pair = real("10") + real("10.5");
  EXPECT_EQ(text_of_expression(call("equal toleranceMode='exact'", pair)), "false");
  EXPECT_EQ(text_of_expression(call("equal toleranceMode='absolute' tolerance='0.5'", pair)), "true");
  EXPECT_EQ(text_of_expression(call("equal toleranceMode='absolute' tolerance='0.5' includeUpperBound='false'", pair)),
            "false");
  EXPECT_EQ(text_of_expression(call("equal toleranceMode='relative' tolerance='0 5'", pair)), "true");
  EXPECT_EQ(text_of_expression(
                call("equalRounded roundingMode='significantFigures' figures='2'", real("3.175") + real("3.18"))),
            "true");
}

TEST(QtiExpression, Version3_IsTheSame) {
  EXPECT_EQ(text_of_expression("<qti-sum><qti-base-value base-type='integer'>2</qti-base-value><qti-base-value "
                               "base-type='integer'>3</qti-base-value></qti-sum>"),
            "5");
  EXPECT_EQ(text_of_expression("<qti-math-operator name='abs'><qti-base-value "
                               "base-type='float'>-2</qti-base-value></qti-math-operator>"),
            "2");
}

TEST(QtiExpression, WhatIsNotQti_IsAnError) {
  EXPECT_FALSE(value_of("<customOperator class='org.example.Magic'/>"));
  EXPECT_FALSE(value_of("<variable identifier='NOBODY'/>"));
  EXPECT_FALSE(value_of("<subtract>" + integer(1) + "</subtract>"));
}

TEST(QtiExpression, Repeats_AreBounded) {
  const std::string inner = call("repeat numberRepeats='1000'", integer(1));
  EXPECT_FALSE(value_of(call("repeat numberRepeats='1000'", inner)));
}

TEST(QtiPattern, XmlSchemaExpressions_FitWholeTexts) {
  EXPECT_TRUE(matches_pattern("[0-9]{2,3}", "42").value());
  EXPECT_FALSE(matches_pattern("[0-9]{2,3}", "1").value());
  EXPECT_TRUE(matches_pattern("(cat|dog)s?", "dogs").value());
  EXPECT_FALSE(matches_pattern("cat", "a cat").value());
  EXPECT_TRUE(matches_pattern("\\d+\\.\\d*", "3.").value());
  EXPECT_TRUE(matches_pattern("[^a-c]*", "xyz").value());
  EXPECT_FALSE(matches_pattern("(a", "a"));
  EXPECT_FALSE(matches_pattern("\\p{L}", "a"));
}

TEST(QtiPattern, RepeatsWithinRepeats_TakeNoExponentialTime) {
  const std::string text(200, 'a');
  EXPECT_FALSE(matches_pattern("(a*)*b", text).value());
  EXPECT_FALSE(matches_pattern("(a|a)*b", text).value());
}

TEST(QtiProcessing, Constraint_IsDrawnAgainUntilItHolds) {
  std::vector<Declaration> declarations(1);
  declarations[0].id = "n";
  declarations[0].kind = VariableKind::Template;
  declarations[0].type = BaseType::Integer;
  const auto rules = [](const char* wanted) {
    return parse_xml(as_bytes("<templateProcessing><setTemplateValue identifier='n'><randomInteger min='1' "
                              "max='9'/></setTemplateValue><templateConstraint><match><variable identifier='n'/>" +
                              of_type("integer", wanted) + "</match></templateConstraint></templateProcessing>"))
        .value();
  };
  const Element possible = rules("7");
  EXPECT_EQ(text_of(draw(declarations, &possible, 1).value().value("n")), "7");
  const Element impossible = rules("70");
  EXPECT_FALSE(draw(declarations, &impossible, 1));
}

}  // namespace
}  // namespace hornbook::content::qti

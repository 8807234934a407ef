#include "tests/unit/runtime/engage/algebra/verdict.hpp"

namespace hornbook::engage::algebra {
namespace {

Equivalence verdict(const std::string& expected, const std::string& typed, const Requirement& requirement = {}) {
  const auto author = parse_quantity(expected);
  const auto learner = parse_quantity(typed);
  EXPECT_TRUE(author) << expected;
  EXPECT_TRUE(learner) << typed;
  return author && learner ? compare(*author, *learner, requirement).equivalence : Equivalence::CannotTell;
}

TEST(AlgebraQuantity, SameUnitInOtherSpellings_IsSame) {
  EXPECT_EQ(verdict("5 cm", "5cm"), Equivalence::Same);
  EXPECT_EQ(verdict(R"(9.8\,\text{m}/\text{s}^2)", "9.8 m/s²"), Equivalence::Same);
  EXPECT_EQ(verdict("9.8 m/s^2", "9.8 m s^-2"), Equivalence::Same);
  EXPECT_EQ(verdict("3 hours", "3 h"), Equivalence::Same);
  EXPECT_EQ(verdict("25 °C", "25°C"), Equivalence::Same);
}

TEST(AlgebraQuantity, ConvertedUnits_AreExact) {
  EXPECT_EQ(verdict("5 m", "500 cm"), Equivalence::Same);
  EXPECT_EQ(verdict("18 km/h", "5 m/s"), Equivalence::Same);
  EXPECT_EQ(verdict("1 N", "1 kg*m/s^2"), Equivalence::Same);
  EXPECT_EQ(verdict("1 J", "1 N m"), Equivalence::Same);
  EXPECT_EQ(verdict("2 L", "2000 cm^3"), Equivalence::Same);
  EXPECT_EQ(verdict("1 mi", "5280 ft"), Equivalence::Same);
  EXPECT_EQ(verdict("0.5 mol/L", "0.5 M"), Equivalence::Same);
  EXPECT_EQ(verdict("3.0*10^8 m/s", "3e8 m/s"), Equivalence::Same);
}

TEST(AlgebraQuantity, OtherUnitsOrNumbers_AreDifferent) {
  EXPECT_EQ(verdict("5 m", "5 cm"), Equivalence::Different);
  EXPECT_EQ(verdict("5 m", "5 s"), Equivalence::Different);
  EXPECT_EQ(verdict("5 m", "6 m"), Equivalence::Different);
  EXPECT_EQ(verdict("25 °C", "25 °F"), Equivalence::Different);
  EXPECT_EQ(verdict("5", "5 m"), Equivalence::Different);
}

TEST(AlgebraQuantity, MissingUnit_IsAnotherForm) {
  EXPECT_EQ(verdict("5 cm", "5"), Equivalence::SameValueOtherForm);
  EXPECT_EQ(verdict("18 km/h", "18"), Equivalence::SameValueOtherForm);
  EXPECT_EQ(verdict("-3 kg", "-3"), Equivalence::SameValueOtherForm);
  EXPECT_EQ(verdict("5 cm", "6"), Equivalence::Different);
  EXPECT_EQ(verdict("-3 kg", "3"), Equivalence::Different);
}

TEST(AlgebraQuantity, MissingUnitOfATemperature_IsAnotherForm) {
  for (const std::string unit : {" °C", "°C", " °F", "°F", " K", R"(^\circ\text{C})", R"(\,^{\circ}\mathrm{F})"}) {
    EXPECT_EQ(verdict("25" + unit, "25"), Equivalence::SameValueOtherForm) << unit;
    EXPECT_EQ(verdict("-40" + unit, "-40"), Equivalence::SameValueOtherForm) << unit;
    EXPECT_EQ(verdict("36.6" + unit, "36.6"), Equivalence::SameValueOtherForm) << unit;
    EXPECT_EQ(verdict("0" + unit, "0"), Equivalence::SameValueOtherForm) << unit;
    EXPECT_EQ(verdict("25" + unit, "26"), Equivalence::Different) << unit;
    EXPECT_EQ(verdict("-40" + unit, "40"), Equivalence::Different) << unit;
    EXPECT_EQ(verdict("25" + unit, "25 kg"), Equivalence::Different) << unit;
    EXPECT_EQ(verdict("-40" + unit, "-40" + unit), Equivalence::Same) << unit;
  }
  EXPECT_EQ(verdict("25 °C", "25 K"), Equivalence::Different);
  EXPECT_EQ(verdict("-40 °C", "-40 °F"), Equivalence::Different);
  EXPECT_EQ(verdict("25 °C", "25°"), Equivalence::SameValueOtherForm);
}

TEST(AlgebraQuantity, TemperaturesInOtherSpellings_AreSame) {
  for (const std::string typed : {"25°C", "25 ° C", R"(25^\circ C)", R"(25^{\circ}\text{C})",
                                  R"(25\,{}^{\circ}\mathrm{C})", R"(25\degree C)", "25 degrees Celsius"})
    EXPECT_EQ(verdict("25 °C", typed), Equivalence::Same) << typed;
  EXPECT_EQ(verdict("-4 °F", "-4 degrees Fahrenheit"), Equivalence::Same);
  EXPECT_EQ(verdict("5 C", "5 °C"), Equivalence::Different);  // coulombs
}

// Nothing of one unit is anything of another where the scale has an offset.
TEST(AlgebraQuantity, ZeroDegrees_NeedTheirScale) {
  EXPECT_EQ(verdict("0 °C", "0 °F"), Equivalence::Different);
  EXPECT_EQ(verdict("0 °C", "0 K"), Equivalence::Different);
  EXPECT_EQ(verdict("0 K", "0 °C"), Equivalence::Different);
  EXPECT_EQ(verdict("0 °C", "0 kg"), Equivalence::Different);
  EXPECT_EQ(verdict("0 kg", "0"), Equivalence::SameValueOtherForm);
}

TEST(AlgebraQuantity, ToleranceIsAShare) {
  const Requirement two_percent{Form::Any, Letters::Real, Rational::create(1, 50).value()};
  EXPECT_EQ(verdict("9.8 m/s^2", "9.81 m/s^2", two_percent), Equivalence::Same);
  EXPECT_EQ(verdict("9.8 m/s^2", "980 cm/s^2", two_percent), Equivalence::Same);
  EXPECT_EQ(verdict("9.8 m/s^2", "10.1 m/s^2", two_percent), Equivalence::Different);
  EXPECT_EQ(verdict("9.8 m/s^2", "9.8 m/s", two_percent), Equivalence::Different);
  EXPECT_EQ(verdict("9.8 m/s^2", "9.81", two_percent), Equivalence::SameValueOtherForm);
  EXPECT_EQ(verdict("-20 °C", "-20.1", two_percent), Equivalence::SameValueOtherForm);
}

TEST(AlgebraQuantity, FormIsThatOfTheNumber) {
  const Requirement scientific{Form::Scientific, Letters::Real, std::nullopt};
  EXPECT_EQ(verdict("3*10^8 m/s", "3 x 10^8 m/s", scientific), Equivalence::Same);
  EXPECT_EQ(verdict("3*10^8 m/s", "300000000 m/s", scientific), Equivalence::SameValueOtherForm);
}

}  // namespace
}  // namespace hornbook::engage::algebra

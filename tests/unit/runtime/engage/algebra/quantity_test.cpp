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

TEST(AlgebraQuantity, ToleranceIsAShare) {
  const Requirement two_percent{Form::Any, Letters::Real, Rational::create(1, 50).value()};
  EXPECT_EQ(verdict("9.8 m/s^2", "9.81 m/s^2", two_percent), Equivalence::Same);
  EXPECT_EQ(verdict("9.8 m/s^2", "980 cm/s^2", two_percent), Equivalence::Same);
  EXPECT_EQ(verdict("9.8 m/s^2", "10.1 m/s^2", two_percent), Equivalence::Different);
  EXPECT_EQ(verdict("9.8 m/s^2", "9.8 m/s", two_percent), Equivalence::Different);
}

TEST(AlgebraQuantity, FormIsThatOfTheNumber) {
  const Requirement scientific{Form::Scientific, Letters::Real, std::nullopt};
  EXPECT_EQ(verdict("3*10^8 m/s", "3 x 10^8 m/s", scientific), Equivalence::Same);
  EXPECT_EQ(verdict("3*10^8 m/s", "300000000 m/s", scientific), Equivalence::SameValueOtherForm);
}

}  // namespace
}  // namespace hornbook::engage::algebra

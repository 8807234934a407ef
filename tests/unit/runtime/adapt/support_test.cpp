#include "runtime/adapt/support.hpp"

#include <gtest/gtest.h>

namespace hornbook::adapt {
namespace {

using interpret::detect::Alarm;
using interpret::detect::Detectors;

constexpr Alarm alarm{500, 1, 2};

TEST(Support, NothingSeen_NothingChanges) {
  EXPECT_EQ(support_for(Detectors{}), std::nullopt);
  EXPECT_EQ(easier_by(std::nullopt), 0);
  EXPECT_FALSE(wants_another_kind(std::nullopt));
}

TEST(Support, Persistence_IsNotInterruptedByEasierTasks) {
  Detectors detectors;
  detectors.wheel_spinning.alarm = alarm;
  detectors.frustration.alarm = alarm;
  EXPECT_EQ(support_for(detectors), Support::Gentler);
  detectors.persistence.alarm = alarm;
  EXPECT_EQ(support_for(detectors), Support::KeepAtIt);
  EXPECT_EQ(easier_by(Support::KeepAtIt), 0);
  EXPECT_FALSE(wants_another_kind(Support::KeepAtIt));
}

TEST(Support, Guessing_AsksForAnotherKind_NotForEasierItems) {
  Detectors detectors;
  detectors.rapid_guessing.alarm = alarm;
  EXPECT_EQ(support_for(detectors), Support::TakeYourTime);
  EXPECT_EQ(easier_by(Support::TakeYourTime), 0);
  EXPECT_TRUE(wants_another_kind(Support::TakeYourTime));
}

TEST(Support, StuckOrTired_GetsEasier_TooEasyHarder) {
  EXPECT_GT(easier_by(Support::AnotherWay), 0);
  EXPECT_GT(easier_by(Support::Rest), 0);
  EXPECT_LT(easier_by(Support::Stretch), 0);
}

}  // namespace
}  // namespace hornbook::adapt

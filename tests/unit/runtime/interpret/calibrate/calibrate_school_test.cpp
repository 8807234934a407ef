#include "runtime/interpret/calibrate/calibrate_school.hpp"

#include <gtest/gtest.h>

#include <array>

#include "runtime/core/portable_math.hpp"
#include "runtime/core/seeded_random.hpp"

namespace hornbook::interpret {
namespace {

constexpr std::uint32_t items = 20;
constexpr std::uint32_t rare_item = items;  // answered by few

double difficulty_of(std::uint32_t item) { return static_cast<double>(item) / 5 - 2; }

// Every learner answers every item once, beginning anywhere; the first `rare` of them another one as well.
SchoolAttempts school(std::uint32_t learners, std::uint32_t rare) {
  SeededRandom random(3);
  SchoolAttempts attempts;
  for (std::uint32_t item = 0; item <= rare_item; ++item) attempts.items.push_back({5000 - item, 300});
  attempts.skills = {70, 71};
  for (std::uint32_t learner = 0; learner < learners; ++learner) {
    attempts.log.begin_learner();
    const auto first = static_cast<std::uint32_t>(random.below(items));
    for (std::uint32_t at = 0; at < items + (learner < rare ? 1 : 0); ++at) {
      const std::uint32_t item = at < items ? (first + at) % items : rare_item;
      const std::array<std::uint32_t, 1> skill{item % 2};
      const double p = logistic(0.5 - difficulty_of(item));
      attempts.log.add(item, skill, no_time, static_cast<double>(random.below(1u << 20)) < p * (1u << 20));
    }
  }
  return attempts;
}

std::int32_t told(const Parameters& parameters, std::uint64_t key) {
  for (const CalibratedValue& value : parameters.calibration.items)
    if (value.key == key) return value.milli;
  return -99'999;
}

TEST(CalibrateSchool, Difficulties_AreFound) {
  const auto parameters = calibrate(school(400, 0), default_parameters());
  ASSERT_TRUE(parameters);
  ASSERT_EQ(parameters->calibration.items.size(), items);
  for (std::uint32_t item = 0; item < items; ++item)
    EXPECT_NEAR(told(*parameters, 5000 - item) - parameters->intercept_milli, 1000 * (difficulty_of(item) - 0.5), 450)
        << item;
  EXPECT_EQ(parameters->version, default_parameters().version);
}

TEST(CalibrateSchool, CanonicalBytes_ComeBack) {
  const auto parameters = calibrate(school(60, 0), default_parameters());
  ASSERT_TRUE(parameters);
  EXPECT_EQ(decode_parameters(encode(*parameters)).value(), *parameters);
  EXPECT_EQ(encode(*calibrate(school(60, 0), default_parameters())), encode(*parameters)) << "it is deterministic";
}

TEST(CalibrateSchool, ItemOfFewLearners_IsNotTold) {
  const auto nine = calibrate(school(60, learners_of_value_min - 1), default_parameters());
  const auto ten = calibrate(school(60, learners_of_value_min), default_parameters());
  EXPECT_EQ(nine->calibration.items.size(), items);
  EXPECT_EQ(ten->calibration.items.size(), items + 1);
}

TEST(CalibrateSchool, OneLearnerAnsweringOften_CountsOnce) {
  SchoolAttempts attempts;
  attempts.items = {{1, 0}};
  attempts.skills = {2};
  const std::array<std::uint32_t, 1> skill{0};
  attempts.log.begin_learner();
  for (int again = 0; again < 200; ++again) attempts.log.add(0, skill, no_time, again % 3 != 0);
  EXPECT_FALSE(calibrate(attempts, default_parameters()));
}

TEST(CalibrateSchool, NoAnswers_CalibrateNothing) { EXPECT_FALSE(calibrate({}, default_parameters())); }

}  // namespace
}  // namespace hornbook::interpret

#include "runtime/interpret/prediction.hpp"

#include <gtest/gtest.h>

#include "runtime/core/portable_math.hpp"
#include "tests/unit/runtime/interpret/event_log.hpp"

namespace hornbook::interpret {
namespace {

constexpr UnixMs later = 1'795'000'000'000;

double predicted(const LearnerState& state, std::uint32_t item, UnixMs now = later) {
  return predict(state, *test::sample_curriculum(), item, now, default_parameters()).success;
}

TEST(Prediction, Contributions_SumToTheLogitOfSuccess) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    LearnerState state = test::long_log(seed).folded();
    for (const double ability : {-80.0, -3.0, 0.0, 3.0, 80.0}) {
      state.ability = ability;
      for (std::uint32_t item = 0; item < 24; ++item) {
        const Prediction prediction = predict(state, *test::sample_curriculum(), item, later, default_parameters());
        double sum = 0;
        for (const double contribution : prediction.contributions) sum += contribution;
        EXPECT_NEAR(sum, logit(prediction.success), 1e-9);
      }
    }
  }
}

TEST(Prediction, HarderItem_IsLessLikely) {
  EXPECT_GT(predicted({}, 0), predicted({}, 1));
  EXPECT_GT(predicted({}, 2), predicted({}, 3));
}

TEST(Prediction, CalibratedItem_IsAsHardAsTheSchoolSays) {
  const auto curriculum = test::sample_curriculum();
  Parameters parameters = default_parameters();
  parameters.calibration.items = {{curriculum->items[1].key, 1250}};
  parameters.calibration.skills = {{curriculum->skills[0].key, 400}};
  const auto item_part = [&](std::uint32_t item) {
    const Prediction prediction = predict({}, *curriculum, item, later, parameters);
    return prediction.contributions[static_cast<std::size_t>(Contribution::ThisItem)];
  };
  constexpr double share = 0.5;  // of the gradual account, before any answer
  EXPECT_NEAR(item_part(1), share * -1.25, 1e-12);
  EXPECT_NEAR(item_part(2), share * -(curriculum->items[2].difficulty_milli + 400) / 1000.0, 1e-12)
      << "the others of its skill move";
  EXPECT_NEAR(item_part(5), share * -curriculum->items[5].difficulty_milli / 1000.0, 1e-12)
      << "and those of another do not";
}

TEST(Prediction, PractisedSkill_IsMoreLikelyAndFadesWithTime) {
  test::EventLog log;
  log.start(1'790'000'000'000);
  for (int i = 0; i < 5; ++i) log.practise(0, true);
  const LearnerState state = log.folded();
  const UnixMs then = state.last_event_ms;
  EXPECT_GT(predicted(state, 0, then), predicted({}, 0, then));
  EXPECT_LT(predicted(state, 0, then + 30LL * 24 * 3600 * 1000), predicted(state, 0, then));
}

TEST(Prediction, Failures_MakeSuccessLessLikely) {
  test::EventLog log;
  log.start(1'790'000'000'000);
  for (int i = 0; i < 5; ++i) log.practise(0, true);
  double before = predicted(log.folded(), 0);
  for (int i = 0; i < 3; ++i) {
    log.practise(0, false);
    EXPECT_LT(predicted(log.folded(), 0), before);
    before = predicted(log.folded(), 0);
  }
}

TEST(StableKey, NamesPackAndId) {
  EXPECT_EQ(stable_key("org.hornbook.fractions", "halves"), stable_key("org.hornbook.fractions", "halves"));
  EXPECT_NE(stable_key("org.hornbook.fractions", "halves"), stable_key("org.hornbook.fractions", "thirds"));
  EXPECT_NE(stable_key("org.hornbook.fractions", "halves"), stable_key("org.hornbook.decimals", "halves"));
}

}  // namespace
}  // namespace hornbook::interpret

#include "runtime/interpret/agency/interest.hpp"

#include <gtest/gtest.h>

#include "runtime/core/limits.hpp"
#include "tests/unit/runtime/interpret/event_log.hpp"

namespace hornbook::interpret {
namespace {

constexpr UnixMs monday = 1'790'000'000'000;

TEST(Interest, OnlyWhatTheLearnerChoseInPlaceOfTheSuggestionTellsOfIt) {
  test::EventLog log;
  log.start(monday);
  log.add(measure::ChoiceMade{0});
  log.practise(0, true);
  EXPECT_EQ(log.folded().interest, InterestState{}) << "the suggestion was taken";
  log.add(measure::ChoiceMade{2});
  log.practise(1, true);
  log.practise(2, true);
  const InterestState interest = log.folded().interest;
  const std::uint8_t kind = test::sample_curriculum()->items[1].kind;
  EXPECT_DOUBLE_EQ(interest_in(interest, kind), interest_step) << "what came after it was nobody's choice";
  EXPECT_DOUBLE_EQ(interest_in(interest, test::sample_curriculum()->pack_hash), interest_step);
}

TEST(Interest, LaterChoicesWeighMore_AndSharesStayWithinOne) {
  InterestState interest;
  const auto choose = [&](std::uint8_t kind) {
    take_choice(interest, 1);
    take_item(interest, kind, Hash{});
  };
  for (int i = 0; i < 50; ++i) choose(1);
  EXPECT_NEAR(interest_in(interest, std::uint8_t{1}), 1, 1e-4);
  for (int i = 0; i < 4; ++i) choose(2);
  EXPECT_GT(interest_in(interest, std::uint8_t{2}), interest_in(interest, std::uint8_t{1}));
  EXPECT_LE(interest_in(interest, std::uint8_t{1}) + interest_in(interest, std::uint8_t{2}), 1);
}

TEST(Interest, PacksWithoutEnd_KeepTheLimit) {
  InterestState interest;
  for (int pack = 0; pack < 200; ++pack) {
    Hash hash;
    hash.bytes.fill(static_cast<std::uint8_t>(pack));
    take_choice(interest, 1);
    take_item(interest, 1, hash);
  }
  EXPECT_EQ(interest.packs.size(), limits::state_interests_max);
}

}  // namespace
}  // namespace hornbook::interpret

#include "runtime/engage/credit.hpp"

#include <gtest/gtest.h>

namespace hornbook::engage {
namespace {

Answer numbers(std::vector<std::uint32_t> list) { return {7, std::move(list), {}}; }

TEST(CreditRule, Whole_EarnsAllOrNothing) {
  EXPECT_EQ(credited(not_yet(500), {}, numbers({1})).credit_permille, 0);
  EXPECT_TRUE(credited(right(), {}, numbers({1})).correct);
}

TEST(CreditRule, ListedAnswer_HasItsWorth) {
  CreditRule rule;
  rule.answers = {{{2, 1, 0}, {}, 500}, {{}, {"York"}, 1000}};
  EXPECT_EQ(credited(not_yet(0), rule, numbers({2, 1, 0})).credit_permille, 500);
  EXPECT_EQ(credited(not_yet(300), rule, numbers({2, 0, 1})).credit_permille, 0);
  EXPECT_TRUE(credited(not_yet(0), rule, {6, {}, {"York."}}).correct);
  EXPECT_FALSE(credited(not_yet(0), rule, {6, {}, {"york"}}).correct);
}

TEST(CreditRule, Parts_AddUpBetweenNothingAndAll) {
  CreditRule rule;
  rule.parts = {{0, {}, 333'333}, {1, {}, 333'333}, {2, {}, 333'333}, {3, {}, -500'000}};
  EXPECT_TRUE(credited(not_yet(0), rule, numbers({0, 1, 2})).correct);
  EXPECT_EQ(credited(not_yet(0), rule, numbers({0, 1})).credit_permille, 667);
  EXPECT_EQ(credited(not_yet(0), rule, numbers({0, 3})).credit_permille, 0);
  EXPECT_FALSE(credited(right(), rule, numbers({0, 1})).correct);
}

TEST(CreditRule, PartAtAPlace_CountsThereAlone) {
  CreditRule rule;
  rule.parts = {{5, 1, 1'000'000}};
  EXPECT_EQ(credited(not_yet(0), rule, numbers({5, 0})).credit_permille, 0);
  EXPECT_TRUE(credited(not_yet(0), rule, numbers({0, 5})).correct);
}

}  // namespace
}  // namespace hornbook::engage

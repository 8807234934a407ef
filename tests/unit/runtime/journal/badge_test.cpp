#include "runtime/journal/badge.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "runtime/journal/badge_slot.hpp"
#include "tests/support/journal_samples.hpp"

namespace hornbook::journal {
namespace {

// A fixed one, so that its text can be written down: 8 bytes 0 … 7 of school, 16 bytes 8 … 23 of secret.
Badge counted_badge() {
  Badge badge;
  std::uint8_t next = 0;
  for (std::uint8_t& byte : badge.school.bytes) byte = next++;
  for (std::uint8_t& byte : badge.secret.bytes) byte = next++;
  return badge;
}
Badge fresh_badge() { return make_badge(SigningKey::generate().verify_key()); }

RosterLearner sample_entry() {
  return {test::sample_learner(1), "Amina", "fox", {1, 5, 8}, "en", SecretKey::generate()};
}

bool is_same(const Badge& one, const Badge& other) { return one.school == other.school && one.secret == other.secret; }

TEST(Badge, Text_IsTheOneThatFormatGivesAsItsExample) {
  EXPECT_EQ(text_of(counted_badge()), "HB000G40R40M30E209185GR38E1W8124GK2GAHC5TA");
}

TEST(Badge, TypedByAPerson_IsReadAsItWasMeant) {
  for (int i = 0; i < 100; ++i) {
    const Badge badge = fresh_badge();
    std::string typed = in_groups(text_of(badge));
    EXPECT_TRUE(is_same(parse_badge(typed).value(), badge));
    std::replace(typed.begin(), typed.end(), '0', 'o');
    std::replace(typed.begin(), typed.end(), '1', 'l');
    std::replace(typed.begin(), typed.end(), '-', '\'');  // a scanner that thinks of another keyboard
    for (char& c : typed) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    EXPECT_TRUE(is_same(parse_badge(typed).value(), badge));
  }
}

TEST(Badge, WithACharacterWrongOrMissing_IsMisread) {
  int unnoticed = 0;
  for (int i = 0; i < 50; ++i) {
    const std::string right = text_of(fresh_badge());
    for (std::size_t at = 2; at < right.size(); ++at) {
      std::string wrong = right;
      wrong[at] = wrong[at] == '7' ? '8' : '7';
      unnoticed += parse_badge(wrong) ? 1 : 0;
    }
    EXPECT_EQ(parse_badge(right.substr(0, 41)).error().code, ErrorCode::BadInput);
    EXPECT_TRUE(looks_like_badge(right.substr(0, 41)));
  }
  EXPECT_LT(unnoticed, 30) << "of 2,000; one in 256 is to be expected";
}

TEST(Badge, Passphrase_DoesNotLookLikeOne) {
  for (const auto* typed : {"three blue herons", "", "hb", "HB-7K3M9", "a very long passphrase of a careful teacher"})
    EXPECT_FALSE(looks_like_badge(typed)) << typed;
}

TEST(BadgeSlot, RightBadge_OpensItsOwnEntryAlone) {
  const Badge badge = fresh_badge();
  const RosterLearner entry = sample_entry();
  const auto slots = decode_badge_slots(encode({make_badge_slot(badge, 3, entry).value()})).value();
  ASSERT_EQ(slots.size(), 1u);
  EXPECT_EQ(slots[0].address, address_of(badge));
  const RosterLearner opened = open_badge_slot(slots[0], badge).value();
  EXPECT_EQ(opened.learner, entry.learner);
  EXPECT_EQ(opened.display_name, "Amina");
  EXPECT_TRUE(equal_secret(opened.capsule_key.view(), entry.capsule_key.view()));
  EXPECT_EQ(open_badge_slot(slots[0], fresh_badge()).error().code, ErrorCode::NotAllowed);
}

TEST(BadgeSlot, OfAnotherGenerationOrAddress_DoesNotOpen) {
  const Badge badge = fresh_badge();
  BadgeSlot slot = make_badge_slot(badge, 3, sample_entry()).value();
  slot.generation = 4;
  EXPECT_EQ(open_badge_slot(slot, badge).error().code, ErrorCode::NotAllowed);
  slot.generation = 3;
  slot.address.bytes[0] ^= 1;
  EXPECT_EQ(open_badge_slot(slot, badge).error().code, ErrorCode::NotAllowed);
}

TEST(BadgeSlot, SameSecretAtAnotherSchool_IsAnotherBadge) {
  const Badge badge = fresh_badge();
  Badge elsewhere = badge;
  elsewhere.school.bytes[0] ^= 1;
  EXPECT_NE(address_of(badge), address_of(elsewhere));
  EXPECT_FALSE(open_badge_slot(make_badge_slot(badge, 1, sample_entry()).value(), elsewhere).has_value());
}

TEST(BadgeSlot, NothingOfTheLearnerOrTheSecret_StandsInIt) {
  const Badge badge = fresh_badge();
  const RosterLearner entry = sample_entry();
  const Bytes bytes = encode({make_badge_slot(badge, 1, entry).value()});
  for (const ByteView secret : {as_bytes("Amina"), entry.learner.view(), entry.capsule_key.view(), badge.secret.view()})
    EXPECT_EQ(std::search(bytes.begin(), bytes.end(), secret.begin(), secret.end()), bytes.end());
}

TEST(BadgeSlots, OutOfOrderOrTwice_AreRefused) {
  const BadgeSlot low{{{1}}, 1, Bytes(50, 1)};
  const BadgeSlot high{{{2}}, 1, Bytes(50, 1)};
  EXPECT_TRUE(decode_badge_slots(encode({low, high})).has_value());
  EXPECT_FALSE(decode_badge_slots(encode({high, low})).has_value());
  EXPECT_FALSE(decode_badge_slots(encode({low, low})).has_value());
}

TEST(BadgesMark, ChangesWithEverySlotAndGeneration) {
  const BadgeSlot low{{{1}}, 1, {}};
  const BadgeSlot high{{{2}}, 1, {}};
  EXPECT_FALSE(mark_of({}).has_value());
  EXPECT_EQ(mark_of({low, high}), mark_of({high, low}));
  EXPECT_NE(mark_of({low, high}), mark_of({low}));
  EXPECT_NE(mark_of({low}), mark_of({{{{1}}, 2, {}}}));
}

}  // namespace
}  // namespace hornbook::journal

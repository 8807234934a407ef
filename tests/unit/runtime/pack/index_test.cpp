#include "runtime/pack/index.hpp"

#include <gtest/gtest.h>

#include "runtime/core/seeded_random.hpp"
#include "runtime/engage/task.hpp"
#include "runtime/pack/curriculum.hpp"
#include "runtime/pack/signed_index.hpp"
#include "tests/unit/runtime/pack/tiny_pack.hpp"

namespace hornbook::pack {
namespace {

class PackIndex : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { ASSERT_TRUE(crypto_start().has_value()); }
  Index index_ = content::build_pack(test::tiny_source()).value().index;
};

TEST_F(PackIndex, EncodedIndex_ReadsBackToTheSameBytes) {
  const Bytes bytes = encode(index_);
  const Index read = decode_index(bytes).value();
  EXPECT_EQ(read.items.front().id, "one");
  EXPECT_TRUE(read.items.front().is_template);
  EXPECT_EQ(read.media.front().objects.size(), 2u);
  EXPECT_EQ(encode(read), bytes);
}

TEST(PackLanguage, MissingLanguage_FallsBackToItsBaseAndThenToTheOneThePackWasWrittenIn) {
  const std::vector<std::string> languages{"es", "ar", "pt"};
  EXPECT_EQ(best_language(languages, "ar"), "ar");
  EXPECT_EQ(best_language(languages, "pt-BR"), "pt");
  EXPECT_EQ(best_language(languages, "fr"), "es") << "not the first of the alphabet";
  EXPECT_EQ(best_language(languages, ""), "es");
}

TEST_F(PackIndex, TruncatedIndex_IsAnErrorAtEveryLength) {
  const Bytes bytes = encode(index_);
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(decode_index(ByteView(bytes).first(size)).has_value()) << size;
}

TEST_F(PackIndex, FormerIds_ComeBackAndBecomeKeysOfTheirPacks) {
  index_.items.front().former = {{"uno", "org.example.other/one"}, {}};
  index_.skills.front().former = {{}, {"a", "b"}};
  const Index read = decode_index(encode(index_)).value();
  EXPECT_EQ(read.items.front().former.was, index_.items.front().former.was);
  const interpret::Curriculum curriculum = curriculum_of(read, Hash());
  EXPECT_EQ(curriculum.items.front().former.was,
            (std::vector<ItemKey>{interpret::stable_key("org.example.tiny", "uno"),
                                  interpret::stable_key("org.example.other", "one")}));
  EXPECT_EQ(curriculum.skills.front().former.merges,
            (std::vector<SkillKey>{interpret::stable_key("org.example.tiny", "a"),
                                   interpret::stable_key("org.example.tiny", "b")}));
}

TEST_F(PackIndex, MisconceptionsOfAnItem_ComeBackAndBecomeKeysOfThePack) {
  index_.misconceptions = {{"m", {{"en", "M"}}}, {"n", {{"en", "N"}}}};
  index_.items.front().misconceptions = {0, 1};
  const Bytes bytes = encode(index_);
  EXPECT_EQ(bytes.front(), 2) << "an older program must not take it for what it knows";
  const Index read = decode_index(bytes).value();
  EXPECT_EQ(encode(read), bytes);
  const interpret::Curriculum curriculum = curriculum_of(read, Hash());
  EXPECT_EQ(curriculum.items.front().misconceptions, (std::vector<std::uint16_t>{0, 1}));
  EXPECT_EQ(curriculum.misconceptions.at(1), interpret::stable_key("org.example.tiny", "n"));
}

TEST_F(PackIndex, TimesAndWhatEachStepCanShow_ComeBackInTheCurriculum) {
  index_.misconceptions = {{"m", {{"en", "M"}}}, {"n", {{"en", "N"}}}};
  IndexItem& item = index_.items.front();
  item.typical_ms = 45'000;
  const Bytes timed = encode(index_);
  EXPECT_EQ(timed.front(), 4) << "an older program must not take it for what it knows";
  EXPECT_EQ(curriculum_of(decode_index(timed).value(), Hash()).items.front().typical_ms, 45'000u);
  item.kind = engage::several_steps;
  item.step_skills = {{0}, {0}, {0}};
  item.misconceptions = {0, 1};
  item.step_misconceptions = {{1}, {}, {0, 1}};
  const Bytes bytes = encode(index_);
  const Index read = decode_index(bytes).value();
  EXPECT_EQ(encode(read), bytes);
  EXPECT_EQ(curriculum_of(read, Hash()).items.front().step_misconceptions, item.step_misconceptions);
  for (std::size_t size = 0; size < bytes.size(); ++size) EXPECT_FALSE(decode_index(ByteView(bytes).first(size)));
}

TEST_F(PackIndex, StepThatShowsWhatItsItemDoesNot_IsRefused) {
  index_.misconceptions = {{"m", {{"en", "M"}}}, {"n", {{"en", "N"}}}};
  IndexItem& item = index_.items.front();
  item.kind = engage::several_steps;
  item.step_skills = {{0}, {0}};
  item.misconceptions = {0};
  for (const std::vector<std::uint16_t>& wrong :
       {std::vector<std::uint16_t>{1}, std::vector<std::uint16_t>{0, 0}, std::vector<std::uint16_t>{9}}) {
    item.step_misconceptions = {{}, wrong};
    EXPECT_FALSE(decode_index(encode(index_)).has_value());
  }
}

TEST_F(PackIndex, Version4ThatSaysNothingMore_IsRefused) {
  Bytes bytes = encode(index_);
  bytes.front() = 4;
  EXPECT_FALSE(decode_index(bytes).has_value());
}

TEST_F(PackIndex, PackWithoutThem_KeepsTheBytesOfVersion1) { EXPECT_EQ(encode(index_).front(), 1); }

TEST_F(PackIndex, MisconceptionsOfAnItemThatAreOutOfOrderOrNotThere_AreRefused) {
  index_.misconceptions = {{"m", {{"en", "M"}}}, {"n", {{"en", "N"}}}};
  for (const std::vector<std::uint16_t>& wrong :
       {std::vector<std::uint16_t>{1, 0}, std::vector<std::uint16_t>{0, 0}, std::vector<std::uint16_t>{2}}) {
    index_.items.front().misconceptions = wrong;
    EXPECT_FALSE(decode_index(encode(index_)).has_value());
  }
}

TEST_F(PackIndex, PrerequisitesInACircle_AreRefused) {
  Skill second = index_.skills.front();
  second.id = "t";
  second.prerequisites = {0};
  index_.skills.front().prerequisites = {1};
  index_.skills.push_back(second);
  EXPECT_EQ(decode_index(encode(index_)).error().code, ErrorCode::BadInput);
  index_.skills.front().prerequisites = {};
  EXPECT_TRUE(decode_index(encode(index_)).has_value());
}

TEST_F(PackIndex, PassageThatIsNotThereOrHasNoLevel_IsRefused) {
  Index changed = index_;
  changed.items.front().passage = 2;
  EXPECT_EQ(decode_index(encode(changed)).error().code, ErrorCode::BadInput);
  for (const int levels : {0, 16, 255}) {
    changed = index_;
    changed.passages.front().levels = static_cast<std::uint8_t>(levels);
    EXPECT_EQ(decode_index(encode(changed)).error().code, ErrorCode::BadInput) << levels;
  }
}

TEST_F(PackIndex, SignedIndexWithAnyBitChanged_IsRefused) {
  const SigningKey a = SigningKey::generate();
  const SigningKey b = SigningKey::generate();
  const std::vector<const SigningKey*> keys = {&a, &b};
  const Bytes bytes = sign_index(index_, keys);
  EXPECT_EQ(read_signed_index(bytes)->signers.size(), 2u);
  EXPECT_TRUE(read_trusted_index(bytes, Trust{{a.verify_key(), b.verify_key()}, 2}).has_value());
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    Bytes damaged = bytes;
    damaged[bit / 8] = static_cast<std::uint8_t>(damaged[bit / 8] ^ (1u << (bit % 8)));
    ASSERT_FALSE(read_signed_index(damaged).has_value()) << bit;
  }
}

}  // namespace
}  // namespace hornbook::pack

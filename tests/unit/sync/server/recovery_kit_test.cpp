#include "sync/server/keys/recovery_kit.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "sync/server/keys/key_backup.hpp"
#include "tests/unit/sync/server/server_bed.hpp"

namespace hornbook::server {
namespace {

class RecoveryKit : public test::ServerBed {
 protected:
  [[nodiscard]] static std::string typed(const KitShare& share) {
    std::string text;
    for (const std::string& line : lines_of(share)) text += line + "\n";
    return text;
  }
  [[nodiscard]] static std::string typed(const std::vector<KitShare>& kit, const std::vector<std::size_t>& which) {
    std::string text;
    for (const std::size_t each : which) text += typed(kit.at(each));
    return text;
  }
  [[nodiscard]] static Result<SecretKey> key_of(const std::string& text) {
    TRY_ASSIGN(const std::vector<KitShare> shares, read_kit_shares(text));
    return key_from_kit(shares);
  }
  void expect_refused(const std::string& text, const std::string& why) const {
    const auto key = key_of(text);
    ASSERT_FALSE(key.has_value()) << why;
    EXPECT_EQ(key.error().code, ErrorCode::BadInput);
    EXPECT_NE(key.error().sentence.find(why), std::string::npos) << key.error().sentence;
  }

  const SecretKey master_ = read_key_file(key_file_of_school(opening()).value()).value();
  const std::vector<KitShare> kit_ = make_recovery_kit(master_, 3, 2).value();
};

TEST_F(RecoveryKit, AnyTwoOfThree_BringTheKeyBack) {
  for (const auto& which : std::vector<std::vector<std::size_t>>{{0, 1}, {0, 2}, {1, 2}, {2, 0}, {0, 1, 2}}) {
    const auto key = key_of(typed(kit_, which));
    ASSERT_TRUE(key.has_value()) << key.error().sentence;
    EXPECT_TRUE(equal_secret(key->view(), master_.view()));
  }
}

TEST_F(RecoveryKit, EveryThresholdAndEveryShareOfSixteen_Counts) {
  for (std::size_t threshold = 2; threshold <= kit_shares_max; ++threshold) {
    const auto kit = make_recovery_kit(master_, kit_shares_max, threshold).value();
    std::string text;
    for (std::size_t i = 0; i < threshold; ++i) text += typed(kit[(i * 5 + threshold) % kit_shares_max]);
    const auto key = key_of(text);
    ASSERT_TRUE(key.has_value()) << threshold << ": " << key.error().sentence;
    EXPECT_TRUE(equal_secret(key->view(), master_.view())) << threshold;
  }
}

TEST_F(RecoveryKit, ShareByItself_SaysHowManyMore) {
  expect_refused(typed(kit_, {1}), "1 more");
  expect_refused(typed(kit_, {1, 1}), "1 more");
  expect_refused("", "no share");
  const auto large = make_recovery_kit(master_, 5, 4).value();
  expect_refused(typed(large, {0, 4}), "2 more of its shares");
}

TEST_F(RecoveryKit, TooFewShares_JoinToNoise) {
  std::vector<SecretShare> one;
  one.push_back({kit_[0].share.number, kit_[0].share.value.copy()});
  EXPECT_FALSE(equal_secret(join_secret(one).value().view(), master_.view()));
  EXPECT_FALSE(equal_secret(kit_[0].share.value.view(), kit_[1].share.value.view()));
  const auto again = make_recovery_kit(master_, 3, 2).value();
  EXPECT_FALSE(equal_secret(again[0].share.value.view(), kit_[0].share.value.view())) << "drawn anew";
  EXPECT_NE(again[0].kit, kit_[0].kit);
}

TEST_F(RecoveryKit, TypedCarelessly_IsReadAllTheSame) {
  std::string text = typed(kit_, {0, 2});
  std::transform(text.begin(), text.end(), text.begin(), [](char c) {
    if (c == '0') return 'o';
    if (c == '1') return 'l';
    if (c == ' ') return '-';
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1)
    lines.push_back(text.substr(at, text.find('\n', at) - at));
  std::reverse(lines.begin(), lines.end());
  std::string careless = "# from the safe and from the mayor\n\n";
  for (const std::string& line : lines) careless += "  " + line + " \r\n\n";
  const auto key = key_of(careless);
  ASSERT_TRUE(key.has_value()) << key.error().sentence;
  EXPECT_TRUE(equal_secret(key->view(), master_.view()));
}

TEST_F(RecoveryKit, MistypedCharacter_IsFoundByLineAndShare) {
  const std::string good = typed(kit_, {0, 1});
  std::size_t found_by_line = 0;
  std::size_t tried = 0;
  for (std::size_t at = 0; at < good.size(); ++at) {
    if (good[at] == ' ' || good[at] == '\n') continue;
    std::string bad = good;
    bad[at] = good[at] == 'Z' ? 'Y' : 'Z';
    const auto key = key_of(bad);
    ASSERT_FALSE(key.has_value()) << at;
    const std::size_t line =
        1 + static_cast<std::size_t>(std::count(good.begin(), good.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    ++tried;
    if (key.error().sentence.starts_with("line " + std::to_string(line) + " "))
      ++found_by_line;
    else
      EXPECT_NE(key.error().sentence.find("share "), std::string::npos) << key.error().sentence;
  }
  EXPECT_EQ(tried, 2u * kit_lines * 16u);
  EXPECT_GE(found_by_line, tried - 4) << "a line's check misses one in 256; the share's finds it then";
}

TEST_F(RecoveryKit, LeftOutCharactersAndLines_AreNamed) {
  const std::vector<std::string> lines = lines_of(kit_[2]);
  expect_refused(lines[0].substr(1) + "\n", "line 1 of what was typed has 15 characters");
  std::string five;
  for (std::size_t i = 0; i < 5; ++i) five += lines[i] + "\n";
  expect_refused(typed(kit_[0]) + five, "share 3 lacks its line 6");
}

TEST_F(RecoveryKit, PapersOfTwoKits_DoNotMix) {
  const auto other = make_recovery_kit(master_, 3, 2).value();
  expect_refused(typed(kit_[0]) + typed(other[1]), "share 2 is of another kit than share 1");
  expect_refused(typed(kit_[0]) + typed(other[0]), "share 1 was typed from two kits");
}

// By a program of a few lines that follows STORE.md alone.
TEST_F(RecoveryKit, ShareWrittenByAnotherProgram_IsReadAndPrintedTheSame) {
  const std::string page =
      "000G 0082 0C20 A0P2\n048H 248H 248H 24BH\n088H 248H 248H 24FC\n"
      "0C8H 248H 248H 24F3\n0G8H 248H 248H 248Z\n0PXK 3TG7 25S3 15XA\n";
  const auto shares = read_kit_shares(page);
  ASSERT_TRUE(shares.has_value()) << shares.error().sentence;
  ASSERT_EQ(shares->size(), 1u);
  EXPECT_EQ(shares->front().kit, (KitId{{0, 1, 2, 3, 4, 5}}));
  EXPECT_EQ(shares->front().threshold, 2u);
  EXPECT_EQ(shares->front().share.number, 1u);
  EXPECT_TRUE(equal_secret(shares->front().share.value.view(), Bytes(SecretKey::size, 0x11)));
  EXPECT_EQ(typed(shares->front()), page);
}

TEST_F(RecoveryKit, WrongNumbers_AreRefused) {
  EXPECT_FALSE(make_recovery_kit(master_, 3, 1).has_value());
  EXPECT_FALSE(make_recovery_kit(master_, 3, 4).has_value());
  EXPECT_FALSE(make_recovery_kit(master_, 17, 2).has_value());
  EXPECT_EQ(read_kit_shares(std::string(kit_text_bytes_max + 1, '0')).error().code, ErrorCode::LimitExceeded);
}

TEST_F(RecoveryKit, DataWithoutItsKeyFile_GoesOnByIt) {
  const std::filesystem::path key_file = key_file_of_school(opening()).value();
  school_.reset();
  std::filesystem::remove(key_file);
  const BackedUpKeys keys{key_of(typed(kit_, {2, 1})).value(), {}};
  ASSERT_TRUE(take_up_from_copy(opening(), &keys, clock_.now().unix_ms).has_value());
  reopen();
  EXPECT_EQ(school_->name(), "Lake School");
}

TEST_F(RecoveryKit, KitOfAnotherSchool_ChangesNothing) {
  const auto other = make_recovery_kit(SecretKey::generate(), 2, 2).value();
  const std::filesystem::path key_file = key_file_of_school(opening()).value();
  school_.reset();
  std::filesystem::remove(key_file);
  const BackedUpKeys keys{key_of(typed(other, {0, 1})).value(), {}};
  EXPECT_EQ(take_up_from_copy(opening(), &keys, clock_.now().unix_ms).error().code, ErrorCode::NotAllowed);
  EXPECT_FALSE(std::filesystem::exists(key_file));
}

}  // namespace
}  // namespace hornbook::server

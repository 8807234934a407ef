#include "runtime/pack/index_delta.hpp"

#include <gtest/gtest.h>

#include "runtime/core/crypto.hpp"
#include "runtime/pack/relative_index.hpp"
#include "runtime/pack/signed_index.hpp"
#include "tests/unit/runtime/pack/tiny_pack.hpp"

namespace hornbook::pack {
namespace {

constexpr std::size_t bytes_max = 4u << 20;

// An item's name and what became of its object.
struct Draft {
  std::string id;
  std::string words;
};

class PackIndexDelta : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { ASSERT_TRUE(crypto_start().has_value()); }

  static std::vector<Draft> drafts(std::size_t count) {
    std::vector<Draft> result;
    for (std::size_t i = 0; i < count; ++i) result.push_back({"item-" + std::to_string(i), std::to_string(i)});
    return result;
  }
  // As the builder makes it: objects ascend by hash.
  Bytes signed_index_of(const std::vector<Draft>& items) const {
    Index index = content::build_pack(test::tiny_source()).value().index;
    const IndexItem pattern = index.items.front();
    std::map<Hash, std::uint32_t> numbers;
    for (const Draft& each : items) numbers[hash(as_bytes(each.words))];
    index.objects.clear();
    for (auto& [object, number] : numbers) {
      number = static_cast<std::uint32_t>(index.objects.size());
      index.objects.push_back({object, 700});
    }
    index.passages.front().object = 0;
    for (MediaFile& file : index.media) file.objects = {0, 0};
    index.items.clear();
    for (const Draft& each : items) {
      index.items.push_back(pattern);
      index.items.back().id = each.id;
      index.items.back().object = numbers.at(hash(as_bytes(each.words)));
    }
    const std::vector<const SigningKey*> keys{&key_};
    return sign_index(index, keys);
  }
  // The size of the delta, which leads to the later one.
  std::size_t cost(const std::vector<Draft>& earlier, const std::vector<Draft>& later) const {
    const Bytes from = signed_index_of(earlier);
    const Bytes to = signed_index_of(later);
    const Bytes delta = make_index_delta(from, to).value();
    EXPECT_EQ(apply_index_delta(from, delta, bytes_max).value(), to);
    return delta.size();
  }

  const SigningKey key_ = SigningKey::generate();
};

TEST_F(PackIndexDelta, OneChangedItemOfFiveThousand_CostsItsHashAndASignature) {
  std::vector<Draft> later = drafts(5000);
  later[1234].words = "other words";
  const std::size_t bytes = cost(drafts(5000), later);
  EXPECT_LT(bytes, 32u + 64u + 64u);
  std::printf("one item of 5000 changed: an index delta of %zu bytes\n", bytes);
}

TEST_F(PackIndexDelta, ItemsInsertedRenamedAndTakenAway_CostWhatTheyAre) {
  std::vector<Draft> later = drafts(5000);
  later.insert(later.begin() + 2500, {"one-more", "its words"});
  later[10].id = "renamed";
  later.erase(later.begin() + 4000);
  EXPECT_LT(cost(drafts(5000), later), 350u);
}

TEST_F(PackIndexDelta, NothingChanged_AndEverythingChanged_LeadThereToo) {
  std::vector<Draft> others = drafts(50);
  for (Draft& each : others) each = {each.id + "-b", each.words + " b"};
  EXPECT_LT(cost(drafts(50), drafts(50)), 40u);
  EXPECT_GT(cost(drafts(50), others), 50u * 32u);
  EXPECT_GT(cost(drafts(1), drafts(50)), 49u * 32u);
}

TEST_F(PackIndexDelta, ObjectsThatNobodyNamesOrSeveralDo_ComeBack) {
  Index index = content::build_pack(test::tiny_source()).value().index;
  index.media.front().objects.push_back(index.items.front().object);
  index.passages.front().object = index.items.front().object;
  const std::vector<const SigningKey*> keys{&key_};
  const Bytes bytes = sign_index(index, keys);
  EXPECT_EQ(pack::signed_index_of(relative_index(bytes).value()).value(), bytes);
}

TEST_F(PackIndexDelta, DamagedDelta_IsAnErrorOrAnotherIndexThatNobodySigned) {
  std::vector<Draft> later = drafts(20);
  later[7].words = "other words";
  const Bytes from = signed_index_of(drafts(20));
  const Bytes to = signed_index_of(later);
  const Bytes delta = make_index_delta(from, to).value();
  for (std::size_t size = 0; size < delta.size(); ++size)
    EXPECT_FALSE(apply_index_delta(from, ByteView(delta).first(size), bytes_max)) << size;
  for (std::size_t i = 0; i < 8 * delta.size(); ++i) {
    Bytes flipped = delta;
    flipped[i / 8] ^= static_cast<std::uint8_t>(1u << i % 8);
    const auto index = apply_index_delta(from, flipped, bytes_max);
    EXPECT_TRUE(!index || *index == to || !read_signed_index(*index)) << i;
  }
}

TEST_F(PackIndexDelta, AnotherBase_GivesNoSignedIndex) {
  const Bytes delta = make_index_delta(signed_index_of(drafts(20)), signed_index_of(drafts(21))).value();
  const auto index = apply_index_delta(signed_index_of(drafts(19)), delta, bytes_max);
  EXPECT_FALSE(index && read_signed_index(*index));
}

TEST_F(PackIndexDelta, LongerResultThanAllowed_IsRefusedBeforeItIsMade) {
  const Bytes from = signed_index_of(drafts(20));
  const Bytes to = signed_index_of(drafts(2000));
  const Bytes delta = make_index_delta(from, to).value();
  EXPECT_EQ(apply_index_delta(from, delta, to.size() / 2).error().code, ErrorCode::LimitExceeded);
  // The head of a zstd frame (RFC 8878, section 3.1.1) that states a size of 2^40 bytes.
  const Bytes bomb{0x28, 0xb5, 0x2f, 0xfd, 0xe0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0};
  EXPECT_EQ(apply_index_delta(from, bomb, bytes_max).error().code, ErrorCode::LimitExceeded);
}

}  // namespace
}  // namespace hornbook::pack

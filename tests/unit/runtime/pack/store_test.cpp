#include <gtest/gtest.h>

#include "runtime/core/seeded_random.hpp"
#include "runtime/pack/durable_file.hpp"
#include "runtime/pack/pack.hpp"
#include "tests/support/temporary_directory.hpp"
#include "tests/unit/runtime/pack/tiny_pack.hpp"

namespace hornbook::pack {
namespace {

class Store : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { ASSERT_TRUE(crypto_start().has_value()); }
  Store() : built_(content::build_pack(test::tiny_source()).value()), key_(SigningKey::generate()) {
    const std::vector<const SigningKey*> keys = {&key_};
    file_ = content::to_file(built_, keys);
    signed_index_ = sign_index(built_.index, keys);
    trust_.publishers = {key_.verify_key()};
  }
  Result<Hash> install(const Bytes& bytes, PackStore& store) {
    const auto path = folder_.path() / "p.hbpack";
    EXPECT_TRUE(write_file_durably(path, bytes).has_value());
    return store.install_file(path, trust_);
  }

  test::TemporaryDirectory folder_;
  content::BuiltPack built_;
  SigningKey key_;
  Bytes file_;
  Bytes signed_index_;
  Trust trust_;
};

TEST_F(Store, InstalledPack_OpensAndGivesItemsAndMedia) {
  auto store = PackStore::open(folder_.path() / "s").value();
  const Hash installed = install(file_, store).value();
  EXPECT_EQ(store.list().value(), std::vector<Hash>{installed});
  const Pack pack = store.load(installed, trust_).value();
  const auto instance = pack.instantiate(0, 3, "en").value();
  const Hash picture = std::get<engage::MediaPicture>(instance.figure->drawing).object;
  EXPECT_EQ(pack.media(picture)->size(), limits::object_bytes_max + 10);
  EXPECT_EQ(pack.instantiate(0, 3, "en")->prompt, instance.prompt);
  EXPECT_EQ(pack.instantiate(1, 3, "en").error().code, ErrorCode::BadInput);
  EXPECT_EQ(pack.media(Hash{}).error().code, ErrorCode::NotFound);
}

TEST_F(Store, ItemAboutAPassage_BringsItAtItsLevels) {
  auto store = PackStore::open(folder_.path() / "s").value();
  const Pack pack = store.load(install(file_, store).value(), trust_).value();
  const auto instance = pack.instantiate(0, 3, "en").value();
  ASSERT_NE(instance.passage, nullptr);
  EXPECT_EQ(instance.paragraph, 1);
  const engage::Passage& tale = *instance.passage;
  EXPECT_EQ(tale.title, "A tale");
  ASSERT_EQ(tale.levels.size(), 2u);
  EXPECT_EQ(tale.levels[0].level, 2);
  EXPECT_EQ(std::get<engage::PassageParagraph>(tale.levels[0].blocks[0]).text, "Once.");
  const Hash picture =
      std::get<engage::MediaPicture>(std::get<engage::Figure>(tale.levels[0].blocks[1]).drawing).object;
  EXPECT_TRUE(pack.media(picture).has_value());
  EXPECT_EQ(engage::count_paragraphs(tale.levels[1]), 1u);
  EXPECT_EQ(tale.glossary.front().meaning, "one time");
  EXPECT_EQ(tale.authors, std::vector<std::string>{"B"});
  EXPECT_EQ(pack.passage(1, "en").error().code, ErrorCode::BadInput);
  ASSERT_NE(pack.passage_title(0), nullptr);
  EXPECT_EQ(pack.passage_title(0)->at("en"), "A tale");
  EXPECT_EQ(pack.passage_title(1), nullptr);
}

TEST_F(Store, FileWithAnyByteChanged_IsRefusedAndNothingIsVisible) {
  auto store = PackStore::open(folder_.path() / "s").value();
  SeededRandom random(11);
  for (std::size_t at = 0; at < file_.size(); ++at) {
    Bytes damaged = file_;
    damaged[at] = static_cast<std::uint8_t>(damaged[at] ^ (1u << random.below(8)));
    ASSERT_FALSE(install(damaged, store).has_value()) << "byte " << at;
  }
  EXPECT_TRUE(store.list()->empty());
  EXPECT_TRUE(std::filesystem::is_empty(folder_.path() / "s/objects"));
}

TEST_F(Store, TruncatedOrLongerFile_IsRefused) {
  auto store = PackStore::open(folder_.path() / "s").value();
  for (std::size_t size = 0; size < file_.size(); size += 7)
    ASSERT_FALSE(install(Bytes(file_.begin(), file_.begin() + static_cast<std::ptrdiff_t>(size)), store).has_value())
        << size;
  Bytes longer = file_;
  longer.push_back(0);
  EXPECT_FALSE(install(longer, store).has_value());
  EXPECT_TRUE(store.list()->empty());
}

TEST_F(Store, UntrustedSigner_IsNotAllowed) {
  auto store = PackStore::open(folder_.path() / "s").value();
  const Hash installed = install(file_, store).value();
  const Trust stranger{{SigningKey::generate().verify_key()}, 1};
  EXPECT_EQ(store.load(installed, stranger).error().code, ErrorCode::NotAllowed);
  const Trust two_needed{{key_.verify_key()}, 2};
  EXPECT_EQ(store.load(installed, two_needed).error().code, ErrorCode::NotAllowed);
  EXPECT_EQ(store.commit(signed_index_, Trust{{key_.verify_key()}, 0}).error().code, ErrorCode::NotAllowed);
}

TEST_F(Store, Commit_NeedsEveryObject) {
  auto store = PackStore::open(folder_.path() / "s").value();
  EXPECT_EQ(store.missing_objects(signed_index_, trust_)->size(), built_.objects.size());
  EXPECT_EQ(store.commit(signed_index_, trust_).error().code, ErrorCode::NotFound);
  for (const auto& [object, compressed] : built_.objects) {
    EXPECT_EQ(store.put_object(Hash{}, compressed).error().code, ErrorCode::Corrupt);
    ASSERT_TRUE(store.put_object(object, compressed).has_value());
  }
  EXPECT_TRUE(store.commit(signed_index_, trust_).has_value());
}

TEST_F(Store, DamagedObjectInTheStore_IsFoundAndReadAsCorrupt) {
  auto store = PackStore::open(folder_.path() / "s").value();
  const Hash installed = install(file_, store).value();
  const std::string name = to_hex(built_.index.objects[built_.index.items[0].object].hash.view());
  const auto path = folder_.path() / "s/objects" / name.substr(0, 2) / name.substr(2);
  Bytes bytes = read_file(path, 1u << 20).value();
  bytes.back() ^= 1;
  ASSERT_TRUE(write_file_durably(path, bytes).has_value());
  const Pack pack = store.load(installed, trust_).value();
  EXPECT_EQ(pack.instantiate(0, 1, "en").error().code, ErrorCode::Corrupt);
  EXPECT_EQ(store.verify_all(trust_)->size(), 1u);
}

}  // namespace
}  // namespace hornbook::pack

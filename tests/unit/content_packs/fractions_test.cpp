#include <gtest/gtest.h>

#include <map>
#include <set>

#include "content_packs/build/build_pack.hpp"
#include "content_packs/build/sample.hpp"
#include "runtime/core/crypto.hpp"
#include "runtime/engage/template/instantiate.hpp"
#include "runtime/pack/durable_file.hpp"
#include "runtime/pack/pack.hpp"
#include "tests/support/temporary_directory.hpp"

namespace hornbook::content {
namespace {

class Fractions : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { ASSERT_TRUE(crypto_start().has_value()); }
  void SetUp() override {
    auto tree = read_source(std::string(HORNBOOK_SOURCE_DIR) + "/content_packs/library/fractions");
    ASSERT_TRUE(tree.has_value());
    tree_ = std::move(*tree);
  }
  SourceTree tree_;
};

TEST_F(Fractions, Source_HasNoProblems) {
  for (const Problem& problem : lint(tree_)) ADD_FAILURE() << describe(problem);
}

TEST_F(Fractions, Pack_CoversEightKindsOfTaskAndEverySkill) {
  const PackSource source = read_pack(tree_).source;
  EXPECT_GE(source.index.skills.size(), 42u);
  EXPECT_GE(source.items.size(), 130u);
  std::set<std::uint8_t> kinds;
  std::map<std::uint16_t, int> items_of_skill;
  for (const pack::IndexItem& item : source.index.items) {
    kinds.insert(item.kind);
    for (const std::uint16_t skill : item.skills) ++items_of_skill[skill];
  }
  EXPECT_GE(kinds.size(), 8u);
  for (std::uint16_t skill = 0; skill < source.index.skills.size(); ++skill)
    EXPECT_GE(items_of_skill[skill], 2) << source.index.skills[skill].id;
}

TEST_F(Fractions, NumbersOfAnInstance_DoNotDependOnItsLanguage) {
  for (const SourceItem& item : read_pack(tree_).source.items) {
    const auto question_in = [&](const char* language) {
      return engage::instantiate(item.decoded.item, 0, 7, language).value().steps.front().question;
    };
    const engage::Question english = question_in("en");
    const engage::Question spanish = question_in("es");
    EXPECT_NE(english.not_yet, spanish.not_yet) << item.file;
    if (const auto* number = std::get_if<engage::NumberEntry>(&english.task)) {
      EXPECT_EQ(number->expected, std::get<engage::NumberEntry>(spanish.task).expected);
    }
    if (const auto* line = std::get_if<engage::NumberLine>(&english.task)) {
      EXPECT_EQ(line->target_tick, std::get<engage::NumberLine>(spanish.task).target_tick);
    }
  }
}

TEST_F(Fractions, SameSource_GivesTheSameBytesAndInstallsWithItsItems) {
  const SigningKey key = SigningKey::generate();
  const std::vector<const SigningKey*> keys = {&key};
  const Bytes file = to_file(build_pack(read_pack(tree_).source).value(), keys);
  EXPECT_EQ(file, to_file(build_pack(read_pack(tree_).source).value(), keys));
  const test::TemporaryDirectory folder;
  ASSERT_TRUE(pack::write_file_durably(folder.path() / "f.hbpack", file).has_value());
  auto store = pack::PackStore::open(folder.path() / "store").value();
  const pack::Trust trust{{key.verify_key()}, 1};
  const Hash installed = store.install_file(folder.path() / "f.hbpack", trust).value();
  const pack::Pack pack = store.load(installed, trust).value();
  EXPECT_EQ(pack.name(), "org.hornbook.fractions");
  EXPECT_EQ(pack.curriculum()->items.size(), pack.item_count());
  for (std::uint32_t i = 0; i < pack.item_count(); ++i) {
    const auto instance = pack.instantiate(i, 5, "es-MX");
    ASSERT_TRUE(instance.has_value()) << pack.item_id(i) << ": " << instance.error().sentence;
    EXPECT_EQ(instance->language, "es");
    EXPECT_EQ(instance->steps.front().question.hints.size(), 3u) << "point, teach, bottom out";
  }
  EXPECT_TRUE(store.verify_all(trust)->empty());
}

}  // namespace
}  // namespace hornbook::content

// Real storybooks in a dozen languages become packs that have no problems and can be built.
#include <gtest/gtest.h>

#include <filesystem>
#include <iostream>
#include <set>

#include "content_packs/build/build_pack.hpp"
#include "content_packs/import/archive.hpp"
#include "content_packs/import/pack_writer.hpp"
#include "content_packs/import/storybook/import_storybook.hpp"
#include "runtime/core/crypto.hpp"

namespace hornbook::content {
namespace {

const std::filesystem::path archive =
    std::filesystem::path(HORNBOOK_SOURCE_DIR) / "../shared/corpora/storybooks/african-storybook-ccby.tar.zst";

// That of most books, and those in which it refuses the others.
std::set<std::string> languages_of(const SourceTree& tree) {
  const Imported imported = import_storybook(tree).value();
  std::set<std::string> languages{imported.pack.language};
  for (const ItemReport& item : imported.report.items)
    for (const Remark& remark : item.remarks)
      if (remark.code == "language-other") languages.insert(remark.where);
  return languages;
}

TEST(AfricanStorybook, EveryBookOfEveryLanguage_IsTaken) {
  if (!std::filesystem::exists(archive)) GTEST_SKIP() << "no corpora beside the project";
  ASSERT_TRUE(crypto_start().has_value());
  const SourceTree tree = read_folder_or_archive(archive).value();
  std::size_t books = 0;
  for (const auto& [path, bytes] : tree) books += path.ends_with(".md") ? 1u : 0u;
  std::size_t taken = 0;
  for (const std::string& language : languages_of(tree)) {
    const Imported imported = import_storybook(tree, {language}).value();
    taken += imported.pack.readers.size();
    for (const ImportedReader& reader : imported.pack.readers) {
      EXPECT_FALSE(reader.authors.empty()) << reader.id;
      EXPECT_EQ(reader.licence.substr(0, 16), "LicenseRef-CC-BY") << reader.id;
      EXPECT_GT(count_words(reader), 0u) << reader.id;
    }
    const SourceTree source = to_source(imported.pack);
    for (const Problem& problem : lint(source)) ADD_FAILURE() << language << " " << describe(problem);
    const auto built = build_pack(read_pack(source).source);
    ASSERT_TRUE(built.has_value()) << language;
    EXPECT_EQ(built->index.passages.size(), imported.pack.readers.size());
    std::cout << language << ": " << imported.pack.readers.size() << " books, levels";
    for (const ImportedSkill& skill : imported.pack.skills) std::cout << " " << skill.id;
    std::cout << "\n";
  }
  std::cout << taken << " of " << books << " books\n";
  EXPECT_EQ(taken, books);
}

}  // namespace
}  // namespace hornbook::content

#include <gtest/gtest.h>

#include <set>

#include "content_packs/build/build_pack.hpp"
#include "runtime/core/crypto.hpp"
#include "runtime/engage/task.hpp"

namespace hornbook::content {
namespace {

TEST(TryMe, Tour_HasNoProblemsAndShowsEveryKindOfTask) {
  ASSERT_TRUE(crypto_start().has_value());
  const auto tree = read_source(std::string(HORNBOOK_SOURCE_DIR) + "/content_packs/library/try_me");
  ASSERT_TRUE(tree.has_value());
  for (const Problem& problem : lint(*tree)) ADD_FAILURE() << describe(problem);
  std::set<std::uint8_t> shown;
  for (const pack::IndexItem& item : read_pack(*tree).source.index.items) shown.insert(item.kind);
  for (const engage::KindName& kind : engage::Kinds::names) EXPECT_TRUE(shown.contains(kind.number)) << kind.name;
  EXPECT_TRUE(shown.contains(engage::several_steps));
}

}  // namespace
}  // namespace hornbook::content

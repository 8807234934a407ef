#include "sync/link/target.hpp"

#include <gtest/gtest.h>

namespace hornbook::link {
namespace {

TEST(Target, PathAndQuery_AreSplitAndDecoded) {
  const auto target = parse_target("/class%20page?name=4%2Fb+east&empty=&flag&name=second");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, "/class page");
  EXPECT_EQ(target->query.at("name"), "4/b east");
  EXPECT_EQ(target->query.at("empty"), "");
  EXPECT_EQ(target->query.at("flag"), "");
  EXPECT_EQ(target->query.size(), 3u);
}

TEST(Target, PlusInPath_StaysAPlus) { EXPECT_EQ(parse_target("/a+b")->path, "/a+b"); }

TEST(Target, Malformed_IsBadInput) {
  for (const char* text :
       {"", "a", "http://x/", "/%", "/%4", "/%zz", "/%00", "/a%0d%0ab", "/../etc", "/a/%2e%2e/b", "/a/./b", "/?a=%1"}) {
    const auto target = parse_target(text);
    ASSERT_FALSE(target) << text;
    EXPECT_EQ(target.error().code, ErrorCode::BadInput) << text;
  }
}

}  // namespace
}  // namespace hornbook::link

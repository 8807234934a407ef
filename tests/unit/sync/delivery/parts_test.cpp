// The small parts: canonical JSON, times, path patterns, names.
#include <gtest/gtest.h>

#include "sync/delivery/canonical_json.hpp"
#include "sync/delivery/names.hpp"
#include "sync/delivery/path_pattern.hpp"
#include "sync/delivery/utc_time.hpp"

namespace hornbook::delivery {
namespace {

using Json = nlohmann::json;

TEST(CanonicalJson, NamesAreSortedAndNothingIsSpread) {
  const Json json = Json::parse(R"( { "b" : [ 1 , true , null , [] , {} ] , "a" : { "é" : -7, "Z" : "x" } } )");
  EXPECT_EQ(canonical_json(json).value(), R"({"a":{"Z":"x","é":-7},"b":[1,true,null,[],{}]})");
}

TEST(CanonicalJson, TextsEscapeQuotesAndBackslashesAlone) {
  EXPECT_EQ(canonical_json(Json("a\"b\\c\n\x01/é")).value(), "\"a\\\"b\\\\c\n\x01/é\"");
}

TEST(CanonicalJson, FractionsAreRefused) {
  EXPECT_FALSE(canonical_json(Json::parse("[1.5]")));
  EXPECT_FALSE(canonical_json(Json::parse("{\"a\":123456789012345678901234567890}")));
  EXPECT_EQ(canonical_json(Json::parse("18446744073709551615")).value(), "18446744073709551615");
}

TEST(UtcTime, IsReadAndWritten) {
  EXPECT_EQ(parse_utc_time("1970-01-01T00:00:00Z").value(), 0);
  EXPECT_EQ(parse_utc_time("2027-01-15T08:00:00Z").value(), 1'800'000'000'000);
  EXPECT_EQ(to_utc_time(1'800'000'000'999), "2027-01-15T08:00:00Z");
  EXPECT_EQ(parse_utc_time(to_utc_time(951'782'400'000)).value(), 951'782'400'000);  // a 29 February
}

TEST(UtcTime, AnythingElse_IsRefused) {
  for (const char* text : {"", "2027-01-15", "2027-01-15T08:00:00", "2027-01-15T08:00:00+00:00", "2027-02-29T00:00:00Z",
                           "2027-13-01T00:00:00Z", "2027-01-15T24:00:00Z", "2027-01-15t08:00:00Z",
                           "+027-01-15T08:00:00Z", "2027-01-15T08:00:60Z", "2027-01-15T08:00:00.5Z"})
    EXPECT_FALSE(parse_utc_time(text)) << text;
}

TEST(PathPattern, WildcardsStayInTheirSegment) {
  EXPECT_TRUE(matches_path_pattern("foo.tgz", "*.tgz"));
  EXPECT_TRUE(matches_path_pattern("foo.tgz", "*"));
  EXPECT_FALSE(matches_path_pattern("dir/foo.tgz", "*"));
  EXPECT_FALSE(matches_path_pattern("dir/foo.tgz", "*.tgz"));
  EXPECT_TRUE(matches_path_pattern("dir/foo.tgz", "dir/*.tgz"));
  EXPECT_TRUE(matches_path_pattern("dir/foo.tgz", "*/*"));
  EXPECT_FALSE(matches_path_pattern("dir/foo.tgz", "dir?foo.tgz"));
  EXPECT_FALSE(matches_path_pattern("dir/foo", "dir[/]foo"));
  EXPECT_FALSE(matches_path_pattern("dir", "dir/*"));
  EXPECT_FALSE(matches_path_pattern("dir/a/b", "dir/*"));
}

TEST(PathPattern, OneCharacterAndSets) {
  EXPECT_TRUE(matches_path_pattern("foo-1.tgz", "foo-?.tgz"));
  EXPECT_TRUE(matches_path_pattern("é", "?"));
  EXPECT_FALSE(matches_path_pattern("foo-12.tgz", "foo-?.tgz"));
  EXPECT_FALSE(matches_path_pattern("foo-.tgz", "foo-?.tgz"));
  EXPECT_TRUE(matches_path_pattern("b7", "[a-c][0-9]"));
  EXPECT_FALSE(matches_path_pattern("d7", "[a-c][0-9]"));
  EXPECT_TRUE(matches_path_pattern("d", "[!a-c]"));
  EXPECT_FALSE(matches_path_pattern("a", "[!a-c]"));
  EXPECT_TRUE(matches_path_pattern("]", "[]]"));
  EXPECT_TRUE(matches_path_pattern("[a", "[a"));
  EXPECT_FALSE(matches_path_pattern("README", "readme"));
}

TEST(PathPattern, StarsGoBack) {
  EXPECT_TRUE(matches_path_pattern("abcbcd", "a*bcd"));
  EXPECT_TRUE(matches_path_pattern("", "*"));
  EXPECT_TRUE(matches_path_pattern("", ""));
  EXPECT_FALSE(matches_path_pattern("a", ""));
  EXPECT_FALSE(matches_path_pattern("", "a"));
  const std::string many(1000, 'a');
  std::string stars;
  for (int i = 0; i < 200; ++i) stars += "*a";
  EXPECT_TRUE(matches_path_pattern(many, stars));
  EXPECT_FALSE(matches_path_pattern(many, stars + "b"));  // within the test's time
}

TEST(Names, OfMetadata_NeverLeadElsewhere) {
  EXPECT_EQ(metadata_address("root", 12), "12.root.json");
  EXPECT_EQ(metadata_address("timestamp", 0), "timestamp.json");
  EXPECT_EQ(metadata_address("../a?b#c", 1), "1...%2Fa%3Fb%23c.json");
  EXPECT_EQ(file_name_of("../a").value(), "%2E.%2Fa");
  EXPECT_EQ(file_name_of(".").value(), "%2E");
  EXPECT_EQ(file_name_of("%2E").value(), "%252E");
  EXPECT_FALSE(file_name_of(""));
  EXPECT_EQ(file_name_of(std::string(201, 'a')).error().code, ErrorCode::LimitExceeded);
}

TEST(Names, OfTargets_KeepTheirFolders) {
  EXPECT_EQ(target_address("a/b c.txt", "").value(), "a/b%20c.txt");
  EXPECT_EQ(target_address("a/b.txt", "0f").value(), "a/0f.b.txt");
  EXPECT_EQ(target_address("b?x=1", "0f").value(), "0f.b%3Fx%3D1");
}

TEST(Names, OfTargetsThatLeadElsewhere_AreRefused) {
  for (const char* path : {"", "/", "/etc/passwd", "../a", "a/../b", "a/..", ".", "a//b", "a/", "a\nb", "./a"})
    EXPECT_EQ(target_address(path, "").error().code, ErrorCode::BadInput) << path;
}

}  // namespace
}  // namespace hornbook::delivery

#include "sync/link/address.hpp"

#include <gtest/gtest.h>

#include "sync/link/http_server.hpp"

namespace hornbook::link {
namespace {

TEST(ListenAddress, HostAndPort_AreTaken) {
  const auto address = parse_listen_address("127.0.0.1:8443");
  ASSERT_TRUE(address);
  EXPECT_EQ(address->host, "127.0.0.1");
  EXPECT_EQ(address->port, 8443);
}

TEST(ListenAddress, BracketedVersion6_LosesItsBrackets) {
  const auto address = parse_listen_address("[::1]:0");
  ASSERT_TRUE(address);
  EXPECT_EQ(address->host, "::1");
  EXPECT_EQ(address->port, 0);
}

TEST(ListenAddress, Malformed_IsBadInput) {
  for (const char* text : {"", ":", "8443", "127.0.0.1", "127.0.0.1:", ":8443", "127.0.0.1:65536", "127.0.0.1:-1",
                           "127.0.0.1:80x", "[::1:80", "[]:80", "[::1]80", "a b:80"}) {
    const auto address = parse_listen_address(text);
    ASSERT_FALSE(address) << text;
    EXPECT_EQ(address.error().code, ErrorCode::BadInput) << text;
  }
}

TEST(ServerAddress, Https_HasPort443UnlessNamed) {
  const auto plain = parse_server_address("https://school.example/");
  ASSERT_TRUE(plain);
  EXPECT_TRUE(plain->secure);
  EXPECT_EQ(plain->host, "school.example");
  EXPECT_EQ(plain->port, 443);
  const auto named = parse_server_address("https://[fe80::1]:8443");
  ASSERT_TRUE(named);
  EXPECT_EQ(named->host, "fe80::1");
  EXPECT_EQ(named->port, 8443);
}

TEST(ServerAddress, PlainHttp_IsForThisMachineAlone) {
  EXPECT_TRUE(parse_server_address("http://127.0.0.1:8080"));
  const auto elsewhere = parse_server_address("http://school.example:8080");
  ASSERT_FALSE(elsewhere);
  EXPECT_EQ(elsewhere.error().code, ErrorCode::NotAllowed);
}

TEST(ServerAddress, Malformed_IsBadInput) {
  for (const char* text : {"", "school.example", "ftp://a", "https://", "https:///", "https://a:0", "https://a:b",
                           "https://a/b", "https://user@a", "https://a:1:2"}) {
    const auto address = parse_server_address(text);
    ASSERT_FALSE(address) << text;
    EXPECT_EQ(address.error().code, ErrorCode::BadInput) << text;
  }
}

}  // namespace
}  // namespace hornbook::link

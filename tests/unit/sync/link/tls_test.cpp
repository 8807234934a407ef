#include <gtest/gtest.h>

#include "runtime/core/crypto.hpp"
#include "sync/link/http_client.hpp"
#include "sync/link/http_server.hpp"
#include "sync/link/tcp_channel.hpp"
#include "tests/support/running_server.hpp"

namespace hornbook::link {
namespace {

constexpr std::int64_t deadline_ms = 10'000;

class Tls : public testing::Test {
 protected:
  static void SetUpTestSuite() { ASSERT_TRUE(crypto_start()); }

  const TlsIdentity identity_ = make_tls_identity("Test school").value();
  const Hash pin_ = tls_pin(identity_).value();
  test::RunningServer server_{[](const HttpRequest& request) { return text_response(200, "text/plain", request.path); },
                              &identity_};
  const ServerAddress address_ = parse_server_address(server_.url()).value();
};

TEST_F(Tls, PinnedServer_AnswersSeveralRequestsOnOneConnection) {
  auto client = HttpClient::connect(address_, pin_, deadline_ms);
  ASSERT_TRUE(client) << client.error().sentence;
  for (const char* path : {"/one", "/two"}) {
    const auto answer = client->get(path, 100);
    ASSERT_TRUE(answer) << answer.error().sentence;
    EXPECT_EQ(as_text(answer->body), path);
  }
  // TCP, two for the TLS 1.2 handshake, one a request.
  EXPECT_EQ(client->traffic().round_trips, 5u);
  EXPECT_GT(client->traffic().received_bytes, 500u);
  EXPECT_LT(client->traffic().sent_bytes + client->traffic().received_bytes, 2'500u);
}

TEST_F(Tls, WrongPin_IsRefusedBeforeAnythingIsSent) {
  Hash wrong = pin_;
  wrong.bytes[31] ^= 1;
  const auto client = HttpClient::connect(address_, wrong, deadline_ms);
  ASSERT_FALSE(client);
  EXPECT_EQ(client.error().code, ErrorCode::NotAllowed);
}

TEST_F(Tls, AnotherSchoolsServer_IsRefused) {
  const TlsIdentity other = make_tls_identity("Test school").value();
  const auto client = HttpClient::connect(address_, tls_pin(other).value(), deadline_ms);
  ASSERT_FALSE(client);
  EXPECT_EQ(client.error().code, ErrorCode::NotAllowed);
}

TEST_F(Tls, GarbageInsteadOfAHandshake_EndsThatConnectionAlone) {
  TcpChannel channel;
  ASSERT_TRUE(channel.connect("127.0.0.1", server_.port(), deadline_ms));
  SystemError error;
  channel.write_some(as_bytes("GET / HTTP/1.1\r\nhost: plain\r\n\r\n"), error);
  std::array<std::uint8_t, 256> into{};
  while (!error) channel.read_some(into, error);  // an alert perhaps, then the end
  EXPECT_TRUE(HttpClient::connect(address_, pin_, deadline_ms));
}

TEST_F(Tls, NobodyListening_IsNoLink) {
  server_.stop();
  const auto client = HttpClient::connect(address_, pin_, deadline_ms);
  ASSERT_FALSE(client);
  EXPECT_EQ(client.error().code, ErrorCode::NoLink);
}

TEST(TlsSilence, AServerThatNeverAnswers_IsGivenUpAtTheDeadline) {
  boost::asio::io_context context;
  boost::asio::ip::tcp::acceptor silent(context, {boost::asio::ip::make_address("127.0.0.1"), 0});
  const ServerAddress address{true, "127.0.0.1", silent.local_endpoint().port()};
  const auto client = HttpClient::connect(address, Hash{}, 50);
  ASSERT_FALSE(client);
  EXPECT_EQ(client.error().code, ErrorCode::NoLink);
}

TEST(TlsIdentity, Made_NamesThisMachineAndIsNeverTheSameTwice) {
  ASSERT_TRUE(crypto_start());
  const TlsIdentity one = make_tls_identity("A, B = C").value();
  const TlsIdentity two = make_tls_identity("A, B = C").value();
  EXPECT_NE(one.key_pem, two.key_pem);
  EXPECT_NE(tls_pin(one).value(), tls_pin(two).value());
  EXPECT_EQ(tls_pin(one).value(), tls_pin(one).value());
}

TEST(TlsIdentity, DamagedOrMismatched_IsCorrupt) {
  TlsIdentity mixed = make_tls_identity("one").value();
  mixed.key_pem = make_tls_identity("two").value().key_pem;
  const auto answer = [](const HttpRequest&) { return HttpResponse{}; };
  const auto mismatched = HttpServer::listen({"127.0.0.1", 0}, &mixed, answer);
  ASSERT_FALSE(mismatched);
  EXPECT_EQ(mismatched.error().code, ErrorCode::Corrupt);
  EXPECT_EQ(tls_pin({"no certificate", ""}).error().code, ErrorCode::Corrupt);
}

}  // namespace
}  // namespace hornbook::link

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

// A school and a device that have met.
class KnownTls : public Tls {
 protected:
  [[nodiscard]] test::RunningServer server_that_knows(const SigningKey& device) {
    auto find = [peer = std::make_shared<KnownPeer>(known_device(ingest_, device.verify_key()).value())](
                    ByteView identity) -> std::optional<KnownPeer> {
      if (!is_identity_of(identity, *peer)) return std::nullopt;
      return peer->copy();
    };
    return {[](const HttpRequest& request) { return text_response(200, "text/plain", request.path); },
            &identity_,
            {},
            std::move(find)};
  }

  const BoxKey ingest_ = BoxKey::generate();
  const SigningKey device_ = SigningKey::generate();
};

TEST_F(KnownTls, BothSides_AgreeOnTheSameKeysAndNobodyElseDoes) {
  const KnownPeer at_device = known_school(device_, ingest_.public_key()).value();
  const KnownPeer at_school = known_device(ingest_, device_.verify_key()).value();
  const KnownPeer stranger = known_school(SigningKey::generate(), ingest_.public_key()).value();
  EXPECT_TRUE(equal_secret(at_device.key.view(), at_school.key.view()));
  EXPECT_TRUE(is_identity_of(identity_of(at_device), at_school));
  EXPECT_FALSE(is_identity_of(identity_of(stranger), at_school));
  EXPECT_FALSE(is_identity_of({}, at_school));
}

TEST_F(KnownTls, TwoConnections_ShowDifferentIdentities) {
  const KnownPeer school = known_school(device_, ingest_.public_key()).value();
  const Bytes first = identity_of(school);
  const Bytes second = identity_of(school);
  for (std::size_t i = 0; i + 4 <= first.size(); i += 4)
    EXPECT_FALSE(std::equal(first.begin() + static_cast<std::ptrdiff_t>(i),
                            first.begin() + static_cast<std::ptrdiff_t>(i + 4),
                            second.begin() + static_cast<std::ptrdiff_t>(i)));
}

TEST_F(KnownTls, KnownDevice_ConnectsWithoutCertificates) {
  const auto server = server_that_knows(device_);
  const KnownPeer school = known_school(device_, ingest_.public_key()).value();
  Hash wrong_pin = pin_;
  wrong_pin.bytes[0] ^= 1;  // never asked for
  auto client = HttpClient::connect(parse_server_address(server.url()).value(), wrong_pin, deadline_ms, &school);
  ASSERT_TRUE(client) << client.error().sentence;
  EXPECT_EQ(as_text(client->get("/one", 100)->body), "/one");
  EXPECT_EQ(client->traffic().round_trips, 4u);
  EXPECT_LT(client->traffic().sent_bytes + client->traffic().received_bytes, 800u);
}

TEST_F(KnownTls, DeviceThatTheSchoolDoesNotKnow_ComesInByTheCertificate) {
  const auto server = server_that_knows(SigningKey::generate());
  const ServerAddress address = parse_server_address(server.url()).value();
  const KnownPeer school = known_school(device_, ingest_.public_key()).value();
  auto client = HttpClient::connect(address, pin_, deadline_ms, &school);
  ASSERT_TRUE(client) << client.error().sentence;
  EXPECT_EQ(as_text(client->get("/one", 100)->body), "/one");
  EXPECT_GT(client->traffic().round_trips, 5u) << "the connection in vain is counted, too";
  Hash wrong_pin = pin_;
  wrong_pin.bytes[0] ^= 1;
  EXPECT_EQ(HttpClient::connect(address, wrong_pin, deadline_ms, &school).error().code, ErrorCode::NotAllowed);
}

TEST_F(KnownTls, ServerWithoutTheSchoolsKey_CannotPassForIt) {
  const auto server = server_that_knows(device_);  // another ingest key than the device's school has
  const KnownPeer school = known_school(device_, BoxKey::generate().public_key()).value();
  Hash wrong_pin = pin_;
  wrong_pin.bytes[0] ^= 1;
  EXPECT_FALSE(HttpClient::connect(parse_server_address(server.url()).value(), wrong_pin, deadline_ms, &school));
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

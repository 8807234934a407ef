#include <gtest/gtest.h>

#include <boost/asio/write.hpp>
#include <thread>

#include "runtime/core/limits.hpp"
#include "sync/link/http_client.hpp"
#include "sync/link/http_server.hpp"
#include "sync/link/tcp_channel.hpp"
#include "tests/support/running_server.hpp"

namespace hornbook::link {
namespace {

constexpr std::int64_t deadline_ms = 10'000;

HttpResponse echo(const HttpRequest& request) {
  const std::string line = request.method + " " + request.path + " " + std::to_string(request.body.size());
  return text_response(200, "text/plain", line);
}

// Sends `text` as it is and returns everything that comes back until the server closes.
std::string exchange(std::uint16_t port, std::string_view text) {
  TcpChannel channel;
  if (!channel.connect("127.0.0.1", port, deadline_ms)) return "no link";
  SystemError error;
  while (!text.empty() && !error) text.remove_prefix(channel.write_some(as_bytes(text), error));
  error = {};
  std::string all;
  std::array<std::uint8_t, 4096> into{};
  while (!error) {
    const std::size_t size = channel.read_some(into, error);
    all += as_text(ByteView(into).first(size));
  }
  return error == boost::asio::error::eof ? all : all + "[" + error.message() + "]";
}

class Http : public testing::Test {
 protected:
  test::RunningServer server_{echo, nullptr, HttpTimeouts{.head_ms = 300, .body_ms = 300, .drain_ms = 300}};
  const ServerAddress address_ = parse_server_address(server_.url()).value();
};

TEST_F(Http, Post_ArrivesWhole) {
  auto client = HttpClient::connect(address_, {}, deadline_ms);
  ASSERT_TRUE(client);
  const Bytes body(100'000, 7);
  const auto answer = client->post("/sync/v1", body, 100);
  ASSERT_TRUE(answer) << answer.error().sentence;
  EXPECT_EQ(answer->status, 200u);
  EXPECT_EQ(as_text(answer->body), "POST /sync/v1 100000");
  EXPECT_EQ(client->traffic().round_trips, 2u);  // TCP and the request
}

TEST_F(Http, SecondPost_MayBeSentBeforeTheFirstIsAnswered) {
  auto client = HttpClient::connect(address_, {}, deadline_ms);
  ASSERT_TRUE(client);
  client->send_post("/one", Bytes(5000, 7));
  client->send_post("/two", Bytes(6000, 7));
  EXPECT_EQ(as_text(client->receive(100)->body), "POST /one 5000");
  client->send_post("/three", Bytes(7, 7));
  EXPECT_EQ(as_text(client->receive(100)->body), "POST /two 6000");
  EXPECT_EQ(as_text(client->receive(100)->body), "POST /three 7");
}

// A server that breaks off in the middle of its answers, and gives the rest to whoever asks for it.
TEST_F(Http, AnAnswerThatBrokeOff_GoesOnAtTheByte) {
  boost::asio::io_context context;
  boost::asio::ip::tcp::acceptor acceptor(context, {boost::asio::ip::make_address("127.0.0.1"), 0});
  const std::vector<std::string> answers{
      "HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n0123",
      "HTTP/1.1 206 Partial Content\r\ncontent-range: bytes 4-9/10\r\ncontent-length: 6\r\n\r\n45",
      "HTTP/1.1 206 Partial Content\r\ncontent-range: bytes 6-9/10\r\ncontent-length: 4\r\n\r\n6789",
      "HTTP/1.1 416 Range Not Satisfiable\r\ncontent-length: 0\r\n\r\n"};
  std::vector<std::string> asked;
  std::thread serving([&] {
    for (const std::string& answer : answers) {
      auto socket = acceptor.accept();
      std::string request(1000, '\0');
      request.resize(socket.read_some(boost::asio::buffer(request)));
      asked.push_back(request);
      boost::asio::write(socket, boost::asio::buffer(answer));
    }
  });
  const ServerAddress address{false, "127.0.0.1", acceptor.local_endpoint().port()};
  Bytes have;
  const auto get_rest = [&] { return HttpClient::connect(address, {}, deadline_ms)->get_rest("/object", have, 10); };
  EXPECT_EQ(get_rest().error().code, ErrorCode::NoLink);
  EXPECT_EQ(as_text(have), "0123");
  EXPECT_EQ(get_rest().error().code, ErrorCode::NoLink);
  EXPECT_EQ(as_text(have), "012345");
  EXPECT_EQ(get_rest().value(), 206u);
  EXPECT_EQ(as_text(have), "0123456789");
  EXPECT_EQ(get_rest().value(), 416u);
  EXPECT_EQ(as_text(have), "0123456789");
  serving.join();
  EXPECT_EQ(asked[0].find("bytes="), std::string::npos);
  EXPECT_NE(asked[1].find("bytes=4-\r\n"), std::string::npos);
  EXPECT_NE(asked[2].find("bytes=6-\r\n"), std::string::npos);
}

// Whoever breaks off before all of it was read takes the answer away with it (TCP's reset): on a busy machine it takes
// long to send.
TEST_F(Http, OversizedRequest_Is413AndTheServerLivesOn) {
  test::RunningServer server(echo, nullptr, HttpTimeouts{.drain_ms = deadline_ms});
  const ServerAddress address = parse_server_address(server.url()).value();
  auto client = HttpClient::connect(address, {}, deadline_ms);
  ASSERT_TRUE(client);
  const auto answer = client->post("/", Bytes(limits::http_request_bytes_max + 1, 0), 100);
  ASSERT_TRUE(answer) << answer.error().sentence;
  EXPECT_EQ(answer->status, 413u);
  EXPECT_TRUE(HttpClient::connect(address, {}, deadline_ms)->get("/", 100));
}

TEST_F(Http, OversizedChunkedRequest_Is413) {
  std::string request = "POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\nffffffff\r\n";
  EXPECT_NE(exchange(server_.port(), request).find(" 413 "), std::string::npos);
}

TEST_F(Http, OversizedHeader_Is431) {
  const std::string request = "GET / HTTP/1.1\r\na: " + std::string(limits::http_header_bytes_max, 'x') + "\r\n\r\n";
  EXPECT_NE(exchange(server_.port(), request).find(" 431 "), std::string::npos);
}

TEST_F(Http, GarbageBytes_Are400) {
  EXPECT_NE(exchange(server_.port(), std::string("\x16\x03\x01\x00\xff\x00", 6) + "\r\n\r\n").find(" 400 "),
            std::string::npos);
}

TEST_F(Http, TwoReadingsOfOneRequest_AreRefused) {
  for (const char* headers :
       {"content-length: 4\r\ncontent-length: 5\r\n", "content-length: 4\r\ntransfer-encoding: chunked\r\n",
        "transfer-encoding: chunked\r\ncontent-length: 4\r\n", "content-length: -1\r\n", "content-length : 4\r\n"}) {
    const std::string answer = exchange(server_.port(), std::string("POST / HTTP/1.1\r\nhost: a\r\n") + headers +
                                                            "\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\n\r\n");
    EXPECT_NE(answer.find(" 400 "), std::string::npos) << headers << answer;
    EXPECT_EQ(answer.find("smuggled"), std::string::npos) << headers << answer;
  }
}

TEST_F(Http, PathThatClimbs_Is400) {
  EXPECT_NE(exchange(server_.port(), "GET /../secret HTTP/1.1\r\nhost: a\r\n\r\n").find(" 400 "), std::string::npos);
}

TEST_F(Http, HeaderThatNeverEnds_IsCutAtItsDeadline) {
  EXPECT_EQ(exchange(server_.port(), "GET / HTTP/1.1\r\nhost: a\r\nx: "), "");
}

TEST_F(Http, BodyThatNeverEnds_IsCutAtItsDeadline) {
  EXPECT_EQ(exchange(server_.port(), "POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 50\r\n\r\nfew"), "");
}

TEST_F(Http, SilentConnection_IsCutAtItsDeadline) { EXPECT_EQ(exchange(server_.port(), ""), ""); }

TEST_F(Http, PipelinedRequests_AreAnsweredInOrder) {
  const std::string both =
      exchange(server_.port(), "GET /first HTTP/1.1\r\nhost: a\r\n\r\nGET /second HTTP/1.1\r\nhost: a\r\n\r\n");
  const std::size_t first = both.find("/first");
  ASSERT_NE(first, std::string::npos);
  EXPECT_NE(both.find("/second", first), std::string::npos);
}

TEST_F(Http, Head_HasNoBody) {
  const std::string answer = exchange(server_.port(), "HEAD /x HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n");
  EXPECT_NE(answer.find(" 200 "), std::string::npos);
  EXPECT_TRUE(answer.ends_with("\r\n\r\n")) << answer;
}

TEST_F(Http, ExpectContinue_IsAnsweredBeforeTheBody) {
  const std::string answer = exchange(
      server_.port(),
      "POST / HTTP/1.1\r\nhost: a\r\nexpect: 100-continue\r\ncontent-length: 3\r\nconnection: close\r\n\r\nabc");
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 100 ")) << answer;
  EXPECT_NE(answer.find("POST / 3"), std::string::npos) << answer;
}

TEST_F(Http, AnswerLongerThanAllowed_IsLimitExceeded) {
  auto client = HttpClient::connect(address_, {}, deadline_ms);
  ASSERT_TRUE(client);
  const auto answer = client->get("/a-long-path", 5);
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, ErrorCode::LimitExceeded);
}

TEST_F(Http, ManyConnectionsAtOnce_AreAllServed) {
  std::vector<std::thread> threads;
  std::atomic<int> served = 0;
  for (int i = 0; i < 16; ++i)
    threads.emplace_back([&] {
      auto client = HttpClient::connect(address_, {}, deadline_ms);
      for (int n = 0; client && n < 10; ++n)
        if (client->get("/n", 100)) ++served;
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(served.load(), 160);
}

TEST(HttpServer, Stopping_EndsOpenConnections) {
  test::RunningServer server(echo, nullptr);  // its own timeouts are many seconds
  TcpChannel channel;
  ASSERT_TRUE(channel.connect("127.0.0.1", server.port(), deadline_ms));
  SystemError error;
  channel.write_some(as_bytes("GET / HTTP/1.1\r\nhost: a\r\n\r\n"), error);
  std::array<std::uint8_t, 4096> into{};
  ASSERT_GT(channel.read_some(into, error), 0u);
  server.stop();
  EXPECT_EQ(channel.read_some(into, error), 0u);
  EXPECT_TRUE(error);
}

TEST(HttpServer, PlainBeyondLoopback_IsNotAllowed) {
  const auto server = HttpServer::listen({"0.0.0.0", 0}, nullptr, echo);
  ASSERT_FALSE(server);
  EXPECT_EQ(server.error().code, ErrorCode::NotAllowed);
}

TEST(HttpServer, PortThatIsTaken_IsNoLink) {
  const auto first = HttpServer::listen({"127.0.0.1", 0}, nullptr, echo);
  ASSERT_TRUE(first);
  const auto second = HttpServer::listen({"127.0.0.1", first->port()}, nullptr, echo);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::NoLink);
}

TEST(HttpServer, HostThatIsNoAddress_IsBadInput) {
  EXPECT_EQ(HttpServer::listen({"school.example", 0}, nullptr, echo).error().code, ErrorCode::BadInput);
}

}  // namespace
}  // namespace hornbook::link

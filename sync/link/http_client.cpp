#include "sync/link/http_client.hpp"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/span_body.hpp>
#include <boost/beast/http/vector_body.hpp>
#include <boost/beast/http/write.hpp>
#include <optional>

#include "runtime/core/limits.hpp"
#include "sync/link/tcp_channel.hpp"
#include "sync/link/tls_stream.hpp"

namespace hornbook::link {
namespace http = boost::beast::http;
using Body = http::vector_body<std::uint8_t>;

namespace {

tl::unexpected<Error> broken(const SystemError& error) {
  if (error == http::error::body_limit || error == http::error::header_limit)
    return fail(ErrorCode::LimitExceeded, "HTTP", "the server's answer is longer than this device accepts");
  const bool malformed = error.category() == make_error_code(http::error::bad_method).category();
  if (malformed && error != http::error::end_of_stream && error != http::error::partial_message)
    return fail(ErrorCode::BadInput, "HTTP", "the server's answer is not HTTP; check the address");
  return fail(ErrorCode::NoLink, "HTTP", "the connection broke (" + error.message() + "); it is safe to try again");
}

}  // namespace

struct HttpClient::State {
  Dialer* dialer = nullptr;
  std::int64_t began_ms = 0;
  std::unique_ptr<Channel> channel;
  Traffic in_vain;  // of a connection that did not come about
  std::optional<TlsSettings> settings;
  std::optional<TlsStream> secure;
  std::optional<BeastStream> stream;
  std::string host;
  boost::beast::flat_buffer buffer;
  SystemError write_error;

  [[nodiscard]] Done secure_with(TlsSettings with, const ServerAddress& address) {
    host = address.host;
    settings = std::move(with);
    secure.emplace(*settings, *channel);
    TRY_DONE(secure->handshake());
    stream.emplace(*secure);
    return {};
  }

  // A server that refuses a long body answers before it has read it: the answer explains the broken pipe.
  template <class RequestBody>
  void send(http::request<RequestBody>& request) {
    request.set(http::field::host, host);
    SystemError error;
    if (!write_error) http::write(*stream, request, error);
    if (error) write_error = error;
  }

  // Reads the next answer into `parser`, whatever of it comes.
  [[nodiscard]] Done read_answer(http::response_parser<Body>& parser, std::size_t answer_bytes_max) {
    parser.header_limit(limits::http_header_bytes_max);
    parser.body_limit(answer_bytes_max);
    SystemError error;
    // The header by itself: Beast of Boost 1.74 forgets the limit of a body whose header it reads in one go with it.
    http::read_header(*stream, buffer, parser, error);
    if (!error) http::read(*stream, buffer, parser, error);
    if (error) return broken(write_error ? write_error : error);
    return {};
  }

  [[nodiscard]] Result<HttpResponse> receive(std::size_t answer_bytes_max) {
    http::response_parser<Body> parser;
    TRY_DONE(read_answer(parser, answer_bytes_max));
    http::response<Body> message = parser.release();
    HttpResponse response;
    response.status = message.result_int();
    response.body = std::move(message.body());
    const auto type = message.find(http::field::content_type);
    if (type != message.end()) response.headers.emplace("content-type", std::string(type->value()));
    return response;
  }
};

HttpClient::HttpClient(std::unique_ptr<State> state) : state_(std::move(state)) {}
HttpClient::~HttpClient() = default;
HttpClient::HttpClient(HttpClient&&) noexcept = default;
HttpClient& HttpClient::operator=(HttpClient&&) noexcept = default;

Result<HttpClient> HttpClient::connect(const ServerAddress& address, const Hash& pin, std::int64_t deadline_ms,
                                       const KnownPeer* school) {
  static TcpDialer tcp;  // has no state
  return connect(tcp, address, pin, deadline_ms, school);
}

Result<HttpClient> HttpClient::connect(Dialer& dialer, const ServerAddress& address, const Hash& pin,
                                       std::int64_t deadline_ms, const KnownPeer* school) {
  const std::int64_t began_ms = dialer.now_ms();
  const auto dial = [&]() -> Result<std::unique_ptr<State>> {
    auto state = std::make_unique<State>();
    state->dialer = &dialer;
    state->began_ms = began_ms;
    TRY_ASSIGN(state->channel, dialer.dial(address, began_ms + deadline_ms - dialer.now_ms()));
    return state;
  };
  Traffic in_vain;
  if (address.secure && school != nullptr) {
    TRY_ASSIGN(TlsSettings settings, TlsSettings::client(*school));
    TRY_ASSIGN(auto state, dial());
    if (state->secure_with(std::move(settings), address)) return HttpClient(std::move(state));
    in_vain = state->channel->traffic();
  }
  TRY_ASSIGN(auto state, dial());
  state->in_vain = in_vain;
  if (address.secure) {
    TRY_ASSIGN(TlsSettings settings, TlsSettings::client(pin));
    TRY_DONE(state->secure_with(std::move(settings), address));
  } else {
    state->host = address.host;
    state->stream.emplace(*state->channel);
  }
  return HttpClient(std::move(state));
}

Result<HttpResponse> HttpClient::get(std::string_view target, std::size_t answer_bytes_max) {
  http::request<http::empty_body> request(http::verb::get, {target.data(), target.size()}, 11);
  state_->send(request);
  return state_->receive(answer_bytes_max);
}

Result<unsigned> HttpClient::get_rest(std::string_view target, Bytes& have, std::size_t bytes_max) {
  http::request<http::empty_body> request(http::verb::get, {target.data(), target.size()}, 11);
  if (!have.empty()) request.set(http::field::range, "bytes=" + std::to_string(have.size()) + "-");
  http::response_parser<Body> parser;
  state_->send(request);
  const Done carried = state_->read_answer(parser, bytes_max);
  if (!carried && !parser.is_header_done()) return tl::unexpected(carried.error());
  const unsigned status = parser.get().result_int();
  Bytes& body = parser.get().body();
  if (status == 206 && have.size() + body.size() > bytes_max)
    return fail(ErrorCode::LimitExceeded, "HTTP", "the server's answer is longer than this device accepts");
  if (status == 206) have.insert(have.end(), body.begin(), body.end());
  if (status == 200) have = std::move(body);
  if (!carried) return tl::unexpected(carried.error());
  return status;
}

Result<HttpResponse> HttpClient::post(std::string_view target, ByteView body, std::size_t answer_bytes_max) {
  send_post(target, body);
  return receive(answer_bytes_max);
}

void HttpClient::send_post(std::string_view target, ByteView body) {
  http::request<http::span_body<const std::uint8_t>> request(http::verb::post, {target.data(), target.size()}, 11);
  request.body() = {body.data(), body.size()};
  request.prepare_payload();
  state_->send(request);
}

Result<HttpResponse> HttpClient::receive(std::size_t answer_bytes_max) { return state_->receive(answer_bytes_max); }

void HttpClient::close() {
  if (state_->secure) state_->secure->close();
}

Traffic HttpClient::traffic() const {
  Traffic all = state_->channel->traffic();
  all.sent_bytes += state_->in_vain.sent_bytes;
  all.received_bytes += state_->in_vain.received_bytes;
  all.round_trips += state_->in_vain.round_trips;
  return all;
}

std::int64_t HttpClient::elapsed_ms() const { return state_->dialer->now_ms() - state_->began_ms; }

}  // namespace hornbook::link

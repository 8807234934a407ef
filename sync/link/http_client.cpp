#include "sync/link/http_client.hpp"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/span_body.hpp>
#include <boost/beast/http/vector_body.hpp>
#include <boost/beast/http/write.hpp>
#include <chrono>
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
  TcpChannel channel;
  Traffic in_vain;  // of a connection that did not come about
  std::optional<TlsSettings> settings;
  std::optional<TlsStream> secure;
  std::optional<BeastStream> stream;
  std::string host;
  boost::beast::flat_buffer buffer;

  [[nodiscard]] Done secure_with(TlsSettings with, const ServerAddress& address) {
    host = address.host;
    settings = std::move(with);
    secure.emplace(*settings, channel);
    TRY_DONE(secure->handshake());
    stream.emplace(*secure);
    return {};
  }

  template <class RequestBody>
  Result<HttpResponse> exchange(http::request<RequestBody>& request, std::size_t answer_bytes_max) {
    request.set(http::field::host, host);
    SystemError write_error;
    http::write(*stream, request, write_error);
    // A server that refuses a long body answers before it has read it: the answer explains the broken pipe.
    http::response_parser<Body> parser;
    parser.header_limit(limits::http_header_bytes_max);
    parser.body_limit(answer_bytes_max);
    SystemError error;
    // The header by itself: Beast of Boost 1.74 forgets the limit of a body whose header it reads in one go with it.
    http::read_header(*stream, buffer, parser, error);
    if (!error) http::read(*stream, buffer, parser, error);
    if (error) return broken(write_error ? write_error : error);
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
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds(deadline_ms);
  Traffic in_vain;
  if (address.secure && school != nullptr) {
    TRY_ASSIGN(TlsSettings settings, TlsSettings::client(*school));
    auto state = std::make_unique<State>();
    TRY_DONE(state->channel.connect(address.host, address.port, deadline_ms));
    if (state->secure_with(std::move(settings), address)) return HttpClient(std::move(state));
    in_vain = state->channel.traffic();
  }
  auto state = std::make_unique<State>();
  state->in_vain = in_vain;
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
  TRY_DONE(state->channel.connect(address.host, address.port, left.count()));
  if (address.secure) {
    TRY_ASSIGN(TlsSettings settings, TlsSettings::client(pin));
    TRY_DONE(state->secure_with(std::move(settings), address));
  } else {
    state->host = address.host;
    state->stream.emplace(state->channel);
  }
  return HttpClient(std::move(state));
}

Result<HttpResponse> HttpClient::get(std::string_view target, std::size_t answer_bytes_max) {
  http::request<http::empty_body> request(http::verb::get, {target.data(), target.size()}, 11);
  return state_->exchange(request, answer_bytes_max);
}

Result<HttpResponse> HttpClient::post(std::string_view target, ByteView body, std::size_t answer_bytes_max) {
  http::request<http::span_body<const std::uint8_t>> request(http::verb::post, {target.data(), target.size()}, 11);
  request.body() = {body.data(), body.size()};
  request.prepare_payload();
  return state_->exchange(request, answer_bytes_max);
}

void HttpClient::close() {
  if (state_->secure) state_->secure->close();
}

Traffic HttpClient::traffic() const {
  Traffic all = state_->channel.traffic();
  all.sent_bytes += state_->in_vain.sent_bytes;
  all.received_bytes += state_->in_vain.received_bytes;
  all.round_trips += state_->in_vain.round_trips;
  return all;
}

}  // namespace hornbook::link

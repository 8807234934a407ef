#include "sync/link/http_connection.hpp"

#include <algorithm>
#include <array>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/vector_body.hpp>
#include <boost/beast/http/write.hpp>
#include <optional>

#include "runtime/core/limits.hpp"
#include "sync/link/target.hpp"

namespace hornbook::link {
namespace {

namespace http = boost::beast::http;
using Body = http::vector_body<std::uint8_t>;
using Parser = http::request_parser<Body>;

class Connection {
 public:
  Connection(Channel& channel, ByteStream& stream, const Handler& handler, const HttpTimeouts& timeouts)
      : channel_(channel), stream_(stream), handler_(handler), timeouts_(timeouts) {}

  // False when the connection is to end.
  bool serve_one() {
    Parser parser;
    parser.header_limit(limits::http_header_bytes_max);
    parser.body_limit(limits::http_request_bytes_max);
    SystemError error;
    channel_.set_deadline(timeouts_.head_ms);
    http::read_header(stream_, buffer_, parser, error);
    if (error) return refuse(error);
    channel_.set_deadline(body_deadline_ms(parser));
    if (parser.get()[http::field::expect] == "100-continue") {
      http::write(stream_, http::response<http::empty_body>(http::status::continue_, 11), error);
    }
    if (!error) http::read(stream_, buffer_, parser, error);
    if (error) return refuse(error);
    return answer(parser.release());
  }

  // What a peer still sends after a refusal is read and dropped for a moment, because closing on unread bytes would
  // make TCP throw our answer away as well.
  void drain_after_refusal() {
    if (!refused_) return;
    channel_.set_deadline(timeouts_.drain_ms);
    channel_.end_sending();
    std::array<std::uint8_t, 16'384> dropped{};
    SystemError error;
    std::size_t rest = limits::http_request_bytes_max;
    while (!error && rest > 0) rest -= std::min(rest, channel_.read_some(dropped, error));
  }

 private:
  // A body may come over a thin link, but not as slowly as it likes.
  [[nodiscard]] std::int64_t body_deadline_ms(const Parser& parser) const {
    const std::uint64_t bytes = parser.content_length().value_or(limits::http_request_bytes_max);
    return timeouts_.body_ms + static_cast<std::int64_t>(bytes * 1000 / timeouts_.body_bytes_per_second_min);
  }

  bool refuse(const SystemError& error) {
    if (error == http::error::body_limit)
      return send_last(text_response(413, "text/plain", "the request is too large\n"));
    if (error == http::error::header_limit)
      return send_last(text_response(431, "text/plain", "the request's header is too large\n"));
    const bool malformed = error.category() == make_error_code(http::error::bad_method).category();
    if (malformed && error != http::error::end_of_stream && error != http::error::partial_message)
      return send_last(text_response(400, "text/plain", "this is not HTTP\n"));
    return false;
  }

  bool answer(http::request<Body>&& message) {
    const bool keep_alive = message.keep_alive();
    const bool head_only = message.method() == http::verb::head;
    const auto target = parse_target({message.target().data(), message.target().size()});
    if (!target) return send_last(text_response(400, "text/plain", describe(target.error()) + "\n"));
    HttpRequest request;
    request.method = std::string(message.method_string());
    request.path = target->path;
    request.query = target->query;
    for (const auto& field : message) {
      std::string name(field.name_string());
      for (char& c : name)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
      request.headers.emplace(std::move(name), std::string(field.value()));
    }
    request.body = std::move(message.body());
    return send(handler_(request), keep_alive, head_only);
  }

  bool send_last(HttpResponse response) {
    refused_ = true;
    return send(std::move(response), false, false);
  }

  bool send(HttpResponse response, bool keep_alive, bool head_only) {
    http::response<Body> message(http::int_to_status(response.status), 11);
    message.result(response.status);
    for (const auto& [name, value] : response.headers) message.set(name, value);
    message.keep_alive(keep_alive);
    message.body() = std::move(response.body);
    message.prepare_payload();
    channel_.set_deadline(timeouts_.body_ms + static_cast<std::int64_t>(message.body().size() * 1000 /
                                                                        timeouts_.body_bytes_per_second_min));
    SystemError error;
    if (head_only) {
      http::response_serializer<Body> serializer(message);
      http::write_header(stream_, serializer, error);
    } else {
      http::write(stream_, message, error);
    }
    return !error && keep_alive;
  }

  Channel& channel_;
  BeastStream stream_;
  const Handler& handler_;
  const HttpTimeouts& timeouts_;
  bool refused_ = false;
  boost::beast::flat_buffer buffer_{limits::http_header_bytes_max + limits::http_request_bytes_max};
};

}  // namespace

void serve_connection(Channel& channel, const TlsSettings* tls, const Handler& handler, const HttpTimeouts& timeouts,
                      const std::atomic<bool>& stopping) {
  channel.set_deadline(timeouts.head_ms);
  std::optional<TlsStream> secure;
  if (tls != nullptr) {
    secure.emplace(*tls, channel);
    if (!secure->handshake()) return;
  }
  ByteStream& stream = secure ? static_cast<ByteStream&>(*secure) : static_cast<ByteStream&>(channel);
  Connection connection(channel, stream, handler, timeouts);
  while (!stopping.load() && connection.serve_one()) {
  }
  if (secure) secure->close();
  connection.drain_after_refusal();
}

}  // namespace hornbook::link

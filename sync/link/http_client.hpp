// The device's side of HTTP: one connection, kept open for the requests of one sync, with one deadline for all of it.
#pragma once

#include <memory>
#include <string_view>

#include "runtime/core/ids.hpp"
#include "sync/link/address.hpp"
#include "sync/link/channel.hpp"
#include "sync/link/http.hpp"
#include "sync/link/known_peer.hpp"

namespace hornbook::link {

class HttpClient {
 public:
  // `pin`: of the server's key (http_server.hpp); plain addresses do without. `deadline_ms` counts from now and covers
  // everything that this client will do. `school`, where the server may know this device: a connection without
  // certificates is tried first, and one with them when the server does not.
  // NotAllowed when the server's key is another, NoLink when nobody answers in time.
  [[nodiscard]] static Result<HttpClient> connect(const ServerAddress& address, const Hash& pin,
                                                  std::int64_t deadline_ms, const KnownPeer* school = nullptr);
  // The same over connections that `dialer` makes; it must outlive the client.
  [[nodiscard]] static Result<HttpClient> connect(Dialer& dialer, const ServerAddress& address, const Hash& pin,
                                                  std::int64_t deadline_ms, const KnownPeer* school);
  ~HttpClient();
  HttpClient(HttpClient&&) noexcept;
  HttpClient& operator=(HttpClient&&) noexcept;

  // Any status is an answer. NoLink when the connection breaks or the deadline passes, LimitExceeded when the answer is
  // longer than `answer_bytes_max`, BadInput when it is not HTTP.
  [[nodiscard]] Result<HttpResponse> get(std::string_view target, std::size_t answer_bytes_max);
  // Without a content type: what is sent to one address is of one kind, and 47 bytes of each exchange are saved.
  [[nodiscard]] Result<HttpResponse> post(std::string_view target, ByteView body, std::size_t answer_bytes_max);
  // A post in two halves, so that another can be sent before the first is answered: answers come in the order of the
  // requests (pipelining: RFC 9112, section 9.3.2). For what is harmless when it is sent again, and no more at a time
  // than both sides' buffers take, since nothing is read while one sends. Nothing else may be asked for in between.
  // What goes wrong while sending is told by the answer.
  void send_post(std::string_view target, ByteView body);
  [[nodiscard]] Result<HttpResponse> receive(std::size_t answer_bytes_max);
  // What follows `have` of it (a byte range: RFC 9110, section 14), appended there as far as it comes: after NoLink
  // `have` is what arrived, and another call, over another connection too, goes on at that byte. The status: 206 when
  // the rest came, 200 when the server sent the whole and `have` is that, 416 when nothing follows; `have` is untouched
  // at any other. LimitExceeded when it would be longer than `bytes_max`.
  [[nodiscard]] Result<unsigned> get_rest(std::string_view target, Bytes& have, std::size_t bytes_max);
  // Orderly end; the traffic stays readable.
  void close();
  [[nodiscard]] Traffic traffic() const;
  // Milliseconds since connect() was called, on the dialer's clock.
  [[nodiscard]] std::int64_t elapsed_ms() const;

 private:
  struct State;
  explicit HttpClient(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace hornbook::link

// The school server's listener: one bounded set of connections, a thread each, over TLS or (loopback only) plain.
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>

#include "runtime/core/error.hpp"
#include "runtime/core/ids.hpp"
#include "sync/link/http.hpp"
#include "sync/link/known_peer.hpp"

namespace hornbook::link {

// A self-signed ECDSA P-256 certificate and its key, PEM, made once at `hornbook-server init`.
struct TlsIdentity {
  std::string certificate_pem;
  std::string key_pem;
};
[[nodiscard]] Result<TlsIdentity> make_tls_identity(std::string_view common_name);
// What devices pin: BLAKE2b of the certificate's SubjectPublicKeyInfo (DER).
[[nodiscard]] Result<Hash> tls_pin(const TlsIdentity& identity);

struct ListenAddress {
  std::string host;        // "127.0.0.1", "0.0.0.0", "::1"
  std::uint16_t port = 0;  // 0: any free one
};
// "HOST:PORT"; BadInput when it is not.
[[nodiscard]] Result<ListenAddress> parse_listen_address(std::string_view text);

// How long a peer may take. A connection waits between requests as long as for a header.
struct HttpTimeouts {
  // Times of a link of 9.6 kbit/s with round trips of two seconds that loses a fifth of its packets: TCP
  // can wait a minute with one of them.
  std::int64_t head_ms = 150'000;                 // TLS handshake, then each request's header
  std::int64_t body_ms = 60'000;                  // a body or an answer may take this much and its size's share
  std::uint64_t body_bytes_per_second_min = 100;  // of a link that is thin, but alive
  std::int64_t drain_ms = 1'000;                  // a refused request's rest is read this long
};

class HttpServer {
 public:
  // `find_peer`: who may come without asking for the certificate. `tls` null: plain HTTP, allowed on loopback alone
  // (NotAllowed otherwise). BadInput when the host is no address of numbers, NoLink when it is not this machine's or
  // the port is taken, Corrupt when the TLS identity is damaged.
  [[nodiscard]] static Result<HttpServer> listen(const ListenAddress& address, const TlsIdentity* tls, Handler handler,
                                                 const HttpTimeouts& timeouts = {}, FindPeer find_peer = {});
  ~HttpServer();
  HttpServer(HttpServer&&) noexcept;
  HttpServer& operator=(HttpServer&&) noexcept;

  [[nodiscard]] std::uint16_t port() const;
  // Serves until `stopping` is set (by a signal or another thread; seen within a fifth of a second); then ends open
  // connections and waits for their threads.
  [[nodiscard]] Done run(const std::atomic<bool>& stopping);

 private:
  struct State;
  explicit HttpServer(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace hornbook::link

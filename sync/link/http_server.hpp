// The school server's listener: one bounded set of connections, a thread each, over TLS or (loopback only) plain.
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>

#include "runtime/core/error.hpp"
#include "runtime/core/ids.hpp"
#include "sync/link/http.hpp"

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
  std::string host;          // "127.0.0.1", "0.0.0.0", "::1"
  std::uint16_t port = 0;    // 0: any free one
};
// "HOST:PORT"; BadInput when it is not.
[[nodiscard]] Result<ListenAddress> parse_listen_address(std::string_view text);

class HttpServer {
 public:
  // `tls` null: plain HTTP, allowed on loopback alone (NotAllowed otherwise). StorageFailure/NoLink when the port is taken.
  [[nodiscard]] static Result<HttpServer> listen(const ListenAddress& address, const TlsIdentity* tls, Handler handler);
  ~HttpServer();
  HttpServer(HttpServer&&) noexcept;
  HttpServer& operator=(HttpServer&&) noexcept;

  [[nodiscard]] std::uint16_t port() const;
  // Serves until stop() is called from another thread or a signal sets `stopping`; then ends open connections.
  [[nodiscard]] Done run(const std::atomic<bool>& stopping);

 private:
  struct State;
  explicit HttpServer(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace hornbook::link

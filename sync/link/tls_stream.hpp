// TLS 1.2 (RFC 5246) over any ByteStream, by mbedTLS: ECDHE-ECDSA with ChaCha20-Poly1305 or AES-GCM, and ECDHE-PSK with
// ChaCha20-Poly1305 between a device and the school that know each other (known_peer.hpp); nothing else. With a
// certificate the client checks the server's pinned key and ignores names and dates; devices prove themselves inside
// the bundle.
#pragma once

#include <memory>

#include "runtime/core/error.hpp"
#include "runtime/core/ids.hpp"
#include "sync/link/byte_stream.hpp"
#include "sync/link/http_server.hpp"
#include "sync/link/known_peer.hpp"

namespace hornbook::link {

// What all connections of one side share. Any thread.
class TlsSettings {
 public:
  // Corrupt when certificate or key cannot be read or do not belong together.
  // `find_peer` may be empty: then nobody is known.
  [[nodiscard]] static Result<TlsSettings> server(const TlsIdentity& identity, FindPeer find_peer = {});
  // `pin`: as tls_pin() of http_server.hpp gives it.
  [[nodiscard]] static Result<TlsSettings> client(const Hash& pin);
  // For one connection to a server that knows this client, and has no certificate to show then.
  [[nodiscard]] static Result<TlsSettings> client(const KnownPeer& school);
  ~TlsSettings();
  TlsSettings(TlsSettings&&) noexcept;
  TlsSettings& operator=(TlsSettings&&) noexcept;

 private:
  friend class TlsStream;
  struct State;
  explicit TlsSettings(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

class TlsStream final : public ByteStream {
 public:
  // Both must outlive the stream.
  TlsStream(const TlsSettings& settings, ByteStream& below);
  ~TlsStream() override;

  // Before the first byte. NotAllowed when the server's key is not the pinned one, NoLink when the peer speaks no TLS
  // of ours, went away or was too slow.
  [[nodiscard]] Done handshake();
  std::size_t read_some(std::span<std::uint8_t> into, SystemError& error) override;
  std::size_t write_some(ByteView bytes, SystemError& error) override;
  // Tells the peer that the end was meant.
  void close();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace hornbook::link

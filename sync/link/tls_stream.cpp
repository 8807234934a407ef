#include "sync/link/tls_stream.hpp"

#include <array>
#include <boost/asio/error.hpp>

#include "runtime/core/crypto.hpp"
#include "sync/link/tls_owned.hpp"

namespace hornbook::link {
namespace {

constexpr int cipher_suites[] = {
    MBEDTLS_TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256, MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
    MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, MBEDTLS_TLS_ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256, 0};
// Half the bytes of P-256's points, and a shorter list.
constexpr mbedtls_ecp_group_id curves_of_known_peers[] = {MBEDTLS_ECP_DP_CURVE25519, MBEDTLS_ECP_DP_NONE};
constexpr int suites_of_known_peers[] = {MBEDTLS_TLS_ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256, 0};

tl::unexpected<Error> unreadable() {
  return fail(ErrorCode::Corrupt, "TLS identity", "certificate and key cannot be read or do not fit; restore a backup");
}

// mbedTLS calls this for the peer's certificate. A wrong key is fatal at once; what mbedTLS found itself (no chain to
// an authority, dates, names) is ignored, because the pin says more.
int check_pin(void* pin, mbedtls_x509_crt* certificate, int depth, std::uint32_t* flags) {
  if (depth != 0) return MBEDTLS_ERR_X509_FATAL_ERROR;
  if (hash(ByteView(certificate->pk_raw.p, certificate->pk_raw.len)) != *static_cast<const Hash*>(pin))
    return MBEDTLS_ERR_X509_FATAL_ERROR;
  *flags = 0;
  return 0;
}

int give_key_of_peer(void* find_peer, mbedtls_ssl_context* session, const unsigned char* identity, std::size_t size) {
  const auto peer = (*static_cast<const FindPeer*>(find_peer))({identity, size});
  if (!peer) return MBEDTLS_ERR_SSL_UNKNOWN_IDENTITY;
  const ByteView key = peer->key.view();
  return mbedtls_ssl_set_hs_psk(session, key.data(), key.size());
}

}  // namespace

struct TlsSettings::State {
  TlsRandom random;
  TlsCertificate certificate;
  TlsKey key;
  Hash pin;
  FindPeer find_peer;
  TlsConfig config;

  [[nodiscard]] Done start(int endpoint) {
    TRY_DONE(random.seed());
    if (mbedtls_ssl_config_defaults(config.get(), endpoint, MBEDTLS_SSL_TRANSPORT_STREAM, MBEDTLS_SSL_PRESET_DEFAULT) !=
        0)
      return fail(ErrorCode::OurBug, "TLS", "mbedTLS could not be set up");
    mbedtls_ssl_conf_rng(config.get(), mbedtls_ctr_drbg_random, random.get());
    mbedtls_ssl_conf_min_version(config.get(), MBEDTLS_SSL_MAJOR_VERSION_3, MBEDTLS_SSL_MINOR_VERSION_3);
    mbedtls_ssl_conf_ciphersuites(config.get(), cipher_suites);
    mbedtls_ssl_conf_renegotiation(config.get(), MBEDTLS_SSL_RENEGOTIATION_DISABLED);
    return {};
  }

  [[nodiscard]] Done load(const TlsIdentity& identity) {
    const auto text = [](const std::string& pem) { return reinterpret_cast<const unsigned char*>(pem.c_str()); };
    if (mbedtls_x509_crt_parse(certificate.get(), text(identity.certificate_pem),
                               identity.certificate_pem.size() + 1) != 0 ||
        mbedtls_pk_parse_key(key.get(), text(identity.key_pem), identity.key_pem.size() + 1, nullptr, 0) != 0 ||
        mbedtls_pk_check_pair(&certificate->pk, key.get()) != 0 ||
        mbedtls_ssl_conf_own_cert(config.get(), certificate.get(), key.get()) != 0)
      return unreadable();
    // The first signature fills a table inside the key; after that, connections only read it.
    const std::array<unsigned char, 32> digest{};
    std::array<unsigned char, MBEDTLS_PK_SIGNATURE_MAX_SIZE> signature{};
    std::size_t size = 0;
    if (mbedtls_pk_sign(key.get(), MBEDTLS_MD_SHA256, digest.data(), digest.size(), signature.data(), &size,
                        mbedtls_ctr_drbg_random, random.get()) != 0)
      return unreadable();
    return {};
  }
};

TlsSettings::TlsSettings(std::unique_ptr<State> state) : state_(std::move(state)) {}
TlsSettings::~TlsSettings() = default;
TlsSettings::TlsSettings(TlsSettings&&) noexcept = default;
TlsSettings& TlsSettings::operator=(TlsSettings&&) noexcept = default;

Result<TlsSettings> TlsSettings::server(const TlsIdentity& identity, FindPeer find_peer) {
  auto state = std::make_unique<State>();
  TRY_DONE(state->start(MBEDTLS_SSL_IS_SERVER));
  TRY_DONE(state->load(identity));
  state->find_peer = std::move(find_peer);
  if (state->find_peer) mbedtls_ssl_conf_psk_cb(state->config.get(), give_key_of_peer, &state->find_peer);
  return TlsSettings(std::move(state));
}

Result<TlsSettings> TlsSettings::client(const Hash& pin) {
  auto state = std::make_unique<State>();
  TRY_DONE(state->start(MBEDTLS_SSL_IS_CLIENT));
  state->pin = pin;
  // OPTIONAL, because REQUIRED wants an authority; check_pin is the one who decides, and it is fatal.
  mbedtls_ssl_conf_authmode(state->config.get(), MBEDTLS_SSL_VERIFY_OPTIONAL);
  mbedtls_ssl_conf_verify(state->config.get(), check_pin, &state->pin);
  mbedtls_ssl_conf_session_tickets(state->config.get(), MBEDTLS_SSL_SESSION_TICKETS_DISABLED);
  return TlsSettings(std::move(state));
}

Result<TlsSettings> TlsSettings::client(const KnownPeer& school) {
  auto state = std::make_unique<State>();
  TRY_DONE(state->start(MBEDTLS_SSL_IS_CLIENT));
  mbedtls_ssl_conf_ciphersuites(state->config.get(), suites_of_known_peers);
  mbedtls_ssl_conf_curves(state->config.get(), curves_of_known_peers);
  mbedtls_ssl_conf_session_tickets(state->config.get(), MBEDTLS_SSL_SESSION_TICKETS_DISABLED);
  const ByteView key = school.key.view();
  const Bytes identity = identity_of(school);
  if (mbedtls_ssl_conf_psk(state->config.get(), key.data(), key.size(), identity.data(), identity.size()) != 0)
    return fail(ErrorCode::OurBug, "TLS", "mbedTLS does not take the key");
  return TlsSettings(std::move(state));
}

struct TlsStream::State {
  explicit State(ByteStream& stream) : below(stream) {}
  ByteStream& below;
  TlsSession session;
  bool ready = false;
  Bytes outgoing;     // a flight is gathered here: mbedTLS writes it in many small pieces
  SystemError error;  // why a callback failed

  [[nodiscard]] bool flush() {
    std::size_t done = 0;
    while (done < outgoing.size() && !error) done += below.write_some(ByteView(outgoing).subspan(done), error);
    outgoing.clear();
    return !error;
  }
  static int send(void* self, const unsigned char* bytes, std::size_t size) {
    auto& state = *static_cast<State*>(self);
    state.outgoing.insert(state.outgoing.end(), bytes, bytes + size);
    return static_cast<int>(size);
  }
  static int receive(void* self, unsigned char* into, std::size_t size) {
    auto& state = *static_cast<State*>(self);
    if (!state.flush()) return MBEDTLS_ERR_SSL_INTERNAL_ERROR;
    const std::size_t count = state.below.read_some({into, size}, state.error);
    if (state.error == boost::asio::error::eof) return 0;
    return state.error ? MBEDTLS_ERR_SSL_INTERNAL_ERROR : static_cast<int>(count);
  }
  // Sends the alert that mbedTLS may have queued. What mbedTLS itself refused, and an end without close_notify (it may
  // be somebody's cut), look like an aborted connection.
  [[nodiscard]] SystemError failure() {
    static_cast<void>(flush());
    if (!error || error == boost::asio::error::eof) return boost::asio::error::connection_aborted;
    return error;
  }
};

TlsStream::TlsStream(const TlsSettings& settings, ByteStream& below) : state_(std::make_unique<State>(below)) {
  state_->ready = mbedtls_ssl_setup(state_->session.get(), settings.state_->config.get()) == 0;
  mbedtls_ssl_set_bio(state_->session.get(), state_.get(), State::send, State::receive, nullptr);
}
TlsStream::~TlsStream() = default;

Done TlsStream::handshake() {
  if (!state_->ready) return fail(ErrorCode::StorageFailure, "TLS", "there is no memory for another connection");
  const int result = mbedtls_ssl_handshake(state_->session.get());
  const bool sent = state_->flush();
  if (result == MBEDTLS_ERR_X509_FATAL_ERROR)
    return fail(ErrorCode::NotAllowed, "TLS",
                "the server's key is not this school's; check the address or enrol again");
  if (result != 0 || !sent)
    return fail(ErrorCode::NoLink, "TLS", "no secure connection came about; check the address and the network");
  return {};
}

std::size_t TlsStream::read_some(std::span<std::uint8_t> into, SystemError& error) {
  const int count = mbedtls_ssl_read(state_->session.get(), into.data(), into.size());
  if (count > 0) return static_cast<std::size_t>(count);
  error = count == MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY ? SystemError(boost::asio::error::eof) : state_->failure();
  return 0;
}

std::size_t TlsStream::write_some(ByteView bytes, SystemError& error) {
  const int count = mbedtls_ssl_write(state_->session.get(), bytes.data(), bytes.size());
  if (count > 0 && state_->flush()) return static_cast<std::size_t>(count);
  error = state_->failure();
  return 0;
}

void TlsStream::close() {
  if (state_->error) return;
  mbedtls_ssl_close_notify(state_->session.get());
  static_cast<void>(state_->flush());
}

}  // namespace hornbook::link

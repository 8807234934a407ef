// The server's key and self-signed certificate, and the pin that devices keep of it.
#include <mbedtls/asn1write.h>
#include <mbedtls/ecp.h>
#include <mbedtls/oid.h>

#include <array>

#include "runtime/core/crypto.hpp"
#include "sync/link/http_server.hpp"
#include "sync/link/tls_owned.hpp"

namespace hornbook::link {
namespace {

tl::unexpected<Error> refused(const char* what) {
  return fail(ErrorCode::OurBug, "TLS identity", std::string("mbedTLS could not make the ") + what);
}

constexpr unsigned char dns_name_tag = MBEDTLS_ASN1_CONTEXT_SPECIFIC | 2;
constexpr unsigned char address_tag = MBEDTLS_ASN1_CONTEXT_SPECIFIC | 7;

// The names by which a browser on the same machine reaches the server (RFC 5280, 4.2.1.6). mbedTLS writes ASN.1 from
// the end to the start.
bool add_alternative_names(mbedtls_x509write_cert* certificate) {
  static constexpr std::array<unsigned char, 4> loopback{127, 0, 0, 1};
  static constexpr std::string_view local = "localhost";
  std::array<unsigned char, 64> buffer{};
  unsigned char* at = buffer.data() + buffer.size();
  const auto put = [&](const unsigned char* bytes, std::size_t size, unsigned char tag) {
    return mbedtls_asn1_write_raw_buffer(&at, buffer.data(), bytes, size) >= 0 &&
           mbedtls_asn1_write_len(&at, buffer.data(), size) >= 0 &&
           mbedtls_asn1_write_tag(&at, buffer.data(), tag) >= 0;
  };
  if (!put(loopback.data(), loopback.size(), address_tag)) return false;
  if (!put(reinterpret_cast<const unsigned char*>(local.data()), local.size(), dns_name_tag)) return false;
  const auto inside = static_cast<std::size_t>(buffer.data() + buffer.size() - at);
  if (mbedtls_asn1_write_len(&at, buffer.data(), inside) < 0) return false;
  if (mbedtls_asn1_write_tag(&at, buffer.data(), MBEDTLS_ASN1_CONSTRUCTED | MBEDTLS_ASN1_SEQUENCE) < 0) return false;
  const auto size = static_cast<std::size_t>(buffer.data() + buffer.size() - at);
  return mbedtls_x509write_crt_set_extension(certificate, MBEDTLS_OID_SUBJECT_ALT_NAME,
                                             MBEDTLS_OID_SIZE(MBEDTLS_OID_SUBJECT_ALT_NAME), 0, at, size) == 0;
}

// A distinguished name is a little language of its own; a school's name must not be able to speak it.
std::string distinguished_name(std::string_view common_name) {
  std::string name = "CN=";
  for (const char c : common_name.substr(0, 60)) name += (c == ',' || c == '=' || c == '\\' || c == '+') ? ' ' : c;
  return name;
}

Result<std::string> certificate_pem(TlsKey& key, std::string_view common_name, TlsRandom& random) {
  TlsCertificateWriter writer;
  TlsNumber serial;
  const std::string name = distinguished_name(common_name);
  mbedtls_x509write_crt_set_version(writer.get(), MBEDTLS_X509_CRT_VERSION_3);
  mbedtls_x509write_crt_set_md_alg(writer.get(), MBEDTLS_MD_SHA256);
  mbedtls_x509write_crt_set_subject_key(writer.get(), key.get());
  mbedtls_x509write_crt_set_issuer_key(writer.get(), key.get());
  std::array<unsigned char, 4096> pem{};
  // The dates are as wide as possible, because neither side trusts a clock: devices pin the key and ignore them.
  const bool written =
      mbedtls_mpi_fill_random(serial.get(), 15, mbedtls_ctr_drbg_random, random.get()) == 0 &&
      mbedtls_x509write_crt_set_serial(writer.get(), serial.get()) == 0 &&
      mbedtls_x509write_crt_set_subject_name(writer.get(), name.c_str()) == 0 &&
      mbedtls_x509write_crt_set_issuer_name(writer.get(), name.c_str()) == 0 &&
      mbedtls_x509write_crt_set_validity(writer.get(), "20200101000000", "20491231235959") == 0 &&
      mbedtls_x509write_crt_set_basic_constraints(writer.get(), 0, -1) == 0 && add_alternative_names(writer.get()) &&
      mbedtls_x509write_crt_pem(writer.get(), pem.data(), pem.size(), mbedtls_ctr_drbg_random, random.get()) == 0;
  if (!written) return refused("certificate");
  return std::string(reinterpret_cast<const char*>(pem.data()));
}

}  // namespace

Result<TlsIdentity> make_tls_identity(std::string_view common_name) {
  TlsRandom random;
  TRY_DONE(random.seed());
  TlsKey key;
  if (mbedtls_pk_setup(key.get(), mbedtls_pk_info_from_type(MBEDTLS_PK_ECKEY)) != 0 ||
      mbedtls_ecp_gen_key(MBEDTLS_ECP_DP_SECP256R1, mbedtls_pk_ec(*key.get()), mbedtls_ctr_drbg_random, random.get()) !=
          0)
    return refused("key");
  TlsIdentity identity;
  TRY_ASSIGN(identity.certificate_pem, certificate_pem(key, common_name, random));
  std::array<unsigned char, 2048> pem{};
  if (mbedtls_pk_write_key_pem(key.get(), pem.data(), pem.size()) != 0) return refused("key");
  identity.key_pem = reinterpret_cast<const char*>(pem.data());
  wipe(pem);
  return identity;
}

Result<Hash> tls_pin(const TlsIdentity& identity) {
  TlsCertificate certificate;
  const std::string& pem = identity.certificate_pem;
  // mbedTLS counts PEM's closing zero.
  if (mbedtls_x509_crt_parse(certificate.get(), reinterpret_cast<const unsigned char*>(pem.c_str()), pem.size() + 1) !=
      0)
    return fail(ErrorCode::Corrupt, "TLS certificate", "it cannot be read; restore it from a backup");
  return hash(ByteView(certificate->pk_raw.p, certificate->pk_raw.len));
}

}  // namespace hornbook::link
